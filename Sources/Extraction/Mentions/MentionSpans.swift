import English

/// The phrase that a head spans: determiner to last modifier.
///
/// The head's subtree less leading prepositions, conjuncts, appositions, parataxis, a copula with its subject, clauses after a comma
/// and punctuation at the edges; a possessive keeps its ending, a restrictive relative clause stays in.
struct MentionSpans {
    let view: SentenceView
    private var tree: DependencyTree { view.tree }

    init(_ view: SentenceView) { self.view = view }

    /// The span of a head's phrase; `isName` cuts at a bracket.
    func span(_ head: Int, isName: Bool) -> Range<Int> {
        let kept = tree.subtree(head) { isCut($0, from: head) || isName && isAside($0, from: head) }
        var left = head
        var right = head
        let keptSet = Set(kept)
        // Outwards from the head, over punctuation inside, up to the first gap.
        while left > 0, let next = nextKept(from: left, step: -1, kept: keptSet) { left = next }
        while right + 1 < tree.count, let next = nextKept(from: right, step: 1, kept: keptSet) { right = next }
        if isName, let bracket = (head...right).first(where: { ["(", "["].contains(tree.words[$0]) && $0 > head }) {
            right = bracket - 1
        }
        while left < head, isEdge(left) { left += 1 }
        while right > head, tree.labels[right] == .punctuation, !tree.isPossessiveMark(right) { right -= 1 }
        // The mark that closes a quotation begun inside the phrase.
        let opened = (left...right).last { ["\"", "“", "``"].contains(tree.words[$0]) }
        if let opened, right + 1 < tree.count, ["\"", "”", "''"].contains(tree.words[right + 1]),
            !(opened + 1...max(opened + 1, right)).contains(where: { ["\"", "”", "''"].contains(tree.words[$0]) })
        {
            right += 1
        }
        return left..<right + 1
    }

    private func nextKept(from token: Int, step: Int, kept: Set<Int>) -> Int? {
        var at = token + step
        while at >= 0, at < tree.count {
            if kept.contains(at) { return at }
            guard tree.labels[at] == .punctuation, tree.words[at] != "(" || step < 0 else { return nil }
            at += step
        }
        return nil
    }

    private func isEdge(_ token: Int) -> Bool {
        switch tree.labels[token] {
        case .punctuation, .coordinator, .preconjunction, .marker: true
        case .preposition: !tree.isPossessiveMark(token) && !isHalf(token)
        default: false
        }
    }

    /// "in-principle support": half of a compound.
    private func isHalf(_ token: Int) -> Bool {
        token + 1 < tree.count && ["-", "–"].contains(tree.words[token + 1])
            && tree.tokens[token + 1].range.lowerBound == tree.tokens[token].range.upperBound
    }

    private func isCut(_ child: Int, from head: Int) -> Bool {
        let parent = tree.heads[child]
        let isOfHead = parent == head
        switch tree.labels[child] {
        case .conjunct: return isOfHead
        // "writers Ada Okoro and Eva Vos": they are both.
        case .title: return isOfHead && ["NNS", "NNPS"].contains(tree.tokens[child].xpos)
        case .apposition, .parataxis, .discourse, .vocative, .dislocated, .list, .orphan, .reparandum:
            return isOfHead
        case .copula, .auxiliary, .passiveAuxiliary, .subject, .passiveSubject, .outerSubject, .clausalSubject,
            .expletive,
            .adverbialClause, .clauseRelative, .oblique, .unmarkedOblique, .agent, .clausalComplement, .openComplement,
            .object:
            return isOfHead
        case .marker: return isOfHead
        case .coordinator: return isOfHead && child < head
        case .preposition: return isOfHead && !tree.isPossessiveMark(child)
        case .adverb: return isOfHead && (tree.has(head, .copula) || tree.words[child] == "not")
        case .adnominalClause:
            return isOfHead && child > 0 && followsComma(child)
        case .punctuation: return isOfHead && !tree.isPossessiveMark(child)
        default: return false
        }
    }

    /// "Ada Okoro, 52": an age is no part of the phrase; a date's year is.
    private func isAside(_ child: Int, from head: Int) -> Bool {
        guard tree.heads[child] == head, child > head else { return false }
        switch tree.labels[child] {
        case .numeralModifier, .unmarkedModifier:
            return followsComma(child) && tree.tokens[child].upos == "NUM"
                && Lexicon.calendarWord(tree.tokens[head].form) == nil
        default: return false
        }
    }

    /// Whether the first token of a branch stands after a comma or dash.
    private func followsComma(_ child: Int) -> Bool {
        let first = tree.subtree(child).first { tree.labels[$0] != .punctuation } ?? child
        return first > 0 && [",", "—", "–", "--", ";", ":", "("].contains(tree.words[first - 1])
    }
}
