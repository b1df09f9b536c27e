/// "according to the ministry"; "per the ministry"; "by most accounts"; "in the words of Vos"; "by the ministry's count"
///
/// A prepositional phrase that names who says the clause it hangs on.
enum SourcePhrase {
    /// The head of the source that a phrase names, or nil where it names none.
    static func source(_ head: Int, in tree: DependencyTree) -> Int? {
        switch tree.prepositionWord(head) {
        case "according_to", "as_per": return head
        case "per": return isSource(head, in: tree) ? head : nil
        case "by" where accounts.contains(tree.lemmas[head]):
            return tree.child(head, .possessor) ?? (isQuantified(head, in: tree) ? head : nil)
        case "in" where views.contains(tree.lemmas[head]):
            let owner = tree.child(head, .possessor) ?? tree.children(head).first { tree.prepositionWord($0) == "of" }
            guard let owner, tree.tokens[owner].upos != "NUM" else { return nil }
            return owner
        default: return nil
        }
    }

    /// The phrases of a sentence that name a source, in order: the head of each and that of the source.
    static func phrases(in tree: DependencyTree) -> [(head: Int, source: Int)] {
        (0..<tree.count).compactMap { token in
            guard tree.labels[token].isNominalModifier || tree.labels[token].isOblique else { return nil }
            return source(token, in: tree).map { (token, $0) }
        }
    }

    /// The head of what a source says: "The jet crashed and hit a hangar, according to police" is all theirs, though they
    /// hang on the second verb; behind "and" or "but" it is the clause that this begins.
    static func holder(of source: Int, in analysis: ClauseAnalysis) -> Int? {
        let tree = analysis.tree
        guard let begin = tree.prepositionTokens(source).first,
            let index = analysis.clauseIndex(containing: tree.heads[source])
        else { return nil }
        let clause = analysis.clauses[index]
        var before = begin - 1
        if before > 0, tree.words[before] == "," { before -= 1 }
        if before >= 0, tree.labels[before] == .coordinator, tree.heads[before] > before { return tree.heads[before] }
        let isLast = (words(of: source, in: tree).upperBound..<tree.count).allSatisfy {
            tree.tokens[$0].upos == "PUNCT"
        }
        var first = clause.subjectOrigin == .shared ? tree.firstConjunct(clause.head) : clause.head
        let isSetOff = begin == 0 || tree.words[begin - 1] == ","
        while tree.heads[first] >= 0, ![.conjunct, .parataxis].contains(tree.labels[first]) || !isSeparate(first, tree)
        {
            let isPart: Bool
            switch tree.labels[first] {
            // "…, performing a turn according to the paper."
            case .openComplement: isPart = true
            case .adverbialClause:
                isPart = isSetOff || isLast && analysis.clause(headedBy: first)?.marks.isEmpty ?? false
            // "She said that, according to police, the dam burst": what police say begins behind "that".
            case .clausalComplement, .relativeClause: isPart = isSetOff && (isLast || begin == 0)
            default: isPart = isSetOff
            }
            guard isPart else { break }
            first = tree.heads[first]
        }
        return first
    }

    /// "…; the dam, according to the ministry, had burst": behind a semicolon stands another statement.
    private static func isSeparate(_ conjunct: Int, _ tree: DependencyTree) -> Bool {
        guard let start = tree.subtree(conjunct).first, start > 0 else { return false }
        return tree.words[start] == ";" || tree.words[start - 1] == ";"
    }

    /// The words of a source's phrase with its preposition, without a comma at its end.
    static func words(of source: Int, in tree: DependencyTree) -> Range<Int> {
        let below = Set(tree.subtree(source))
        var low = source
        var high = source
        while below.contains(low - 1) { low -= 1 }
        while below.contains(high + 1) { high += 1 }
        while high > source, tree.tokens[high].upos == "PUNCT" { high -= 1 }
        while low < source, tree.tokens[low].upos == "PUNCT" { low += 1 }
        // "According to resident Jan Vos": all from the preposition on.
        if let begin = tree.prepositionTokens(source).first, begin < low { low = begin }
        return low..<high + 1
    }

    /// "per the ministry", "per officials"; "per day", "per head" and "per 100,000 people" measure.
    private static func isSource(_ head: Int, in tree: DependencyTree) -> Bool {
        if tree.tokens[head].upos == "PROPN" { return true }
        return tree.tokens[head].upos == "NOUN" && !tree.has(head, .numeralModifier)
            && (tree.tokens[head].xpos == "NNS" || tree.has(head, .determiner) || tree.has(head, .possessor))
    }

    /// "by all accounts", "by reports"; "by report" names a way.
    private static func isQuantified(_ head: Int, in tree: DependencyTree) -> Bool {
        tree.tokens[head].xpos == "NNS" || tree.has(head, .determiner)
    }

    private static let accounts: Set<String> = [
        "account", "report", "estimate", "reckoning", "admission", "count", "tally",
    ]
    private static let views: Set<String> = ["word", "view", "opinion", "judgment", "judgement", "eye", "estimation"]
}
