/// "Ships carrying grain were stopped."; "The law passed in May was repealed."; "The move, called prorogation, failed."
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
            let lemma = tree.lemmas[clause.head]
            let isPassive =
                clause.objects.isEmpty || PassiveRule.keepsObject.contains(lemma) || PassiveRule.names.contains(lemma)
            // With an object of its own it is a past tense whose subject the parser lost: no subject is better than a
            // doubtful one.
            guard isPassive else { return }
            clause.isPassive = true
        case "VBG":
            // "the El Paso shooting": a lone -ing form behind a noun is a noun itself.
            let isLone = tree.children(clause.head).allSatisfy { tree.labels[$0] == .punctuation }
            guard !isLone else { return }
        default: return
        }
        clause.subjects = [noun]
        clause.subjectOrigin = .participle
        analysis.clauses[index] = clause
    }
}
