import English

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
            // "was out on licence, also called parole": the label is of the noun before it, not of the clause's subject.
            if PassiveRule.names.contains(tree.lemmas[clause.head]), !clause.objects.isEmpty, !hasFiniteAuxiliary {
                return
            }
            if clause.kind == .verb, !hasFiniteAuxiliary, clause.objects.isEmpty { clause.isPassive = true }
        case "VBG", "VB": break
        default:
            // "although ill, he …": an adjective or noun with a mark; a finite verb without a subject is a parse error.
            guard clause.kind != .verb else { return }
        }
        // "in the region, comprising four states": what comprises them stands before the comma.
        if tree.tokens[clause.head].xpos == "VBG", clause.head > parent.head,
            ["comprise", "consist", "span"].contains(tree.lemmas[clause.head])
        {
            return
        }
        // "involves work, like maintaining parks": an example.
        let introducing = clause.marks + tree.children(clause.head, .preposition)
        if introducing.contains(where: { ["like", "including"].contains(tree.words[$0]) }) { return }
        // "was interrupted by Vos joining a band": Vos joined it.
        if tree.tokens[clause.head].xpos == "VBG", clause.marks.isEmpty, let agent = parent.agent,
            tree.subtree(agent.head).last == clause.head - 1
        {
            clause.subjects = [agent.head]
            clause.subjectOrigin = .participle
            analysis.clauses[index] = clause
            return
        }
        // "spoke of Malta paying the debt": who stands right before the verb may be meant.
        if tree.tokens[clause.head].xpos == "VBG", clause.marks.isEmpty,
            let before = parent.obliques.first(where: {
                $0.head > parent.head && tree.subtree($0.head).last == clause.head - 1
            }), ["of", "about", "to", "with", "on"].contains(before.preposition ?? ""), tree.isNominal(before.head),
            tree.tokens[before.head].upos == "PROPN" || Lexicon.isPersonNoun(tree.lemmas[before.head])
        {
            return
        }
        // "described the work as being hard": the work is hard, not who says so.
        if introducing.contains(where: { tree.words[$0] == "as" }),
            ["describe", "regard", "characterize", "depict", "portray", "see", "view"].contains(
                tree.lemmas[parent.head])
        {
            return
        }
        // "Holm was chosen by Vos, making her the first": what happened makes her that, and neither of the two.
        if tree.tokens[clause.head].xpos == "VBG", clause.marks.isEmpty, clause.head > parent.head,
            resulting.contains(tree.lemmas[clause.head]),
            parent.isPassive || tree.lemmas[clause.head] == "make" && !clause.indirectObjects.isEmpty
                || tree.lemmas[clause.head] == "make" && !clause.openComplements.isEmpty
        {
            return
        }
        // "Two workers quit, leading to a delay": that they quit led to it.
        if tree.tokens[clause.head].xpos == "VBG", clause.marks.isEmpty, clause.head > parent.head,
            ["lead", "result", "cause", "prompt", "spark", "trigger", "mean"].contains(tree.lemmas[clause.head]),
            let actor = parent.subjects.first, isActor(actor, in: tree)
        {
            return
        }
        clause.subjects =
            (judged(clause, by: parent, in: tree) ?? saying(clause, by: parent, in: tree)).map { [$0] }
            ?? parent.subjects
        clause.subjectOrigin = clause.subjects.isEmpty ? .none : .adverbial
        analysis.clauses[index] = clause
    }

    /// "Vos", "they", "a number of workers": those who act, as far as the words tell.
    private static func isActor(_ subject: Int, in tree: DependencyTree) -> Bool {
        tree.tokens[subject].upos == "PROPN" && Lexicon.givenName(tree.tokens[subject].form) != nil
            || ["he", "she", "they", "who"].contains(tree.words[subject])
            || Lexicon.isPersonNoun(tree.lemmas[subject])
            || ["number", "dozen", "thousand", "hundred"].contains(tree.lemmas[subject])
                && tree.children(subject, .nominalModifier).contains { Lexicon.isPersonNoun(tree.lemmas[$0]) }
    }

    static let resulting: Set<String> = [
        "make", "leave", "bring", "cause", "prompt", "force", "allow", "raise", "spark", "trigger", "mark", "end",
        "mean", "render", "push", "put", "reduce", "increase", "add", "result", "lead",
    ]

    /// "The vote was called a mandate by Vos, saying that …": who calls it so goes on.
    private static func saying(_ clause: Clause, by parent: Clause, in tree: DependencyTree) -> Int? {
        guard parent.isPassive, let agent = parent.agent?.head, clause.head > agent, clause.marks.isEmpty,
            tree.tokens[clause.head].xpos == "VBG",
            ["say", "add", "warn", "argue", "claim"].contains(tree.lemmas[clause.head])
        else { return nil }
        return agent
    }

    /// "The court fined Vos for taking bribes.": what somebody is judged for, they are said to have done themselves.
    private static func judged(_ clause: Clause, by parent: Clause, in tree: DependencyTree) -> Int? {
        let marks = clause.marks + tree.children(clause.head, .preposition)
        if ["quote", "cite", "record", "describe"].contains(tree.lemmas[parent.head]), !parent.isPassive,
            marks.contains(where: { tree.words[$0] == "as" }), ComplementTable.content[tree.lemmas[clause.head]] != nil
        {
            // "Reuters quoted Vos as saying …": Vos said it.
            return parent.objects.first
        }
        if marks.contains(where: { tree.words[$0] == "from" }),
            ComplementTable.infinitive[tree.lemmas[parent.head]] == .negated
        {
            // "A court kept the firm from closing the plant.": the firm would have closed it.
            return parent.isPassive ? parent.subjects.first : parent.objects.first
        }
        guard judging.contains(tree.lemmas[parent.head]), tree.tokens[clause.head].xpos == "VBG",
            (clause.marks + tree.children(clause.head, .preposition)).contains(where: {
                ["for", "of", "with", "over"].contains(tree.words[$0])
            })
        else { return nil }
        return parent.isPassive ? parent.subjects.first : parent.objects.first
    }

    private static let judging: Set<String> = [
        "sentence", "fine", "jail", "imprison", "convict", "arrest", "charge", "accuse", "criticise", "criticize",
        "praise", "blame", "condemn", "punish", "thank", "honour", "honor", "award", "suspect", "acquit", "indict",
        "sue", "investigate", "prosecute", "detain", "suspend", "fire", "dismiss", "ban", "penalise", "penalize",
        "reward", "rebuke", "reprimand", "sanction", "impeach", "credit", "applaud", "commend", "denounce", "attack",
    ]
}
