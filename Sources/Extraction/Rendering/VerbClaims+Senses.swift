import English

/// "was left alone" is no leaving, "opened fire" no opening, "took 22 minutes" no taking of power.
///
/// The senses of a verb that its objects, its complements and its voice tell apart.
extension VerbClaims {
    /// Whether the verb stands in the pattern's sense: "was left alone" is no leaving, "known as" no knowing, "was called"
    /// no calling, "opened fire" no opening.
    func isSense(_ pattern: RelationPattern, _ relation: String, _ clause: Clause) -> Bool {
        let lemma = tree.lemmas[clause.head]
        // "The court heard that he fled": said to it; who hears a verdict says nothing.
        if lemma == "hear", pattern.complement == .that {
            return clause.subjects.contains { VerbClaims.hearing.contains(tree.lemmas[$0]) }
        }
        // "The drug aims to help": a thing plans nothing.
        if lemma == "aim", relation == "plans" {
            return clause.subjects.allSatisfy { context.isActor($0) || isTelling($0) }
        }
        // "The walls point to its age": a sign raises nothing.
        if relation == "raisedIssue", lemma == "point", pattern.preposition == "to" {
            return clause.subjects.contains { EntityTypes.isAgent(context.type($0)) }
        }
        // "a ship named Holm", but "was named minister"
        if pattern.head == "be_named" { return !isAppointing(pattern, clause) }
        // "met with criticism at home": who meets with something has not met there.
        if lemma == "meet", pattern.complement == .alone || ["in", "at"].contains(pattern.preposition ?? "") {
            return !clause.obliques.contains { $0.preposition == "with" }
        }
        // "calls for a truce grew louder": only what has a measure rises without one.
        if ["rose", "declined"].contains(relation), pattern.complement == .alone {
            return clause.subjects.allSatisfy { EntityTypes.fits(context.type($0), ["Event"]) }
        }
        guard pattern.words.isEmpty, pattern.restriction.isEmpty, pattern.complement == .none, !pattern.isPassive
        else { return true }
        if Idioms.isIdiom(clause, in: tree) { return false }
        // "Unrest continued with a chant": only who acts goes on with something.
        if relation == "continues", pattern.preposition == "with" {
            return clause.subjects.contains { context.isActor($0) }
        }
        switch lemma {
        case "leave":
            // "left him alone", "left a family in ruin": leaving people is no departure.
            // "leaves a trail of destruction": what is left behind was not there before.
            let isParted = clause.objects.first.map {
                EntityTypes.isPerson(context.type($0)) || context.type($0) == "Group" || isIndefinite($0)
            }
            // "left homes without power"
            let isResult = clause.obliques.contains { ["with", "without", "as"].contains($0.preposition ?? "") }
            return clause.openComplements.isEmpty && !isResult && !clause.objects.contains(where: isLabelled)
                && (relation == "leftBehind"
                    ? !clause.objects.contains { VerbClaims.written.contains(tree.lemmas[$0]) }
                        && clause.objects.contains(where: isIndefinite) && !clause.objects.contains(where: isDoing)
                    : !clause.isPassive && isParted != true)
        case "reveal":
            // "The flood receded, revealing the damage": nobody says it.
            return relation != "announced" || tree.tokens[clause.head].xpos != "VBG" || !clause.auxiliaries.isEmpty
        case "cut":
            // "cut short a trip", "cut ties": nothing is made less.
            return !clause.objects.isEmpty && !tree.words.dropFirst(clause.head + 1).prefix(3).contains("short")
                && !clause.objects.contains { ["tie", "link", "deal", "ribbon"].contains(tree.lemmas[$0]) }
        case "come" where pattern.preposition == "under":
            return clause.obliques.contains {
                $0.preposition == "under" && VerbClaims.pressures.contains(tree.lemmas[$0.head])
            }
        case "have":
            // "has the union concerned": nobody has the union.
            return clause.openComplements.allSatisfy { tree.isVerb($0) && tree.tokens[$0].xpos != "VBN" }
                && !clause.objects.contains(where: isLabelled)
        case "reach" where relation == "hasCount":
            // "Food reached thousands of people", "aid reached 300 villages": things are counted by a toll or a number.
            let isOfThings = clause.objects.contains {
                !context.quantities.isMeasure($0) && tree.tokens[$0].upos != "NUM"
            }
            // "The founder reached the top three": nobody is a number.
            return !clause.subjects.contains { EntityTypes.isPerson(context.type($0)) }
                && (!isOfThings || clause.subjects.contains { VerbClaims.counts.contains(tree.lemmas[$0]) })
        case "count":
            // "counts most voters as friends": what they are held to be.
            return !clause.obliques.contains { $0.preposition == "as" }
        case "rule":
            // "was ruled out of the match"
            return !clause.isPassive || clause.agent != nil
        case "get":
            // "got them to stop", "got into trouble"
            return clause.openComplements.isEmpty && clause.particles.isEmpty
                && !clause.obliques.contains { ["into", "to", "out_of", "off"].contains($0.preposition ?? "") }
        case "deliver":
            // "delivered a speech", "delivered a verdict": nothing is sent.
            return !clause.objects.contains { VerbClaims.uttered.contains(tree.lemmas[$0]) }
        case "strike", "hit":
            // "was struck by a car": a car attacks nobody; "strike a balance".
            if clause.objects.contains(where: { ["balance", "chord", "record", "note"].contains(tree.lemmas[$0]) }) {
                return false
            }
            if relation == "hit" { return true }
            let agents = clause.isPassive ? clause.agent.map { [$0.head] } ?? [] : clause.subjects
            return !agents.contains { VerbClaims.vehicles.contains(tree.lemmas[$0]) }
        case "carry":
            // "stations carried commercials"
            return !clause.objects.contains {
                ["commercial", "ad", "advertisement", "story", "report"].contains(tree.lemmas[$0])
            }
        case "vacate":
            // "vacated the conviction": nobody leaves a place.
            return clause.objects.contains { EntityTypes.isPlace(context.type($0)) }
        case "raise" where relation == "raised": return clause.objects.contains(where: isSum)
        case "raise":
            // "raised funds", "raised questions", "raised $2 million": what was not there before is not more than it was.
            return !clause.objects.contains { VerbClaims.brought.contains(tree.lemmas[$0]) || isSum($0) }
        case "expand": return !clause.obliques.contains { $0.preposition == "to" || $0.preposition == "into" }
        case "stop", "halt", "end", "finish", "address":
            return clause.objects.first.map {
                !EntityTypes.isPerson(context.type($0)) && context.type($0) != "Group"
            } ?? true
        case "finish" where !clause.openComplements.isEmpty:
            // "finished runner-up"
            return false
        case "travel", "head", "fly", "drive", "sail":
            // "had been travelling to Lund": nobody has arrived.
            return tree.tokens[clause.head].xpos != "VBG"
        case "find" where clause.objects.contains(where: { VerbClaims.foundState.contains(tree.lemmas[$0]) }):
            // "found early success": nothing is discovered.
            return false
        case "find" where clause.isPassive && clause.agent == nil:
            // "are found in rivers": there they are.
            return !clause.auxiliaries.contains { ["is", "are"].contains(tree.words[$0]) }
        case "find", "see", "keep":
            return clause.openComplements.isEmpty
                && !clause.objects.contains { isLabelled($0) || tree.words[$0].hasSuffix("selves") }
        case "identify":
            // "identified the suspect as Jan Vos": nobody is found.
            return !clause.obliques.contains { $0.preposition == "as" }
        case "take":
            // "took 22 minutes", "took office"
            return clause.objects.contains { isDuration($0) }
        case "appear": return clause.contents.isEmpty && clause.openComplements.isEmpty
        case "claim":
            // "claimed the title", "claimed lives"
            return !clause.objects.contains { VerbClaims.claimed.contains(tree.lemmas[$0]) }
        case "run":
            // "ran two miles", "ran a red light"
            return !clause.objects.contains {
                context.quantities.isMeasure($0) || VerbClaims.notOperated.contains(tree.lemmas[$0])
            }
        case "locate": return !(clause.isPassive && clause.agent == nil)
        case "fear":
            // "Dozens are feared dead."
            return !clause.isPassive
        case "deny":
            // "denied them a victory": nobody says that anything is false.
            return clause.indirectObjects.isEmpty
        case "treat": return !clause.obliques.contains { $0.preposition == "as" || $0.preposition == "like" }
        case "shoot":
            // "shot a video"
            return !clause.objects.contains { VerbClaims.filmed.contains(tree.lemmas[$0]) }
        case "make":
            // "made sure", "made it hard": nothing is made.
            return clause.openComplements.isEmpty && clause.indirectObjects.isEmpty
                && !clause.objects.contains { VerbClaims.lightNouns.contains(tree.lemmas[$0]) || isLabelled($0) }
        case "put", "place", "lay":
            // "put pressure on", "laid charges": nothing is put anywhere.
            return clause.particles.isEmpty
                && !clause.objects.contains { VerbClaims.unplaced.contains(tree.lemmas[$0]) }
        case "bring": return clause.particles.isEmpty
        case "like":
            // "would like a word"
            return !clause.auxiliaries.contains { ["would", "'d", "’d"].contains(tree.words[$0]) }
        case "belong" where relation == "memberOf":
            // "The territory belonged to Malta": a place is no member.
            return !clause.subjects.contains { EntityTypes.isPlace(context.type($0)) }
        case "join":
            // "was joined by her husband": nobody is a member of somebody.
            return !clause.subjects.contains { clause.isPassive && EntityTypes.isPerson(context.type($0)) }
                && !clause.objects.contains { EntityTypes.isPerson(context.type($0)) }
        case "name" where !clause.isPassive:
            // "Police named the victim as Jan Vos": nobody is appointed a name.
            if clause.obliques.contains(where: { $0.preposition == "as" && tree.tokens[$0.head].upos == "PROPN" }) {
                return false
            }
            return clause.objects.first.map { EntityTypes.isPerson(context.type($0)) } ?? true
        case "know", "call", "name", "dub", "label", "term":
            return !(clause.isPassive && clause.agent == nil && !isAppointing(pattern, clause))
        default: return true
        }
    }

