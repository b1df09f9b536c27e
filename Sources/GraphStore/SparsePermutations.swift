extension PermutationBuilder {
    /// Whether triples are so few beside the ids that sorting them takes less than counting by id: one of many named graphs
    /// over a large dictionary.
    static func isSparse(_ count: Int, bound: Int) -> Bool { count < bound / 16 }

    /// Sorts triples, which may come in any order and several times, by comparing them. What is made goes with the number
    /// of the triples and not with that of the ids.
    ///
    /// - Parameter isStopped: asked between the orders.
    /// - Throws: `Stopped` where it says yes.
    /// - Complexity: O(n log n).
    init(sparse triples: [IDTriple], isStopped: () -> Bool) throws(Stopped) {
        var permutations: [Permutation] = []
        for order in TripleOrder.allCases {
            if isStopped() { throw Stopped() }
            var rows = triples.map { Delta.Key(order.key($0)) }
            rows.sort()
            permutations.append(PermutationBuilder.permutation(of: rows))
        }
        self.init(permutations: permutations, statistics: [])
        let (pos, pso) = (permutations[TripleOrder.pos.rawValue], permutations[TripleOrder.pso.rawValue])
        statistics = pos.firstIDs.map { predicate in
            let rows = pos.rows(predicate)
            return PredicateStatistics(
                count: rows.count, distinctSubjects: PermutationBuilder.runs(pso.second.ids(pso.rows(predicate))),
                distinctObjects: PermutationBuilder.runs(pos.second.ids(rows)))
        }
    }

    /// Sorted rows, of which some may be there twice.
    private static func permutation(of rows: [Delta.Key]) -> Permutation {
        var keys: [UInt32] = []
        var offsets: [UInt32] = []
        var second: [UInt32] = []
        var third: [UInt32] = []
        second.reserveCapacity(rows.count)
        third.reserveCapacity(rows.count)
        var last: Delta.Key?
        for row in rows where row != last {
            if row.first != last?.first {
                keys.append(row.first)
                offsets.append(UInt32(second.count))
            }
            second.append(row.second)
            third.append(row.third)
            last = row
        }
        offsets.append(UInt32(second.count))
        return Permutation(keys: keys, offsets: offsets, second: second, third: third)
    }

    /// How many different ids there are among some that are sorted.
    private static func runs(_ ids: ArraySlice<UInt32>) -> Int {
        zip(ids, ids.dropFirst()).reduce(ids.isEmpty ? 0 : 1) { $0 + ($1.0 != $1.1 ? 1 : 0) }
    }
}
