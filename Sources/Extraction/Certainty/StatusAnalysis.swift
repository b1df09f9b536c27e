/// The status of every clause of a sentence, read from the top of the tree down.
package struct StatusAnalysis: Sendable {
    /// Each clause's own status, by its index.
    package private(set) var statuses: [Status]
    /// What each clause stands under, before its own marks.
    package private(set) var contexts: [Status]
    /// The index of the clause that each clause is the content of ("said that …"), or nil.
    package private(set) var contentGovernors: [Int?]

    let analysis: ClauseAnalysis
    let sentence: Int
    let quotation: Quotation
    let carriedSpeaker: TokenReference?
    private var tree: DependencyTree { analysis.tree }

    /// Reads a sentence.
    /// - Parameters:
    ///   - analysis: its clauses.
    ///   - sentence: its index in the report.
    ///   - quotation: its quotation marks.
    ///   - carriedSpeaker: whose quotation goes on in a sentence that names no speaker, or nil.
    package init(
        _ analysis: ClauseAnalysis, sentence: Int = 0, quotation: Quotation? = nil,
        carriedSpeaker: TokenReference? = nil
    ) {
        self.analysis = analysis
        self.sentence = sentence
        self.quotation = quotation ?? Quotation(count: analysis.tree.count)
        self.carriedSpeaker = carriedSpeaker
        statuses = [Status](repeating: Status(), count: analysis.clauses.count)
        contexts = statuses
        contentGovernors = [Int?](repeating: nil, count: analysis.clauses.count)
        for index in analysis.topDown {
            var context = context(of: index)
            for speaker in AttributionRule.speakers(of: index, in: analysis) {
                let reference = TokenReference(sentence: sentence, token: speaker.head)
                if let governor = speaker.governor { contentGovernors[index] = governor }
                if !context.speakers.contains(reference) { context.speakers.append(reference) }
                if speaker.isHedged { context.weaken(.hedged) }
            }
            attributeQuotation(index, &context)
            contexts[index] = context
            statuses[index] = own(index, under: context)
        }
    }

    /// The speaker to whom quoted words of this sentence without a speaker of their own belong.
    package func quotes(_ token: Int) -> Bool { quotation.isInside[token] }

    /// Gives quoted words without a speaker theirs: the nearest verb of saying of the sentence, else whoever the quotation
    /// goes on from; words that nobody is known to say are never the report's own.
    private mutating func attributeQuotation(_ index: Int, _ context: inout Status) {
        let head = analysis.clauses[index].head
        guard quotation.isInside[head], !hasSpeakerOutside(context) else { return }
        if let cue = AttributionRule.cue(for: head, in: analysis, quotation: quotation), cue.clause != index {
            context.speakers.append(TokenReference(sentence: sentence, token: cue.speaker))
            if contentGovernors[index] == nil { contentGovernors[index] = cue.clause }
        } else if let carriedSpeaker {
            context.speakers.append(carriedSpeaker)
        } else if context.speakers.isEmpty {
            context.weaken(.hedged)
        }
    }

    /// Whether somebody outside the quotation marks is known to say it.
    private func hasSpeakerOutside(_ context: Status) -> Bool {
        context.speakers.contains { $0.sentence != sentence || !quotation.isInside[$0.token] }
    }

    // MARK: - From above

    private mutating func context(of index: Int) -> Status {
        let clause = analysis.clauses[index]
        var context = Status()
        guard let parent = clause.parent else {
            if quotation.isInside[clause.head], let carriedSpeaker { context.speakers = [carriedSpeaker] }
            if quotation.isInside[clause.head], carriedSpeaker == nil, isWholeQuotation { context.weaken(.hedged) }
            return context
        }
        let governor = tree.heads[clause.head]
        let isDirect = analysis.clauses[parent].head == governor
        if !isDirect, isInContent(clause, of: parent) { return contentContext(index, clause, parent) }
        switch clause.link {
        case .conjunct where isDirect && isFurtherContent(clause, parent):
            return contentContext(index, clause, parent)
        case .conjunct where isDirect: return conjunctContext(clause, parent)
        case .clausalComplement where isDirect:
            return contentContext(index, clause, parent)
        case .openComplement where isDirect, .clausalSubject where isDirect:
            return openContext(clause, parent)
        case .adverbialClause where isDirect, .clauseRelative where isDirect:
            return AdverbialStatusRule.context(
                of: clause, in: analysis, governor: statuses[parent], above: contexts[parent], parent: parent,
                sentence: sentence)
        case .parataxis where isDirect:
            if AttributionRule.isParatacticContent(clause, of: analysis.clauses[parent], in: tree) {
                return contentContext(index, clause, parent)
            }
            context = contexts[parent]
            if AttributionRule.isParatacticCue(clause, in: tree) {
                context.speakers.removeAll { $0 == reference(clause.subjects.first) }
            }
            return context
        case .relativeClause where isNounContent(clause), .adnominalClause, .clausalComplement, .openComplement:
            return NounScopeRule.context(
                of: clause, in: analysis, statuses: statuses, parent: parent, sentence: sentence)
        default:
            // A relative clause is said by whoever says the sentence, plainly; an apposition is the report's own word.
            if !isInApposition(clause) || quotation.isInside[clause.head] {
                context.speakers = statuses[parent].speakers
            }
            if clause.link == .relativeClause, isToldInFiction(clause) || isHedgedFromTheStart(first(of: parent)) {
                context.weaken(.hedged)
            }
            if let speaking = speaking(of: clause, parent) {
                return ComplementRule.status(.attributed, under: statuses[parent], speaker: reference(speaking))
            }
            return context
        }
    }

    /// "a play about a family that runs a shop": nobody runs one.
    private func isToldInFiction(_ clause: Clause) -> Bool {
        let noun = tree.heads[clause.head]
        guard noun >= 0, tree.prepositionWord(noun) == "about", tree.heads[noun] >= 0 else { return false }
        return ["play", "film", "movie", "novel", "comedy", "drama", "musical", "sitcom", "story", "fable"].contains(
            tree.lemmas[tree.heads[noun]])
    }

    /// The clause that a clause is joined to, itself where it is joined to none.
    private func first(of index: Int) -> Int {
        let first = analysis.clauseIndices[tree.firstConjunct(analysis.clauses[index].head)]
        return first >= 0 ? first : index
    }

    /// "Vos talked about how the bridge had been built.": who talks of what a clause behind a question word tells.
    private func speaking(of clause: Clause, _ parent: Int) -> Int? {
        let governor = analysis.clauses[parent]
        let word = tree.heads[clause.head]
        guard clause.link == .clauseRelative, AdverbialStatusRule.talking.contains(tree.lemmas[governor.head]),
            word >= 0, tree.tokens[word].xpos.hasPrefix("W"), tree.heads[word] == governor.head
        else { return nil }
        return AttributionRule.speaker(of: governor, in: tree)
    }

    /// "The meeting focused on trade and Vos thanked them, the ministry said.": whether a clause stands below a phrase without a
    /// predicate (so the parser has it) that a verb of saying has as its content.
    private func isInContent(_ clause: Clause, of parent: Int) -> Bool {
        let verb = analysis.clauses[parent].head
        guard ComplementTable.content[tree.lemmas[verb]] != nil else { return false }
        var at = clause.head
        while tree.heads[at] >= 0, tree.heads[at] != verb { at = tree.heads[at] }
        return tree.labels[at] == .clausalComplement && analysis.clauseIndices[at] < 0
            && clause.link != .relativeClause
    }

    /// "an allegation he attacked her": what is alleged, though the tree makes it a relative clause.
    private func isNounContent(_ clause: Clause) -> Bool {
        let noun = tree.heads[clause.head]
        guard noun >= 0, clause.kind == .verb, let subject = clause.subjects.first, subject > noun,
            subject < clause.head,
            tree.subtree(clause.head).first == tree.subtree(subject).first,
            [.attributedHedged, .denied, .doubted].contains(ComplementTable.noun[tree.lemmas[noun]])
        else { return false }
        return clause.objects.contains { $0 > clause.head } || clause.isPassive || !clause.contents.isEmpty
    }

    /// Whether a clause stands on an apposition within its sentence ("…, a goal that many reject").
    private func isInApposition(_ clause: Clause) -> Bool {
        var at = tree.heads[clause.head]
        while at >= 0, analysis.clauseIndices[at] < 0 || tree.labels[at] == .apposition {
            if tree.labels[at] == .apposition { return true }
            at = tree.heads[at]
        }
        return false
    }

    private var isWholeQuotation: Bool { quotation.isWhole }

    private func reference(_ token: Int?) -> TokenReference? {
        token.map { TokenReference(sentence: sentence, token: $0) }
    }

    private func conjunctContext(_ clause: Clause, _ parent: Int) -> Status {
        let parentMarks = OwnMarks(analysis.clauses[parent], in: tree)
        var context = contexts[parent]
        if clause.subjectOrigin == .own, let but = tree.child(clause.head, .coordinator), tree.words[but] == "but" {
            // "He paid, according to prosecutors, but the law forbids a trial": what they say ends before "but".
            for (phrase, source) in SourcePhrase.phrases(in: tree)
            where analysis.clauses[parent].head < phrase && phrase < but {
                context.speakers.removeAll { $0 == reference(source) }
            }
        }
        let sharesSubject = clause.subjectOrigin != .own
        if sharesSubject, clause.auxiliaries.isEmpty, clause.copulas.isEmpty,
            !clause.sharedAuxiliaries.isEmpty || isUninflected(clause) || sharesModal(clause, analysis.clauses[parent])
        {
            context = statuses[parent]
            let hasBut = tree.children(clause.head, .coordinator).contains { tree.words[$0] == "but" }
            if hasBut { context.isNegated = contexts[parent].isNegated }
        } else if sharesSubject && parentMarks.isHedgedByAdverb || isHedgedFromTheStart(parent) {
            context.weaken(.hedged)
        }
        if sharesSubject, isHearsay(parent, clause) { context.weaken(.hedged) }
        return context
    }

    /// "Reportedly, two people died and eight were hurt": an adverb before all else hedges all of it.
    private func isHedgedFromTheStart(_ parent: Int) -> Bool {
        let clause = analysis.clauses[parent]
        return clause.adverbs.contains { adverb in
            OwnMarks.hedges.contains(tree.words[adverb]) && adverb + 1 < tree.count && tree.words[adverb + 1] == ","
                && clause.subjects.allSatisfy { $0 > adverb } && adverb < clause.head
        }
    }

    /// "He is reported to have jumped on a stage and claimed that": both are reported.
    private func isHearsay(_ parent: Int, _ clause: Clause) -> Bool {
        let governor = analysis.clauses[parent]
        guard governor.isPassive, clause.auxiliaries.isEmpty, !clause.isPassive,
            ["VBN", "VBD"].contains(tree.tokens[clause.head].xpos),
            ComplementTable.infinitive[tree.lemmas[governor.head]] == .hedged
        else { return false }
        return governor.openComplements.contains { $0 > governor.head && $0 < clause.head }
    }

    /// "The agency said the warnings were lifted and the storm had weakened.": with a subject of its own and no comma
    /// before it, what is joined to a verb of saying behind its content is more of the content.
    private func isFurtherContent(_ clause: Clause, _ parent: Int) -> Bool {
        let governor = analysis.clauses[parent]
        guard clause.subjectOrigin == .own, governor.kind == .verb, let content = governor.contents.first,
            content > governor.head, content < clause.head,
            ComplementTable.content[tree.lemmas[governor.head]] != nil,
            ComplementTable.content[tree.lemmas[clause.head]] == nil || clause.kind != .verb || clause.isPassive,
            let joint = tree.children(clause.head, .coordinator).first, joint > 0
        else { return false }
        // "said their thoughts were with him, and they were looking into it"
        let isProgressive =
            tree.tokens[clause.head].xpos == "VBG" && clause.auxiliaries.contains { tree.words[$0].hasPrefix("w") }
            && clause.subjects.contains { tree.tokens[$0].upos == "PRON" }
        let isBackshifted =
            isProgressive || clause.auxiliaries.contains { ["had", "would", "could"].contains(tree.words[$0]) }
        return ![",", ";"].contains(tree.words[joint - 1]) || isBackshifted
    }

    /// "The taxes will hurt farmers, and have an impact on trade.": a bare verb behind a modal shares it, present as it may look.
    private func sharesModal(_ clause: Clause, _ governor: Clause) -> Bool {
        tree.tokens[clause.head].xpos == "VBP" && governor.kind == .verb
            && governor.auxiliaries.contains { tree.tokens[$0].xpos == "MD" }
            && tree.tokens[governor.head].xpos == "VB"
    }

    private func isUninflected(_ clause: Clause) -> Bool {
        switch tree.tokens[clause.head].xpos {
        case "VB", "VBG", "VBN", "JJ", "NN", "NNS": true
        default: false
        }
    }

    private mutating func contentContext(_ index: Int, _ clause: Clause, _ parent: Int) -> Status {
        let governor = analysis.clauses[parent]
        // Words in quotation marks are what is said; inside them verbs of thinking hedge as elsewhere.
        let isQuoted = quotation.isInside[clause.head] && !quotation.isInside[governor.head]
        let effect = ContentRule.effect(of: governor, on: clause, in: tree, isQuoted: isQuoted)
        contentGovernors[index] = parent
        let speaker = AttributionRule.speaker(of: governor, in: tree)
        if clause.marks.contains(where: { ["whether", "if"].contains(tree.words[$0]) }) {
            // "did not say whether it closed": nobody says that it did not.
            var above = statuses[parent]
            above.isNegated = false
            return ComplementRule.status(effect, under: above, speaker: reference(speaker))
        }
        return ComplementRule.status(effect, under: statuses[parent], speaker: reference(speaker))
    }

    private func openContext(_ clause: Clause, _ parent: Int) -> Status {
        let governor = analysis.clauses[parent]
        let effect = ContentRule.openEffect(of: governor, on: clause, in: tree)
        var status = ComplementRule.status(
            effect, under: statuses[parent], speaker: reference(AttributionRule.speaker(of: governor, in: tree)))
        if ContentRule.liesAhead(governor, in: tree) { status.isFuture = true }
        // "promised to sign": whoever promises says that they will.
        if effect == .unrealised, !governor.isPassive, clause.subjectOrigin == .controlled,
            let promising = governor.subjects.first, clause.subjects.first == promising,
            ComplementTable.committing.contains(tree.lemmas[governor.head])
        {
            let speaker = TokenReference(sentence: sentence, token: promising)
            if !status.speakers.contains(speaker) { status.speakers.insert(speaker, at: 0) }
        }
        return status
    }

    // MARK: - From the clause itself

    private func own(_ index: Int, under context: Status) -> Status {
        let clause = analysis.clauses[index]
        var status = context
        if clause.isClausalPredicate(in: tree) || clause.copulas.count > 1,
            let outer = tree.child(clause.head, .outerSubject)
        {
            // "The fear is that banks will close": as sure as a fear is.
            let effect = NounScopeRule.effect(of: outer, in: tree) ?? .hedged
            status = ComplementRule.status(effect, under: status, speaker: nil)
        }
        let marks = OwnMarks(clause, in: tree)
        if marks.isNegated { status.isNegated.toggle() }
        status.weaken(marks.certainty)
        if marks.isFuture { status.isFuture = true }
        if marks.isWould {
            if hasCondition(clause) {
                status.weaken(.conditional)
            } else if !context.speakers.isEmpty {
                status.isFuture = true
            } else {
                status.weaken(.unrealised)
            }
        }
        if hasCondition(clause) || isInverted(clause) { status.weaken(.conditional) }
        if isAlternative(clause), !status.isNegated { status.weaken(.hedged) }
        if isQuestion(clause) || isImperative(clause) { status.weaken(.unrealised) }
        return status
    }

    /// "Had workers agreed, the plant would have closed.": a condition, even where the parser takes it for the main clause.
    private func isInverted(_ clause: Clause) -> Bool {
        guard let first = clause.auxiliaries.first, let subject = clause.subjects.first, first < subject,
            ["had", "were", "should"].contains(tree.words[first]), subject < clause.head
        else { return false }
        let start = tree.subtree(clause.head).first ?? first
        return (start == first || first == 0) && !tree.words.contains("?")
    }

    /// "is either elected or replaced": one of two clauses is so, and nobody says which.
    private func isAlternative(_ clause: Clause) -> Bool {
        let first = tree.firstConjunct(clause.head)
        return tree.conjuncts(first).contains { member in
            guard member != first || tree.labels[member] == .conjunct, analysis.clauseIndices[member] >= 0 else {
                return false
            }
            return tree.children(member, .coordinator).contains { tree.words[$0] == "or" }
        }
    }

    private func hasCondition(_ clause: Clause) -> Bool {
        clause.adverbials.contains { adverbial in
            guard let condition = analysis.clause(headedBy: adverbial) else { return false }
            return AdverbialStatusRule.makesConditional(condition, main: clause, in: tree)
        }
    }

    private func isQuestion(_ clause: Clause) -> Bool {
        guard clause.link == .root || clause.link == .parataxis || clause.link == .conjunct else { return false }
        return tree.children(clause.head, .punctuation).contains { tree.words[$0].contains("?") && $0 > clause.head }
    }

    private func isImperative(_ clause: Clause) -> Bool {
        clause.link == .root && clause.kind == .verb && clause.subjects.isEmpty && clause.auxiliaries.isEmpty
            && tree.tokens[clause.head].xpos == "VB"
    }
}
