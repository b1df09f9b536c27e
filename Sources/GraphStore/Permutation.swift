/// One of the orders in which triples are sorted.
public enum TripleOrder: Int, Hashable, Sendable, CaseIterable {
    /// By subject, predicate, object.
    case spo
    /// By predicate, object, subject.
    case pos
    /// By object, subject, predicate.
    case osp

    /// The ids of a triple in this order.
    @inlinable func key(_ triple: IDTriple) -> (UInt32, UInt32, UInt32) {
        let (s, p, o) = (triple.subject.rawValue, triple.predicate.rawValue, triple.object.rawValue)
        switch self {
        case .spo: return (s, p, o)
        case .pos: return (p, o, s)
        case .osp: return (o, s, p)
        }
    }

    /// The triple of three ids in this order.
    @inlinable func triple(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> IDTriple {
        switch self {
        case .spo: IDTriple(TermID(first), TermID(second), TermID(third))
        case .pos: IDTriple(TermID(third), TermID(first), TermID(second))
        case .osp: IDTriple(TermID(second), TermID(third), TermID(first))
        }
    }
}

/// All triples in one order: columns of the second and third ids, and for each first id where its rows are.
struct Permutation: Sendable {
    /// Where the rows of each first id begin: by id, one more at the end.
    private(set) var offsets: [UInt32] = [0]
    private(set) var second: [UInt32] = []
    private(set) var third: [UInt32] = []

    init() {}

    /// The permutation of rows that are sorted and each there once.
    init(sorted rows: [(UInt32, UInt32, UInt32)]) {
        second = rows.map(\.1)
        third = rows.map(\.2)
        guard let last = rows.last else { return }
        offsets = []
        offsets.reserveCapacity(Int(last.0) + 2)
        for (index, row) in rows.enumerated() {
            while offsets.count <= Int(row.0) { offsets.append(UInt32(index)) }
        }
        offsets.append(UInt32(rows.count))
    }

    var count: Int { second.count }

    /// The first ids of all rows, each once, sorted.
    var firstIDs: [UInt32] {
        (0..<UInt32(max(0, offsets.count - 1))).filter { !rows($0).isEmpty }
    }

    /// The rows whose first id is this.
    func rows(_ first: UInt32) -> Range<Int> {
        guard Int(first) + 1 < offsets.count else { return 0..<0 }
        return Int(offsets[Int(first)])..<Int(offsets[Int(first) + 1])
    }

    /// The rows whose first two ids are these.
    func rows(_ first: UInt32, _ second: UInt32) -> Range<Int> {
        equalRange(self.second, in: rows(first), second)
    }

    /// The row of these three ids: one row or none.
    func rows(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Range<Int> {
        equalRange(self.third, in: rows(first, second), third)
    }

    /// The first ids of some rows, written out.
    func firstColumn(_ range: Range<Int>) -> [UInt32] {
        var column: [UInt32] = []
        column.reserveCapacity(range.count)
        for first in 0..<UInt32(max(0, offsets.count - 1)) {
            let count = rows(first).clamped(to: range).count
            if count > 0 { column.append(contentsOf: repeatElement(first, count: count)) }
        }
        return column
    }

    private func equalRange(_ column: [UInt32], in range: Range<Int>, _ value: UInt32) -> Range<Int> {
        let begin = Permutation.lowerBound(column, in: range, value)
        guard begin < range.upperBound, column[begin] == value else { return begin..<begin }
        return begin..<Permutation.upperBound(column, from: begin, to: range.upperBound, value)
    }

    /// The first row in a sorted range whose value is not below this.
    static func lowerBound(_ column: [UInt32], in range: Range<Int>, _ value: UInt32) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) >> 1
            if column[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first row behind those of this value, galloping from the first of them, as runs are mostly short.
    private static func upperBound(_ column: [UInt32], from begin: Int, to end: Int, _ value: UInt32) -> Int {
        var step = 1
        while begin + step < end, column[begin + step] == value { step <<= 1 }
        var low = begin + step >> 1
        var high = min(begin + step, end)
        low = max(begin, begin + (step >> 1))
        while low < high {
            let middle = (low + high) >> 1
            if column[middle] == value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
