/// "We won," she said. “It is over.” 'I am tired,' he said.
///
/// Which tokens of a sentence stand inside quotation marks, followed through the sentences of a text.
public struct QuotationMarks: Sendable {
    /// Whether each token stands inside quotation marks; the marks themselves do not.
    public var isInside: [Bool]
    /// Whether each token is such a mark.
    public var isMark: [Bool]
    /// Whether the quotation began in an earlier sentence.
    public var isContinued: Bool

    /// Follows the marks through the sentences of a text; a paragraph closes what was left open. Linear in their length.
    public static func read(_ sentences: [Sentence]) -> [QuotationMarks] {
        var open = Open.none
        var found: [QuotationMarks] = []
        found.reserveCapacity(sentences.count)
        for (number, sentence) in sentences.enumerated() {
            if sentence.startsLine { open = .none }
            var marks = QuotationMarks(
                isInside: [Bool](repeating: false, count: sentence.tokens.count),
                isMark: [Bool](repeating: false, count: sentence.tokens.count), isContinued: open != .none)
            for index in sentence.tokens.indices {
                let before = open
                switch mark(index, in: sentence) {
                case .opening: open = .double
                case .closing where open != .single: open = .none
                case .straight: open = open == .double ? .none : .double
                case .apostrophe where open == .none && opensSingle(index, number, sentences): open = .single
                case .apostrophe where open == .single && closesSingle(index, in: sentence): open = .none
                default: marks.isInside[index] = open != .none
                }
                marks.isMark[index] = before != open
            }
            found.append(marks)
        }
        return found
    }

    private enum Open { case none, double, single }
    private enum Mark { case opening, closing, straight, apostrophe, none }

    /// A straight mark opens where a blank stands before it only, and closes where one stands behind it only.
    private static func mark(_ index: Int, in sentence: Sentence) -> Mark {
        let token = sentence.tokens[index]
        switch token.form {
        case "“", "«", "``": return .opening
        case "”", "»", "''": return .closing
        case "'", "‘", "’": return .apostrophe
        case "\"":
            let isLast = index + 1 == sentence.tokens.count
            let before = isAfterBlank(index, in: sentence)
            let behind = isLast || sentence.tokens[index + 1].range.lowerBound > token.range.upperBound
            if before != behind { return before ? .opening : .closing }
            return isLast && index > 0 ? .closing : .straight
        default: return .none
        }
    }

    private static func isAfterBlank(_ index: Int, in sentence: Sentence) -> Bool {
        index == 0 || sentence.tokens[index - 1].range.upperBound < sentence.tokens[index].range.lowerBound
    }

    /// A single mark opens a quotation where one that closes it stands in the same paragraph: an apostrophe ("the workers'
    /// rights", "'til now") opens none.
    private static func opensSingle(_ index: Int, _ number: Int, _ sentences: [Sentence]) -> Bool {
        let tokens = sentences[number].tokens
        guard tokens[index].form != "’", isAfterBlank(index, in: sentences[number]), index + 1 < tokens.count,
            tokens[index + 1].range.lowerBound == tokens[index].range.upperBound,
            tokens[index + 1].form.unicodeScalars.first?.properties.isUppercase ?? false
        else { return false }
        for next in number..<min(sentences.count, number + 6) {
            if next > number, sentences[next].startsLine { return false }
            let from = next == number ? index + 1 : 0
            if sentences[next].tokens.indices.contains(where: { $0 >= from && closesSingle($0, in: sentences[next]) }) {
                return true
            }
        }
        return false
    }

    /// Behind a comma or a full stop: "'I am tired,' he said".
    private static func closesSingle(_ index: Int, in sentence: Sentence) -> Bool {
        guard ["'", "’"].contains(sentence.tokens[index].form), index > 0, !isAfterBlank(index, in: sentence) else {
            return false
        }
        return [",", ".", "?", "!", "…"].contains(sentence.tokens[index - 1].form)
    }
}
