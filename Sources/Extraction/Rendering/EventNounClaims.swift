import English

/// "The party chose Holm after the resignation of Vos."; "Since his arrest Vos has been silent."
///
/// What happened to somebody, told by a noun in a phrase that takes it for granted.
struct EventNounClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of noun: Int) -> [Claim] {
        guard let relation = EventNounClaims.relations[tree.lemmas[noun]], isTakenForGranted(noun) else { return [] }
        let status = NounClaims(context: context).status(of: noun)
        return undergoing(noun).filter { isPerson($0) }.map { person in
            context.claim(
                predicate: [noun], relation: relation, isNamed: context.vocabulary.relation(named: relation) != nil,
                subject: person, object: .none, status: status, tense: .past)
        }
    }

    /// "after the death of", "since her resignation": a time or a reason that the sentence builds upon.
    private func isTakenForGranted(_ noun: Int) -> Bool {
        guard tree.tokens[noun].xpos == "NN", tree.heads[noun] >= 0 else { return false }
        let isGround =
            tree.labels[noun].isOblique && EventNounClaims.grounds.contains(tree.prepositionWord(noun) ?? "")
        guard isGround || isToldOf(noun) else { return false }
        return tree.children(noun).allSatisfy { child in
            switch tree.labels[child] {
            case .determiner: ["the", "this", "that"].contains(tree.words[child])
            case .adjectivalModifier:
                !["possible", "alleged", "planned", "eventual", "expected", "attempted", "reported", "suspected"]
                    .contains(
                        tree.words[child])
            default: true
            }
        }
    }

    /// "The arrest of Holm sparked protests", "condemned the murder of Vos": what has done something, or is condemned, has happened.
    private func isToldOf(_ noun: Int) -> Bool {
        let verb = tree.heads[noun]
        guard let clause = context.analysis.clause(headedBy: verb), clause.kind == .verb, !clause.isPassive,
            tree.has(noun, .possessor) || tree.children(noun).contains(where: { tree.words[$0] == "the" })
        else { return false }
        switch tree.labels[noun] {
        case .subject:
            return context.tense(of: clause) == .past && !EventNounClaims.seeming.contains(tree.lemmas[verb])
        case .object: return EventNounClaims.factive.contains(tree.lemmas[verb])
        default: return false
        }
    }

    private static let seeming: Set<String> = [
        "seem", "appear", "loom", "need", "require", "mean", "remain", "have", "depend", "fail",
    ]

    /// Verbs whose object has happened.
    static let factive: Set<String> = [
        "condemn", "denounce", "deplore", "mourn", "lament", "regret", "investigate", "avenge", "witness", "probe",
        "commemorate",
    ]

    /// Whose it is: "his arrest", "the arrest of Vos".
    private func undergoing(_ noun: Int) -> [Int] {
        if let owner = tree.child(noun, .possessor) { return context.members(owner) }
        // "the arrest of 12 people in Lund"
        let of = tree.children(noun, .nominalModifier).first { tree.prepositionWord($0) == "of" }
        return of.map { context.members($0) } ?? []
    }

    private func isPerson(_ token: Int) -> Bool {
        EntityTypes.isPerson(context.type(token)) || ["his", "her"].contains(tree.words[token])
    }

    private static let grounds: Set<String> = [
        "after", "following", "since", "before", "until", "despite", "because_of", "due_to", "upon", "prior_to",
    ]

    private static let relations: [String: String] = [
        "resignation": "resigned", "death": "died", "suicide": "died", "murder": "died", "killing": "died",
        "assassination": "died", "arrest": "wasArrested", "conviction": "wasConvicted", "dismissal": "wasDismissed",
        "imprisonment": "wasImprisoned", "retirement": "retires", "inauguration": "wasInaugurated",
        "abduction": "wasAbducted", "kidnapping": "wasAbducted", "impeachment": "wasImpeached",
        "extradition": "wasExtradited", "indictment": "wasIndicted",
    ]
}
