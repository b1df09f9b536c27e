/// A report's mentions by the token that heads them: how the reading of clauses learns what a phrase refers to.
///
/// Relations use it for preferences only: a phrase without a mention, or with an unknown type, fits everywhere.
package struct MentionIndex: Sendable {
    private let byHead: [TokenReference: Mention]

    /// Indexes mentions; of two with one head the first counts.
    package init(_ mentions: [Mention] = []) {
        byHead = Dictionary(mentions.map { ($0.head, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The mention headed by a token.
    package func mention(at head: TokenReference) -> Mention? { byHead[head] }

    /// The type of the mention headed by a token (`Person`, `Country` …), or nil where there is none.
    package func type(at head: TokenReference) -> String? { byHead[head]?.type }
}
