/// The characters whose meaning hangs on what stands around them.
extension Tokenizer {
    /// A full stop: a run of them, one inside a word (`U.S`, `1.5`), an abbreviation's, or the sentence's.
    mutating func scanPeriod(_ scan: inout Scan, _ width: Int) {
        var end = scan.index
        while end < scan.chunk.upperBound {
            let (kind, width) = reader.character(at: end)
            guard kind == .period || kind == .ellipsis else { break }
            end += width
        }
        if end - scan.index > 1 {
            flush(&scan)
            append(scan.index..<end)
            scan.index = end
            scan.word = end
        } else if nextIsWord(scan, width), !scan.isEmpty || isDigit(scan.index + 1, in: scan.chunk) {
            if isMissingSpace(scan) { split(&scan, width) } else { scan.index += width }
        } else if !scan.isEmpty, let ending = abbreviation(scan) {
            scan.index += width
            flush(&scan, ending: ending)
        } else {
            split(&scan, width)
        }
    }

    /// Whether a full stop between two words lacks its space: `left.The` is two sentences, `Ltd.com` a name.
    private func isMissingSpace(_ scan: Scan) -> Bool {
        let next = scan.index + 1
        guard scan.index - scan.word >= 2, reader.character(at: next).kind == .upper,
            next + 1 == scan.chunk.upperBound || reader.character(at: next + 1).kind != .period
        else { return false }
        return text[scan.word..<scan.index].dropFirst().allSatisfy { $0 >= 0x61 && $0 <= 0x7a }
    }

    /// A comma between digits that groups thousands stays; any other is a token.
    mutating func scanComma(_ scan: inout Scan, _ width: Int) {
        if width == 1, !scan.isEmpty, isDigit(scan.index - 1, in: scan.chunk) {
            var digits = 0
            while digits < 4, isDigit(scan.index + 1 + digits, in: scan.chunk) { digits += 1 }
            if digits == 3 {
                scan.index += 1
                return
            }
        }
        split(&scan, width)
    }

    /// An apostrophe: inside a word, before a clitic, in front of an elided word, or a quotation mark.
    mutating func scanApostrophe(_ scan: inout Scan, _ width: Int) {
        if !scan.isEmpty, nextIsWord(scan, width) {
            scan.index += width
        } else if scan.isEmpty, nextIsWord(scan, width), opensWord(scan, width) {
            scan.index += width
        } else {
            // Two straight or curly ones make one quotation mark.
            let next = scan.index + width
            if next < scan.chunk.upperBound, text[scan.index] == text[next],
                reader.character(at: next) == (.apostrophe, width),
                text[scan.index..<next].elementsEqual(text[next..<next + width])
            {
                split(&scan, 2 * width)
            } else {
                let isPossessive = !scan.isEmpty && endsInSibilant(scan)
                flush(&scan)
                append(scan.index..<next, joinsPrevious: isPossessive)
                scan.index = next
                scan.word = next
            }
        }
    }

    /// Whether an apostrophe belongs to what follows: `'90s`, `'em`, or `'s` after an abbreviation or a quotation.
    private func opensWord(_ scan: Scan, _ width: Int) -> Bool {
        let start = scan.index + width
        if isDigit(start, in: scan.chunk), isDigit(start + 1, in: scan.chunk) { return true }
        var end = start
        while end < scan.chunk.upperBound, reader.character(at: end).kind.isWord {
            end += reader.character(at: end).width
        }
        let word = lowercased(start..<end)
        return scan.index > scan.chunk.lowerBound ? clitics.contains(word) : elided.contains(word) || word == "s"
    }

    private func endsInSibilant(_ scan: Scan) -> Bool {
        let byte = text[scan.index - 1] | 0x20
        return byte == UInt8(ascii: "s") || byte == UInt8(ascii: "z") || byte == UInt8(ascii: "x")
    }

    /// A bracket; a run of `<` is one token.
    mutating func scanBracket(_ scan: inout Scan, _ width: Int) {
        var end = scan.index + width
        if text[scan.index] == UInt8(ascii: "<") {
            while end < scan.chunk.upperBound, text[end] == UInt8(ascii: "<") { end += 1 }
        }
        split(&scan, end - scan.index)
    }

