import RDF

/// The entities of a set of records, kept up to date as reports come and go.
///
/// What it holds is the same as `Corpus.entities()` makes of the same set, from scratch. A change costs what the groups cost
/// that it touches and the groups that are linked with them; it does not grow with the whole.
struct EntityIndex: Sendable {
    private var numbers: [GroupKey: Int] = [:]
    private var keys: [GroupKey] = []
    private var members: [[GroupTally.Member]] = []
    /// By group, its least members, so that nobody needs to look at all of them.
    private var leasts: [LeastMembers?] = []
    /// What the members of names and kinds say; a group of one report is looked up in its record when it is needed.
    private var tallies: [Int: GroupTally] = [:]
    /// The folded forms by which a group may be meant.
    private var shortForms: [Set<String>] = []
    /// The groups that a form may mean.
    private var groupsOfForm: [String: Set<Int>] = [:]
    /// By group, its entity; -1 where the group has no members.
    private var entityOfGroup: [Int] = []
    private var entities: [Int: LiveEntity] = [:]
    private var nextEntity = 0
    private var bySlug: [String: Set<Int>] = [:]
    private var byBase: [String: Set<Int>] = [:]
    private var baseOfEntity: [Int: String] = [:]
    /// Names that are not to be joined, by short form.
    private var apart: [String: Set<String>]
    /// Classes that the user gave, by folded name.
    private var types: [String: String]
    /// The key of a report by its number.
    private var reportKeys: [Int: ReportKey] = [:]

    /// Whether what has no name gets its report's hash always, and not only where two share a name.
    private let isStandalone: Bool

    init(apart: [String: Set<String>] = [:], types: [String: String] = [:], isStandalone: Bool = false) {
        self.isStandalone = isStandalone
        self.apart = apart
        self.types = types
    }

    /// How many entities there are.
    var count: Int { entities.count }

    /// The number of a group, a new one when it was never met.
    mutating func number(of key: GroupKey) -> Int {
        if let number = numbers[key] { return number }
        let number = keys.count
        numbers[key] = number
        keys.append(key)
        members.append([])
        leasts.append(nil)
        shortForms.append([])
        entityOfGroup.append(-1)
        return number
    }

    /// The reports that have a member in a group.
    func reports(of group: Int) -> some Sequence<Int> { members[group].lazy.map(\.report) }

    /// The reports that tell of something by a folded name.
    func reports(named name: String) -> [Int] {
        groups(named: name).flatMap { entity($0)?.groups ?? [$0] }.flatMap { members[$0].map(\.report) }
    }

    /// The identifier of a group's entity, or nil where it has no members.
    func identifier(_ group: Int) -> String? { entity(group)?.identifier }

    /// The entity of a group, or nil where it has no members.
    func entity(_ group: Int) -> LiveEntity? { entities[entityOfGroup[group]] }

    /// All entities, in no order.
    var all: some Sequence<LiveEntity> { entities.values }

    // MARK: Changing

    /// Counts the members of a record in or out; `settle` then brings the entities up to date.
    mutating func count(_ record: NumberedRecord, groups: [Int], adding: Bool) {
        if adding { reportKeys[record.number] = ReportKey(hash: record.record.hash, source: record.record.source) }
        for (index, entity) in record.record.entities.enumerated() {
            let group = groups[index]
            let member = GroupTally.Member(report: record.number, entity: index, begin: entity.begin)
            if adding {
                members[group].append(member)
                if let one = leasts(member) { leasts[group] = leasts[group]?.joined(with: one) ?? one }
            } else if let place = members[group].firstIndex(of: member) {
                members[group].swapAt(place, members[group].count - 1)
                members[group].removeLast()
                if leasts[group]?.contains(member) == true {
                    leasts[group] = LeastMembers(members[group].compactMap { leasts($0) })
                }
            }
            if !keys[group].isOfOneReport {
                let isReferredTo = record.referredTo.contains(index)
                tallies[group, default: GroupTally()].count(entity, isReferredTo: isReferredTo, by: adding ? 1 : -1)
                if members[group].isEmpty { tallies[group] = nil }
            }
        }
    }

