import English

/// The name proper inside a named mention: "Ada Okoro" of "the mayor Ada Okoro, 52, of Turku".
struct NameSpans {
    let view: SentenceView
    var tree: DependencyTree { view.tree }

    init(_ view: SentenceView) { self.view = view }

    /// The tokens of the name that a head belongs to, titles included.
    func name(_ head: Int) -> Range<Int> {
        var left = head
        var right = head
        while left > 0, view.titleStart[left - 1] < 0, belongs(left - 1, to: head, towards: head) { left -= 1 }
        if let start = possessorStart(left, head) { left = start }
        if let start = nationalityStart(left, head) ?? placeStart(left, head) { left = start }
        if let start = peopleStart(left, head) ?? ordinalStart(left, head) { left = start }
        while let start = capitalStart(left, head) { left = start }
        // A small word counts only where another word of the name follows.
        while let next = nextRight(right, head: head) { right = next }
        right = knownEnd(left, right) ?? right
        // "Moody's": the mark is a part of the name.
        if right + 1 < tree.count, tree.isPossessiveMark(right + 1), left == right,
            Lexicon.instanceClasses(view.words(left..<right + 2)).contains(.organization)
        {
            right += 1
        }
        return trimmed(left..<right + 1, head: head)
    }

    /// Whether a token beside the part found so far belongs to the name.
    private func belongs(_ token: Int, to head: Int, towards: Int) -> Bool {
        let form = tree.tokens[token]
        if isJoiningWord(token) { return token > 0 && isNameWord(token - 1, head: head) }
        if ["-", "&", "'", "’", "."].contains(form.form) {
            // Inside a word or between two words written together ("al-Qaeda", "AT&T").
            let before = token > 0 && tree.tokens[token - 1].range.upperBound == form.range.lowerBound
            let after = token + 1 < tree.count && tree.tokens[token + 1].range.lowerBound == form.range.upperBound
            guard before, after, token > 0 else { return false }
            // "al-Okori": the article that a name begins with.
            let isArticle =
                tree.tokens[token - 1].upos == "PROPN" && Self.articles.contains(tree.words[token - 1])
                && (token - 1 == head || tree.heads[token - 1] == head)
            return isArticle || token - 1 == head || isNameWord(token - 1, head: head)
        }
        return isNameWord(token, head: head)
    }

    /// "and" inside a name that was joined by its keyword: "Securities and Exchange Commission".
    private func isJoiningWord(_ token: Int) -> Bool {
        ["CCONJ", "PUNCT"].contains(tree.tokens[token].upos) && tree.labels[token] == .compound
    }

    func isNameWord(_ token: Int, head: Int) -> Bool {
        guard view.titleStart[token] < 0, isInside(token, head) || isMisplaced(token, head) else { return false }
        let part = tree.tokens[token]
        switch tree.labels[token] {
        case .conjunct where isSecondPlace(token, head): break
        case .title, .determiner, .possessor, .apposition, .conjunct, .punctuation, .coordinator, .preposition:
            // "Al" and such are names though tagged otherwise; anything else of these ends the name.
            return false
        default: break
        }
        if part.upos == "PROPN" { return view.isCapitalized(token) || tree.labels[token] == .flat }
        if part.upos == "NUM" {
            // "Civic Union 44.1": a result, and no part of its name.
            // "Ana Holm 6:7": a score, neither.
            guard !part.form.contains(where: { [".", ",", ":", "-", "–"].contains($0) }) else { return false }
            return tree.labels[token] == .flat || (tree.labels[token] != .numeralModifier && token > head)
        }
        let isGenericStart =
            part.upos == "ADJ" && (part.xpos.hasPrefix("NNP") || Self.genericAdjectives.contains(tree.words[token]))
        guard view.isCapitalized(token), !view.isTitleCase,
            token > 0 || part.upos == "NOUN" || isGenericStart || isAdjectiveOfBody(token)
        else { return false }
        return ["NOUN", "ADJ", "X", "VERB"].contains(part.upos) && Lexicon.demonym(part.form) == nil
            || (part.upos == "ADJ" && token + 1 < tree.count && tree.labels[token] == .compound)
    }

