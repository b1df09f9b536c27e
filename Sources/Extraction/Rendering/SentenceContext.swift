import English

/// A sentence with all that reading it needs: what the claim rules share.
struct SentenceContext {
    let index: Int
    let tree: DependencyTree
    let analysis: ClauseAnalysis
    let statuses: StatusAnalysis
    let quotation: Quotation
    let mentions: MentionIndex
    let vocabulary: RelationVocabulary
    let quantities: QuantityReader
    let dates: DateReader
    let carried: [TokenReference: Argument]
    /// Whether each phrase stands for itself, without its conjuncts.
    var isAlone = false

    init(
        index: Int, analysis: ClauseAnalysis, statuses: StatusAnalysis, quotation: Quotation, mentions: MentionIndex,
        vocabulary: RelationVocabulary, publication: CalendarDate?,
        carried: [TokenReference: Argument] = [:]
    ) {
        self.index = index
        self.analysis = analysis
        tree = analysis.tree
        self.statuses = statuses
        self.quotation = quotation
        self.carried = carried
        self.mentions = mentions
        self.vocabulary = vocabulary
        quantities = QuantityReader(analysis.tree)
        dates = DateReader(analysis.tree, publication: publication)
    }

    /// The class of the mention that a token heads, or nil.
    ///
    /// A pronoun that refers to nothing known may be anything.
    func type(_ token: Int) -> String? {
        let type = mentions.type(at: TokenReference(sentence: index, token: token))
        // "thousands of people": people.
        if Self.quantityNouns.contains(tree.lemmas[token]),
            let counted = tree.children(token).first(where: {
                tree.labels[$0].isNominalModifier && tree.prepositionWord($0) == "of"
            }), let inner = mentions.type(at: TokenReference(sentence: index, token: counted))
        {
            return inner
        }
        if type == "Thing", tree.tokens[token].upos == "PRON" || tree.tokens[token].upos == "NUM" { return nil }
        return type
    }

    private static let quantityNouns: Set<String> = [
        "thousand", "hundred", "dozen", "million", "number", "ten", "score", "couple", "handful", "majority",
        "third", "half",
    ]

    /// Whether a token heads the mention of a name.
    func isName(_ token: Int) -> Bool {
        mentions.mention(at: TokenReference(sentence: index, token: token))?.kind == .named
            || tree.tokens[token].upos == "PROPN"
    }

    /// Whether a phrase may act: a person, a body, a country; for a phrase of unknown class its words decide.
    func isActor(_ token: Int) -> Bool {
        if let type = type(token) { return EntityTypes.isAgent(type) || type == "Place" || type == "City" }
        return tree.tokens[token].upos == "PROPN" || Lexicon.isPersonNoun(tree.lemmas[token])
            || ["he", "she", "they", "who", "i", "we"].contains(tree.words[token])
    }

    /// The phrase that a token heads.
    func argument(_ head: Int) -> Argument {
        Argument(head: TokenReference(sentence: index, token: head), span: Spans.phrase(head, in: tree))
    }

    /// A speaker as an argument; one of another sentence by its head alone.
    func speaker(_ reference: TokenReference) -> Argument {
        reference.sentence == index
            ? argument(reference.token) : carried[reference] ?? Argument(head: reference, span: 0..<0)
    }

    /// A phrase and its conjuncts, each a phrase of its own; a name joined by "&" stays whole, and what "but not" adds
    /// is left out.
    func members(_ head: Int) -> [Int] {
        if isAlone || jointDuration(head) != nil { return [head] }
        return tree.conjuncts(head).filter { member in
            guard member != head else { return true }
            // "officers Jan Vos, 40, and Per Holm": an age is none of them.
            if tree.tokens[member].upos == "NUM", member > 1, tree.words[member - 1] == ",",
                tree.tokens[member - 2].upos == "PROPN"
            {
                return false
            }
            if isSecondRole(member, of: head) { return false }
            // "Jan Vos and Per Holm, 40 and 49"
            if tree.tokens[member].upos == "NUM", tree.tokens[head].upos == "PROPN", isDigits(member) { return false }
            // "the comings and goings": one thing by two words.
            if SentenceContext.pairs[tree.words[head]] == tree.words[member] { return false }
            let joins = tree.children(member, .coordinator).map { tree.words[$0] }
            if joins.contains("&") || joins.contains("nor") { return false }
            let isClause = analysis.clauseIndices[member] >= 0 && tree.isVerb(member)
            return !isClause && tree.isNominal(member)
                && !tree.children(member).contains { OwnMarks.negators.contains(tree.words[$0]) }
        }
    }

