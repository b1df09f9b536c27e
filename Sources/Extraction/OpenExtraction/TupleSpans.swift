/// The words of arguments in tuples: long ones, or short ones that can stand as nodes of a graph.
struct TupleSpans {
    /// What is cut out of a phrase.
    enum Style { case maximal, minimal }

    let tree: DependencyTree
    let style: Style

    /// A noun phrase without its preposition.
    /// - Parameters:
    ///   - head: its head.
    ///   - excluding: branches to leave out whatever the style (the clause that it is the subject of).
    ///   - isSubject: whether it is a subject: its prepositional phrases stay.
    ///   - alone: whether its conjuncts are left out.
    func phrase(_ head: Int, excluding: Set<Int> = [], isSubject: Bool = false, alone: Bool = false) -> [Int] {
        let kept = tree.subtree(head) { child in
            if excluding.contains(child) { return true }
            let isTop = tree.heads[child] == head
            switch tree.labels[child] {
            case .relativeClause: return true
            case .parataxis, .discourse, .vocative: return style == .minimal || isTop
            case .preposition: return isTop && child < head && !tree.isPossessiveMark(child)
            case .marker, .copula, .subject, .passiveSubject, .outerSubject, .auxiliary, .expletive:
                return isTop
            case .coordinator, .preconjunction: return isTop && alone && child < head || (isTop && child < head)
            case .conjunct: return alone && isTop
            case .apposition: return style == .minimal
            case .adnominalClause: return style == .minimal && !isShortModifier(child)
            case .nominalModifier:
                guard style == .minimal, !isSubject else { return false }
                return tree.prepositionWord(child) != "of" && tree.prepositionWord(child) != nil
            case .adverbialClause, .oblique, .agent, .unmarkedOblique, .adverb:
                if child < head, isTop, tree.labels[child] == .adverb {
                    return OwnMarks.negators.contains(tree.words[child])
                        || style == .minimal && focus.contains(tree.words[child])
                }
                return isTop && !tree.isNominal(head) ? false : tree.labels[child] == .adverbialClause && isTop
            default: return false
            }
        }
        return trimmed(withCoordinators(kept, head, alone: alone))
    }

    /// A whole clause or infinitive.
    func clause(_ head: Int, excluding: Set<Int> = [], withMark: Bool) -> [Int] {
        let kept = tree.subtree(head) { child in
            if excluding.contains(child) { return true }
            let isTop = tree.heads[child] == head
            if tree.labels[child] == .relativeClause { return style == .minimal || true }
            if isTop, tree.labels[child] == .marker, !withMark { return true }
            if isTop, tree.labels[child] == .coordinator, child < head { return true }
            if isTop, tree.labels[child] == .parataxis { return true }
            return false
        }
        return trimmed(kept)
    }

    private let focus: Set<String> = ["only", "also", "even", "just"]

    private func isShortModifier(_ child: Int) -> Bool {
        tree.children(child).isEmpty && tree.tokens[child].xpos == "VBN" && false
    }

    /// The "and" of a conjunct that was cut hangs on the conjunct, so nothing is left behind; a comma may be.
    private func withCoordinators(_ tokens: [Int], _ head: Int, alone: Bool) -> [Int] { tokens }

    /// Takes commas, stops and lone quotation marks off both ends.
    func trimmed(_ tokens: [Int]) -> [Int] {
        var tokens = tokens[...]
        while let first = tokens.first, isEdge(first) { tokens = tokens.dropFirst() }
        while let last = tokens.last, isEdge(last) { tokens = tokens.dropLast() }
        // A quotation mark whose partner is gone.
        let marks = tokens.filter { quotationMarks.contains(tree.words[$0]) }
        if marks.count == 1, let lone = marks.first, lone == tokens.first { tokens = tokens.dropFirst() }
        if marks.count == 1, let lone = marks.first, lone == tokens.last { tokens = tokens.dropLast() }
        if style == .minimal, marks.count == 2, marks.first == tokens.first, marks.last == tokens.last {
            tokens = tokens.dropFirst().dropLast()
        }
        return Array(tokens)
    }

    private let quotationMarks: Set<String> = ["\"", "''", "``", "“", "”", "'", "`"]

    private func isEdge(_ token: Int) -> Bool {
        [",", ";", ":", ".", "--", "-", "–", "—", "?", "!"].contains(tree.words[token])
    }
}
