/// "They buy and sell shares."
///
/// Two verbs side by side share the object that stands after the second; the tree hangs it on the first.
enum SharedObjectRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        let clause = analysis.clauses[index]
        guard clause.link == .conjunct, clause.kind == .verb,
            let parent = analysis.clause(headedBy: max(0, tree.heads[clause.head]))
        else { return }
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
        }
    }
}
