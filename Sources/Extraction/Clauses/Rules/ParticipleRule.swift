import English

/// "Ships carrying grain were stopped."; "The law passed in May was repealed."; "The move, called prorogation, failed."
///
/// The noun before a participle is its subject, unless a preposition or mark stands before it ("the risk of losing jobs").
enum ParticipleRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        var clause = analysis.clauses[index]
        guard clause.link == .adnominalClause, clause.kind == .verb, clause.subjects.isEmpty else { return }
        let noun = tree.heads[clause.head]
        guard noun >= 0, tree.isNominal(noun), noun < clause.head, clause.marks.isEmpty,
            !tree.has(clause.head, .preposition)
        else { return }
        switch tree.tokens[clause.head].xpos {
        case "VBN", "VBD":
            let lemma = tree.lemmas[clause.head]
            let isPassive =
                clause.objects.isEmpty || PassiveRule.keepsObject.contains(lemma) || PassiveRule.names.contains(lemma)
            // With an object of its own it is a past tense whose subject the parser lost: no subject is better than a
            // doubtful one.
            guard isPassive else { return }
            clause.isPassive = true
        case "VBG":
            // "the El Paso shooting": a lone -ing form behind a noun is a noun itself.
            let isLone = tree.children(clause.head).allSatisfy { tree.labels[$0] == .punctuation }
            guard !isLone else { return }
        default: return
        }
        guard !isDoubtful(clause, on: noun, in: tree) else { return }
        // "analysed the data using software": whoever analyses uses it.
        if tree.words[clause.head] == "using", tree.labels[noun] == .object,
            let governor = analysis.clause(headedBy: max(0, tree.heads[noun])), governor.kind == .verb
        {
            clause.subjects = governor.isPassive ? governor.agent.map { [$0.head] } ?? [] : governor.subjects
            clause.subjectOrigin = clause.subjects.isEmpty ? .none : .adverbial
            analysis.clauses[index] = clause
            return
        }
        // "was on hand offering books": the one who was there offers them.
        if tree.tokens[clause.head].xpos == "VBG", tree.has(noun, .copula), tree.has(noun, .preposition) {
            clause.subjects = analysis.clause(headedBy: noun)?.subjects ?? []
            clause.subjectOrigin = clause.subjects.isEmpty ? .none : .adverbial
            analysis.clauses[index] = clause
            return
        }
        // "took to the streets demanding a rise": who did demands it.
        if tree.tokens[clause.head].xpos == "VBG", tree.labels[noun].isOblique,
            ["street", "square", "road", "poll", "court", "hospital", "podium"].contains(tree.lemmas[noun]),
            demanding.contains(tree.lemmas[clause.head]),
            let governor = analysis.clause(headedBy: max(0, tree.heads[noun])), governor.kind == .verb
        {
            clause.subjects = governor.subjects
            clause.subjectOrigin = clause.subjects.isEmpty ? .none : .adverbial
            analysis.clauses[index] = clause
            return
        }
        // "Fires broke out on planes leading to a ban": that they did leads to it.
        if tree.tokens[clause.head].xpos == "VBG", ["lead", "result"].contains(tree.lemmas[clause.head]),
            tree.labels[noun].isOblique, clause.obliques.contains(where: { ["to", "in"].contains($0.preposition) }),
            !["road", "path", "street", "way", "track", "door", "bridge", "stair"].contains(tree.lemmas[noun])
        {
            return
        }
        // "had issues staffing the hotel": issues staff nothing.
        if tree.tokens[clause.head].xpos == "VBG", difficulties.contains(tree.lemmas[noun]) { return }
        // "smuggled them out of the country disguised as a crew": a place wears no disguise.
        if ["disguise", "dress", "clothe", "mask"].contains(tree.lemmas[clause.head]), tree.labels[noun] != .subject,
            !Lexicon.isPersonNoun(tree.lemmas[noun])
        {
            return
        }
        clause.subjects = [whole(around: noun, of: clause, in: tree)]
        clause.subjectOrigin = .participle
        analysis.clauses[index] = clause
    }

    private static let demanding: Set<String> = [
        "demand", "protest", "chant", "seek", "call", "shout", "accuse", "carry", "wave", "hope", "wear", "claim",
        "argue",
        "complain", "ask", "allege",
    ]

    private static let difficulties: Set<String> = [
        "issue", "problem", "trouble", "difficulty", "time", "success", "experience", "luck", "fun", "hand",
        "challenge",
        "role", "year", "month", "week", "day", "hour", "career", "interest", "job",
    ]

    /// "an area of the city known as the Quarter": the area is known so, since what is told which it is has no "the".
    private static func whole(around noun: Int, of clause: Clause, in tree: DependencyTree) -> Int {
        func article(_ noun: Int) -> String? { tree.child(noun, .determiner).map { tree.words[$0] } }
        let outer = tree.heads[noun]
        guard clause.isPassive, tree.labels[noun] == .nominalModifier, outer >= 0, tree.isNominal(outer),
            article(noun) == "the", ["a", "an"].contains(article(outer) ?? ""),
            PassiveRule.names.contains(tree.lemmas[clause.head]) || tree.lemmas[clause.head] == "know"
        else { return noun }
        return outer
    }

    /// "one of the demands of the protesters, sometimes numbering millions": behind another noun and a comma either may be
    /// meant; and a sentence whose root is a noun with a participle has lost its verb.
    private static func isDoubtful(_ clause: Clause, on noun: Int, in tree: DependencyTree) -> Bool {
        let start = tree.subtree(clause.head).first ?? clause.head
        let isBehindComma = start > 0 && (tree.words[start] == "," || tree.words[start - 1] == ",")
        let hasNounBetween = (noun + 1..<max(noun + 1, start)).contains {
            tree.isNominal($0) && tree.labels[$0] != .flat && tree.labels[$0] != .compound
        }
        if hasNounBetween, isBehindComma || tree.tokens[clause.head].xpos == "VBG" { return true }
        return tree.labels[noun] == .root && tree.words.last == "." && tree.tokens[clause.head].xpos != "VBG"
    }
}
