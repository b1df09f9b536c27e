import English

/// A sentence as the finding of mentions reads it: its tree, its words, whether it is a headline, what stands in quotes.
struct SentenceView {
    let tree: DependencyTree
    /// Whether nearly every longer word begins with a capital, so that a capital tells nothing.
    let isTitleCase: Bool
    /// For each token the number of the quotation that it stands in, or -1.
    let quotation: [Int]
    /// The tokens between the marks of each quotation.
    let quotations: [Range<Int>]

    var tokens: [Token] { tree.tokens }

    init(_ sentence: Sentence) {
        tree = DependencyTree(sentence)
        isTitleCase = Self.isTitleCase(sentence.tokens)
        (quotation, quotations) = Self.quotations(sentence.tokens)
    }

    private static func isTitleCase(_ tokens: [Token]) -> Bool {
        var capitals = 0
        var words = 0
        for token in tokens where token.form.utf8.count > 3 {
            guard let first = token.form.unicodeScalars.first, first.properties.isAlphabetic else { continue }
            words += 1
            if first.properties.isUppercase { capitals += 1 }
        }
        return words >= 4 && capitals * 10 >= words * 8
    }

    private static let opening: Set<String> = ["\"", "“", "``", "„", "«"]
    private static let closing: Set<String> = ["\"", "”", "''", "“", "»"]

    private static func quotations(_ tokens: [Token]) -> ([Int], [Range<Int>]) {
        var places = [Int](repeating: -1, count: tokens.count)
        var ranges: [Range<Int>] = []
        var start: Int?
        for (index, token) in tokens.enumerated() {
            if let begin = start, closing.contains(token.form) {
                if begin + 1 < index {
                    for place in begin + 1..<index { places[place] = ranges.count }
                    ranges.append(begin + 1..<index)
                }
                start = nil
            } else if start == nil, opening.contains(token.form) {
                start = index
            }
        }
        // A quotation that goes on past the sentence.
        if let begin = start, begin + 1 < tokens.count {
            for place in begin + 1..<tokens.count { places[place] = ranges.count }
            ranges.append(begin + 1..<tokens.count)
        }
        return (places, ranges)
    }

    func isCapitalized(_ token: Int) -> Bool {
        tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// The words of some tokens with one space between any two, as names are looked up.
    func words(_ span: Range<Int>) -> String {
        var words = ""
        for index in span {
            let glue = index == span.lowerBound || tokens[index].range.lowerBound == tokens[index - 1].range.upperBound
            words += (glue ? "" : " ") + tokens[index].form
        }
        return words
    }
}
