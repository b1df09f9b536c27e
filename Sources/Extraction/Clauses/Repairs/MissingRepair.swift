import English

/// "Forty-one were missing on Sunday.": a state, and nothing that they miss.
enum MissingRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices where sentence.tokens[token].form == "missing" {
            let below = sentence.dependents(of: token)
            guard sentence.tokens[token].xpos == "VBG",
                !below.contains(where: { sentence.tokens[$0].relation == "obj" }),
                let be = below.first(where: {
                    sentence.tokens[$0].relation == "aux" && sentence.tokens[$0].lemma == "be"
                })
            else { continue }
            sentence.tokens[token].upos = "ADJ"
            sentence.tokens[token].xpos = "JJ"
            sentence.tokens[token].lemma = "missing"
            sentence.tokens[be].relation = "cop"
        }
    }
}
