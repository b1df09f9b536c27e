/// Splits a line into tokens by the conventions of UD English (GUM, EWT): clitics, hyphens, units and punctuation are
/// tokens of their own; abbreviations keep their full stop; numbers, times and addresses stay whole.
///
/// One pass, left to right, linear time; positions are byte offsets into the text.
struct Tokenizer {
    let reader: CharacterReader
    var text: UnsafeBufferPointer<UInt8> { reader.text }
    /// The tokens of the line so far.
    var tokens: [RawToken] = []
    /// The end of the line.
    var lineEnd = 0
    private var followsSpace = true

    init(_ text: UnsafeBufferPointer<UInt8>) {
        reader = CharacterReader(text: text)
    }

    /// Replaces `tokens` by those of a line without its line break.
    mutating func tokenize(line: Range<Int>) {
        tokens.removeAll(keepingCapacity: true)
        lineEnd = line.upperBound
        var index = line.lowerBound
        while index < line.upperBound {
            let (kind, width) = reader.character(at: index)
            if kind == .space {
                index += width
                continue
            }
            var end = index
            while end < line.upperBound {
                let (kind, width) = reader.character(at: end)
                if kind == .space { break }
                end += width
            }
            followsSpace = true
            scan(chunk: index..<end)
            index = end
        }
    }

    /// Appends a token.
    mutating func append(_ range: Range<Int>, joinsPrevious: Bool = false, ending: RawToken.Ending = .none) {
        guard !range.isEmpty else { return }
        tokens.append(
            RawToken(
                start: range.lowerBound, end: range.upperBound, kind: reader.character(at: range.lowerBound).kind,
                followsSpace: followsSpace, joinsPrevious: joinsPrevious, ending: ending))
        followsSpace = false
    }

    /// Splits what stands between two white spaces.
    private mutating func scan(chunk: Range<Int>) {
        if let address = address(in: chunk) {
            scanWords(chunk.lowerBound..<address.lowerBound)
            append(address)
            scanWords(address.upperBound..<chunk.upperBound)
        } else if isEmoticon(chunk) {
            append(chunk)
        } else {
            scanWords(chunk)
        }
    }

    /// Splits at every character that parts words where it stands.
    private mutating func scanWords(_ chunk: Range<Int>) {
        var scan = Scan(chunk)
        while scan.index < chunk.upperBound {
            let (kind, width) = reader.character(at: scan.index)
            switch kind {
            case .letter, .lower, .upper, .digit: scan.index += width
            case .space, .lineBreak: split(&scan, width)
            case .period, .ellipsis: scanPeriod(&scan, width)
            case .comma: scanComma(&scan, width)
            case .colon:
                if isDigit(scan.index - 1, in: chunk), isDigit(scan.index + width, in: chunk), !scan.isEmpty {
                    scan.index += width
                } else {
                    split(&scan, width)
                }
            case .semicolon, .quote, .sign, .dash: splitRun(&scan, kind, width)
            case .terminal: splitTerminals(&scan)
            case .apostrophe: scanApostrophe(&scan, width)
            case .openBracket: scanBracket(&scan, width)
            case .closeBracket: splitRun(&scan, kind, width, onlyRepeated: [UInt8(ascii: ">")])
            case .hyphen: scanHyphen(&scan, width)
            case .slash: scanSlash(&scan)
            case .currency: scanCurrency(&scan, width)
            case .emoji: splitRun(&scan, kind, width)
            case .hash, .at:
                // A hashtag or a handle is one word; "#2" is two.
                if scan.isEmpty, nextIsWord(scan, width), kind == .at || !isDigit(scan.index + 1, in: chunk) {
                    scan.index += width
                } else {
                    split(&scan, width)
                }
            case .ampersand, .symbol:
                if !scan.isEmpty, nextIsWord(scan, width), !isArithmetic(scan) {
                    scan.index += width
                } else if scan.isEmpty, text[scan.index] == UInt8(ascii: "+"), isDigit(scan.index + 1, in: chunk),
                    scan.index == chunk.lowerBound
                {
                    scan.index += width
                } else {
                    splitRun(&scan, kind, width)
                }
            }
        }
        flush(&scan)
    }

    /// A place in a chunk and the start of the word that has not been appended yet.
    struct Scan {
        let chunk: Range<Int>
        var word: Int
        var index: Int

        init(_ chunk: Range<Int>) {
            self.chunk = chunk
            word = chunk.lowerBound
            index = chunk.lowerBound
        }

        /// Whether no word is open.
        var isEmpty: Bool { word == index }
    }

    /// Appends the open word, split into its pieces.
    mutating func flush(_ scan: inout Scan, ending: RawToken.Ending = .none) {
        if scan.word < scan.index {
            appendWord(scan.word..<scan.index, isInside: scan.word > scan.chunk.lowerBound, ending)
        }
        scan.word = scan.index
    }

    /// Appends the open word and the character at hand as a token of its own.
    mutating func split(_ scan: inout Scan, _ width: Int) {
        flush(&scan)
        append(scan.index..<scan.index + width)
        scan.index += width
        scan.word = scan.index
    }

    /// Appends the open word, and the run of the same character as one token.
    private mutating func splitRun(
        _ scan: inout Scan, _ kind: CharacterKind, _ width: Int, onlyRepeated: [UInt8] = []
    ) {
        let byte = text[scan.index]
        let mayRun: Bool
        switch kind {
        case .symbol, .dash, .ampersand: mayRun = true
        case .quote: mayRun = byte == UInt8(ascii: "`")
        case .emoji: mayRun = true
        default: mayRun = onlyRepeated.contains(byte)
        }
        var end = scan.index + width
        while mayRun, end < scan.chunk.upperBound {
            let next = reader.character(at: end)
            guard kind == .emoji ? next.kind == .emoji : text[end] == byte && next.width == width,
                kind == .emoji || text[end..<end + width].elementsEqual(text[scan.index..<scan.index + width])
            else { break }
            end += next.width
        }
        flush(&scan)
        append(scan.index..<end)
        scan.index = end
        scan.word = end
    }

    /// Appends the open word, and a run of `!` and `?` as one token.
    private mutating func splitTerminals(_ scan: inout Scan) {
        flush(&scan)
        let start = scan.index
        while scan.index < scan.chunk.upperBound {
            let (kind, width) = reader.character(at: scan.index)
            guard kind == .terminal else { break }
            scan.index += width
        }
        append(start..<scan.index)
        scan.word = scan.index
    }

    // MARK: - What stands around

    /// Whether a word's character follows the one at hand.
    func nextIsWord(_ scan: Scan, _ width: Int) -> Bool {
        let next = scan.index + width
        return next < scan.chunk.upperBound && reader.character(at: next).kind.isWord
    }

    /// Whether an ASCII digit stands at a position.
    func isDigit(_ index: Int, in range: Range<Int>) -> Bool {
        range.contains(index) && text[index] >= 0x30 && text[index] <= 0x39
    }

    private func isArithmetic(_ scan: Scan) -> Bool {
        let byte = text[scan.index]
        return (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "=")) && isDigit(scan.index - 1, in: scan.chunk)
            && isDigit(scan.index + 1, in: scan.chunk)
    }
}