    private static let pressures: Set<String> = [
        "fire", "attack", "pressure", "criticism", "scrutiny", "investigation", "suspicion", "assault", "strain",
        "threat",
    ]

    /// "The report aims to show": what people write speaks for them.
    private func isTelling(_ subject: Int) -> Bool {
        ["WP", "WDT", "PRP"].contains(tree.tokens[subject].xpos) || tree.tokens[subject].upos == "PROPN"
            || VerbClaims.telling.contains(tree.lemmas[subject])
    }

    private static let telling: Set<String> = [
        "report", "statement", "study", "survey", "poll", "document", "letter", "analysis", "review", "paper", "source",
        "memo", "article", "email", "e-mail", "message", "research", "assessment", "census", "record", "law", "bill",
        "plan", "programme", "program", "project", "campaign", "initiative", "policy", "reform", "scheme", "agreement",
        "treaty", "resolution", "deal", "order", "measure", "legislation", "strategy",
    ]

    /// "made the surface smooth": an adjective behind the object says what it is made.
    private func isLabelled(_ object: Int) -> Bool {
        tree.children(object, .adjectivalModifier).contains { $0 > object }
            || tree.subtree(object).last.map {
                $0 > object && tree.labels[$0] == .adjectivalModifier && $0 > tree.heads[$0]
            }
                ?? false
    }

