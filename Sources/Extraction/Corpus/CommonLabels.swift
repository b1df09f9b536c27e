import English

/// Labels of entities that have no name: "the U.S.-backed plan for the region" → "U.S.-backed plan for the region".
struct CommonLabels {
    let phrases: PhraseText

    /// The longest label in tokens, so that a row of a table stays readable; the whole phrase remains findable.
    private static let limit = 12

    private static let determiners: Set<String> = [
        "a", "an", "the", "this", "that", "these", "those", "some", "any", "every", "each", "such", "no", "both", "all",
        "his", "her", "its", "their", "our", "my", "your",
    ]

    /// The label of a mention without a name: numbers, modifiers, head and what follows the head without a clause, without
    /// determiners at the left edge.
    func label(_ mention: Mention) -> String {
        let (span, sentence) = core(mention)
        return phrases.words(span, in: sentence, lowerCasing: true)
    }

    /// The label without the number of what is counted, or nil where it has none: "20 people" are people.
    func uncounted(_ mention: Mention) -> String? {
        let (span, sentence) = core(mention)
        guard let tokens = tokens(of: mention), span.contains(mention.head.token) else { return nil }
        var start = span.lowerBound
        let head = mention.head.token
        while start < head,
            Self.isCount(start, of: head, in: tokens) || Self.isQuantifier(start, of: head, in: tokens)
                || Self.isOfQuantifier(start, of: head, in: tokens)
        {
            start += 1
        }
        guard start > span.lowerBound else { return nil }
        return phrases.words(start..<span.upperBound, in: sentence, lowerCasing: true)
    }

    /// Whether the phrase stands for a kind: one bare singular noun with modifiers of its own, no determiner, no number.
    func isGeneric(_ mention: Mention) -> Bool {
        guard mention.kind == .common, let tokens = tokens(of: mention), tokens.indices.contains(mention.head.token)
        else {
            return false
        }
        let head = tokens[mention.head.token]
        guard head.xpos == "NN", mention.span.last == mention.head.token else { return false }
        return mention.span.allSatisfy { index in
            index == mention.head.token || ["ADJ", "NOUN"].contains(tokens[index].upos)
        }
    }

    private func tokens(of mention: Mention) -> [Token]? {
        let sentence = mention.head.sentence
        return phrases.sentences.indices.contains(sentence) ? phrases.sentences[sentence].tokens : nil
    }

    private func core(_ mention: Mention) -> (Range<Int>, Int) {
        let sentence = mention.head.sentence
        guard let tokens = tokens(of: mention), mention.span.upperBound <= tokens.count,
            mention.span.contains(mention.head.token)
        else { return (mention.span, sentence) }
        let head = mention.head.token
        if let quoted = quoted(head, in: tokens, from: mention.span.lowerBound) { return (quoted, sentence) }
        return (Self.core(of: head, in: mention.span, of: tokens), sentence)
    }

    /// The words of a phrase that its label has.
    static func core(of head: Int, in span: Range<Int>, of tokens: [Token]) -> Range<Int> {
        var start = span.lowerBound
        while start < head, isLeftEdge(tokens[start]), !isPart(start, of: head, in: tokens),
            !isGlued(start, in: tokens), !isOwners(start, of: head, in: tokens),
            !isDegree(start, before: head, in: tokens), !isQuantifier(start, of: head, in: tokens)
        {
            start += 1
        }
        // "a few men", "very few men"
        while start > span.lowerBound, isOfQuantifier(start - 1, of: head, in: tokens) { start -= 1 }
        // "at least 20 people", "more than a dozen men": what bounds the number stands with it.
        if start == head
            ? tokens[head].upos == "NUM" || shares.contains(tokens[head].lemma) || tokens[head].lemma == "all"
            : isCount(start, of: head, in: tokens)
        {
            // "a dozen men", "half a million people"
            while start > 0, ["a", "an", "half", "few"].contains(tokens[start - 1].form.lowercased()) { start -= 1 }
            start = boundedCount(start, of: head, in: tokens)
        }
        var end = head + 1
        // Prepositional phrases, infinitives and gerunds stay while they fit; other clauses, appositions and brackets end
        // the label.
        while end < span.upperBound,
            let next = unitEnd(from: end, in: tokens, limit: span.upperBound, head: head, start: start)
        {
            end = next
        }
        return start..<end
    }

