import English

/// "his demands for control", "a meeting with the king", "President Ana Holm", "the U.S.-backed plan", "the war in Sudan"
///
/// Claims that noun phrases state: nominalised acts, roles, hyphenated participles, places.
struct NounClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims() -> [Claim] {
        var claims: [Claim] = []
        for token in 0..<tree.count {
            switch tree.tokens[token].upos {
            case "NOUN", "PROPN":
                claims += nominalisation(token)
                claims += EventNounClaims(context: context).claims(of: token)
                let roles = RoleClaims(context: context).claims(of: token)
                claims += roles.isEmpty ? AppositionClaims(context: context).claims(of: token) : roles
                claims += LocationClaims(context: context).claims(of: token)
                claims += AffiliationClaims(context: context).claims(of: token)
            case "VERB", "ADJ":
                claims += HyphenClaims(context: context).claims(of: token)
                claims += NationalityClaims(context: context).claims(of: token)
            default: break
            }
        }
        return claims
    }

    /// "the union's demand for a pay rise": demands(union, pay rise).
    private func nominalisation(_ noun: Int) -> [Claim] {
        // "the party's candidate for mayor": a candidate is no act, and the party does not run.
        guard !Lexicon.isPersonNoun(tree.lemmas[noun]),
            let patterns = context.vocabulary.nounPatterns[tree.lemmas[noun]]
        else { return [] }
        for pattern in patterns where !pattern.isRole && matchesWords(pattern, noun) {
            let relation = context.vocabulary.relations[pattern.relation]
            if let found = claims(pattern, relation, noun), !found.isEmpty { return found }
        }
        return []
    }

    private func matchesWords(_ pattern: RelationPattern, _ noun: Int) -> Bool {
        var expected = pattern.words
        for child in tree.children(noun) where child < noun {
            if let index = expected.firstIndex(of: tree.lemmas[child]) { expected.remove(at: index) }
        }
        return expected.isEmpty
    }

    private func claims(_ pattern: RelationPattern, _ relation: Relation, _ noun: Int) -> [Claim]? {
        guard let preposition = pattern.preposition,
            let phrase = phrases(of: noun).first(where: { isPhrase($0, of: noun, preposition) })
        else { return nil }
        var domain: [Int?]
        var range = context.members(phrase)
        if preposition == "between" {
            guard range.count == 2 else { return nil }
            domain = [range[0]]
            range = [range[1]]
        } else {
            domain = possessors(of: noun, except: phrase)
            if domain.isEmpty { domain = lightSubjects(noun) }
            if domain.isEmpty { domain = [NounClaims.shared.contains(relation.name) ? implied(noun) : nil] }
            // A state is a state of somebody; an act may go without its actor.
            if domain.allSatisfy({ $0 == nil }), relation.isState { return nil }
        }
        if pattern.isSwapped {
            guard let first = domain.first else { return nil }
            if relation.name == "died" {
                // "the death or injury of 20 people": which of them is open.
                guard !isOneOfTwo(noun) else { return nil }
                return range.map { dead in
                    context.claim(
                        predicate: [noun], relation: relation.name, isNamed: true, subject: dead, object: .none,
                        status: self.status(of: noun), tense: .past)
                }
            }
            domain = range
            range = first.map { [$0] } ?? []
        }
        let status = isPresupposed(noun, relation) ? presupposed(noun) : status(of: noun)
        var words = [noun] + tree.prepositionTokens(phrase)
        if preposition == "between" { words = [noun] }
        var claims: [Claim] = []
        for subject in domain {
            if let subject, !EntityTypes.fits(context.type(subject), relation.domain) { continue }
            for object in range {
                guard fits(object, relation) else { continue }
                claims.append(
                    context.claim(
                        predicate: words, relation: relation.name, isNamed: true, subject: subject,
                        object: nominalObject(object, relation), status: status, tense: .present))
            }
        }
        return claims
    }

    private func nominalObject(_ object: Int, _ relation: Relation) -> ClaimObject {
        if relation.range == ["Claim"] {
            let span = Spans.phrase(object, in: tree)
            return .text(Spans.text(span, in: tree), span)
        }
        return context.object(object, for: relation)
    }

    private func fits(_ object: Int, _ relation: Relation) -> Bool {
        if context.dates.isTime(object) { return relation.range.contains("Date") }
        if relation.range == ["Quantity"] { return context.quantities.quantity(at: object) != nil }
        return EntityTypes.fits(context.type(object), relation.range)
    }

    /// The phrases behind a noun; "claims from Malta of progress": what a parser hangs on the name is the noun's too.
    private func phrases(of noun: Int) -> [Int] {
        var found = tree.children(noun).filter { tree.labels[$0].isNominalModifier }
        for child in found
        where ["from", "by"].contains(tree.prepositionWord(child) ?? "") && tree.tokens[child].upos == "PROPN" {
            found += tree.children(child).filter {
                tree.labels[$0].isNominalModifier && tree.prepositionWord($0) == "of"
            }
        }
        // "expressed hope for a truce": behind the object of a verb that adds nothing, the phrase is the noun's.
        if tree.labels[noun] == .object, tree.heads[noun] >= 0, isLight(tree.heads[noun]) {
            let end = Spans.phrase(noun, in: tree).upperBound
            found += tree.children(tree.heads[noun], .oblique).filter { oblique in
                tree.prepositionTokens(oblique).first == end
            }
        }
        return found
    }

    private func isLight(_ verb: Int) -> Bool {
        NounClaims.lightVerbs.contains(tree.lemmas[verb]) || Lexicon.contains(tree.lemmas[verb], in: .lightVerb)
    }

    /// A phrase with the preposition, on the noun itself or, where the parser hung it on the verb, right behind the noun.
    private func isPhrase(_ child: Int, of noun: Int, _ preposition: String) -> Bool {
        let word = tree.prepositionWord(child)
        if word == preposition { return true }
        return (word == "regarding" || word == "concerning") && preposition == "for"
    }

    /// Whether a noun is joined to another by "or".
    private func isOneOfTwo(_ noun: Int) -> Bool {
        let all = [noun] + tree.children(noun, .conjunct)
        return all.contains { tree.children($0, .coordinator).contains { tree.words[$0] == "or" } }
    }

    /// Whose act it is: "X's", "by X", a name before the noun.
    private func possessors(of noun: Int, except phrase: Int) -> [Int?] {
        for child in tree.children(noun) where child != phrase {
            switch tree.labels[child] {
            case .possessor: return context.members(child)
            case .nominalModifier, .unmarkedModifier:
                if ["by", "from"].contains(tree.prepositionWord(child) ?? "") { return context.members(child) }
            case .compound where context.isName(child) && context.isActor(child): return [child]
            case .adjectivalModifier where EntityTypes.isAgent(context.type(child)): return [child]
            default: break
            }
        }
        return []
    }

    /// "made a visit to", "expressed hope for", "launched an attack on": the subject of a verb that adds nothing.
    private func lightSubjects(_ noun: Int) -> [Int?] {
        guard tree.labels[noun] == .object, tree.heads[noun] >= 0,
            let clause = context.analysis.clause(headedBy: tree.heads[noun]),
            !clause.isPassive,
            isLight(clause.head)
        else { return [] }
        return clause.subjects.flatMap(context.members).filter { tree.isNominal($0) && !tree.isRelativeWord($0) }
    }

    private static let lightVerbs: Set<String> = [
        "make", "give", "take", "express", "have", "hold", "voice", "offer", "issue", "launch", "mount", "conduct",
        "pay", "show",
        "put", "carry", "commit", "stage", "perform", "undertake", "begin", "start", "continue", "announce", "sign",
        "reach",
    ]

    /// "his demand for": what somebody's demand, support or attack is taken for granted, whatever the clause says of it;
    /// visits, talks and the like may still lie ahead.
    private func isPresupposed(_ noun: Int, _ relation: Relation) -> Bool {
        tree.has(noun, .possessor) && !NounClaims.schedulable.contains(tree.lemmas[noun])
            && ComplementTable.noun[tree.lemmas[noun]] != .unrealised || tree.has(noun, .possessor) && relation.isSpeech
    }

    private func presupposed(_ noun: Int) -> Status {
        let surrounding = status(of: noun)
        var status = Status()
        status.speakers = surrounding.speakers
        if tree.labels[noun] == .object, tree.heads[noun] >= 0, isAlleged(noun, by: tree.lemmas[tree.heads[noun]]) {
            status.weaken(.hedged)
        }
        for child in tree.children(noun, .adjectivalModifier) where NounClaims.doubtful.contains(tree.words[child]) {
            status.weaken(.hedged)
        }
        for child in tree.children(noun, .adjectivalModifier) where NounClaims.unreal.contains(tree.words[child]) {
            status.weaken(.unrealised)
        }
        return status
    }

    private static let schedulable: Set<String> = [
        "visit", "trip", "tour", "meeting", "talk", "summit", "election", "ceasefire", "truce", "deal", "agreement",
        "launch",
        "withdrawal", "release", "return", "departure", "arrival", "trial", "vote", "strike", "victory", "defeat",
        "merger",
        "acquisition", "takeover", "purchase",
    ]

    /// What the subject of the clause does itself where a phrase of time names it; an announcement may be anybody's.
    private static let shared: Set<String> = ["met", "visited", "negotiatesWith", "won", "defeated", "returnedTo"]

    /// "Following a meeting with Holm, Vos announced": in an adverbial phrase the clause's subject acts.
    private func implied(_ noun: Int) -> Int? {
        let adverbial: Set<String> = ["following", "after", "before", "during", "in", "at"]
        guard tree.labels[noun] == .oblique || tree.labels[noun] == .adverbialClause,
            let preposition = tree.prepositionWord(noun),
            adverbial.contains(preposition), let clause = context.analysis.clause(headedBy: tree.heads[noun]),
            !clause.isPassive, [.own, .shared].contains(clause.subjectOrigin),
            let subject = clause.subjects.first, context.isActor(subject),
            !tree.children(noun).contains(where: { tree.labels[$0] == .possessor })
        else { return nil }
        return subject
    }

    /// A nominalisation is as sure as the clause that it stands in, and as the noun that governs it lets it be.
    func status(of noun: Int) -> Status {
        guard let index = context.analysis.clauseIndex(containing: noun) else { return context.modifierStatus(noun) }
        let surrounding = context.statuses.statuses[index]
        var status = Status()
        status.speakers = surrounding.speakers
        status.weaken(surrounding.certainty)
        status.isFuture = surrounding.isFuture
        let clause = context.analysis.clauses[index]
        if surrounding.isNegated, clause.head != noun { status.weaken(.hedged) }
        if OwnMarks.quantifier(of: noun, in: tree) != nil { status.isNegated = true }
        for child in tree.children(noun, .adjectivalModifier) {
            if NounClaims.unreal.contains(tree.lemmas[child]) || NounClaims.unreal.contains(tree.words[child]) {
                status.weaken(.unrealised)
            }
            if NounClaims.doubtful.contains(tree.words[child]) { status.weaken(.hedged) }
        }
        // Up through the nouns that govern it, and the verb whose object it is.
        var at = noun
        while at != clause.head, tree.heads[at] >= 0 {
            let head = tree.heads[at]
            if head == clause.head {
                if clause.objects.contains(at) || clause.obliques.contains(where: { $0.head == at }) {
                    if clause.objects.contains(at), NounClaims.undoing.contains(tree.lemmas[head]),
                        // "condemned the killing of a journalist": there was one.
                        !(EventNounClaims.factive.contains(tree.lemmas[head])
                            && NounClaims.committed.contains(tree.lemmas[at]))
                    {
                        status.weaken(.unrealised)
                    }
                    // "a case citing his involvement in the raid": so the case has it.
                    if at == noun, clause.objects.contains(at), isAlleged(noun, by: tree.lemmas[head]) {
                        status.weaken(.hedged)
                    }
                    switch ComplementTable.infinitive[tree.lemmas[head]] {
                    case .unrealised, .negated, .hedged, .denied: status.weaken(.unrealised)
                    default: break
                    }
                }
            } else if tree.labels[at].isNominalModifier, let effect = NounScopeRule.effect(of: head, in: tree) {
                status = ComplementRule.status(effect, under: status, speaker: status.speakers.first)
            }
            at = head
        }
        return status
    }

    /// What is cited mostly is so, but for what somebody is said to have had a part in.
    private func isAlleged(_ noun: Int, by verb: String) -> Bool {
        NounClaims.asserting.contains(verb)
            || verb == "cite" && ["involvement", "participation", "role", "complicity"].contains(tree.lemmas[noun])
    }

    private static let asserting: Set<String> = ["allege", "claim", "suggest", "fear", "suspect", "presume", "imply"]

    /// "cancelled a trip to Lund": what they have as object has not come about, or not yet.
    private static let undoing: Set<String> = [
        "cancel", "postpone", "delay", "scrap", "abandon", "suspend", "plan", "schedule", "prevent", "avoid", "refuse",
        "reject", "decline", "deny", "oppose", "halt", "block", "seek", "demand", "propose", "offer", "promise",
        "consider",
        "want", "await", "expect", "request", "threaten", "discuss", "suggest", "urge", "support", "need", "prepare",
        "call", "foil", "thwart", "veto", "skip", "miss", "ban", "forbid", "lack", "reschedule", "announce", "order",
        "approve", "authorise", "authorize", "condemn", "criticise", "criticize",
    ]

    /// Deeds that nobody condemns before they are done.
    private static let committed: Set<String> = [
        "killing", "murder", "assassination", "massacre", "execution", "attack", "assault", "bombing", "shelling",
        "bombardment", "abduction", "kidnapping", "arrest", "detention", "raid", "invasion", "seizure", "airstrike",
        "annexation", "shooting",
    ]

    private static let unreal: Set<String> = [
        "proposed", "planned", "would-be", "potential", "possible", "upcoming", "future", "prospective", "hypothetical",
        "eventual", "intended", "attempted", "next", "imminent", "expected", "threatened", "new",
    ]
    private static let doubtful: Set<String> = [
        "alleged", "suspected", "supposed", "apparent", "purported", "rumored", "reported",
    ]
}
