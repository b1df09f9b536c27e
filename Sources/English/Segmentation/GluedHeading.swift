/// "Talks at the border | The ministers met on Monday.": a heading or the title of a link that lost the line break behind it.
///
/// Where a text came without its paragraphs, a heading runs on into the sentence that follows. What tells them apart is a capital
/// on a word that only begins sentences, with a small letter behind it and no mark before it.
struct GluedHeading {
    let text: UnsafeBufferPointer<UInt8>

    /// Whether a new sentence begins at a token although no mark ends the one that began at `start`.
    func ends(before index: Int, of tokens: [RawToken], start: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .upper, token.followsSpace, index > start + 1, index + 1 < tokens.count,
            tokens[index + 1].followsSpace, isWordLike(tokens, index - 1), !isQuoting(tokens[start..<index])
        else { return false }
        if isQuotedHeading(tokens, start: start, end: index) { return true }
        let word = form(token)
        let next = tokens[index + 1]
        if isCredit(tokens[start..<index]), isStarter(token) { return true }
        if next.kind == .lower, GluedHeading.subjects.contains(word) {
            // "the Premier League A grade ladder"
            return isEnd(tokens[index - 1])
                && !(word == "A" && ["grade", "level", "list", "team"].contains(form(next)))
        }
        guard isSmall(tokens[index - 1]), isEnd(tokens[index - 1]) else { return false }
        if next.kind == .lower, GluedHeading.openers.contains(word) { return true }
        // "READ MORE: Rebels leave the valley Observers doubted": behind a link's label the first word of a sentence is a common one.
        guard let label = labelLength(tokens, start: start), index > start + label + 2 else { return false }
        if isStarter(token) || isPlural(word) { return true }
        // "Habit plays a part": no name either.
        let kinds: [NounClass] = [.abstract, .activity, .event]
        return next.kind == .lower && tokens[index - 1].kind == .lower && isNoun(word)
            && Lexicon.nounClass(word.lowercased()).map(kinds.contains) ?? false
    }

    /// "'Costly mistake' Ada Okoro, a driver, said so.": words in marks that nobody says there.
    private func isQuotedHeading(_ tokens: [RawToken], start: Int, end: Int) -> Bool {
        guard [.apostrophe, .quote].contains(tokens[start].kind), !tokens[start + 1].followsSpace,
            [.apostrophe, .quote].contains(tokens[end - 1].kind), !tokens[end - 1].followsSpace,
            (4...8).contains(end - start),
            tokens[start + 1].kind == .upper,
            tokens[start + 2..<end - 1].allSatisfy({ $0.kind == .lower && $0.followsSpace })
        else { return false }
        // A name, and what tells who that is: no verb of saying stands behind it.
        var next = end
        while next < tokens.count, next < end + 4, tokens[next].kind == .upper { next += 1 }
        return next < tokens.count && next > end + 1 && tokens[next].kind == .comma
    }

    /// "Ada Okoro / Daily News | In May rain fell.": who took a picture, and for whom.
    private func isCredit(_ tokens: ArraySlice<RawToken>) -> Bool {
        guard (4...9).contains(tokens.count), let slash = tokens.firstIndex(where: { $0.kind == .slash }),
            slash > tokens.startIndex, slash + 1 < tokens.endIndex, tokens[slash].followsSpace,
            tokens[slash + 1].followsSpace
        else { return false }
        return tokens.allSatisfy { $0.kind == .upper || $0.kind == .slash }
    }

    /// How many tokens the label of a link takes with its colon ("READ MORE:"), or nil.
    private func labelLength(_ tokens: [RawToken], start: Int) -> Int? {
        var end = start
        while end < tokens.count, end < start + 3, GluedHeading.labels.contains(form(tokens[end])) { end += 1 }
        guard end > start, end < tokens.count, [.colon, .dash].contains(tokens[end].kind) else { return nil }
        return end + 1 - start
    }

    private func form(_ token: RawToken) -> String { String(decoding: text[token.start..<token.end], as: UTF8.self) }

    /// Whether a token is a word, or closes what holds words: "'It fell,' | She said" goes on.
    private func isWordLike(_ tokens: [RawToken], _ index: Int) -> Bool {
        let token = tokens[index]
        return switch token.kind {
        case .lower, .upper, .letter, .digit, .closeBracket: token.ending == .none
        case .apostrophe, .quote: !token.followsSpace && tokens[index - 1].kind != .comma
        default: false
        }
    }

    private func isSmall(_ token: RawToken) -> Bool { token.kind != .upper && token.kind != .letter }

    /// Whether a heading may end with a word: "rapper The game" and "stars in The town" go on.
    private func isEnd(_ token: RawToken) -> Bool { !GluedHeading.unending.contains(form(token).lowercased()) }

    /// Whether a quotation is open behind these tokens.
    private func isQuoting(_ tokens: ArraySlice<RawToken>) -> Bool {
        !tokens.count { $0.kind == .quote }.isMultiple(of: 2)
    }

    private func isStarter(_ token: RawToken) -> Bool {
        Lexicon.sentenceStarters.contains(UnsafeBufferPointer(rebasing: text[token.start..<token.end]))
    }

    /// Whether a word with a capital is the plural of a common noun: no name.
    private func isPlural(_ word: String) -> Bool {
        guard word.utf8.count > 5, word.hasSuffix("s"), !word.hasSuffix("ss") else { return false }
        return isNoun(String(word.dropLast()))
    }

    private func isNoun(_ word: String) -> Bool {
        word.utf8.count > 4 && Lexicon.nounClass(word.lowercased()) != nil && Lexicon.demonym(word) == nil
            && Lexicon.demonym(word + "s") == nil && Lexicon.givenName(word) == nil
            && Lexicon.city(named: word) == nil && Lexicon.country(named: word) == nil
    }

    /// Words that begin a sentence before a small letter, whatever stands before them.
    private static let subjects: Set<String> = [
        "The", "A", "An", "It", "This", "There", "He", "She", "They", "These", "We", "Another", "According",
    ]

    /// Words that begin one where no name stands before them.
    private static let openers: Set<String> = [
        "In", "On", "At", "For", "With", "By", "Among", "During", "After", "Before", "Since", "Despite", "While",
        "When",
        "If", "As", "Although", "But", "Some", "Most", "Many", "Several", "Every", "What", "Last", "Earlier", "Only",
        "Not", "Of", "Under", "His", "Her", "Its", "Their", "Those", "Such", "However", "Meanwhile",
    ]

    private static let labels: Set<String> = [
        "READ", "MORE", "RELATED", "OPINION", "INTERACTIVE", "WATCH", "SEE", "ALSO", "ANALYSIS", "EXPLAINER", "PHOTOS",
        "VIDEO", "GALLERY", "FEATURE", "INFOGRAPHIC",
    ]

    private static let unending: Set<String> = [
        "of", "in", "on", "at", "to", "for", "from", "with", "by", "as", "into", "over", "under", "about", "and", "or",
        "but", "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those",
        "called", "named", "titled", "entitled", "dubbed", "is", "are", "was", "were", "be", "has", "have", "had",
        "who", "which", "than", "newspaper", "magazine", "band", "film", "movie", "novel", "book", "album", "song",
        "show",
        "series", "rapper", "website", "programme", "program", "musical", "play", "documentary", "said", "says", "told",
        "behind", "against", "between", "through", "not", "no", "per", "via", "like", "hit", "documentaries", "memoir",
    ]
}
