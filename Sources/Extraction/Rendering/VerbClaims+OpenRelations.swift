import English

/// Claims on the verb's own words, where no relation of the vocabulary fits.
extension VerbClaims {
    /// Verbs that only pass on what they govern ("continue to", "fail to"): they state nothing of their own.
    func isTransparent(_ clause: Clause) -> Bool {
        let lemma = tree.lemmas[clause.head]
        guard let complement = clause.openComplements.first, clause.objects.isEmpty,
            tree.isVerb(complement) || tree.children(complement, .marker).contains(where: { tree.words[$0] == "to" })
        else {
            return false
        }
        switch ComplementTable.infinitive[lemma] {
        case .asGovernor where clause.isPassive: return false
        case .asGovernor, .future, .hedged, .negated: return true
        default:
            return lemma == "have" || lemma == "need" || lemma == "go"
                || clause.isPassive && VerbClaims.expecting.contains(lemma)
        }
    }

    private static let expecting: Set<String> = [
        "schedule", "slate", "set", "expect", "suppose", "believe", "say", "report", "think", "mean", "bind", "poise",
        "understand", "allege", "know", "find", "see",
    ]

    /// "was able to leave", "is due to leave": what is said is in the infinitive.
    func isTransparentAdjective(_ clause: Clause) -> Bool {
        guard clause.kind == .copula, tree.tokens[clause.head].upos == "ADJ",
            clause.openComplements.contains(where: { tree.isVerb($0) })
        else { return false }
        switch ComplementTable.adjective[tree.lemmas[clause.head]] {
        case .asGovernor: return tree.lemmas[clause.head] == "able"
        case .future, .hedged, .negated: return true
        default: return false
        }
    }

    /// "began to show up": the verbs that only pass on what they govern are part of the relation's words.
    func passedOn(to clause: Clause) -> [Int] {
        var words: [Int] = []
        var at = clause
        while at.link == .openComplement, let parent = at.parent {
            let governor = context.analysis.clauses[parent]
            guard governor.head == tree.heads[at.head],
                governor.kind == .verb && isTransparent(governor) || isTransparentAdjective(governor)
            else { break }
            words += governor.auxiliaries + governor.copulas + [governor.head]
            words += at.marks.filter { tree.words[$0] == "to" }
            at = governor
        }
        return words
    }

