import English

/// Joins he, she, it and they to the likeliest of what was mentioned before; a doubtful one stays alone.
struct PronounSieve {
    private let features: [MentionFeatures]
    private let views: [SentenceView]
    private let quotations: QuotationNumbers
    /// The person that each sentence begins with as its subject.
    private let leaders: [Int: Int]
    /// How many persons were mentioned before each mention, each as often as he was.
    private let personsBefore: [Int]

    /// What separates a sure antecedent from a guess: nothing below counts as one.
    private static let farthest = 3
    /// What an antecedent of it or they must reach: below, several are as likely.
    private static let least = -1.0

    /// What may be meant by they though it is one.
    private static let groups: Set<String> = [
        "Organization", "GovernmentOrganization", "ArmedGroup", "Group", "Company", "PoliticalParty",
    ]

    static func run(_ chains: inout ChainSet, views: [SentenceView], quotations: QuotationNumbers) {
        var leaders: [Int: Int] = [:]
        for (index, one) in chains.features.enumerated()
        where one.isNamed && one.mention.type == "Person" && one.role == .subject && one.mention.span.lowerBound == 0 {
            leaders[one.sentence] = index
        }
        var personsBefore = [0]
        for one in chains.features {
            let isPerson = one.mention.type == "Person" || one.isPronoun && one.gender != nil
            personsBefore.append((personsBefore.last ?? 0) + (isPerson ? 1 : 0))
        }
        let sieve = PronounSieve(
            features: chains.features, views: views, quotations: quotations, leaders: leaders,
            personsBefore: personsBefore)
        for (index, one) in chains.features.enumerated() where one.isPronoun && one.person == 3 {
            guard one.pronoun != .demonstrative, !sieve.isEmptySubject(one),
                let antecedent = sieve.antecedent(index, chains)
            else {
                continue
            }
            chains.join(antecedent, index)
        }
    }

    private func antecedent(_ index: Int, _ chains: ChainSet) -> Int? {
        let pronoun = features[index]
        var best: (score: Double, index: Int)?
        for other in stride(from: index - 1, through: 0, by: -1) {
            let candidate = features[other]
            if distance(candidate, to: pronoun) > window(pronoun) { break }
            guard isPossible(candidate, other, for: pronoun, index, chains) else { continue }
            let score = score(candidate, other, for: pronoun, chains)
            if best.map({ score > $0.score }) ?? true { best = (score, other) }
        }
        guard let best else { return nil }
        return pronoun.gender == nil && best.score < Self.least ? nil : best.index
    }

    /// How many sentences apart they are; those of the quotation that ends before the pronoun count as one.
    private func distance(_ candidate: MentionFeatures, to pronoun: MentionFeatures) -> Int {
        let start = endedQuotation(pronoun).map { quotations.starts[$0] } ?? pronoun.sentence
        return max(0, start - candidate.sentence)
    }

    /// "It is the council that decides", "it is said that": it stands for the clause behind it.
    private func isEmptySubject(_ pronoun: MentionFeatures) -> Bool {
        guard pronoun.word == "it", pronoun.governor >= 0 else { return false }
        let tree = views[pronoun.sentence].tree
        let predicate = pronoun.governor
        guard tree.labels[pronoun.mention.head.token].isSubject else { return false }
        let behind = tree.children(predicate).filter { $0 > predicate }
        if tree.has(predicate, .copula) {
            return behind.contains { child in
                switch tree.labels[child] {
                case .clausalSubject, .clausalComplement, .openComplement, .relativeClause, .clauseRelative: true
                case .adverbialClause, .adnominalClause:
                    tree.child(child, .marker).map { ["that", "to", "for", "if", "when"].contains(tree.words[$0]) }
                        ?? false
                default: false
                }
            } || ["because", "time", "why"].contains(tree.words[predicate])
        }
        if tree.lemmas[predicate] == "take" {
            // "It took five hours to put out the fire."
            return behind.contains { child in
                [.openComplement, .adverbialClause, .clausalComplement].contains(tree.labels[child])
                    && tree.child(child, .marker).map { tree.words[$0] } == "to"
            }
        }
        if tree.has(predicate, .passiveAuxiliary)
            || ["seem", "appear", "happen", "turn", "emerge"].contains(tree.lemmas[predicate])
        {
            return behind.contains { [.clausalSubject, .clausalComplement].contains(tree.labels[$0]) }
        }
        return false
    }