    /// "Humane | Society director Ana Holm": an adjective that begins the sentence belongs to the body's keyword behind it, unless it
    /// is one that any body may have.
    private func isAdjectiveOfBody(_ token: Int) -> Bool {
        guard tree.tokens[token].xpos == "JJ", tree.heads[token] == token + 1, view.isCapitalized(token + 1),
            tree.labels[token + 1] == .compound, !Self.passing.contains(tree.words[token])
        else { return false }
        return Lexicon.nameKeywords(tree.words[token + 1]).contains { [.organization, .government].contains($0) }
    }

    /// Adjectives that begin sentences and are no part of the name behind them.
    private static let passing: Set<String> = [
        "former", "new", "local", "senior", "top", "many", "several", "most", "other", "some", "rival", "ruling",
        "main",
        "major", "big", "angry", "late", "current", "first", "last", "next", "key", "leading", "recent", "early",
        "young",
        "old", "few", "such", "same", "fellow", "outgoing", "incoming", "longtime", "long-time", "veteran", "retired",
        "junior", "regional", "provincial", "state", "powerful", "influential", "popular", "famous", "small", "large",
    ]

    /// A capitalised modifier right before a name, hung on something further left: it belongs to the name.
    private func isMisplaced(_ token: Int, _ head: Int) -> Bool {
        guard token < head, token > 0, tree.heads[token] < token, tree.heads[token] >= 0, view.isCapitalized(token),
            [.adjectivalModifier, .compound].contains(tree.labels[token])
        else { return false }
        return (token + 1..<head).allSatisfy { view.isCapitalized($0) }
    }

    /// Whether a token is the head or below it without a clause or another phrase between.
    private func isInside(_ token: Int, _ head: Int) -> Bool {
        var at = token
        var steps = 0
        while at != head {
            guard at >= 0, steps < 6 else { return false }
            switch tree.labels[at] {
            case .flat, .compound, .adjectivalModifier, .numeralModifier, .unmarkedModifier, .goesWith, .dependency,
                .fixed:
                break
            case .nominalModifier:
                guard at > head, isOfPhrase(at, head) else { return false }
            case .conjunct:
                guard isSecondPlace(at, head) else { return false }
            default: return false
            }
            at = tree.heads[at]
            steps += 1
        }
        return true
    }

    /// "Port Authority of New York and New Jersey", "Court of England and Wales": a body of two states.
    private func isSecondPlace(_ token: Int, _ head: Int) -> Bool {
        let first = tree.heads[token]
        guard first > head, token > first, tree.labels[first] == .nominalModifier, isOfPhrase(first, head),
            Lexicon.nameKeywords(tree.words[head]).contains(where: { [.organization, .government].contains($0) })
        else { return false }
        func isState(_ last: Int) -> Bool {
            (max(head + 1, last - 1)...last).contains { start in
                let kind = Lexicon.country(named: view.words(start..<last + 1))?.kind
                return kind == .state || kind == .country || kind == .territory
            }
        }
        return isState(first) && isState(token)
    }

    /// Whether "of X" belongs to the name: the word right before it is one that stands there in names ("Bank of", "Ministry of").
    private func isOfPhrase(_ child: Int, _ head: Int) -> Bool {
        // "Commission on Human Rights"
        guard let preposition = tree.child(child, .preposition), ["of", "for", "on"].contains(tree.words[preposition]),
            tree.tokens[child].upos == "PROPN" || isOfCommonWords(child, preposition, head)
                // "Organisation for Economic Co-operation"
                || tree.words[preposition] == "for" && view.isCapitalized(child),
            preposition > 0, view.isCapitalized(preposition - 1)
        else { return false }
        // "the Court of Appeals | for the Fifth Circuit": what the first phrase belongs to takes another.
        if tree.words[preposition] == "for", preposition > head + 2, tree.words[head + 1] == "of",
            (head + 2..<preposition).allSatisfy({ view.isCapitalized($0) || tree.words[$0] == "the" }),
            Lexicon.contains(tree.words[head], in: .nameBeforeOf)
        {
            return true
        }
        // "the Organisation for the Prohibition | of Chemical Weapons": what a body is for has its own "of".
        if tree.words[preposition] == "of", preposition > head + 1,
            let outer = (head + 1..<preposition).first(where: { tree.words[$0] == "for" }),
            outer == head + 1, Lexicon.contains(tree.words[head], in: .nameBeforeOf),
            (outer + 1..<preposition).allSatisfy({ view.isCapitalized($0) || tree.words[$0] == "the" })
        {
            return true
        }
        let word = tree.words[preposition - 1]
        if tree.words[preposition] == "on" { return Self.isWithTopic(word) }
        if isOfCommonWords(child, preposition, head) { return true }
        // "Centers for Disease Control": the plural of a keyword is one too.
        return Lexicon.contains(word, in: .nameBeforeOf) || !Lexicon.nameKeywords(word).isEmpty
            || !Lexicon.nameKeywords(tree.lemmas[preposition - 1].lowercased()).isEmpty
            || word.hasSuffix("s") && !Lexicon.nameKeywords(String(word.dropLast())).isEmpty
    }

