import English

/// "the war in Sudan": occurredIn(war, Sudan); "Rafah, in southern Gaza", "Lund, Malta": locatedIn(Rafah, Gaza), locatedIn(Lund,
/// Malta); "a school in Lund": basedIn(school, Lund)
///
/// A place in a phrase with "in" on an event, a place or a body with a seat, and one behind a comma.
struct LocationClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of noun: Int) -> [Claim] {
        let inside = tree.children(noun).flatMap { child -> [Claim] in
            guard tree.labels[child] == .nominalModifier, EntityTypes.isPlace(context.type(child)),
                context.isName(child), let relation = relation(of: noun, tree.prepositionWord(child))
            else { return [] }
            let status =
                relation == "occurredIn"
                ? NounClaims(context: context).status(of: noun) : context.modifierStatus(noun)
            return context.members(child).filter { context.isName($0) }.map { place in
                claim(noun, relation, place, tree.prepositionTokens(child), status)
            }
        }
        return inside + enclosing(noun).map { claim(noun, "locatedIn", $0, [], context.modifierStatus(noun)) }
    }

    private func claim(_ noun: Int, _ relation: String, _ place: Int, _ words: [Int], _ status: Status) -> Claim {
        context.claim(
            predicate: words, relation: relation, isNamed: true, subject: noun,
            object: .phrase(context.argument(place)), status: status, tense: .present)
    }

    private func relation(of noun: Int, _ preposition: String?) -> String? {
        let type = context.type(noun)
        switch preposition {
        case "in":
            if EntityTypes.isEvent(type) { return "occurredIn" }
            if EntityTypes.isPlace(type), context.isName(noun) || isBuilding(noun) { return "locatedIn" }
            return isSeated(noun) ? "basedIn" : nil
        case "near": return EntityTypes.isPlace(type) && (context.isName(noun) || isBuilding(noun)) ? "isNear" : nil
        default: return nil
        }
    }

    /// "a hospital in Lund": there it stands; "a seat in Lund" may be anything.
    private func isBuilding(_ noun: Int) -> Bool {
        context.type(noun) == "Facility" && tree.tokens[noun].xpos == "NN"
            && context.quantities.quantity(at: noun) == nil
            && tree.lemmas[noun] != "market"
            && tree.children(noun, .determiner).allSatisfy { ["a", "an", "the"].contains(tree.words[$0]) }
    }

    private func isSeated(_ noun: Int) -> Bool {
        EntityTypes.isAgent(context.type(noun)) && !EntityTypes.isPerson(context.type(noun))
            && ["school", "university", "college", "hospital", "church", "museum", "institute", "academy"].contains(
                tree.lemmas[noun])
            && tree.subtree(noun).contains { $0 <= noun && tree.tokens[$0].upos == "PROPN" }
    }

    /// "Lund, Malta", "Lund, Holmland, Malta": the larger places behind commas, each right behind the one before.
    private func enclosing(_ noun: Int) -> [Int] {
        guard tree.tokens[noun].upos == "PROPN", EntityTypes.isPlace(context.type(noun)),
            context.type(noun) != "Country",
            !tree.has(noun, .conjunct)
        else { return [] }
        var end = tree.children(noun).filter { tree.labels[$0] == .flat && $0 > noun }.max() ?? noun
        var found: [Int] = []
        for child in tree.children(noun) where child > end {
            guard tree.labels[child] == .unmarkedModifier || tree.labels[child] == .apposition && isState(child),
                tree.tokens[child].upos == "PROPN", EntityTypes.isPlace(context.type(child)),
                let first = tree.subtree(child).first(where: { tree.words[$0] != "," }), first == end + 2,
                tree.words[end + 1] == ",", !tree.has(child, .conjunct), !tree.has(child, .determiner)
            else { break }
            found.append(child)
            end = tree.subtree(child).last(where: { tree.labels[$0] != .punctuation }) ?? child
        }
        return found
    }

    /// Whether a name is a country's or one of its parts that stand behind a town ("Malta", "Western Australia").
    private func isState(_ name: Int) -> Bool {
        context.type(name) == "Country"
            || Lexicon.country(named: Spans.text(Spans.phrase(name, in: tree), in: tree)) != nil
    }
}
