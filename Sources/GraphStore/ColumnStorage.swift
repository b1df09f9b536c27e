/// The ids in one place of all rows of a permutation.
///
/// Where few different ids stand there, as predicates do, each is a number of one or two bytes in a sorted table of them:
/// numbers are in the order of their ids, so that sorted rows stay sorted.
enum ColumnStorage: Sendable {
    case ids([UInt32])
    case bytes([UInt8], table: [UInt32])
    case words([UInt16], table: [UInt32])

    /// Ids of which all stand in a sorted table, encoded where that makes them shorter. Ids are below `bound`.
    ///
    /// - Complexity: O(ids + bound).
    init(_ ids: consuming [UInt32], table: [UInt32], bound: Int) {
        if table.count <= 1 << 8 {
            self = .bytes(ColumnStorage.encoded(ids, table, bound), table: table)
        } else if table.count <= 1 << 16 {
            self = .words(ColumnStorage.encoded(ids, table, bound), table: table)
        } else {
            self = .ids(ids)
        }
    }

    private static func encoded<Code: FixedWidthInteger>(
        _ ids: [UInt32], _ table: [UInt32], _ bound: Int
    ) -> [Code] {
        var codes = [Code](repeating: 0, count: bound)
        for (number, id) in table.enumerated() { codes[Int(id)] = Code(truncatingIfNeeded: number) }
        return [Code](unsafeUninitializedCapacity: ids.count) { buffer, count in
            codes.withUnsafeBufferPointer { codes in
                ids.withUnsafeBufferPointer { ids in
                    for row in ids.indices { buffer[row] = codes[Int(ids[row])] }
                }
            }
            count = ids.count
        }
    }

    var count: Int {
        switch self {
        case .ids(let ids): ids.count
        case .bytes(let codes, _): codes.count
        case .words(let codes, _): codes.count
        }
    }

    subscript(_ row: Int) -> UInt32 {
        switch self {
        case .ids(let ids): ids[row]
        case .bytes(let codes, let table): table[Int(codes[row])]
        case .words(let codes, let table): table[Int(codes[row])]
        }
    }

    /// The ids of some rows.
    func column(_ range: Range<Int>) -> IDColumn {
        switch self {
        case .ids(let ids): .values(ids[range])
        case .bytes(let codes, let table): .encoded(EncodedIDs(.bytes(codes[range]), table: table))
        case .words(let codes, let table): .encoded(EncodedIDs(.words(codes[range]), table: table))
        }
    }

    /// The ids of some rows, written out.
    func ids(_ range: Range<Int>) -> ArraySlice<UInt32> {
        switch self {
        case .ids(let ids): ids[range]
        case .bytes(let codes, let table): codes[range].map { table[Int($0)] }[...]
        case .words(let codes, let table): codes[range].map { table[Int($0)] }[...]
        }
    }

    /// The rows, among some that are sorted by this column, where an id stands.
    func equalRange(_ id: UInt32, in range: Range<Int>) -> Range<Int> {
        switch self {
        case .ids(let ids): return ids[range].equalRange(id)
        case .bytes(let codes, let table):
            guard let code = table.place(of: id) else { return range.lowerBound..<range.lowerBound }
            return codes[range].equalRange(UInt8(truncatingIfNeeded: code))
        case .words(let codes, let table):
            guard let code = table.place(of: id) else { return range.lowerBound..<range.lowerBound }
            return codes[range].equalRange(UInt16(truncatingIfNeeded: code))
        }
    }

    /// The column by its addresses, which stay as long as this value is held; nil for one without rows.
    var view: ColumnView? {
        switch self {
        case .ids(let ids): ids.withUnsafeBufferPointer { $0.baseAddress.map { ColumnView(ids: $0) } }
        case .bytes(let codes, let table):
            table.withUnsafeBufferPointer { table in
                codes.withUnsafeBufferPointer { $0.baseAddress.map { ColumnView(bytes: $0, table: table) } }
            }
        case .words(let codes, let table):
            table.withUnsafeBufferPointer { table in
                codes.withUnsafeBufferPointer { $0.baseAddress.map { ColumnView(words: $0, table: table) } }
            }
        }
    }
}

