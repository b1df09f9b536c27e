import RDF

/// The entities of a set of records, kept up to date as reports come and go.
///
/// What it holds is the same as `Corpus.entities()` makes of the same set, from scratch. A change costs what the groups cost
/// that it touches and the groups that are linked with them; it does not grow with the whole.
struct EntityIndex: Sendable {
    /// The numbers of groups that stand in no file.
    private var numbers: [GroupKey: Int] = [:]
    /// The groups of a file, by key; their numbers come first.
    private let savedGroups: FrozenTable
    private var groups: ThawingColumn<Group>
    /// The groups that a form may mean.
    private var groupsOfForm: ThawingSets
    /// By group, its entity; -1 where the group has no members.
    private var entityOfGroup: [Int32] = []
    /// By number; those that are gone have no groups.
    private var entities: ThawingColumn<LiveEntity>
    private var bySlug: ThawingSets
    private var byBase: ThawingSets
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
        savedGroups = FrozenTable()
        groups = ThawingColumn()
        groupsOfForm = ThawingSets()
        entities = ThawingColumn()
        bySlug = ThawingSets()
        byBase = ThawingSets()
    }

    /// An index as it was saved; `reportKeys` are the keys of the reports by the numbers that they had.
    init(
        _ saved: SavedEntityIndex, apart: [String: Set<String>], types: [String: String],
        reportKeys: [Int: ReportKey]
    ) {
        isStandalone = false
        self.apart = apart
        self.types = types
        self.reportKeys = reportKeys
        savedGroups = saved.groups
        groups = ThawingColumn(saved.groups.column)
        groupsOfForm = ThawingSets(saved.forms)
        entityOfGroup = saved.entityOfGroup
        entities = ThawingColumn(saved.entities)
        bySlug = ThawingSets(saved.slugs)
        byBase = ThawingSets(saved.bases)
    }

    /// All of it as columns for a file.
    var saved: SavedEntityIndex {
        let groups = groups.freeze()
        return SavedEntityIndex(
            groups: groups.count == savedGroups.column.count ? savedGroups.with(groups) : FrozenTable(groups),
            entityOfGroup: entityOfGroup, entities: entities.freeze(), forms: groupsOfForm.freeze(),
            slugs: bySlug.freeze(), bases: byBase.freeze())
    }

    /// The number of a group, a new one when it was never met.
    mutating func number(of key: GroupKey) -> Int {
        if let number = known(key) { return number }
        let number = groups.count
        numbers[key] = number
        groups.append(Group(key: key))
        entityOfGroup.append(-1)
        return number
    }

    private func known(_ key: GroupKey) -> Int? {
        if let number = numbers[key] { return number }
        return savedGroups.column.count == 0 ? nil : savedGroups.find(key.encoded)
    }

    /// The reports that have a member in a group.
    func reports(of group: Int) -> [Int] { groups[group].members.map(\.report) }

    /// The reports that tell of something by a folded name.
    func reports(named name: String) -> [Int] {
        groups(named: name).flatMap { entity($0)?.groups ?? [$0] }.flatMap { reports(of: $0) }
    }

    /// The identifier of a group's entity, or nil where it has no members.
    func identifier(_ group: Int) -> String? { entity(group)?.identifier }

    /// The entity of a group, or nil where it has no members.
    func entity(_ group: Int) -> LiveEntity? {
        entityOfGroup.indices.contains(group) ? live(Int(entityOfGroup[group])) : nil
    }

    /// The entity of a number, or nil where it is gone.
    private func live(_ number: Int) -> LiveEntity? {
        guard number >= 0 else { return nil }
        let entity = entities[number]
        return entity.groups.isEmpty ? nil : entity
    }

    /// All entities, in the order of their numbers.
    var all: some Sequence<LiveEntity> { (0..<entities.count).lazy.compactMap { live($0) } }

    // MARK: Changing

    /// Counts the members of a record in or out; `settle` then brings the entities up to date.
    mutating func count(_ record: NumberedRecord, groups: [Int], adding: Bool) {
        if adding { reportKeys[record.number] = ReportKey(hash: record.record.hash, source: record.record.source) }
        for (index, entity) in record.record.entities.enumerated() {
            let group = groups[index]
            let member = GroupTally.Member(report: record.number, entity: index, begin: entity.begin)
            let isReferredTo = record.referredTo.contains(index)
            let reportKeys = reportKeys
            self.groups.update(group) { group in
                if adding {
                    group.add(member, reportKeys)
                } else {
                    group.remove(member, reportKeys)
                }
                guard !group.key.isOfOneReport else { return }
                var tally = group.tally ?? GroupTally()
                group.tally = nil
                tally.count(entity, isReferredTo: isReferredTo, by: adding ? 1 : -1)
                group.tally = group.members.isEmpty ? nil : tally
            }
        }
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
            if let entity = entity(group) { oldEntities[Int(entityOfGroup[group])] = entity }
        }
        var names: [GroupKey: GroupSummary] = [:]
        var alone: [[Int]] = []
        var keys: [Int: GroupKey] = [:]
        for number in block.sorted() {
            let group = groups[number]
            guard !group.members.isEmpty else { continue }
            if case .name = group.key, let tally = group.tally {
                names[group.key] = tally.summary
                keys[number] = group.key
            } else {
                alone.append([number])
            }
        }
        let roots = EntityLinker.link(names, apart: apart)
        var joined: [GroupKey: [Int]] = [:]
        for (number, key) in keys.sorted(by: { $0.value < $1.value }) {
            joined[roots[key] ?? key, default: []].append(number)
        }
        alone += joined.sorted { $0.key < $1.key }.map(\.value)
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

    private func tally(_ group: Group, _ record: (Int) -> NumberedRecord?) -> GroupTally {
        if let tally = group.tally { return tally }
        var tally = GroupTally()
        for member in group.members {
            guard let record = record(member.report), record.record.entities.indices.contains(member.entity) else {
                continue
            }
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
            groups.thaw(group)
            guard case .name(let name, _, _) = groups[group].key else { continue }
            // What the forms were before is still noted here; only touched groups can have others now.
            for form in groups[group].shortForms { visit(groups(named: form)) }
            if touched.contains(group) {
                updateForms(of: group)
                for form in groups[group].shortForms { visit(groups(named: form)) }
            }
            visit(groupsOfForm[name])
            visit(groups(named: name))
            if let entity = entity(group) { visit(entity.groups) }
        }
        return queue
    }

    private func groups(named name: String) -> [Int] {
        [false, true].compactMap { known(.name(name, isPerson: $0, setting: "")) }.filter {
            entityOfGroup[$0] >= 0 || !groups[$0].members.isEmpty
        }
    }

    private mutating func updateForms(of number: Int) {
        let group = groups[number]
        let forms = group.tally.map { EntityLinker.shortForms(of: group.key, $0.summary) } ?? []
        for form in group.shortForms.subtracting(forms) { groupsOfForm.remove(number, for: form) }
        for form in forms.subtracting(group.shortForms) { groupsOfForm.insert(number, for: form) }
        groups.update(number) { $0.shortForms = forms }
    }

    private func entity(of numbers: [Int], _ record: (Int) -> NumberedRecord?) -> LiveEntity {
        var summary = GroupSummary()
        var forms: Set<String> = []
        var isReferredTo = false
        var leastLabel: String?
        var kind = Mention.Kind.pronoun
        var least: LeastMembers?
        for number in numbers {
            let group = groups[number]
            let tally = tally(group, record)
            summary.add(tally.summary)
            forms.formUnion(tally.surfaceForms)
            isReferredTo = isReferredTo || tally.referredTo > 0
            kind = tally.kind
            if let label = tally.leastLabel { leastLabel = min(label, leastLabel ?? label) }
            if let one = group.leasts, least?.join(one, reportKeys) == nil { least = one }
        }
        let name = summary.entityName ?? leastLabel ?? "unnamed"
        return LiveEntity(
            groups: numbers, label: name,
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
            let number = entities.count
            entities.append(entity)
            for group in entity.groups { entityOfGroup[group] = Int32(truncatingIfNeeded: number) }
            let slug = NameForms.slug(entity.label)
            slugs[slug, default: SlugChange(before: bySlug[slug].count)].added.append(number)
            bySlug.insert(number, for: slug)
            added.insert(number)
        }
        let renamed = rename(slugs)
        for (number, old) in renamed where !added.contains(number) { before[number] = old }
        for number in before.keys.sorted() {
            guard let entity = before[number] else { continue }
            change.oldEntities.append(entity)
        }
        for number in added.union(before.keys).sorted() {
            if let entity = live(number) { change.newEntities.append(entity) }
        }
        noteIdentifiers(&change)
        return change
    }

    private mutating func remove(_ number: Int, _ entity: LiveEntity, _ slugs: inout [String: SlugChange]) {
        let slug = NameForms.slug(entity.label)
        slugs[slug, default: SlugChange(before: bySlug[slug].count)].touches(entity.base)
        bySlug.remove(number, for: slug)
        // Those that shared it count anew.
        if !entity.base.isEmpty { byBase.remove(number, for: entity.base) }
        for group in entity.groups where entityOfGroup[group] == number { entityOfGroup[group] = -1 }
        entities.update(number) { $0 = LiveEntity() }
    }

    /// Gives identifiers anew to the entities of some slugs; those that have another one now, as they were.
    private mutating func rename(_ slugs: [String: SlugChange]) -> [Int: LiveEntity] {
        var bases: Set<String> = []
        for (slug, change) in slugs {
            bases.formUnion(change.bases)
            let sharing = bySlug[slug]
            let isShared = sharing.count > 1
            // Where a slug stays shared, or stays alone, only what is new has no identifier yet.
            for number in isShared && change.before > 1 ? change.added : Array(sharing) {
                guard let entity = live(number) else { continue }
                let isMarked = isShared || isStandalone && entity.groups.allSatisfy { groups[$0].key.isOfOneReport }
                let base = slug + (isMarked ? "-" + hash(entity.leastMention) : "")
                bases.insert(base)
                guard entity.base != base else { continue }
                if !entity.base.isEmpty {
                    byBase.remove(number, for: entity.base)
                    bases.insert(entity.base)
                }
                entities.update(number) { $0.base = base }
                byBase.insert(number, for: base)
            }
        }
        var renamed: [Int: LiveEntity] = [:]
        for base in bases {
            let sharing = byBase[base].compactMap { number in live(number).map { (number, $0) } }
                .sorted { precedes($0.1, $1.1) }
            for (index, (number, entity)) in sharing.enumerated() {
                let identifier = index == 0 ? base : "\(base)-\(index + 1)"
                guard entity.identifier != identifier else { continue }
                if !entity.identifier.isEmpty { renamed[number] = entity }
                entities.update(number) { $0.identifier = identifier }
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
