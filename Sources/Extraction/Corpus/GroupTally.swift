import RDF

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
        for name in entity.names { names.add(name, entity.weight(of: name) * step) }
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
        summary.titles = titles.counts
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
    private(set) var member: GroupTally.Member
    private(set) var mention: GroupTally.Member

    /// Two members.
    init(member: GroupTally.Member, mention: GroupTally.Member) {
        self.member = member
        self.mention = mention
    }

    /// Those of one member.
    init(_ only: GroupTally.Member) { self.init(member: only, mention: only) }

    /// Those of several members, by the keys of their reports; nil where there is none.
    init?(_ members: some Sequence<GroupTally.Member>, _ keys: [Int: ReportKey]) {
        var least: LeastMembers?
        for one in members {
            if least?.join(LeastMembers(one), keys) == nil { least = LeastMembers(one) }
        }
        guard let least else { return nil }
        self = least
    }

    /// Takes those of another set of members in.
    mutating func join(_ other: LeastMembers, _ keys: [Int: ReportKey]) {
        if precedes(other.member, member, keys, { $0 }, \.entity) { member = other.member }
        if precedes(other.mention, mention, keys, \.hash, \.begin) { mention = other.mention }
    }

    /// Whether one member comes before another, by something of its report's key and by its place in the report.
    private func precedes(
        _ one: GroupTally.Member, _ other: GroupTally.Member, _ keys: [Int: ReportKey],
        _ part: (ReportKey) -> some Comparable, _ place: (GroupTally.Member) -> Int
    ) -> Bool {
        if one.report == other.report { return place(one) < place(other) }
        guard let key = keys[one.report].map(part), let otherKey = keys[other.report].map(part) else { return false }
        return key == otherKey ? place(one) < place(other) : key < otherKey
    }

    /// Whether a member is one of them.
    func contains(_ other: GroupTally.Member) -> Bool { member == other || mention == other }
}

extension GroupTally: Freezable {
    init(from reader: inout BinaryReader) throws(DamagedData) {
        self.init()
        referredTo = try reader.number()
        types = try Counts(from: &reader)
        canonicalNames = try Counts(from: &reader)
        names = try Counts(from: &reader)
        titles = try Counts(from: &reader)
        forms = try Counts(from: &reader)
        labels = try Counts(from: &reader)
        let kinds = try Counts<String>(from: &reader)
        for (name, count) in kinds.counts {
            guard let kind = Mention.Kind(rawValue: name) else { throw DamagedData() }
            self.kinds.add(kind, count)
        }
    }

    func freeze(to writer: inout BinaryWriter) {
        writer.write(referredTo)
        for counts in [types, canonicalNames, names, titles, forms, labels] { counts.freeze(to: &writer) }
        var kinds = Counts<String>()
        for (kind, count) in self.kinds.counts { kinds.add(kind.rawValue, count) }
        kinds.freeze(to: &writer)
    }
}

extension Counts<String>: Freezable {
    init(from reader: inout BinaryReader) throws(DamagedData) {
        self.init()
        let all = try reader.list { (reader) throws(DamagedData) in (try reader.text(), try reader.number()) }
        counts.reserveCapacity(all.count)
        for (value, count) in all { counts[value] = count }
    }

    func freeze(to writer: inout BinaryWriter) {
        writer.write(counts.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            writer.write(entry.value)
        }
    }
}
