/// "Facing a strike, the airline cut flights."; "He left the party after losing the vote."
///
/// An adverbial clause without a subject shares the main clause's.
enum AdverbialSubjectRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        var clause = analysis.clauses[index]
        guard clause.link == .adverbialClause, clause.subjects.isEmpty, clause.kind != .existential,
            tree.heads[clause.head] >= 0, let parent = analysis.clause(headedBy: tree.heads[clause.head])
        else { return }
        switch tree.tokens[clause.head].xpos {
        case "VBN", "VBD":
            let hasFiniteAuxiliary = !clause.auxiliaries.isEmpty
            if clause.kind == .verb, !hasFiniteAuxiliary, clause.objects.isEmpty { clause.isPassive = true }
        case "VBG", "VB": break
        default:
            // "although ill, he …": an adjective or noun with a mark; a finite verb without a subject is a parse error.
            guard clause.kind != .verb else { return }
        }
        clause.subjects = parent.subjects
        clause.subjectOrigin = clause.subjects.isEmpty ? .none : .adverbial
        analysis.clauses[index] = clause
    }
}
