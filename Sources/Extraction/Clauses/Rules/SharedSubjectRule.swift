import English

/// "The minister resigned in May and left Oslo."; "He was arrested and charged."
///
/// A conjoined verb without a subject takes the first one's, and its auxiliaries when its form is the same.
enum SharedSubjectRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        var clause = analysis.clauses[index]
        if isCounted(clause, in: analysis), let parent = analysis.clause(headedBy: tree.heads[clause.head]) {
            analysis.clauses[index].sharedAuxiliaries = parent.auxiliaries + parent.sharedAuxiliaries
        }
        guard clause.link == .conjunct, clause.subjects.isEmpty, clause.kind != .existential,
            let parent = analysis.clause(headedBy: tree.heads[clause.head]), parent.kind != .existential
        else { return }
        let sameForm = tree.tokens[parent.head].xpos == tree.tokens[clause.head].xpos
        // "was elected a fellow and admitted to the academy": behind a passive a form that may be either is one too.
        let isAmbiguous =
            tree.tokens[clause.head].xpos == "VBD" && parent.isPassive && clause.objects.isEmpty
            && clause.contents.isEmpty && clause.openComplements.isEmpty && clause.kind == .verb
            && !Lexicon.contains(tree.lemmas[clause.head], in: .intransitiveVerb)
            && ComplementTable.content[tree.lemmas[clause.head]] == nil
        let participle = tree.tokens[clause.head].xpos == "VBN" || isAmbiguous
        let bare = tree.tokens[clause.head].xpos == "VB"
        if clause.auxiliaries.isEmpty, clause.copulas.isEmpty, sameForm || participle || bare {
            clause.sharedAuxiliaries = parent.auxiliaries + parent.sharedAuxiliaries
            if clause.kind == .verb, participle { clause.isPassive = parent.isPassive }
        }
        // "The plan is simple and popular": the second predicate word shares the copula.
        clause.subjects = parent.subjects
        clause.subjectOrigin = parent.subjectOrigin == .own ? .shared : parent.subjectOrigin
        if parent.subjects.isEmpty { clause.subjectOrigin = .none }
        if isDoubtful(clause, behind: parent, in: tree) {
            clause.subjects = []
            clause.subjectOrigin = .none
        }
        analysis.clauses[index] = clause
    }

    /// "Six people were killed and 20 injured.": a subject of its own, and the first verb's auxiliaries.
    private static func isCounted(_ clause: Clause, in analysis: ClauseAnalysis) -> Bool {
        guard clause.link == .conjunct, clause.isPassive, clause.auxiliaries.isEmpty, clause.subjectOrigin == .own
        else { return false }
        return analysis.clause(headedBy: analysis.tree.heads[clause.head])?.isPassive ?? false
    }

    /// "It stated the jet left the runway and broke through a fence.": a verb behind what is said may go on with either;
    /// behind a comma, or as another verb of saying, it goes on with the one who says it.
    private static func isDoubtful(_ clause: Clause, behind parent: Clause, in tree: DependencyTree) -> Bool {
        guard ComplementTable.content[tree.lemmas[parent.head]] != nil,
            ComplementTable.content[tree.lemmas[clause.head]] == nil,
            let content = parent.contents.first, content > parent.head, content < clause.head
        else { return false }
        // "told the court he loved her, and had a good heart": what somebody has or is may be told of either.
        if ["have", "be", "love", "like", "need", "own", "live", "know", "feel", "enjoy"].contains(
            tree.lemmas[clause.head])
        {
            return true
        }
        let joint = tree.children(clause.head, .coordinator).first ?? tree.subtree(clause.head).first ?? clause.head
        return joint == 0 || ![",", ";", "\"", "”"].contains(tree.words[joint - 1])
    }
}
