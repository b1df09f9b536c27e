/// The pieces of a word: clitics and units; and what a full stop at its end means.
extension Tokenizer {
    /// Appends a word, its clitics and units apart.
    mutating func appendWord(_ word: Range<Int>, isInside: Bool, _ ending: RawToken.Ending) {
        if isDigit(word.lowerBound, in: word), let unit = unitStart(word) {
            append(word.lowerBound..<unit)
            append(unit..<word.upperBound, ending: ending)
            return
        }
        // A clitic after what was appended already: Jr.|'s
        if isInside, reader.character(at: word.lowerBound).kind == .apostrophe {
            append(word, joinsPrevious: true, ending: ending)
            return
        }
        appendWithClitics(word, ending, joinsPrevious: false)
    }

    private mutating func appendWithClitics(_ word: Range<Int>, _ ending: RawToken.Ending, joinsPrevious: Bool) {
        var pieces: [Range<Int>] = []
        var rest = word
        while pieces.count < 3, let clitic = cliticStart(rest) {
            pieces.append(clitic..<rest.upperBound)
            rest = rest.lowerBound..<clitic
        }
        append(rest, joinsPrevious: joinsPrevious, ending: pieces.isEmpty ? ending : .none)
        for piece in pieces.reversed() { append(piece, joinsPrevious: true) }
    }

