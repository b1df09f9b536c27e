/// "Malta seeks a permanent truce."; "The children were freed by police."
///
/// Claims of clauses with a verb: a relation of the vocabulary where a pattern fits, else an open one.
struct VerbClaims {
    private(set) var context: SentenceContext
    var tree: DependencyTree { context.tree }

    /// The claims of a clause, without those of the clauses inside it.
    func claims(of index: Int) -> [Claim] {
        let clause = context.analysis.clauses[index]
        guard let pairs = reciprocal(clause) else { return claims(of: clause, index) }
        var each = self
        each.context.isAlone = true
        return pairs.flatMap { pair in
            var clause = clause
            (clause.subjects, clause.objects) = ([pair.subject], [pair.object])
            return each.claims(of: clause, index)
        }
    }

    /// "Malta and Norway accused each other": each did it to the other; nil where nobody does it to each other.
    private func reciprocal(_ clause: Clause) -> [(subject: Int, object: Int)]? {
        guard clause.kind == .verb, !clause.isPassive, clause.objects.count == 1, let object = clause.objects.first,
            tree.has(object, .fixed), ["each", "one"].contains(tree.words[object])
        else { return nil }
        let members = context.members(of: clause.subjects, in: clause)
        guard members.count > 1 else { return nil }
        return members.flatMap { subject in
            members.filter { $0 != subject }.map { (subject: subject, object: $0) }
        }
    }

    private func claims(of clause: Clause, _ index: Int) -> [Claim] {
        var clause = clause
        if context.isSubjectDoubtful(of: clause) || context.isUnmet(clause) { clause.subjects = [] }
        if clause.isClausalPredicate(in: tree), tree.has(clause.head, .outerSubject) {
            // "The problem is that nobody knows": what is behind "is that" is a clause as any.
            clause.kind = .verb
            clause.copulas = []
        }
        // "all I can", "dies aged 95", "was hard-pressed to": no verbs of their own.
        guard tree.tokens[clause.head].xpos != "MD", tree.words[clause.head] != "aged", !isCompound(clause),
            !isWhenItComes(clause), !isVoting(clause)
        else { return [] }
        takeStranded(&clause)
        guard clause.kind == .verb, !isContinuation(clause), !isCausative(clause), !isScore(clause),
            tree.tokens[clause.head].upos != "AUX" || !clause.subjects.isEmpty
        else {
            return []
        }
        let frame = VerbFrame(clause, in: context.analysis, paratacticContent: paratacticContent(of: index))
        let verb = clause.sharedAuxiliaries.isEmpty ? clause.auxiliaries + [clause.head] : [clause.head]
        let negations = clause.adverbs.filter { OwnMarks.negators.contains(tree.words[$0]) }
        let predicate = verb + clause.particles + negations + passedOn(to: clause)
        let claims = claims(of: clause, index, frame, predicate)
        // "who used to own the club": no more, so nobody says that he owns it. "was completing a tour": it is not done.
        let isUnderWay =
            isScheduled(clause)
            || tree.tokens[clause.head].xpos == "VBG" && clause.auxiliaries.contains { tree.lemmas[$0] == "be" }
                && ["complete", "finish", "finalise", "finalize"].contains(tree.lemmas[clause.head])
        guard isUnderWay || predicate.contains(where: { tree.words[$0] == "used" && $0 != clause.head }) else {
            return claims
        }
        return claims.map { claim in
            var claim = claim
            claim.isDoubtful = true
            return claim
        }
    }

    private func claims(of clause: Clause, _ index: Int, _ frame: VerbFrame, _ predicate: [Int]) -> [Claim] {
        if let claim = coming(clause, index, predicate) { return [claim] }
        if let match = bestMatch(frame) {
            let claims = render(match, clause, index, predicate: predicate)
            guard clause.isPassive, clause.agent == nil, match.subjects.isEmpty else { return claims }
            let relation = context.vocabulary.relations[match.relation].name
            return claims
                + PassiveClaims(context: context).claims(of: index, predicate: predicate, relation: relation)
        }
        guard !isTransparent(clause) else { return [] }
        return open(clause, frame, index, predicate: predicate)
    }

