import Extraction

/// Linking over the key `entities.tsv`: of the pairs of names that were linked, how many rightly; of those that should
/// be, how many were.
public struct EntityFigures: Sendable {
    /// Pairs linked that mean one entity.
    public var precision = Proportion()
    /// Pairs that mean one entity and were linked.
    public var recall = Proportion()
    /// Names of the key's reports of which a mention was found.
    public var found = Proportion()
    /// Pairs that were linked wrongly, a sample of at most fifty.
    public var wrong: [String] = []
    /// Entities of the key whose names were linked to several, those with most pairs lost first.
    public private(set) var split: [String] = []

    /// Compares entities with the key.
    ///
    /// - Parameters:
    ///   - occurrences: gives the places of a name in a report's text, in code points, longest names first and without overlap.
    ///   - entity: gives the entity that the mention over a place in a report was linked to, or nil.
    public init(
        key: KeyFile, occurrences: (_ names: [String], _ file: String) -> [(name: String, range: Range<Int>)],
        entity: (_ file: String, _ range: Range<Int>) -> String?
    ) {
        var namesOfFile: [String: [String: String]] = [:]
        for row in key.rows {
            guard let file = row["file"], let name = row["name"], let identity = row["entity"] else { continue }
            namesOfFile[file, default: [:]][name] = identity
        }
        // Pairs are counted by cells of the table (gold entity × found entity), not one by one.
        var cells: [String: [String: Int]] = [:]
        var examples: [String: [String: String]] = [:]
        for file in namesOfFile.keys.sorted() {
            let names = namesOfFile[file] ?? [:]
            for occurrence in occurrences(names.keys.sorted(), file) {
                guard let gold = names[occurrence.name] else { continue }
                let linked = entity(file, occurrence.range)
                found.count(linked != nil)
                guard let linked else { continue }
                cells[gold, default: [:]][linked, default: 0] += 1
                examples[linked, default: [:]][gold] = occurrence.name
            }
        }
        var lost: [(pairs: Int, line: String)] = []
        for (gold, row) in cells where row.count > 1 {
            let total = row.values.reduce(0, +)
            let pairs = total * (total - 1) / 2 - row.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
            let parts = row.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
            lost.append((pairs, "\(pairs) pairs of \(gold): " + parts.joined(separator: ", ")))
        }
        split = lost.sorted { ($1.pairs, $0.line) < ($0.pairs, $1.line) }.map(\.line)
        var linkedTotals: [String: Int] = [:]
        for (_, row) in cells.sorted(by: { $0.key < $1.key }) {
            let total = row.values.reduce(0, +)
            let together = row.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
            recall.right += together
            recall.total += total * (total - 1) / 2
            precision.right += together
            for (linked, count) in row { linkedTotals[linked, default: 0] += count }
        }
        for (linked, total) in linkedTotals.sorted(by: { $0.key < $1.key }) {
            precision.total += total * (total - 1) / 2
            let mixed = examples[linked] ?? [:]
            if mixed.count > 1, wrong.count < 50 {
                wrong.append("\(linked): \(mixed.sorted { $0.key < $1.key }.map { "\($0.value) = \($0.key)" })")
            }
        }
    }
}
