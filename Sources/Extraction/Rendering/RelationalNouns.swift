import English

/// "studied ways to counter submarines", "expressed opposition to the plan", "drew comparisons between two scandals"
///
/// Nouns that say nothing without what follows them: where the label of an entity would leave that out, the object is the words.
extension SentenceContext {
    /// The words of a phrase with all that its noun needs, or nil where its label says as much.
    func withComplement(_ head: Int) -> Range<Int>? {
        guard tree.tokens[head].upos == "NOUN", mentions.isAlone(at: TokenReference(sentence: index, token: head))
        else { return nil }
        let isRelational = Self.relationalNouns.contains(tree.lemmas[head])
        let keepsClauses = isRelational || isThing(head) || isKind(head)
        let phrase = Spans.phrase(head, in: tree)
        let own = tree.children(head).filter { child in
            // "analysed data using software": how, not which.
            guard child > head, !isBehindComma(child), tree.words[child] != "using" else { return false }
            switch tree.labels[child] {
            case .nominalModifier: return true
            case .adnominalClause, .relativeClause, .clausalComplement:
                // "an allegation that he left", "suggestions she was leaving"
                return keepsClauses
                    || tree.labels[child] == .adnominalClause && (tree.has(child, .marker) || tree.has(child, .subject))
            default: return false
            }
        }
        let strayed = strayed(behind: phrase.upperBound, of: head, isRelational)
        guard let last = (own + strayed).compactMap({ end($0, keepsClauses) }).max(), last >= phrase.upperBound - 1,
            last > head
        else {
            return nil
        }
        let label = CommonLabels.core(
            of: head, in: phrase.lowerBound..<max(phrase.upperBound, last + 1), of: tree.tokens)
        guard label.upperBound <= last else { return nil }
        var first = phrase.lowerBound
        while first < head, [.determiner, .possessor].contains(tree.labels[first]), tree.heads[first] == head,
            tree.children(first).isEmpty
        {
            first += 1
        }
        return QuotedSpans.balanced(first..<last + 1, in: tree)
    }

    /// "equipment used in mines", but "the children abducted in Lund", who are somebody without the words that tell which.
    private func isThing(_ head: Int) -> Bool {
        guard let type = type(head), ["Thing", "Product", "Work", "Place"].contains(type), !quantities.isMeasure(head)
        else {
            return false
        }
        return tree.children(head).contains { child in
            tree.labels[child] == .relativeClause
                || type != "Place" && tree.labels[child] == .adnominalClause && !tree.has(child, .marker)
                    && !tree.has(child, .preposition)
        }
    }

    /// "people who think so", "fighters that fled", "anyone who steals": which, the clause alone tells.
    private func isKind(_ head: Int) -> Bool {
        let isNobody = ["anyone", "someone", "everyone", "those"].contains(tree.words[head])
        guard
            isNobody || tree.tokens[head].xpos == "NNS" && Lexicon.isPersonNoun(tree.lemmas[head])
                || tree.words[head] == "people"
        else { return false }
        return tree.has(head, .relativeClause)
            && tree.children(head).allSatisfy { $0 > head || tree.labels[$0] == .preposition }
    }

    private func isBehindComma(_ child: Int) -> Bool {
        let start = tree.subtree(child).first ?? child
        return tree.words[start] == "," || start > 0 && [",", "(", "—", "–"].contains(tree.words[start - 1])
    }

    /// What the tree hangs on the verb although it begins right behind the noun: "outlined the correlation | between them".
    private func strayed(behind end: Int, of head: Int, _ isRelational: Bool) -> [Int] {
        let verb = tree.heads[head]
        guard verb >= 0, tree.labels[head] == .object else { return [] }
        return tree.children(verb).filter { child in
            guard child > head, tree.subtree(child).first == end else { return false }
            switch tree.labels[child] {
            case .oblique where tree.prepositionWord(child) == "to" && isFrom(end - 1, below: head):
                return true
            case .oblique where isRelational:
                // "cut its rate | to 1.5 percent": how far.
                return Self.relating.contains(tree.prepositionWord(child) ?? "") && !dates.isTime(child)
                    && (tree.prepositionWord(child) != "to" || quantities.quantity(at: child) == nil)
            case .adverbialClause,
                .openComplement where isRelational:
                return tree.tokens[child].xpos == "VB" && tree.words[end] == "to"
            default: return false
            }
        }
    }

