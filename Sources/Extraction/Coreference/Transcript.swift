import English

/// Who speaks in a transcript: lines that begin with a name and a colon.
enum Transcript {
    /// The speaker of each sentence, where at least two lines begin with speakers; a speaker goes on until the next one begins.
    static func speakers(of sentences: [Sentence]) -> [Int: String] {
        var starts: [(sentence: Int, name: String)] = []
        for (index, sentence) in sentences.enumerated() where sentence.startsLine {
            if let name = speaker(sentence) { starts.append((index, name)) }
        }
        guard starts.count >= 3 else { return [:] }
        var speakers: [Int: String] = [:]
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1].sentence : sentences.count
            for index in start.sentence..<end { speakers[index] = start.name }
        }
        return speakers
    }

    /// One to four capitalised words and a colon, with more after it.
    private static func speaker(_ sentence: Sentence) -> String? {
        guard let colon = sentence.tokens.prefix(6).firstIndex(where: { $0.form == ":" }), (1...4).contains(colon),
            colon + 1 < sentence.tokens.count
        else { return nil }
        let words = sentence.tokens[..<colon]
        let isName = words.allSatisfy { token in
            token.form.unicodeScalars.first.map { $0.properties.isUppercase || $0 == "(" || $0 == ")" } ?? false
        }
        return isName ? words.map(\.form).joined(separator: " ") : nil
    }
}
