import English

/// A sentence that comes tokenised, one blank between its tokens: how benchmarks of open extraction give theirs.
public struct GivenTokens: Sendable {
    /// The words as given.
    public let words: [String]
    /// The sentence as the parser shall see it: Penn Treebank's brackets and quotation marks as they stand in print.
    public let sentence: Sentence

    /// Reads a line.
    public init(_ line: String) {
        words = line.split(separator: " ").map(String.init)
        var offset = 0
        let tokens = words.map { word in
            let form = GivenTokens.printed[word] ?? word
            defer { offset += word.unicodeScalars.count + 1 }
            return Token(form: form, range: offset..<offset + word.unicodeScalars.count)
        }
        sentence = Sentence(range: 0..<max(0, offset - 1), tokens: tokens, startsLine: true)
    }

    private static let printed: [String: String] = [
        "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "\"", "''": "\"",
        "`": "'",
    ]
}
