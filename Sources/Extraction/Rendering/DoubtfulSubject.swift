extension SentenceContext {
    /// "the proposal that he be heard", "was sentenced to six months and to pay a fine", "nearly drowned": none of it happened.
    func isUnmet(_ clause: Clause) -> Bool {
        let isFinite = (clause.auxiliaries + clause.sharedAuxiliaries).contains {
            ["MD", "VBD", "VBZ", "VBP", "VBN", "VBG"].contains(tree.tokens[$0].xpos)
        }
        if clause.auxiliaries.contains(where: { tree.words[$0] == "be" }), !isFinite,
            !clause.marks.contains(where: { tree.words[$0] == "to" }), clause.sharedAuxiliaries.isEmpty
        {
            return true
        }
        if clause.link == .conjunct, clause.marks.contains(where: { tree.words[$0] == "to" }),
            let parent = analysis.clause(headedBy: max(0, tree.heads[clause.head])), parent.link != .openComplement,
            !parent.marks.contains(where: { tree.words[$0] == "to" })
        {
            return true
        }
        // "faces ten years when he is sentenced": he is not yet.
        if clause.link == .adverbialClause, clause.isPassive,
            (clause.marks + clause.adverbs).contains(where: { ["when", "once", "until"].contains(tree.words[$0]) }),
            clause.auxiliaries.contains(where: { ["is", "are"].contains(tree.words[$0]) })
        {
            return true
        }
        return clause.adverbs.contains { adverb in
            ["nearly", "almost", "partially", "partly"].contains(tree.words[adverb]) && adverb < clause.head
                && adverb + 1 == clause.head
        }
    }

    /// "The board watches as the fund sails on, seeking a way out."; "He left when police came, leaving a bag."
    ///
    /// A participle behind another clause with a subject of its own may belong to either: then it names nobody, since an
    /// invented agent is worse than none.
    func isSubjectDoubtful(of clause: Clause) -> Bool {
        // "Election in Malta: Vos wins": what stands before a headline's colon is its topic.
        if tree.words.last != ".", let subject = clause.subjects.first, subject < clause.head,
            (subject..<clause.head).contains(where: { tree.words[$0] == ":" })
        {
            return true
        }
        // "Her sentence was commuted after serving twelve years.": she served them.
        if clause.subjectOrigin == .adverbial, let parent = clause.parent, analysis.clauses[parent].isPassive,
            let subject = clause.subjects.first, tree.has(subject, .possessor), !EntityTypes.isPerson(type(subject))
        {
            return true
        }
        guard clause.subjectOrigin == .adverbial, tree.tokens[clause.head].xpos == "VBG", clause.marks.isEmpty,
            let parent = clause.parent
        else { return false }
        // "She said it was over, adding that she was glad.": who says the one adds the other.
        if SayersAddingRepair.isParticiple(tree.words[clause.head]),
            ComplementTable.content[tree.lemmas[analysis.clauses[parent].head]] != nil
        {
            return false
        }
        return analysis.clauses.contains { other in
            (other.link == .adverbialClause || other.link == .clausalComplement) && other.parent == parent
                && other.subjectOrigin == .own && other.head > analysis.clauses[parent].head && other.head < clause.head
        }
    }
}
