import English

/// The words of phrases as labels show them.
struct PhraseText {
    let sentences: [Sentence]
    let text: StoredText

    /// The words of some tokens as stored, runs of white space made one space; a possessive ending at the end is left out.
    /// `lowerCasing` undoes the capital of a sentence's first word and those of a headline.
    func words(_ span: Range<Int>, in sentence: Int, lowerCasing: Bool = false) -> String {
        guard sentences.indices.contains(sentence) else { return "" }
        let tokens = sentences[sentence].tokens
        var span = span.clamped(to: 0..<tokens.count)
        // "Moody's" keeps its mark.
        if span.count > 1, let last = span.last, Self.isPossessiveMark(tokens[last]),
            span.count > 2
                || !Lexicon.instanceClasses(tokens[last - 1].form + tokens[last].form).contains(.organization)
        {
            span = span.lowerBound..<last
        }
        guard let first = span.first else { return "" }
        let isTitleCase = lowerCasing && SentenceView.isTitleCase(tokens)
        var words: [String] = []
        var end = tokens[first].range.lowerBound
        var word = ""
        for index in span {
            let token = tokens[index]
            if token.range.lowerBound > end, !word.isEmpty {
                words.append(word)
                word = ""
            }
            // Inside a sentence a capital says something: "Jewish settlers", "United States team".
            let isLowered = lowerCasing && (isTitleCase || index == first && isFirstWord(first, in: tokens))
            word += isLowered ? Self.lowerCasedUnlessName(token) : text[token.range]
            end = max(end, token.range.upperBound)
        }
        if !word.isEmpty { words.append(word) }
        return words.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func isFirstWord(_ index: Int, in tokens: [Token]) -> Bool {
        index == 0 || !tokens[index - 1].form.contains { $0.isLetter || $0.isNumber || $0 == "," || $0 == "-" }
            || !tokens[..<index].contains { $0.form.contains { $0.isLetter } }
    }

    static func isPossessiveMark(_ token: Token) -> Bool {
        token.xpos == "POS" || token.form == "'s" || token.form == "’s"
    }

    static func lowerCasedUnlessName(_ token: Token) -> String {
        let form = token.form
        guard token.upos != "PROPN", let first = form.unicodeScalars.first, first.properties.isUppercase,
            Lexicon.demonym(form) == nil,
            token.upos == "DET" || form.unicodeScalars.dropFirst().contains(where: { $0.properties.isLowercase })
        else { return form }
        return form.lowercased()
    }
}
