import English

/// "The board watched the fund that Vos ran and left.": who left is the parser's guess.
///
/// Whether an arc between a claim's predicate and its arguments is improbable. Of facts below the bound about three in ten
/// were right, of the others three in four.
struct ReadingDoubt {
    let tree: DependencyTree

    private static let bound: Float = 0.5
    /// Who stands beside a verb of saying has mostly said it.
    private static let boundOfSpeech: Float = 0.35

    /// Whether one of the arcs that join these heads to the predicate is doubtful.
    func isDoubtful(_ predicate: [Int], _ heads: [Int], isSpeech: Bool) -> Bool {
        let bound = isSpeech ? Self.boundOfSpeech : Self.bound
        guard let anchor = predicate.min(by: { tree.depth($0) < tree.depth($1) }) ?? heads.first else { return false }
        return heads.contains { tree.arcs(from: $0, to: anchor).contains { isDoubtful($0, bound) } }
    }

    /// A title right before its name is one whatever the parser thinks, and who stands behind "shot dead by" did it.
    private func isDoubtful(_ token: Int, _ bound: Float) -> Bool {
        tree.tokens[token].probability < bound && tree.labels[token] != .title && !isPlainAgent(token)
    }

    private func isPlainAgent(_ token: Int) -> Bool {
        guard tree.labels[token] == .agent, tree.heads[token] >= 0,
            let by = tree.prepositionTokens(token).first, tree.words[by] == "by", by > 0
        else { return false }
        let verb = tree.heads[token]
        return by == verb + 1 || by == verb + 2 && tree.heads[by - 1] == verb && tree.words[by - 1] == "dead"
    }
}
