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
        if isComplement(clause, of: parent, in: tree), let object = parent.objects.first ?? parent.indirectObjects.first
        {
            clause.subjects = [object]
            clause.subjectOrigin = .controlled
        } else {
            clause.subjects = parent.subjects
            clause.subjectOrigin = clause.subjects.isEmpty ? .none : .adverbial
        }
        analysis.clauses[index] = clause
    }

    /// "urged Malta to pay": an infinitive behind the object of a verb that takes one is its complement, though the parser
    /// made it adverbial.
    static func isComplement(_ clause: Clause, of parent: Clause, in tree: DependencyTree) -> Bool {
        guard parent.kind == .verb, clause.head > parent.head, clause.marks.map({ tree.words[$0] }) == ["to"],
            let object = parent.objects.first ?? parent.indirectObjects.first, object < clause.head
        else { return false }
        return Self.askingVerbs.contains(tree.lemmas[parent.head])
    }

    private static let askingVerbs: Set<String> = [
        "urge", "ask", "order", "tell", "press", "force", "allow", "call", "persuade", "convince", "command", "direct",
        "instruct",
        "encourage", "invite", "request", "require", "compel", "enable", "permit", "beg", "implore", "warn", "advise",
        "push",
        "pressure", "expect", "forbid", "help", "challenge", "task", "oblige",
    ]
}