    private func leasts(_ one: GroupTally.Member) -> LeastMembers? {
        reportKeys[one.report].map { LeastMembers(one, of: $0) }
    }

    /// Takes other names that are to be kept apart, and other classes; the groups that this concerns.
    mutating func take(apart: [String: Set<String>], types: [String: String]) -> Set<Int> {
        var names: Set<String> = []
        for name in Set(apart.keys).union(self.apart.keys) where apart[name] != self.apart[name] { names.insert(name) }
        for name in Set(types.keys).union(self.types.keys) where types[name] != self.types[name] { names.insert(name) }
        self.apart = apart
        self.types = types
        return Set(names.flatMap { groups(named: $0) })
    }

    /// Forgets the keys of reports that were counted out.
    mutating func forget(_ reports: [Int]) {
        for report in reports { reportKeys[report] = nil }
    }

    /// Brings the entities up to date after the members of some groups were counted in or out.
    ///
    /// - Parameters:
    ///   - jobs: how many threads work.
    ///   - record: gives the record of a report by its number, to any thread.
    mutating func settle(
        _ touched: Set<Int>, jobs: Int, record: @escaping @Sendable (Int) -> NumberedRecord?
    ) -> Change {
        let block = block(around: touched)
        var oldEntities: [Int: LiveEntity] = [:]
        for group in block {
            if let entity = entities[entityOfGroup[group]] { oldEntities[entityOfGroup[group]] = entity }
        }
        var names: [GroupKey: GroupSummary] = [:]
        var alone: [[Int]] = []
        for group in block.sorted() where !members[group].isEmpty {
            if case .name = keys[group], let tally = tallies[group] {
                names[keys[group]] = tally.summary
            } else {
                alone.append([group])
            }
        }
        let roots = EntityLinker.link(names, apart: apart)
        var joined: [GroupKey: [Int]] = [:]
        for key in names.keys {
            if let number = numbers[key] { joined[roots[key] ?? key, default: []].append(number) }
        }
        alone += joined.sorted { $0.key < $1.key }.map { $0.value.sorted { keys[$0] < keys[$1] } }
        return replace(oldEntities, by: Self.entities(of: alone, in: self, jobs: jobs, record))
    }

    /// The entities that groups are together, worked out on several threads.
    private static func entities(
        of all: [[Int]], in index: EntityIndex, jobs: Int, _ record: @escaping @Sendable (Int) -> NumberedRecord?
    ) -> [LiveEntity] {
        let size = 128
        let pieces = OrderedWork.map(count: (all.count + size - 1) / size, jobs: jobs) { piece in
            // Groups of one report come one after the other: each record is decoded once.
            var last: NumberedRecord?
            return all[piece * size..<min(piece * size + size, all.count)].map { groups in
                index.entity(of: groups) { number in
                    if last?.number != number { last = record(number) }
                    return last
                }
            }
        }
        return pieces.flatMap { $0 }
    }

    private func tally(_ group: Int, _ record: (Int) -> NumberedRecord?) -> GroupTally {
        if let tally = tallies[group] { return tally }
        var tally = GroupTally()
        for member in members[group] {
            guard let record = record(member.report) else { continue }
            tally.count(
                record.record.entities[member.entity], isReferredTo: record.referredTo.contains(member.entity), by: 1)
        }
        return tally
    }

