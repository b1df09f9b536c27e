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
    package static func read(_ sentences: [Sentence]) -> [Quotation] { read(sentences, labels: [:]) }

    /// The same; what stands behind a speaker's label is quoted too.
    static func read(_ sentences: [Sentence], labels: [Int: SpeakerLabels.Label]) -> [Quotation] {
        zip(sentences.indices, QuotationMarks.read(sentences)).map { index, marks in
            let sentence = sentences[index]
            var marks = marks
            for token in labels[index]?.words ?? 0..<0 where sentence.tokens[token].upos != "PUNCT" {
                marks.isInside[token] = true
            }
            var quotation = Quotation(count: sentence.tokens.count)
            quotation.isInside = marks.isInside
            quotation.isContinued = marks.isContinued
            quotation.isWhole = sentence.tokens.indices.allSatisfy { index in
                marks.isInside[index] || sentence.tokens[index].upos == "PUNCT"
                    || !sentence.tokens[index].form.contains(where: \.isLetter)
            }
            return quotation
        }
    }
}
