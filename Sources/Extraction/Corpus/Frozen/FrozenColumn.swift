import RDF

/// Values as bytes, one after the other and found by number: a column of a file as it stands, decoded where one is asked for.
struct FrozenColumn: Sendable {
    private var bytes: [UInt8] = []
    /// Where each value ends.
    private var ends: [UInt64] = []

    init() {}

    /// The column of a file.
    ///
    /// - Throws: `SectionFileError.damaged` when it is missing or altered.
    init(from file: SectionReader, _ name: String) throws(SectionFileError) {
        bytes = try file.values(name)
        ends = try file.values(name + ".ends")
        var last: UInt64 = 0
        for end in ends {
            guard end >= last else { throw .damaged(path: file.path) }
            last = end
        }
        guard last == UInt64(bytes.count) else { throw .damaged(path: file.path) }
    }

    /// Adds the column to a file.
    func write(to file: inout SectionWriter, _ name: String) {
        file.add(name, bytes)
        file.add(name + ".ends", ends)
    }

    var count: Int { ends.count }

    /// The bytes of a value.
    subscript(_ number: Int) -> ArraySlice<UInt8> {
        bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
    }

    mutating func append(_ value: some Collection<UInt8>) {
        bytes.append(contentsOf: value)
        ends.append(UInt64(bytes.count))
    }
}

/// Values in a column, each with its key before it, found by key.
struct FrozenTable: Sendable {
    let column: FrozenColumn
    /// Open addressing: the number of a value and one, 0 for free.
    private var slots: [UInt32]

    init() { self.init(FrozenColumn()) }

    /// A table of values that begin in their keys, as `BinaryWriter.write(_: [UInt8])` writes them; each key stands there once.
    init(_ column: FrozenColumn) {
        self.column = column
        var capacity = 2
        while capacity < column.count * 2 { capacity *= 2 }
        slots = Array(repeating: 0, count: capacity)
        for number in 0..<column.count {
            guard let key = key(number) else { continue }
            var slot = Self.hash(key) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    /// The table of a file.
    ///
    /// - Throws: `SectionFileError.damaged` when it is missing or altered.
    init(from file: SectionReader, _ name: String) throws(SectionFileError) {
        column = try FrozenColumn(from: file, name)
        slots = try file.values(name + ".slots")
        let count = column.count
        guard !slots.isEmpty, slots.count & (slots.count - 1) == 0, slots.allSatisfy({ $0 <= count }) else {
            throw .damaged(path: file.path)
        }
    }

    /// The table with other values of the same keys in the same order.
    func with(_ column: FrozenColumn) -> FrozenTable { FrozenTable(column, slots) }

    private init(_ column: FrozenColumn, _ slots: [UInt32]) {
        self.column = column
        self.slots = slots
    }

    /// Adds the table to a file.
    func write(to file: inout SectionWriter, _ name: String) {
        column.write(to: &file, name)
        file.add(name + ".slots", slots)
    }

    /// The number of the value with a key, or nil.
    func find(_ key: [UInt8]) -> Int? {
        var slot = Self.hash(key[...]) & (slots.count - 1)
        for _ in slots.indices {
            guard slots[slot] != 0 else { return nil }
            let number = Int(slots[slot]) - 1
            if self.key(number)?.elementsEqual(key) == true { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The key of a value.
    func key(_ number: Int) -> ArraySlice<UInt8>? {
        var reader = BinaryReader(column[number])
        return try? reader.piece()
    }

    private static func hash(_ key: ArraySlice<UInt8>) -> Int {
        key.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { Int(truncatingIfNeeded: ByteHash.hash($0, count: bytes.count, seed: 0)) } ?? 0
        }
    }
}
