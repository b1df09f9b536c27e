/// The best dependency tree for the scores of all arcs.
///
/// Source: Y. Chu and T. Liu 1965, J. Edmonds 1967; one root by a penalty on every arc from it, as R. Zmigrod, T. Vieira and R. Cotterell
/// 2020 describe.
enum SpanningTree {
    /// More than any sum of arc scores: the best tree under this penalty has exactly one arc from the root.
    private static let rootPenalty = 1e7

    /// The heads of nodes 0 ..< count, where node 0 is the root (its own head is given as 0) and has exactly one dependent.
    ///
    /// O(n²) mostly, O(n³) at worst. Ties go to the lower index.
    static func heads(count: Int, score: (_ dependent: Int, _ head: Int) -> Float) -> [Int] {
        guard count > 1 else { return [Int](repeating: 0, count: count) }
        var scores = Scores(count: count)
        for dependent in 1..<count {
            for head in 0..<count where head != dependent { scores[dependent, head] = Double(score(dependent, head)) }
        }
        let greedy = scores.bestHeads()
        if greedy.dropFirst().count(where: { $0 == 0 }) == 1, cycle(in: greedy) == nil { return greedy }
        for dependent in 1..<count { scores[dependent, 0] -= rootPenalty }
        return best(scores)
    }

    /// Scores of arcs, [dependent, head]; what is not allowed is minus infinity.
    private struct Scores {
        let count: Int
        private var values: [Double]

        init(count: Int) {
            self.count = count
            values = [Double](repeating: -.infinity, count: count * count)
        }

        subscript(dependent: Int, head: Int) -> Double {
            get { values[dependent * count + head] }
            set { values[dependent * count + head] = newValue }
        }

        /// The best head of each node by itself; 0 for the root.
        func bestHeads() -> [Int] {
            (0..<count).map { dependent in
                guard dependent > 0 else { return 0 }
                var best = 0
                for head in 1..<count where self[dependent, head] > self[dependent, best] { best = head }
                return best
            }
        }
    }

    /// A cycle among the heads, nil if there is none.
    private static func cycle(in heads: [Int]) -> [Int]? {
        // 0: not seen, 1: on the present path, 2: leads to the root.
        var state = [UInt8](repeating: 0, count: heads.count)
        state[0] = 2
        for start in 1..<heads.count {
            var path: [Int] = []
            var node = start
            while state[node] == 0 {
                state[node] = 1
                path.append(node)
                node = heads[node]
            }
            if state[node] == 1 { return Array(path.drop { $0 != node }) }
            for node in path { state[node] = 2 }
        }
        return nil
    }

    /// Contracts a cycle to one node, solves the smaller graph, and opens the cycle where its best arc enters.
    private static func best(_ scores: Scores) -> [Int] {
        var heads = scores.bestHeads()
        guard let cycle = cycle(in: heads) else { return heads }
        let inCycle = Set(cycle)
        let outside = (0..<scores.count).filter { !inCycle.contains($0) }
        let contracted = outside.count
        var small = Scores(count: contracted + 1)
        var entries = [Int](repeating: cycle[0], count: contracted)
        var exits = [Int](repeating: cycle[0], count: contracted)
        for (index, node) in outside.enumerated() {
            for (other, head) in outside.enumerated() where index > 0 { small[index, other] = scores[node, head] }
            var entering = -Double.infinity
            for (position, member) in cycle.enumerated() {
                let gain = scores[member, node] - scores[member, heads[member]]
                if position == 0 || gain > entering { (entering, entries[index]) = (gain, member) }
                if index > 0 && scores[node, member] > scores[node, exits[index]] { exits[index] = member }
            }
            small[contracted, index] = entering
            if index > 0 { small[index, contracted] = scores[node, exits[index]] }
        }
        let found = best(small)
        for (index, node) in outside.enumerated() where index > 0 {
            heads[node] = found[index] == contracted ? exits[index] : outside[found[index]]
        }
        heads[entries[found[contracted]]] = outside[found[contracted]]
        return heads
    }
}