    /// 'a new "bridging proposal"': what stands between quotation marks and ends in the head is what it is called.
    private func quoted(_ head: Int, in tokens: [Token], from start: Int) -> Range<Int>? {
        guard head + 1 < tokens.count, ["\"", "”", "''"].contains(tokens[head + 1].form),
            let opening = (start..<max(start, head)).last(where: { ["\"", "“", "``"].contains(tokens[$0].form) })
        else { return nil }
        return opening + 1..<head + 1
    }

    private static func isLeftEdge(_ token: Token) -> Bool {
        return determiners.contains(token.form.lowercased()) || token.upos == "NUM" || token.upos == "PUNCT"
            || token.upos == "SYM"
            || token.upos == "ADV" || token.upos == "ADP" || token.upos == "PART" && token.xpos == "TO"
            || ["-", "–"].contains(token.form)
            || [
                "over", "about", "least", "most", "many", "several", "few", "more", "fewer", "less", "than", "and",
            ]
            .contains(token.form.lowercased())
    }

    /// "in-principle support", "off-duty officers": the first half of a compound.
    private static func isGlued(_ start: Int, in tokens: [Token]) -> Bool {
        start + 1 < tokens.count && tokens[start].form.contains { $0.isLetter }
            && ["-", "–"].contains(tokens[start + 1].form)
            && tokens[start + 1].range.lowerBound == tokens[start].range.upperBound
    }

    /// "this year's race": it points at the year, and not at the race.
    private static func isOwners(_ start: Int, of head: Int, in tokens: [Token]) -> Bool {
        let owner = tokens[start].head
        return ["this", "that"].contains(tokens[start].form.lowercased()) && owner > start && owner < head
            && tokens[owner].relation == "nmod:poss"
    }

    /// "20 people", "one person": a word of the number that counts the head.
    private static func isCount(_ index: Int, of head: Int, in tokens: [Token]) -> Bool {
        guard
            ["NNS", "NNPS"].contains(tokens[head].xpos) || tokens[head].lemma == "people"
                || tokens[index].form.lowercased() == "one"
        else { return false }
        var at = index
        for _ in 0...tokens.count {
            guard tokens.indices.contains(at), at < head else { return false }
            if tokens[at].upos == "NUM", tokens[at].head == head { return true }
            at = tokens[at].head
        }
        return false
    }

    /// "most senators", "some of 20 people": how many of them are meant, where no number tells.
    private static func isQuantifier(_ index: Int, of head: Int, in tokens: [Token]) -> Bool {
        guard quantifiers.contains(tokens[index].form.lowercased()), index < head, tokens[index + 1].form != "as" else {
            return false
        }
        var at = tokens[index].head
        // "a few dozen men"
        while tokens.indices.contains(at), at > index, at < head, tokens[at].upos == "NUM" || tokens[at].form == "dozen"
        {
            at = tokens[at].head
        }
        return at == head
    }

    private static let quantifiers: Set<String> = [
        "most", "many", "several", "some", "few", "fewer", "half", "each", "every",
    ]

    /// "a | few men", "very | few men"
    private static func isOfQuantifier(_ index: Int, of head: Int, in tokens: [Token]) -> Bool {
        tokens.indices.contains(index + 1)
            && ["a", "very", "quite", "too", "so", "not"].contains(tokens[index].form.lowercased())
            && ["few", "many"].contains(tokens[index + 1].form.lowercased())
            && isQuantifier(index + 1, of: head, in: tokens)
    }

