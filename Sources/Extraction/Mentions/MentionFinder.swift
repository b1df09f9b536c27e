import English

/// Finds the phrases of a report that refer to something: names, descriptions, pronouns.
public enum MentionFinder {
    /// The mentions of a report, in the order of the text, each in a chain of its own.
    public static func mentions(in sentences: [Sentence]) -> [Mention] {
        mentions(in: sentences, views: sentences.map(SentenceView.init))
    }

    /// The same, of sentences that have been looked at already.
    static func mentions(in sentences: [Sentence], views: [SentenceView]) -> [Mention] {
        var found: [Found] = []
        let recurring = recurringNouns(sentences)
        for (index, view) in views.enumerated() {
            found += SentenceMentions(view, sentence: index, recurring: recurring).found()
        }
        settleTypes(&found)
        nameSurnames(&found, sentences)
        return found.enumerated().map { chain, found in
            var mention = found.mention
            mention.chain = chain
            return mention
        }
    }

    /// A mention with what its type rests on.
    struct Found {
        var mention: Mention
        var strength: TypeGuess.Strength
        /// The name's words, or "" for no name.
        var name: String
    }

    /// The lemmas of nouns that stand in the report alone and before another noun: "iodine" and "iodine deficiency".
    private static func recurringNouns(_ sentences: [Sentence]) -> Set<String> {
        var heads: Set<String> = []
        var modifiers: Set<String> = []
        for sentence in sentences {
            for token in sentence.tokens where token.upos == "NOUN" && token.xpos == "NN" {
                if token.relation == "compound" { modifiers.insert(token.lemma) } else { heads.insert(token.lemma) }
            }
        }
        return heads.intersection(modifiers)
    }

    /// A lone word at the start of a sentence, tagged as a common noun, that is the surname of somebody named elsewhere in the
    /// report, is that name: "Day made albums."
    private static func nameSurnames(_ found: inout [Found], _ sentences: [Sentence]) {
        var surnames: Set<String> = []
        for one in found where one.mention.type == "Person" && one.mention.kind == .named {
            let words = one.name.split(separator: " ")
            if words.count > 1, words.count < 5, let last = words.last, last.utf8.count > 1 {
                surnames.insert(String(last))
            }
        }
        guard !surnames.isEmpty else { return }
        for index in found.indices {
            let mention = found[index].mention
            let token = sentences[mention.head.sentence].tokens[mention.head.token]
            guard surnames.contains(token.form), mention.type != "Person" || mention.kind == .common,
                mention.kind == .common
                    ? mention.span.lowerBound == mention.head.token
                    : mention.nameSpan?.count == 1 && !mention.isTypeSure
            else { continue }
            let head = mention.head.token
            found[index].mention.kind = .named
            found[index].mention.nameSpan = head..<head + 1
            found[index].mention.type = "Person"
            found[index].strength = .lexical
            found[index].name = token.form
        }
    }

    /// A name that is typed by a weak rule here takes the type that a surer rule gave it elsewhere in the report; so does a part
    /// of a person's name.
    private static func settleTypes(_ found: inout [Found]) {
        var best: [String: (type: String, strength: TypeGuess.Strength)] = [:]
        for one in found where !one.name.isEmpty && one.strength > .context {
            let known = best[one.name]
            if known.map({ $0.strength < one.strength }) ?? true { best[one.name] = (one.mention.type, one.strength) }
            guard one.mention.type == "Person", one.strength == .sure else { continue }
            let words = one.name.split(separator: " ")
            if words.count > 1, let last = words.last, best[String(last)] == nil {
                best[String(last)] = ("Person", .lexical)
            }
        }
        for index in found.indices where !found[index].name.isEmpty {
            guard let known = best[found[index].name], known.strength > found[index].strength else { continue }
            found[index].mention.type = known.type
            found[index].strength = known.strength
            found[index].mention.isTypeSure = known.strength == .sure
        }
    }
}

/// The mentions of one sentence.
private struct SentenceMentions {
    let view: SentenceView
    let sentence: Int
    let recurring: Set<String>
    let spans: MentionSpans
    let names: NameSpans
    let types: MentionTypes
    var tree: DependencyTree { view.tree }

    init(_ view: SentenceView, sentence: Int, recurring: Set<String>) {
        self.view = view
        self.recurring = recurring
        self.sentence = sentence
        spans = MentionSpans(view)
        names = NameSpans(view)
        types = MentionTypes(view)
    }