    func open(_ clause: Clause, _ frame: VerbFrame, _ index: Int, predicate: [Int]) -> [Claim] {
        guard !frame.agents.isEmpty || !frame.patients.isEmpty else { return [] }
        var status = context.statuses.statuses[index]
        if !status.isNegated, context.isAlternative(clause.subjects + clause.objects) || context.isAlleged(clause) {
            status.weaken(.hedged)
        }
        let tense = context.tense(of: clause)
        let isReversed = clause.isPassive && frame.agents.isEmpty
        let agents = isReversed ? clause.subjects : frame.agents
        let subjects = context.members(of: agents, in: clause).filter(isArgument)
        // "Removing the dam would help": what acts is a clause, so nobody is the subject, and it is no fact.
        let isClausal = subjects.isEmpty && clause.subjects.contains { tree.isVerb($0) }
        guard !subjects.isEmpty || isClausal else { return [] }
        let participle = isReversed ? tree.words[clause.head] : nil
        let deed = PassiveClaims(context: context).deed(of: clause)
        var particles = clause.particles.map { tree.words[$0] }
        let directions = directions(of: clause)
        particles += directions.map { tree.words[$0] }
        if let idiom = Idioms.noun(of: clause, in: tree) { particles.append(tree.words[idiom]) }
        var used = Set(clause.subjects)
        var predicate = predicate + directions
        var objects: [ClaimObject] = []
        var isDebris = false
        var preposition: String?
        var direct = isReversed ? clause.objects : frame.patients
        if isReversed, direct.isEmpty, PassiveRule.names.contains(tree.lemmas[clause.head]) {
            direct = clause.openComplements.filter { tree.isNominal($0) }
        }
        // "tilted an hour before it sank": when, not what.
        if !VerbClaims.timeTakers.contains(tree.lemmas[clause.head]) {
            direct.removeAll { context.dates.isTime($0) && !tree.has($0, .nominalModifier) && !context.isName($0) }
        }
        let idiom = Idioms.noun(of: clause, in: tree)
        if let idiom {
            direct = []
            predicate.append(idiom)
            used.insert(idiom)
        }
        if let content = frame.content {
            objects = [contentObject(content, of: clause)]
            // "wept upon hearing that it was lost": nobody weeps that it was.
            isDebris =
                Lexicon.contains(tree.lemmas[clause.head], in: .intransitiveVerb)
                && ComplementTable.content[tree.lemmas[clause.head]] == nil && !context.quotation.isInside[content]
                || hasLostSubject(content, of: clause)
        } else if !direct.isEmpty {
            used.formUnion(direct)
            objects = withoutExtents(direct.flatMap(context.members)).filter { !isExpletive($0) }.map {
                context.object($0, for: nil, of: clause)
            }
            if let list = linked(direct, clause) { objects = [list] }
            if let free = direct.first.flatMap({ freeRelative($0, of: clause) }) { objects = [free] }
            if let whole = wholeObject(clause) {
                objects = [whole]
                if let complement = complementHead(of: clause) { used.insert(complement) }
            }
            if direct.count == 1,
                let whole = context.ranked(direct[0], behind: clause.adverbials + clause.openComplements),
                tree.lemmas[clause.head] == "become"
            {
                objects = [.text(Spans.text(whole, in: tree), whole)]
            }
            // "the countries they said were involved": nobody says a thing; "placed the storm" has lost where.
            isDebris = hasLostPlace(clause) || hasLostLabel(clause, objects)
            if case .phrase = objects.first, direct.contains(where: { tree.words[$0] == "what" }) { isDebris = true }
        } else if let deed {
            preposition = tree.words[deed.preposition]
            predicate.append(deed.preposition)
            objects = [.text(Spans.text(deed.words, in: tree), deed.words)]
        } else if let complement = clause.openComplements.first {
            var span = Spans.content(complement, in: tree)
            if tree.tokens[complement].upos == "ADJ" {
                let phrase = statePhrase(complement, span, of: clause)
                span = phrase.words
                if let head = phrase.head { used.insert(head) }
            }
            // "died trying to climb": how, not what.
            let isManner =
                tree.tokens[complement].xpos == "VBG"
                && ComplementTable.infinitive[tree.lemmas[clause.head]] == nil && !clause.isPassive
                // "mentions founding a school": what is mentioned.
                && (ComplementTable.content[tree.lemmas[clause.head]] == nil || complement != clause.head + 1)
            if tree.children(complement, .marker).contains(where: { tree.words[$0] == "to" }) { preposition = "to" }
            if tree.isNominal(complement), !tree.isVerb(complement) {
                preposition = tree.prepositionWord(complement)
            }
            if !isManner { objects = [stateObject(complement, span)] }
        } else if let purpose = endeavour(of: clause) {
            preposition = "to"
            let span = Spans.content(purpose, in: tree)
            objects = [stateObject(purpose, span)]
        } else if let phrase = object(among: clause) {
            preposition = phrase.preposition
            predicate += phrase.prepositionTokens
            used.insert(phrase.head)
            objects = context.members(phrase.head).map { context.object($0, for: nil, of: clause) }
            if let list = list(phrase) { objects = [list] }
            if let whole = wholeObject(clause) {
                objects = [whole]
                if let complement = complementHead(of: clause) { used.insert(complement) }
            }
        }
        // "said on the floor", "the countries they said were involved": nobody says a thing.
        if tree.lemmas[clause.head] == "say", frame.content == nil { isDebris = true }
        if objects == [.none] {
            // "making it unavailable": what is made so is only a pronoun.
            isDebris = true
        } else if objects.isEmpty, let last = directions.last, ["next", "close"].contains(tree.words[last]) {
            // "standing next to each other": next to whom is lost.
            isDebris = true
            objects = [.none]
        } else if objects.isEmpty {
            // "The agency announces": the tree has lost what; a passive has lost nothing, but for "is involved".
            // So has one of which only "there" or "how" tells the rest ("the mill, where she works there").
            isDebris =
                isReversed
                ? particles.isEmpty && PassiveClaims.needingMore.contains(tree.lemmas[clause.head])
                : particles.isEmpty && !Lexicon.contains(tree.lemmas[clause.head], in: .intransitiveVerb)
                    || clause.adverbs.contains { VerbClaims.standIns.contains(tree.words[$0]) }
            objects = [.none]
        } else if case .quantity(let quantity, _) = objects[0], quantity.unit == nil,
            !Lexicon.contains(tree.lemmas[clause.head], in: .measuringVerb)
        {
            isDebris = true
        }
        // "just as he had specified in his will": what, the clause before tells.
        if direct.isEmpty, frame.content == nil, hasOpenPlace(clause) || isEmptied(objects) { isDebris = true }
        var name = OpenRelationName.verb(
            lemma: tree.lemmas[clause.head], participle: participle, particles: particles, preposition: preposition)
        // "was announced to be": what undergoes the act does not do it.
        // "Vos was shot": without "was" the same word says that Vos shot.
        let isAmbiguous = (preposition == nil || deed != nil) && !PassiveRule.names.contains(tree.lemmas[clause.head])
        if let participle, isAmbiguous || context.vocabulary.relation(named: name) != nil {
            name = OpenRelationName.camelCase(["was", participle] + particles + [preposition].compactMap { $0 })
        }
        if let agent = clause.agent { used.insert(agent.head) }
        let qualifiers = Qualifiers.read(clause, except: used, status: status, in: context)
        // What is left of a clause whose parts the tree has lost is nobody's statement.
        let named = subjects.isEmpty || isDebris ? [nil] : subjects.map(Optional.some)
        return named.flatMap { subject in
            objects.map { object in
                context.claim(
                    predicate: predicate, relation: name, isNamed: false, subject: subject, object: object,
                    status: status, tense: tense, qualifiers: qualifiers)
            }
        }
    }

