import English

/// "studied ways to counter submarines", "expressed opposition to the plan", "drew comparisons between two scandals"
///
/// Nouns that say nothing without what follows them: where the label of an entity would leave that out, the object is the words.
extension SentenceContext {
    /// The words of a phrase with all that its noun needs, or nil where its label says as much.
    func withComplement(_ head: Int) -> Range<Int>? {
        guard tree.tokens[head].upos == "NOUN", Self.relationalNouns.contains(tree.lemmas[head]) || isThing(head),
            mentions.isAlone(at: TokenReference(sentence: index, token: head))
        else { return nil }
        let phrase = Spans.phrase(head, in: tree)
        var first = phrase.lowerBound
        while first < head, tree.labels[first] == .determiner { first += 1 }
        let own = tree.children(head).filter { child in
            // "analysed data using software": how, not which.
            guard child > head, !isBehindComma(child), tree.words[child] != "using" else { return false }
            switch tree.labels[child] {
            case .adnominalClause, .relativeClause, .nominalModifier, .clausalComplement: return true
            default: return false
            }
        }
        let strayed = strayed(behind: phrase.upperBound, of: head)
        guard let last = (own + strayed).compactMap(end).max(), last >= phrase.upperBound - 1, last > head else {
            return nil
        }
        // A label keeps phrases and infinitives, and seven words.
        let isKept = strayed.isEmpty && own.allSatisfy { !isClause($0) } && last + 1 - first <= 7
        return isKept ? nil : first..<last + 1
    }

    /// "equipment used in mines", but "the children abducted in Lund", who are somebody without the words that tell which.
    private func isThing(_ head: Int) -> Bool {
        guard let type = type(head), ["Thing", "Product", "Work"].contains(type), !quantities.isMeasure(head) else {
            return false
        }
        return tree.children(head).contains { child in
            tree.labels[child] == .relativeClause
                || tree.labels[child] == .adnominalClause && !tree.has(child, .marker) && !tree.has(child, .preposition)
        }
    }

    private func isClause(_ child: Int) -> Bool {
        tree.labels[child] == .relativeClause || tree.labels[child] == .clausalComplement
            || tree.labels[child] == .adnominalClause && tree.tokens[child].xpos != "VB"
    }

    private func isBehindComma(_ child: Int) -> Bool {
        let start = tree.subtree(child).first ?? child
        return tree.words[start] == "," || start > 0 && [",", "(", "—", "–"].contains(tree.words[start - 1])
    }

    /// What the tree hangs on the verb although it begins right behind the noun: "outlined the correlation | between them".
    private func strayed(behind end: Int, of head: Int) -> [Int] {
        let verb = tree.heads[head]
        guard verb >= 0, tree.labels[head] == .object else { return [] }
        return tree.children(verb).filter { child in
            guard child > head, tree.subtree(child).first == end else { return false }
            switch tree.labels[child] {
            case .oblique:
                return Self.relating.contains(tree.prepositionWord(child) ?? "") && !dates.isTime(child)
            case .adverbialClause, .openComplement:
                return tree.tokens[child].xpos == "VB" && tree.words[end] == "to"
            default: return false
            }
        }
    }

    /// The last word below a token, without what stands behind a comma or in another clause.
    private func end(_ child: Int) -> Int? {
        tree.subtree(child) { inner in
            tree.labels[inner] == .parataxis
                || ![.conjunct, .coordinator, .punctuation].contains(tree.labels[inner]) && isBehindComma(inner)
        }.last { tree.labels[$0] != .punctuation && tree.labels[$0] != .coordinator }
    }

    private static let relating: Set<String> = ["between", "of", "against", "toward", "towards", "for", "to", "about"]

    private static let relationalNouns: Set<String> = [
        "way", "issue", "step", "variety", "hypothesis", "suspicion", "preference", "pair", "tradition", "consensus",
        "correlation", "comparison", "role", "possibility", "effort", "chance", "ability", "right", "attempt", "effect",
        "cause", "dose", "speculation", "similarity", "difference", "relationship", "relation", "link", "connection",
        "contribution", "access", "threat", "risk", "danger", "lack", "need", "request", "opportunity", "permission",
        "evidence", "sign", "indication", "reason", "responsibility", "interest", "concern", "doubt", "fear", "hope",
        "desire", "commitment", "disappearance", "arrival", "series", "range", "kind", "type", "form", "sort", "amount",
        "level", "rate", "share", "impact", "influence", "approach", "solution", "answer", "alternative", "difficulty",
        "trouble", "problem", "experience", "knowledge", "understanding", "view", "opinion", "idea", "notion", "belief",
        "factor", "example", "aspect", "support", "opposition", "resistance", "objection", "condition", "requirement",
        "restriction", "limit", "increase", "decrease", "decline", "reduction", "rise", "fall", "change", "use", "part",
        "intention", "plan", "fact", "means", "method", "potential", "capacity", "power", "case", "number", "set",
        "contender", "candidate", "death", "equipment", "majority", "attention", "remark", "comment", "statement",
        "information", "detail", "news", "proposal", "decision", "demand", "call", "offer", "promise", "agreement",
        "goal", "aim", "purpose", "process", "system", "victory", "version", "member", "response", "reaction",
        "criticism", "allegation", "accusation", "charge", "claim", "question", "answer", "argument", "debate",
        "discussion", "law", "bill", "rule", "ban", "measure", "order", "resolution", "motion", "money", "fund",
        "material", "item", "product", "substance", "tool", "service", "work", "result", "finding", "data",
    ]
}