    /// "hard-pressed": a participle behind a hyphen says something else than its verb; "short lived", "undetected" have none.
    private func isCompound(_ clause: Clause) -> Bool {
        guard clause.head > 0, tree.tokens[clause.head].xpos == "VBN" else { return false }
        if tree.words[clause.head] == "lived", ["short", "long"].contains(tree.words[clause.head - 1]) { return true }
        if isNegatedParticiple(clause.head) { return true }
        return clause.head > 1 && tree.words[clause.head - 1] == "-"
            && ["ADJ", "ADV"].contains(tree.tokens[clause.head - 2].upos)
    }

    /// "undetected by radar", "unharmed": what was not done, as an adjective.
    private func isNegatedParticiple(_ token: Int) -> Bool {
        let word = tree.words[token]
        guard word.hasPrefix("un"), word.hasSuffix("ed") else { return false }
        let lemma = tree.lemmas[token]
        return !["under", "uni"].contains { lemma.hasPrefix($0) } && !VerbClaims.reversing.contains(lemma)
    }

    /// Verbs that begin with "un" and are done.
    private static let reversing: Set<String> = [
        "unveil", "unleash", "unfold", "uncover", "unearth", "unlock", "unload", "undress", "unpack", "unseat", "untie",
        "unravel", "unsettle", "unnerve", "unplug", "untangle", "unblock", "unmask", "unhinge", "unfurl", "undo",
        "unwind",
        "unwrap", "unscrew", "unhook", "unfasten", "unchain", "undermine", "unbutton", "unclog", "unhitch", "unfriend",
    ]

    /// "when it comes to the budget": about the budget, and nobody comes.
    private func isWhenItComes(_ clause: Clause) -> Bool {
        tree.words[clause.head] == "comes" && clause.link == .adverbialClause
            && clause.adverbs.contains { tree.words[$0] == "when" }
            && clause.obliques.contains { $0.preposition == "to" }
    }

    /// "goes to the polls": nobody arrives anywhere.
    private func isVoting(_ clause: Clause) -> Bool {
        tree.lemmas[clause.head] == "go"
            && clause.obliques.contains { $0.preposition == "to" && tree.words[$0.head] == "polls" }
    }

    /// "is released on 17 March": with its day, what is done as a rule has yet to be done.
    private func isScheduled(_ clause: Clause) -> Bool {
        guard clause.isPassive, clause.auxiliaries.count == 1,
            ["is", "are"].contains(tree.words[clause.auxiliaries[0]])
        else { return false }
        return clause.obliques.contains { phrase in
            phrase.preposition == "on" && phrase.head > clause.head
                && tree.subtree(phrase.head).contains { DateReader.months[tree.words[$0]] != nil }
        }
    }

    /// "All are accounted for.": a preposition that a passive leaves behind is part of its verb.
    private func takeStranded(_ clause: inout Clause) {
        let next = (clause.particles.max() ?? clause.head) + 1
        guard clause.isPassive, next < tree.count, tree.heads[next] == clause.head, tree.children(next).isEmpty,
            ["for", "with", "after", "upon", "at", "of", "on", "to"].contains(tree.words[next]),
            [.oblique, .adverb, .particle].contains(tree.labels[next])
        else { return }
        clause.particles.append(next)
        clause.obliques.removeAll { $0.head == next }
        clause.adverbs.removeAll { $0 == next }
    }

    /// "Ana Holm won 9 seats, followed by Jan Vos": the participle goes on with a list and states no following.
    private func isContinuation(_ clause: Clause) -> Bool {
        clause.isPassive && tree.words[clause.head] == "followed" && clause.auxiliaries.isEmpty
            && clause.agent != nil && clause.subjectOrigin != .own
    }

    /// "finished the match at 7 for 381": how far they got is lost, and it is not over.
    private func isScore(_ clause: Clause) -> Bool {
        ["end", "finish", "complete"].contains(tree.lemmas[clause.head])
            && clause.obliques.contains { tree.tokens[$0.head].upos == "NUM" && $0.preposition == "at" }
    }

    /// "Holm had her home searched.": nobody says that she has it, nor that she searched it.
    private func isCausative(_ clause: Clause) -> Bool {
        guard tree.lemmas[clause.head] == "have", let object = clause.objects.first else { return false }
        let done = clause.openComplements + tree.conjuncts(object).flatMap { tree.children($0, .adnominalClause) }
        return done.contains {
            tree.tokens[$0].xpos == "VBN" && $0 > object
                && ($0 == object + 1 || tree.children($0).allSatisfy { tree.labels[$0] == .punctuation })
        }
    }

