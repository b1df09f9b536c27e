/// "the war in Sudan": occurredIn(war, Sudan); "Rafah, in southern Gaza": locatedIn(Rafah, Gaza)
///
/// A place in a phrase with "in" on an event or a place.
struct LocationClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of noun: Int) -> [Claim] {
        tree.children(noun).flatMap { child -> [Claim] in
            guard tree.labels[child] == .nominalModifier, tree.prepositionWord(child) == "in",
                EntityTypes.isPlace(context.type(child)), context.isName(child)
            else { return [] }
            let relation: String
            if EntityTypes.isEvent(context.type(noun)) {
                relation = "occurredIn"
            } else if EntityTypes.isPlace(context.type(noun)), context.isName(noun) {
                relation = "locatedIn"
            } else {
                return []
            }
            let status =
                relation == "locatedIn" ? context.modifierStatus(noun) : NounClaims(context: context).status(of: noun)
            return context.members(child).map { place in
                context.claim(
                    predicate: tree.prepositionTokens(child), relation: relation, isNamed: true, subject: noun,
                    object: .phrase(context.argument(place)), status: status, tense: .present)
            }
        }
    }
}
