/// What a reader made of statements that were put before him: the marks of a key with the columns `mark` (`right` or `wrong`),
/// `kind` (of error) and `reason`.
public struct JudgedFigures: Sendable {
    /// Statements judged right.
    public private(set) var right = Proportion()
    /// How many of the wrong ones are of each kind, the commonest first, then by name.
    public let errors: [(kind: String, count: Int)]

    /// Counts the marks of a key; rows with another mark are left out.
    ///
    /// Complexity: linear in the key.
    public init(key: KeyFile) {
        var kinds: [String: Int] = [:]
        for row in key.rows {
            guard let mark = row["mark"], mark == "right" || mark == "wrong" else { continue }
            right.count(mark == "right")
            if mark == "wrong" { kinds[row["kind"] ?? "", default: 0] += 1 }
        }
        errors = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