    // MARK: - Relations of the vocabulary

    private func bestMatch(_ frame: VerbFrame) -> VerbFrame.Match? {
        var lenient: VerbFrame.Match?
        for pattern in patterns(of: frame.clause) {
            let relation = context.vocabulary.relations[pattern.relation]
            guard usesParticles(pattern, frame.clause), isSense(pattern, relation.name, frame.clause),
                let match = frame.match(pattern, relation: relation)
            else { continue }
            guard isWhole(pattern, match, relation, frame) else { continue }
            // Whoever says something can say it.
            let isSaying = relation.isSpeech && match.content != nil
            let subjectFits =
                isSaying || match.subjects.first.map { EntityTypes.fits(context.type($0), relation.domain) } ?? true
            let objectFits = match.objects.first.map { fits($0, relation) } ?? true
            if subjectFits && objectFits { return match }
            // "The law requires", "Helicopters attacked": things act for those who made or sent them.
            if lenient == nil, objectFits, relation.domain.contains("Agent") { lenient = match }
            let isTime = match.objects.first.map { context.dates.isTime($0) } ?? false
            if subjectFits, lenient == nil, pattern.weight >= 8, !isTime { lenient = match }
        }
        return lenient
    }

    /// The patterns of a clause's verb: those of its passive, which ask for more, before those of the verb.
    private func patterns(of clause: Clause) -> [RelationPattern] {
        let active = context.vocabulary.verbPatterns[tree.lemmas[clause.head]] ?? []
        guard clause.isPassive, let passive = context.vocabulary.verbPatterns["be_" + tree.words[clause.head]] else {
            return active
        }
        return passive + active
    }

    /// Whether a pattern takes in what the verb says much of its sense with: "turned the mill into a museum" turns into nothing,
    /// "was admitted to the academy" admits nothing, "came out on Monday" is no coming.
    private func isWhole(
        _ pattern: RelationPattern, _ match: VerbFrame.Match, _ relation: Relation, _ frame: VerbFrame
    ) -> Bool {
        let clause = frame.clause
        if pattern.complement == .alone || VerbClaims.directed.contains(tree.lemmas[clause.head]) {
            guard directions(of: clause).allSatisfy({ pattern.words.contains(tree.words[$0]) }) else { return false }
        }
        // "Ana and Vos met.": each other.
        if pattern.complement == .alone, tree.lemmas[clause.head] == "meet" {
            return !frame.agents.contains { tree.has($0, .conjunct) }
        }
        if pattern.complement == .alone {
            return !clause.obliques.contains { isObject($0, clause) && !match.predicate.contains($0.head) }
        }
        guard pattern.preposition != nil, pattern.words.isEmpty, pattern.restriction.isEmpty, !pattern.isPassive,
            pattern.complement == .none
        else { return true }
        if clause.isPassive { return !frame.agents.isEmpty || match.objects == frame.patients }
        return clause.objects.isEmpty || match.objects == clause.objects
            || VerbClaims.spending.contains(relation.name)
    }

    /// Verbs that an adverb of direction gives another sense.
    private static let directed: Set<String> = [
        "bring", "put", "place", "move", "turn", "set", "get", "hold", "take", "cut", "break", "call", "draw", "keep",
        "carry", "fall", "give",
    ]

    /// Relations of verbs whose sum or gift is the object, and whom or what it goes to behind a preposition.
    private static let spending: Set<String> = ["aided", "investedIn", "provided", "funded"]

    /// A verb with a particle is another lexeme: "set up" is no "set".
    private func usesParticles(_ pattern: RelationPattern, _ clause: Clause) -> Bool {
        clause.particles.allSatisfy { pattern.words.contains(tree.words[$0]) || pattern.preposition == tree.words[$0] }
    }

    func fits(_ head: Int, _ relation: Relation) -> Bool {
        if context.dates.isTime(head), !context.quantities.isMeasure(head) { return relation.range.contains("Date") }
        if relation.takesQuantity, context.quantities.quantity(at: head) != nil { return true }
        if relation.range == ["Quantity"] { return false }
        if context.dates.isTime(head) { return relation.range.contains("Date") }
        return EntityTypes.fits(context.type(head), relation.range)
    }

