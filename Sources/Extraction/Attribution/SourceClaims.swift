/// "Talks failed, according to the ministry.": said(the ministry, "Talks failed")
///
/// The phrase that names a source is a claim of its own, with the rest of the clause as what is said.
struct SourceClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claim(of index: Int) -> Claim? {
        let clause = context.analysis.clauses[index]
        guard
            let source = clause.obliques.first(where: {
                ["according_to", "as_per", "per"].contains($0.preposition ?? "")
                    && SourcePhrase.source($0.head, in: tree) != nil
            }),
            context.vocabulary.relation(named: "said") != nil
        else { return nil }
        let phrase = Set(tree.subtree(source.head))
        // "The jet crashed and hit a hangar, according to police": all of it, though the source hangs on the second verb.
        var first = clause.subjectOrigin == .shared ? tree.firstConjunct(clause.head) : clause.head
        // Behind a comma, or before all else, it is the whole sentence's.
        let begin = source.prepositionTokens.first ?? source.head
        var holder = index
        if begin == 0 || tree.words[begin - 1] == "," {
            while tree.heads[first] >= 0 { first = tree.heads[first] }
            if context.analysis.clauseIndices[first] >= 0 { holder = context.analysis.clauseIndices[first] }
        }
        let span = longestRun(of: tree.subtree(first).filter { !phrase.contains($0) }, around: first)
        guard !span.isEmpty else { return nil }
        var status = Status()
        let outer = context.statuses.contexts[holder].speakers.filter {
            $0.token != source.head || $0.sentence != context.index
        }
        status.speakers = outer
        return context.claim(
            predicate: source.prepositionTokens, relation: "said", isNamed: true, subject: source.head,
            object: .text(Spans.text(span, in: tree), span), status: status, tense: .past)
    }

    /// The run of words with the head, without punctuation at its ends.
    private func longestRun(of tokens: [Int], around head: Int) -> Range<Int> {
        let kept = Set(tokens)
        var low = head
        var high = head
        while kept.contains(low - 1) { low -= 1 }
        while kept.contains(high + 1) { high += 1 }
        while low < head, tree.tokens[low].upos == "PUNCT" { low += 1 }
        while high > head, tree.tokens[high].upos == "PUNCT" { high -= 1 }
        return low..<high + 1
    }
}
