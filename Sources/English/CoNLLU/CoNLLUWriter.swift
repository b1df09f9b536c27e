/// Writes analysed sentences as CoNLL-U.
///
/// Every word has its place in MISC (`start_char=12|end_char=17`, code points of the text as stored, end-exclusive) and
/// `SpaceAfter=No` where the next word stands close; clitics are multiword tokens.
///
/// Source: https://universaldependencies.org/format.html
public struct CoNLLUWriter: Sendable {
    /// The file so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    private var sentenceCount = 0

    /// A writer of an empty file.
    public init() {}

    /// Takes what was written out of the writer; the count of sentences goes on.
    public mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Begins a document.
    public mutating func beginDocument(named name: String) {
        line("# newdoc id = \(Self.printable(name))")
    }

    /// Appends a sentence; `next` is where the text goes on, so that the last word knows whether a space follows it.
    public mutating func append(_ sentence: Sentence, next: Int? = nil) {
        let words = Self.words(of: sentence)
        let isGlued = words.indices.map { index in
            let end = sentence.tokens[words[index].upperBound - 1].range.upperBound
            let following =
                index + 1 < words.count ? sentence.tokens[words[index + 1].lowerBound].range.lowerBound : next
            return following == end
        }
        sentenceCount += 1
        if sentence.startsLine { line("# newpar") }
        line("# sent_id = \(sentenceCount)")
        var text = ""
        for (index, word) in words.enumerated() {
            text += Self.form(of: word, in: sentence)
            if !isGlued[index], index + 1 < words.count { text += " " }
        }
        line("# text = \(text)")
        for (index, word) in words.enumerated() {
            let glue = isGlued[index] ? "SpaceAfter=No" : ""
            if word.count > 1 {
                let range =
                    sentence.tokens[word.lowerBound].range
                    .lowerBound..<sentence.tokens[word.upperBound - 1].range.upperBound
                line(
                    "\(word.lowerBound + 1)-\(word.upperBound)\t\(Self.form(of: word, in: sentence))"
                        + "\t_\t_\t_\t_\t_\t_\t_\t\(Self.misc(range, glue))")
            }
            for token in word {
                append(
                    sentence.tokens[token], number: token + 1, features: "_",
                    misc: Self.misc(sentence.tokens[token].range, word.count > 1 ? "" : glue))
            }
        }
        line("")
    }

    /// Appends a sentence that was read from CoNLL-U: its comments, multiword tokens, FEATS and MISC as they were.
    public mutating func append(_ read: CoNLLUSentence) {
        for comment in read.comments { line(comment) }
        var multiword = read.multiwordTokens[...]
        for (index, token) in read.sentence.tokens.enumerated() {
            if let word = multiword.first, word.words.lowerBound == index {
                line("\(index + 1)-\(word.words.upperBound)\t\(word.form)\t_\t_\t_\t_\t_\t_\t_\t\(word.misc)")
                multiword.removeFirst()
            }
            append(token, number: index + 1, features: read.features[index], misc: read.misc[index])
        }
        line("")
    }

    private mutating func append(_ token: Token, number: Int, features: String, misc: String) {
        func column(_ value: String) -> String { value.isEmpty ? "_" : value }
        // A tree is all or nothing: without a relation there is no head.
        let head = token.relation.isEmpty ? "_" : String(token.head + 1)
        line(
            "\(number)\t\(Self.printable(token.form))\t\(column(token.lemma))\t\(column(token.upos))\t\(column(token.xpos))"
                + "\t\(features)\t\(head)\t\(column(token.relation))\t_\t\(misc)")
    }

    private mutating func line(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(0x0a)
    }

    /// The sentence's words as CoNLL-U counts them: runs of tokens that join the one before.
    private static func words(of sentence: Sentence) -> [Range<Int>] {
        var words: [Range<Int>] = []
        for (index, token) in sentence.tokens.enumerated() {
            if token.joinsPrevious, let last = words.last,
                sentence.tokens[index - 1].range.upperBound == token.range.lowerBound
            {
                words[words.count - 1] = last.lowerBound..<index + 1
            } else {
                words.append(index..<index + 1)
            }
        }
        return words
    }

    private static func form(of word: Range<Int>, in sentence: Sentence) -> String {
        printable(sentence.tokens[word].map(\.form).joined())
    }

    private static func misc(_ range: Range<Int>, _ glue: String) -> String {
        "start_char=\(range.lowerBound)|end_char=\(range.upperBound)" + (glue.isEmpty ? "" : "|" + glue)
    }

    /// A form holds no tab or line break; a name of a file may.
    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
