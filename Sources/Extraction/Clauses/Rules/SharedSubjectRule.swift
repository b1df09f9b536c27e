/// "The minister resigned in May and left Oslo."; "He was arrested and charged."
///
/// A conjoined verb without a subject takes the first one's, and its auxiliaries when its form is the same.
enum SharedSubjectRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        var clause = analysis.clauses[index]
        guard clause.link == .conjunct, clause.subjects.isEmpty, clause.kind != .existential,
            let parent = analysis.clause(headedBy: tree.heads[clause.head]), parent.kind != .existential
        else { return }
        let sameForm = tree.tokens[parent.head].xpos == tree.tokens[clause.head].xpos
        let participle = tree.tokens[clause.head].xpos == "VBN"
        let bare = tree.tokens[clause.head].xpos == "VB"
        if clause.auxiliaries.isEmpty, clause.copulas.isEmpty, sameForm || participle || bare {
            clause.sharedAuxiliaries = parent.auxiliaries + parent.sharedAuxiliaries
            if clause.kind == .verb, participle { clause.isPassive = parent.isPassive }
        }
        // "The plan is simple and popular": the second predicate word shares the copula.
        clause.subjects = parent.subjects
        clause.subjectOrigin = parent.subjectOrigin == .own ? .shared : parent.subjectOrigin
        if parent.subjects.isEmpty { clause.subjectOrigin = .none }
        analysis.clauses[index] = clause
    }
}
