/// Precision, recall and their harmonic mean, summed over documents.
public struct Score: Sendable {
    /// What was found rightly, in the measure's unit.
    var right = 0.0
    /// What was found.
    var found = 0.0
    /// What of the wanted was found, in the measure's unit.
    var reached = 0.0
    /// What was wanted.
    var wanted = 0.0

    /// The share of what was found that is right.
    public var precision: Double { found > 0 ? right / found : 0 }
    /// The share of what was wanted that was found.
    public var recall: Double { wanted > 0 ? reached / wanted : 0 }
    /// The harmonic mean of both.
    public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

    /// Adds another document's counts.
    mutating func add(_ other: Score) {
        right += other.right
        found += other.found
        reached += other.reached
        wanted += other.wanted
    }

    /// Adds the comparison of two sets.
    mutating func add<Element>(gold: Set<Element>, found: Set<Element>) {
        let common = Double(gold.intersection(found).count)
        add(Score(right: common, found: Double(found.count), reached: common, wanted: Double(gold.count)))
    }
}

/// The measures of coreference, over chains of mentions.
///
/// Source: S. Pradhan et al., Scoring Coreference Partitions of Predicted Mentions, ACL 2014.
enum CoreferenceScore {
    typealias Chain = Set<MentionKey>

    /// Links: how many of the links that would hold a chain together the other side has.
    static func muc(_ gold: [Chain], _ found: [Chain]) -> Score {
        func links(_ chains: [Chain], _ others: [Chain]) -> (right: Double, all: Double) {
            let place = places(of: others)
            var right = 0
            var all = 0
            for chain in chains {
                var parts = Set<Int>()
                var alone = 0
                for mention in chain {
                    if let index = place[mention] { parts.insert(index) } else { alone += 1 }
                }
                right += chain.count - parts.count - alone
                all += chain.count - 1
            }
            return (Double(right), Double(all))
        }
        let recall = links(gold, found)
        let precision = links(found, gold)
        return Score(right: precision.right, found: precision.all, reached: recall.right, wanted: recall.all)
    }

    /// Mentions: how much of each mention's chain the other side has.
    static func bCubed(_ gold: [Chain], _ found: [Chain]) -> Score {
        func sum(_ chains: [Chain], _ others: [Chain]) -> (right: Double, all: Double) {
            let place = places(of: others)
            var right = 0.0
            var all = 0.0
            for chain in chains {
                // Summed by whole numbers, so that the order of a set does not show in the last digit.
                var common = 0
                for mention in chain {
                    if let index = place[mention] { common += chain.intersection(others[index]).count }
                }
                right += Double(common) / Double(chain.count)
                all += Double(chain.count)
            }
            return (right, all)
        }
        let recall = sum(gold, found)
        let precision = sum(found, gold)
        return Score(right: precision.right, found: precision.all, reached: recall.right, wanted: recall.all)
    }

    /// Entities (CEAF with the φ4 similarity): chains aligned one to one.
    static func ceafe(_ gold: [Chain], _ found: [Chain]) -> Score {
        let size = max(gold.count, found.count)
        guard size > 0 else { return Score() }
        var cost = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for (row, one) in gold.enumerated() {
            for (column, other) in found.enumerated() {
                cost[row][column] = -2 * Double(one.intersection(other).count) / Double(one.count + other.count)
            }
        }
        let similarity = -leastCost(of: cost)
        return Score(right: similarity, found: Double(found.count), reached: similarity, wanted: Double(gold.count))
    }

    private static func places(of chains: [Chain]) -> [MentionKey: Int] {
        var place: [MentionKey: Int] = [:]
        for (index, chain) in chains.enumerated() { for mention in chain { place[mention] = index } }
        return place
    }

    /// The least cost of an assignment of rows to columns, by the Hungarian method; cubic.
    private static func leastCost(of cost: [[Double]]) -> Double {
        let count = cost.count
        var u = [Double](repeating: 0, count: count + 1)
        var v = u
        var match = [Int](repeating: 0, count: count + 1)
        var way = match
        for row in 1...count {
            match[0] = row
            var column = 0
            var least = [Double](repeating: .infinity, count: count + 1)
            var used = [Bool](repeating: false, count: count + 1)
            repeat {
                used[column] = true
                let at = match[column]
                var delta = Double.infinity
                var next = 0
                for other in 1...count where !used[other] {
                    let reduced = cost[at - 1][other - 1] - u[at] - v[other]
                    if reduced < least[other] {
                        least[other] = reduced
                        way[other] = column
                    }
                    if least[other] < delta {
                        delta = least[other]
                        next = other
                    }
                }
                for other in 0...count {
                    if used[other] {
                        u[match[other]] += delta
                        v[other] -= delta
                    } else {
                        least[other] -= delta
                    }
                }
                column = next
            } while match[column] != 0
            repeat {
                let back = way[column]
                match[column] = match[back]
                column = back
            } while column != 0
        }
        return -v[0]
    }
}

/// A mention by its place: sentence and tokens.
struct MentionKey: Hashable, Comparable {
    var sentence: Int
    var span: Range<Int>

    static func < (left: MentionKey, right: MentionKey) -> Bool {
        (left.sentence, left.span.lowerBound, left.span.upperBound)
            < (right.sentence, right.span.lowerBound, right.span.upperBound)
    }
}
