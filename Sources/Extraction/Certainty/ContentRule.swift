/// "The minister said that talks had failed."; "Unions demand that he resign."; "He is said to be ill."
///
/// What a governing verb or adjective makes of its content clause, and of its infinitive or participle.
enum ContentRule {
    /// The effect on a finite content clause or a quotation.
    static func effect(of governor: Clause, on clause: Clause, in tree: DependencyTree, isQuoted: Bool)
        -> ComplementEffect
    {
        if isQuoted { return .attributed }
        let marks = clause.marks.map { tree.words[$0] }
        if marks.contains("whether") || marks.contains("if") { return .attributedHedged }
        let isFinite = (clause.auxiliaries + clause.copulas).contains {
            ["VBZ", "VBD", "VBP", "MD"].contains(tree.tokens[$0].xpos)
        }
        if marks.contains("to") && !isFinite || isBareParticiple(clause, in: tree) {
            return openEffect(of: governor, on: clause, in: tree)
        }
        if governor.kind != .verb {
            return ComplementTable.adjective[tree.lemmas[governor.head]] ?? .attributedHedged
        }
        return ComplementTable.content[tree.lemmas[governor.head]] ?? .attributed
    }

    /// The effect on an infinitive, a participle or another open complement.
    static func openEffect(of governor: Clause, on clause: Clause, in tree: DependencyTree) -> ComplementEffect {
        let lemma = tree.lemmas[governor.head]
        if governor.kind == .copula || tree.tokens[governor.head].upos == "ADJ" {
            // "are able to choose": they can; "were able to leave" did.
            if lemma == "able", !AdverbialStatusRule.isPast(governor, in: tree),
                !governor.auxiliaries.contains(where: { tree.lemmas[$0] == "have" })
            {
                return .hedged
            }
            return ComplementTable.adjective[lemma] ?? ComplementTable.noun[lemma] ?? .unrealised
        }
        let isInfinitive = clause.marks.contains { tree.words[$0] == "to" } || tree.tokens[clause.head].xpos == "VB"
        if lemma == "go" { return tree.tokens[governor.head].xpos == "VBG" ? .future : .unrealised }
        if lemma == "stop", isInfinitive, clause.marks.contains(where: { tree.words[$0] == "to" }) {
            return .unrealised
        }
        if governor.isPassive, lemma == "suppose" { return .unrealised }
        if governor.isPassive, scheduled.contains(lemma) { return .future }
        if governor.isPassive, lemma == "expect" { return .hedged }
        // "is allowed to dissolve the house": nobody says that it happened; "was allowed to leave" mostly says so.
        if ["allow", "permit", "enable", "entitle", "let"].contains(lemma),
            !AdverbialStatusRule.isPast(governor, in: tree)
        {
            return .unrealised
        }
        // "found the order to be unlawful": the court's finding.
        if lemma == "find", !governor.isPassive, clause.kind == .copula,
            clause.marks.contains(where: { tree.words[$0] == "to" })
        {
            return .attributed
        }
        // "feels abandoned by the board": by his own account; "were rushing to get out": they were not out yet.
        if lemma == "feel", tree.tokens[clause.head].xpos == "VBN" { return .hedged }
        if ["rush", "race", "scramble"].contains(lemma), tree.tokens[governor.head].xpos == "VBG", isInfinitive {
            return .unrealised
        }
        if let effect = ComplementTable.infinitive[lemma] { return effect }
        return isInfinitive ? .unrealised : .asGovernor
    }

    /// Whether what a passive verb governs lies ahead ("is expected to fall").
    static func liesAhead(_ governor: Clause, in tree: DependencyTree) -> Bool {
        governor.isPassive && (tree.lemmas[governor.head] == "expect" || scheduled.contains(tree.lemmas[governor.head]))
    }

    private static func isBareParticiple(_ clause: Clause, in tree: DependencyTree) -> Bool {
        tree.tokens[clause.head].xpos == "VBG" && clause.auxiliaries.isEmpty && clause.subjectOrigin != .own
    }

    private static let scheduled: Set<String> = [
        "schedule", "slate", "set", "plan", "poise", "bind", "project",
    ]
}
