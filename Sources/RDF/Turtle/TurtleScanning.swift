/// Spaces, words and mistakes.
extension TurtleParser {
    /// Moves over white space and comments.
    mutating func skipSpace() {
        while position < end {
            switch text[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case UInt8(ascii: "#"):
                while position < end, text[position] != 0x0A, text[position] != 0x0D { position += 1 }
            default: return
            }
        }
    }

    /// The letters that begin at a place.
    func wordRange(_ start: Int) -> Range<Int> {
        var index = start
        while ByteClass.table[Int(text[index])] & ByteClass.letter != 0 { index += 1 }
        return start..<index
    }

    func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return range.allSatisfy { text[$0] == word.utf8Start[$0 - range.lowerBound] }
    }

    /// Takes a keyword whatever its case, where no prefixed name begins with it.
    mutating func takeKeyword(_ keyword: StaticString) -> Bool {
        let range = wordRange(position)
        guard range.count == keyword.utf8CodeUnitCount,
            range.allSatisfy({ text[$0] & 0xDF == keyword.utf8Start[$0 - range.lowerBound] })
        else { return false }
        let next = text[range.upperBound]
        if next == UInt8(ascii: ":") || isNameByte(range.upperBound) { return false }
        position = range.upperBound
        return true
    }

    /// Whether a character of names stands at a place: a letter, a digit, `-`, `_` or one above ASCII.
    func isNameByte(_ place: Int) -> Bool { nameLength(place, first: false) > 0 }

    /// The length in bytes of a name's character at a place, 0 when there is none; a first one is no digit or hyphen.
    func nameLength(_ place: Int, first: Bool) -> Int {
        let byte = text[place]
        if byte < 0x80 {
            let roles = ByteClass.table[Int(byte)]
            if roles & ByteClass.letter != 0 || byte == UInt8(ascii: "_") { return 1 }
            return !first && (roles & ByteClass.digit != 0 || byte == UInt8(ascii: "-")) ? 1 : 0
        }
        guard let length = UTF8Check.length(text, at: place),
            LabelCharacters.allows(text, at: place, length: length, first: first)
        else { return 0 }
        return length
    }

    // MARK: Mistakes

    /// An error that says what should stand here.
    func expected(_ wanted: String) -> SyntaxError {
        if position >= end { return error("expected \(wanted), the text ends", position..<position) }
        let word = wordAtFault()
        var hint: String?
        switch text[position] {
        case UInt8(ascii: "{") where !allowsGraphs: hint = "named graphs need TriG (.trig)"
        case UInt8(ascii: "\"") where wanted.hasSuffix("subject"): hint = "a literal can only be an object"
        default: break
        }
        return error("expected \(wanted)", word, hint: hint)
    }

    private func wordAtFault() -> Range<Int> {
        var last = position
        while last < end, text[last] > 0x20, last - position < 80 { last += 1 }
        // Not in the middle of a character.
        while last < end, text[last] & 0xC0 == 0x80 { last += 1 }
        return position..<max(last, position + 1)
    }

    /// An error about some bytes. Linear in the text before them.
    func error(_ message: String, _ range: Range<Int>, hint: String? = nil) -> SyntaxError {
        TextPlace(text: UnsafeBufferPointer(start: text, count: end)).error(message, range, source: source, hint: hint)
    }
}

/// Finds the line and column of some bytes of a text.
struct TextPlace {
    let text: UnsafeBufferPointer<UInt8>

    /// An error about a range of bytes.
    func error(_ message: String, _ range: Range<Int>, source: String?, hint: String? = nil) -> SyntaxError {
        let start = min(range.lowerBound, text.count)
        var line = 1
        var lineStart = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
        for index in 0..<start {
            let isEnd =
                text[index] == 0x0A
                || (text[index] == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A))
            if isEnd {
                line += 1
                lineStart = index + 1
            }
        }
        var lineEnd = max(start, lineStart)
        while lineEnd < text.count, text[lineEnd] != 0x0A, text[lineEnd] != 0x0D { lineEnd += 1 }
        func decoded(_ from: Int, _ to: Int) -> String {
            String(decoding: text[min(from, to)..<to], as: UTF8.self)
        }
        let stop = max(start, min(range.upperBound, lineEnd))
        let before = decoded(lineStart, max(start, lineStart))
        let fault = decoded(start, stop)
        return SyntaxError(
            message, source: source, line: line, column: before.unicodeScalars.count + 1,
            length: fault.unicodeScalars.count, lineText: before + fault + decoded(stop, lineEnd), hint: hint)
    }
}
