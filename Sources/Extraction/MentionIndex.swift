import English

/// A report's mentions by the token that heads them: how the reading of clauses learns what a phrase refers to.
///
/// Relations use it for preferences only: a phrase without a mention, or with an unknown type, fits everywhere.
package struct MentionIndex: Sendable {
    private let byHead: [TokenReference: Mention]
    /// How many mentions each chain has.
    private let sizes: [Int: Int]
    /// The first name of each chain that has one.
    private let names: [Int: String]

    /// Indexes mentions; of two with one head the first counts. Chains have names where the report's sentences are given.
    package init(_ mentions: [Mention] = [], in sentences: [Sentence] = []) {
        sizes = Dictionary(mentions.map { ($0.chain, 1) }, uniquingKeysWith: +)
        names = Dictionary(
            mentions.compactMap { mention in
                guard mention.kind == .named, let span = mention.nameSpan,
                    sentences.indices.contains(mention.head.sentence)
                else { return nil }
                let tokens = sentences[mention.head.sentence].tokens[span]
                let text = zip(tokens, tokens.dropFirst()).reduce(tokens.first?.form ?? "") { text, pair in
                    text + (pair.1.range.lowerBound > pair.0.range.upperBound ? " " : "") + pair.1.form
                }
                return (mention.chain, text)
            }, uniquingKeysWith: { first, _ in first })
        byHead = Dictionary(mentions.map { ($0.head, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The mention headed by a token.
    package func mention(at head: TokenReference) -> Mention? { byHead[head] }

    /// The type of the mention headed by a token (`Person`, `Country` …), or nil where there is none.
    package func type(at head: TokenReference) -> String? { byHead[head]?.type }

    /// What the chain is called that the mention headed by a token stands in, or nil where no name is in it.
    package func name(at head: TokenReference) -> String? { byHead[head].flatMap { names[$0.chain] } }

    /// Whether the report speaks of what the mention headed by a token means nowhere else.
    package func isAlone(at head: TokenReference) -> Bool { byHead[head].map { sizes[$0.chain] == 1 } ?? true }
}
