import RDF

/// A record with the number that stands for its report while it is there.
struct NumberedRecord: Sendable {
    var number: Int
    var record: ReportRecord
    /// The local entities that claims refer to.
    var referredTo: Set<Int>

    init(number: Int, record: ReportRecord) {
        self.number = number
        self.record = record
        referredTo = record.referredTo
    }
}

/// A record as bytes, with what is asked of it most.
public struct StoredRecord: Hashable, Sendable {
    /// Which report it is of.
    public var key: ReportKey
    /// How many sentences the report has.
    public var sentenceCount: Int
    /// The record, encoded.
    public var bytes: [UInt8]

    /// A record's stored form.
    public init(_ record: ReportRecord) {
        key = ReportKey(hash: record.hash, source: record.source)
        sentenceCount = record.sentenceCount
        bytes = record.encoded
    }

    private init(key: ReportKey, sentenceCount: Int, bytes: [UInt8]) {
        self.key = key
        self.sentenceCount = sentenceCount
        self.bytes = bytes
    }

    /// Records as bytes.
    public static func encode(_ records: [StoredRecord]) -> [UInt8] {
        var writer = BinaryWriter()
        writer.write(records) { writer, record in
            writer.write(record.key.hash)
            writer.write(record.key.source)
            writer.write(record.sentenceCount)
            writer.write(record.bytes)
        }
        return writer.bytes
    }

    /// The records of some bytes.
    ///
    /// - Throws: `DamagedData` when they are not what `encode` gives.
    public static func list(encoded bytes: [UInt8]) throws(DamagedData) -> [StoredRecord] {
        var reader = BinaryReader(bytes[...])
        return try reader.list { (reader) throws(DamagedData) in
            StoredRecord(
                key: ReportKey(hash: try reader.text(), source: try reader.text()),
                sentenceCount: try reader.number(), bytes: Array(try reader.piece()))
        }
    }

    /// The record; nil when the bytes are damaged.
    public var record: ReportRecord? { try? ReportRecord(encoded: bytes[...]) }
}

/// The triples that a set of records gives, kept up to date as reports come and go.
///
/// A change tells which triples are given no longer and which are given now; it costs what the reports cost that come, go or
/// refer to an entity whose identifier changes. The result is what `Corpus.triples()` gives of the same set.
public struct GraphDerivation: Sendable {
    /// A triple as one report or entity gives it.
    public struct Statement: Hashable, Sendable {
        /// The triple.
        public var triple: Triple
        /// Whether others may give it too (a fact, a description), or the report's own text alone can.
        public var isShared: Bool
    }

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
    private var nextNumber = 0

