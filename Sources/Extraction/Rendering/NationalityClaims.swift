import English

/// "two Maltese sailors": nationality(sailors, Malta); "French President Ana Holm": nationality(Ana Holm, France)
///
/// A demonym before a noun for people, or before the title of a name.
struct NationalityClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of adjective: Int) -> [Claim] {
        guard tree.labels[adjective] == .adjectivalModifier, tree.heads[adjective] >= 0,
            let place = demonym(adjective),
            // "African leaders", "Latino voters": a continent has no nationals.
            !["african", "european", "asian", "arab", "western", "latin"].contains(tree.words[adjective]),
            Lexicon.country(named: place).map({ [.country, .territory, .state].contains($0.kind) }) ?? false,
            // "American Samoan": two words, of which the first alone says something else.
            adjective + 1 >= tree.count || Lexicon.demonym(tree.tokens[adjective + 1].form) == nil
                || tree.words[adjective + 1] == "national",
            // "both Israeli and Lebanese officials": some of them, not all.
            !tree.has(adjective, .conjunct)
        else { return [] }
        var bearer = tree.heads[adjective]
        if tree.labels[bearer] == .title, tree.heads[bearer] >= 0 {
            bearer = tree.heads[bearer]
        } else if tree.tokens[bearer].upos == "PROPN" {
            // "Saudi Aramco": part of a name; "Spaniard Jan Vos" is a person.
            guard bearer == adjective + 1, Lexicon.givenName(tree.tokens[bearer].form) != nil,
                tree.has(bearer, .flat), EntityTypes.isPerson(context.type(bearer))
            else { return [] }
        }
        guard isPeople(bearer), !isOfBody(adjective) else { return [] }
        return [
            context.claim(
                predicate: [adjective], relation: "nationality", isNamed: true, subject: bearer,
                object: .phrase(context.argument(adjective)), status: status(adjective, of: bearer), tense: .present)
        ]
    }

    /// "He is not a Maltese citizen.", "hoped for a vote on a Maltese head of state": with "a" or no article somebody is there only
    /// as surely as the clause has it.
    private func status(_ adjective: Int, of bearer: Int) -> Status {
        var status = context.modifierStatus(adjective)
        // "Malta believes that they are French spies": who believes it, and how sure.
        if let index = context.analysis.clauseIndex(containing: bearer), context.analysis.clauses[index].head == bearer,
            context.analysis.clauses[index].kind == .copula
        {
            return context.statuses.statuses[index]
        }
        guard tree.tokens[bearer].upos == "NOUN", !tree.labels[tree.firstConjunct(bearer)].isSubject,
            tree.children(bearer).allSatisfy({ child in
                child > bearer
                    || tree.labels[child] != .possessor
                        && (tree.labels[child] != .determiner
                            || ["a", "an", "any", "no", "another"].contains(tree.words[child]))
            }),
            let index = context.analysis.clauseIndex(containing: bearer)
        else { return status }
        let certainty = NounClaims(context: context).status(of: bearer).certainty
        if certainty == .unrealised || certainty == .conditional { status.weaken(certainty) }
        if context.analysis.clauses[index].head == bearer, context.statuses.statuses[index].isNegated {
            status.isNegated = true
        }
        return status
    }

    /// "Saudi Arabian": the country of both words.
    private func demonym(_ token: Int) -> String? {
        let one = Lexicon.demonym(tree.tokens[token].form)
        guard token > 0, one != nil, tree.tokens[token - 1].form.first?.isUppercase ?? false else { return one }
        let both = Lexicon.demonym(tree.tokens[token - 1].form + " " + tree.tokens[token].form)
        // "American Samoan": known by neither word alone.
        if both == nil, Lexicon.demonym(tree.tokens[token - 1].form) != nil { return nil }
        return both ?? one
    }

    /// "the Maltese Government commissioner", "Philippine Red Cross chair": the nationality of the body, not of its people.
    private func isOfBody(_ adjective: Int) -> Bool {
        let noun = tree.heads[adjective]
        return noun > adjective + 1
            && (adjective + 1..<noun).contains { token in
                let two = token + 1 < noun ? tree.words[token] + " " + tree.words[token + 1] : ""
                let keywords = Lexicon.nameKeywords(tree.words[token]) + Lexicon.nameKeywords(two)
                // "Israeli Mossad chief": a body's name.
                if tree.labels[token] == .compound, tree.tokens[token].upos == "PROPN",
                    Lexicon.nounClass(tree.words[token]) == nil,
                    Lexicon.title((token...noun).map { tree.tokens[$0].form }.joined(separator: " ")) == nil
                {
                    return true
                }
                if ["police", "media", "opposition"].contains(tree.words[token]) { return false }
                return tree.labels[token] == .compound
                    && (keywords.contains { [.organization, .government, .armedGroup].contains($0) }
                        || [.organization, .government, .armedGroup].contains(Lexicon.nounClass(tree.lemmas[token])))
            }
    }

    private func isPeople(_ noun: Int) -> Bool {
        // "a Japanese bomber": a plane.
        let isVehicle = [
            "bomber", "destroyer", "cruiser", "carrier", "tanker", "freighter", "trawler", "liner", "speaker",
        ]
        .contains(tree.lemmas[noun])
        if EntityTypes.isPerson(context.type(noun)) { return !isVehicle }
        return tree.tokens[noun].upos == "NOUN" && Lexicon.isPersonNoun(tree.lemmas[noun]) && !isVehicle
    }
}
