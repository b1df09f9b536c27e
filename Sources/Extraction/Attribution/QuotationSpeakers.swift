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

    init(
        _ sentences: [Sentence], analyses: [ClauseAnalysis], quotations: [Quotation],
        mentions: MentionIndex = MentionIndex(), labels: [Int: SpeakerLabels.Label] = [:]
    ) {
        speakers = [TokenReference?](repeating: nil, count: sentences.count)
        guard quotations.contains(where: { $0.isInside.contains(true) }) else { return }
        let own = sentences.indices.map { QuotationSpeakers.own($0, analyses[$0], quotations[$0]) }
        let runs = QuotationSpeakers.runs(sentences, quotations)
        let paragraphs = QuotationSpeakers.paragraphs(sentences)
        for index in sentences.indices where quotations[index].isInside.contains(true) {
            let inRun = sentences.indices.filter { runs[$0] == runs[index] && own[$0] != nil }
            let inParagraph = sentences.indices.filter { paragraphs[$0] == paragraphs[index] && own[$0] != nil }
            // Whoever spoke before goes on; of later ones the next.
            let ofRun = (inRun.last { $0 <= index } ?? inRun.first).flatMap { own[$0] }
            let near = (inParagraph.last { $0 < index } ?? inParagraph.first { $0 > index }).flatMap { own[$0] }
            // What a quotation of several paragraphs begins with tells for all of it.
            let begin = runs[...index].firstIndex(of: runs[index]) ?? index
            let speaker =
                labels[index]?.speaker ?? ofRun ?? reporting(before: begin, analyses, quotations, paragraphs, own)
                ?? near
                ?? announcing(begin, sentences, analyses, quotations, paragraphs)
                ?? topic(begin, analyses, quotations, paragraphs, mentions)
                ?? continued(begin, quotations, paragraphs, own)
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

    /// 'Vos spoke when she revealed that talks go on. "We meet at noon. It is hard."': who says something in the sentence right
    /// before the quotation.
    private func reporting(
        before index: Int, _ analyses: [ClauseAnalysis], _ quotations: [Quotation], _ paragraphs: [Int],
        _ own: [TokenReference?]
    ) -> TokenReference? {
        let before = index - 1
        guard before >= 0, paragraphs[before] == paragraphs[index] else { return nil }
        if let speaker = own[before] { return speaker }
        let tree = analyses[before].tree
        return analyses[before].clauses.last { clause in
            !quotations[before].isInside[clause.head] && clause.kind == .verb && clause.subjectOrigin == .own
                && [.attributed, .attributedHedged].contains(ComplementTable.content[tree.lemmas[clause.head]])
                && !clause.contents.isEmpty
                && AttributionRule.speaker(of: clause, in: tree).map { tree.isNominal($0) } ?? false
        }.flatMap { AttributionRule.speaker(of: $0, in: tree) }.map { TokenReference(sentence: before, token: $0) }
    }

    /// 'She left the series. "It was not what I wanted."': nobody says anything, so it is who the sentences of the
    /// paragraph before it are about: he or she, else a person whom they name, else a body.
    private func topic(
        _ index: Int, _ analyses: [ClauseAnalysis], _ quotations: [Quotation], _ paragraphs: [Int],
        _ mentions: MentionIndex
    ) -> TokenReference? {
        let before = (max(0, index - 3)..<index).reversed().prefix { paragraphs[$0] == paragraphs[index] }
        for at in before {
            let tree = analyses[at].tree
            for clause in analyses[at].clauses where clause.link == .root && clause.subjectOrigin == .own {
                guard !quotations[at].isInside[clause.head], let subject = clause.subjects.first,
                    ["he", "she"].contains(tree.words[subject])
                else { continue }
                return TokenReference(sentence: at, token: subject)
            }
        }
        guard quotations[index].isWhole || quotations[index].isContinued else { return nil }
        for isOfKind in [EntityTypes.isPerson, EntityTypes.isAgent] {
            for at in before {
                let tree = analyses[at].tree
                let named = (0..<tree.count).filter { token in
                    !quotations[at].isInside[token] && tree.tokens[token].upos != "PRON"
                        && tree.labels[token] != .possessor && !tree.labels[token].isNominalModifier
                        && mentions.mention(at: TokenReference(sentence: at, token: token))
                            .map { $0.kind == .named && isOfKind($0.type) } ?? false
                }
                // The subject first, else the one named last.
                if let found = named.first(where: { tree.labels[$0].isSubject }) ?? named.last {
                    return TokenReference(sentence: at, token: found)
                }
            }
        }
        return nil
    }

    /// A paragraph that is a quotation and names nobody goes on with the last speaker of the paragraph before it.
    private func continued(
        _ index: Int, _ quotations: [Quotation], _ paragraphs: [Int], _ own: [TokenReference?]
    ) -> TokenReference? {
        guard quotations[index].isWhole || quotations[index].isContinued else { return nil }
        guard let last = (0..<index).last(where: { own[$0] != nil }), paragraphs[index] - paragraphs[last] <= 2 else {
            return nil
        }
        return own[last]
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
