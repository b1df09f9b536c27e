/// Splits a text into sentences and tokens by the conventions of UD English.
///
/// A line break always ends a sentence: headlines, list items and paragraphs are lines of their own. Control characters,
/// a byte order mark and CR LF part words and lines; nothing is dropped or changed, so that offsets fit the text as stored.
/// Linear time; a sentence never grows past 240 tokens.
public struct Segmenter: Sendable {
    /// A segmenter; it has no state.
    public init() {}

    /// The sentences of a text, tokens untagged; ranges in code points of the text.
    public func sentences(of text: String) -> [Sentence] {
        var text = text
        return text.withUTF8 { sentences(ofUTF8: $0) }
    }

    /// The sentences of a text in valid UTF-8.
    public func sentences(ofUTF8 text: UnsafeBufferPointer<UInt8>) -> [Sentence] {
        var tokenizer = Tokenizer(text)
        let splitter = SentenceSplitter(text: text)
        var counter = CodePointCounter(text: text)
        var sentences: [Sentence] = []
        var lineStart = 0
        while lineStart < text.count {
            let line = lineRange(from: lineStart, in: tokenizer.reader)
            tokenizer.tokenize(line: line)
            var start = 0
            for end in splitter.ends(of: tokenizer.tokens) {
                var tokens: [Token] = []
                tokens.reserveCapacity(end - start)
                for raw in tokenizer.tokens[start..<end] {
                    let range = counter.offset(of: raw.start)..<counter.offset(of: raw.end)
                    tokens.append(
                        Token(
                            form: String(decoding: text[raw.start..<raw.end], as: UTF8.self), range: range,
                            joinsPrevious: raw.joinsPrevious))
                }
                if let first = tokens.first, let last = tokens.last {
                    sentences.append(
                        Sentence(
                            range: first.range.lowerBound..<last.range.upperBound, tokens: tokens,
                            startsLine: start == 0))
                }
                start = end
            }
            lineStart = line.upperBound
            if lineStart < text.count { lineStart += tokenizer.reader.character(at: lineStart).width }
        }
        return sentences
    }

    private func lineRange(from start: Int, in reader: CharacterReader) -> Range<Int> {
        var end = start
        while end < reader.text.count {
            let (kind, width) = reader.character(at: end)
            if kind == .lineBreak { break }
            end += width
        }
        return start..<end
    }
}

/// Turns byte offsets, asked for in ascending order, into code-point offsets; linear over all.
private struct CodePointCounter {
    let text: UnsafeBufferPointer<UInt8>
    private var byte = 0
    private var codePoints = 0

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    mutating func offset(of target: Int) -> Int {
        while byte < target {
            if text[byte] & 0xc0 != 0x80 { codePoints += 1 }
            byte += 1
        }
        return codePoints
    }
}
