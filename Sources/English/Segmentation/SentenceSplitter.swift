/// Decides after which tokens of a line a sentence ends.
struct SentenceSplitter {
    let text: UnsafeBufferPointer<UInt8>

    /// A sentence that reaches this many tokens ends at its next comma, semicolon or dash …
    static let softLimit = 160
    /// … and ends anyway here, so that no input makes the parser's quadratic steps slow.
    static let hardLimit = 240

    /// The ends of a line's sentences, as exclusive token indices in ascending order; the last is the count of tokens.
    func ends(of tokens: [RawToken]) -> [Int] {
        var ends: [Int] = []
        var start = 0
        var index = 0
        let heading = GluedHeading(text: text)
        while index < tokens.count {
            var end = index + 1
            if heading.ends(before: index, of: tokens, start: start) {
                ends.append(index)
                start = index
            }
            if isTerminal(tokens, index, start: start) {
                while end < tokens.count, isClosing(tokens, end) { end += 1 }
                end += noteMarkLength(tokens, at: end)
                if end < tokens.count, breaks(tokens, after: index, before: end) {
                    ends.append(end)
                    start = end
                }
            }
            let length = end - start
            if length >= Self.softLimit,
                length >= Self.hardLimit || [.comma, .semicolon, .dash, .colon].contains(tokens[end - 1].kind)
            {
                if end != tokens.count { ends.append(end) }
                start = end
            }
            index = end
        }
        if !tokens.isEmpty { ends.append(tokens.count) }
        return ends
    }

