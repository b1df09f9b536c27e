import English

/// "The children abducted by gunmen were freed."
///
/// A participle without a passive auxiliary of its own is passive when an agent follows and nothing is its object.
enum PassiveRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        var clause = analysis.clauses[index]
        if clause.isPassive, clause.subjectOrigin == .own, !isPassiveInForm(clause, tree) {
            analysis.clauses[index].isPassive = false
            clause.isPassive = false
        }
        // "has multiplied by six times", "have since taken to the streets": a perfect is none.
        if clause.isPassive, clause.auxiliaries.contains(where: { tree.lemmas[$0] == "have" }),
            !clause.auxiliaries.contains(where: { ["be", "get"].contains(tree.lemmas[$0]) })
        {
            analysis.clauses[index].isPassive = false
            clause.isPassive = false
        }
        if isHeadlinePassive(clause, in: tree) { analysis.clauses[index].isPassive = true }
        if isHeadlineAppointment(clause, in: tree) {
            analysis.clauses[index].isPassive = true
            analysis.clauses[index].openComplements += clause.objects
            analysis.clauses[index].objects = []
        }
        guard clause.kind == .verb, !clause.isPassive, clause.objects.isEmpty,
            tree.tokens[clause.head].xpos == "VBN",
            clause.auxiliaries.allSatisfy({ tree.lemmas[$0] != "have" })
        else { return }
        let hasAgent = clause.obliques.contains { tree.labels[$0.head] == .agent && !$0.isExtent }
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
            guard tree.tokens[clause.head].xpos == "VBN" else { return false }
            return tree.words.last != "." || clause.obliques.contains { $0.preposition == "by" && !$0.isExtent }
        default: return true
        }
    }

    /// "Player arrested on assault charge": a headline's past form of a verb that needs an object, without one.
    private static func isHeadlinePassive(_ clause: Clause, in tree: DependencyTree) -> Bool {
        guard clause.kind == .verb, !clause.isPassive, tree.words.last != ".", clause.link == .root,
            ["VBD", "VBN"].contains(tree.tokens[clause.head].xpos), clause.auxiliaries.isEmpty,
            clause.objects.isEmpty, clause.contents.isEmpty, clause.subjectOrigin == .own, clause.particles.isEmpty
        else { return false }
        // "Dozens feared dead"
        if clause.openComplements.contains(where: { fates.contains(tree.words[$0]) }) {
            return ["fear", "believe", "presume", "report", "find", "declare"].contains(
                tree.lemmas[clause.head])
        }
        guard clause.openComplements.isEmpty else { return false }
        return Lexicon.contains(tree.lemmas[clause.head], in: .transitiveVerb)
            || ["shoot", "stab", "behead", "evacuate", "hospitalise", "hospitalize"].contains(tree.lemmas[clause.head])
    }

    private static let fates: Set<String> = [
        "dead", "missing", "killed", "injured", "wounded", "hurt", "trapped", "drowned", "lost", "safe", "stranded",
    ]

    /// "Ana Holm named Person of the Year": a headline's name and what it has become.
    private static func isHeadlineAppointment(_ clause: Clause, in tree: DependencyTree) -> Bool {
        guard clause.kind == .verb, !clause.isPassive, tree.words.last != ".", clause.link == .root,
            ["VBD", "VBN"].contains(tree.tokens[clause.head].xpos), clause.auxiliaries.isEmpty,
            ["name", "elect", "appoint", "crown", "nominate"].contains(tree.lemmas[clause.head]),
            clause.objects.count == 1, let subject = clause.subjects.first, tree.tokens[subject].upos == "PROPN"
        else { return false }
        let object = clause.objects[0]
        return Lexicon.isPersonNoun(tree.lemmas[object]) || Lexicon.title(tree.tokens[object].form)?.isRole ?? false
            || ["person", "winner", "champion"].contains(tree.words[object])
    }

    /// Verbs that give a name or label: their passive keeps it ("was called Brexit").
    static let names: Set<String> = ["call", "name", "dub", "title", "entitle", "term", "nickname", "label", "rename"]

    /// Verbs whose passive keeps an object ("was given a medal"): the subject receives it.
    static let keepsObject: Set<String> = [
        "give", "award", "offer", "send", "grant", "pay", "tell", "show", "ask", "hand", "teach", "deny", "allocate",
        "assign",
    ]
}