    /// "Jan Vos, analyst and founder of the site": what he is besides, and nobody else.
    private func isSecondRole(_ member: Int, of head: Int) -> Bool {
        tree.tokens[member].xpos == "NN" && Lexicon.isPersonNoun(tree.lemmas[member])
            && tree.tokens[head].upos == "PROPN" && EntityTypes.isPerson(type(head))
            && !tree.children(member).contains {
                [.determiner, .possessor, .numeralModifier].contains(tree.labels[$0])
            }
            && (head + 1..<max(head + 1, member)).contains { tree.words[$0] == "," }
    }

    private static let pairs = [
        "comings": "goings", "bits": "pieces", "ups": "downs", "pros": "cons", "ins": "outs", "odds": "ends",
        "rank": "file", "law": "order", "nuts": "bolts", "terms": "conditions", "trials": "tribulations",
        "highs": "lows", "dos": "don'ts", "wear": "tear", "hustle": "bustle", "research": "development",
    ]

    /// "four years and six months", "an hour and fifteen minutes": one time, however many words tell it.
    private func jointDuration(_ head: Int) -> Range<Int>? {
        guard let rest = tree.children(head, .conjunct).first, rest > head + 2, rest <= head + 3,
            tree.words[head + 1] == "and", let unit = Lexicon.unit(tree.words[head]), unit.kind == .time,
            let smaller = Lexicon.unit(tree.words[rest]), smaller.kind == .time, smaller.symbol != unit.symbol,
            tree.has(rest, .numeralModifier)
        else { return nil }
        return Spans.phrase(head, in: tree).lowerBound..<rest + 1
    }

    /// "Vos, who left, and Holm resigned": what stands behind a clause has no part in its subject.
    func members(of heads: [Int], in clause: Clause) -> [Int] {
        heads.flatMap { head in members(head).filter { $0 < clause.head || head > clause.head } }
    }

    /// "one or more suspects": of things joined by "or" each may be meant, so that nothing is said of one for sure.
    func isAlternative(_ heads: [Int]) -> Bool {
        heads.contains { head in
            let first = tree.firstConjunct(head)
            return tree.conjuncts(first).contains { member in
                tree.children(member, .coordinator).contains { ["or", "nor"].contains(tree.words[$0]) }
            }
        }
    }

    /// "alleged bribes paid to Vos": what a participle says of an alleged thing is alleged too.
    func isAlleged(_ clause: Clause) -> Bool {
        let noun = tree.heads[clause.head]
        guard clause.link == .adnominalClause || clause.link == .relativeClause, noun >= 0 else { return false }
        return tree.children(noun, .adjectivalModifier).contains {
            ["alleged", "suspected", "supposed", "purported", "reported", "rumored", "rumoured"].contains(
                tree.words[$0])
        }
    }