    /// "spent seven years filming"
    func isTimeSpent(_ clause: Clause) -> Bool {
        tree.lemmas[clause.head] == "spend" && clause.objects.contains(where: isDuration)
    }

    /// "$2 million", "30 million euros", "65% of the income"
    private func isSum(_ object: Int) -> Bool {
        if context.quantities.isPercent(object) { return tree.has(object, .nominalModifier) }
        return QuantityReader.currencies[tree.words[object]] != nil
            || Lexicon.unit(tree.words[object])?.kind == .currency && context.quantities.quantity(at: object) != nil
    }

    private func isDuration(_ object: Int) -> Bool {
        context.quantities.isMeasure(object) && Lexicon.unit(tree.words[object])?.kind == .time
    }

    /// "a trail", "scars": a common noun with an indefinite article or none.
    private func isIndefinite(_ head: Int) -> Bool {
        guard tree.tokens[head].upos == "NOUN" else { return false }
        let article = tree.children(head).first { tree.labels[$0] == .determiner || tree.labels[$0] == .possessor }
        guard let article else {
            return !["office", "school", "home", "hospital", "work", "prison", "politics", "town", "government"]
                .contains(tree.lemmas[head])
        }
        return ["a", "an", "some"].contains(tree.words[article])
    }

    /// "was named minister" appoints somebody, "a ship named Holm" does not.
    private func isAppointing(_ pattern: RelationPattern, _ clause: Clause) -> Bool {
        guard tree.lemmas[clause.head] == "name", clause.link != .adnominalClause else { return false }
        return clause.subjects.contains { EntityTypes.isPerson(context.type($0)) }
    }

