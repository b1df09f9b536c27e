/// "leave a town", but "leave somebody alone"; "raise a price", but "raise a question"
///
/// Whether a verb stands in the sense that a relation of the vocabulary means.
extension VerbClaims {
    /// Whether the verb stands in the pattern's sense: "was left alone" is no leaving, "known as" no knowing, "was called"
    /// no calling, "opened fire" no opening.
    func isSense(_ pattern: RelationPattern, _ clause: Clause) -> Bool {
        let lemma = tree.lemmas[clause.head]
        // "The court heard that he fled": said to it; who hears a verdict says nothing.
        if lemma == "hear", pattern.complement == .that {
            return clause.subjects.contains { VerbClaims.hearing.contains(tree.lemmas[$0]) }
        }
        guard pattern.words.isEmpty, pattern.restriction.isEmpty, pattern.complement == .none else { return true }
        if Idioms.isIdiom(clause, in: tree) { return false }
        switch lemma {
        case "leave":
            // "left him alone", "left a family in ruin": leaving people is no departure.
            // "leaves a trail of destruction": what is left behind was not there before.
            let isParted = clause.objects.first.map {
                EntityTypes.isPerson(context.type($0)) || context.type($0) == "Group" || isIndefinite($0)
            }
            return !clause.isPassive && clause.openComplements.isEmpty && isParted != true
        case "get":
            // "got them to stop", "got into trouble"
            return clause.openComplements.isEmpty && clause.particles.isEmpty
                && !clause.obliques.contains { ["into", "to", "out_of", "off"].contains($0.preposition ?? "") }
        case "deliver":
            // "delivered a speech", "delivered a verdict": nothing is sent.
            return !clause.objects.contains { VerbClaims.uttered.contains(tree.lemmas[$0]) }
        case "strike", "hit":
            // "was struck by a car": a car attacks nobody.
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
        case "raise":
            // "raised funds", "raised questions": what was not there before is not more than it was.
            return !clause.objects.contains { VerbClaims.brought.contains(tree.lemmas[$0]) }
        case "observe" where pattern.complement != .none: return true
        case "expand": return !clause.obliques.contains { $0.preposition == "to" || $0.preposition == "into" }
        case "stop", "halt", "end", "finish", "address":
            return clause.objects.first.map {
                !EntityTypes.isPerson(context.type($0)) && context.type($0) != "Group"
            } ?? true
        case "travel", "head", "fly", "drive", "sail":
            // "had been travelling to Lund": nobody has arrived.
            return tree.tokens[clause.head].xpos != "VBG"
        case "find" where clause.objects.contains(where: { VerbClaims.foundState.contains(tree.lemmas[$0]) }):
            // "found early success": nothing is discovered.
            return false
        case "find"
        where clause.objects.contains(where: { object in
            tree.children(object, .adjectivalModifier).contains { $0 > object }
        }):
            // "found the banker guilty of fraud": nobody is discovered.
            return false
        case "find", "see", "keep": return clause.openComplements.isEmpty
        case "identify":
            // "identified the suspect as Jan Vos": nobody is found.
            return !clause.obliques.contains { $0.preposition == "as" }
        case "attend":
            // "attended law school": a school is no event.
            return !clause.objects.contains {
                ["school", "university", "college", "academy", "seminary", "class"].contains(tree.lemmas[$0])
                    || context.type($0) == "Organization"
            }
        case "belong":
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

    /// A verb with a particle is another lexeme: "set up" is no "set".
    func usesParticles(_ pattern: RelationPattern, _ clause: Clause) -> Bool {
        clause.particles.allSatisfy { pattern.words.contains(tree.words[$0]) || pattern.preposition == tree.words[$0] }
    }

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
        "favor", "support", "happiness", "asylum", "job", "inspiration", "acclaim", "popularity", "sanctuary",
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