    /// "boarded a plane from Lund | to Okar"
    private func isFrom(_ token: Int, below head: Int) -> Bool {
        var at = token
        while at >= 0, tree.heads[at] != head { at = tree.heads[at] }
        return at >= 0 && tree.prepositionWord(at) == "from"
    }

    /// The last word below a token, without what stands behind a comma or in another clause; participles and
    /// relative clauses only where they tell what is meant.
    private func end(_ child: Int, _ keepsClauses: Bool) -> Int? {
        tree.subtree(child) { inner in
            switch tree.labels[inner] {
            case .parataxis: return true
            case .coordinator, .punctuation: return false
            case .conjunct: return isStatement(inner)
            case .adnominalClause where !tree.has(inner, .marker), .relativeClause:
                return !keepsClauses || isBehindComma(inner)
            default:
                // "from Lund, Malta, to Okar"
                let isWay = tree.prepositionWord(inner) == "to" && tree.prepositionWord(child) == "from"
                let isBehindName = tree.labels[inner] == .unmarkedModifier && tree.prepositionWord(child) == "from"
                return isBehindComma(inner) && !isWay && !isBehindName
            }
        }.last { tree.labels[$0] != .punctuation && tree.labels[$0] != .coordinator }
    }

    /// "plans to widen the range | and report they …": a clause of its own.
    private func isStatement(_ conjunct: Int) -> Bool {
        guard tree.isVerb(conjunct) else { return false }
        let first = tree.heads[conjunct]
        return tree.children(conjunct).contains { tree.labels[$0].isSubject && $0 < conjunct }
            && !tree.children(first).contains { tree.labels[$0].isSubject }
            || ["VBD", "VBZ", "VBP"].contains(tree.tokens[conjunct].xpos) && tree.tokens[first].xpos == "VB"
    }

    private static let relating: Set<String> = ["between", "of", "against", "toward", "towards", "for", "to", "about"]

    private static let relationalNouns: Set<String> = [
        "way", "issue", "step", "variety", "hypothesis", "suspicion", "preference", "pair", "tradition", "consensus",
        "correlation", "comparison", "role", "possibility", "effort", "chance", "ability", "right", "attempt", "effect",
        "cause", "dose", "speculation", "similarity", "difference", "relationship", "relation", "link", "connection",
        "contribution", "access", "threat", "risk", "danger", "lack", "need", "request", "opportunity", "permission",
        "evidence", "sign", "indication", "reason", "responsibility", "interest", "concern", "doubt", "fear", "hope",
        "desire", "commitment", "disappearance", "arrival", "series", "range", "kind", "type", "form", "sort", "amount",
        "level", "rate", "share", "impact", "influence", "approach", "solution", "alternative", "difficulty",
        "trouble", "problem", "experience", "knowledge", "understanding", "view", "opinion", "idea", "notion", "belief",
        "factor", "example", "aspect", "support", "opposition", "resistance", "objection", "condition", "requirement",
        "restriction", "limit", "increase", "decrease", "decline", "reduction", "rise", "fall", "change", "use", "part",
        "intention", "plan", "fact", "means", "method", "potential", "capacity", "power", "case", "number", "set",
        "contender", "candidate", "death", "equipment", "majority", "attention", "remark", "comment", "statement",
        "information", "detail", "news", "proposal", "decision", "demand", "call", "offer", "promise", "agreement",
        "goal", "aim", "purpose", "process", "system", "victory", "version", "member", "response", "reaction",
        "criticism", "allegation", "accusation", "charge", "claim", "question", "answer", "argument", "debate",
        "discussion", "law", "bill", "rule", "ban", "measure", "order", "resolution", "motion", "money", "fund",
        "improvement", "policy", "penchant", "conspiracy", "intent", "bid", "farewell", "return", "campaign", "talent",
        "tendency", "obligation", "duty", "strategy", "failure", "refusal", "willingness", "readiness", "reluctance",
        "pressure", "pledge", "warning", "invitation", "objective", "mission", "licence", "license",
        "mandate", "authority", "involvement", "participation", "tribute", "homage", "guide", "key", "witness",
        "material", "item", "product", "substance", "tool", "service", "work", "result", "finding", "data",
    ]
}
