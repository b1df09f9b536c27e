import English

/// "the author of Harbour Nation: Letters from the Front Lines,", "at the Arctic: Territory of Dialogue Forum": a title of two
/// parts inside a sentence is one name.
enum ColonTitleRepair {
    static func apply(to sentence: inout Sentence) {
        guard !SentenceView.isTitleCase(sentence.tokens) else { return }
        for colon in sentence.tokens.indices.dropFirst().dropLast() where sentence.tokens[colon].form == ":" {
            join(colon, &sentence)
        }
    }

    private static func join(_ colon: Int, _ sentence: inout Sentence) {
        guard isName(colon - 1, sentence), isCapital(colon + 1, sentence) else { return }
        var start = colon - 1
        while start > 0, isName(start - 1, sentence) { start -= 1 }
        // Inside a sentence: behind "the", "at", "of" or a noun for a work.
        guard start > 0, ["DET", "ADP", "NOUN"].contains(sentence.tokens[start - 1].upos),
            !isCapital(start - 1, sentence), sentence.tokens[start].upos == "PROPN"
        else { return }
        var end = colon + 1
        var capitals = 1
        while end + 1 < sentence.tokens.count {
            if isCapital(end + 1, sentence), isWord(end + 1, sentence) {
                end += 1
                capitals += 1
                continue
            }
            // Over "from the", "of" and the mark of a possessor to another capital.
            var next = end + 1
            while next < sentence.tokens.count, next < end + 3,
                ["DET", "ADP", "PART"].contains(sentence.tokens[next].upos), !isCapital(next, sentence)
            {
                next += 1
            }
            // "the Harbour Forum | in Lund": where it is.
            guard next > end + 1, next < sentence.tokens.count, isCapital(next, sentence), isWord(next, sentence),
                !["in", "at", "on", "by"].contains(sentence.tokens[end + 1].form)
            else { break }
            end = next
            capitals += 1
        }
        // "He praised Holm: Jan Vos did not", "two came: Ana Holm": titles end in common words, and not in a clause.
        let isClause =
            end + 1 < sentence.tokens.count && ["VERB", "AUX", "PRON"].contains(sentence.tokens[end + 1].upos)
        guard capitals > 1, !isClause, isCommon(end, sentence),
            !(colon + 1...end).contains(where: { ["VERB", "AUX"].contains(sentence.tokens[$0].upos) })
        else { return }
        let group = start..<end + 1
        let left = start..<colon
        guard let head = left.first(where: { !left.contains(sentence.tokens[$0].head) }),
            sentence.tokens[head].head >= 0, !group.contains(sentence.tokens[head].head),
            !group.contains(where: { $0 != head && sentence.dominates($0, sentence.tokens[head].head) })
        else { return }
        for token in sentence.tokens.indices where !group.contains(token) && group.contains(sentence.tokens[token].head)
        {
            sentence.tokens[token].head = head
        }
        for token in group where token > colon - 1 {
            sentence.tokens[token].head = head
            sentence.tokens[token].relation = "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
    }

    private static func isCommon(_ token: Int, _ sentence: Sentence) -> Bool {
        let word = sentence.tokens[token].form.lowercased()
        return Lexicon.nounClass(word) != nil && Lexicon.givenName(sentence.tokens[token].form) == nil
            || word.hasSuffix("s") && Lexicon.nounClass(String(word.dropLast())) != nil
    }

    private static func isWord(_ token: Int, _ sentence: Sentence) -> Bool {
        ["PROPN", "NOUN", "ADJ", "NUM"].contains(sentence.tokens[token].upos)
    }

    private static func isName(_ token: Int, _ sentence: Sentence) -> Bool {
        isCapital(token, sentence) && sentence.tokens[token].upos == "PROPN"
    }

    private static func isCapital(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }
}
