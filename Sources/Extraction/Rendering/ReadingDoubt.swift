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
        guard tree.tokens[token].probability < bound, tree.heads[token] >= 0 else { return false }
        switch tree.labels[token] {
        case .title: return false
        case .agent: return !isPlainAgent(token)
        case .subject, .passiveSubject: return !isPlainSubject(token)
        case .object: return !isPlainObject(token)
        case .apposition: return !isPlainApposition(token)
        case .adverbialClause: return !isAdding(token)
        default: return true
        }
    }

    /// "The count of the votes, all told, had ended.": nothing stands between a subject and its finite verb but what belongs to either.
    private func isPlainSubject(_ token: Int) -> Bool {
        let verb = tree.heads[token]
        let group =
            [verb]
            + tree.children(verb).filter { tree.labels[$0] == .auxiliary || tree.labels[$0] == .passiveAuxiliary }
        // "ambassador to Malta Jan Vos": whoever bears the title is lost.
        let isTitle =
            tree.tokens[token].upos == "PROPN" && Lexicon.isPersonNoun(tree.lemmas[token].lowercased())
            && !tree.has(token, .determiner)
        guard tree.isVerb(verb), tree.isNominal(token), !isTitle,
            group.contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains(tree.tokens[$0].xpos) })
        else { return false }
        if token > verb { return token == verb + 1 && isSaying(verb) && verb > 0 && isQuoteEnd(verb - 1) }
        return (token + 1..<verb).allSatisfy { between in
            tree.dominates(token, between) || group.contains(between)
                || tree.heads[between] == verb && [.adverb, .punctuation].contains(tree.labels[between])
        }
    }

    private func isQuoteEnd(_ token: Int) -> Bool { ["\"", "”", "''", ","].contains(tree.words[token]) }

    /// "withheld food": what begins right behind a finite verb.
    private func isPlainObject(_ token: Int) -> Bool {
        let verb = tree.heads[token]
        return tree.isVerb(verb) && ["NOUN", "PROPN"].contains(tree.tokens[token].upos)
            && ["VBD", "VBZ", "VBP", "VB"].contains(tree.tokens[verb].xpos)
            && Spans.phrase(token, in: tree).lowerBound == verb + 1
    }

    /// "Holm, the chair of the board, left.": between commas, with an article.
    private func isPlainApposition(_ token: Int) -> Bool {
        let name = tree.heads[token]
        let span = Spans.phrase(token, in: tree)
        guard name < token, tree.tokens[name].upos == "PROPN", tree.tokens[token].upos == "NOUN",
            span.lowerBound > 0, ["a", "an", "the"].contains(tree.words[span.lowerBound]),
            tree.words[span.lowerBound - 1] == ",", !Self.comments.contains(tree.lemmas[token]),
            !tree.words[name].contains("@")
        else { return false }
        return (name + 1..<span.lowerBound - 1).allSatisfy { tree.dominates(name, $0) && tree.labels[$0] != .conjunct }
            && (span.upperBound == tree.count || [",", "."].contains(tree.words[span.upperBound]))
    }

    /// "She left Lund, a move that pleased them": nouns for what a clause says rather than for a name.
    private static let comments: Set<String> = [
        "expectation", "move", "decision", "claim", "step", "fact", "charge", "allegation", "accusation", "choice",
        "issue", "development", "result", "sign", "practice", "view", "assertion", "feat", "goal", "rise", "increase",
        "drop", "fall", "figure", "number", "total", "amount", "record", "process", "act", "reference", "demand",
        "proposal", "plan", "situation", "problem", "trend", "change", "promise", "effort", "shift", "reversal",
    ]

    /// "Holm said, adding that she was glad": who says the one adds the other.
    private func isAdding(_ token: Int) -> Bool {
        SayersAddingRepair.isParticiple(tree.words[token]) && isSaying(tree.heads[token])
            && tree.children(tree.heads[token]).contains { tree.labels[$0].isSubject }
    }

    private func isSaying(_ verb: Int) -> Bool { ComplementTable.content[tree.lemmas[verb]] == .attributed }

    private func isPlainAgent(_ token: Int) -> Bool {
        guard tree.labels[token] == .agent, tree.heads[token] >= 0,
            let by = tree.prepositionTokens(token).first, tree.words[by] == "by", by > 0
        else { return false }
        let verb = tree.heads[token]
        return by == verb + 1 || by == verb + 2 && tree.heads[by - 1] == verb && tree.words[by - 1] == "dead"
    }
}
