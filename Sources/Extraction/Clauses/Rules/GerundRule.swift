/// "Malta played a role in mediating talks."; "They had success in clearing mines."
///
/// A gerund behind a noun that is the object of a verb has that verb's subject.
enum GerundRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        let clause = analysis.clauses[index]
        guard clause.link == .adnominalClause, clause.subjects.isEmpty, tree.tokens[clause.head].xpos == "VBG",
            clause.marks.map({ tree.words[$0] }) == ["in"], let noun = Optional(tree.heads[clause.head]), noun >= 0,
            tree.labels[noun] == .object, tree.heads[noun] >= 0, !tree.has(noun, .possessor),
            ComplementTable.noun[tree.lemmas[noun]] == .asGovernor,
            let governor = analysis.clause(headedBy: tree.heads[noun]), !governor.isPassive
        else { return }
        analysis.clauses[index].subjects = governor.subjects
        analysis.clauses[index].subjectOrigin = governor.subjects.isEmpty ? .none : .controlled
    }
}