    /// How many sentences back an antecedent may stand.
    private func window(_ pronoun: MentionFeatures) -> Int {
        switch pronoun.pronoun {
        case .thing: 1
        case .plural: 2
        default: Self.farthest
        }
    }

    private func isPossible(
        _ candidate: MentionFeatures, _ other: Int, for pronoun: MentionFeatures, _ index: Int, _ chains: ChainSet
    ) -> Bool {
        // A phrase that the pronoun stands in cannot be what it means, nor can one that ends after it.
        if candidate.sentence == pronoun.sentence {
            if candidate.mention.span.overlaps(pronoun.mention.span), !isRelativeSpeaker(candidate, of: pronoun) {
                return false
            }
            if candidate.mention.span.lowerBound > pronoun.mention.span.lowerBound { return false }
        }
        if candidate.isPronoun, candidate.person != 3 { return false }
        if candidate.pronoun == .demonstrative { return false }
        if candidate.mention.type == "Date" || isNationality(candidate) || isMereSetting(candidate, of: pronoun) {
            return false
        }
        if isBodyOfTitle(candidate, of: pronoun) || isDeed(pronoun) && candidate.isNamed { return false }
        if isSaying(pronoun), !canSpeak(candidate, chains.summary(other)) || isQuoted(candidate, beside: pronoun) {
            return false
        }
        if isOwnSpeaker(candidate, of: pronoun) { return false }
        let summary = chains.summary(other)
        guard agrees(candidate, summary, with: pronoun) else { return false }
        // "since he was pardoned by Vos": whoever is named beside it under one verb is somebody else.
        if summary.members.contains(where: {
            features[$0].sentence == pronoun.sentence && areCoArguments(features[$0], pronoun)
        }) {
            return false
        }
        return !areCoArguments(candidate, pronoun)
    }

    /// "The army denied it.": what one denies, admits or confirms is a deed, and nobody named.
    private func isDeed(_ pronoun: MentionFeatures) -> Bool {
        guard pronoun.pronoun == .thing, pronoun.role == .object, pronoun.governor >= 0 else { return false }
        let verb = views[pronoun.sentence].tree.lemmas[pronoun.governor]
        return ["deny", "admit", "confirm", "say", "regret", "mean"].contains(verb)
    }

    /// "German carmaker Volta said it would sell.": a nationality before a noun is nobody that "it" could mean.
    private func isNationality(_ candidate: MentionFeatures) -> Bool {
        guard candidate.isNamed, candidate.mention.canonicalName != nil, candidate.mention.span.count <= 2 else {
            return false
        }
        let tree = views[candidate.sentence].tree
        let head = candidate.mention.head.token
        return [.adjectivalModifier, .title].contains(tree.labels[head]) && tree.heads[head] > head
            && Lexicon.country(named: tree.tokens[head].form) == nil
    }

    /// "UN chief Ada Holm welcomed it": the body before a title is not what its bearer acts upon.
    private func isBodyOfTitle(_ candidate: MentionFeatures, of pronoun: MentionFeatures) -> Bool {
        guard candidate.sentence == pronoun.sentence, pronoun.role == .object, pronoun.pronoun == .thing else {
            return false
        }
        let tree = views[candidate.sentence].tree
        let head = candidate.mention.head.token
        guard [.compound, .possessor, .adjectivalModifier].contains(tree.labels[head]), tree.heads[head] >= 0 else {
            return false
        }
        let title = tree.heads[head]
        return tree.labels[title] == .title
            || tree.labels[title].isSubject && tree.heads[title] == pronoun.governor
                && Lexicon.isPersonNoun(tree.lemmas[title])
    }

