/// "At least 34 people have been killed, the ministry said.": reportedDeaths(the ministry, ≥34)
///
/// Who says how many died reports so many deaths: a statement about the source, as sure as that it said so. It stands beside
/// the claim that they died, so that one question brings the figures of all sources side by side.
struct TollClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    /// The figures that sources give in some claims of the sentence, each source and number once.
    func claims(beside claims: [Claim]) -> [Claim] {
        guard context.vocabulary.relation(named: TollClaims.relation) != nil else { return [] }
        var found: [Claim] = []
        for claim in claims {
            guard let source = claim.attribution.first, let (quantity, counted) = dead(claim),
                claim.polarity == .affirmed, claim.certainty == .stated, claim.tense != .future
            else { continue }
            let object = ClaimObject.quantity(quantity, counted)
            let isSaid = (claims + found).contains { other in
                guard other.relation == TollClaims.relation, other.subject?.head == source.head,
                    case .quantity(let said, _) = other.object
                else { return false }
                return said.value == quantity.value
            }
            guard !isSaid else { continue }
            var figure = claim
            figure.relation = TollClaims.relation
            figure.isNamed = true
            figure.subject = source
            figure.object = object
            figure.attribution = Array(claim.attribution.dropFirst())
            figure.contents = []
            figure.tense = .past
            found.append(figure)
        }
        return found
    }

    /// How many people a claim says died, or nil.
    private func dead(_ claim: Claim) -> (Quantity, Argument?)? {
        switch claim.relation {
        case "died", "killed":
            // "resulted in the deaths of 29 miners": what a noun takes for granted is not what a source counts.
            guard claim.predicate.contains(where: { tree.isVerb($0) || tree.words[$0] == "dead" }) else { return nil }
            if case .quantity(let quantity, let counted) = claim.object {
                return counted.map { isPeople($0, quantity) } ?? true ? (quantity, counted) : nil
            }
            // "At least 27 people died."
            guard claim.relation == "died", claim.object == .none, let dead = claim.subject,
                dead.head.sentence == context.index,
                let quantity = context.quantities.quantity(at: dead.head.token), isPeople(dead, quantity)
            else { return nil }
            return (quantity, dead)
        case "hasCount":
            // "The death toll rose to 88, the governor said."
            guard let subject = claim.subject, subject.head.sentence == context.index,
                case .quantity(let quantity, _) = claim.object, tree.lemmas[subject.head.token] == "toll"
            else { return nil }
            let kinds = tree.children(subject.head.token, .compound).map { tree.words[$0] }
            return kinds.isEmpty || kinds.contains("death") ? (quantity, nil) : nil
        default: return nil
        }
    }

    private func isPeople(_ counted: Argument, _ quantity: Quantity) -> Bool {
        guard counted.head.sentence == context.index else { return false }
        let head = counted.head.token
        // "one of them died": of how many, another sentence tells.
        if tree.words[head] == "one" || tree.tokens[head].upos == "PRON" { return false }
        if tree.tokens[head].xpos == "CD" || quantity.unit == nil { return true }
        let type = context.type(head)
        return EntityTypes.isPerson(type) || type == "Group"
            || ["lives", "others", "people"].contains(tree.words[head])
    }

    private static let relation = "reportedDeaths"
}
