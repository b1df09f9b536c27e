import English

/// '"Shocked and numb," writes Jan Vos.': what stands in quotation marks is what he writes, and the name behind the verb
/// writes it.
enum InvertedQuotationRepair {
    static func apply(to sentence: inout Sentence) {
        let quotation = Quotation.read([sentence])[0]
        guard quotation.isInside.contains(true) else { return }
        for verb in sentence.tokens.indices
        where sentence.tokens[verb].upos == "VERB" && !quotation.isInside[verb] && verb >= 2 {
            guard isSaying(sentence.tokens[verb].lemma), ["VBD", "VBZ", "VBP"].contains(sentence.tokens[verb].xpos),
                isClosing(sentence.tokens[verb - 1].form)
            else { continue }
            let below = sentence.dependents(of: verb)
            guard
                let said = below.first(where: {
                    $0 < verb && quotation.isInside[$0] && sentence.tokens[$0].relation.hasPrefix("nsubj")
                }),
                let speaker = below.first(where: {
                    $0 > verb && ["obj", "ccomp", "xcomp", "obl"].contains(sentence.tokens[$0].relation)
                        && ["PROPN", "NOUN", "PRON"].contains(sentence.tokens[$0].upos)
                        && !sentence.dependents(of: $0).contains {
                            sentence.tokens[$0].relation == "case"
                                && sentence.tokens[$0].xpos != "POS"
                        }
                }), !below.contains(where: { $0 < verb && $0 != said && sentence.tokens[$0].relation == "nsubj" })
            else { continue }
            sentence.tokens[said].relation = "ccomp"
            sentence.tokens[speaker].relation = "nsubj"
        }
    }

    private static func isClosing(_ form: String) -> Bool { ["\"", "”", "''", "»", ","].contains(form) }

    private static func isSaying(_ lemma: String) -> Bool {
        [
            "say", "write", "add", "tell", "tweet", "post", "ask", "explain", "note", "state", "comment", "remark",
            "recall",
        ]
        .contains(lemma)
    }
}
