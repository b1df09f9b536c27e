import English

/// "Prime Minister Ana Holm"; "Jan Vos, the leader of the party, agreed."; "Holm is a citizen of Malta."
///
/// A title before a name, an apposition or a predicate gives its bearer a role, and what the role is of.
struct RoleClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of noun: Int) -> [Claim] {
        guard let bearers = bearers(of: noun), !bearers.isEmpty else { return [] }
        var claims: [Claim] = []
        let status = roleStatus(noun)
        let isPast = isPast(noun)
        for bearer in bearers {
            if isRoleNoun(noun, of: bearer) {
                let span = Spans.phrase(noun, in: tree)
                let role = RoleText.text(noun, in: context)
                // "Harland man Jan Vos", "countryman Jan Vos": such a word alone is no role.
                guard !RoleText.isEmpty(role), !RoleText.isRelational(noun, in: tree) else { continue }
                // "former mayor Jan Vos": he was it.
                claims.append(
                    context.claim(
                        predicate: [noun], relation: isPast ? "hadRole" : "hasRole", isNamed: true,
                        subject: bearer, object: .text(role, span), status: status, tense: isPast ? .past : .present))
            }
        }
        for bearer in bearers { claims += relations(of: noun, bearer, status, isPast: isPast) }
        return claims
    }

    /// What a role that is over makes of the relation to the body that it was of: "former leader of the party".
    static let pastRelations = [
        "leads": "wasLeaderOf", "worksFor": "wasEmployedBy", "memberOf": "wasMemberOf",
        "represents": "formerlyRepresented",
    ]

    /// Those who bear the role: the name after a title, the noun before an apposition; a predicate's role itself is a
    /// copula's affair, what the role is of is found here.
    private func bearers(of noun: Int) -> [Int]? {
        let head = tree.heads[noun]
        switch tree.labels[noun] {
        case .title where head >= 0:
            // "Senators Jan Vos and Ana Holm": a plural title is that of all of them.
            guard ["NNS", "NNPS"].contains(tree.tokens[noun].xpos) else { return [head] }
            return tree.conjuncts(head).filter { $0 >= head && tree.tokens[$0].upos == "PROPN" }
        case .apposition where head >= 0:
            // "a judge, Eva Holm": the name is the bearer.
            return [head]
        default:
            let names = namesBehind(noun) ?? []
            return names.isEmpty ? subjects(of: noun) : names
        }
    }

    /// "Vos is the leader of the party.": the subject of a role.
    private func subjects(of noun: Int) -> [Int]? {
        guard let clause = clause(of: noun), Lexicon.isPersonNoun(tree.lemmas[noun]) || isTitle(noun) else {
            return nil
        }
        return context.members(of: clause.subjects, in: clause).filter {
            EntityTypes.isPerson(context.type($0)) && tree.tokens[$0].xpos != "NNPS"
        }
    }

    /// The clause of which a noun is the predicate, stated with a copula.
    private func clause(of noun: Int) -> Clause? {
        guard let index = context.analysis.clauseIndex(containing: noun),
            context.analysis.clauses[index].head == noun, context.analysis.clauses[index].kind == .copula,
            tree.prepositionWord(noun) == nil
        else { return nil }
        return context.analysis.clauses[index]
    }

    /// "The company's chairman, Jan Vos, resigned.": the names that stand in apposition to a noun for a person.
    private func namesBehind(_ noun: Int) -> [Int]? {
        // "The Governor of Texas, Ana Holm, resigned.": an office with a capital, too.
        guard tree.tokens[noun].xpos == "NN" && Lexicon.isPersonNoun(tree.lemmas[noun]) || isTitle(noun),
            ["NN", "NNP"].contains(tree.tokens[noun].xpos)
        else { return nil }
        return tree.children(noun, .apposition).filter {
            $0 > noun && tree.tokens[$0].upos == "PROPN" && EntityTypes.isPerson(context.type($0))
        }
    }

    private func isTitle(_ noun: Int) -> Bool { Lexicon.title(tree.tokens[noun].form)?.isRole ?? false }

    private func isRoleNoun(_ noun: Int, of bearer: Int) -> Bool {
        guard EntityTypes.isPerson(context.type(bearer)) else { return false }
        if tree.labels[noun] == .title {
            return !RoleClaims.honorifics.contains(tree.words[noun]) && namesRole(noun)
        }
        guard tree.labels[noun] == .apposition || tree.labels[bearer] == .apposition && tree.heads[bearer] == noun,
            tree.tokens[noun].upos == "NOUN" || Lexicon.title(tree.tokens[noun].form)?.isRole ?? false,
            // "known to fans as the I-Man": many are no one's role.
            tree.tokens[noun].xpos != "NNS" || context.members(bearer).count > 1,
            Lexicon.isPersonNoun(tree.lemmas[noun]) || Lexicon.title(tree.tokens[noun].form) != nil
                || EntityTypes.isPerson(context.type(noun)) && mayBePerson(tree.lemmas[noun])
        else { return false }
        return context.isName(bearer) && !context.dates.isTime(noun) && context.quantities.quantity(at: noun) == nil
    }

    /// Whether a noun's lemma may stand for a person: an unknown one may, an image may not.
    private func mayBePerson(_ lemma: String) -> Bool {
        let classes = Lexicon.nounClasses(lemma)
        return classes.isEmpty || classes.contains(.person)
    }

    /// Whether a noun is a word for people or an office; a name that strayed into a title's place is neither.
    private func namesRole(_ noun: Int) -> Bool {
        if let title = Lexicon.title(tree.tokens[noun].form) { return title.isRole }
        let last = tree.words[noun].split(separator: "-").last.map(String.init) ?? tree.words[noun]
        return Lexicon.isPersonNoun(tree.lemmas[noun]) || Lexicon.isPersonNoun(last)
    }

    /// "the leader of the party": leads(bearer, party).
    private func relations(of noun: Int, _ bearer: Int, _ status: Status, isPast: Bool) -> [Claim] {
        for pattern in context.vocabulary.nounPatterns[tree.lemmas[noun]] ?? [] where pattern.isRole {
            let relation = context.vocabulary.relations[pattern.relation]
            guard relation.name != "hasRole", relation.name != "won" || clause(of: noun) == nil,
                let preposition = pattern.preposition,
                EntityTypes.fits(context.type(bearer), relation.domain),
                relation.name != "leads" || isHighest(noun)
            else { continue }
            // A chief of staff leads the staff of somebody, not somebody.
            let isOfStaff = tree.children(noun).contains {
                tree.labels[$0].isNominalModifier && tree.lemmas[$0] == "staff"
            }
            if isOfStaff { continue }
            for object in objects(of: noun, preposition)
            where EntityTypes.fits(context.type(object), relation.range)
                // "a mother of eight"
                && (relation.name != "relativeOf" || tree.tokens[object].upos != "NUM")
                && (relation.name != "leads" || mayLead(noun, object) && !isSomebodys(object) && isWhole(noun, object))
                && (relation.name != "worksFor" || mayServe(noun, object))
                && !RoleText.isPortfolio(object, of: noun, in: context) && !isPlaceOfService(noun, object)
                && !isHalf(object) && !tree.words[tree.subtree(object).first ?? object].hasPrefix("ex-")
            {
                // "former wife of Vos": who is no relative now, was one; a mother who was one stays one.
                let isOver = isPast && (relation.name != "relativeOf" || clause(of: noun) == nil)
                guard let name = isOver ? RoleClaims.pastRelations[relation.name] : relation.name else { continue }
                return [
                    context.claim(
                        predicate: (clause(of: noun)?.copulas ?? []) + [noun], relation: name, isNamed: true,
                        subject: bearer, object: .phrase(context.argument(object)), status: status,
                        tense: isPast ? .past : .present)
                ]
            }
        }
        return []
    }

    /// "a director of the bank", "Senate minority leader", "its advocacy director": one of several, or the head of a part.
    private func isHighest(_ noun: Int) -> Bool {
        tree.children(noun).allSatisfy { child in
            switch tree.labels[child] {
            case .determiner:
                !(["a", "an", "another", "one"].contains(tree.words[child])
                    && ["director", "president", "head", "chief", "commander", "leader"].contains(tree.lemmas[noun]))
            // "Senate Minority Leader": of those who are fewer.
            case .compound where ["minority", "majority", "opposition"].contains(tree.words[child]): false
            case .compound where context.isName(child) && Lexicon.title(tree.tokens[child].form) == nil: true
            case .compound, .adjectivalModifier:
                !RoleClaims.lesser.contains(tree.words[child]) && !RoleClaims.parts.contains(tree.words[child])
            default: true
            }
        }
    }

    /// "Harbour's works council chief", "the party's Lund leader", "the party's leader in Lund", "the union's head of tax": the
    /// head of a part is not the head of the whole.
    private func isWhole(_ noun: Int, _ object: Int) -> Bool {
        guard [.possessor, .compound].contains(tree.labels[object]), !EntityTypes.isPlace(context.type(object)) else {
            return true
        }
        if tree.labels[object] == .compound, tree.children(noun, .possessor).contains(where: { context.isName($0) }) {
            return false
        }
        let isOfPart = tree.children(noun).contains { part in
            part > noun && tree.labels[part].isNominalModifier && !context.dates.isTime(part)
                && ["of", "in", "at", "for", "on"].contains(tree.prepositionWord(part) ?? "")
        }
        if isOfPart { return false }
        return tree.labels[object] != .possessor
            || !tree.children(noun, .compound).contains {
                context.isName($0) && Lexicon.title(tree.tokens[$0].form) == nil
                    || tree.tokens[$0].upos == "NOUN"
                        && !["party", "team", "company", "club", "group"].contains(tree.lemmas[$0])
                        && Lexicon.title(tree.tokens[$0].form + " " + tree.tokens[noun].form) == nil
            }
    }

    /// "the Maltese-American president": neither half says of which country.
    private func isHalf(_ object: Int) -> Bool {
        object > 1 && ["-", "–"].contains(tree.words[object - 1])
            && tree.tokens[object].range.lowerBound == tree.tokens[object - 1].range.upperBound
            && tree.tokens[object - 1].range.lowerBound == tree.tokens[object - 2].range.upperBound
    }

    /// "his army chief": who is his, leads not him.
    private func isSomebodys(_ object: Int) -> Bool {
        ["his", "her", "my", "your"].contains(tree.words[object]) || EntityTypes.isPerson(context.type(object))
    }

    private static let parts: Set<String> = [
        "minority", "majority", "opposition", "associate", "regional", "country", "section", "assistant", "co",
        "news", "program", "programme", "communications", "operations", "research", "policy", "sports", "medical",
        "legal", "finance", "financial", "marketing", "advocacy", "technical", "scientific", "digital", "artistic",
        "technology", "information", "security", "press", "media", "creative", "musical", "editorial", "athletic",
        "emergencies", "emergency", "campaign", "crisis", "health", "science", "funeral", "film", "project",
    ]

    /// "Maltese scientist", "Lund police officer": a country's or a town's people serve it only in its offices.
    private func mayServe(_ noun: Int, _ object: Int) -> Bool {
        guard EntityTypes.isPlace(context.type(object)) else { return true }
        return ![
            "scientist", "researcher", "professor", "analyst", "officer", "engineer", "reporter", "executive", "expert",
        ]
        .contains(tree.lemmas[noun])
    }

    /// "Lund emergency spokesman", "Maltese presidential spokesman": who speaks for a service or an office does not speak for
    /// the town or the country.
    private func isPlaceOfService(_ noun: Int, _ object: Int) -> Bool {
        guard EntityTypes.isPlace(context.type(object)) || tree.tokens[object].upos == "ADJ",
            [.compound, .adjectivalModifier].contains(tree.labels[object]),
            ["spokesman", "spokeswoman", "spokesperson"].contains(tree.lemmas[noun])
        else { return false }
        return tree.children(noun).contains {
            $0 > object && $0 < noun && [.compound, .adjectivalModifier].contains(tree.labels[$0])
                && !RoleClaims.ofPlaces.contains(tree.lemmas[$0].lowercased())
        }
    }

    private static let ofPlaces: Set<String> = [
        "government", "state", "city", "council", "police", "official", "deputy", "chief", "senior", "main", "top",
    ]

    /// "Maltese police chief", "Malta's opposition leader": only who is the head of a country leads it, and nobody does whose
    /// title says what else he or she heads.
    private func mayLead(_ noun: Int, _ object: Int) -> Bool {
        guard EntityTypes.isPlace(context.type(object)) else { return true }
        guard RoleClaims.heads.contains(tree.lemmas[noun]) else { return false }
        return tree.children(noun).allSatisfy { child in
            switch tree.labels[child] {
            case .compound: child == object || tree.words[child] == "prime"
            case .adjectivalModifier: child == object || !RoleClaims.lesser.contains(tree.words[child])
            default: true
            }
        }
    }

    private static let heads: Set<String> = [
        "president", "leader", "ruler", "king", "queen", "monarch", "emperor", "emir", "sultan", "chancellor",
        "premier",
        "minister", "dictator", "head", "governor", "mayor",
    ]

    private static let lesser: Set<String> = [
        "vice", "deputy", "assistant", "military", "spiritual", "religious", "political", "conservative", "liberal",
        "labour", "social", "local", "parliamentary", "supreme-court",
    ]

    private func objects(of noun: Int, _ preposition: String) -> [Int] {
        tree.children(noun).filter { child in
            switch tree.labels[child] {
            case .nominalModifier, .unmarkedModifier:
                // "US ambassador to Malta": for the US. "the head of state": of what, is said elsewhere.
                tree.prepositionWord(child) == preposition && preposition != "to"
                    && !(["state", "government"].contains(tree.words[child])
                        && tree.children(child).allSatisfy { [.preposition, .determiner].contains(tree.labels[$0]) })
            case .possessor: true
            // "a Toronto lawyer": where from, not for whom.
            case .compound, .adjectivalModifier:
                EntityTypes.isPlace(context.type(child)) || context.type(child) == "Country"
                    ? !["lawyer", "attorney"].contains(tree.lemmas[noun]) : EntityTypes.isAgent(context.type(child))
            default: false
            }
        }
    }

    private func roleStatus(_ noun: Int) -> Status {
        var status = context.modifierStatus(noun)
        if clause(of: noun) != nil, let index = context.analysis.clauseIndex(containing: noun) {
            status = context.statuses.statuses[index]
        }
        for child in tree.children(noun, .adjectivalModifier) {
            switch tree.words[child] {
            case "alleged", "suspected", "accused", "purported", "supposed", "self-styled": status.weaken(.hedged)
            case "future", "incoming", "would-be", "aspiring", "prospective", "designate": status.weaken(.unrealised)
            default: break
            }
        }
        return status
    }

    /// "former mayor", "ex-mayor", "the mayor until 2010", "was mayor": a role held no more.
    private func isPast(_ noun: Int) -> Bool {
        if let clause = clause(of: noun), context.isOver(clause) { return true }
        // "former US Vice President Ana Holm": wherever the tree hangs it, it stands before the title.
        let head = tree.heads[noun]
        if tree.labels[noun] == .title, head >= 0 {
            let start = tree.subtree(head).first ?? noun
            for token in start..<max(start, noun) where ["former", "ex", "then"].contains(tree.words[token]) {
                // "former candidate Senator Ana Holm": of two titles the first is meant.
                let described = tree.heads[token]
                let isOthers = described >= 0 && described < noun && tree.labels[described] == .title
                if !tree.children(noun, .adjectivalModifier).contains(token), !isOthers { return true }
            }
        }
        if tree.children(noun).contains(where: { child in
            switch tree.labels[child] {
            case .adverb: ["formerly", "previously", "once"].contains(tree.words[child])
            case .adjectivalModifier: RoleClaims.past.contains(tree.words[child])
            case .nominalModifier, .oblique, .unmarkedModifier: isPastTime(child)
            default: false
            }
        }) {
            return true
        }
        if endsBefore(noun) { return true }
        let own = tree.subtree(noun).filter { $0 <= noun }
        return own.contains { token in
            tree.words[token].hasPrefix("ex-") && !["ex-wife", "ex-husband"].contains(tree.words[token])
        } || own.contains { $0 > 1 && tree.words[$0 - 1] == "-" && tree.words[$0 - 2] == "ex" }
    }

    /// "president of the council until earlier this year,": wherever the tree hangs it.
    private func endsBefore(_ noun: Int) -> Bool {
        guard tree.labels[noun] == .apposition,
            let until = (noun + 1..<tree.count).first(where: { ["until", ",", "till", ";"].contains(tree.words[$0]) }),
            ["until", "till"].contains(tree.words[until]), until + 1 < tree.count
        else { return false }
        return ["earlier", "last", "recently", "yesterday"].contains(tree.words[until + 1])
    }

    /// "at the time of the breach", "until 2010".
    private func isPastTime(_ phrase: Int) -> Bool {
        switch tree.prepositionWord(phrase) {
        case "at": tree.lemmas[phrase] == "time"
        case "until", "till": tree.tokens[phrase].upos == "NUM"
        default: false
        }
    }

    private static let past: Set<String> = [
        "former", "ex", "late", "onetime", "one-time", "then", "erstwhile", "ousted", "deposed", "disgraced", "toppled",
    ]

    private static let honorifics: Set<String> = [
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dame", "madam", "lord", "lady", "dr", "dr.", "st",
        "st.",
        "saint",
    ]
}
