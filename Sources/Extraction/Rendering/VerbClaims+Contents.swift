/// What is said, asked or meant, as a text with its ends where the saying ends.
extension VerbClaims {
    /// What is said: all of its quotation, and whatever of it stands right behind the verb of saying.
    func contentSpan(_ content: Int, of clause: Clause) -> Range<Int> {
        let span = Spans.content(content, in: tree)
        let inside = context.quotation.isInside
        if inside[content], !inside[clause.head] {
            // "said, in response, "…": what stands before the marks is no part of it.
            var low = span.first { inside[$0] } ?? span.lowerBound
            var high = span.upperBound
            while low > 0, inside[low - 1] { low -= 1 }
            while high < tree.count, inside[high] { high += 1 }
            while high > low + 1, [",", "."].contains(tree.words[high - 1]) { high -= 1 }
            return low..<high
        }
        guard clause.head < span.lowerBound, tree.labels[content] == .clausalComplement else { return span }
        let high = closing(span, content)
        let cut = opening(span, content, of: clause)
        // With a subject of its own nothing of the content stands before its first word.
        if cut > span.lowerBound || tree.children(content).contains(where: { tree.labels[$0].isSubject }) {
            return cut..<high
        }
        var low = span.lowerBound
        let ends: Set<Dependency> = [
            .oblique, .indirectObject, .adverb, .unmarkedOblique, .agent, .particle, .marker, .punctuation,
        ]
        while low - 1 > clause.head {
            let child = below(clause.head, holding: low - 1)
            guard let child, !ends.contains(tree.labels[child]),
                child != low - 1 || !ends.contains(tree.labels[low - 1]),
                ![",", "that", "\"", "“", ":"].contains(tree.words[low - 1])
            else { break }
            low -= 1
        }
        return low..<high
    }

    /// "said in May the pact might …", 'told the BBC after the verdict "…': what stands before the quotation mark, and a
    /// phrase without a comma right behind the verb, belong to the saying.
    func opening(_ span: Range<Int>, _ content: Int, of clause: Clause) -> Int {
        let inside = context.quotation.isInside
        if let quoted = span.first(where: { inside[$0] }), quoted < content,
            (clause.head..<quoted).allSatisfy({ !inside[$0] }), !span.contains(where: { $0 > content && !inside[$0] })
        {
            return quoted
        }
        guard clause.head + 1 == span.lowerBound,
            let subject = tree.children(content).first(where: { tree.labels[$0].isSubject }), subject > clause.head,
            let begin = tree.subtree(subject).first, begin > span.lowerBound
        else { return span.lowerBound }
        let isPhrase = (span.lowerBound..<begin).allSatisfy { token in
            tree.words[token] != ","
                && tree.children(content).contains {
                    tree.labels[$0] == .oblique && $0 < begin && tree.dominates($0, token)
                }
        }
        return isPhrase ? begin : span.lowerBound
    }

    /// "officers indicated they would appeal; Vos wept": behind a semicolon begins another statement.
    private func closing(_ span: Range<Int>, _ content: Int) -> Int {
        span.first { $0 > content && tree.words[$0] == ";" } ?? span.upperBound
    }

    /// The child of a head that a token stands under.
    private func below(_ head: Int, holding token: Int) -> Int? {
        var at = token
        while at >= 0, tree.heads[at] != head { at = tree.heads[at] }
        return at >= 0 ? at : nil
    }

    func contentText(_ content: Int, _ span: Range<Int>) -> String {
        let text = Spans.text(span, in: tree)
        let isInfinitive = tree.children(content, .marker).contains { tree.words[$0] == "to" }
        guard isInfinitive, !text.hasPrefix("not") else { return text }
        let isNegated = tree.children(content, .adverb).contains {
            OwnMarks.negators.contains(tree.words[$0]) && $0 < content
        }
        return isNegated ? "not " + text : text
    }

    /// "The centre said, tied for the strongest": a finite clause or a participle without a subject is what is left of
    /// what was said.
    func hasLostSubject(_ content: Int) -> Bool {
        guard !context.quotation.isInside[content], tree.labels[content] == .clausalComplement,
            let clause = context.analysis.clause(headedBy: content), clause.kind == .verb,
            !tree.children(content).contains(where: { tree.labels[$0].isSubject || tree.labels[$0] == .expletive }),
            !clause.marks.contains(where: { tree.words[$0] == "to" })
        else { return false }
        let finite = [content] + clause.auxiliaries
        return finite.contains { ["VBD", "VBZ", "VBP", "MD"].contains(tree.tokens[$0].xpos) }
    }
}
