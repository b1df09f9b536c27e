/// A set of reports' records, and the entities that follow from it.
///
/// Entities are a pure function of the set: the order in which reports were added, or added and removed, leaves no trace.
public struct Corpus: Sendable {
    private var records: [ReportKey: ReportRecord] = [:]
    private var groups: [GroupKey: Set<Member>] = [:]

    /// A corpus without reports.
    public init() {}

    /// The reports, in an order that depends on the set alone.
    public var reports: [ReportKey] { records.keys.sorted() }

    /// How many reports there are.
    public var count: Int { records.count }

    /// A report's record.
    public func record(_ key: ReportKey) -> ReportRecord? { records[key] }

    /// Adds a report, or replaces it where one of the same bytes and source is there.
    public mutating func add(_ analysis: ReportAnalysis) {
        add(RecordBuilder.record(of: analysis))
    }

    /// Adds a report's record; costs what its own entities cost.
    public mutating func add(_ record: ReportRecord) {
        let key = ReportKey(hash: record.hash, source: record.source)
        remove(key)
        records[key] = record
        for (index, entity) in record.entities.enumerated() {
            groups[GroupKey(entity, of: record), default: []].insert(Member(report: key, entity: index))
        }
    }

    /// Takes a report out; what remains is what the other reports alone would give. False when it was not there.
    @discardableResult
    public mutating func remove(_ key: ReportKey) -> Bool {
        guard let record = records.removeValue(forKey: key) else { return false }
        for (index, entity) in record.entities.enumerated() {
            let group = GroupKey(entity, of: record)
            groups[group]?.remove(Member(report: key, entity: index))
            if groups[group]?.isEmpty == true { groups[group] = nil }
        }
        return true
    }

    /// The entities of all reports.
    public func entities() -> EntityCatalog {
        var summaries: [GroupKey: GroupSummary] = [:]
        for (key, members) in groups {
            var summary = GroupSummary()
            for member in members {
                if let entity = records[member.report]?.entities[member.entity] { summary.add(entity) }
            }
            summaries[key] = summary
        }
        let roots = EntityLinker.link(summaries)
        var joined: [GroupKey: [GroupKey]] = [:]
        for key in groups.keys { joined[roots[key] ?? key, default: []].append(key) }
        var entities: [Entity] = []
        for keys in joined.values {
            var members: [Member] = []
            var summary = GroupSummary()
            for key in keys.sorted() {
                members += groups[key] ?? []
                if let one = summaries[key] { summary.add(one) }
            }
            entities.append(entity(of: members.sorted(), summary: summary))
        }
        return EntityCatalog(entities)
    }

    private func entity(of members: [Member], summary: GroupSummary) -> Entity {
        var kind = Mention.Kind.pronoun
        var forms: Set<String> = []
        var label: String?
        for member in members {
            guard let local = records[member.report]?.entities[member.entity] else { continue }
            kind = local.kind
            forms.formUnion(local.surfaceForms)
            if label == nil || local.label < (label ?? "") { label = local.label }
        }
        let type = summary.type
        if let name = summary.entityName { label = name }
        let least = members.compactMap { member in
            records[member.report].map { (member.report.hash, $0.entities[member.entity].begin) }
        }.min { $0 < $1 }
        let name = label ?? "unnamed"
        return Entity(
            label: name, type: type, kind: kind, otherLabels: forms.subtracting([name]).sorted(), members: members,
            leastMention: least.map { "\($0.0):\($0.1)" } ?? "")
    }
}