    /// "a nearly empty hall", "less developed countries": how far the word behind it holds.
    private static func isDegree(_ index: Int, before head: Int, in tokens: [Token]) -> Bool {
        let described = tokens[index].head
        return tokens[index].upos == "ADV" && described > index && described < head
            && ["ADJ", "VERB"].contains(tokens[described].upos)
    }

    private static let shares: Set<String> = [
        "half", "third", "quarter", "fifth", "sixth", "eighth", "tenth", "%", "percent",
    ]

    /// "a 4.2% swing", "a six-year-old girl", "two thirds of the voters", "16 percent of the trade": a number of another word than the head, or of a
    /// share, is part of the name.
    private static func isPart(_ start: Int, of head: Int, in tokens: [Token]) -> Bool {
        guard tokens[start].upos == "NUM" else { return false }
        if isCount(start, of: head, in: tokens) || isYear(tokens[start]) { return true }
        if shares.contains(tokens[head].lemma)
            || tokens[head].upos == "NUM" && tokens[start].head == head
        {
            return true
        }
        var at = start
        var steps = 0
        while tokens.indices.contains(at), tokens[at].upos == "NUM" || tokens[at].form == "dozen", steps < tokens.count
        {
            at = tokens[at].head
            steps += 1
        }
        return at != head && at > start && at < head
    }

    /// Where the number that begins at a token begins with its bound; a preposition of it may stand before the phrase.
    private static func boundedCount(_ number: Int, of head: Int, in tokens: [Token]) -> Int {
        var start = number
        while start > 0, bounds.contains(tokens[start - 1].form.lowercased()) { start -= 1 }
        // "as more than 20 fires burn", "some of 20 people": the longest that is a bound.
        while start < number {
            let words = tokens[start..<number].map { $0.form.lowercased() }.joined(separator: " ")
            if wholeBounds.contains(words) { break }
            start += 1
        }
        return start
    }