    /// Where the last clitic of a word begins: do|n't, it|'s, can|not, gon|na; nil where there is none.
    private func cliticStart(_ word: Range<Int>) -> Int? {
        let length = word.count
        guard length >= 3 else { return nil }
        let last = text[word.upperBound - 1] | 0x20
        // Every clitic ends in one of these letters.
        switch last {
        case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "l"), UInt8(ascii: "e"),
            UInt8(ascii: "t"):
            if let start = apostropheClitic(word) { return start }
        case UInt8(ascii: "a"): break
        default: return nil
        }
        if length <= 9, let split = fusedWords[lowercased(word)] { return word.lowerBound + split }
        return nil
    }

    private func apostropheClitic(_ word: Range<Int>) -> Int? {
        // The apostrophe stands at most two letters before the end.
        for letters in 1...2 {
            let end = word.upperBound - letters
            for width in [1, 3] where end - width > word.lowerBound {
                let start = end - width
                guard reader.character(at: start) == (.apostrophe, width) else { continue }
                let letters = lowercased(end..<word.upperBound)
                if letters == "t", text[start - 1] | 0x20 == UInt8(ascii: "n"), start - 1 > word.lowerBound {
                    return start - 1
                }
                return clitics.contains(letters) ? start : nil
            }
        }
        return nil
    }

    /// Where the unit written together with a number begins: 10|am, 430|km; nil for 1990s and 29th.
    private func unitStart(_ word: Range<Int>) -> Int? {
        var index = word.lowerBound
        while index < word.upperBound, isDigit(index, in: word) || [0x2c, 0x2e, 0x3a].contains(text[index]) {
            index += 1
        }
        guard index < word.upperBound, word.upperBound - index <= 4 else { return nil }
        return attachedUnits.contains(String(decoding: text[index..<word.upperBound], as: UTF8.self)) ? index : nil
    }

    /// What the full stop after the open word says where it belongs to the word; nil where it ends the sentence.
    func abbreviation(_ scan: Scan) -> RawToken.Ending? {
        // "the post-Sept. 11 coalition": what stands behind a hyphen decides.
        let hyphen = text[scan.word..<scan.index].lastIndex(of: UInt8(ascii: "-"))
        let word = UnsafeBufferPointer(rebasing: text[(hyphen.map { $0 + 1 } ?? scan.word)..<scan.index])
        guard word.count <= 12 else { return nil }
        let kind = Lexicon.abbreviations.withValue(of: word) { $0.first } ?? shoutedTitle(word)
        switch kind {
        case UInt8(ascii: "t"): return .title
        case UInt8(ascii: "n"): return nextChunkStartsWithDigit(scan) ? .title : nil
        case .some:
            if word.elementsEqual("al".utf8), !(tokens.last.map { isWord($0, "et") } ?? false) { return nil }
            // "v." and its like end a sentence at the end of a line, if ever.
            return word.count == 1 && isLastInLine(scan) ? nil : .abbreviation
        case nil: break
        }
        if word.count == 1, reader.character(at: scan.word).kind == .upper {
            // "Plan B." ends a sentence where nothing or a common opening follows, "J. Smith" goes on.
            guard scan.index + 1 == scan.chunk.upperBound else { return .initial }
            guard let next = nextChunk(scan) else { return nil }
            // "Wayne A. I. Holm": another initial follows.
            if next.count == 1, next.upperBound < text.count, text[next.upperBound] == UInt8(ascii: "."),
                text[next.lowerBound] >= 0x41, text[next.lowerBound] <= 0x5a
            {
                return .initial
            }
            return Lexicon.sentenceStarters.contains(UnsafeBufferPointer(rebasing: text[next])) ? nil : .initial
        }
        return isDotted(scan.word..<scan.index) ? .abbreviation : nil
    }

    /// A title in capitals: GEN. ELIZABETH PRELOGAR.
    private func shoutedTitle(_ word: UnsafeBufferPointer<UInt8>) -> UInt8? {
        guard word.count > 1, word.count < 6, word.allSatisfy({ $0 >= 0x41 && $0 <= 0x5a }) else { return nil }
        let titleCase = word.enumerated().map { $0.offset == 0 ? $0.element : $0.element | 0x20 }
        return titleCase.withUnsafeBufferPointer { Lexicon.abbreviations.withValue(of: $0) { $0.first } }
            .flatMap { $0 == UInt8(ascii: "t") ? $0 : nil }
    }

    /// Whether a word is letters, one or two at a time, parted by full stops: U.S, Ph.D, a.m
    private func isDotted(_ word: Range<Int>) -> Bool {
        var letters = 0
        var hasPeriod = false
        for index in word {
            if text[index] == UInt8(ascii: ".") {
                guard letters > 0 else { return false }
                letters = 0
                hasPeriod = true
            } else {
                letters += 1
                guard letters <= 2, text[index] | 0x20 >= 0x61, text[index] | 0x20 <= 0x7a else { return false }
            }
        }
        return hasPeriod
    }

    private func isWord(_ token: RawToken, _ word: String) -> Bool {
        text[token.start..<token.end].elementsEqual(word.utf8)
    }

    private func isLastInLine(_ scan: Scan) -> Bool { nextChunk(scan) == nil }

    private func nextChunkStartsWithDigit(_ scan: Scan) -> Bool {
        if scan.index + 1 < scan.chunk.upperBound { return isDigit(scan.index + 1, in: scan.chunk) }
        guard let next = nextChunk(scan) else { return false }
        return isDigit(next.lowerBound, in: next)
    }

    /// The letters with which the next chunk of the line begins, after its opening quotation marks.
    private func nextChunk(_ scan: Scan) -> Range<Int>? {
        var start = scan.chunk.upperBound
        while start < lineEnd {
            let (kind, width) = reader.character(at: start)
            guard kind == .space || kind == .quote || kind == .openBracket || kind == .apostrophe else { break }
            start += width
        }
        guard start < lineEnd else { return nil }
        var end = start
        // Longer words open no sentence of the list.
        while end < lineEnd, end - start < 32, reader.character(at: end).kind.isWord {
            end += reader.character(at: end).width
        }
        return start..<max(end, start + 1)
    }
}

/// Words written together that are two tokens, by the length of the first.
private let fusedWords: [String: Int] = [
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dont": 2, "doesnt": 4, "didnt": 3, "isnt": 2, "wasnt": 3,
    "arent": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "hasnt": 3, "havent": 4, "werent": 4, "hadnt": 3,
]

/// Units that are tokens of their own after a number written together with them.
private let attachedUnits: Set<String> = [
    "am", "pm", "AM", "PM", "a.m.", "p.m.", "km", "m", "cm", "mm", "kg", "g", "mg", "lb", "lbs", "ft", "in", "mi",
    "mph",
    "kph", "km/h", "kmh", "k", "K", "M", "m", "b", "bn", "B", "mn", "tn", "tr", "GB", "MB", "TB", "KB", "kb", "Hz",
    "kHz",
    "MHz", "GHz", "kW", "MW", "GW", "kWh", "MWh", "ml", "mL", "L", "oz", "min", "mins", "hr", "hrs", "sec", "secs",
    "yr",
    "yrs", "C", "F", "nm", "ha", "mya", "cc", "hp",
]