    /// "the group Conspiracy | of Grey Cells", "the Festival | of Lights": common words with capitals inside a sentence.
    private func isOfCommonWords(_ child: Int, _ preposition: Int, _ head: Int) -> Bool {
        guard !view.isTitleCase, tree.words[preposition] == "of", preposition == head + 1, head > 0,
            child > preposition,
            !(0..<head).allSatisfy({ !tree.tokens[$0].form.contains { $0.isLetter } }),
            view.isCapitalized(head), view.quotation[head] < 0, Lexicon.title(tree.tokens[head].form) == nil,
            !view.isCapitalized(head - 1) || head == 1,
            let kind = Lexicon.nounClass(tree.words[head]) ?? Lexicon.nounClass(tree.lemmas[head].lowercased()),
            kind != .person, kind != .people, !Lexicon.isPersonNoun(tree.lemmas[head].lowercased())
        else { return false }
        let words = (preposition + 1...child).filter { tree.words[$0] != "the" }
        return words.allSatisfy { word in
            let form = tree.tokens[word].form
            return view.isCapitalized(word) && Lexicon.country(named: form) == nil && Lexicon.city(named: form) == nil
                && Lexicon.demonym(form) == nil && Lexicon.calendarWord(form) == nil
                && (Lexicon.nounClass(tree.words[word]) != nil
                    || word == child
                        && Lexicon.nounClass(Lemmatizer().lemma(form: tree.words[word], upos: "NOUN", xpos: "NNS"))
                            != nil)
        } && child + 1 < tree.count && (!view.isCapitalized(child + 1) || tree.tokens[child + 1].upos == "PUNCT")
    }

    /// Whether a word stands in names before "on" and what the body is for.
    static func isWithTopic(_ word: String) -> Bool {
        ["commission", "committee", "council", "conference", "convention", "panel", "board", "bureau"].contains(
            word.lowercased())
    }

    /// The name that follows a title, for a head inside the title.
    func nameAfterTitle(_ head: Int) -> Range<Int>? {
        guard view.titleStart[head] >= 0 else { return nil }
        var start = head
        while start < tree.count, view.titleStart[start] >= 0 { start += 1 }
        var end = start
        while end < tree.count, tree.tokens[end].upos == "PROPN", view.isCapitalized(end) { end += 1 }
        return end > start ? start..<end : nil
    }

    static let linkWords: Set<String> = [
        "of", "the", "and", "for", "&", "de", "del", "da", "al", "el", "von", "van", "bin",
    ]

    /// What Arabic names begin with, before a hyphen.
    static let articles: Set<String> = [
        "al", "el", "ul", "an", "as", "ash", "at", "ad", "ar", "az", "abd", "bin", "ibn", "abu",
    ]

    /// "Jan "Jo" | Vos", "Jan (Jo) | Vos": behind another name in marks the name goes on.
    private func behindNickname(_ mark: Int, head: Int) -> Int? {
        guard tree.labels[mark] == .punctuation, mark + 3 < tree.count,
            let close = ["\"": "\"", "“": "”", "(": ")", "‘": "’"][tree.words[mark]]
        else { return nil }
        for end in mark + 2..<min(mark + 4, tree.count - 1)
        where tree.words[end] == close && tree.labels[end + 1] == .flat && tree.heads[end + 1] == head {
            return (mark + 1..<end).allSatisfy { tree.labels[$0] == .flat && tree.heads[$0] == head } ? end + 1 : nil
        }
        return nil
    }