    /// "The plane from Lund, Sweden, turned before it landed": a place that only tells where is not what acts.
    private func isMereSetting(_ candidate: MentionFeatures, of pronoun: MentionFeatures) -> Bool {
        guard candidate.isNamed, candidate.isPlace, pronoun.role == .subject, candidate.role == .other else {
            return false
        }
        let tree = views[candidate.sentence].tree
        let head = candidate.mention.head.token
        guard tree.labels[head] != .possessor else { return false }
        guard let preposition = tree.prepositionWord(head) else {
            let start = candidate.mention.span.lowerBound
            return start > 0 && tree.words[start - 1] == ","
        }
        return ["in", "from", "near", "at", "to", "into", "outside", "around"].contains(preposition)
    }

    /// "It cited the ministry": whoever says something can speak.
    private func isSaying(_ pronoun: MentionFeatures) -> Bool {
        guard pronoun.role == .subject, pronoun.governor >= 0 else { return false }
        let tree = views[pronoun.sentence].tree
        let lemma = tree.lemmas[pronoun.governor]
        return !tree.has(pronoun.governor, .passiveAuxiliary)
            && (Lexicon.contains(lemma, in: .sayingVerb) || Lexicon.contains(lemma, in: .judgingVerb)
                || Lexicon.contains(lemma, in: .claimingVerb))
    }

    /// '"Vos is guilty," he said', "Vos was with his crew when they were attacked, they said": who says it is nobody that only
    /// what is said speaks of.
    private func isQuoted(_ candidate: MentionFeatures, beside pronoun: MentionFeatures) -> Bool {
        guard pronoun.quotation < 0 else { return false }
        if candidate.quotation >= 0, quotations.numbers[pronoun.sentence].contains(candidate.quotation) { return true }
        guard candidate.sentence == pronoun.sentence else { return false }
        // "The number of births was 8 million, it said"
        if pronoun.pronoun == .thing, candidate.mention.kind == .common, !canAct(candidate),
            views[pronoun.sentence].tree.dominates(pronoun.governor, candidate.mention.head.token)
        {
            return true
        }
        // "The bank might sell it, they say"
        if pronoun.pronoun == .plural, candidate.number != .plural, candidate.governor != pronoun.governor,
            views[pronoun.sentence].tree.dominates(pronoun.governor, candidate.mention.head.token)
        {
            return true
        }
        return pronoun.pronoun == .plural && !candidate.isNamed && (candidate.isPronoun || candidate.role != .subject)
            && views[pronoun.sentence].tree.dominates(pronoun.governor, candidate.mention.head.token)
    }

    private func canAct(_ candidate: MentionFeatures) -> Bool {
        EntityTypes.isAgent(candidate.mention.type)
            || ["report", "study", "statement", "survey", "poll", "paper", "document"].contains(
                views[candidate.sentence].tree.lemmas[candidate.mention.head.token])
    }

    /// "Vos says the man left, but he says": whoever has just said something says more.
    private func isSpeaker(_ candidate: MentionFeatures, orThinker: Bool) -> Bool {
        guard candidate.quotation < 0, !isSaying(candidate) else { return candidate.quotation < 0 }
        // "Vos suggested that they wait": what has a clause of its own behind it.
        guard orThinker, candidate.role == .subject, candidate.governor >= 0 else { return false }
        let tree = views[candidate.sentence].tree
        return tree.children(candidate.governor).contains { child in
            tree.labels[child] == .clausalComplement && tree.children(child).contains { tree.labels[$0].isSubject }
        }
    }

    /// "Warnings came from Vos. He said": no other person stands between, nor beside it.
    private func isOnlyPerson(
        _ candidate: MentionFeatures, _ index: Int, before pronoun: MentionFeatures, _ chains: ChainSet
    ) -> Bool {
        func others(_ step: Int) -> Bool {
            var at = index + step
            while features.indices.contains(at), features[at] !== pronoun, features[at].sentence >= candidate.sentence {
                let one = features[at]
                let isPerson =
                    one.mention.type == "Person" && one.number != .plural || one.isPronoun && one.gender != nil
                if isPerson, one.quotation < 0, chains.first(at) != chains.first(index) { return true }
                at += step
            }
            return false
        }
        return candidate.quotation < 0 && !others(1) && !others(-1)
    }