    /// The touched groups and all that may be linked with them, before or after the change.
    private mutating func block(around touched: Set<Int>) -> [Int] {
        var seen = touched
        var queue = Array(touched)
        var next = 0
        func visit(_ groups: some Sequence<Int>) {
            for group in groups where seen.insert(group).inserted { queue.append(group) }
        }
        while next < queue.count {
            let group = queue[next]
            next += 1
            guard case .name(let name, _, _) = keys[group] else { continue }
            // What the forms were before is still noted here; only touched groups can have others now.
            for form in shortForms[group] { visit(groups(named: form)) }
            if touched.contains(group) {
                updateForms(of: group)
                for form in shortForms[group] { visit(groups(named: form)) }
            }
            visit(groupsOfForm[name] ?? [])
            visit(groups(named: name))
            if let entity = entities[entityOfGroup[group]] { visit(entity.groups) }
        }
        return queue
    }

    private func groups(named name: String) -> [Int] {
        [false, true].compactMap { numbers[.name(name, isPerson: $0, setting: "")] }.filter {
            !members[$0].isEmpty || entityOfGroup[$0] >= 0
        }
    }

    private mutating func updateForms(of group: Int) {
        let forms = tallies[group].map { EntityLinker.shortForms(of: keys[group], $0.summary) } ?? []
        for form in shortForms[group].subtracting(forms) {
            groupsOfForm[form]?.remove(group)
            if groupsOfForm[form]?.isEmpty == true { groupsOfForm[form] = nil }
        }
        for form in forms.subtracting(shortForms[group]) { groupsOfForm[form, default: []].insert(group) }
        shortForms[group] = forms
    }

    private func entity(of groups: [Int], _ record: (Int) -> NumberedRecord?) -> LiveEntity {
        var summary = GroupSummary()
        var forms: Set<String> = []
        var isReferredTo = false
        var leastLabel: String?
        var kind = Mention.Kind.pronoun
        var least: LeastMembers?
        for group in groups {
            let tally = tally(group, record)
            summary.add(tally.summary)
            forms.formUnion(tally.surfaceForms)
            isReferredTo = isReferredTo || tally.referredTo > 0
            kind = tally.kind
            if let label = tally.leastLabel { leastLabel = min(label, leastLabel ?? label) }
            if let one = leasts[group] { least = least.map { $0.joined(with: one) } ?? one }
        }
        let name = summary.entityName ?? leastLabel ?? "unnamed"
        return LiveEntity(
            groups: groups, label: name,
            type: types.isEmpty ? summary.type : types[NameForms.key(name)] ?? summary.type, kind: kind,
            otherLabels: forms.subtracting([name]).sorted(), isReferredTo: isReferredTo,
            leastMention: least.map { ($0.mention.report, $0.mention.begin) } ?? (0, 0),
            leastMember: least.map { ($0.member.report, $0.member.entity) } ?? (0, 0))
    }

    // MARK: Identifiers

    private mutating func replace(_ old: [Int: LiveEntity], by fresh: [LiveEntity]) -> Change {
        var change = Change()
        var slugs: [String: SlugChange] = [:]
        var before: [Int: LiveEntity] = [:]
        var unchanged = Set<[Int]>()
        var oldByGroups: [[Int]: (Int, LiveEntity)] = [:]
        for (number, entity) in old { oldByGroups[entity.groups] = (number, entity) }
        for entity in fresh {
            guard let (_, known) = oldByGroups[entity.groups] else { continue }
            if known.isSame(entity) { unchanged.insert(entity.groups) }
        }
        for (number, entity) in old where !unchanged.contains(entity.groups) {
            before[number] = entity
            remove(number, entity, &slugs)
        }
        var added: Set<Int> = []
        for entity in fresh where !unchanged.contains(entity.groups) {
            let number = nextEntity
            nextEntity += 1
            entities[number] = entity
            for group in entity.groups { entityOfGroup[group] = number }
            let slug = NameForms.slug(entity.label)
            slugs[slug, default: SlugChange(before: bySlug[slug]?.count ?? 0)].added.append(number)
            bySlug[slug, default: []].insert(number)
            added.insert(number)
        }
        let renamed = rename(slugs)
        for (number, old) in renamed where !added.contains(number) { before[number] = old }
        for number in before.keys.sorted() {
            guard let entity = before[number] else { continue }
            change.oldEntities.append(entity)
        }
        let changedNow = added.union(before.keys).sorted().filter { entities[$0] != nil }
        for number in changedNow { if let entity = entities[number] { change.newEntities.append(entity) } }
        noteIdentifiers(&change)
        return change
    }