    /// Whether a sentence may end with a token.
    private func isTerminal(_ tokens: [RawToken], _ index: Int, start: Int) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .period:
            // The number or letter of a list's item: "1. Open the lid."
            if index == start + 1, token.end - token.start == 1, isItemNumber(tokens[start]) { return false }
            return token.end - token.start == 1 || token.end - token.start >= 2
        case .terminal, .ellipsis: return true
        default: return token.ending == .abbreviation || isLinkBehindText(tokens, index) || isMail(tokens, index, start)
        }
    }

    /// "Rain fell. pic.twitter.com/a1 | Ada Okoro left.": the address of a page or picture, behind what it belongs to.
    private func isLinkBehindText(_ tokens: [RawToken], _ index: Int) -> Bool {
        let bytes = text[tokens[index].start..<tokens[index].end]
        guard bytes.count > 8, index + 1 < tokens.count, tokens[index + 1].followsSpace,
            let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash + 1 < bytes.endIndex,
            bytes[..<slash].contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a })
        else { return false }
        return bytes[..<slash].last == UInt8(ascii: ":") || bytes[..<slash].contains(UInt8(ascii: "."))
    }

    /// "a.okoro@example.com (Daily News) | Rain fell.": the address of mail that a sentence begins with is one of its own.
    private func isMail(_ tokens: [RawToken], _ index: Int, _ start: Int) -> Bool {
        guard index == start, index + 1 < tokens.count, tokens[index + 1].followsSpace else { return false }
        let bytes = text[tokens[index].start..<tokens[index].end]
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > bytes.startIndex else { return false }
        return bytes[at...].contains(UInt8(ascii: "."))
    }

    private func isItemNumber(_ token: RawToken) -> Bool {
        token.end - token.start <= 3
            && text[token.start..<token.end].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Whether a token closes a quotation or bracket of the sentence before it.
    private func isClosing(_ tokens: [RawToken], _ index: Int) -> Bool {
        let token = tokens[index]
        guard !token.followsSpace else { return false }
        switch token.kind {
        case .closeBracket: return true
        case .quote, .apostrophe:
            // Straight marks say nothing of their side: a space after it, or the line's end, closes.
            guard token.end - token.start <= 3, !isOpeningMark(token) else { return false }
            return index + 1 == tokens.count || tokens[index + 1].followsSpace
                || tokens[index + 1].kind == .closeBracket
                || isCurlyClosing(token)
        default: return false
        }
    }

    /// How many tokens a note's mark takes that stands after a sentence's end: `[2]`, ` [17]`.
    private func noteMarkLength(_ tokens: [RawToken], at index: Int) -> Int {
        guard index + 2 < tokens.count, text[tokens[index].start] == UInt8(ascii: "["),
            tokens[index + 1].kind == .digit,
            tokens[index + 1].end - tokens[index + 1].start <= 3, text[tokens[index + 2].start] == UInt8(ascii: "]"),
            index + 3 == tokens.count || tokens[index + 3].followsSpace
        else { return 0 }
        return 3
    }

    private func scalar(_ token: RawToken) -> UInt32 {
        CharacterReader(text: text).scalar(at: token.start).value
    }

    private func isOpeningMark(_ token: RawToken) -> Bool {
        [0x2018, 0x201c, 0xab].contains(scalar(token))
    }

    private func isCurlyClosing(_ token: RawToken) -> Bool {
        [0x2019, 0x201d, 0xbb].contains(scalar(token))
    }

    /// Whether a new sentence begins at `next`, after the terminal token at `index` and what closes with it.
    private func breaks(_ tokens: [RawToken], after index: Int, before next: Int) -> Bool {
        let terminal = tokens[index]
        // The first word, after what opens a quotation, a bracket or an item.
        var first = next
        while first < tokens.count,
            [.quote, .apostrophe, .openBracket, .dash, .hyphen, .ellipsis, .symbol].contains(tokens[first].kind)
                || tokens[first].kind == .period && tokens[first].end - tokens[first].start > 1
        {
            first += 1
        }
        // Nothing but marks follows: they belong here.
        guard first < tokens.count else { return false }
        let word = tokens[first]
        let closesQuotation = next > index + 1
        if terminal.ending == .abbreviation {
            return !closesQuotation && word.kind == .upper && isStarter(word) || closesQuotation && word.kind == .upper
        }
        switch word.kind {
        case .upper, .letter:
            guard closesQuotation, first == next else { return true }
            // A full stop ends what is quoted too, unless the speaker is all that follows: "It is." Smith said.
            return !isSpeaker(tokens, at: first, endsAfterVerb: terminal.kind != .terminal)
        case .digit, .currency, .emoji, .hash, .at: return true
        case .lower:
            // "in May. a.okoro@example.com": an address of mail stands by itself.
            if terminal.kind == .period, text[word.start..<word.end].contains(UInt8(ascii: "@")) { return true }
            // A name that begins in lower case (iPhone) aside, a small letter goes on.
            return hasCapitalInside(word)
        default: return false
        }
    }

    private func isStarter(_ token: RawToken) -> Bool {
        Lexicon.sentenceStarters.contains(UnsafeBufferPointer(rebasing: text[token.start..<token.end]))
    }

    private func hasCapitalInside(_ token: RawToken) -> Bool {
        token.end - token.start > 2 && text[token.start + 1] >= 0x41 && text[token.start + 1] <= 0x5a
    }

    /// Whether a speaker follows a quotation: `"Why?" Smith asked.`; with `endsAfterVerb` only where nothing follows the verb.
    private func isSpeaker(_ tokens: [RawToken], at first: Int, endsAfterVerb: Bool) -> Bool {
        for index in tokens.indices.dropFirst(first + 1).prefix(3) {
            let token = tokens[index]
            if token.kind == .lower {
                let isVerb = sayingForms.contains(String(decoding: text[token.start..<token.end], as: UTF8.self))
                return isVerb && (!endsAfterVerb || index + 1 == tokens.count || tokens[index + 1].kind == .period)
            }
            if token.kind != .upper { return false }
        }
        return false
    }
}

private let sayingForms: Set<String> = [
    "said", "says", "asked", "asks", "told", "tells", "added", "adds", "wrote", "writes", "replied", "replies",
    "tweeted",
    "shouted", "exclaimed", "demanded", "wondered", "cried", "responded", "answered", "quipped", "joked", "recalled",
]