    func found() -> [MentionFinder.Found] {
        var found: [MentionFinder.Found] = []
        var covered = Set<Int>()
        for token in 0..<tree.count {
            if isDemonymAdjective(token) {
                found.append(demonym(token))
            } else if isHead(token), !covered.contains(token) {
                let one = mention(token)
                if let name = one.mention.nameSpan, one.mention.kind == .named, name.contains(token),
                    tree.tokens[token].upos == "PROPN"
                {
                    // Words of a name are no mentions of their own.
                    covered.formUnion(name)
                }
                found.append(one)
                if let place = leadingPlace(one.mention) { found.append(place) }
                if let place = innerPlace(one.mention) { found.append(place) }
            }
        }
        return found.sorted { left, right in
            (left.mention.span.lowerBound, -left.mention.span.upperBound, left.mention.head.token)
                < (right.mention.span.lowerBound, -right.mention.span.upperBound, right.mention.head.token)
        }
    }

    /// The country or city that a longer name begins with: "the United States Congress".
    private func leadingPlace(_ mention: Mention) -> MentionFinder.Found? {
        guard let name = mention.nameSpan, mention.kind == .named, name.count > 1, mention.type != "Person",
            !name.contains(where: { ["of", "for", "and"].contains(tree.words[$0]) })
        else { return nil }
        for length in stride(from: min(3, name.count - 1), through: 1, by: -1) {
            let part = name.lowerBound..<name.lowerBound + length
            let words = view.words(part)
            guard !part.contains(mention.head.token), tree.tokens[part.upperBound - 1].upos == "PROPN" else { continue }
            let country = Lexicon.country(named: words)
            guard country != nil || length > 1 && Lexicon.city(named: words) != nil else { continue }
            let type = country.map { $0.kind == .country ? "Country" : "Place" } ?? "City"
            let place = Mention(
                head: reference(part.upperBound - 1), span: part, nameSpan: part, kind: .named, type: type,
                isTypeSure: country != nil, canonicalName: country?.name, chain: 0)
            return MentionFinder.Found(mention: place, strength: .sure, name: words)
        }
        return nil
    }

    /// The place that a body's or an event's name ends in: "Parliament of the United Kingdom".
    private func innerPlace(_ mention: Mention) -> MentionFinder.Found? {
        guard let name = mention.nameSpan, mention.kind == .named, mention.type != "Person", let last = name.last,
            let of = name.last(where: { ["of", "in", "for"].contains(tree.words[$0]) }), of > name.lowerBound, of < last
        else { return nil }
        let start = tree.words[of + 1] == "the" ? of + 2 : of + 1
        guard start <= last else { return nil }
        let part = start..<last + 1
        let words = view.words(part)
        let country = Lexicon.country(named: words)
        guard country != nil || Lexicon.city(named: words) != nil, !part.contains(mention.head.token) else {
            return nil
        }
        let type =
            country.map { $0.kind == .country ? "Country" : $0.kind == .bloc ? "Organization" : "Place" } ?? "City"
        let place = Mention(
            head: reference(last), span: of + 1..<last + 1, nameSpan: part, kind: .named, type: type,
            isTypeSure: country != nil, canonicalName: country?.name, chain: 0)
        return MentionFinder.Found(mention: place, strength: .sure, name: words)
    }

    // MARK: Heads

    private func isHead(_ token: Int) -> Bool {
        let label = tree.labels[token]
        switch label {
        case .flat, .fixed, .goesWith, .title, .expletive, .reparandum, .preposition, .marker, .coordinator, .particle,
            .discourse:
            return false
        default: break
        }
        switch tree.tokens[token].upos {
        case "PROPN":
            if isMonthOfDay(token) { return false }
            guard label == .compound || label == .adjectivalModifier else { return true }
            return !isInsideName(token) && view.titleStart[token] < 0 && !isCommonInHeadline(token)
        case "NOUN":
            if label == .compound {
                return recurring.contains(tree.tokens[token].lemma) && !view.isTitleCase && isLoneModifier(token)
            }
            return !isCompoundPart(token)
        case "PRON": return isReferringPronoun(token)
        case "NUM": return isDateNumber(token) || [.subject, .passiveSubject, .object].contains(label)
        case "ADJ": return isNominalAdjective(token)
        default: return false
        }
    }

