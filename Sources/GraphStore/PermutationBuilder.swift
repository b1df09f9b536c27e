/// Sorts triples into all orders, by counting: each order but the first is one stable pass over another.
struct PermutationBuilder {
    /// The permutations by the number of their order.
    let permutations: [Permutation]
    /// Statistics of each predicate, in the order of their ids.
    var statistics: [PredicateStatistics]

    init(permutations: [Permutation], statistics: [PredicateStatistics]) {
        self.permutations = permutations
        self.statistics = statistics
    }

    /// Sorts triples, which may come in any order and several times, and lets them go. Ids are below `bound`.
    ///
    /// - Parameter isStopped: asked every few milliseconds.
    /// - Throws: `Stopped` where it says yes.
    /// - Complexity: O(n + bound), and O(k log k) for the k triples of each subject; O(n log n) for few triples.
    init(consuming triples: inout [IDTriple], bound: Int, isStopped: () -> Bool) throws(Stopped) {
        if PermutationBuilder.isSparse(triples.count, bound: bound) {
            self = try PermutationBuilder(sparse: triples, isStopped: isStopped)
            triples = []
            return
        }
        var spo = try PermutationBuilder.sortedBySubject(&triples, bound: bound, isStopped)
        var osp = try spo.redistributed(by: .third, keeping: (.first, .second), bound: bound, isStopped)
        let pso = try spo.redistributed(by: .second, keeping: (.first, .third), bound: bound, isStopped)
        let pos = try osp.redistributed(by: .third, keeping: (.first, .second), bound: bound, isStopped)
        statistics = try PermutationBuilder.statistics(pos: pos, pso: pso, isStopped)
        if isStopped() { throw Stopped() }
        let byPredicate = (
            pos: Permutation(offsets: pos.offsets, second: .ids(pos.second), third: .ids(pos.third), keepingKeys: true),
            pso: Permutation(offsets: pso.offsets, second: .ids(pso.second), third: .ids(pso.third), keepingKeys: true)
        )
        let predicates = byPredicate.pos.firstIDs
        // Each column goes as soon as it has been encoded.
        let spoSecond = ColumnStorage(spo.second.taken(), table: predicates, bound: bound)
        if isStopped() { throw Stopped() }
        let ospThird = ColumnStorage(osp.third.taken(), table: predicates, bound: bound)
        permutations = [
            Permutation(offsets: spo.offsets, second: spoSecond, third: .ids(spo.third), keepingKeys: false),
            byPredicate.pos,
            Permutation(offsets: osp.offsets, second: .ids(osp.second), third: ospThird, keepingKeys: false),
            byPredicate.pso,
        ]
    }

    /// The work was to be stopped.
    struct Stopped: Error {}

    /// So many rows are passed over between two looks.
    private static let rowsBetweenLooks = 1 << 18

    /// Calls with one piece of a range after another, and asks in between whether to go on.
    @inline(__always)
    private static func inPieces(
        _ range: Range<Int>, _ isStopped: () -> Bool, _ use: (Range<Int>) -> Void
    ) throws(Stopped) {
        var begin = range.lowerBound
        while begin < range.upperBound {
            if isStopped() { throw Stopped() }
            let end = min(begin + rowsBetweenLooks, range.upperBound)
            use(begin..<end)
            begin = end
        }
    }

    /// Columns of a permutation, with an offset for each id.
    private struct Columns {
        enum Place {
            case first, second, third
        }

        var offsets: [UInt32]
        var second: [UInt32]
        var third: [UInt32]