    /// 'Vos says Holm is guilty. "We know it," he said': Vos, and not whom Vos spoke of.
    private func isSpokenOf(_ candidate: MentionFeatures) -> Bool {
        let tree = views[candidate.sentence].tree
        var at = candidate.mention.head.token
        while at >= 0 {
            let above = tree.heads[at]
            if tree.labels[at] == .clausalComplement, above >= 0,
                tree.children(above).contains(where: { tree.labels[$0] == .subject })
            {
                return true
            }
            at = above
        }
        return false
    }

    /// '"It is over," he said': right behind a quotation.
    private func endedQuotation(_ pronoun: MentionFeatures) -> Int? {
        guard pronoun.quotation < 0 else { return nil }
        return quotations.numbers[pronoun.sentence].prefix(pronoun.mention.head.token).prefix(2).first { $0 >= 0 }
    }

    /// "Ana Holm was pardoned.\nEva Vos was convicted. She": a paragraph that begins with another person is about that one.
    private func isLeft(_ candidate: MentionFeatures, for pronoun: MentionFeatures) -> Bool {
        guard candidate.sentence < pronoun.sentence,
            let start = (candidate.sentence + 1...pronoun.sentence).last(where: { views[$0].startsLine })
        else { return false }
        guard start < pronoun.sentence, let leader = leaders[start] else { return false }
        return features[leader].gender == nil || features[leader].gender == pronoun.gender
    }

    private func canSpeak(_ candidate: MentionFeatures, _ summary: ChainSet.Summary) -> Bool {
        switch summary.type {
        case "Product", "Facility", "Event", "Date", "Place": summary.hasName && summary.type == "Place"
        case "Thing": candidate.isPronoun || summary.hasName || candidate.number != .plural
        default: true
        }
    }

    private func agrees(_ candidate: MentionFeatures, _ summary: ChainSet.Summary, with pronoun: MentionFeatures)
        -> Bool
    {
        switch pronoun.pronoun {
        case .personal:
            guard summary.type == "Person", summary.number != .plural, candidate.number != .plural else { return false }
            // "told The Harbour. She said": a name with an article is seldom a person's.
            if candidate.isNamed, candidate.determiner == "the", !summary.isSureType { return false }
            return summary.gender == nil || summary.gender == pronoun.gender
        case .thing:
            if candidate.isPronoun { return candidate.pronoun == .thing }
            return summary.type != "Person" && summary.type != "Group" && candidate.number != .plural
        default:
            if candidate.isPronoun { return candidate.pronoun == .plural }
            if candidate.number == .plural { return true }
            return Self.groups.contains(summary.type)
        }
    }

    /// Who says a quotation is I in it, not he.
    private func isOwnSpeaker(_ candidate: MentionFeatures, of pronoun: MentionFeatures) -> Bool {
        guard pronoun.quotation >= 0, candidate.sentence == pronoun.sentence, candidate.quotation != pronoun.quotation,
            candidate.role == .subject, candidate.governor >= 0
        else { return false }
        return Lexicon.contains(views[pronoun.sentence].tree.lemmas[candidate.governor], in: .sayingVerb)
    }

    /// "She urged the mayor to drop his plan": the object of the verb above is the subject of the infinitive.
    private func isUnderstoodSubject(_ candidate: MentionFeatures, of pronoun: MentionFeatures) -> Bool {
        guard candidate.sentence == pronoun.sentence, candidate.role == .object, candidate.governor >= 0 else {
            return false
        }
        let tree = views[pronoun.sentence].tree
        var at = pronoun.mention.head.token
        while at >= 0 {
            let isInfinitive =
                tree.labels[at] == .adverbialClause && tree.child(at, .marker).map { tree.words[$0] } == "to"
            if [.openComplement, .clausalComplement].contains(tree.labels[at])
                || isInfinitive && Lexicon.contains(tree.lemmas[candidate.governor], in: .unrealisingVerb)
            {
                return tree.heads[at] == candidate.governor && !tree.children(at).contains { tree.labels[$0].isSubject }
            }
            if tree.labels[at].isSubject { return false }
            at = tree.heads[at]
        }
        return false
    }

