import RDF

/// The triples that a set of records gives, kept up to date as reports come and go.
///
/// A change tells which triples are given no longer and which are given now; it costs what the reports cost that come, go or
/// refer to an entity whose identifier changes. The result is what `Corpus.triples()` gives of the same set.
public struct GraphDerivation: Sendable {
    /// What a change of the set did.
    public struct Change: Sendable {
        /// Reports that went, by number, as they were.
        fileprivate var gone: [Int: ReportRecord] = [:]
        /// Numbers of the reports that came.
        fileprivate var came: Set<Int> = []
        /// Hashes of reports whose triples are to be compared.
        fileprivate var hashes: Set<String> = []
        fileprivate var entities = EntityIndex.Change()
        fileprivate var oldGroups: [Int: [Int]] = [:]
        fileprivate var oldSources: [String: [Int]] = [:]
        /// The corrections before, where they changed.
        fileprivate var oldCorrections: Corrections?

        /// Whether nothing was there before that changed.
        public var isAddingOnly: Bool {
            gone.isEmpty && entities.oldEntities.isEmpty && oldSources.values.allSatisfy(\.isEmpty)
        }

        /// How many texts, and how many entities, make one piece.
        private static let pieceSize = (texts: 16, entities: 256)

        /// The pieces whose statements can be made on several threads, those before the change and those after it.
        public var pieces: [Piece] {
            let hashes = hashes.sorted()
            var pieces: [Piece] = []
            for moment in [Moment.before, .after] {
                for start in stride(from: 0, to: hashes.count, by: Self.pieceSize.texts) {
                    let end = min(start + Self.pieceSize.texts, hashes.count)
                    pieces.append(Piece(moment: moment, texts: hashes[start..<end]))
                }
                let count = moment == .before ? entities.oldEntities.count : entities.newEntities.count
                for start in stride(from: 0, to: count, by: Self.pieceSize.entities) {
                    pieces.append(
                        Piece(moment: moment, entities: start..<min(start + Self.pieceSize.entities, count)))
                }
            }
            return pieces
        }
    }

    /// The time before a change, or after it.
    public enum Moment: Sendable {
        /// What was given until then.
        case before
        /// What is given from then on.
        case after
    }

    /// Some of the texts or entities that a change touched.
    public struct Piece: Sendable {
        /// Whether it tells what they gave or what they give.
        public var moment: Moment
        fileprivate var texts: ArraySlice<String> = []
        fileprivate var entities: Range<Int> = 0..<0
    }

    /// How claims become triples.
    public let options: MappingOptions
    /// What the user corrected.
    public private(set) var corrections: Corrections
    private var index: EntityIndex
    private var numbers: [ReportKey: Int] = [:]
    /// Records as they were read, before corrections, encoded.
    private var records: [Int: StoredRecord] = [:]
    private var groups: [Int: [Int]] = [:]
    /// The reports of one text, which may have been read from several places.
    private var reportsOfHash: [String: [Int]] = [:]
    private(set) var nextNumber = 0
    /// What was added and taken out since the entities were last brought up to date.
    private var pending = Change()
    private var touched: Set<Int> = []
    /// The reports among them that came and went again.
    private var passing: [Int] = []
    /// How many threads work.
    public var jobs = 1

    /// Nothing yet.
    ///
    /// - Parameter isStandalone: whether identifiers are those of one report among many that are never seen together: names
    ///   alone are shared, and everything else is told from that of other reports.
    public init(options: MappingOptions, corrections: Corrections = Corrections(), isStandalone: Bool = false) {
        self.options = options
        self.corrections = corrections
        index = EntityIndex(apart: corrections.apart, types: corrections.types, isStandalone: isStandalone)
    }

    /// What was saved, with the records in the order in which they were written and the corrections that were in force;
    /// nil where the two do not belong together.
    public init?(
        _ saved: SavedDerivation, records: [StoredRecord], options: MappingOptions, corrections: Corrections
    ) {
        guard records.count == saved.numbers.count else { return nil }
        self.options = options
        self.corrections = corrections
        var keys: [Int: ReportKey] = [:]
        for (place, record) in records.enumerated() {
            let number = Int(saved.numbers[place])
            var reader = BinaryReader(saved.groups[place])
            guard let groups = try? reader.list({ (reader) throws(DamagedData) in try reader.number() }),
                groups.allSatisfy(saved.index.entityOfGroup.indices.contains)
            else { return nil }
            numbers[record.key] = number
            self.records[number] = record
            self.groups[number] = groups
            reportsOfHash[record.key.hash, default: []].append(number)
            keys[number] = record.key
        }
        nextNumber = saved.nextNumber
        index = EntityIndex(saved.index, apart: corrections.apart, types: corrections.types, reportKeys: keys)
    }

    /// A report's number, and the groups of its local entities.
    func place(of key: ReportKey) -> (number: Int, groups: [Int]) {
        let number = numbers[key] ?? 0
        return (number, groups[number] ?? [])
    }

