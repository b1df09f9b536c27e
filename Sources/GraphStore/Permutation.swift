/// All triples in one order: columns of the second and third ids, and for each first id where its rows are.
struct Permutation: Sendable {
    /// The first ids of all rows, each once and sorted, or nil when `offsets` goes by id.
    private var keys: [UInt32]?
    /// Where the rows of a first id begin, by id or by the place of the id among the keys; one more at the end.
    private var offsets: [UInt32]
    let second: ColumnStorage
    let third: ColumnStorage

    /// No rows.
    init() {
        keys = []
        offsets = [0]
        second = .ids([])
        third = .ids([])
    }

    /// A permutation of sorted columns; `offsets` has an entry for each id from 0 and one more.
    ///
    /// Where few ids are first ids, as predicates are, `keepingKeys` keeps only those.
    init(offsets: [UInt32], second: ColumnStorage, third: ColumnStorage, keepingKeys: Bool) {
        self.second = second
        self.third = third
        if keepingKeys {
            var keys: [UInt32] = []
            var sparse: [UInt32] = []
            for id in 0..<max(0, offsets.count - 1) where offsets[id] != offsets[id + 1] {
                keys.append(UInt32(id))
                sparse.append(offsets[id])
            }
            sparse.append(UInt32(second.count))
            self.keys = keys
            self.offsets = sparse
        } else {
            self.keys = nil
            self.offsets = offsets
        }
    }

    /// A permutation of sorted columns, whose few first ids stand with them.
    init(keys: [UInt32], offsets: [UInt32], second: [UInt32], third: [UInt32]) {
        self.keys = keys
        self.offsets = offsets
        self.second = .ids(second)
        self.third = .ids(third)
    }

    var count: Int { second.count }

    /// The permutation by its addresses, which stay as long as this value is held; nil for one without rows.
    func makeView() -> PermutationView? {
        func address(_ column: [UInt32]) -> UnsafeBufferPointer<UInt32> { column.withUnsafeBufferPointer { $0 } }
        guard count > 0, let offsetsStart = address(offsets).baseAddress, let second = second.view,
            let third = third.view
        else { return nil }
        return PermutationView(
            keys: keys.map { address($0) }, offsets: offsetsStart, offsetCount: offsets.count, second: second,
            third: third, count: count)
    }

    /// The first ids of all rows, each once, sorted.
    var firstIDs: [UInt32] {
        keys ?? (0..<UInt32(offsets.count - 1)).filter { offsets[Int($0)] != offsets[Int($0) + 1] }
    }

    /// The place of an id among the first ids when those are kept.
    func place(_ first: UInt32) -> Int? {
        keys?.place(of: first)
    }

    /// The rows whose first id is this.
    @inline(__always)
    func rows(_ first: UInt32) -> Range<Int> {
        let place: Int
        if keys == nil {
            guard Int(first) &+ 1 < offsets.count else { return 0..<0 }
            place = Int(first)
        } else {
            guard let found = self.place(first) else { return 0..<0 }
            place = found
        }
        return Int(offsets[place])..<Int(offsets[place &+ 1])
    }

    /// The rows whose first two ids are these.
    func rows(_ first: UInt32, _ second: UInt32) -> Range<Int> {
        self.second.equalRange(second, in: rows(first))
    }

    /// The row of these three ids: one row or none.
    func rows(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Range<Int> {
        self.third.equalRange(third, in: rows(first, second))
    }

    /// The first of some rows that does not come before three ids.
    func lowerBound(_ key: Delta.Key, in range: Range<Int>) -> Int {
        let place = keys.map { $0.lowerBound(key.first) } ?? min(Int(key.first), offsets.count - 1)
        var low = max(range.lowerBound, min(Int(offsets[place]), range.upperBound))
        let isThere = keys.map { place < $0.count && $0[place] == key.first } ?? (place + 1 < offsets.count)
        guard isThere else { return low }
        var high = max(low, min(Int(offsets[place + 1]), range.upperBound))
        while low < high {
            let middle = (low + high) >> 1
            if (second[middle], third[middle]) < (key.second, key.third) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first ids of some rows, written out.
    func firstColumn(_ range: Range<Int>) -> [UInt32] {
        var column: [UInt32] = []
        column.reserveCapacity(range.count)
        for place in 0..<offsets.count - 1 {
            let rows = (Int(offsets[place])..<Int(offsets[place + 1])).clamped(to: range)
            guard !rows.isEmpty else { continue }
            column.append(contentsOf: repeatElement(keys?[place] ?? UInt32(place), count: rows.count))
        }
        return column
    }
}

extension Permutation {
    /// The columns as they stand, for a file.
    var columns: (keys: [UInt32]?, offsets: [UInt32], second: ColumnStorage, third: ColumnStorage) {
        (keys, offsets, second, third)
    }

    /// The permutation of a file's columns; nil when they do not fit together.
    init?(keys: [UInt32]?, offsets: [UInt32], second: ColumnStorage, third: ColumnStorage) {
        // One that was never built keeps its keys, and has none.
        let keys = keys ?? (offsets == [0] && second.count == 0 ? [] : nil)
        guard second.count == third.count, offsets.last.map({ Int($0) }) == second.count,
            keys.map({ $0.count + 1 == offsets.count }) ?? true
        else { return nil }
        self.keys = keys
        self.offsets = offsets
        self.second = second
        self.third = third
    }
}