    /// "struggled on Thursday to resolve it": the infinitive says at what, wherever it stands behind the verb.
    private func endeavour(of clause: Clause) -> Int? {
        guard
            [
                "struggle", "fight", "scramble", "race", "rush", "hurry", "labour", "labor", "battle", "strive",
                "campaign",
                "fail", "volunteer", "compete", "conspire", "vie",
            ].contains(tree.lemmas[clause.head]), !clause.isPassive
        else { return nil }
        return clause.adverbials.first { infinitive in
            infinitive > clause.head && tree.tokens[infinitive].xpos == "VB"
                && tree.children(infinitive, .marker).contains { tree.words[$0] == "to" }
                && tree.children(infinitive, .marker).count == 1
        }
    }

    /// "tested positive for the virus", "pleaded guilty to stealing it": an adjective's words with the phrase right behind it
    /// that is no time or place, and the phrase's head.
    func statePhrase(_ state: Int, _ span: Range<Int>, of clause: Clause) -> (words: Range<Int>, head: Int?) {
        if let phrase = clause.obliques.first(where: { $0.prepositionTokens.first == span.upperBound }),
            !context.dates.isTime(phrase.head), phrase.preposition != "in", phrase.preposition != "at"
        {
            let high =
                context.members(phrase.head).map { Spans.phrase($0, in: tree).upperBound }.max() ?? phrase.head + 1
            return (span.lowerBound..<max(span.upperBound, high), phrase.head)
        }
        guard
            let deed = clause.adverbials.first(where: { deed in
                tree.tokens[deed].xpos == "VBG"
                    && tree.children(deed).contains {
                        $0 == span.upperBound && ["to", "of", "for"].contains(tree.words[$0])
                    }
            })
        else { return (span, nil) }
        return (span.lowerBound..<max(span.upperBound, Spans.content(deed, in: tree).upperBound), deed)
    }