    private static let wholeBounds: Set<String> = [
        "at least", "at most", "more than", "fewer than", "less than", "up to", "as many as", "no fewer than",
        "no less than", "no more than", "not more than", "not fewer than", "over", "about", "around", "nearly",
        "almost", "approximately", "roughly", "some", "between", "just over", "just under", "well over",
    ]
    private static let bounds = Set(wholeBounds.flatMap { $0.split(separator: " ").map(String.init) })
    /// "the 2006 riots"
    private static func isYear(_ token: Token) -> Bool {
        token.form.utf8.count == 4 && token.form.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The end of the modifier that begins at a token, or nil when none that a label keeps begins there.
    ///
    /// "interest in term limits in the past", "ways to counter submarines": one that does not fit as a whole is kept as far
    /// as a phrase inside it ends; nothing of a list or a name is cut off, but for "a large number of homes and buildings".
    private static func unitEnd(from begin: Int, in tokens: [Token], limit: Int, head: Int, start: Int) -> Int? {
        // Up from the token to the child of the head that holds it.
        var at = begin
        var steps = 0
        while tokens.indices.contains(at), tokens[at].head != head, steps < tokens.count {
            at = tokens[at].head
            steps += 1
        }
        guard tokens.indices.contains(at), tokens[at].head == head, at > head else { return nil }
        let isInfinitive =
            tokens[at].relation == "acl" && tokens[begin].xpos == "TO" && tokens[begin].head == at
        // "a policy of confiscating land"
        let isGerund =
            tokens[at].relation == "acl" && tokens[at].xpos == "VBG" && tokens[begin].relation == "mark"
            && tokens[begin].head == at
        guard isInfinitive || isGerund || tokens[at].relation.hasPrefix("nmod") else { return nil }
        guard let end = unitEnd(begin..<limit, under: at, in: tokens, start: start) else { return nil }
        // "the families of those", "an area between the airport": half of what was meant.
        let words = (begin..<end).map { tokens[$0].form.lowercased() }
        if words.last == "those" || words.last == "what" || words.first == "between" && !words.contains("and") {
            return nil
        }
        // "an area from Lund, Malta, | to Okar": all the way or nothing.
        if words.first == "from", !words.contains("to"),
            (end..<limit).contains(where: { tokens[$0].form == "to" && tokens[$0].upos == "ADP" })
        {
            return tokens[end].form == "to"
                ? unitEnd(from: end, in: tokens, limit: limit, head: head, start: start) : nil
        }
        return end
    }

    private static func unitEnd(_ unit: Range<Int>, under at: Int, in tokens: [Token], start: Int) -> Int? {
        let begin = unit.lowerBound
        var whole = begin
        while whole < unit.upperBound, descends(whole, from: at, in: tokens), !isCut(whole, below: at, in: tokens) {
            whole += 1
        }
        // "federal police | on Thursday": when something happened is no part of what it is called.
        if case .weekday = Lexicon.calendarWord(tokens[at].form) { return nil }
        // A mark or a preposition that a clause leaves behind says nothing.
        guard whole > max(at, begin) else { return nil }
        if whole - start <= limit { return whole }
        let isList = (begin..<whole).contains { tokens[$0].relation == "conj" }
        if isList {
            let fits = tokens[begin].form == "of" && tokens[at].upos == "NOUN" && at + 1 - start <= limit
            return fits && at + 1 > begin ? at + 1 : nil
        }
        let ends = (max(at, begin) + 1..<whole).filter { isBetweenPhrases($0, head: at, in: tokens) }
        // "letter of complaint to the Harland Journal of Medicine": a name is not cut; a few words more let it end.
        let hasName = (begin..<whole).contains { isCapital($0, in: tokens) } && whole - start <= limit + 3
        return hasName ? whole : ends.last { $0 - start <= limit }
    }

    /// Whether a token lies in a clause, an apposition or a bracket below a modifier.
    private static func isCut(_ token: Int, below modifier: Int, in tokens: [Token]) -> Bool {
        var at = token
        for _ in 0...tokens.count {
            if at == modifier || !tokens.indices.contains(at) { return false }
            // "Jan-Michael": no mark that ends anything.
            if cutting.contains(tokens[at].relation), tokens[at].form != "-" { return true }
            // "plans to widen it | and report they are late"
            if tokens[at].relation == "conj", ["VBD", "VBP", "VBZ"].contains(tokens[at].xpos),
                tokens.indices.contains(tokens[at].head), tokens[tokens[at].head].xpos == "VB"
            {
                return true
            }
            at = tokens[at].head
        }
        return false
    }

    private static let cutting: Set<String> = [
        "acl", "acl:relcl", "advcl", "appos", "parataxis", "punct", "ccomp", "dep",
    ]

    /// Whether a phrase that hangs on what stands before it begins at a token, so that a label may end there.
    private static func isBetweenPhrases(_ token: Int, head: Int, in tokens: [Token]) -> Bool {
        guard tokens[token - 1].upos == "NOUN" || tokens[token - 1].upos == "PROPN" else { return false }
        return tokens[token].upos == "ADP" && !isInsideName(token, in: tokens) || tokens[token].relation == "cc"
    }

    /// "the Harland Council | for Public Research", "the Lund | to Malmo race": capitals on both sides.
    private static func isInsideName(_ preposition: Int, in tokens: [Token]) -> Bool {
        let next = tokens.indices.dropFirst(preposition + 1).first { tokens[$0].form.lowercased() != "the" }
        guard let next, tokens[preposition - 1].upos == "PROPN", isCapital(next, in: tokens) else { return false }
        return ["of", "for", "to"].contains(tokens[preposition].form.lowercased())
    }

    private static func isCapital(_ token: Int, in tokens: [Token]) -> Bool {
        tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    private static func descends(_ token: Int, from ancestor: Int, in tokens: [Token]) -> Bool {
        var at = token
        for _ in 0...tokens.count {
            if at == ancestor { return true }
            guard tokens.indices.contains(at) else { return false }
            at = tokens[at].head
        }
        return false
    }
}