    /// The entities as columns of a file.
    var savedIndex: SavedEntityIndex { index.saved }

    /// How many reports there are.
    public var count: Int { numbers.count }

    /// The reports, in an order that depends on the set alone.
    public var reports: [ReportKey] { numbers.keys.sorted() }

    /// Whether a report is there.
    public func contains(_ key: ReportKey) -> Bool { numbers[key] != nil }

    /// A report's record as it was read, before corrections.
    public func record(_ key: ReportKey) -> ReportRecord? {
        stored(key)?.record
    }

    /// A report's record as it was read, encoded.
    public func stored(_ key: ReportKey) -> StoredRecord? { numbers[key].flatMap { records[$0] } }

    private func numbered(_ number: Int) -> NumberedRecord? {
        records[number]?.record.map { NumberedRecord(number: number, record: corrections.applied(to: $0)) }
    }

    // MARK: Changing

    /// Takes reports out and adds others; one that is there is replaced.
    public mutating func update(adding added: [StoredRecord], removing removed: [ReportKey] = []) -> Change {
        for key in removed { remove(key) }
        let corrections = corrections
        if jobs == 1 || added.count < 32 {
            for record in added { if let prepared = PreparedRecord(record, corrections) { add(prepared) } }
        } else {
            _ = OrderedWork.run(
                count: added.count, jobs: jobs, isStopped: { false },
                work: { PreparedRecord(added[$0], corrections) },
                consume: { _, prepared in if let prepared { add(prepared) } })
        }
        return settle()
    }

    /// Takes a report out; what follows from that is worked out by `settle`.
    public mutating func remove(_ key: ReportKey) {
        guard let number = numbers.removeValue(forKey: key), let record = numbered(number),
            let groups = groups.removeValue(forKey: number)
        else { return }
        noteSources(of: key.hash)
        index.count(record, groups: groups, adding: false)
        let isNew = pending.came.remove(number) != nil
        for group in groups {
            touched.insert(group)
            if pending.entities.oldNames[group] == nil, let entity = index.entity(group) {
                pending.entities.oldNames[group] = (entity.identifier, entity.label)
            }
        }
        // A report that came and went in between never gave anything.
        if !isNew {
            pending.gone[number] = record.record
            pending.oldGroups[number] = groups
        }
        pending.hashes.insert(key.hash)
        records[number] = nil
        reportsOfHash[key.hash]?.removeAll { $0 == number }
        if reportsOfHash[key.hash]?.isEmpty == true { reportsOfHash[key.hash] = nil }
        if isNew { passing.append(number) }
    }

    /// Adds a report, in place of one of the same text and source; what follows from that is worked out by `settle`.
    public mutating func add(_ prepared: PreparedRecord) {
        guard prepared.corrections == corrections else {
            if let again = PreparedRecord(prepared.stored, corrections) { add(again) }
            return
        }
        let key = prepared.stored.key
        remove(key)
        noteSources(of: key.hash)
        let number = nextNumber
        nextNumber += 1
        numbers[key] = number
        records[number] = prepared.stored
        let groups = prepared.groups.map { index.number(of: $0) }
        self.groups[number] = groups
        reportsOfHash[key.hash, default: []].append(number)
        index.count(NumberedRecord(number: number, prepared), groups: groups, adding: true)
        touched.formUnion(groups)
        pending.came.insert(number)
        pending.hashes.insert(key.hash)
    }

    private mutating func noteSources(of hash: String) {
        if pending.oldSources[hash] == nil { pending.oldSources[hash] = reportsOfHash[hash] ?? [] }
    }

    /// Takes other corrections; texts are not read again, and reports that they do not touch cost only a look.
    public mutating func correct(_ corrections: Corrections) -> Change {
        let old = self.corrections
        let replaced = stored(changedFrom: old, to: corrections)
        for stored in replaced { remove(stored.key) }
        touched.formUnion(index.take(apart: corrections.apart, types: corrections.types))
        let subjects = Set(old.removed.symmetricDifference(corrections.removed).map(\.subject))
        var telling = reports(telling: subjects)
        self.corrections = corrections
        pending.oldCorrections = old
        for stored in replaced { if let prepared = PreparedRecord(stored, corrections) { add(prepared) } }
        let came = pending.came
        var change = settle()
        telling.formUnion(reports(telling: subjects))
        for report in telling where !came.contains(report) {
            if let key = records[report]?.key { change.hashes.insert(key.hash) }
        }
        return change
    }

    /// The records that other corrections make another thing of, in the order of their numbers.
    private func stored(changedFrom old: Corrections, to corrections: Corrections) -> [StoredRecord] {
        let all = numbers.values.sorted()
        let records = records
        let size = 64
        let changed = OrderedWork.map(count: (all.count + size - 1) / size, jobs: jobs) { piece in
            all[piece * size..<min(piece * size + size, all.count)].compactMap { number -> StoredRecord? in
                guard let stored = records[number], let record = stored.record,
                    old.applied(to: record) != corrections.applied(to: record)
                else { return nil }
                return stored
            }
        }
        return changed.flatMap { $0 }
    }

