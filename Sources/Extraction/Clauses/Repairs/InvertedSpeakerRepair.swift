import English

/// "The dam had burst, said the mayor."; '"We are ruined," said his father, Jan Vos, behind the church.'
///
/// Behind a comma or a quotation mark a verb of saying without a subject has the noun phrase right behind it as its
/// subject, and the clause before it is what is said.
enum InvertedSpeakerRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where verb >= 2 && isSaying(sentence.tokens[verb]) {
            guard [",", "\"", "”", "''", "»"].contains(sentence.tokens[verb - 1].form) else { continue }
            let below = sentence.dependents(of: verb)
            guard !below.contains(where: { sentence.tokens[$0].relation.hasPrefix("nsubj") }),
                let speaker = below.first(where: { $0 > verb && isPhrase($0, in: sentence) }),
                sentence.start(of: speaker) == verb + 1
            else { continue }
            sentence.tokens[speaker].relation = "nsubj"
            sentence.tokens[verb].xpos = sentence.tokens[verb].xpos == "VBZ" ? "VBZ" : "VBD"
            for said in below
            where said < verb && ["advcl", "dep", "dislocated"].contains(sentence.tokens[said].relation) {
                sentence.tokens[said].relation = "ccomp"
            }
        }
    }

    private static func isSaying(_ token: Token) -> Bool {
        guard token.upos == "VERB", ["VBD", "VBZ", "VBP"].contains(token.xpos) || token.form == "read",
            token.form == token.form.lowercased()
        else { return false }
        return verbs.contains(token.lemma)
    }

    private static func isPhrase(_ token: Int, in sentence: Sentence) -> Bool {
        ["obj", "iobj", "obl", "xcomp", "ccomp", "obl:unmarked", "dep"].contains(sentence.tokens[token].relation)
            && ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[token].upos)
            && !sentence.dependents(of: token).contains {
                sentence.tokens[$0].relation == "case" && sentence.tokens[$0].xpos != "POS"
            }
    }

    private static let verbs: Set<String> = [
        "say", "write", "add", "tweet", "read", "state", "note", "explain", "recall", "comment", "remark", "argue",
        "claim",
        "declare", "warn", "ask", "reply", "insist", "continue", "report", "conclude", "announce",
    ]
}