    private mutating func remove(_ number: Int, _ entity: LiveEntity, _ slugs: inout [String: SlugChange]) {
        let slug = NameForms.slug(entity.label)
        slugs[slug, default: SlugChange(before: bySlug[slug]?.count ?? 0)].touches(baseOfEntity[number])
        bySlug[slug]?.remove(number)
        if bySlug[slug]?.isEmpty == true { bySlug[slug] = nil }
        if let base = baseOfEntity.removeValue(forKey: number) {
            byBase[base]?.remove(number)
            // Those that shared it count anew.
            if byBase[base]?.isEmpty == true { byBase[base] = nil }
        }
        for group in entity.groups where entityOfGroup[group] == number { entityOfGroup[group] = -1 }
        entities[number] = nil
    }

    /// What happened to the entities of a slug.
    private struct SlugChange {
        /// How many there were.
        var before: Int
        var added: [Int] = []
        /// Identifiers without their numbers, one of whose entities is gone.
        var bases: Set<String> = []

        init(before: Int) { self.before = before }

        mutating func touches(_ base: String?) {
            if let base { bases.insert(base) }
        }
    }

    /// Gives identifiers anew to the entities of some slugs; those that have another one now, as they were.
    private mutating func rename(_ slugs: [String: SlugChange]) -> [Int: LiveEntity] {
        var bases: Set<String> = []
        for (slug, change) in slugs {
            bases.formUnion(change.bases)
            guard let sharing = bySlug[slug] else { continue }
            let isShared = sharing.count > 1
            // Where a slug stays shared, or stays alone, only what is new has no identifier yet.
            for number in isShared && change.before > 1 ? change.added : Array(sharing) {
                guard let entity = entities[number] else { continue }
                let isMarked = isShared || isStandalone && entity.groups.allSatisfy { keys[$0].isOfOneReport }
                let base = slug + (isMarked ? "-" + hash(entity.leastMention) : "")
                bases.insert(base)
                guard baseOfEntity[number] != base else { continue }
                if let old = baseOfEntity[number] {
                    byBase[old]?.remove(number)
                    if byBase[old]?.isEmpty == true { byBase[old] = nil }
                    bases.insert(old)
                }
                baseOfEntity[number] = base
                byBase[base, default: []].insert(number)
            }
        }
        var renamed: [Int: LiveEntity] = [:]
        for base in bases {
            let sharing = (byBase[base] ?? []).compactMap { number in entities[number].map { (number, $0) } }
                .sorted { precedes($0.1, $1.1) }
            for (index, (number, entity)) in sharing.enumerated() {
                let identifier = index == 0 ? base : "\(base)-\(index + 1)"
                guard entity.identifier != identifier else { continue }
                if !entity.identifier.isEmpty { renamed[number] = entity }
                entities[number]?.identifier = identifier
            }
        }
        return renamed
    }

    private func hash(_ mention: (report: Int, begin: Int)) -> Substring {
        SHA256.hexadecimal(of: "\(reportKeys[mention.report]?.hash ?? ""):\(mention.begin)").prefix(8)
    }

    private func precedes(_ left: LiveEntity, _ right: LiveEntity) -> Bool {
        guard let leftKey = reportKeys[left.leastMember.report], let rightKey = reportKeys[right.leastMember.report]
        else { return false }
        return (leftKey, left.leastMember.entity) < (rightKey, right.leastMember.entity)
    }

    private func noteIdentifiers(_ change: inout Change) {
        for entity in change.oldEntities {
            for group in entity.groups {
                let now = self.entity(group)
                if now?.identifier != entity.identifier || now?.label != entity.label {
                    change.oldNames[group] = (entity.identifier, entity.label)
                }
            }
        }
    }
}
