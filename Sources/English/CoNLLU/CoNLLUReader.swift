/// Reads CoNLL-U: words, multiword tokens and comments are kept, empty nodes (`8.1`) passed over.
///
/// Tags and trees are read where they are given (`_` is empty, a head that is no number is none), so that a file of
/// forms alone can be tagged and parsed.
///
/// Source: https://universaldependencies.org/format.html
public struct CoNLLUReader: Sendable {
    /// A reader; it has no state.
    public init() {}

    /// The sentences of a file. Lines may end in CR LF; the last sentence needs no empty line after it. Linear time.
    ///
    /// - Throws: `CoNLLUError` for a line that is no word, range, empty node or comment, or whose number is out of turn.
    public func sentences(of text: String) throws(CoNLLUError) -> [CoNLLUSentence] {
        var sentences: [CoNLLUSentence] = []
        var builder = Builder()
        var number = 0
        for line in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
            number += 1
            var line = Substring(line)
            if line.utf8.last == 0x0d { line = Substring(line.utf8.dropLast()) }
            if number == 1, line.unicodeScalars.first == "\u{feff}" { line.unicodeScalars.removeFirst() }
            if line.isEmpty {
                if let sentence = try builder.finish(line: number) { sentences.append(sentence) }
                builder = Builder()
            } else {
                try builder.add(line, number: number)
            }
        }
        if let sentence = try builder.finish(line: number) { sentences.append(sentence) }
        return sentences
    }
}

/// Collects the lines of one sentence.
private struct Builder {
    var comments: [String] = []
    var tokens: [Token] = []
    var features: [String] = []
    var misc: [String] = []
    var multiwordTokens: [CoNLLUSentence.MultiwordToken] = []
    var offset = 0

    mutating func add(_ line: Substring, number: Int) throws(CoNLLUError) {
        func fail(_ message: String) -> CoNLLUError {
            CoNLLUError(message: message, line: number, lineText: String(line))
        }
        if line.utf8.first == UInt8(ascii: "#") {
            comments.append(String(line))
            return
        }
        let columns = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
        guard columns.count == 10 else { throw fail("a line of CoNLL-U has 10 columns, this one \(columns.count)") }
        guard !columns[1].isEmpty else { throw fail("the FORM column is empty") }
        let identifier = columns[0]
        if identifier.utf8.contains(UInt8(ascii: ".")) { return }
        if let hyphen = identifier.firstIndex(of: "-") {
            guard let first = Int(identifier[..<hyphen]),
                let last = Int(identifier[identifier.index(after: hyphen)...]),
                first == tokens.count + 1, last >= first, first > (multiwordTokens.last?.words.upperBound ?? 0)
            else { throw fail("a multiword token must span the words that follow it") }
            multiwordTokens.append(
                .init(words: first - 1..<last, form: String(columns[1]), misc: String(columns[9])))
            return
        }
        guard let index = Int(identifier), index == tokens.count + 1 else {
            throw fail("expected the word number \(tokens.count + 1)")
        }
        append(columns)
    }

    private mutating func append(_ columns: [Substring]) {
        func value(_ column: Int) -> String { columns[column] == "_" ? "" : String(columns[column]) }
        let isInside =
            multiwordTokens.last.map { $0.words.contains(tokens.count) && $0.words.lowerBound < tokens.count } ?? false
        let length = columns[1].unicodeScalars.count
        tokens.append(
            Token(
                form: String(columns[1]), range: offset..<offset + length, lemma: value(2), upos: value(3),
                xpos: value(4), head: (Int(columns[6]) ?? 0) - 1, relation: value(7), joinsPrevious: isInside))
        features.append(String(columns[5]))
        misc.append(String(columns[9]))
        offset += length + (hasSpaceAfter(columns[9]) ? 1 : 0)
    }

    private func hasSpaceAfter(_ misc: Substring) -> Bool {
        if let word = multiwordTokens.last, word.words.contains(tokens.count - 1) {
            return tokens.count == word.words.upperBound && !CoNLLUSentence.isGlued(Substring(word.misc))
        }
        return !CoNLLUSentence.isGlued(misc)
    }

    func finish(line: Int) throws(CoNLLUError) -> CoNLLUSentence? {
        guard let first = tokens.first, let last = tokens.last else {
            return nil
        }
        if let word = multiwordTokens.last, word.words.upperBound > tokens.count {
            throw CoNLLUError(
                message: "the words of the multiword token \"\(word.form)\" are missing", line: line, lineText: "")
        }
        return CoNLLUSentence(
            comments: comments,
            sentence: Sentence(range: first.range.lowerBound..<last.range.upperBound, tokens: tokens),
            multiwordTokens: multiwordTokens, features: features, misc: misc)
    }
}

extension CoNLLUSentence {
    /// Whether a MISC column says that no space follows.
    static func isGlued(_ misc: Substring) -> Bool {
        misc.split(separator: "|").contains("SpaceAfter=No")
    }
}
