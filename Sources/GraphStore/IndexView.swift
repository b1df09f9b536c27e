/// The sorted permutations of a graph by their addresses, for operators that look at millions of rows.
///
/// The columns are held as long as the view lives and never change, so the addresses stay.
package final class IndexView {
    private let held: [Permutation]
    /// By subject, predicate, object.
    package let spo: PermutationView
    /// By predicate, object, subject.
    package let pos: PermutationView
    /// By object, subject, predicate.
    package let osp: PermutationView
    /// By predicate, subject, object.
    package let pso: PermutationView

    init?(_ permutations: [Permutation]) {
        func view(_ order: TripleOrder) -> PermutationView? { permutations[order.rawValue].makeView() }
        guard let spo = view(.spo), let pos = view(.pos), let osp = view(.osp), let pso = view(.pso) else { return nil }
        held = permutations
        self.spo = spo
        self.pos = pos
        self.osp = osp
        self.pso = pso
    }

    /// The permutation of an order.
    package subscript(_ order: TripleOrder) -> PermutationView {
        switch order {
        case .spo: spo
        case .pos: pos
        case .osp: osp
        case .pso: pso
        }
    }
}

/// One permutation by its addresses.
package struct PermutationView {
    private let keys: UnsafePointer<UInt32>?
    private let keyCount: Int
    private let offsets: UnsafePointer<UInt32>
    private let offsetCount: Int
    /// The second ids of all rows.
    package let second: ColumnView
    /// The third ids of all rows.
    package let third: ColumnView
    /// How many rows there are.
    package let count: Int

    init(
        keys: UnsafeBufferPointer<UInt32>?, offsets: UnsafePointer<UInt32>, offsetCount: Int,
        second: ColumnView, third: ColumnView, count: Int
    ) {
        self.keys = keys?.baseAddress
        keyCount = keys?.count ?? 0
        self.offsets = offsets
        self.offsetCount = offsetCount
        self.second = second
        self.third = third
        self.count = count
    }

    /// The rows whose first id is this.
    @inline(__always)
    package func rows(_ first: UInt32) -> Range<Int> {
        var place = Int(first)
        if let keys {
            place = PermutationView.lowerBound(keys, 0, keyCount, first)
            guard place < keyCount, keys[place] == first else { return 0..<0 }
        } else if place &+ 1 >= offsetCount {
            return 0..<0
        }
        return Range(uncheckedBounds: (Int(offsets[place]), Int(offsets[place &+ 1])))
    }

    /// The rows, among some of one first id, whose second id is this.
    @inline(__always)
    package func rows(_ second: UInt32, in range: Range<Int>) -> Range<Int> {
        guard let key = self.second.key(of: second) else { return range.lowerBound..<range.lowerBound }
        return self.second.rows(ofKey: key, in: range)
    }

    /// The indices of a value in a sorted part of some ids.
    @inline(__always)
    package static func equalRange(
        _ ids: UnsafePointer<UInt32>, _ range: Range<Int>, _ value: UInt32
    ) -> Range<Int> {
        run(ids, value, from: lowerBound(ids, range.lowerBound, range.upperBound, value), end: range.upperBound)
    }

    /// The indices of a value that begin at an index, none when another one stands there.
    @inline(__always)
    package static func run(
        _ ids: UnsafePointer<UInt32>, _ value: UInt32, from begin: Int, end: Int
    ) -> Range<Int> {
        guard begin < end, ids[begin] == value else { return Range(uncheckedBounds: (begin, begin)) }
        if begin &+ 1 == end || ids[begin &+ 1] != value { return Range(uncheckedBounds: (begin, begin &+ 1)) }
        return Range(uncheckedBounds: (begin, gallop(ids, begin &+ 1, end, past: value)))
    }

    /// The first index in sorted ids that is not below a value.
    @inline(__always)
    package static func lowerBound(_ ids: UnsafePointer<UInt32>, _ start: Int, _ end: Int, _ value: UInt32) -> Int {
        // A few ids are looked through faster than they are halved.
        var low = start
        var high = end
        while high &- low > 8 {
            let middle = low &+ (high &- low) &>> 1
            if ids[middle] < value { low = middle &+ 1 } else { high = middle }
        }
        while low < high, ids[low] < value { low &+= 1 }
        return low
    }

    /// The first index from `start` on that is not below a value, in steps that double.
    @inline(__always)
    package static func gallop(_ ids: UnsafePointer<UInt32>, _ start: Int, _ end: Int, to value: UInt32) -> Int {
        var low = start
        var step = 1
        while low &+ step < end, ids[low &+ step] < value {
            low &+= step
            step &<<= 1
        }
        return lowerBound(ids, low, min(low &+ step, end), value)
    }

    /// The first index from `start` on that is above a value, in steps that double.
    @inline(__always)
    package static func gallop(_ ids: UnsafePointer<UInt32>, _ start: Int, _ end: Int, past value: UInt32) -> Int {
        value == .max ? end : gallop(ids, start, end, to: value &+ 1)
    }
}

extension Graph {
    /// The permutations by their addresses; nil when there are no triples, or when triples were inserted or removed
    /// one by one since the last load.
    package var indexView: IndexView? { triples.indexView }
}
