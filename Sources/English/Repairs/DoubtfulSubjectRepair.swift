/// "Before the prosecutor, Ana Holm, she fell silent": of two subjects of one verb the first, between commas right
/// behind a noun, is another name for that noun.
enum DoubtfulSubjectRepair {
    static func apply(to sentence: inout Sentence) {
        var last = -1
        for token in sentence.tokens.indices where isSubject(token, sentence) {
            defer { last = token }
            guard last >= 0, sentence.tokens[last].head == sentence.tokens[token].head,
                sentence.tokens[token].head > token, sentence.isNoun(last)
            else { continue }
            var start = sentence.start(of: last)
            var end = sentence.end(of: last)
            while start < last, sentence.tokens[start].upos == "PUNCT" { start += 1 }
            while end > last, sentence.tokens[end].upos == "PUNCT" { end -= 1 }
            guard sentence.isComma(start - 1), sentence.isComma(end + 1), sentence.isNoun(start - 2) else { continue }
            let noun = sentence.nameHead(endingAt: start - 2)
            guard !sentence.dominates(last, noun) else { continue }
            sentence.tokens[last].head = noun
            sentence.tokens[last].relation = "appos"
        }
    }

    private static func isSubject(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].relation == "nsubj" || sentence.tokens[token].relation == "nsubj:pass"
    }
}
