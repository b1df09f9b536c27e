/// "a U.S.-backed plan": backs(U.S., plan); "Doha-based Al Jazeera": basedIn(Al Jazeera, Doha)
///
/// A name joined by a hyphen to a participle before a noun.
struct HyphenClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of participle: Int) -> [Claim] {
        guard let patterns = context.vocabulary.hyphenPatterns[tree.words[participle]],
            tree.labels[participle] == .adjectivalModifier || tree.labels[participle] == .compound,
            tree.heads[participle] >= 0, participle >= 2, tree.words[participle - 1] == "-",
            let actor = tree.children(participle).last(where: { $0 < participle && tree.isNominal($0) || isDemonym($0) }
            )
                ?? (tree.isNominal(participle - 2) ? participle - 2 : nil)
        else { return [] }
        let noun = tree.heads[participle]
        // "state-owned" names nobody.
        guard context.isName(actor) || isDemonym(actor) else { return [] }
        return patterns.map { pattern in
            let relation = context.vocabulary.relations[pattern.relation]
            // "Doha-based" gives the range, "U.S.-backed" the domain.
            let isRange = relation.name == "basedIn"
            return context.claim(
                predicate: [participle], relation: relation.name, isNamed: true, subject: isRange ? noun : actor,
                object: .phrase(context.argument(isRange ? actor : noun)), status: context.modifierStatus(participle),
                tense: .present)
        }
    }

    private func isDemonym(_ token: Int) -> Bool { EntityTypes.isPlace(context.type(token)) }
}