    /// "the third official to serve", "the first state with a woman": the first of all it is not; the words of what one is the
    /// first to do, or nil where nothing follows.
    func ranked(_ head: Int, behind clauses: [Int] = []) -> Range<Int>? {
        // "one of six states that had voted": one of those that had.
        let isRanked =
            tree.words[head] == "one"
            && tree.children(head).contains {
                tree.labels[$0] == .nominalModifier && $0 > head && tree.has($0, .relativeClause)
            }
            || tree.children(head).contains {
                $0 < head && [.adjectivalModifier, .numeralModifier].contains(tree.labels[$0])
                    && (["only", "last", "latest", "youngest", "oldest"].contains(tree.words[$0])
                        || isOrdinal(tree.words[$0])
                        // "the worst storm that the town has seen"
                        || tree.tokens[$0].xpos == "JJS" && tree.has(head, .relativeClause))
            }
        guard isRanked else { return nil }
        var first = Spans.phrase(head, in: tree).lowerBound
        if first < head, tree.labels[first] == .determiner { first += 1 }
        let following = tree.children(head).filter {
            // "the latest move to cut output, as demand falls": an aside behind a comma is no part of it.
            let start = tree.subtree($0).first ?? $0
            if tree.labels[$0] == .adverbialClause, [tree.words[start], tree.words[max(0, start - 1)]].contains(",") {
                return false
            }
            switch tree.labels[$0] {
            case .adnominalClause, .openComplement, .adverbialClause, .nominalModifier, .relativeClause,
                .clausalSubject:
                return $0 > head
            default: return false
            }
        }
        let infinitives = clauses.filter { $0 > head && tree.children($0, .marker).contains { tree.words[$0] == "to" } }
        // "to serve in 2007 | and held the post": another act of its own.
        let ends = (following + infinitives).compactMap { clause in
            tree.subtree(clause) {
                tree.labels[$0] == .conjunct && ["VBD", "VBZ", "VBP"].contains(tree.tokens[$0].xpos)
                    || tree.labels[$0] == .apposition && tree.has($0, .relativeClause)
            }
            .last { tree.labels[$0] != .coordinator && tree.labels[$0] != .punctuation }
        }
        guard let last = ends.max(), last > head else {
            return nil
        }
        return first..<last + 1
    }

    private func isOrdinal(_ word: String) -> Bool {
        Lexicon.numberWords(word).contains { if case .ordinal = $0 { true } else { false } }
    }

    /// "both earned nine", "others left", "all but one voted": a quantifier alone says of nobody in particular.
    func namesNothing(_ head: Int) -> Bool {
        let word = tree.words[head]
        let isAlone = !tree.children(head).contains {
            tree.labels[$0].isNominalModifier || tree.labels[$0] == .numeralModifier
        }
        if SentenceContext.quantifiers.contains(word), isAlone { return true }
        // "the 90-foot MS Okar": how long she is.
        if head > 1, tree.words[head - 1] == "-", tree.tokens[head - 2].upos == "NUM", Lexicon.unit(word) != nil {
            return true
        }
        // "one of those", "two of them": of whom, another sentence tells.
        if SentenceContext.quantifiers.contains(word) || tree.tokens[head].upos == "NUM",
            tree.children(head).contains(where: {
                tree.labels[$0].isNominalModifier
                    && (["those", "these", "them", "which", "whom"].contains(tree.words[$0])
                        && tree.children($0).allSatisfy { tree.labels[$0] == .preposition }
                        // "all of a sudden"
                        || tree.words[$0] == "sudden")
            })
        {
            return true
        }
        // "the president, whose term ends": whose it is, the relative word does not say.
        if tree.children(head, .possessor).contains(where: { tree.words[$0] == "whose" }) { return true }
        return tree.subtree(head).contains {
            $0 < head && tree.words[$0] == "but" && $0 > 0 && ["all", "everyone", "none"].contains(tree.words[$0 - 1])
        }
    }

    /// "this included marches", "among others": a pointer alone; "those who left" are somebody.
    private func isBarePointer(_ head: Int) -> Bool {
        ["this", "that", "these", "those", "others", "both", "each", "other", "such"].contains(tree.words[head])
            && tree.children(head).allSatisfy { tree.labels[$0] == .preposition || tree.labels[$0] == .punctuation }
    }

    /// Whether a token heads a noun phrase: a nominal, or what the mentions know.
    private func isPhrase(_ head: Int) -> Bool {
        tree.isNominal(head) || type(head) != nil || tree.tokens[head].upos == "X"
            // "Some of the ministers agreed."
            || Self.quantifiers.contains(tree.words[head])
                && tree.children(head).contains { $0 > head && tree.prepositionWord($0) == "of" }
            || tree.children(head).contains { tree.labels[$0] == .determiner && $0 < head }
            || tree.labels[head] == .adjectivalModifier
    }