    private func nextRight(_ right: Int, head: Int) -> Int? {
        var at = right + 1
        guard at < tree.count else { return nil }
        if belongs(at, to: head, towards: head) { return at }
        if let next = behindNickname(at, head: head) { return next }
        // A part of the name that the parser hung elsewhere.
        if tree.labels[at] == .flat, tree.tokens[at].upos == "PROPN", view.isCapitalized(at), view.titleStart[at] < 0,
            tree.tokens[right].upos == "PROPN"
        {
            return at
        }
        // "Social Science & Medicine"
        if tree.words[at] == "&", at + 1 < tree.count, tree.tokens[at + 1].upos == "PROPN", view.isCapitalized(at + 1),
            tree.labels[at + 1] == .conjunct, tree.heads[at + 1] == head || tree.heads[at + 1] == right
        {
            return at + 1
        }
        // Over at most three small words to another word of the name.
        var steps = 0
        while at < tree.count, steps < 3,
            Self.linkWords.contains(tree.words[at])
                || tree.words[at] == "on" && view.isCapitalized(at - 1) && Self.isWithTopic(tree.words[at - 1])
        {
            at += 1
            steps += 1
        }
        guard steps > 0, at < tree.count, isNameWord(at, head: head) else { return nil }
        let links = Set(tree.words[right + 1..<at])
        if links.contains("and") { return tree.heads[at] == head && tree.labels[at] == .conjunct ? nil : at }
        return at
    }

    /// Without marks at the edges, and without "the" in front.
    private func trimmed(_ span: Range<Int>, head: Int) -> Range<Int> {
        var span = span
        while span.lowerBound < head, !view.tokens[span.lowerBound].form.contains(where: { $0.isLetter || $0.isNumber })
        {
            span = span.lowerBound + 1..<span.upperBound
        }
        // "US Ada Okoro": the country stands before the name and is none of its words.
        for length in stride(from: min(3, span.count - 1), through: 1, by: -1) {
            let start = span.lowerBound + length
            guard start <= head, Lexicon.country(named: view.words(span.lowerBound..<start)) != nil,
                Lexicon.givenName(view.tokens[start].form) != nil, start + 1 < span.upperBound
            else { continue }
            span = start..<span.upperBound
            break
        }
        while span.upperBound - 1 > head,
            !view.tokens[span.upperBound - 1].form.contains(where: { $0.isLetter || $0.isNumber })
        {
            span = span.lowerBound..<span.upperBound - 1
        }
        return span
    }

    /// The part of a name after its titles, and the titles' tokens: "Prime Minister | Ada Okoro". A ruler or cleric known by one
    /// name keeps the title ("Queen Anne").
    func splittingTitles(_ name: Range<Int>) -> (titles: Range<Int>, name: Range<Int>) {
        var start = name.lowerBound
        var titles = name.lowerBound..<name.lowerBound
        // "General Motors", "Justice Department": no titles.
        let hasKeyword = name.last.map { last in
            Lexicon.nameKeywords(tree.words[last]).contains { $0 != .work && $0 != .law }
        }
        search: while start < name.upperBound - 1 {
            for length in stride(from: min(4, name.upperBound - 1 - start), through: 1, by: -1) {
                let words = view.words(start..<start + length)
                let next = view.tokens[start + length].form
                guard let title = Lexicon.title(words), view.isCapitalized(start + length),
                    hasKeyword != true || Lexicon.givenName(next) != nil
                else { continue }
                // "the aircraft carrier Admiral Okoro" is a ship.
                if title.kind == .rank || title.kind == .noble,
                    ShipName.isShip(tree.tokens, rank: start..<start + length)
                {
                    break search
                }
                // "St Ada's Hospital" is no person's.
                if hasKeyword == true, ["st", "st.", "saint"].contains(words.lowercased()) { break search }
                // "defense attorney Earl Gray": a given name, though a title too.
                if title.kind == .noble, Lexicon.givenName(words) != nil, start > 0,
                    tree.tokens[start - 1].upos == "NOUN", Lexicon.isPersonNoun(tree.lemmas[start - 1])
                {
                    break search
                }
                let rest = name.upperBound - start - length
                if rest <= 2, Self.isNameKeeping(title, words),
                    Lexicon.givenName(view.tokens[start + length].form) != nil,
                    rest == 1 || Self.isNumeral(view.tokens[start + length + 1].form)
                {
                    break search
                }
                start += length
                titles = name.lowerBound..<start
                continue search
            }
            break
        }
        return (titles, start..<name.upperBound)
    }

    private static func isNameKeeping(_ title: Title, _ words: String) -> Bool {
        if title.kind == .noble || title.kind == .religious { return true }
        return ["king", "queen", "emperor", "empress", "prince", "princess", "crown prince", "sultan", "tsar"]
            .contains(words.lowercased())
    }

    private static func isNumeral(_ form: String) -> Bool {
        form.allSatisfy { "IVX".contains($0) }
    }
}