    /// A hyphen parts words (`two|-|year`), but not a bound prefix from its word, nor the groups of a number.
    mutating func scanHyphen(_ scan: inout Scan, _ width: Int) {
        var end = scan.index
        while end < scan.chunk.upperBound, reader.character(at: end).kind == .hyphen {
            end += reader.character(at: end).width
        }
        if end - scan.index > width || scan.isEmpty || end == scan.chunk.upperBound || !nextIsWord(scan, width) {
            split(&scan, end - scan.index)
        } else if let numberEnd = groupedNumber(scan) {
            scan.index = numberEnd
        } else if isBoundPrefix(scan, width) {
            scan.index += width
        } else {
            split(&scan, width)
        }
    }

    /// The end of a telephone number or a date in figures that holds the hyphen at hand, or nil: `5-10` is a range.
    private func groupedNumber(_ scan: Scan) -> Int? {
        guard text[scan.word..<scan.index].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2d }) else { return nil }
        var groups = [0]
        var index = scan.word
        while index < scan.chunk.upperBound, isDigit(index, in: scan.chunk) || text[index] == 0x2d {
            if text[index] == 0x2d { groups.append(0) } else { groups[groups.count - 1] += 1 }
            index += 1
        }
        guard !groups.contains(0) else { return nil }
        return groups.count > 2 || groups == [3, 4] ? index : nil
    }

    private func isBoundPrefix(_ scan: Scan, _ width: Int) -> Bool {
        let length = scan.index - scan.word
        guard length <= 7 else { return false }
        // Where more hyphens follow, all of them part words: non|-|adult|-|like.
        var index = scan.index + width
        while index < scan.chunk.upperBound {
            let (kind, width) = reader.character(at: index)
            if kind == .hyphen { return false }
            index += width
        }
        return boundPrefixes.contains(lowercased(scan.word..<scan.index))
    }

    /// A slash parts words of two letters or more; `9/11`, `km/h` and `s/he` stay whole.
    mutating func scanSlash(_ scan: inout Scan) {
        let before = scan.index - scan.word
        let isInside =
            before > 0 && reader.kind(before: scan.index)?.isWord == true && nextIsWord(scan, 1)
        if isInside {
            let isLetterBefore = !isDigit(scan.index - 1, in: scan.chunk)
            let isLetterAfter = !isDigit(scan.index + 1, in: scan.chunk)
            let hasTwoAfter = scan.index + 2 < scan.chunk.upperBound && reader.character(at: scan.index + 2).kind.isWord
            if !(isLetterBefore && isLetterAfter && before > 1 && hasTwoAfter) {
                scan.index += 1
                return
            }
        }
        split(&scan, 1)
    }

    /// A currency's sign is a token; `US$` keeps its letters.
    mutating func scanCurrency(_ scan: inout Scan, _ width: Int) {
        if !scan.isEmpty, text[scan.word..<scan.index].allSatisfy({ $0 >= 0x41 && $0 <= 0x5a }) {
            scan.index += width
            flush(&scan)
        } else {
            split(&scan, width)
        }
    }

    /// A range's text with ASCII letters in lower case and the curly apostrophe made straight.
    func lowercased(_ range: Range<Int>) -> String {
        var result = ""
        result.reserveCapacity(range.count)
        for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
            if scalar.value >= 0x41, scalar.value <= 0x5a {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
            } else {
                result.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
            }
        }
        return result
    }
}

/// Endings that are tokens of their own after an apostrophe.
let clitics: Set<String> = ["s", "m", "d", "ll", "re", "ve"]

/// Words that an apostrophe opens.
private let elided: Set<String> = [
    "em", "til", "till", "tis", "twas", "cause", "cos", "coz", "bout", "round", "n", "nuff", "kay", "ere",
]

/// Prefixes that a hyphen does not part from their word.
private let boundPrefixes: Set<String> = [
    "non", "pre", "re", "co", "mid", "anti", "pro", "ex", "multi", "un", "inter", "e", "cross", "counter", "semi",
    "sub",
    "mini", "intra", "post", "neo", "socio", "psycho", "micro", "macro", "ultra", "quasi", "pseudo", "trans", "extra",
    "hyper", "super", "bi", "tri", "infra", "proto", "de", "dis", "geo", "bio", "electro", "uh", "mm", "hm", "oh",
    "nuh",
]
