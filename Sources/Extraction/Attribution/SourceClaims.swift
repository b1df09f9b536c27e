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
        let phrase = SourcePhrase.words(of: source.head, in: tree)
        guard let holder = SourcePhrase.holder(of: source.head, in: context.analysis),
            let said = said(in: holder, without: phrase)
        else { return nil }
        var status = Status()
        let outer = context.analysis.clauseIndex(containing: holder) ?? index
        status.speakers = context.statuses.contexts[outer].speakers.filter {
            $0.token != source.head || $0.sentence != context.index
        }
        return context.claim(
            predicate: source.prepositionTokens, relation: "said", isNamed: true,
            subject: isWhole(holder) ? source.head : nil, object: .text(said.text, said.span), status: status,
            tense: .past)
    }

    /// A relative clause, a participle and a verb that shares its subject tell half of what is said.
    private func isWhole(_ holder: Int) -> Bool {
        guard let clause = context.analysis.clause(headedBy: holder) else { return true }
        switch clause.link {
        case .relativeClause, .adnominalClause, .clauseRelative, .openComplement: return false
        case .adverbialClause, .conjunct: return clause.subjectOrigin == .own
        default: return true
        }
    }

    /// "According to the law, the secretary would follow, but the office is vacant"; "According to the embassy, he died; local media
    /// had reported it": behind "but" and behind a semicolon a statement of its own begins.
    private func isContrasted(_ token: Int, with head: Int) -> Bool {
        guard tree.labels[token] == .conjunct || tree.labels[token] == .parataxis, tree.heads[token] == head,
            token > head
        else { return false }
        let isJoined = tree.child(token, .coordinator).map { tree.words[$0] == "but" && tree.words[$0 - 1] == "," }
        guard isJoined ?? false || (head..<token).contains(where: { tree.words[$0] == ";" && tree.heads[$0] == token })
        else { return false }
        return tree.children(token).contains { tree.labels[$0].isSubject && $0 > head }
    }

    /// The words below a head without the source's phrase and the commas around it.
    private func said(in head: Int, without phrase: Range<Int>) -> (text: String, span: Range<Int>)? {
        let own = tree.subtree(head) { isContrasted($0, with: head) }
            .filter { !phrase.contains($0) && tree.tokens[$0].upos != "PUNCT" }
        guard var low = own.first, let high = own.last else { return nil }
        // "and the dam, according to …": the joint is no part of it.
        while low < high, tree.heads[low] == head, tree.labels[low] == .coordinator || tree.labels[low] == .marker {
            low += 1
        }
        // "Rescuers, according to police, found ten" has no comma without them, "At noon, according to police, he left" one.
        let isFronted = (low..<max(low, phrase.lowerBound)).allSatisfy { token in
            tree.words[token] != "," || token + 1 == phrase.lowerBound
        }
        let keepsComma =
            !isFronted
            || !tree.children(head).contains { tree.labels[$0].isSubject && $0 < phrase.lowerBound }
        let kept = (low...high).filter { token in
            if phrase.contains(token) { return false }
            guard tree.words[token] == "," else { return true }
            return !phrase.contains(token - 1) && (keepsComma || !phrase.contains(token + 1))
        }
        guard let first = kept.first(where: { tree.words[$0] != "," }), let last = kept.last else { return nil }
        let span = QuotedSpans.balanced(first..<last + 1, in: tree)
        let isCut = kept.count { $0 >= first } < last + 1 - first
        return (isCut ? Spans.text(kept.filter { $0 >= first }, in: tree) : Spans.text(span, in: tree), span)
    }
}
