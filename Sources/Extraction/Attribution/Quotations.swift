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
            for index in sentence.tokens.indices {
                switch mark(index, in: sentence) {
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

    /// A straight mark opens where a blank stands before it only, and closes where one stands behind it only.
    private static func mark(_ index: Int, in sentence: Sentence) -> Mark {
        let token = sentence.tokens[index]
        switch token.form {
        case "“", "«", "``": return .opening
        case "”", "»", "''": return .closing
        case "\"":
            let isFirst = index == 0
            let isLast = index + 1 == sentence.tokens.count
            let blankBefore = isFirst || sentence.tokens[index - 1].range.upperBound < token.range.lowerBound
            let blankBehind = isLast || sentence.tokens[index + 1].range.lowerBound > token.range.upperBound
            if blankBefore != blankBehind { return blankBefore ? .opening : .closing }
            return isLast && !isFirst ? .closing : .straight
        default: return .none
        }
    }
}
