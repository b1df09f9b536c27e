import English

/// "Jan Vos of the University of Lund": worksFor(Vos, University of Lund); "Ana Holm of the Harbour Party": memberOf
///
/// A body right behind a person's name, or behind a noun for those who know a trade ("scientists from the University of Lund").
struct AffiliationClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of noun: Int) -> [Claim] {
        guard EntityTypes.isPerson(context.type(noun)) || isOfTrade(noun), let phrase = body(behind: noun) else {
            return []
        }
        // "an economist at Harbour Group": those who know a trade are at work there.
        let isMember =
            context.type(phrase) == "PoliticalParty"
            || !isOfTrade(noun)
                && tree.subtree(phrase).contains {
                    AffiliationClaims.joined.contains(tree.words[$0])
                        && ($0 == phrase || tree.labels[$0] != .nominalModifier)
                }
        return context.members(phrase).filter { mayEmploy($0) }.map { body in
            context.claim(
                predicate: tree.children(noun, .copula) + tree.prepositionTokens(phrase),
                relation: isMember ? "memberOf" : "worksFor", isNamed: true,
                subject: noun, object: .phrase(context.argument(body)),
                status: tree.has(noun, .copula)
                    ? NounClaims(context: context).status(of: noun) : context.modifierStatus(noun),
                tense: .present)
        }
    }

    /// The body whose phrase begins right behind the name, or behind the noun.
    private func body(behind noun: Int) -> Int? {
        // "the Speaker of the House" is an office of the House.
        let isName = tree.tokens[noun].upos == "PROPN"
        guard isName ? !isFormer(noun) && Lexicon.title(tree.tokens[noun].form) == nil : isOfTrade(noun) else {
            return nil
        }
        let last = tree.children(noun).filter { tree.labels[$0] == .flat && $0 > noun }.max() ?? noun
        return tree.children(noun, .nominalModifier).first { phrase in
            let preposition = tree.prepositionTokens(phrase)
            return preposition.first == last + 1 && mayEmploy(phrase)
                && (isName ? ["of", "from", "at", "with"] : ["from", "at", "with"]).contains(
                    tree.prepositionWord(phrase) ?? "")
        }
    }

    /// "scientists from the University of Lund", "Vos, a professor at the college", "Holm is a doctor at the hospital"
    private func isOfTrade(_ noun: Int) -> Bool {
        guard AffiliationClaims.trades.contains(tree.lemmas[noun]), !isFormer(noun) else { return false }
        return tree.tokens[noun].xpos == "NNS" || tree.labels[noun] == .subject || tree.labels[noun] == .apposition
            || tree.has(noun, .copula)
    }

    /// "former captain Jan Vos of Harbour Lines": whether he is of it today, nobody says.
    private func isFormer(_ name: Int) -> Bool {
        tree.subtree(name).contains {
            $0 < name && ["former", "formerly", "previously", "ex", "then", "late", "retired"].contains(tree.words[$0])
                || tree.words[$0].hasPrefix("ex-")
        }
    }

    private func mayEmploy(_ body: Int) -> Bool {
        guard let type = context.type(body), EntityTypes.isAgent(type), !EntityTypes.isPerson(type), type != "Country",
            type != "Group"
        else { return false }
        // "Jan Vos of the group": which one, another sentence tells.
        return tree.subtree(body).contains { tree.tokens[$0].upos == "PROPN" }
    }

    private static let joined: Set<String> = [
        "party", "coalition", "movement", "group", "union", "alliance", "league", "club", "society", "band", "campaign",
        "front", "caucus", "network", "orchestra", "team",
    ]

    private static let trades: Set<String> = [
        "scientist", "researcher", "doctor", "professor", "expert", "economist", "analyst", "engineer", "biologist",
        "chemist", "physicist", "historian", "geologist", "astronomer", "epidemiologist", "virologist", "psychologist",
        "archaeologist", "ecologist", "investigator", "officer", "official", "nurse", "surgeon", "paediatrician",
        "meteorologist", "seismologist", "climatologist", "zoologist", "botanist", "lecturer", "firefighter",
    ]
}
