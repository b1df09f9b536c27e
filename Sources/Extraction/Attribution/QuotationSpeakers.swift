import English

/// '"It is over," she said. "We won."'; '"It is over. We won," she said.'; 'Vos commented. "It is over."'
///
/// Whose a quotation is in a sentence that names no speaker: that of the same quotation's other sentences, else the last
/// one of the paragraph, else the next one of the paragraph, else who spoke in the sentence before.
struct QuotationSpeakers {
    /// The speaker of each sentence whose quotation names none itself; nil where nobody is known.
    private(set) var speakers: [TokenReference?]
    /// The phrases of speakers, by head.
    private(set) var phrases: [TokenReference: Argument] = [:]

    init(_ sentences: [Sentence], analyses: [ClauseAnalysis], quotations: [Quotation]) {
        speakers = [TokenReference?](repeating: nil, count: sentences.count)
        guard quotations.contains(where: { $0.isInside.contains(true) }) else { return }
        let own = sentences.indices.map { QuotationSpeakers.own($0, analyses[$0], quotations[$0]) }
        let runs = QuotationSpeakers.runs(sentences, quotations)
        let paragraphs = QuotationSpeakers.paragraphs(sentences)
        for index in sentences.indices where quotations[index].isInside.contains(true) {
            let inRun = sentences.indices.filter { runs[$0] == runs[index] && own[$0] != nil }
            let inParagraph = sentences.indices.filter { paragraphs[$0] == paragraphs[index] && own[$0] != nil }
            // Whoever spoke before goes on; of later ones the next.
            let found =
                inRun.last { $0 <= index } ?? inRun.first ?? inParagraph.last { $0 < index }
                ?? inParagraph.first { $0 > index }
            let speaker =
                found.flatMap { own[$0] } ?? announcing(index, sentences, analyses, quotations, paragraphs)
                ?? topic(index, analyses, quotations, paragraphs)
            guard let speaker else { continue }
            speakers[index] = speaker
            phrases[speaker] = Argument(
                head: speaker, span: Spans.phrase(speaker.token, in: analyses[speaker.sentence].tree))
        }
    }

    /// The speaker that a sentence itself names for its quotation.
    private static func own(_ index: Int, _ analysis: ClauseAnalysis, _ quotation: Quotation) -> TokenReference? {
        guard quotation.isInside.contains(true) else { return nil }
        let statuses = StatusAnalysis(analysis, sentence: index, quotation: quotation)
        var speaker: TokenReference?
        for clause in analysis.clauses.indices where quotation.isInside[analysis.clauses[clause].head] {
            // Who thinks or says something inside the quotation is not who is quoted.
            if let outermost = statuses.statuses[clause].speakers.last, !quotation.isInside[outermost.token] {
                speaker = outermost
            }
        }
        if speaker == nil, let quoted = quotation.isInside.firstIndex(of: true),
            let cue = AttributionRule.cue(for: quoted, in: analysis, quotation: quotation)
        {
            // '"Never again," said Vos.': no clause stands inside the marks.
            return TokenReference(sentence: index, token: cue.speaker)
        }
        return speaker
    }

    /// Numbers the quotations: a sentence that begins inside quotation marks goes on with the one before, and so does a
    /// paragraph that opens where the last one left its quotation open.
    private static func runs(_ sentences: [Sentence], _ quotations: [Quotation]) -> [Int] {
        var run = 0
        return sentences.indices.map { index in
            let isLeftOpen =
                index > 0 && sentences[index].startsLine && quotations[index - 1].isInside.last == true
                && quotations[index].isInside.dropFirst().first == true
            if !quotations[index].isContinued && !isLeftOpen { run += 1 }
            return run
        }
    }

    private static func paragraphs(_ sentences: [Sentence]) -> [Int] {
        var paragraph = 0
        return sentences.indices.map { index in
            if sentences[index].startsLine { paragraph += 1 }
            return paragraph
        }
    }

    /// 'She left the series. "It was not what I wanted."': nobody says anything, so it is who the sentences of the
    /// paragraph before it are about.
    private func topic(
        _ index: Int, _ analyses: [ClauseAnalysis], _ quotations: [Quotation], _ paragraphs: [Int]
    ) -> TokenReference? {
        var at = index - 1
        while at >= 0, at >= index - 3, paragraphs[at] == paragraphs[index] {
            let tree = analyses[at].tree
            for clause in analyses[at].clauses where clause.link == .root && clause.subjectOrigin == .own {
                guard !quotations[at].isInside[clause.head], let subject = clause.subjects.first,
                    ["he", "she"].contains(tree.words[subject])
                else { continue }
                return TokenReference(sentence: at, token: subject)
            }
            at -= 1
        }
        return nil
    }

    /// 'Vos commented on the vote. "It is over."'; 'Vos said:' and a new line: who speaks in the sentence before.
    private func announcing(
        _ index: Int, _ sentences: [Sentence], _ analyses: [ClauseAnalysis], _ quotations: [Quotation],
        _ paragraphs: [Int]
    ) -> TokenReference? {
        guard index > 0, quotations[index].isWhole else { return nil }
        let before = analyses[index - 1]
        let isSameParagraph = paragraphs[index - 1] == paragraphs[index]
        guard isSameParagraph || before.tree.words.last == ":" else { return nil }
        for clause in before.clauses where clause.link == .root && clause.kind == .verb {
            guard !quotations[index - 1].isInside[clause.head],
                [.attributed, .attributedHedged].contains(ComplementTable.content[before.tree.lemmas[clause.head]]),
                let speaker = AttributionRule.speaker(of: clause, in: before.tree)
            else { continue }
            return TokenReference(sentence: index - 1, token: speaker)
        }
        return nil
    }
}