    /// A noun right before the noun that it modifies, without modifiers of its own.
    private func isLoneModifier(_ token: Int) -> Bool {
        let up = tree.heads[token]
        return up > token && tree.tokens[up].upos == "NOUN" && tree.children(token).isEmpty
            && view.titleStart[token] < 0
            && (token + 1..<up).allSatisfy { tree.labels[$0] == .compound }
    }

    /// Whether a modifier belongs to the name above it; a name before a common noun is a mention of its own.
    private func isInsideName(_ token: Int) -> Bool {
        var at = token
        var steps = 0
        while [.compound, .adjectivalModifier, .flat].contains(tree.labels[at]), tree.heads[at] >= 0, steps < tree.count
        {
            let up = tree.heads[at]
            if tree.tokens[up].upos == "PROPN", names.name(up).contains(token) { return true }
            // "New" of "the New York council": part of the name that is itself a modifier.
            at = up
            steps += 1
        }
        return false
    }

    /// A noun that is only a part of a compound head ("year" of "year-old").
    private func isCompoundPart(_ token: Int) -> Bool {
        [.adjectivalModifier, .adverb].contains(tree.labels[token]) && token + 1 < tree.count
            && tree.words[token + 1] == "-"
    }

    private func isReferringPronoun(_ token: Int) -> Bool {
        if ["PRP", "PRP$"].contains(tree.tokens[token].xpos) { return true }
        if ["this", "that", "these", "those"].contains(tree.words[token]) { return !tree.isRelativeWord(token) }
        return false
    }

    /// "January" of "January 8, 1880": the day is the head.
    private func isMonthOfDay(_ token: Int) -> Bool {
        let day = tree.heads[token]
        return day == token + 1 && isDayNumber(day)
    }

    /// A day of the month behind its month.
    private func isDayNumber(_ token: Int) -> Bool {
        guard token > 0, tree.tokens[token].upos == "NUM", let day = Int(tree.tokens[token].form),
            (1...31).contains(day)
        else { return false }
        guard tree.heads[token - 1] == token, case .month = Lexicon.calendarWord(tree.tokens[token - 1].form) else {
            return false
        }
        return true
    }

    private func isDateNumber(_ token: Int) -> Bool {
        if isDayNumber(token) { return true }
        let form = tree.tokens[token].form
        guard form.count == 4, let year = Int(form), (1000...2199).contains(year) else { return false }
        return tree.labels[token] != .numeralModifier || tree.heads[token] < token
    }

    /// "the poor", "the French": an adjective with an article in a noun's place.
    private func isNominalAdjective(_ token: Int) -> Bool {
        guard [.subject, .passiveSubject, .object, .oblique, .nominalModifier].contains(tree.labels[token]) else {
            return false
        }
        return tree.children(token).contains { tree.labels[$0] == .determiner && tree.words[$0] == "the" }
    }

    private func isDemonymAdjective(_ token: Int) -> Bool {
        let word = tree.tokens[token]
        guard view.isCapitalized(token),
            [.adjectivalModifier, .compound, .title].contains(tree.labels[token]) || word.upos == "ADJ",
            word.upos == "ADJ" || word.upos == "PROPN", word.xpos != "NNPS", Lexicon.demonym(word.form) != nil
        else { return false }
        // "the French Open", "British Airways": there it is a part of the name.
        return word.upos == "ADJ" && !isNominalAdjective(token)
            ? !isWithinName(token)
            : !isInsideName(token)
                && [.adjectivalModifier, .compound].contains(tree.labels[token])
    }

    private func isWithinName(_ token: Int) -> Bool {
        let up = tree.heads[token]
        return up > token && tree.tokens[up].upos == "PROPN" && !view.isTitleCase && names.name(up).contains(token)
    }

    // MARK: Mentions

    private func reference(_ token: Int) -> TokenReference { TokenReference(sentence: sentence, token: token) }

    private func demonym(_ token: Int) -> MentionFinder.Found {
        // "South Korean", "Saudi Arabian": two words, of which the second alone says less.
        let both = token > 0 && view.isCapitalized(token - 1) ? view.words(token - 1..<token + 1) : ""
        let isBoth = Lexicon.demonym(both) != nil
        let start = isBoth ? token - 1 : token
        let form = isBoth ? both : tree.tokens[token].form
        let place = Lexicon.demonym(form) ?? form
        let country = Lexicon.country(named: place)
        let type = country?.kind == .country ? "Country" : country?.kind == .bloc ? "Organization" : "Place"
        let mention = Mention(
            head: reference(token), span: start..<token + 1, nameSpan: start..<token + 1, kind: .named, type: type,
            isTypeSure: true, canonicalName: country?.name ?? place, chain: 0)
        return MentionFinder.Found(mention: mention, strength: .sure, name: place)
    }