        /// The rows by another of their ids, those of one id in the sequence in which they are now.
        func redistributed(
            by key: Place, keeping kept: (Place, Place), bound: Int, _ isStopped: () -> Bool
        ) throws(Stopped) -> Columns {
            let count = second.count
            let keyColumn = key == .second ? second : third
            var offsets = try PermutationBuilder.offsets(keyColumn, bound: bound, isStopped)
            var wasStopped = false
            var newSecond = [UInt32](unsafeUninitializedCapacity: count) { $1 = count }
            var newThird = [UInt32](unsafeUninitializedCapacity: count) { $1 = count }
            second.withUnsafeBufferPointer { second in
                third.withUnsafeBufferPointer { third in
                    newSecond.withUnsafeMutableBufferPointer { newSecond in
                        newThird.withUnsafeMutableBufferPointer { newThird in
                            offsets.withUnsafeMutableBufferPointer { offsets in
                                var nextLook = 0
                                for first in 0..<self.offsets.count - 1 {
                                    let end = Int(self.offsets[first + 1])
                                    var row = Int(self.offsets[first])
                                    if row >= nextLook {
                                        wasStopped = isStopped()
                                        if wasStopped { return }
                                        nextLook = row &+ PermutationBuilder.rowsBetweenLooks
                                    }
                                    while row < end {
                                        let id = Int(key == .second ? second[row] : third[row])
                                        let target = Int(offsets[id])
                                        offsets[id] &+= 1
                                        newSecond[target] = UInt32(truncatingIfNeeded: first)
                                        newThird[target] = kept.1 == .second ? second[row] : third[row]
                                        row &+= 1
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if wasStopped { throw Stopped() }
            PermutationBuilder.shiftBack(&offsets)
            return Columns(offsets: offsets, second: newSecond, third: newThird)
        }
    }

    /// Where the rows of each id begin, for a column of ids that is not sorted.
    private static func offsets(
        _ column: [UInt32], bound: Int, _ isStopped: () -> Bool
    ) throws(Stopped) -> [UInt32] {
        var offsets = [UInt32](repeating: 0, count: bound + 1)
        try inPieces(column.indices, isStopped) { for row in $0 { offsets[Int(column[row])] &+= 1 } }
        sum(&offsets)
        return offsets
    }

    /// Counts become the sums of those before.
    private static func sum(_ counts: inout [UInt32]) {
        var total: UInt32 = 0
        for index in counts.indices {
            let count = counts[index]
            counts[index] = total
            total += count
        }
    }

    /// Offsets that have moved from the beginning of their rows to the end are moved back.
    private static func shiftBack(_ offsets: inout [UInt32]) {
        var previous: UInt32 = 0
        for index in offsets.indices { swap(&offsets[index], &previous) }
    }

    private static func sortedBySubject(
        _ triples: inout [IDTriple], bound: Int, _ isStopped: () -> Bool
    ) throws(Stopped) -> Columns {
        let count = triples.count
        var offsets = [UInt32](repeating: 0, count: bound + 1)
        try inPieces(0..<count, isStopped) { for row in $0 { offsets[Int(triples[row].subject.rawValue)] &+= 1 } }
        sum(&offsets)
        // Predicate and object in one word, so that one comparison orders them.
        var pairs = [UInt64](unsafeUninitializedCapacity: count) { $1 = count }
        try inPieces(0..<count, isStopped) { rows in
            pairs.withUnsafeMutableBufferPointer { pairs in
                offsets.withUnsafeMutableBufferPointer { offsets in
                    for triple in triples[rows] {
                        let subject = Int(triple.subject.rawValue)
                        pairs[Int(offsets[subject])] =
                            UInt64(triple.predicate.rawValue) &<< 32 | UInt64(triple.object.rawValue)
                        offsets[subject] &+= 1
                    }
                }
            }
        }
        triples = []
        shiftBack(&offsets)
        let distinct = try sortGroups(&pairs, &offsets, isStopped)
        if isStopped() { throw Stopped() }
        let second = [UInt32](unsafeUninitializedCapacity: distinct) { buffer, initialized in
            for row in 0..<distinct { buffer[row] = UInt32(truncatingIfNeeded: pairs[row] &>> 32) }
            initialized = distinct
        }
        if isStopped() { throw Stopped() }
        let third = [UInt32](unsafeUninitializedCapacity: distinct) { buffer, initialized in
            for row in 0..<distinct { buffer[row] = UInt32(truncatingIfNeeded: pairs[row]) }
            initialized = distinct
        }
        return Columns(offsets: offsets, second: second, third: third)
    }

    /// Sorts the pairs of each group, drops what is there twice, and moves the groups together.
    ///
    /// - Returns: How many pairs are left.
    private static func sortGroups(
        _ pairs: inout [UInt64], _ offsets: inout [UInt32], _ isStopped: () -> Bool
    ) throws(Stopped) -> Int {
        var target = 0
        var wasStopped = false
        pairs.withUnsafeMutableBufferPointer { pairs in
            var nextLook = 0
            for group in 0..<offsets.count - 1 {
                let begin = Int(offsets[group])
                let end = Int(offsets[group + 1])
                offsets[group] = UInt32(target)
                guard begin < end else { continue }
                if begin >= nextLook {
                    wasStopped = isStopped()
                    if wasStopped { return }
                    nextLook = begin &+ rowsBetweenLooks
                }
                SmallSort.sort(UnsafeMutableBufferPointer(rebasing: pairs[begin..<end]))
                pairs[target] = pairs[begin]
                target += 1
                var row = begin + 1
                while row < end {
                    if pairs[row] != pairs[target - 1] {
                        pairs[target] = pairs[row]
                        target += 1
                    }
                    row += 1
                }
            }
        }
        if wasStopped { throw Stopped() }
        offsets[offsets.count - 1] = UInt32(target)
        return target
    }

    private static func statistics(
        pos: Columns, pso: Columns, _ isStopped: () -> Bool
    ) throws(Stopped) -> [PredicateStatistics] {
        var statistics: [PredicateStatistics] = []
        for predicate in 0..<pos.offsets.count - 1 {
            let rows = Int(pos.offsets[predicate])..<Int(pos.offsets[predicate + 1])
            guard !rows.isEmpty else { continue }
            statistics.append(
                PredicateStatistics(
                    count: rows.count, distinctSubjects: try runs(pso.second, rows, isStopped),
                    distinctObjects: try runs(pos.second, rows, isStopped)
                ))
        }
        return statistics
    }

    /// How many different ids there are in a sorted part of a column.
    private static func runs(
        _ column: [UInt32], _ rows: Range<Int>, _ isStopped: () -> Bool
    ) throws(Stopped) -> Int {
        guard let first = rows.first else { return 0 }
        var runs = 1
        try inPieces(first + 1..<rows.upperBound, isStopped) { rows in
            runs += column.withUnsafeBufferPointer { column in
                var runs = 0
                for row in rows { runs &+= column[row] != column[row &- 1] ? 1 : 0 }
                return runs
            }
        }
        return runs
    }
}

extension Array {
    /// The elements, which leave the array.
    fileprivate mutating func taken() -> [Element] {
        var elements: [Element] = []
        swap(&elements, &self)
        return elements
    }
}
