/// "The children abducted by gunmen were freed."
///
/// A participle without a passive auxiliary of its own is passive when an agent follows and nothing is its object.
enum PassiveRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        let clause = analysis.clauses[index]
        guard clause.kind == .verb, !clause.isPassive, clause.objects.isEmpty,
            tree.tokens[clause.head].xpos == "VBN",
            clause.auxiliaries.allSatisfy({ tree.lemmas[$0] != "have" })
        else { return }
        let hasAgent = clause.obliques.contains { tree.labels[$0.head] == .agent }
        let hasBe = (clause.auxiliaries + clause.sharedAuxiliaries).contains { tree.lemmas[$0] == "be" }
        if hasAgent || hasBe { analysis.clauses[index].isPassive = true }
    }
}