    /// "Malta had a strong economy", "Vos worked for the bank", "she lived in Lund": it was so then, and of today it says nothing.
    private func pastName(of relation: Relation, _ clause: Clause) -> String? {
        guard !clause.isPassive, clause.auxiliaries.isEmpty, tree.tokens[clause.head].xpos == "VBD",
            context.isOver(clause)
        else { return nil }
        return VerbClaims.pastStates[relation.name]?[tree.lemmas[clause.head]]
    }

    /// What a state is called when it is over, by the verb that tells of it.
    private static let pastStates: [String: [String: String]] = [
        "has": ["have": "had"],
        "worksFor": ["work": "wasEmployedBy", "serve": "wasEmployedBy"],
        "livesIn": ["live": "livedIn", "reside": "livedIn"],
    ]

    private func render(_ match: VerbFrame.Match, _ clause: Clause, _ index: Int, predicate: [Int]) -> [Claim] {
        let relation = context.vocabulary.relations[match.relation]
        var status = context.statuses.statuses[index]
        if !status.isNegated, context.isAlternative(match.subjects + match.objects) || context.isAlleged(clause) {
            status.weaken(.hedged)
        }
        let tense = context.tense(of: clause)
        // "shot dead": what the relation says already.
        let told = match.predicate.filter(clause.openComplements.contains)
        let used = Set(match.used + match.subjects + match.objects + told)
        var qualifiers = Qualifiers.read(clause, except: used, status: status, in: context)
        let isCut = match.content.map { hasLostSubject($0, of: clause) } ?? false
        var subjects = isCut ? [] : context.members(of: match.subjects, in: clause).filter(isArgument)
        // "Vos and Holm won 45% and 40%, respectively.": each its own.
        let isRespective = tree.words.contains("respectively")
        var claims: [Claim] = []
        func add(_ subject: Int?, _ object: ClaimObject) {
            claims.append(
                context.claim(
                    predicate: predicate + match.predicate, relation: pastName(of: relation, clause) ?? relation.name,
                    isNamed: true, subject: subject, object: object, status: status, tense: tense,
                    qualifiers: qualifiers))
        }
        var objects: [ClaimObject] = []
        if let content = quotedContent(match.content, clause) {
            objects = [withAddressee(contentObject(content, of: clause), clause)]
        } else if let state = match.state {
            let phrase = statePhrase(state, Spans.content(state, in: tree), of: clause)
            objects = [stateObject(state, phrase.words)]
            qualifiers.removeAll { $0.argument.map { phrase.head == $0.head.token } ?? false }
        } else {
            let members = match.isAlone ? match.objects : match.objects.flatMap(context.members)
            let heads = withoutExtents(members).filter { !isExpletive($0) && !isEmptyPronoun($0) }
            objects = heads.map { bounded(context.object($0, for: relation, of: clause), clause) }
            if relation.name == "calledFor", let whole = wholeAppeal(match.objects) { objects = [whole] }
            if VerbClaims.half.contains(relation.name) || VerbClaims.isObligatory(tree.lemmas[clause.head]),
                !relation.takesQuantity || VerbClaims.half.contains(relation.name) || isTimeSpent(clause),
                relation.name != "appointed",
                isHalf(match, clause),
                !isTaken(complementHead(of: clause), by: match),
                let whole = wholeObject(clause)
            {
                objects = [whole]
                let complement = complementHead(of: clause)
                qualifiers.removeAll { $0.argument?.head.token == complement }
                // "made it unavailable": what is made so is only a pronoun.
                if whole == .none { subjects = [] }
            }
            // "a book which the paper called "the best ever"": what it is called is lost.
            if relation.name == "calls", case .phrase = objects.first, !clause.isPassive { subjects = [] }
            if relation.isSpeech, isLooselyRelated(match, clause) { subjects = [] }
            if case .phrase = objects.first, let act = act(relation.name, clause) { qualifiers.append(act) }
        }
        if relation.name == "causes", let whole = event(match.objects) { objects = [whole] }
        // "Examples include Vos": of what, another sentence tells.
        if relation.name == "partOf",
            match.objects.contains(where: { tree.words[$0] == "examples" && tree.children($0).isEmpty })
        {
            subjects = []
        }
        // "became the first woman to serve": the first of all she is not.
        if relation.takesRole, match.objects.count == 1,
            let whole = context.ranked(match.objects[0], behind: clause.adverbials + clause.openComplements)
        {
            objects = [.text(Spans.text(whole, in: tree), whole)]
        }
        // "died aged 82": her age is no number of dead.
        if relation.name == "died", match.objects.contains(where: { isAge($0) }) { objects = [] }
        if objects.isEmpty, relation.isSymmetric, subjects.count == 2 {
            // "Biden and Xi met."
            add(subjects[0], .phrase(context.argument(subjects[1])))
            return claims
        }
        if objects.isEmpty, let whole = questioned(match, clause) {
            objects = [whole]
        } else if objects.isEmpty, hasOpenPlace(clause) {
            subjects = []
        }
        if objects.isEmpty {
            objects = [.none]
            // "talks about introducing them"
            if let deed = PassiveClaims(context: context).deed(of: clause) {
                let words = Spans.text(deed.words, in: tree)
                qualifiers.append(Qualifier(.other(tree.words[deed.preposition]), argument: nil, text: words))
            }
        } else if let list = linked(match.objects, clause) ?? identified(match, clause) {
            objects = [list]
        }
        if match.content.map({ content in tree.children(content).allSatisfy { !tree.labels[$0].isSubject } }) ?? true,
            isEmptied(objects)
        {
            subjects = []
        }
        if hasLostLabel(clause, objects) || hasLostPlace(clause) { subjects = [] }
        // "the countries they said were involved": nobody says a thing.
        if tree.lemmas[clause.head] == "say", match.content == nil { subjects = [] }
        // "told reporters": what is lost.
        if relation.name == "told", match.content == nil, case .phrase = objects[0],
            match.objects.contains(where: { context.isActor($0) })
        {
            subjects = []
        }
        // "Italy had around 27,000": of what, another sentence tells.
        if case .quantity(let quantity, _) = objects[0], quantity.unit == nil, quantity.quantityOf == nil,
            !relation.range.contains("Quantity") || VerbClaims.counting.contains(relation.name)
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

    /// "exceeded 10 million units": the verb itself bounds the number.
    private func bounded(_ object: ClaimObject, _ clause: Clause) -> ClaimObject {
        guard case .quantity(var quantity, let counted) = object, quantity.bound == nil,
            ["exceed", "surpass", "top"].contains(tree.lemmas[clause.head])
        else { return object }
        quantity.bound = .over
        return .quantity(quantity, counted)
    }

    /// 'Malta waits, but Vos says it is over "I am tired," Vos said.': of two contents the quotation right before the cue.
    private func quotedContent(_ content: Int?, _ clause: Clause) -> Int? {
        let inside = context.quotation.isInside
        guard let content, !inside[content], !inside[clause.head], content < clause.head else { return content }
        return clause.contents.last { inside[$0] && $0 > content && $0 < clause.head } ?? content
    }

    /// "ordered the army to hold the town": whom, and what to do.
    private func withAddressee(_ content: ClaimObject, _ clause: Clause) -> ClaimObject {
        guard case .text(_, let span) = content, !clause.isPassive,
            let object = clause.objects.first ?? clause.indirectObjects.first,
            object > clause.head, object < span.lowerBound, tree.tokens[object].upos != "PRON",
            ["order", "instruct", "command", "direct", "want", "require", "expect"].contains(tree.lemmas[clause.head]),
            tree.words[span.lowerBound] == "to" || span.lowerBound > 0 && tree.words[span.lowerBound - 1] == "to"
        else { return content }
        let words = Spans.phrase(object, in: tree).lowerBound..<span.upperBound
        return .text(Spans.text(words, in: tree), words)
    }

    /// "led to the state using the Guard": what it led to is that.
    private func event(_ objects: [Int]) -> ClaimObject? {
        guard objects.count == 1, let object = objects.first, context.isActor(object),
            let act = tree.children(object, .adnominalClause).first(where: {
                tree.tokens[$0].xpos == "VBG" && $0 > object && (tree.subtree($0).first ?? $0) == object + 1
                    && tree.children($0).contains { tree.labels[$0] != .punctuation }
            }), let end = tree.subtree(act).last(where: { tree.tokens[$0].upos != "PUNCT" })
        else { return nil }
        let words = Spans.phrase(object, in: tree).lowerBound..<end + 1
        return .text(Spans.text(words, in: tree), words)
    }

    private func isAge(_ number: Int) -> Bool {
        tree.tokens[number].upos == "NUM" && number > 0 && ["aged", "age", "at"].contains(tree.words[number - 1])
    }

    /// "placed him under arrest": what the pattern itself asks for is no complement any more.
    private func isTaken(_ complement: Int?, by match: VerbFrame.Match) -> Bool {
        complement.map { match.predicate.contains($0) || match.used.contains($0) } ?? false
    }

    /// Whether a match's object is what the verb's complement is said of.
    private func isHalf(_ match: VerbFrame.Match, _ clause: Clause) -> Bool {
        !match.objects.isEmpty
            && (match.objects == clause.objects || clause.objects.isEmpty && match.objects == clause.indirectObjects
                || clause.isPassive && match.objects == clause.subjects
                || clause.objects.isEmpty && clause.obliques.contains { match.objects == [$0.head] })
    }

    /// "was accused of inciting it in some way, which he denied": he denied what the clause says, and no way.
    private func isLooselyRelated(_ match: VerbFrame.Match, _ clause: Clause) -> Bool {
        guard clause.link == .relativeClause, let antecedent = clause.antecedent, match.objects == [antecedent],
            tree.tokens[antecedent].upos == "NOUN", ComplementTable.noun[tree.lemmas[antecedent]] == nil,
            let first = tree.subtree(clause.head).first(where: { tree.words[$0] != "," }), first > 0
        else { return false }
        return tree.words[first] == "which" && tree.words[first - 1] == ","
            && ["deny", "confirm", "admit", "acknowledge", "dispute", "deplore"].contains(tree.lemmas[clause.head])
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

    func isArgument(_ head: Int) -> Bool {
        !isExpletive(head) && !isEmptyPronoun(head) && !tree.isVerb(head) && !isWhen(head)
    }

    /// "the next ten days aim to": a time does nothing; it begins, passes and sees things happen at most.
    private func isWhen(_ head: Int) -> Bool {
        context.dates.isTime(head) && tree.tokens[head].upos != "NUM" && !context.isName(head)
    }

    func isExpletive(_ head: Int) -> Bool { tree.labels[head] == .expletive }

    /// "which", "what", "who" without an antecedent, and "it" before a clause, name nothing.
    private func isEmptyPronoun(_ head: Int) -> Bool {
        ["WDT", "WP", "EX", "WRB"].contains(tree.tokens[head].xpos)
    }

    /// Verbs whose object may be a time.
    static let timeTakers: Set<String> = [
        "spend", "take", "last", "waste", "need", "have", "give", "serve", "celebrate", "mark", "face", "set",
        "announce",
        "choose", "survive", "lose", "enjoy", "save", "buy", "extend", "name", "require", "reach", "enter", "cover",
        "commemorate", "honour", "honor", "observe", "demand", "get", "receive", "cost", "add", "propose", "miss",
    ]

    /// Relations whose number says nothing without what it counts ("Labour lost 42").
    private static let counting: Set<String> = [
        "won", "lost", "has", "received", "gave", "sent", "owns", "provided", "granted", "awarded", "delivered",
        "obtained",
    ]

    static let relational: Set<String> = [
        "addition", "order", "case", "fact", "response", "terms", "front", "favor", "favour", "spite", "regard",
        "relation",
        "respect", "place", "light", "view", "part", "turn", "total", "general", "particular", "short", "contrast",
        "comparison", "accordance", "line", "conjunction", "connection", "exchange", "return", "behalf", "top", "least",
        "most", "first", "last", "once", "stead", "lieu", "anticipation", "reaction", "reference", "charge",
    ]

    /// Prepositions that a passive verb takes its object behind ("was sentenced to", "was ruled out of").
    static let passivePrepositions: Set<String> = [
        "to", "of", "from", "as", "for", "into", "out_of", "onto", "upon", "against", "toward", "towards",
    ]

    static let asides: Set<String> = [
        "according_to", "because_of", "due_to", "despite", "during", "since", "until", "after", "before", "without",
        "including",
        "per", "amid", "following", "by", "while", "through", "throughout", "as_well_as", "instead_of",
        "in_addition_to", "along_with", "together_with", "alongside", "apart_from", "aside_from", "rather_than",
        "such_as", "as_of", "other_than", "except", "besides",
    ]
}
