import English

/// '"It is over," she said. "We won."': a quotation that names no speaker goes on with the last one of its paragraph.
struct CarriedSpeaker {
    private var last: TokenReference?
    /// The phrases of speakers that were carried on, by head.
    private(set) var phrases: [TokenReference: Argument] = [:]

    /// The speaker of a sentence's quotation, should it name none; a new paragraph begins with none.
    mutating func speaker(for sentence: Sentence, quotation: Quotation) -> TokenReference? {
        if sentence.startsLine { last = nil }
        return quotation.isInside.contains(true) ? last : nil
    }

    /// Remembers who was quoted in a sentence.
    mutating func note(_ statuses: StatusAnalysis, of analysis: ClauseAnalysis, quotation: Quotation) {
        for index in analysis.clauses.indices where quotation.isInside[analysis.clauses[index].head] {
            guard let outermost = statuses.statuses[index].speakers.last else { continue }
            last = outermost
            if outermost.sentence == statuses.sentence {
                phrases[outermost] = Argument(head: outermost, span: Spans.phrase(outermost.token, in: analysis.tree))
            }
        }
    }
}
