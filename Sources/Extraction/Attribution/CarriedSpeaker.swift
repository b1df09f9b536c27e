import English

/// '"It is over," she said. "We won."': a quotation that names no speaker goes on with the last one of its paragraph.
struct CarriedSpeaker {
    private var last: TokenReference?

    /// The speaker of a sentence's quotation, should it name none; a new paragraph begins with none.
    mutating func speaker(for sentence: Sentence, quotation: Quotation) -> TokenReference? {
        if sentence.startsLine { last = nil }
        return quotation.isInside.contains(true) ? last : nil
    }

    /// Remembers who was quoted in a sentence.
    mutating func note(_ statuses: StatusAnalysis, of analysis: ClauseAnalysis, quotation: Quotation) {
        for index in analysis.clauses.indices where quotation.isInside[analysis.clauses[index].head] {
            if let outermost = statuses.statuses[index].speakers.last { last = outermost }
        }
    }
}
