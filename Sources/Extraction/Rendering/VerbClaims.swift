/// "Malta seeks a permanent truce."; "The children were freed by police."
///
/// Claims of clauses with a verb: a relation of the vocabulary where a pattern fits, else an open one.
struct VerbClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    /// The claims of a clause, without those of the clauses inside it.
    func claims(of index: Int) -> [Claim] {
        var clause = context.analysis.clauses[index]
        if context.isSubjectDoubtful(of: clause) { clause.subjects = [] }
        if clause.isClausalPredicate(in: tree), tree.has(clause.head, .outerSubject) {
            // "The problem is that nobody knows": what is behind "is that" is a clause as any.
            clause.kind = .verb
            clause.copulas = []
        }
        guard clause.kind == .verb, !isContinuation(clause), !isCausative(clause),
            tree.tokens[clause.head].upos != "AUX" || !clause.subjects.isEmpty
        else {
            return []
        }
        let frame = VerbFrame(clause, in: context.analysis, paratacticContent: paratacticContent(of: index))
        let verb = clause.sharedAuxiliaries.isEmpty ? clause.auxiliaries + [clause.head] : [clause.head]
        let negations = clause.adverbs.filter { OwnMarks.negators.contains(tree.words[$0]) }
        let predicate = verb + clause.particles + negations + passedOn(to: clause)
        if let match = bestMatch(frame) {
            let claims = render(match, clause, index, predicate: predicate)
            guard clause.isPassive, clause.agent == nil, match.subjects.isEmpty else { return claims }
            return claims + PassiveClaims(context: context).claims(of: index, predicate: predicate)
        }
        guard !isTransparent(clause) else { return [] }
        return open(clause, frame, index, predicate: predicate)
    }

    /// "Ana Holm won 9 seats, followed by Jan Vos": the participle goes on with a list and states no following.
    private func isContinuation(_ clause: Clause) -> Bool {
        clause.isPassive && tree.words[clause.head] == "followed" && clause.auxiliaries.isEmpty
            && clause.agent != nil && clause.subjectOrigin != .own
    }

    /// "Holm had her home searched.": nobody says that she has it, nor that she searched it.
    private func isCausative(_ clause: Clause) -> Bool {
        guard tree.lemmas[clause.head] == "have", let object = clause.objects.first else { return false }
        let done = clause.openComplements + tree.conjuncts(object).flatMap { tree.children($0, .adnominalClause) }
        return done.contains {
            tree.tokens[$0].xpos == "VBN" && $0 > object
                && tree.children($0).allSatisfy { tree.labels[$0] == .punctuation }
        }
    }

    // MARK: - Relations of the vocabulary

    private func bestMatch(_ frame: VerbFrame) -> VerbFrame.Match? {
        var lenient: VerbFrame.Match?
        for pattern in context.vocabulary.verbPatterns[tree.lemmas[frame.clause.head]] ?? [] {
            let relation = context.vocabulary.relations[pattern.relation]
            guard usesParticles(pattern, frame.clause), isSense(pattern, frame.clause),
                let match = frame.match(pattern, relation: relation)
            else { continue }
            // Whoever says something can say it.
            let isSaying = relation.isSpeech && match.content != nil
            let subjectFits =
                isSaying || match.subjects.first.map { EntityTypes.fits(context.type($0), relation.domain) } ?? true
            let objectFits = match.objects.first.map { fits($0, relation) } ?? true
            if subjectFits && objectFits { return match }
            let isTime = match.objects.first.map { context.dates.isTime($0) } ?? false
            if subjectFits, lenient == nil, pattern.weight >= 8, !isTime { lenient = match }
        }
        return lenient
    }

    /// Whether the verb stands in the pattern's sense: "was left alone" is no leaving, "known as" no knowing, "was called"
    /// no calling, "opened fire" no opening.
    private func isSense(_ pattern: RelationPattern, _ clause: Clause) -> Bool {
        let lemma = tree.lemmas[clause.head]
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
        case "observe" where pattern.complement != .none: return true
        case "expand": return !clause.obliques.contains { $0.preposition == "to" || $0.preposition == "into" }
        case "stop", "halt", "end", "finish", "address":
            return clause.objects.first.map {
                !EntityTypes.isPerson(context.type($0)) && context.type($0) != "Group"
            } ?? true
        case "find", "see", "keep": return clause.openComplements.isEmpty
        case "name" where !clause.isPassive:
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
    private func usesParticles(_ pattern: RelationPattern, _ clause: Clause) -> Bool {
        clause.particles.allSatisfy { pattern.words.contains(tree.words[$0]) || pattern.preposition == tree.words[$0] }
    }

    private func fits(_ head: Int, _ relation: Relation) -> Bool {
        if context.dates.isTime(head), !context.quantities.isMeasure(head) { return relation.range.contains("Date") }
        if relation.takesQuantity, context.quantities.quantity(at: head) != nil { return true }
        if relation.range == ["Quantity"] { return false }
        if context.dates.isTime(head) { return relation.range.contains("Date") }
        return EntityTypes.fits(context.type(head), relation.range)
    }

    private func render(_ match: VerbFrame.Match, _ clause: Clause, _ index: Int, predicate: [Int]) -> [Claim] {
        let relation = context.vocabulary.relations[match.relation]
        var status = context.statuses.statuses[index]
        if !status.isNegated, context.isAlternative(match.subjects + match.objects) { status.weaken(.hedged) }
        let tense = context.tense(of: clause)
        let used = Set(match.used + match.subjects + match.objects)
        let qualifiers = Qualifiers.read(clause, except: used, status: status, in: context)
        let isCut = match.content.map(hasLostSubject) ?? false
        var subjects = isCut ? [] : match.subjects.flatMap(context.members).filter(isArgument)
        // "Vos and Holm won 45% and 40%, respectively.": each its own.
        let isRespective = tree.words.contains("respectively")
        var claims: [Claim] = []
        func add(_ subject: Int?, _ object: ClaimObject) {
            claims.append(
                context.claim(
                    predicate: predicate + match.predicate, relation: relation.name, isNamed: true, subject: subject,
                    object: object, status: status, tense: tense, qualifiers: qualifiers))
        }
        var objects: [ClaimObject] = []
        if let content = match.content {
            let span = contentSpan(content, of: clause)
            objects = [.text(contentText(content, span), span)]
        } else {
            let members = match.isAlone ? match.objects : match.objects.flatMap(context.members)
            let heads = members.filter { !isExpletive($0) && !isEmptyPronoun($0) }
            objects = heads.map { context.object($0, for: relation) }
            if VerbClaims.half.contains(relation.name), match.objects == clause.objects,
                let whole = wholeObject(clause)
            {
                objects = [whole]
                // "made it unavailable": what is made so is only a pronoun.
                if whole == .none { subjects = [] }
            }
        }
        if objects.isEmpty, relation.name == "died", let dead = subjects.first, subjects.count == 1,
            let count = context.quantities.quantity(at: dead)
        {
            // "At least 27 people died."
            objects = [.quantity(count, context.argument(dead))]
        }
        if objects.isEmpty, relation.isSymmetric, subjects.count == 2 {
            // "Biden and Xi met."
            add(subjects[0], .phrase(context.argument(subjects[1])))
            return claims
        }
        if objects.isEmpty { objects = [.none] }
        // "Italy had around 27,000": of what, another sentence tells.
        if case .quantity(let quantity, let counted) = objects[0], quantity.unit == nil, counted == nil,
            !relation.range.contains("Quantity")
        {
            subjects = []
        }
        if isRespective, subjects.count > 1 || objects.count > 1 {
            guard subjects.count == objects.count else { return [] }
            for (subject, object) in zip(subjects, objects) { add(subject, object) }
            return claims
        }
        for subject in subjects.isEmpty ? [nil] : subjects.map(Optional.some) {
            for object in objects { add(subject, object) }
        }
        return claims
    }

    // MARK: - Open relations

    /// Verbs that only pass on what they govern ("continue to", "fail to"): they state nothing of their own.
    private func isTransparent(_ clause: Clause) -> Bool {
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

    /// "began to show up": the verbs that only pass on what they govern are part of the relation's words.
    private func passedOn(to clause: Clause) -> [Int] {
        var words: [Int] = []
        var at = clause
        while at.link == .openComplement, let parent = at.parent {
            let governor = context.analysis.clauses[parent]
            guard governor.head == tree.heads[at.head], governor.kind == .verb, isTransparent(governor) else { break }
            words += governor.auxiliaries + [governor.head]
            words += at.marks.filter { tree.words[$0] == "to" }
            at = governor
        }
        return words
    }

    private func open(_ clause: Clause, _ frame: VerbFrame, _ index: Int, predicate: [Int]) -> [Claim] {
        guard !frame.agents.isEmpty || !frame.patients.isEmpty else { return [] }
        var status = context.statuses.statuses[index]
        if !status.isNegated, context.isAlternative(clause.subjects + clause.objects) { status.weaken(.hedged) }
        let tense = context.tense(of: clause)
        let isReversed = clause.isPassive && frame.agents.isEmpty
        let subjects = (isReversed ? clause.subjects : frame.agents).flatMap(context.members).filter(isArgument)
        // "Removing the dam would help": what acts is a clause, so nobody is the subject, and it is no fact.
        let isClausal = subjects.isEmpty && clause.subjects.contains { tree.isVerb($0) }
        guard !subjects.isEmpty || isClausal else { return [] }
        let participle = isReversed ? tree.words[clause.head] : nil
        var particles = clause.particles.map { tree.words[$0] }
        if let idiom = Idioms.noun(of: clause, in: tree) { particles.append(tree.words[idiom]) }
        var used = Set(clause.subjects)
        var predicate = predicate
        var objects: [ClaimObject] = []
        var isDebris = false
        var preposition: String?
        var direct = isReversed ? clause.objects : frame.patients
        if isReversed, direct.isEmpty, PassiveRule.names.contains(tree.lemmas[clause.head]) {
            direct = clause.openComplements.filter { tree.isNominal($0) }
        }
        // "tilted an hour before it sank": when, not what.
        if !VerbClaims.timeTakers.contains(tree.lemmas[clause.head]) { direct.removeAll { context.dates.isTime($0) } }
        let idiom = Idioms.noun(of: clause, in: tree)
        if let idiom {
            direct = []
            predicate.append(idiom)
            used.insert(idiom)
        }
        if let content = frame.content {
            let span = contentSpan(content, of: clause)
            objects = [.text(contentText(content, span), span)]
        } else if !direct.isEmpty {
            used.formUnion(direct)
            // "placed the storm 75 miles north of Lund": how far is no second object.
            if direct.count > 1 { direct.removeAll { context.quantities.isMeasure($0) } }
            objects = direct.flatMap(context.members).filter { !isExpletive($0) }.map { context.object($0, for: nil) }
            if let whole = wholeObject(clause) { objects = [whole] }
            // "the countries they said were involved": nobody says a thing.
            isDebris = tree.lemmas[clause.head] == "say"
        } else if let complement = clause.openComplements.first {
            let span = Spans.content(complement, in: tree)
            // "died trying to climb": how, not what.
            let isManner =
                tree.tokens[complement].xpos == "VBG"
                && ComplementTable.infinitive[tree.lemmas[clause.head]] == nil && !clause.isPassive
            if tree.children(complement, .marker).contains(where: { tree.words[$0] == "to" }) { preposition = "to" }
            if tree.isNominal(complement), !tree.isVerb(complement) {
                preposition = tree.prepositionWord(complement)
            }
            // "opted not to run"
            let isNegated = tree.children(complement, .adverb).contains { OwnMarks.negators.contains(tree.words[$0]) }
            let text = Spans.text(span, in: tree)
            let words = isNegated && !text.hasPrefix("not") ? "not " + text : text
            if !isManner { objects = [.text(words, span)] }
        } else if let phrase = clause.obliques.first(where: { isObject($0, clause) }) {
            preposition = phrase.preposition
            predicate += phrase.prepositionTokens
            used.insert(phrase.head)
            objects = context.members(phrase.head).map { context.object($0, for: nil) }
        }
        if objects == [.none] {
            // "making it unavailable": what is made so is only a pronoun.
            isDebris = true
        } else if objects.isEmpty {
            // "The agency announces": the tree has lost what; a passive has lost nothing.
            isDebris =
                !isReversed && particles.isEmpty && !TransitiveVerbs.intransitive.contains(tree.lemmas[clause.head])
            objects = [.none]
        } else if case .quantity(let quantity, _) = objects[0], quantity.unit == nil,
            !TransitiveVerbs.measuring.contains(tree.lemmas[clause.head])
        {
            isDebris = true
        }
        var name = OpenRelationName.verb(
            lemma: tree.lemmas[clause.head], participle: participle, particles: particles, preposition: preposition)
        // "was announced to be": what undergoes the act does not do it.
        // "Vos was shot": without "was" the same word says that Vos shot.
        let isAmbiguous = preposition == nil && !PassiveRule.names.contains(tree.lemmas[clause.head])
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

    /// "declared the outbreak a pandemic", "allows passengers to change": the object alone is half of what is said.
    private func wholeObject(_ clause: Clause) -> ClaimObject? {
        guard !clause.isPassive, clause.objects.count == 1, let object = clause.objects.first, object > clause.head,
            let complement = clause.openComplements.first(where: { $0 > object }),
            tree.labels[object] == .object || tree.labels[object] == .subject
        else { return nil }
        let low = Spans.phrase(object, in: tree).lowerBound
        let high = Spans.content(complement, in: tree).upperBound
        guard low < high, tree.tokens[object].upos != "PRON" else { return ClaimObject.none }
        return .text(Spans.text(low..<high, in: tree), low..<high)
    }

    /// Relations whose object says little without what it is made or allowed to do.
    private static let half: Set<String> = [
        "allowed", "requires", "causes", "made", "keeps", "calls", "considers", "described", "found", "discovered",
        "saw",
        "announced", "wants", "seeks",
    ]

    /// Whether a prepositional phrase can stand as the object of an open relation: not a time, nor an aside.
    private func isObject(_ phrase: Oblique, _ clause: Clause) -> Bool {
        // "fell by 0.3 percentage points"
        if phrase.preposition == "by", !clause.isPassive, context.quantities.quantity(at: phrase.head) != nil {
            return true
        }
        // "won in addition to Malta": a preposition of several words.
        if VerbClaims.relational.contains(tree.words[phrase.head]),
            tree.children(phrase.head).allSatisfy({ tree.labels[$0] != .determiner })
        {
            return false
        }
        guard let preposition = phrase.preposition, !VerbClaims.asides.contains(preposition), phrase.head > clause.head,
            !context.dates.isTime(phrase.head), !tree.isRelativeWord(phrase.head), tree.isNominal(phrase.head)
        else { return false }
        return !(clause.isPassive && preposition == "by")
    }

    // MARK: - Contents

    /// What is said: all of its quotation, and whatever of it stands right behind the verb of saying.
    private func contentSpan(_ content: Int, of clause: Clause) -> Range<Int> {
        let span = Spans.content(content, in: tree)
        let inside = context.quotation.isInside
        if inside[content] {
            // "said, in response, "…": what stands before the marks is no part of it.
            var low = span.first { inside[$0] } ?? span.lowerBound
            var high = span.upperBound
            while low > 0, inside[low - 1] { low -= 1 }
            while high < tree.count, inside[high] { high += 1 }
            while high > low + 1, [",", "."].contains(tree.words[high - 1]) { high -= 1 }
            return low..<high
        }
        guard clause.head < span.lowerBound, tree.labels[content] == .clausalComplement else { return span }
        let high = closing(span, content)
        let cut = opening(span, content, of: clause)
        // With a subject of its own nothing of the content stands before its first word.
        if cut > span.lowerBound || tree.children(content).contains(where: { tree.labels[$0].isSubject }) {
            return cut..<high
        }
        var low = span.lowerBound
        let ends: Set<Dependency> = [
            .oblique, .indirectObject, .adverb, .unmarkedOblique, .agent, .particle, .marker, .punctuation,
        ]
        while low - 1 > clause.head {
            let child = below(clause.head, holding: low - 1)
            guard let child, !ends.contains(tree.labels[child]),
                child != low - 1 || !ends.contains(tree.labels[low - 1]),
                ![",", "that", "\"", "“", ":"].contains(tree.words[low - 1])
            else { break }
            low -= 1
        }
        return low..<high
    }

    /// "said in May the pact might …", 'told the BBC after the verdict "…': what stands before the quotation mark, and a
    /// phrase without a comma right behind the verb, belong to the saying.
    private func opening(_ span: Range<Int>, _ content: Int, of clause: Clause) -> Int {
        let inside = context.quotation.isInside
        if let quoted = span.first(where: { inside[$0] }), quoted < content,
            (clause.head..<quoted).allSatisfy({ !inside[$0] }), !span.contains(where: { $0 > content && !inside[$0] })
        {
            return quoted
        }
        guard clause.head + 1 == span.lowerBound,
            let subject = tree.children(content).first(where: { tree.labels[$0].isSubject }), subject > clause.head,
            let begin = tree.subtree(subject).first, begin > span.lowerBound
        else { return span.lowerBound }
        let isPhrase = (span.lowerBound..<begin).allSatisfy { token in
            tree.words[token] != ","
                && tree.children(content).contains {
                    tree.labels[$0] == .oblique && $0 < begin && tree.dominates($0, token)
                }
        }
        return isPhrase ? begin : span.lowerBound
    }

    /// "officers indicated they would appeal; Vos wept": behind a semicolon begins another statement.
    private func closing(_ span: Range<Int>, _ content: Int) -> Int {
        span.first { $0 > content && tree.words[$0] == ";" } ?? span.upperBound
    }

    /// The child of a head that a token stands under.
    private func below(_ head: Int, holding token: Int) -> Int? {
        var at = token
        while at >= 0, tree.heads[at] != head { at = tree.heads[at] }
        return at >= 0 ? at : nil
    }

    private func contentText(_ content: Int, _ span: Range<Int>) -> String {
        let text = Spans.text(span, in: tree)
        let isInfinitive = tree.children(content, .marker).contains { tree.words[$0] == "to" }
        guard isInfinitive, !text.hasPrefix("not") else { return text }
        let isNegated = tree.children(content, .adverb).contains {
            OwnMarks.negators.contains(tree.words[$0]) && $0 < content
        }
        return isNegated ? "not " + text : text
    }

    /// "The centre said, tied for the strongest": a finite clause or a participle without a subject is what is left of
    /// what was said.
    private func hasLostSubject(_ content: Int) -> Bool {
        guard !context.quotation.isInside[content], tree.labels[content] == .clausalComplement,
            let clause = context.analysis.clause(headedBy: content), clause.kind == .verb,
            !tree.children(content).contains(where: { tree.labels[$0].isSubject || tree.labels[$0] == .expletive }),
            !clause.marks.contains(where: { tree.words[$0] == "to" })
        else { return false }
        let finite = [content] + clause.auxiliaries
        return finite.contains { ["VBD", "VBZ", "VBP", "MD"].contains(tree.tokens[$0].xpos) }
    }

    // MARK: - Arguments

    private func paratacticContent(of index: Int) -> Int? {
        let clause = context.analysis.clauses[index]
        if clause.link == .parataxis, AttributionRule.isParatacticCue(clause, in: tree), tree.heads[clause.head] >= 0 {
            return tree.heads[clause.head]
        }
        return tree.children(clause.head, .parataxis).first {
            guard let inner = context.analysis.clause(headedBy: $0) else { return false }
            return AttributionRule.isParatacticContent(inner, of: clause, in: tree)
        }
    }

    private func isArgument(_ head: Int) -> Bool {
        !isExpletive(head) && !isEmptyPronoun(head) && !tree.isVerb(head) && !isWhen(head)
    }

    /// "the next ten days aim to": a time does nothing; it begins, passes and sees things happen at most.
    private func isWhen(_ head: Int) -> Bool {
        context.dates.isTime(head) && tree.tokens[head].upos != "NUM" && !context.isName(head)
    }

    private func isExpletive(_ head: Int) -> Bool { tree.labels[head] == .expletive }

    /// "which", "what", "who" without an antecedent, and "it" before a clause, name nothing.
    private func isEmptyPronoun(_ head: Int) -> Bool {
        ["WDT", "WP", "EX", "WRB"].contains(tree.tokens[head].xpos)
    }

    private static let uttered: Set<String> = [
        "speech", "address", "remark", "sermon", "lecture", "verdict", "judgment", "judgement", "ruling", "baby",
        "blow", "victory", "performance", "statement", "message", "budget", "promise", "result", "eulogy",
    ]

    private static let vehicles: Set<String> = [
        "car", "vehicle", "truck", "lorry", "bus", "train", "tram", "van", "motorcycle", "bicycle", "tractor", "boat",
        "ship", "plane", "aircraft", "taxi", "driver", "motorist",
    ]

    /// Verbs whose object may be a time.
    private static let timeTakers: Set<String> = [
        "spend", "take", "last", "waste", "need", "have", "give", "serve", "celebrate", "mark", "face", "set",
        "announce",
        "choose", "survive", "lose", "enjoy", "save", "buy", "extend", "name", "require", "reach", "enter", "cover",
        "commemorate", "honour", "honor", "observe", "demand", "get", "receive", "cost", "add", "propose", "miss",
    ]

    private static let relational: Set<String> = [
        "addition", "order", "case", "fact", "response", "terms", "front", "favor", "favour", "spite", "regard",
        "relation",
        "respect", "place", "light", "view", "part", "turn", "total", "general", "particular", "short", "contrast",
        "comparison", "accordance", "line", "conjunction", "connection", "exchange", "return", "behalf", "top", "least",
        "most", "first", "last", "once", "stead", "lieu", "anticipation", "reaction", "reference", "charge",
    ]

    private static let asides: Set<String> = [
        "according_to", "because_of", "due_to", "despite", "during", "since", "until", "after", "before", "without",
        "including",
        "per", "amid", "following", "by", "while", "through", "throughout", "as_well_as", "instead_of",
        "in_addition_to", "along_with", "together_with", "alongside", "apart_from", "aside_from", "rather_than",
        "such_as", "as_of", "other_than", "except", "besides",
    ]
}
