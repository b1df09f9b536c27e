/// "The children abducted by gunmen were freed."
///
/// A participle without a passive auxiliary of its own is passive when an agent follows and nothing is its object.
enum PassiveRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        let clause = analysis.clauses[index]
        if clause.isPassive, clause.subjectOrigin == .own, !isPassiveInForm(clause, tree) {
            analysis.clauses[index].isPassive = false
        }
        guard clause.kind == .verb, !clause.isPassive, clause.objects.isEmpty,
            tree.tokens[clause.head].xpos == "VBN",
            clause.auxiliaries.allSatisfy({ tree.lemmas[$0] != "have" })
        else { return }
        let hasAgent = clause.obliques.contains { tree.labels[$0.head] == .agent }
        let hasBe = (clause.auxiliaries + clause.sharedAuxiliaries).contains { tree.lemmas[$0] == "be" }
        if hasAgent || hasBe { analysis.clauses[index].isPassive = true }
    }

    /// "Some called for change.": a finite past tense without an auxiliary is active, whatever the parser made of its
    /// subject; a headline ("Two killed in blast"), which has no full stop, leaves the auxiliary out.
    private static func isPassiveInForm(_ clause: Clause, _ tree: DependencyTree) -> Bool {
        let auxiliaries = clause.auxiliaries + clause.sharedAuxiliaries
        guard !auxiliaries.contains(where: { ["be", "get"].contains(tree.lemmas[$0]) }) else { return true }
        switch clause.link {
        case .root, .clausalComplement, .conjunct, .parataxis:
            if clause.obliques.contains(where: { $0.preposition == "by" }) { return true }
            return tree.tokens[clause.head].xpos == "VBN" && tree.words.last != "."
        default: return true
        }
    }

    /// Verbs whose passive keeps an object ("was given a medal"): the subject receives it.
    static let keepsObject: Set<String> = [
        "give", "award", "offer", "send", "grant", "pay", "tell", "show", "ask", "hand", "teach", "deny", "allocate",
        "assign",
    ]
}
