import English

/// "The king appointed Holm as chancellor."; "Vos was sworn in as governor."; "Holm was elected president."
///
/// Who is put in an office holds it: a role beside the claim that somebody was appointed.
struct AppointmentClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of index: Int) -> [Claim] {
        let clause = context.analysis.clauses[index]
        let isLeaving = ["resign", "retire", "step", "quit"].contains(tree.lemmas[clause.head]) && !clause.isPassive
        guard clause.kind == .verb, isAppointing(clause) || isLeaving, let office = office(of: clause) else {
            return []
        }
        // "resigned as governor": so he was governor.
        let holders = clause.isPassive || isLeaving ? clause.subjects : clause.objects.filter { $0 != office }
        let role = RoleText.text(office, in: context)
        guard holders.count == 1, let holder = holders.first, !RoleText.isEmpty(role), !tree.has(office, .conjunct),
            tree.tokens[holder].upos == "PRON" || EntityTypes.isPerson(context.type(holder))
        else { return [] }
        let span = Spans.phrase(office, in: tree)
        return context.members(of: [holder], in: clause).map { holder in
            context.claim(
                predicate: clause.auxiliaries + [clause.head] + clause.particles,
                relation: isLeaving ? "hadRole" : "hasRole", isNamed: true,
                subject: holder, object: .text(role, span), status: context.statuses.statuses[index],
                tense: context.tense(of: clause))
        }
    }

    private func isAppointing(_ clause: Clause) -> Bool {
        switch tree.lemmas[clause.head] {
        case "appoint", "elect", "name", "install", "inaugurate", "crown", "re-elect", "reelect", "reappoint": true
        case "swear": clause.particles.contains { tree.words[$0] == "in" }
        default: false
        }
    }

    /// "as chancellor", "president": a noun for an office, in the singular.
    private func office(of clause: Clause) -> Int? {
        let offices = clause.obliques.filter { $0.preposition == "as" }.map(\.head) + clause.openComplements
        return offices.first { office in
            office > clause.head && tree.isNominal(office) && tree.tokens[office].xpos.hasPrefix("NN")
                && !["NNS", "NNPS"].contains(tree.tokens[office].xpos)
                // "named man of the match": an award.
                && !tree.children(office).contains { AppointmentClaims.occasions.contains(tree.lemmas[$0]) }
                && (Lexicon.isPersonNoun(tree.lemmas[office])
                    || Lexicon.title(tree.tokens[office].form)?.isRole ?? false)
        }
    }

    private static let occasions: Set<String> = [
        "year", "match", "month", "week", "series", "tournament", "game", "century", "decade", "season",
    ]
}
