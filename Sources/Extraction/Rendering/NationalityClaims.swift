import English

/// "two Maltese sailors": nationality(sailors, Malta); "French President Ana Holm": nationality(Ana Holm, France)
///
/// A demonym before a noun for people, or before the title of a name.
struct NationalityClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of adjective: Int) -> [Claim] {
        guard tree.labels[adjective] == .adjectivalModifier, tree.heads[adjective] >= 0,
            Lexicon.demonym(tree.tokens[adjective].form) != nil,
            // "African leaders": a continent has no nationals.
            !["african", "european", "asian", "american's", "arab", "western", "latin"].contains(tree.words[adjective]),
            // "both Israeli and Lebanese officials": some of them, not all.
            !tree.has(adjective, .conjunct)
        else { return [] }
        var bearer = tree.heads[adjective]
        if tree.labels[bearer] == .title, tree.heads[bearer] >= 0 {
            bearer = tree.heads[bearer]
        } else if tree.tokens[bearer].upos == "PROPN" {
            // "Saudi Aramco": part of a name.
            return []
        }
        guard isPeople(bearer) else { return [] }
        return [
            context.claim(
                predicate: [adjective], relation: "nationality", isNamed: true, subject: bearer,
                object: .phrase(context.argument(adjective)), status: context.modifierStatus(adjective), tense: .present
            )
        ]
    }

    private func isPeople(_ noun: Int) -> Bool {
        if EntityTypes.isPerson(context.type(noun)) { return true }
        return tree.tokens[noun].upos == "NOUN" && Lexicon.isPersonNoun(tree.lemmas[noun])
    }
}
