import English

/// "Fighters whom, the statement said, nations refused to take back": between commas a noun phrase and a verb of saying
/// are a clause of their own.
enum ParentheticalRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where isSaying(verb, sentence) {
            guard let phrase = phrase(before: verb, in: sentence),
                let head = phrase.last(where: { token in
                    ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[token].upos)
                        && !phrase.contains(sentence.tokens[token].head)
                })
            else { continue }
            let governor = sentence.tokens[head].head
            guard governor != verb, !sentence.dominates(head, verb) else { continue }
            // Another subject before the phrase is the outer clause's; of this verb it is none.
            sentence.tokens[head].head = verb
            sentence.tokens[head].relation = "nsubj"
            for token in phrase where token != head && !phrase.contains(sentence.tokens[token].head) {
                sentence.tokens[token].head = head
            }
            if governor >= 0, governor != verb, !sentence.dominates(verb, governor) {
                sentence.tokens[verb].head = governor
                sentence.tokens[verb].relation = "parataxis"
            }
        }
    }

    private static func isSaying(_ verb: Int, _ sentence: Sentence) -> Bool {
        let token = sentence.tokens[verb]
        guard token.upos == "VERB", ["VBD", "VBZ", "VBP"].contains(token.xpos), verb + 1 < sentence.tokens.count,
            [",", ".", ";", "—", "–"].contains(sentence.tokens[verb + 1].form), token.form == token.form.lowercased()
        else { return false }
        return plain.contains(token.lemma)
    }

    private static let plain: Set<String> = [
        "say", "state", "report", "add", "explain", "note", "argue", "claim", "write", "announce", "suggest", "tell",
    ]

    /// The words of a short noun phrase right before a token, back to a comma; nil where other words stand there.
    private static func phrase(before verb: Int, in sentence: Sentence) -> Range<Int>? {
        var start = verb
        while start > 0, sentence.tokens[start - 1].form != ",", verb - start < 9 {
            let token = sentence.tokens[start - 1]
            let isNominal =
                ["DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"].contains(token.upos) || token.xpos == "POS"
                || token.upos == "ADP" && token.form.lowercased() == "of"
            guard isNominal, !["WDT", "WP"].contains(token.xpos) else { return nil }
            start -= 1
        }
        guard start > 0, start < verb, sentence.tokens[start - 1].form == "," else { return nil }
        return start..<verb
    }
}