    /// "became angry at the delay", "opted not to run": the complement's words.
    func stateObject(_ complement: Int, _ span: Range<Int>) -> ClaimObject {
        let isNegated = tree.children(complement, .adverb).contains { OwnMarks.negators.contains(tree.words[$0]) }
        let text = Spans.text(span, in: tree)
        return .text(isNegated && !text.hasPrefix("not") ? "not " + text : text, span)
    }

    /// "came down into a field", "pulled away in the second half", "came in second in Oslo": where to, or as what, is part of the
    /// verb's sense.
    func directions(of clause: Clause) -> [Int] {
        let first = (clause.particles.filter { $0 > clause.head }.max() ?? clause.head) + 1
        guard let adverb = clause.adverbs.first(where: { tree.subtree($0).first == first }),
            VerbClaims.directional.contains(tree.words[adverb])
                // "roared in to the bowler"
                || tree.words[adverb] == "in" && tree.words.indices.contains(adverb + 1)
                    && tree.words[adverb + 1] == "to"
        else { return [] }
        return Array(first...max(first, adverb))
    }

    /// Words that stand for where, why or how another sentence has told it.
    static let standIns: Set<String> = ["how", "why", "there", "here", "thus", "so", "accordingly", "therein"]

    private static let directional: Set<String> = [
        "back", "down", "up", "away", "out", "off", "forward", "together", "apart", "aside", "short", "home", "first",
        "second", "third", "fourth", "fifth", "last", "along", "over", "around", "backwards", "downhill", "uphill",
        "aground", "ashore", "adrift",
        "ablaze", "alongside", "next", "close",
    ]

    /// "called the law", "what he called madness": what somebody calls a thing that the text names is a label; without one it
    /// says nothing. "called an election" is another call.
    func hasLostLabel(_ clause: Clause, _ objects: [ClaimObject]) -> Bool {
        let lemma = tree.lemmas[clause.head]
        if VerbClaims.labelling.contains(lemma) || ["describe", "regard"].contains(lemma), !clause.isPassive,
            clause.objects.contains(where: { tree.words[$0] == "what" })
        {
            return true
        }
        guard ["call", "dub", "label", "term"].contains(lemma), !clause.isPassive, clause.particles.isEmpty,
            !clause.objects.isEmpty,
            case .phrase(let object)? = objects.first, object.head.sentence == context.index
        else { return false }
        if clause.objects.contains(where: { ["WP", "WDT"].contains(tree.tokens[$0].xpos) }) { return true }
        let head = object.head.token
        let isDefinite =
            tree.tokens[head].upos == "PRON" || context.isName(head)
            || tree.children(head).contains {
                tree.labels[$0] == .possessor
                    || tree.labels[$0] == .determiner
                        && ["the", "this", "that", "these", "those"].contains(tree.words[$0])
            }
        return isDefinite && !["police", "meeting", "strike"].contains(tree.lemmas[head])
    }

    /// "vary between a knife and a tool", "were listed as Vos, Holm and Lind": one of the list is not all of it.
    private func list(_ phrase: Oblique) -> ClaimObject? {
        let members = context.members(phrase.head)
        guard ["between", "as"].contains(phrase.preposition ?? ""), members.count > 1,
            let low = members.map({ Spans.phrase($0, in: tree).lowerBound }).min(),
            let high = members.map({ Spans.phrase($0, in: tree).upperBound }).max()
        else { return nil }
        let words = closed(low..<high)
        return .text(Spans.text(words, in: tree), words)
    }