    /// Nothing yet.
    ///
    /// - Parameter isStandalone: whether identifiers are those of one report among many that are never seen together: names
    ///   alone are shared, and everything else is told from that of other reports.
    public init(options: MappingOptions, corrections: Corrections = Corrections(), isStandalone: Bool = false) {
        self.options = options
        self.corrections = corrections
        index = EntityIndex(apart: corrections.apart, types: corrections.types, isStandalone: isStandalone)
    }

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
        var change = Change()
        var touched: Set<Int> = []
        var leaving = removed
        for record in added where numbers[record.key] != nil { leaving.append(record.key) }
        for key in leaving { remove(key, &change, &touched) }
        for record in added { add(record, &change, &touched) }
        settle(&change, touched)
        return change
    }

    /// Takes other corrections; texts are not read again, and reports that they do not touch cost only a look.
    public mutating func correct(_ corrections: Corrections) -> Change {
        var change = Change()
        var touched: Set<Int> = []
        let old = self.corrections
        var replaced: [StoredRecord] = []
        for (_, number) in numbers {
            guard let stored = records[number], let record = stored.record,
                old.applied(to: record) != corrections.applied(to: record)
            else { continue }
            replaced.append(stored)
        }
        for stored in replaced { remove(stored.key, &change, &touched) }
        touched.formUnion(index.take(apart: corrections.apart, types: corrections.types))
        let subjects = Set(old.removed.symmetricDifference(corrections.removed).map(\.subject))
        noteReports(telling: subjects, &change)
        self.corrections = corrections
        change.oldCorrections = old
        for stored in replaced { add(stored, &change, &touched) }
        settle(&change, touched)
        noteReports(telling: subjects, &change)
        return change
    }

    /// Marks the reports that tell of something by a name as changed.
    private func noteReports(telling names: Set<String>, _ change: inout Change) {
        for report in Set(names.flatMap { index.reports(named: $0) }) where !change.came.contains(report) {
            if let key = records[report]?.key { change.hashes.insert(key.hash) }
        }
    }

    private mutating func remove(_ key: ReportKey, _ change: inout Change, _ touched: inout Set<Int>) {
        guard let number = numbers.removeValue(forKey: key), let record = numbered(number),
            let groups = groups.removeValue(forKey: number)
        else { return }
        if change.oldSources[key.hash] == nil { change.oldSources[key.hash] = reportsOfHash[key.hash] ?? [] }
        index.count(record, groups: groups, adding: false)
        for group in groups {
            touched.insert(group)
            if change.entities.oldNames[group] == nil, let entity = index.entity(group) {
                change.entities.oldNames[group] = (entity.identifier, entity.label)
            }
        }
        change.gone[number] = record.record
        change.oldGroups[number] = groups
        change.hashes.insert(key.hash)
        records[number] = nil
        reportsOfHash[key.hash]?.removeAll { $0 == number }
        if reportsOfHash[key.hash]?.isEmpty == true { reportsOfHash[key.hash] = nil }
    }

    private mutating func add(_ stored: StoredRecord, _ change: inout Change, _ touched: inout Set<Int>) {
        let key = stored.key
        guard numbers[key] == nil, let record = stored.record else { return }
        if change.oldSources[key.hash] == nil { change.oldSources[key.hash] = reportsOfHash[key.hash] ?? [] }
        let number = nextNumber
        nextNumber += 1
        numbers[key] = number
        records[number] = stored
        let corrected = NumberedRecord(number: number, record: corrections.applied(to: record))
        let groups = corrected.record.entities.map { index.group(of: $0, in: corrected.record) }
        self.groups[number] = groups
        reportsOfHash[key.hash, default: []].append(number)
        index.count(corrected, groups: groups, adding: true)
        touched.formUnion(groups)
        change.came.insert(number)
        change.hashes.insert(key.hash)
    }

    private mutating func settle(_ change: inout Change, _ touched: Set<Int>) {
        let before = change.entities.oldNames
        // Groups of one report come one after the other: each record is decoded once.
        var last: NumberedRecord?
        let (records, corrections) = (records, corrections)
        change.entities = index.settle(touched) { number in
            if last?.number != number {
                last = records[number]?.record.map {
                    NumberedRecord(number: number, record: corrections.applied(to: $0))
                }
            }
            return last
        }
        index.forget(Array(change.gone.keys))
        for (group, name) in before { change.entities.oldNames[group] = name }
        for (group, name) in change.entities.oldNames {
            // A label matters where statements are removed by it.
            guard let entity = index.entity(group), entity.identifier != name.identifier || entity.label != name.label
            else { continue }
            for report in index.reports(of: group) where !change.came.contains(report) {
                if let key = records[report]?.key { change.hashes.insert(key.hash) }
            }
        }
    }

    // MARK: Statements

    /// The statements that what a change touched gave before it.
    public func oldStatements(_ change: Change, _ body: (Statement) -> Void) {
        for hash in change.hashes.sorted() {
            let numbers = change.oldSources[hash] ?? (reportsOfHash[hash] ?? []).filter { !change.came.contains($0) }
            let records = numbers.compactMap { number -> (ReportRecord, [Int])? in
                if let gone = change.gone[number] { return (gone, change.oldGroups[number] ?? []) }
                guard let record = numbered(number) else { return nil }
                return (record.record, groups[number] ?? [])
            }
            let corrections = change.oldCorrections ?? corrections
            emit(records, corrections, body) { group in
                change.entities.oldNames[group] ?? index.entity(group).map { ($0.identifier, $0.label) }
            }
        }
        for entity in change.entities.oldEntities { emit(entity, body) }
    }

    /// The statements that what a change touched gives after it.
    public func newStatements(_ change: Change, _ body: (Statement) -> Void) {
        for hash in change.hashes.sorted() {
            let records = (reportsOfHash[hash] ?? []).compactMap { number -> (ReportRecord, [Int])? in
                numbered(number).map { ($0.record, groups[number] ?? []) }
            }
            emit(records, corrections, body) { group in index.entity(group).map { ($0.identifier, $0.label) } }
        }
        for entity in change.entities.newEntities { emit(entity, body) }
    }

    /// Everything that the set gives, from its beginning.
    public func allStatements(_ body: (Statement) -> Void) {
        for hash in reportsOfHash.keys.sorted() {
            let records = (reportsOfHash[hash] ?? []).compactMap { number -> (ReportRecord, [Int])? in
                numbered(number).map { ($0.record, groups[number] ?? []) }
            }
            emit(records, corrections, body) { group in index.entity(group).map { ($0.identifier, $0.label) } }
        }
        for entity in index.all { emit(entity, body) }
    }

    private func emit(
        _ records: [(ReportRecord, [Int])], _ corrections: Corrections, _ body: (Statement) -> Void,
        name: (Int) -> (identifier: String, label: String)?
    ) {
        var own: Set<Triple> = []
        for (var record, groups) in records {
            var mapper = GraphMapper(options: options)
            let names = groups.map(name)
            corrections.dropRemoved(from: &record) { names[$0]?.label ?? "" }
            mapper.add(record) { names[$0]?.identifier }
            for triple in mapper.triples {
                if isOwn(triple) {
                    if records.count == 1 || own.insert(triple).inserted {
                        body(Statement(triple: triple, isShared: false))
                    }
                } else {
                    body(Statement(triple: triple, isShared: true))
                }
            }
        }
    }

    private func emit(_ entity: EntityIndex.LiveEntity, _ body: (Statement) -> Void) {
        var mapper = GraphMapper(options: options)
        mapper.describe(entity)
        for triple in mapper.triples { body(Statement(triple: triple, isShared: true)) }
    }

    /// Whether a triple is about a report or a claim, and so is given by one text alone.
    private func isOwn(_ triple: Triple) -> Bool {
        guard case .iri(let subject) = triple.subject else { return false }
        return subject.hasPrefix(options.vocabulary.report) || subject.hasPrefix(options.vocabulary.claim)
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
