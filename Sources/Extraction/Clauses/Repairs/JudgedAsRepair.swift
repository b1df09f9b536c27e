import English

/// "The union criticized the plan as a step back.": what something is judged as belongs to the verb that judges.
///
/// Parsers hang it on the noun before it, which makes "the plan as a step back" a thing of its own.
enum JudgedAsRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices where sentence.tokens[token].relation == "nmod" {
            let object = sentence.tokens[token].head
            guard object >= 0, object < token, ["obj", "nsubj:pass"].contains(sentence.tokens[object].relation),
                sentence.dependents(of: token).contains(where: {
                    sentence.tokens[$0].relation == "case" && sentence.tokens[$0].form.lowercased() == "as"
                })
            else { continue }
            let verb = sentence.tokens[object].head
            guard verb >= 0, verb < object, verbs.contains(sentence.tokens[verb].lemma) else { continue }
            sentence.tokens[token].head = verb
            sentence.tokens[token].relation = "obl"
        }
    }

    private static let verbs: Set<String> = [
        "brand", "cast", "characterize", "characterise", "condemn", "consider", "criticize", "criticise", "decry",
        "define", "denounce", "depict", "deride", "describe", "designate", "dismiss", "hail", "herald", "identify",
        "interpret", "label", "list", "name", "perceive", "portray", "praise", "recognize", "recognise", "regard",
        "reject", "see", "slam", "tout", "treat", "view",
    ]
}