    private func mention(_ head: Int) -> MentionFinder.Found {
        let token = tree.tokens[head]
        if token.upos == "PRON" { return pronoun(head) }
        if let name = names.nameAfterTitle(head) { return titled(head, name) }
        if isNameHead(head), !isRoleName(head) { return named(head) }
        let span = spans.span(head, isName: false)
        if let quote = quotedName(head, in: span) {
            let guess = types.common(head)
            let mention = Mention(
                head: reference(head), span: span, nameSpan: quote, kind: .named,
                type: guess == "Thing" ? "Work" : guess,
                isTypeSure: false, chain: 0)
            return MentionFinder.Found(mention: mention, strength: .lexical, name: view.words(quote))
        }
        let type = isDateNumber(head) && token.upos == "NUM" ? "Date" : types.common(head)
        let mention = Mention(
            head: reference(head), span: span, nameSpan: nil, kind: .common, type: type, isTypeSure: false, chain: 0)
        return MentionFinder.Found(mention: mention, strength: .fallback, name: "")
    }

    /// A role with a capital and no name: "the President", "three Senators", "Director of the Harbour Institute".
    private func isRoleName(_ head: Int) -> Bool {
        let whole = names.name(head)
        let end = whole.first { tree.words[$0] == "of" || tree.words[$0] == "for" } ?? whole.upperBound
        let role = whole.lowerBound..<end
        // "the Coast Guard": a body.
        guard role.contains(head), view.titleStart[head] < 0, Lexicon.nameKeywords(tree.words[head]).isEmpty else {
            return false
        }
        let isPlural = tree.tokens[head].xpos == "NNPS"
        var rest = role
        var isRole = false
        var hasBody = false
        while !rest.isEmpty, !isRole {
            var words = view.words(rest).lowercased()
            if isPlural, words.hasSuffix("s") { words.removeLast() }
            isRole = Lexicon.title(words).map { $0.isRole } ?? (role.count == 1 && Lexicon.isPersonNoun(words))
            if !isRole {
                rest = rest.dropFirst()
                hasBody = true
            }
        }
        guard isRole, rest.contains(head) else { return false }
        if hasBody {
            // "the NASA Administrator", "US President": a body or a country before the role; else it is a surname.
            let body = view.words(role.lowerBound..<rest.lowerBound)
            return Lexicon.country(named: body) != nil || Lexicon.demonym(body) != nil
                || tree.children(head).contains {
                    [.determiner, .possessor].contains(tree.labels[$0]) && $0 < role.lowerBound
                }
        }
        // A lone word without article may be a surname ("Baker said") or a ruler known by the title.
        if role.count > 1 || isPlural || end < whole.upperBound { return true }
        return tree.children(head).contains { child in
            [.determiner, .possessor].contains(tree.labels[child]) && child < head
                || tree.labels[child] == .nominalModifier && tree.prepositionWord(child) == "of"
        }
    }

    /// A quotation of two to five words that the phrase ends in, its head inside: what somebody calls the thing.
    private func quotedName(_ head: Int, in span: Range<Int>) -> Range<Int>? {
        let number = view.quotation[head]
        guard number >= 0 else { return nil }
        let quotation = view.quotations[number]
        guard (1...5).contains(quotation.count), quotation.lowerBound >= span.lowerBound,
            quotation.upperBound <= span.upperBound + 1,
            quotation.allSatisfy({
                ["NOUN", "PROPN", "ADJ", "NUM", "ADP", "DET", "PUNCT"].contains(tree.tokens[$0].upos)
            })
        else { return nil }
        return quotation
    }

    private func pronoun(_ head: Int) -> MentionFinder.Found {
        let type: String
        switch tree.words[head] {
        case "he", "him", "his", "she", "her", "hers", "himself", "herself", "i", "me", "my", "mine", "myself":
            type = "Person"
        case "we", "us", "our", "ours", "ourselves", "'s", "’s": type = "Group"
        default: type = "Thing"
        }
        let mention = Mention(
            head: reference(head), span: head..<head + 1, nameSpan: nil, kind: .pronoun, type: type, chain: 0)
        return MentionFinder.Found(mention: mention, strength: .fallback, name: "")
    }

