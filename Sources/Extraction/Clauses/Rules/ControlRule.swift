/// "Police tried to clear the square."; "The court asked Malta to pay a fine."; "Banks promised clients to pay."
///
/// The subject of an infinitive or participle complement is the governor's object, if there is one, else its subject.
enum ControlRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        var clause = analysis.clauses[index]
        guard clause.link == .openComplement || clause.link == .clausalComplement, clause.subjects.isEmpty,
            let parent = analysis.clause(headedBy: max(0, tree.heads[clause.head])), tree.heads[clause.head] >= 0
        else { return }
        if clause.link == .clausalComplement {
            // "Officials said on Monday they …" has a subject of its own; a bare "-ing" complement shares the governor's.
            guard tree.tokens[clause.head].xpos == "VBG" || clause.marks.contains(where: { tree.words[$0] == "to" })
            else { return }
        }
        let subjectControl: Set<String> = ["promise", "vow", "threaten", "pledge"]
        let goal = parent.objects.first ?? parent.indirectObjects.first ?? urged(parent, in: tree)
        if let goal, !subjectControl.contains(tree.lemmas[parent.head]) {
            clause.subjects = [goal]
        } else {
            clause.subjects = parent.subjects
        }
        clause.subjectOrigin = clause.subjects.isEmpty ? .none : .controlled
        analysis.clauses[index] = clause
    }

    /// "called on Malta to pay", "appealed to Malta to pay": the oblique that is asked to act.
    private static func urged(_ parent: Clause, in tree: DependencyTree) -> Int? {
        let asking: [String: String] = ["call": "on", "appeal": "to", "plead": "with", "prevail": "on", "rely": "on"]
        guard let preposition = asking[tree.lemmas[parent.head]] else { return nil }
        return parent.obliques.first { $0.preposition == preposition }?.head
    }
}
