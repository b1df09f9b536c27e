import English

/// "Rescuers, according to the ministry, found ten."; "Rescuers according to the ministry found ten."
///
/// Behind "according to" stands who says it, and no subject of the verb.
enum AccordingRepair {
    static func apply(to sentence: inout Sentence) {
        for according in sentence.tokens.indices.dropLast(2)
        where sentence.tokens[according].form.lowercased() == "according"
            && sentence.tokens[according + 1].form.lowercased() == "to"
        {
            guard sentence.tokens[according].relation != "case" else { continue }
            guard
                let source = sentence.tokens.indices.first(where: { token in
                    token > according + 1 && ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[token].upos)
                        && ["nsubj", "nsubj:pass", "obj", "obl", "nmod", "pobj"].contains(
                            sentence.tokens[token].relation)
                        && sentence.start(of: token) == according + 2
                }), !sentence.dominates(according, sentence.tokens[source].head)
            else { continue }
            for child in sentence.dependents(of: according) where child != according + 1 {
                sentence.tokens[child].head = source
            }
            sentence.tokens[source].relation = "obl"
            sentence.tokens[according].head = source
            sentence.tokens[according].relation = "case"
            sentence.tokens[according + 1].head = according
            sentence.tokens[according + 1].relation = "fixed"
        }
    }
}