    /// Whether a head begins or ends a name: it is tagged so, or a capital inside the sentence or a name hung on it says so.
    private func isNameHead(_ head: Int) -> Bool {
        let token = tree.tokens[head]
        if token.upos == "PROPN" { return !isCommonInHeadline(head) }
        guard token.upos == "NOUN", !view.isTitleCase, view.isCapitalized(head) else { return false }
        let isStart = !tree.tokens[..<head].contains { $0.form.contains { $0.isLetter } }
        if !isStart, view.quotation[head] < 0 || view.quotations[view.quotation[head]].lowerBound < head {
            return tree.tokens[head].form.unicodeScalars.contains { $0.properties.isLowercase }
        }
        return tree.children(head).contains {
            tree.labels[$0] == .flat && tree.tokens[$0].upos == "PROPN" && $0 == head + 1
        }
    }

    /// In a headline every noun has a capital, and so has the first word of a sentence: one that is a common noun and no name
    /// known to any table is one.
    private func isCommonInHeadline(_ head: Int) -> Bool {
        guard view.isTitleCase || head == 0 && head + 1 < tree.count && !view.isCapitalized(head + 1) else {
            return false
        }
        let form = tree.tokens[head].form
        let lowered = form.lowercased()
        guard form != form.uppercased(),
            Lexicon.nounClass(tree.lemmas[head]) != nil || Lexicon.nounClass(lowered) != nil
        else { return false }
        return Lexicon.country(named: form) == nil && Lexicon.city(named: form) == nil && Lexicon.demonym(form) == nil
            && Lexicon.givenName(form) == nil && Lexicon.calendarWord(form) == nil && names.name(head).count == 1
    }

    /// A head inside a title: the phrase means who bears it.
    private func titled(_ head: Int, _ name: Range<Int>) -> MentionFinder.Found {
        let span = spans.span(head, isName: true)
        let mention = Mention(
            head: reference(head),
            span: min(span.lowerBound, view.titleStart[head])..<max(span.upperBound, name.upperBound),
            nameSpan: name,
            kind: .named, type: "Person", isTypeSure: true, chain: 0)
        return MentionFinder.Found(mention: mention, strength: .sure, name: view.words(name))
    }

    /// The end of a place's phrase with the region that follows it: "San Mateo, California".
    private func withRegion(_ end: Int, _ type: String) -> Int {
        guard ["City", "Place", "Facility"].contains(type), end + 1 < tree.count, tree.words[end] == ",",
            tree.tokens[end + 1].upos == "PROPN"
        else { return end }
        for length in stride(from: min(3, tree.count - end - 1), through: 1, by: -1) {
            let words = view.words(end + 1..<end + 1 + length)
            if Lexicon.country(named: words) != nil { return end + 1 + length }
        }
        return end
    }

    /// "University of California, | San Diego": behind a state and a comma the city tells which of its universities.
    private func withCampus(_ name: Range<Int>) -> Range<Int> {
        guard tree.words[name.lowerBound] == "university", name.count > 2, tree.words[name.lowerBound + 1] == "of",
            name.upperBound + 1 < tree.count, tree.words[name.upperBound] == ",",
            Lexicon.country(named: view.words(name.lowerBound + 2..<name.upperBound))?.kind == .state
        else { return name }
        for length in stride(from: min(3, tree.count - name.upperBound - 1), through: 1, by: -1) {
            let city = name.upperBound + 1..<name.upperBound + 1 + length
            if Lexicon.city(named: view.words(city)) != nil { return name.lowerBound..<city.upperBound }
        }
        return name
    }

    private func named(_ head: Int) -> MentionFinder.Found {
        let whole = withCampus(names.name(head))
        let (titles, name) = names.splittingTitles(whole)
        let hasTitle =
            !titles.isEmpty || whole.lowerBound > 0 && view.titleStart[whole.lowerBound - 1] >= 0
            || tree.children(head).contains { tree.labels[$0] == .title && $0 < head }
        let guess = types.named(head, name: name, hasTitle: hasTitle)
        let span = spans.span(head, isName: true)
        let end = withRegion(max(span.upperBound, name.upperBound), guess.type)
        let mention = Mention(
            head: reference(head), span: min(span.lowerBound, name.lowerBound)..<end, nameSpan: name,
            kind: .named,
            type: guess.type, isTypeSure: guess.strength == .sure, canonicalName: guess.canonicalName, chain: 0)
        return MentionFinder.Found(mention: mention, strength: guess.strength, name: view.words(name))
    }
}
