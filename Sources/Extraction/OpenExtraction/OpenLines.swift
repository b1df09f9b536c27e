import English

/// Open extraction of a text with one sentence a line, as benchmarks give it.
public struct OpenLines: Sendable {
    private let analyzer: Analyzer
    private let extractor: OpenExtractor

    /// Reads with an analyzer and renders in one of the two ways.
    public init(_ rendering: OpenExtractor.Rendering, analyzer: Analyzer = Analyzer()) {
        self.analyzer = analyzer
        extractor = OpenExtractor(rendering)
    }

    /// The tuples of a line, each tab-separated: sentence, confidence, relation, arguments; the sentence as it was given.
    public func lines(of line: String) -> [String] {
        let given = GivenTokens(line)
        guard !given.words.isEmpty else { return [] }
        var sentences = [given.sentence]
        analyzer.annotate(&sentences)
        return extractor.tuples(sentences[0], words: given.words).map { tuple in
            ([line, OpenLines.decimal(tuple.confidence), tuple.relation] + tuple.arguments).joined(separator: "\t")
        }
    }

    /// Two decimals, whatever the locale.
    private static func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
