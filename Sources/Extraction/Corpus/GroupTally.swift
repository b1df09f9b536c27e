/// What the members of a group say, counted, so that a member can be taken out again.
struct GroupTally: Sendable {
    /// A member: a local entity of a report.
    struct Member: Hashable, Sendable {
        /// The report's number.
        var report: Int
        /// The index of the local entity.
        var entity: Int
        /// Where its first mention begins.
        var begin: Int
    }

    /// How many members are referred to by a claim.
    private(set) var referredTo = 0
    private var types = Counts<String>()
    private var canonicalNames = Counts<String>()
    private var names = Counts<String>()
    private var titles = Counts<String>()
    private var forms = Counts<String>()
    private var labels = Counts<String>()
    private var kinds = Counts<Mention.Kind>()

    /// Counts a member in (1) or out (-1).
    mutating func count(_ entity: LocalEntity, isReferredTo: Bool, by step: Int) {
        if isReferredTo { referredTo += step }
        types.add(entity.type, (entity.isTypeSure ? 4 : 1) * step)
        if let name = entity.canonicalName { canonicalNames.add(name, step) }
        for name in entity.names { names.add(name, step) }
        for title in entity.titles { titles.add(title, step) }
        for form in entity.surfaceForms { forms.add(form, step) }
        labels.add(entity.label, step)
        kinds.add(entity.kind, step)
    }

    /// What links and names are decided on.
    var summary: GroupSummary {
        var summary = GroupSummary()
        summary.types = types.counts
        summary.canonicalName = canonicalNames.counts.keys.min()
        summary.names = names.counts
        summary.titles = Set(titles.counts.keys)
        summary.kind = kind
        return summary
    }

    /// The kind of its members, which is one.
    var kind: Mention.Kind { kinds.counts.keys.min { $0.rawValue < $1.rawValue } ?? .pronoun }

    /// All surface forms of its members.
    var surfaceForms: some Sequence<String> { forms.counts.keys }

    /// The least label of its members.
    var leastLabel: String? { labels.counts.keys.min() }
}

/// How often each value was seen; those that were not are not kept.
struct Counts<Value: Hashable & Sendable>: Sendable {
    private(set) var counts: [Value: Int] = [:]

    /// Counts a value up or down.
    mutating func add(_ value: Value, _ step: Int) {
        let count = (counts[value] ?? 0) + step
        counts[value] = count == 0 ? nil : count
    }
}

/// The members of a group that tell it from others of its name: the least by report and entity, and the least by the hash of the
/// report and the place of its mention.
struct LeastMembers: Sendable {
    private var key: ReportKey
    private(set) var member: GroupTally.Member
    private var hash: String
    private(set) var mention: GroupTally.Member

    /// Those of one member.
    init(_ only: GroupTally.Member, of report: ReportKey) {
        key = report
        member = only
        hash = report.hash
        mention = only
    }

    /// Those of several members; nil where there is none.
    init?(_ parts: some Sequence<LeastMembers>) {
        var least: LeastMembers?
        for part in parts { least = least?.joined(with: part) ?? part }
        guard let least else { return nil }
        self = least
    }

    /// Those of two sets of members together.
    func joined(with other: LeastMembers) -> LeastMembers {
        var result = self
        if (other.key, other.member.entity) < (key, member.entity) {
            result.key = other.key
            result.member = other.member
        }
        if (other.hash, other.mention.begin) < (hash, mention.begin) {
            result.hash = other.hash
            result.mention = other.mention
        }
        return result
    }

    /// Whether a member is one of them.
    func contains(_ other: GroupTally.Member) -> Bool { member == other || mention == other }
}
