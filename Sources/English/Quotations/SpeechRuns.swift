/// '"We won," she said, "and they lost."'; 'Vos said: "It is over."'
///
/// The quotations of a sentence that are whole clauses, with a verb of saying beside them: a parser reads such a sentence better
/// in its parts, what is said and who says it.
struct SpeechRuns {
    /// A stretch inside quotation marks, without the marks.
    struct Run {
        var range: Range<Int>
        /// Whether it goes on with the run before it, that its cue has cut: "We won," she said, "and they lost."
        var isContinuation: Bool
    }

    /// The runs, in order; empty where the sentence is read whole.
    private(set) var runs: [Run] = []

    init(_ sentence: Sentence, marks: QuotationMarks, lemmatizer: Lemmatizer) {
        let tokens = sentence.tokens
        guard tokens.count < 200, marks.isInside.contains(true) else { return }
        let stretches = Self.stretches(marks.isInside)
        // Nobody else speaks in the sentence.
        let isOutside = tokens.indices.contains { !marks.isInside[$0] && Self.hasLetters(tokens[$0]) }
        guard isOutside else { return }
        for (place, stretch) in stretches.enumerated() {
            let before = place == 0 ? 0 : stretches[place - 1].upperBound
            let behind = place + 1 < stretches.count ? stretches[place + 1].lowerBound : tokens.count
            let cues = (before..<stretch.lowerBound, stretch.upperBound..<behind)
            let isBegun = stretch.lowerBound == 0 || Self.beginsClause(stretch, tokens)
            let goesOn =
                !isBegun && place > 0 && runs.last?.range == stretches[place - 1]
                && Self.hasCue(cues.0, tokens, lemmatizer)
                && (tokens[stretches[place - 1].upperBound - 1].form == ","
                    && tokens[stretch.lowerBound - 2].form == ","
                    || cues.0.count <= 7 && Self.isSaying(tokens[min(before + 1, tokens.count - 1)]))
            let words = stretch.count { Self.hasLetters(tokens[$0]) }
            if goesOn, words >= 1 {
                runs.append(Run(range: stretch, isContinuation: true))
            } else if isBegun, words >= 2, !Self.isName(stretch, tokens), Self.ends(stretch, tokens),
                Self.isAtBoundary(stretch, tokens),
                Self.hasCue(cues.0.suffix(14), tokens, lemmatizer) || Self.hasCue(cues.1.prefix(14), tokens, lemmatizer)
                    || stretch.lowerBound >= 2 && tokens[stretch.lowerBound - 2].form == ":"
            {
                runs.append(Run(range: stretch, isContinuation: false))
            }
        }
    }

    private static func stretches(_ isInside: [Bool]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in 0...isInside.count {
            let inside = index < isInside.count && isInside[index]
            if inside, start == nil { start = index }
            if !inside, let begin = start {
                found.append(begin..<index)
                start = nil
            }
        }
        return found
    }

    /// 'says his event, "Storm the Gates", was a joke': between a comma and a verb of its own it names what stands before it.
    private static func isName(_ run: Range<Int>, _ tokens: [Token]) -> Bool {
        guard run.lowerBound >= 2, tokens[run.lowerBound - 2].form == "," else { return false }
        var behind = run.upperBound + 1
        guard behind + 1 < tokens.count else { return false }
        if tokens[behind].form == "," {
            behind += 1
        } else if tokens[run.upperBound - 1].form != "," {
            return false
        }
        return ["was", "were", "is", "are", "has", "had", "have", "will", "would"].contains(tokens[behind].form)
    }

    private static func hasLetters(_ token: Token) -> Bool { token.form.contains(where: \.isLetter) }

    /// A capital, behind a bracket too: "[T]he".
    private static func beginsClause(_ run: Range<Int>, _ tokens: [Token]) -> Bool {
        guard let first = run.first(where: { hasLetters(tokens[$0]) }), first - run.lowerBound <= 1 else {
            return false
        }
        return tokens[first].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// A comma or a full stop at its end, before the mark or behind it.
    ///
    /// '"We stand ready" tweeted Vos' lacks it.
    private static func ends(_ run: Range<Int>, _ tokens: [Token]) -> Bool {
        if closing.contains(tokens[run.upperBound - 1].form) || run.upperBound >= tokens.count - 1 { return true }
        return closing.contains(tokens[run.upperBound + 1].form)
            || run.lowerBound <= 1 && isSaying(tokens[run.upperBound + 1])
    }

    private static func isSaying(_ token: Token) -> Bool {
        ["said", "says", "tweeted", "wrote", "writes", "added", "posted"].contains(token.form)
    }

    /// Before it nothing, a comma, a colon or a word that tells who says it: '"The Long Road" sold well' is no saying.
    private static func isAtBoundary(_ run: Range<Int>, _ tokens: [Token]) -> Bool {
        guard run.lowerBound >= 2 else { return true }
        let before = tokens[run.lowerBound - 2].form
        return [",", ":", ";", "-", "–", "—", "that", ".", "say", "says", "said", "saying"].contains(before)
    }

    private static func hasCue(_ range: Range<Int>, _ tokens: [Token], _ lemmatizer: Lemmatizer) -> Bool {
        range.contains { index in
            let form = tokens[index].form
            guard form.utf8.first.map({ $0 >= 0x61 && $0 <= 0x7A }) ?? false else { return false }
            // "according to the ministry"
            if form == "according" { return true }
            return ["VBD", "VBZ", "VBG", "VBP"].contains { tag in
                Lexicon.contains(lemmatizer.lemma(form: form, upos: "VERB", xpos: tag), in: .sayingVerb)
            }
        }
    }

    private static let closing: Set<String> = [",", ".", "?", "!", "…", "...", ";", "—", "–", "--"]
}
