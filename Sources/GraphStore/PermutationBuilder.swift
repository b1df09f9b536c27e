/// Sorts triples into all orders, by counting: each order but the first is one stable pass over another.
struct PermutationBuilder {
    /// The permutations by the number of their order.
    private(set) var permutations: [Permutation]
    /// Statistics of each predicate, in the order of their ids.
    private(set) var statistics: [PredicateStatistics]

    /// Sorts triples, which may come in any order and several times, and lets them go. Ids are below `bound`.
    ///
    /// - Parameter isStopped: asked between the passes; nil comes of a yes.
    /// - Complexity: O(n + bound), and O(k log k) for the k triples of each subject.
    init?(consuming triples: inout [IDTriple], bound: Int, isStopped: () -> Bool) {
        if isStopped() { return nil }
        let spo = PermutationBuilder.sortedBySubject(&triples, bound: bound)
        if isStopped() { return nil }
        let osp = spo.redistributed(by: .third, keeping: (.first, .second), bound: bound)
        if isStopped() { return nil }
        let pso = spo.redistributed(by: .second, keeping: (.first, .third), bound: bound)
        if isStopped() { return nil }
        let pos = osp.redistributed(by: .third, keeping: (.first, .second), bound: bound)
        if isStopped() { return nil }
        statistics = PermutationBuilder.statistics(pos: pos, pso: pso)
        permutations = TripleOrder.allCases.map { order in
            let columns =
                switch order {
                case .spo: spo
                case .pos: pos
                case .osp: osp
                case .pso: pso
                }
            return Permutation(
                offsets: columns.offsets, second: columns.second, third: columns.third,
                keepingKeys: order == .pos || order == .pso)
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
        func redistributed(by key: Place, keeping kept: (Place, Place), bound: Int) -> Columns {
            let count = second.count
            let keyColumn = key == .second ? second : third
            var offsets = PermutationBuilder.offsets(keyColumn, bound: bound)
            var newSecond = [UInt32](unsafeUninitializedCapacity: count) { $1 = count }
            var newThird = [UInt32](unsafeUninitializedCapacity: count) { $1 = count }
            second.withUnsafeBufferPointer { second in
                third.withUnsafeBufferPointer { third in
                    newSecond.withUnsafeMutableBufferPointer { newSecond in
                        newThird.withUnsafeMutableBufferPointer { newThird in
                            offsets.withUnsafeMutableBufferPointer { offsets in
                                for first in 0..<self.offsets.count - 1 {
                                    let end = Int(self.offsets[first + 1])
                                    var row = Int(self.offsets[first])
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
            PermutationBuilder.shiftBack(&offsets)
            return Columns(offsets: offsets, second: newSecond, third: newThird)
        }
    }

    /// Where the rows of each id begin, for a column of ids that is not sorted.
    private static func offsets(_ column: [UInt32], bound: Int) -> [UInt32] {
        var offsets = [UInt32](repeating: 0, count: bound + 1)
        for id in column { offsets[Int(id)] &+= 1 }
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

    private static func sortedBySubject(_ triples: inout [IDTriple], bound: Int) -> Columns {
        let count = triples.count
        var offsets = [UInt32](repeating: 0, count: bound + 1)
        for triple in triples { offsets[Int(triple.subject.rawValue)] &+= 1 }
        sum(&offsets)
        // Predicate and object in one word, so that one comparison orders them.
        var pairs = [UInt64](unsafeUninitializedCapacity: count) { $1 = count }
        pairs.withUnsafeMutableBufferPointer { pairs in
            offsets.withUnsafeMutableBufferPointer { offsets in
                for triple in triples {
                    let subject = Int(triple.subject.rawValue)
                    pairs[Int(offsets[subject])] =
                        UInt64(triple.predicate.rawValue) &<< 32 | UInt64(triple.object.rawValue)
                    offsets[subject] &+= 1
                }
            }
        }
        triples = []
        shiftBack(&offsets)
        let distinct = pairs.withUnsafeMutableBufferPointer { sortGroups($0, &offsets) }
        let second = [UInt32](unsafeUninitializedCapacity: distinct) { buffer, initialized in
            for row in 0..<distinct { buffer[row] = UInt32(truncatingIfNeeded: pairs[row] &>> 32) }
            initialized = distinct
        }
        let third = [UInt32](unsafeUninitializedCapacity: distinct) { buffer, initialized in
            for row in 0..<distinct { buffer[row] = UInt32(truncatingIfNeeded: pairs[row]) }
            initialized = distinct
        }
        return Columns(offsets: offsets, second: second, third: third)
    }

    /// Sorts the pairs of each group, drops what is there twice, and moves the groups together.
    ///
    /// - Returns: How many pairs are left.
    private static func sortGroups(_ pairs: UnsafeMutableBufferPointer<UInt64>, _ offsets: inout [UInt32]) -> Int {
        var target = 0
        for group in 0..<offsets.count - 1 {
            let begin = Int(offsets[group])
            let end = Int(offsets[group + 1])
            offsets[group] = UInt32(target)
            guard begin < end else { continue }
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
        offsets[offsets.count - 1] = UInt32(target)
        return target
    }

    private static func statistics(pos: Columns, pso: Columns) -> [PredicateStatistics] {
        var statistics: [PredicateStatistics] = []
        for predicate in 0..<pos.offsets.count - 1 {
            let rows = Int(pos.offsets[predicate])..<Int(pos.offsets[predicate + 1])
            guard !rows.isEmpty else { continue }
            statistics.append(
                PredicateStatistics(
                    count: rows.count, distinctSubjects: runs(pso.second, rows), distinctObjects: runs(pos.second, rows)
                ))
        }
        return statistics
    }

    /// How many different ids there are in a sorted part of a column.
    private static func runs(_ column: [UInt32], _ rows: Range<Int>) -> Int {
        column.withUnsafeBufferPointer { column in
            var runs = rows.isEmpty ? 0 : 1
            var row = rows.lowerBound &+ 1
            while row < rows.upperBound {
                runs &+= column[row] != column[row &- 1] ? 1 : 0
                row &+= 1
            }
            return runs
        }
    }
}
