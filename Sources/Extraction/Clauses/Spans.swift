/// Which words a phrase or a content clause spans.
package enum Spans {
    /// The contiguous words of a noun phrase around its head: determiner to last modifier, without its preposition,
    /// conjuncts, appositions, relative clauses and what makes it a predicate.
    package static func phrase(_ head: Int, in tree: DependencyTree) -> Range<Int> {
        let kept = Set(
            tree.subtree(head) { child in
                guard tree.heads[child] == head else {
                    return isNeverInside(tree.labels[child]) || isToldOfMore(child, in: tree)
                }
                switch tree.labels[child] {
                case .preposition: return true
                case .copula, .subject, .passiveSubject, .outerSubject, .clausalSubject, .auxiliary, .passiveAuxiliary,
                    .marker, .coordinator, .preconjunction, .conjunct, .adverbialClause, .apposition, .expletive,
                    .parataxis, .openComplement, .clausalComplement, .discourse, .oblique, .agent, .orphan, .vocative:
                    return true
                case .adnominalClause:
                    // "The move, called Brexit": behind a comma it is no part of the phrase.
                    let start = tree.subtree(child).first ?? child
                    return tree.words[start] == "," || start > head + 1 && tree.words[start - 1] == ","
                case .adverb: return child > head || tree.words[child] == "not"
                case .nominalModifier
                where tree.words[child] == "what" && tree.prepositionWord(child) == "in" && child > head:
                    // "died at the harbour in what police call an attack"
                    return true
                default: return isNeverInside(tree.labels[child])
                }
            })
        return run(around: head, in: kept, tree)
    }

    /// The words of a clause that is somebody's content or act: from its subject or verb to its end.
    package static func content(_ head: Int, in tree: DependencyTree) -> Range<Int> {
        var kept = Set(
            tree.subtree(head) { child in
                tree.heads[child] == head
                    && (tree.labels[child] == .marker
                        || tree.labels[child] == .coordinator && child < head && isFirst(child, below: head, in: tree)
                        || tree.labels[child] == .parataxis)
                    || isAmongOthers(child, in: tree) || isNextAct(child, below: head, in: tree)
            })
        // Punctuation may hang elsewhere; a comma inside belongs to the words around it.
        if let low = kept.min(), let high = kept.max() {
            for token in low...high where tree.labels[token] == .punctuation { kept.insert(token) }
        }
        return run(around: head, in: kept, tree)
    }

    /// "was tasked with painting it | and spent three weeks on it": a finite verb goes on with no gerund or infinitive.
    private static func isNextAct(_ child: Int, below head: Int, in tree: DependencyTree) -> Bool {
        tree.labels[child] == .conjunct && tree.heads[child] == head && child > head
            && (tree.tokens[head].xpos == "VBG"
                || tree.tokens[head].xpos == "VB" && tree.children(head, .marker).contains { tree.words[$0] == "to" })
            && !tree.children(head).contains { tree.labels[$0].isSubject }
            && ["VBD", "VBZ"].contains(tree.tokens[child].xpos)
            && !tree.children(child).contains { tree.labels[$0].isSubject }
    }

    /// ", among other charges", ", among others": an aside at the end of it.
    private static func isAmongOthers(_ phrase: Int, in tree: DependencyTree) -> Bool {
        guard tree.prepositionWord(phrase) == "among", let start = tree.subtree(phrase).first, start > 0,
            tree.words[start - 1] == "," || tree.words[start] == ","
        else { return false }
        return tree.words[phrase] == "others" || tree.children(phrase).contains { tree.words[$0] == "other" }
    }

    /// "and they left", but "costly and time-consuming": whether nothing but marks and commas of the clause stands before it.
    private static func isFirst(_ joint: Int, below head: Int, in tree: DependencyTree) -> Bool {
        tree.children(head).allSatisfy {
            $0 >= joint || [.marker, .punctuation, .coordinator].contains(tree.labels[$0])
        }
    }

    /// "a member of the board, a post he left in May": an apposition with a clause of its own says more than what it stands on.
    private static func isToldOfMore(_ child: Int, in tree: DependencyTree) -> Bool {
        tree.labels[child] == .apposition
            && (tree.has(child, .relativeClause)
                || tree.children(child, .apposition).contains { tree.has($0, .relativeClause) })
    }

    private static func isNeverInside(_ label: Dependency) -> Bool {
        label == .relativeClause || label == .parataxis
    }

    private static func run(around head: Int, in kept: Set<Int>, _ tree: DependencyTree) -> Range<Int> {
        var low = head
        var high = head
        while kept.contains(low - 1) { low -= 1 }
        while kept.contains(high + 1) { high += 1 }
        while low < head, isEdge(low, tree) { low += 1 }
        while high > head, isEdge(high, tree) { high -= 1 }
        return low..<high + 1
    }

    private static func isEdge(_ token: Int, _ tree: DependencyTree) -> Bool {
        guard tree.labels[token] == .punctuation || tree.tokens[token].upos == "PUNCT" else { return false }
        return tree.words[token] != "%"
    }

    /// The text of a run of tokens as it stands, by the offsets of its tokens: a blank where the text has a gap.
    package static func text(_ range: Range<Int>, in tree: DependencyTree) -> String {
        var text = ""
        for token in range {
            if token > range.lowerBound, tree.tokens[token].range.lowerBound > tree.tokens[token - 1].range.upperBound {
                text += " "
            }
            text += tree.tokens[token].form
        }
        return text
    }

    /// The words of scattered tokens, in order, joined by blanks where they are not adjacent in the text.
    package static func text(_ tokens: [Int], in tree: DependencyTree) -> String {
        var text = ""
        var previous: Int?
        for token in tokens.sorted() {
            if let previous {
                let adjacent =
                    token == previous + 1
                    && tree.tokens[token].range.lowerBound <= tree.tokens[previous].range.upperBound
                if !adjacent { text += " " }
            }
            text += tree.tokens[token].form
            previous = token
        }
        return text
    }
}
