/// "claims which analysts say could matter": what is said to matter is the noun before the relative clause.
///
/// A content clause without a subject, under a verb of saying in a relative clause whose relative word has no other place.
enum ExtractedSubjectRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        let clause = analysis.clauses[index]
        guard clause.link == .clausalComplement, clause.subjects.isEmpty, let parent = clause.parent else { return }
        let governor = analysis.clauses[parent]
        guard governor.head == tree.heads[clause.head], let antecedent = governor.antecedent,
            governor.objects == [antecedent], ComplementTable.content[tree.lemmas[governor.head]] != nil,
            !clause.marks.contains(where: { tree.words[$0] == "to" })
        else { return }
        var asked = clause
        asked.subjects = tree.children(governor.head).filter { tree.isRelativeWord($0) }
        let agreeing = Antecedent.agreeing(with: antecedent, clause: asked, in: tree)
        analysis.clauses[index].subjects = agreeing.map { [$0] } ?? []
        analysis.clauses[index].subjectOrigin = .relative
        analysis.clauses[index].antecedent = agreeing ?? antecedent
        analysis.clauses[parent].objects = []
    }
}
