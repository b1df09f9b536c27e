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
