/// Appends numbers and texts to bytes, compactly: whole numbers in groups of seven bits, texts with their length before them.
public struct BinaryWriter: Sendable {
    /// What was written.
    public private(set) var bytes: [UInt8] = []

    /// Nothing yet.
    public init() {}

    /// A number that is not negative; small ones take one byte.
    ///
    /// Source: LEB128, DWARF 5, section 7.6.
    public mutating func write(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Yes or no.
    public mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// A text.
    public mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            write(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    /// Bytes, with their number before them.
    public mutating func write(_ piece: [UInt8]) {
        write(piece.count)
        bytes += piece
    }

    /// Something that may be missing.
    public mutating func write<Value>(optional value: Value?, _ each: (inout BinaryWriter, Value) -> Void) {
        write(value != nil)
        if let value { each(&self, value) }
    }

    /// A list.
    public mutating func write<Value>(_ list: [Value], _ each: (inout BinaryWriter, Value) -> Void) {
        write(list.count)
        for value in list { each(&self, value) }
    }
}

/// Bytes that do not hold what they should.
public struct DamagedData: Error, Hashable, Sendable {
    /// The error.
    public init() {}
}

/// Reads what `BinaryWriter` wrote. It never reads outside the bytes and never makes room for more than they can hold.
public struct BinaryReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// At the beginning of some bytes.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Whether everything was read.
    public var isAtEnd: Bool { position == bytes.endIndex }

    /// A number that is not negative.
    public mutating func number() throws(DamagedData) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while position < bytes.endIndex, shift < 63 {
            let byte = bytes[position]
            position += 1
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: value) }
            shift += 7
        }
        throw DamagedData()
    }

    /// Yes or no.
    public mutating func flag() throws(DamagedData) -> Bool {
        switch try number() {
        case 0: return false
        case 1: return true
        default: throw DamagedData()
        }
    }

    /// A text.
    public mutating func text() throws(DamagedData) -> String { String(decoding: try piece(), as: UTF8.self) }

    /// Bytes.
    public mutating func piece() throws(DamagedData) -> ArraySlice<UInt8> {
        let count = try number()
        guard count >= 0, count <= bytes.endIndex - position else { throw DamagedData() }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// Something that may be missing.
    public mutating func optional<Value>(
        _ each: (inout BinaryReader) throws(DamagedData) -> Value
    ) throws(DamagedData) -> Value? {
        try flag() ? try each(&self) : nil
    }

    /// A list.
    public mutating func list<Value>(
        _ each: (inout BinaryReader) throws(DamagedData) -> Value
    ) throws(DamagedData) -> [Value] {
        let count = try number()
        // Every element takes a byte at least.
        guard count >= 0, count <= bytes.endIndex - position else { throw DamagedData() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try each(&self)) }
        return values
    }

    /// A range.
    public mutating func range() throws(DamagedData) -> Range<Int> {
        let lower = try number()
        let upper = try number()
        guard lower <= upper else { throw DamagedData() }
        return lower..<upper
    }
}