/// A column of a permutation by its addresses.
package struct ColumnView {
    /// The ids of all rows; nil where they are encoded.
    package let ids: UnsafePointer<UInt32>?
    private let codes: UnsafeRawPointer
    private let hasWords: Bool
    private let table: UnsafeBufferPointer<UInt32>

    init(ids: UnsafePointer<UInt32>) {
        self.ids = ids
        codes = UnsafeRawPointer(ids)
        hasWords = false
        table = UnsafeBufferPointer(start: nil, count: 0)
    }

    init(bytes: UnsafePointer<UInt8>, table: UnsafeBufferPointer<UInt32>) {
        ids = nil
        codes = UnsafeRawPointer(bytes)
        hasWords = false
        self.table = table
    }

    init(words: UnsafePointer<UInt16>, table: UnsafeBufferPointer<UInt32>) {
        ids = nil
        codes = UnsafeRawPointer(words)
        hasWords = true
        self.table = table
    }

    private var bytes: UnsafePointer<UInt8> { codes.assumingMemoryBound(to: UInt8.self) }
    private var words: UnsafePointer<UInt16> { codes.assumingMemoryBound(to: UInt16.self) }

    /// The id of a row.
    @inline(__always)
    package subscript(_ row: Int) -> UInt32 {
        if let ids { return ids[row] }
        return table[Int(hasWords ? words[row] : UInt16(bytes[row]))]
    }

    /// What stands in the column for an id: the id, or its code; nil for an id that is in no row.
    package func key(of id: UInt32) -> UInt32? {
        if ids != nil { return id }
        return table.place(of: id).map { UInt32(truncatingIfNeeded: $0) }
    }

    /// The rows where a key stands, among some that are sorted by this column.
    @inline(__always)
    package func rows(ofKey key: UInt32, in range: Range<Int>) -> Range<Int> {
        if let ids { return PermutationView.equalRange(ids, range, key) }
        return encodedRows(ofKey: key, in: range)
    }

    /// The same where codes stand.
    package func encodedRows(ofKey key: UInt32, in range: Range<Int>) -> Range<Int> {
        hasWords
            ? Self.equalRange(words, range, UInt16(truncatingIfNeeded: key))
            : Self.equalRange(bytes, range, UInt8(truncatingIfNeeded: key))
    }

    /// The indices of a code in a sorted part of some. Parts are short: the triples of one subject.
    private static func equalRange<Code: FixedWidthInteger>(
        _ codes: UnsafePointer<Code>, _ range: Range<Int>, _ code: Code
    ) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while high &- low > 16 {
            let middle = low &+ (high &- low) &>> 1
            if codes[middle] < code { low = middle &+ 1 } else { high = middle }
        }
        high = range.upperBound
        while low < high, codes[low] < code { low &+= 1 }
        var end = low
        while end < high, codes[end] == code {
            end &+= 1
            // Many of one predicate are not counted one by one.
            if end &- low == 16 {
                var step = 16
                while end &+ step < high, codes[end &+ step] == code {
                    end &+= step
                    step &<<= 1
                }
                var last = Swift.min(end &+ step, high)
                while end < last {
                    let middle = end &+ (last &- end) &>> 1
                    if codes[middle] == code { end = middle &+ 1 } else { last = middle }
                }
                break
            }
        }
        return Range(uncheckedBounds: (low, end))
    }
}

/// Ids as numbers in a table.
public struct EncodedIDs: Sendable {
    @usableFromInline enum Codes: Sendable {
        case bytes(ArraySlice<UInt8>)
        case words(ArraySlice<UInt16>)
    }

    @usableFromInline let codes: Codes
    @usableFromInline let table: [UInt32]

    init(_ codes: Codes, table: [UInt32]) {
        self.codes = codes
        self.table = table
    }

    /// How many there are.
    @inlinable public var count: Int {
        switch codes {
        case .bytes(let codes): codes.count
        case .words(let codes): codes.count
        }
    }

    /// The id at an offset, from 0.
    @inlinable public subscript(_ offset: Int) -> UInt32 {
        switch codes {
        case .bytes(let codes): table[Int(codes[codes.startIndex + offset])]
        case .words(let codes): table[Int(codes[codes.startIndex + offset])]
        }
    }
}
