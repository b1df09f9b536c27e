import English

/// The mentions of one sentence.
struct SentenceMentions {
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
        var covered = owners()
        for token in 0..<tree.count {
            if isPeopleOfTwoNames(token) { continue }
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

    /// "the Harland County | Sheriff's Department": the words before the possessive mark inside a name.
    private func owners() -> Set<Int> {
        var owners: Set<Int> = []
        for mark in 1..<max(1, tree.count) where tree.isPossessiveMark(mark) {
            let owner = tree.heads[mark]
            guard owner >= 0, owner < mark, tree.labels[owner] == .possessor, let head = Optional(tree.heads[owner]),
                head > mark, tree.tokens[head].upos == "PROPN"
            else { continue }
            let name = names.name(head)
            if name.lowerBound < owner { owners.formUnion(name.lowerBound..<mark) }
        }
        return owners
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

    /// "Turkish | Cypriot", "Bosnian | Serb": the first of two nationalities that together name a people; no "South Korean".
    private func isPeopleOfTwoNames(_ token: Int) -> Bool {
        guard token + 1 < tree.count, view.isCapitalized(token), view.isCapitalized(token + 1), !view.isTitleCase,
            let first = Lexicon.demonym(tree.tokens[token].form),
            let second = Lexicon.demonym(tree.tokens[token + 1].form),
            first != second, Lexicon.demonym(view.words(token..<token + 2)) == nil,
            Lexicon.country(named: tree.tokens[token].form) == nil
        else { return false }
        return isDemonymAdjective(token + 1) || tree.tokens[token + 1].xpos == "NNPS"
    }

    private func reference(_ token: Int) -> TokenReference { TokenReference(sentence: sentence, token: token) }

    private func demonym(_ token: Int) -> MentionFinder.Found {
        // "South Korean", "Saudi Arabian": two words, of which the second alone says less.
        let both = token > 0 && view.isCapitalized(token - 1) ? view.words(token - 1..<token + 1) : ""
        if token > 0, isPeopleOfTwoNames(token - 1) {
            let mention = Mention(
                head: reference(token), span: token - 1..<token + 1, nameSpan: token - 1..<token + 1, kind: .named,
                type: "Group", isTypeSure: true, chain: 0)
            return MentionFinder.Found(mention: mention, strength: .sure, name: both)
        }
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
        // "MPs", "Harbour MPs": many, whatever the tag.
        let isShort =
            tree.tokens[head].form.hasSuffix("s") && tree.tokens[head].form.count > 2
            && tree.tokens[head].form.dropLast().allSatisfy(\.isUppercase)
        let isPlural = tree.tokens[head].xpos == "NNPS" || isShort
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
        // "a Maltese Democrat": one of a party.
        if !isRole, ["democrat", "republican", "socialist", "conservative", "independent"].contains(tree.words[head]),
            tree.children(head).contains(where: { ["a", "the", "another"].contains(tree.words[$0]) && $0 < head })
        {
            return true
        }
        guard isRole, rest.contains(head) else { return false }
        if isShort { return true }
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
            tree.labels[$0] == .flat && $0 == head + 1
                // "Article 50 begins"
                && (tree.tokens[$0].upos == "PROPN"
                    || tree.tokens[$0].upos == "NUM"
                        && ["article", "section", "rule", "resolution"].contains(tree.words[head]))
        }
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
        let features = NameTypeFeatures(view, head: head, name: name, guess: guess).values
        return MentionFinder.Found(
            mention: mention, strength: guess.strength, name: view.words(name), features: features,
            isOpen: guess.isOpen)
    }
}