    private static let quantifiers: Set<String> = [
        "both", "all", "some", "others", "many", "most", "few", "each", "one", "another", "such", "these", "those",
        "several", "either", "more", "less", "other", "any", "anyone", "everyone", "everybody",
        "everything", "something", "someone", "somebody", "anything", "same", "latter", "former",
        "this", "that", "two", "three", "four", "half", "there", "what", "whatever", "whoever",
    ]

    private func isDigits(_ token: Int) -> Bool { tree.words[token].first?.isNumber ?? false }

    private func isDeath(_ relation: String) -> Bool {
        ["died", "killed", "wasKilled", "wasInjured"].contains(relation)
    }

    private func isDistanced(_ token: Int) -> Bool {
        ["allegedly", "reportedly", "supposedly", "purportedly", "apparently"].contains(tree.words[token])
    }

    /// A claim with a clause's status.
    func claim(
        predicate: [Int], relation: String, isNamed: Bool, subject: Int?, object: ClaimObject, status: Status,
        tense: Tense,
        qualifiers: [Qualifier] = []
    ) -> Claim {
        let predicate = Array(Set(predicate)).sorted()
        var subject = subject.flatMap { namesNothing($0) || !isPhrase($0) ? nil : $0 }
        // A thing is not done by words that are no noun phrase, nor by itself to itself.
        if case .phrase(let object) = object, object.head.sentence == index {
            if !isPhrase(object.head.token) || object.head.token == subject || isBarePointer(object.head.token) {
                subject = nil
            }
        }
        if let known = subject, case .phrase(let object) = object, isSame(known, object.head) { subject = nil }
        // "1720 had been discharged": of what, another clause tells.
        if let number = subject, tree.tokens[number].upos == "NUM", isDigits(number), !isDeath(relation),
            !tree.children(number).contains(where: { tree.labels[$0].isNominalModifier })
        {
            subject = nil
        }
        var status = status
        // "involved allegedly motivated chaos"
        if case .phrase(let object) = object, object.head.sentence == index,
            (subject.map { Array(Spans.phrase($0, in: tree)) } ?? []).contains(where: isDistanced)
                || object.span.contains(where: isDistanced)
        {
            status.weaken(.hedged)
        }
        // "put up http://…": an address that strayed into the text.
        if case .phrase(let object) = object, object.head.sentence == index,
            object.span.contains(where: { tree.words[$0].contains("://") })
        {
            subject = nil
        }
        // "joined Jan Vos": nobody is a member of a person.
        if relation == "memberOf", case .phrase(let object) = object, object.head.sentence == index,
            EntityTypes.isPerson(type(object.head.token)), isName(object.head.token)
        {
            subject = nil
        }
        var heads = subject.map { [$0] } ?? []
        if case .phrase(let object) = object, object.head.sentence == index { heads.append(object.head.token) }
        return Claim(
            sentence: index, predicate: predicate, relation: relation,
            isNamed: isNamed || vocabulary.relation(named: relation) != nil,
            surface: Spans.text(predicate, in: tree), subject: subject.map(argument), object: object,
            polarity: status.isNegated ? .negated : .affirmed, certainty: status.certainty,
            tense: status.isFuture ? .future : tense, attribution: status.speakers.map(speaker), qualifiers: qualifiers,
            isDoubtful: ReadingDoubt(tree: tree).isDoubtful(
                predicate, heads, isSpeech: vocabulary.relation(named: relation)?.isSpeech ?? false)
                && relation != "hasAge")
    }

    /// "Holm's mother, Ana Holm": where both sides of a relation are read as one, and no "himself" says so, the reading is wrong.
    private func isSame(_ subject: Int, _ object: TokenReference) -> Bool {
        guard object.sentence == index, !tree.words[object.token].hasSuffix("self"),
            !tree.words[object.token].hasSuffix("selves"),
            let one = mentions.mention(at: TokenReference(sentence: index, token: subject)),
            let other = mentions.mention(at: object)
        else { return false }
        return one.chain == other.chain && one.head != other.head
    }

