/// "Ships carrying grain were stopped."; "The law passed in May was repealed."
///
/// The noun before a participle is its subject, unless a preposition or mark stands before it ("the risk of losing jobs").
enum ParticipleRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        var clause = analysis.clauses[index]
        guard clause.link == .adnominalClause, clause.kind == .verb, clause.subjects.isEmpty else { return }
        let noun = tree.heads[clause.head]
        guard noun >= 0, tree.isNominal(noun), noun < clause.head, clause.marks.isEmpty,
            !tree.has(clause.head, .preposition)
        else { return }
        switch tree.tokens[clause.head].xpos {
        case "VBN", "VBD":
            // With an object of its own it is a past tense that the parser took for a participle.
            clause.isPassive = clause.objects.isEmpty || PassiveRule.keepsObject.contains(tree.lemmas[clause.head])
        case "VBG": break
        default: return
        }
        clause.subjects = [noun]
        clause.subjectOrigin = .participle
        analysis.clauses[index] = clause
    }
}