    /// "leaving 50 workers seeking jobs": what it left them doing.
    private func isDoing(_ object: Int) -> Bool {
        tree.children(object, .adnominalClause).contains { $0 > object && tree.tokens[$0].xpos == "VBG" }
    }

    /// What is left to be read.
    private static let written: Set<String> = ["comment", "message", "note", "review", "impression", "voicemail"]
    private static let counts: Set<String> = [
        "toll", "number", "total", "count", "figure", "tally", "population", "membership", "attendance", "crowd",
        "death",
    ]
    private static let hearing: Set<String> = [
        "court", "tribunal", "jury", "inquest", "hearing", "inquiry", "trial", "commission", "committee", "parliament",
    ]

    private static let uttered: Set<String> = [
        "speech", "address", "remark", "sermon", "lecture", "verdict", "judgment", "judgement", "ruling", "baby",
        "blow", "victory", "performance", "statement", "message", "budget", "promise", "result", "eulogy",
    ]

    private static let foundState: Set<String> = [
        "success", "work", "way", "employment", "refuge", "shelter", "fame", "love", "solace", "peace", "comfort",
        "favour",
        "favor", "support", "happiness", "ground", "justification", "asylum", "job", "inspiration", "acclaim",
        "popularity", "sanctuary",
    ]

    private static let claimed: Set<String> = [
        "life", "victim", "title", "crown", "medal", "victory", "place", "benefit", "seat", "prize", "win", "gold",
        "silver", "bronze", "wicket",
    ]

    private static let unplaced: Set<String> = [
        "pressure", "emphasis", "stress", "end", "stop", "halt", "effort", "question", "trust", "strain", "focus",
        "onus", "blame", "value", "limit", "money", "name", "bid", "charge", "claim", "groundwork", "egg",
        "foundation", "hold", "faith", "burden", "priority", "siege", "vote",
    ]

    private static let filmed: Set<String> = [
        "video", "film", "scene", "footage", "photo", "photograph", "picture", "movie", "episode", "documentary",
    ]

    /// Nouns that say what is done beside "make" ("made an effort").
    private static let lightNouns: Set<String> = [
        "effort", "attempt", "progress", "way", "sense", "difference", "point", "use", "sure", "headline", "mistake",
        "contact", "appearance", "debut", "return", "visit", "trip", "call", "move", "start", "contribution",
        "discovery", "impact", "history", "fun", "choice", "note", "reference", "turn", "exception", "gain", "comeback",
        "landfall", "arrest", "journey", "entry", "exit", "bid", "case", "arrangement", "announcement", "commitment",
        "promise", "pledge", "request", "demand", "appeal", "claim", "allegation", "accusation",
    ]

    private static let notOperated: Set<String> = [
        "light", "risk", "race", "marathon", "errand", "story", "article", "ad", "advertisement", "gauntlet", "lap",
        "fever", "deficit", "surplus", "temperature",
    ]

    private static let vehicles: Set<String> = [
        "car", "vehicle", "truck", "lorry", "bus", "train", "tram", "van", "motorcycle", "bicycle", "tractor", "boat",
        "ship", "plane", "aircraft", "taxi", "driver", "motorist",
    ]

    private static let brought: Set<String> = [
        "fund", "money", "question", "issue", "concern", "doubt", "alarm", "allegation", "claim", "fear", "hope",
        "possibility", "prospect", "point", "objection", "awareness", "suspicion", "cash", "capital", "child", "voice",
        "flag", "hand", "charge",
    ]
}
