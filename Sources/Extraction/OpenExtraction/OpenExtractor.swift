import English

/// Open extraction: every statement of a sentence as a tuple of its own words, without a vocabulary.
public struct OpenExtractor: Sendable {
    /// Which of the two renderings.
    public enum Rendering: Sendable {
        /// One n-ary tuple per subject and verb, with all that belongs to it.
        case maximal
        /// Short triples, one for each argument: what fits into a graph.
        case minimal
    }

    private let rendering: Rendering

    /// An extractor for a rendering.
    public init(_ rendering: Rendering) { self.rendering = rendering }

    /// The tuples of a sentence with a tree, in the order of its clauses.
    /// - Parameters:
    ///   - sentence: the sentence.
    ///   - words: its words as they shall be printed, one a token; the tokens' own forms unless told.
    public func tuples(_ sentence: Sentence, words: [String]? = nil) -> [OpenTuple] {
        let analysis = ClauseAnalysis(TreeRepair.repaired(sentence))
        let words = words ?? sentence.tokens.map(\.form)
        func text(_ tokens: [Int]) -> String { tokens.map { $0 < 0 ? "be" : words[$0] }.joined(separator: " ") }
        var seen: Set<[String]> = []
        let drafts = rendering == .maximal ? MaximalTuples(analysis).drafts() : MinimalTriples(analysis).drafts()
        return drafts.compactMap { draft in
            let tuple = OpenTuple(
                relation: text(draft.relation), arguments: draft.arguments.map(text),
                confidence: Confidence.of(draft.clause.map { analysis.clauses[$0] }, in: analysis))
            return seen.insert([tuple.relation] + tuple.arguments).inserted ? tuple : nil
        }
    }
}

/// How far tuples of a kind of clause were right on development data: deeper clauses and borrowed subjects less often.
enum Confidence {
    static func of(_ clause: Clause?, in analysis: ClauseAnalysis) -> Double {
        guard let clause else { return 0.5 }
        var depth = 0
        var parent = clause.parent
        while let index = parent {
            if analysis.clauses[index].link != .conjunct { depth += 1 }
            parent = analysis.clauses[index].parent
        }
        let byDepth = depth == 0 ? 0.71 : depth == 1 ? 0.60 : 0.44
        let byOrigin: Double
        switch clause.subjectOrigin {
        case .own, .shared: byOrigin = 1
        case .relative: byOrigin = 0.85
        case .participle: byOrigin = 0.81
        case .adverbial: byOrigin = 0.68
        case .controlled, .none: byOrigin = 0.7
        }
        return (byDepth * byOrigin * 100).rounded() / 100
    }
}