    /// "Vos, who said that he would resign": who says it is meant, though the pronoun stands in his own phrase.
    private func isRelativeSpeaker(_ candidate: MentionFeatures, of pronoun: MentionFeatures) -> Bool {
        guard candidate.sentence == pronoun.sentence, pronoun.role == .subject, pronoun.governor >= 0 else {
            return false
        }
        let tree = views[pronoun.sentence].tree
        let content = tree.firstConjunct(pronoun.governor)
        let saying = tree.heads[content]
        guard saying >= 0, tree.labels[content] == .clausalComplement else { return false }
        let clause = tree.firstConjunct(saying)
        return tree.labels[clause] == .relativeClause && tree.heads[clause] == candidate.mention.head.token
            && tree.children(clause).contains { tree.labels[$0].isSubject && tree.isRelativeWord($0) }
    }

    /// Two arguments of one verb are two things unless the pronoun is reflexive.
    private func areCoArguments(_ candidate: MentionFeatures, _ pronoun: MentionFeatures) -> Bool {
        guard candidate.sentence == pronoun.sentence, candidate.governor == pronoun.governor, candidate.governor >= 0
        else {
            return false
        }
        if Lexicon.contains(pronoun.word, in: .reflexivePronoun) { return false }
        let tree = views[pronoun.sentence].tree
        let label = tree.labels[tree.firstConjunct(pronoun.mention.head.token)]
        let other = tree.labels[tree.firstConjunct(candidate.mention.head.token)]
        func isArgument(_ label: Dependency) -> Bool {
            label.isSubject || label.isOblique || label == .object || label == .indirectObject
        }
        return isArgument(label) && isArgument(other)
    }

    /// Source: weights of the prototype (design notes, section 3); bars stand in `isPossible`.
    private func score(_ candidate: MentionFeatures, _ other: Int, for pronoun: MentionFeatures, _ chains: ChainSet)
        -> Double
    {
        let summary = chains.summary(other)
        // He and she stay with one person over sentences; it and they change.
        let isPerson = pronoun.gender != nil
        let distance = distance(candidate, to: pronoun)
        let endsQuotation = endedQuotation(pronoun) != nil
        var score = (isPerson ? -2.0 : -3.0) * Double(distance)
        switch candidate.role {
        case .subject: score += isPerson ? 1.5 : 2
        case .object: score += 0.7
        case .other: break
        }
        if candidate.isNested { score -= 0.7 }
        if candidate.isPronoun, summary.members.count > 1 { score += 1.2 }
        if candidate.isNamed { score += 0.5 }
        // Who was spoken of often is likely meant again, and more so where few others were; of things that holds less.
        let earlier = summary.members.count { $0 < other }
        if isPerson {
            let share = Double(earlier) / Double(max(1, personsBefore[other]))
            score += 0.5 * Double(min(6, earlier)) * min(1, share / 0.3)
            // "Vos was sentenced after he fled": the subject of the clause around it.
            if distance == 0, candidate.role == .subject { score += 0.7 }
            // "Vos left when a friend called her": whom the sentence names as its subject.
            if distance == 0, candidate.sentence == pronoun.sentence, candidate.isNamed, candidate.role == .subject {
                score += 0.3
            }
            if distance == 1, pronoun.role == .subject,
                isSaying(pronoun) || candidate.isNamed && candidate.role != .other,
                isOnlyPerson(candidate, other, before: pronoun, chains)
            {
                score += candidate.isNamed ? 2 : 1
            }
        } else {
            score += 0.3 * Double(min(3, earlier))
        }
        if let gender = summary.gender, gender == pronoun.gender { score += 1 }
        if isSaying(pronoun), isSpeaker(candidate, orThinker: isPerson) {
            score += endsQuotation ? (distance <= 1 ? 2.5 : 1.5) : 1
        } else if isPerson, isSaying(pronoun), endsQuotation, isSpokenOf(candidate) {
            score -= 2
        }
        if isUnderstoodSubject(candidate, of: pronoun) || isRelativeSpeaker(candidate, of: pronoun) { score += 2.5 }
        if isPerson, isLeft(candidate, for: pronoun) { score -= 3 }
        // An unknown name is taken for a person's when nothing else is known.
        if pronoun.gender != nil, summary.hasName, !summary.isSureType, summary.gender == nil { score -= 0.7 }
        return score
    }
}