    /// The status of what a noun phrase itself states ("the U.S.-backed plan"): the report's own, unless it stands inside
    /// quotation marks, where it is the speaker's.
    func modifierStatus(_ token: Int) -> Status {
        var status = Status()
        guard quotation.isInside[token], let clause = analysis.clauseIndex(containing: token) else { return status }
        let speakers = statuses.statuses[clause].speakers
        // A few quoted words inside the report's own sentence are the report's.
        guard !speakers.isEmpty || quotation.isWhole else { return status }
        status.speakers = speakers
        if speakers.isEmpty { status.weaken(.hedged) }
        return status
    }

    /// "was a judge", "had been the mayor", "used to be a singer": what somebody or something was. Who is told of in the past says of
    /// another's office nothing else than that it is held ("said that she was the mayor").
    func isOver(_ clause: Clause) -> Bool {
        guard let index = analysis.clauseIndex(containing: clause.head), statuses.statuses[index].speakers.isEmpty
        else {
            return false
        }
        let verbs = clause.copulas + clause.auxiliaries + (clause.kind == .verb ? [clause.head] : [])
        return verbs.contains { tree.tokens[$0].xpos == "VBD" }
    }

    /// The time of a clause's verb.
    func tense(of clause: Clause) -> Tense {
        let verbs =
            clause.auxiliaries + clause.sharedAuxiliaries + clause.copulas
            + (clause.kind == .copula ? [] : [clause.head])
        if verbs.contains(where: { tree.tokens[$0].xpos == "VBD" }) { return .past }
        if clause.auxiliaries.contains(where: { tree.lemmas[$0] == "have" }) { return .past }
        let isBareParticiple = clause.auxiliaries.isEmpty && clause.sharedAuxiliaries.isEmpty
        if isBareParticiple, tree.tokens[clause.head].xpos == "VBN" { return .past }
        return .present
    }

    /// The object that a phrase makes: a number where the relation takes one and the phrase has one.
    func object(_ head: Int, for relation: Relation?, of clause: Clause? = nil) -> ClaimObject {
        if let whole = jointDuration(head) { return .text(Spans.text(whole, in: tree), whole) }
        if relation?.takesQuantity ?? false, let quantity = quantities.quantity(at: head) {
            // "fell 3 percent": nothing that is counted.
            return .quantity(quantity, quantities.isPercent(head) ? nil : argument(head))
        }
        // "announced three days of mourning": the days are no measure of anything but the mourning.
        if quantities.isMeasure(head), Lexicon.unit(tree.words[head])?.kind == .time,
            tree.children(head).contains(where: {
                tree.labels[$0].isNominalModifier && tree.prepositionWord($0) == "of" && $0 > head
            })
        {
            let span = Spans.phrase(head, in: tree)
            return .text(Spans.text(span, in: tree), span)
        }
        if let quantity = quantities.quantity(at: head), isBareNumber(head) || quantities.isMeasure(head) {
            return .quantity(quantity, nil)
        }
        // "peaked at #19", "was diagnosed as obese"
        if ["#", "no.", "№"].contains(tree.words[head])
            || tree.tokens[head].upos == "ADJ" && tree.prepositionWord(head) == "as" && !tree.has(head, .determiner)
        {
            let span = Spans.phrase(head, in: tree)
            return .text(Spans.text(span, in: tree), span)
        }
        // "became the first woman to serve as speaker": the first of all she was not.
        if relation?.takesRole ?? false, let whole = ranked(head) { return .text(Spans.text(whole, in: tree), whole) }
        if relation?.takesRole ?? false { return .text(RoleText.text(head, in: self), Spans.phrase(head, in: tree)) }
        // "the role they play": they do not play the role they play.
        if clause.map({ tree.heads[$0.head] != head }) ?? true, let whole = withComplement(head) {
            return .text(Spans.text(whole, in: tree), whole)
        }
        return .phrase(argument(head))
    }

    /// A number that counts nothing that could be an entity: a sum of money, a percentage, a number alone.
    func isBareNumber(_ head: Int) -> Bool {
        // "one of the men" is a man.
        if tree.words[head] == "one", tree.children(head).contains(where: { tree.labels[$0].isNominalModifier }) {
            return false
        }
        return tree.tokens[head].upos == "NUM" || tree.tokens[head].upos == "SYM" || quantities.isPercent(head)
            || tree.words[head] == "%"
    }
}