    /// The reports that tell of something by a name.
    private func reports(telling names: Set<String>) -> Set<Int> {
        Set(names.flatMap { index.reports(named: $0) })
    }

    /// Brings the entities up to date with the reports that were added and taken out, and tells what changed.
    public mutating func settle() -> Change {
        var change = pending
        let touched = touched
        pending = Change()
        self.touched = []
        let before = change.entities.oldNames
        let (records, corrections) = (records, corrections)
        change.entities = index.settle(touched, jobs: jobs) { number in
            records[number]?.record.map { NumberedRecord(number: number, record: corrections.applied(to: $0)) }
        }
        index.forget(Array(change.gone.keys) + passing)
        passing = []
        for (group, name) in before { change.entities.oldNames[group] = name }
        // A label matters where statements are removed by it.
        let labelsMatter = !corrections.removed.isEmpty || change.oldCorrections?.removed.isEmpty == false
        for (group, name) in change.entities.oldNames {
            guard let entity = index.entity(group),
                entity.identifier != name.identifier || labelsMatter && entity.label != name.label
            else { continue }
            for report in index.reports(of: group) where !change.came.contains(report) {
                if let key = self.records[report]?.key { change.hashes.insert(key.hash) }
            }
        }
        return change
    }

    // MARK: Statements

    /// The statements of a piece of a change. Any thread may ask.
    public func statements(of piece: Piece, in change: Change) -> StatementBatch {
        var mapper = GraphMapper(options: options)
        let isBefore = piece.moment == .before
        let corrections = isBefore ? change.oldCorrections ?? corrections : corrections
        for hash in piece.texts {
            var numbers = reportsOfHash[hash] ?? []
            if isBefore {
                numbers = change.oldSources[hash] ?? numbers.filter { !change.came.contains($0) }
            }
            for number in numbers {
                guard let (record, groups) = record(number, isBefore ? change : nil) else { continue }
                let names = groups.map { group -> (identifier: String, label: String)? in
                    if isBefore, let name = change.entities.oldNames[group] { return name }
                    return index.entity(group).map { ($0.identifier, $0.label) }
                }
                add(record, named: names, corrections, to: &mapper)
            }
            mapper.endText()
        }
        let entities = isBefore ? change.entities.oldEntities : change.entities.newEntities
        for entity in entities[piece.entities] { mapper.describe(entity) }
        return mapper.batch
    }

    private func record(_ number: Int, _ change: Change?) -> (ReportRecord, [Int])? {
        if let gone = change?.gone[number] { return (gone, change?.oldGroups[number] ?? []) }
        return numbered(number).map { ($0.record, groups[number] ?? []) }
    }

    private func add(
        _ record: ReportRecord, named names: [(identifier: String, label: String)?], _ corrections: Corrections,
        to mapper: inout GraphMapper
    ) {
        var record = record
        corrections.dropRemoved(from: &record) { names[$0]?.label ?? "" }
        mapper.add(record) { names[$0]?.identifier }
    }

    /// Every triple that the set gives, from its beginning; some of them several times.
    public func forEachTriple(_ body: (Triple) -> Void) {
        var mapper = GraphMapper(options: options)
        for hash in reportsOfHash.keys.sorted() {
            for number in reportsOfHash[hash] ?? [] {
                guard let (record, groups) = record(number, nil) else { continue }
                let names = groups.map { group in index.entity(group).map { ($0.identifier, $0.label) } }
                add(record, named: names, corrections, to: &mapper)
            }
            mapper.endText()
        }
        for entity in index.all { mapper.describe(entity) }
        let batch = mapper.batch
        for place in batch.triples.indices { body(batch.triple(place)) }
    }

    // MARK: Rows

    /// Every claim as a row, by source and then in the order of the text.
    public func forEachRow(_ body: (ClaimRow) -> Bool) {
        for key in numbers.keys.sorted(by: { ($0.source, $0.hash) < ($1.source, $1.hash) }) {
            guard let number = numbers[key], var record = numbered(number)?.record, let groups = groups[number] else {
                continue
            }
            corrections.dropRemoved(from: &record) { index.entity(groups[$0])?.label ?? "" }
            for claim in record.claims {
                let row = ClaimRow(claim, of: record) { local in
                    index.entity(groups[local])?.label ?? record.entities[local].label
                }
                guard body(row) else { return }
            }
        }
    }

    /// The identifier of the entity that a local entity of a report is.
    public func identifier(_ key: ReportKey, _ local: Int) -> String? {
        guard let number = numbers[key], let groups = groups[number], groups.indices.contains(local) else { return nil }
        return index.identifier(groups[local])
    }

    /// The labels of the entities that a report tells of, in the order of its local entities.
    public func labels(_ key: ReportKey) -> [String] {
        guard let number = numbers[key], let groups = groups[number] else { return [] }
        return groups.map { index.entity($0)?.label ?? "" }
    }
}
