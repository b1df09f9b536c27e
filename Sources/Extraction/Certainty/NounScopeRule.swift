/// "a plan to build a port"; "the failure to pay"; "claims that he lied"; "little hope of winning"
///
/// What a noun makes of the clause or phrase that hangs on it, under the clause that the noun stands in.
enum NounScopeRule {
    /// What a clause that hangs on a noun stands under.
    static func context(
        of clause: Clause, in analysis: ClauseAnalysis, statuses: [Status], parent: Int, sentence: Int
    ) -> Status {
        let tree = analysis.tree
        let noun = tree.heads[clause.head]
        let surrounding = statuses[parent]
        var status = Status()
        status.speakers = surrounding.speakers
        status.weaken(as: surrounding)
        let isFinite = clause.subjectOrigin == .own && !clause.marks.contains { tree.words[$0] == "to" }
        let isInfinitive = clause.marks.contains { tree.words[$0] == "to" }
        let isMarked = !clause.marks.isEmpty || tree.has(clause.head, .preposition)
        guard isFinite || isInfinitive || isMarked else {
            // "ships carrying grain": a participle is as sure as the phrase that it belongs to.
            if isEnactment(clause, of: noun, in: tree) { status.weaken(.unrealised) }
            // "instead of guards frisking visitors": they do not.
            if noun >= 0, ["instead_of", "without", "rather_than"].contains(tree.prepositionWord(noun) ?? "") {
                status.isNegated = true
            }
            if surrounding.isNegated, OwnMarks.quantifier(of: noun, in: tree) != nil { status.isNegated = true }
            return status
        }
        let effect = effect(of: noun, in: tree) ?? (isInfinitive ? .unrealised : isFinite ? .attributedHedged : .hedged)
        var governor = status
        governor.isNegated = false
        var result = ComplementRule.status(effect, under: governor, speaker: speaker(of: noun, in: analysis, sentence))
        if result.speakers.isEmpty, effect == .attributed { result.weaken(.hedged) }
        return result
    }

    /// "approved a bill legalising the trade": a bill changes nothing yet, though it may well demand or condemn.
    private static func isEnactment(_ clause: Clause, of noun: Int, in tree: DependencyTree) -> Bool {
        guard noun >= 0, ["bill", "proposal", "amendment", "motion", "plan", "draft"].contains(tree.lemmas[noun]) else {
            return false
        }
        let lemma = tree.lemmas[clause.head]
        return tree.tokens[clause.head].xpos == "VBG" && ComplementTable.content[lemma] == nil
            && ComplementTable.infinitive[lemma] != .unrealised && !["condemn", "include", "contain"].contains(lemma)
    }

    /// What a noun makes of what hangs on it; nil for a noun that says nothing of it.
    static func effect(of noun: Int, in tree: DependencyTree) -> ComplementEffect? {
        guard let effect = ComplementTable.noun[tree.lemmas[noun]] else { return nil }
        if OwnMarks.quantifier(of: noun, in: tree) != nil || isSlim(noun, in: tree) {
            return effect == .negated ? .hedged : .unlikely
        }
        return effect
    }

    /// "slim chance", "no sign".
    private static func isSlim(_ noun: Int, in tree: DependencyTree) -> Bool {
        tree.children(noun, .adjectivalModifier).contains {
            ["slim", "faint", "scant", "remote"].contains(tree.words[$0])
        }
    }

    /// Whose claim or statement it is: "X's claim that", "claims from X that".
    private static func speaker(of noun: Int, in analysis: ClauseAnalysis, _ sentence: Int) -> TokenReference? {
        let tree = analysis.tree
        for child in tree.children(noun) {
            let isSource =
                tree.labels[child] == .possessor
                || (tree.labels[child] == .nominalModifier
                    && ["by", "from"].contains(tree.prepositionWord(child) ?? ""))
            if isSource { return TokenReference(sentence: sentence, token: child) }
        }
        return nil
    }
}
