import English

/// Tags and trees against gold on the same tokens, as the CoNLL 2018 evaluation counts them: subtypes of relations ignored, punctuation
/// counted. Shares are percentages.
///
/// Source: D. Zeman et al., CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies, 2018.
public struct TreebankFigures: Sendable {
    /// Tokens compared.
    public private(set) var tokens = 0
    private var universalTags = 0
    private var pennTags = 0
    private var heads = 0
    private var arcs = 0
    private var relations: [String: Counts] = [:]

    private struct Counts: Sendable {
        var gold = 0
        var predicted = 0
        var right = 0
    }

    /// Compares sentences with the same tokens; what differs in its tokens is left out.
    public init(gold: [Sentence], predicted: [Sentence]) {
        for (gold, predicted) in zip(gold, predicted) where gold.tokens.map(\.form) == predicted.tokens.map(\.form) {
            for (gold, predicted) in zip(gold.tokens, predicted.tokens) { count(gold, predicted) }
        }
    }

    /// Parses the words of gold sentences and compares.
    public init(gold: [Sentence], analyzer: Analyzer = Analyzer()) {
        var parsed = gold.map { sentence in
            Sentence(
                range: sentence.range, tokens: sentence.tokens.map { Token(form: $0.form, range: $0.range) },
                startsLine: sentence.startsLine)
        }
        analyzer.annotate(&parsed)
        self.init(gold: gold, predicted: parsed)
    }

    private mutating func count(_ gold: Token, _ predicted: Token) {
        tokens += 1
        universalTags += gold.upos == predicted.upos ? 1 : 0
        pennTags += gold.xpos == predicted.xpos ? 1 : 0
        relations[gold.relation, default: Counts()].gold += 1
        relations[predicted.relation, default: Counts()].predicted += 1
        guard gold.head == predicted.head else { return }
        heads += 1
        arcs += Self.universal(gold.relation) == Self.universal(predicted.relation) ? 1 : 0
        if gold.relation == predicted.relation { relations[gold.relation, default: Counts()].right += 1 }
    }

    private static func universal(_ relation: String) -> Substring { relation.prefix { $0 != ":" } }

    private func share(_ count: Int) -> Double { tokens == 0 ? 0 : 100 * Double(count) / Double(tokens) }

    /// Universal tags that are right.
    public var universalTagAccuracy: Double { share(universalTags) }
    /// Penn tags that are right.
    public var pennTagAccuracy: Double { share(pennTags) }
    /// Heads that are right (UAS).
    public var unlabelledAttachment: Double { share(heads) }
    /// Heads with their relation that are right (LAS).
    public var labelledAttachment: Double { share(arcs) }

    /// F1 of arcs with a full relation (`nsubj:pass`), 0 where there are none.
    public func f1(of relation: String) -> Double {
        guard let counts = relations[relation], counts.gold + counts.predicted > 0 else { return 0 }
        return 200 * Double(counts.right) / Double(counts.gold + counts.predicted)
    }

    /// The relations of the gold trees, in alphabetical order.
    public var goldRelations: [String] { relations.filter { $0.value.gold > 0 }.keys.sorted() }
}
