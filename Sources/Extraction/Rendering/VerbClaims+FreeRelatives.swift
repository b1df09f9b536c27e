import English

/// "rejected what he saw as an attack", "knew how to react", "where the firm failed", "linking the past and the present".
///
/// Objects that are a clause with a question word, places that such a clause leaves open, and lists that are one object.
extension VerbClaims {
    /// "rejected what he saw as an attack", "knew exactly how to react": an object that is a clause with its question word.
    func questioned(_ match: VerbFrame.Match, _ clause: Clause) -> ClaimObject? {
        if let free = match.objects.first.flatMap({ freeRelative($0, of: clause) }) { return free }
        guard match.content == nil, match.objects.isEmpty, !clause.isPassive else { return nil }
        let complement = (clause.openComplements + clause.contents + clause.adverbials).first { complement in
            complement > clause.head
                && tree.children(complement, .marker).contains { tree.words[$0] == "to" }
                && tree.children(complement).contains { tree.tokens[$0].xpos == "WRB" && $0 < complement }
        }
        guard let complement, let question = tree.children(complement).first(where: { tree.tokens[$0].xpos == "WRB" })
        else { return nil }
        let words = question..<Spans.content(complement, in: tree).upperBound
        return .text(Spans.text(words, in: tree), words)
    }

    /// "what he saw as an attack on the press": the words of a "what" with its clause.
    func freeRelative(_ head: Int, of governor: Clause) -> ClaimObject? {
        guard ["what", "how", "why"].contains(tree.words[head]),
            let clause = tree.child(head, .relativeClause) ?? tree.child(head, .clauseRelative), clause > head,
            clause != governor.head, let last = tree.subtree(clause).last(where: { tree.tokens[$0].upos != "PUNCT" })
        else { return nil }
        let words = QuotedSpans.balanced(head..<last + 1, in: tree)
        return .text(Spans.text(words, in: tree), words)
    }

    /// "how the system works", "where the firm failed", "what he saw as an attack", "as he had promised": what is so, or what
    /// was seen, the word that begins the clause stands for.
    func hasOpenPlace(_ clause: Clause) -> Bool {
        if clause.objects.contains(where: { ["WP", "WRB"].contains(tree.tokens[$0].xpos) }) { return true }
        let governor = tree.heads[clause.head]
        let isFree =
            clause.link == .clauseRelative && governor >= 0
            && ["how", "where", "why", "what"].contains(tree.words[governor])
        if isFree || clause.adverbs.contains(where: { ["how", "why"].contains(tree.words[$0]) }) { return true }
        guard clause.link == .clausalSubject || clause.link == .adverbialClause, clause.subjectOrigin == .own,
            clause.objects.isEmpty, clause.contents.isEmpty, clause.openComplements.isEmpty
        else { return false }
        if clause.adverbs.contains(where: { tree.words[$0] == "where" }) { return true }
        let effect = ComplementTable.content[tree.lemmas[clause.head]]
        return clause.marks.map { tree.words[$0] } == ["as"]
            && (effect == .attributed || effect == .attributedHedged
                || ["plan", "specify", "intend", "agree", "schedule"].contains(tree.lemmas[clause.head]))
    }

    /// "urged colleagues to do the same": what, another sentence tells.
    func isEmptied(_ objects: [ClaimObject]) -> Bool {
        guard objects.count == 1, case .text(let text, _) = objects[0] else { return false }
        return ["do the same", "do so", "follow suit"].contains { text == $0 || text.hasSuffix(" " + $0) }
    }

    /// "linking the past and the present", "combining football, basketball and soccer": what is joined are all of them.
    func linked(_ objects: [Int], _ clause: Clause) -> ClaimObject? {
        guard objects.count == 1, let object = objects.first, object > clause.head,
            ["link", "combine", "connect", "separate", "blend", "merge", "unite", "divide", "reconcile", "juggle"]
                .contains(tree.lemmas[clause.head]),
            !clause.obliques.contains(where: { ["with", "to", "from", "into"].contains($0.preposition) })
        else { return nil }
        return list(of: tree.conjuncts(object))
    }

    /// "The officers were identified as Jan Vos and Per Holm": none of them is both.
    func identified(_ match: VerbFrame.Match, _ clause: Clause) -> ClaimObject? {
        guard clause.isPassive, ["identify", "name"].contains(tree.lemmas[clause.head]), match.objects.count == 1,
            let object = match.objects.first, object > clause.head,
            clause.subjects.contains(where: { ["NNS", "NNPS"].contains(tree.tokens[$0].xpos) })
        else { return nil }
        return list(of: context.members(object))
    }

    private func list(of members: [Int]) -> ClaimObject? {
        guard members.count > 1, let low = members.map({ Spans.phrase($0, in: tree).lowerBound }).min(),
            let high = members.map({ Spans.phrase($0, in: tree).upperBound }).max()
        else { return nil }
        let words = closed(low..<high)
        return .text(Spans.text(words, in: tree), words)
    }
}
