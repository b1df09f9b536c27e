import English

/// Which tokens of a sentence stand inside quotation marks.
package struct Quotation: Sendable {
    /// Whether each token stands inside quotation marks; the marks themselves do not.
    package var isInside: [Bool]
    /// Whether all words of the sentence do.
    package var isWhole: Bool
    /// Whether the quotation began in an earlier sentence.
    package var isContinued: Bool

    /// A sentence without a quotation.
    package init(count: Int) {
        isInside = [Bool](repeating: false, count: count)
        isWhole = false
        isContinued = false
    }

    /// Follows quotation marks through a report; a paragraph closes what was left open.
    package static func read(_ sentences: [Sentence]) -> [Quotation] {
        var isOpen = false
        return sentences.map { sentence in
            if sentence.startsLine { isOpen = false }
            var quotation = Quotation(count: sentence.tokens.count)
            quotation.isContinued = isOpen
            for (index, token) in sentence.tokens.enumerated() {
                switch mark(token) {
                case .opening: isOpen = true
                case .closing: isOpen = false
                case .straight: isOpen.toggle()
                case .none: quotation.isInside[index] = isOpen
                }
            }
            quotation.isWhole = sentence.tokens.indices.allSatisfy { index in
                quotation.isInside[index] || sentence.tokens[index].upos == "PUNCT"
                    || !sentence.tokens[index].form.contains(where: \.isLetter)
            }
            return quotation
        }
    }

    private enum Mark { case opening, closing, straight, none }

    private static func mark(_ token: Token) -> Mark {
        switch token.form {
        case "“", "«", "``": .opening
        case "”", "»", "''": .closing
        case "\"": .straight
        default: .none
        }
    }
}
