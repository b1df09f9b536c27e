import RDF

/// What can stand in a column of a file.
protocol Freezable: Sendable {
    /// Nothing: what stands in the place of damaged bytes.
    init()
    init(from reader: inout BinaryReader) throws(DamagedData)
    func freeze(to writer: inout BinaryWriter)
}

/// Values by number, of which the first may stand in a file's column until one of them is changed.
///
/// So opening what was saved costs nothing for values that nobody touches.
struct ThawingColumn<Value: Freezable>: Sendable {
    private let frozen: FrozenColumn
    /// Where those that were changed stand among the thawed.
    private var places: [Int: Int] = [:]
    private var thawed: [Value] = []
    /// Those that came after the frozen ones.
    private var fresh: [Value] = []

    init(_ frozen: FrozenColumn = FrozenColumn()) { self.frozen = frozen }

    var count: Int { frozen.count + fresh.count }

    mutating func append(_ value: Value) { fresh.append(value) }

    /// A value; of a number that there is none of, nothing.
    subscript(_ number: Int) -> Value {
        guard number >= 0, number < count else { return Value() }
        if number >= frozen.count { return fresh[number - frozen.count] }
        if let place = places[number] { return thawed[place] }
        var reader = BinaryReader(frozen[number])
        return (try? Value(from: &reader)) ?? Value()
    }

    /// Changes a value where it stands.
    mutating func update<Result>(_ number: Int, _ change: (inout Value) -> Result) -> Result {
        if number >= frozen.count { return change(&fresh[number - frozen.count]) }
        let place = places[number] ?? thaw(number)
        return change(&thawed[place])
    }

    /// Decodes a value that will be asked for often.
    @discardableResult
    mutating func thaw(_ number: Int) -> Int {
        if number >= frozen.count { return number }
        if let place = places[number] { return place }
        thawed.append(self[number])
        places[number] = thawed.count - 1
        return thawed.count - 1
    }

    /// All values as a column.
    func freeze() -> FrozenColumn {
        guard !places.isEmpty || !fresh.isEmpty else { return frozen }
        var column = FrozenColumn()
        for number in 0..<frozen.count {
            if let place = places[number] { column.append(thawed[place]) } else { column.append(frozen[number]) }
        }
        for value in fresh { column.append(value) }
        return column
    }
}

/// Sets of numbers by text, those of a file untouched until one of them changes.
struct ThawingSets: Sendable {
    private let frozen: FrozenTable
    private var changed: [String: Set<Int>] = [:]

    init(_ frozen: FrozenTable = FrozenTable()) { self.frozen = frozen }

    subscript(_ key: String) -> Set<Int> { changed[key] ?? thawed(key) ?? [] }

    mutating func insert(_ number: Int, for key: String) {
        if frozen.column.count > 0, changed[key] == nil, let set = thawed(key) { changed[key] = set }
        changed[key, default: []].insert(number)
    }

    mutating func remove(_ number: Int, for key: String) {
        let set = thawed(key)
        if changed[key] == nil, let set { changed[key] = set }
        changed[key]?.remove(number)
        if changed[key]?.isEmpty == true, set == nil { changed[key] = nil }
    }

    private func thawed(_ key: String) -> Set<Int>? {
        guard frozen.column.count > 0, let number = frozen.find(Array(key.utf8)) else { return nil }
        var reader = BinaryReader(frozen.column[number])
        guard (try? reader.piece()) != nil else { return nil }
        return (try? reader.list { (reader) throws(DamagedData) in try reader.number() }).map { Set($0) }
    }

    /// All sets as a table.
    func freeze() -> FrozenTable {
        guard !changed.isEmpty else { return frozen }
        var column = FrozenColumn()
        for number in 0..<frozen.column.count {
            guard let key = frozen.key(number), changed[String(decoding: key, as: UTF8.self)] == nil else { continue }
            column.append(frozen.column[number])
        }
        let byLeast = changed.compactMap { key, set in set.min().map { (least: $0, key: key, set: set) } }
            .sorted { ($0.least, $0.key) < ($1.least, $1.key) }
        for (_, key, set) in byLeast {
            var writer = BinaryWriter()
            writer.write(key)
            writer.write(set.sorted()) { $0.write($1) }
            column.append(writer.bytes)
        }
        return FrozenTable(column)
    }
}

extension FrozenColumn {
    fileprivate mutating func append(_ value: some Freezable) {
        var writer = BinaryWriter()
        value.freeze(to: &writer)
        append(writer.bytes)
    }
}
