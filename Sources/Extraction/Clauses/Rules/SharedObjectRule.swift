/// "They buy and sell shares."
///
/// Two verbs side by side share the object that stands after the second.
enum SharedObjectRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        let clause = analysis.clauses[index]
        guard clause.link == .conjunct, clause.kind == .verb,
            let parentIndex = analysis.clause(headedBy: max(0, tree.heads[clause.head])).map({ _ in
                analysis.clauseIndices[tree.heads[clause.head]]
            })
        else { return }
        let parent = analysis.clauses[parentIndex]
        guard parent.kind == .verb, parent.head < clause.head else { return }
        let between = (parent.head + 1..<clause.head).allSatisfy {
            tree.labels[$0] == .coordinator || tree.labels[$0] == .punctuation || tree.labels[$0] == .conjunct
                || tree.labels[$0] == .adverb
        }
        guard between else { return }
        if clause.objects.isEmpty, clause.contents.isEmpty, clause.obliques.isEmpty, clause.openComplements.isEmpty,
            let object = parent.objects.first, object > clause.head
        {
            analysis.clauses[index].objects = [object]
        } else if parent.objects.isEmpty, parent.obliques.isEmpty, parent.contents.isEmpty,
            parent.openComplements.isEmpty, let object = clause.objects.first, !parent.isPassive
        {
            analysis.clauses[parentIndex].objects = [object]
        }
    }
}