    func hasLostPlace(_ clause: Clause) -> Bool {
        // "left Holm as the nominee" has lost what she is left as.
        if tree.lemmas[clause.head] == "leave", clause.obliques.contains(where: { $0.preposition == "as" }) {
            return true
        }
        return ["place", "put", "position"].contains(tree.lemmas[clause.head]) && !clause.isPassive
            && clause.particles.isEmpty
            && !clause.obliques.contains { ($0.preposition ?? "of") != "of" }
    }

    /// "placed the storm 75 miles north of Lund": beside an object, how far and how long is no second one.
    func withoutExtents(_ objects: [Int]) -> [Int] {
        let things = objects.filter { !isExtent($0) }
        return things.isEmpty ? objects : things
    }

    private func isExtent(_ object: Int) -> Bool {
        guard context.quantities.isMeasure(object) else { return false }
        let kind = Lexicon.unit(tree.words[object])?.kind
        return kind == .length || kind == .time || kind == .currency
    }

    /// Relations whose object says little without what it is made or allowed to do.
    static let half: Set<String> = [
        "allowed", "requires", "causes", "made", "keeps", "calls", "considers", "described", "found", "discovered",
        "saw",
        "announced", "wants", "showed", "seeks", "urged", "accused", "banned", "warned", "calledFor", "asked", "told",
        "declared",
        "identified", "watched", "requested", "encouraged", "blamed", "suspects", "expects", "prompted", "persuaded",
        "advised", "invited", "created", "located", "noticed", "advocatesFor", "awaits",
    ]

    /// The phrase that stands as the object: the first behind the verb, else what a relative clause is said of ("Lund, where
    /// he studied").
    private func object(among clause: Clause) -> Oblique? {
        let phrases = clause.obliques.filter { isObject($0, clause) }
        return phrases.first { $0.head > clause.head } ?? phrases.first
    }

    /// "finished in second place", "in last place": which place is the result.
    private func isRank(_ noun: Int) -> Bool {
        tree.words[noun] == "place" && tree.has(noun, .adjectivalModifier)
    }

    /// Whether a prepositional phrase can stand as the object of an open relation: not a time, nor an aside.
    func isObject(_ phrase: Oblique, _ clause: Clause) -> Bool {
        // "fell by 0.3 percentage points"
        if phrase.preposition == "by", !clause.isPassive, context.quantities.quantity(at: phrase.head) != nil {
            return true
        }
        // "has stood by his claim"
        if phrase.preposition == "by", ["stand", "abide", "live", "swear", "stick"].contains(tree.lemmas[clause.head]),
            !clause.isPassive, phrase.head > clause.head, tree.isNominal(phrase.head), !phrase.isExtent,
            !context.dates.isTime(phrase.head)
        {
            return true
        }
        // "grew ahead of the vote": when, not what.
        if let first = phrase.prepositionTokens.first, first > 0, tree.words[first - 1] == "ahead",
            tree.words[first] == "of"
        {
            return false
        }
        // "followed by, according to reports, …"
        if phrase.preposition?.hasSuffix("according_to") ?? false { return false }
        // "won in addition to Malta": a preposition of several words.
        if VerbClaims.relational.contains(tree.words[phrase.head]),
            tree.children(phrase.head).allSatisfy({ tree.labels[$0] != .determiner }), !isRank(phrase.head)
        {
            return false
        }
        guard let preposition = phrase.preposition, !VerbClaims.asides.contains(preposition),
            phrase.head > clause.head || phrase.head == clause.antecedent,
            !context.dates.isTime(phrase.head), !tree.isRelativeWord(phrase.head),
            // "was diagnosed as obese"
            tree.isNominal(phrase.head) || preposition == "as" && tree.tokens[phrase.head].upos == "ADJ"
        else { return false }
        return !(clause.isPassive && preposition == "by")
    }
}
