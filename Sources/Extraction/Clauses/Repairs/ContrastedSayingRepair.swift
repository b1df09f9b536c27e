import English

/// "Vos says he is ready, while Holm says it is too late.": what Holm says is no part of what Vos says.
///
/// Parsers hang the clause with "while" on what is said before it. Behind a comma, with a verb of saying and a speaker of its own, it
/// stands beside the first saying.
enum ContrastedSayingRepair {
    static func apply(to sentence: inout Sentence) {
        for second in sentence.tokens.indices
        where sentence.tokens[second].relation == "advcl" && isSaying(second, in: sentence) {
            guard
                let mark = sentence.dependents(of: second).first(where: {
                    sentence.tokens[$0].relation == "mark"
                        && ["while", "whereas"].contains(sentence.tokens[$0].form.lowercased())
                }), mark > 0, sentence.tokens[mark - 1].form == ",",
                sentence.dependents(of: second).contains(where: {
                    sentence.tokens[$0].relation == "nsubj" && sentence.tokens[$0].upos != "PRON"
                }), let first = saying(above: second, in: sentence)
            else { continue }
            sentence.tokens[second].head = first
        }
    }

    /// The verb of saying in whose content a token stands.
    private static func saying(above token: Int, in sentence: Sentence) -> Int? {
        var at = sentence.tokens[token].head
        for _ in sentence.tokens.indices {
            guard sentence.tokens.indices.contains(at), at < token else { return nil }
            let above = sentence.tokens[at].head
            if sentence.tokens[at].relation == "ccomp", above >= 0, above < token, isSaying(above, in: sentence) {
                return above
            }
            at = above
        }
        return nil
    }

    private static func isSaying(_ verb: Int, in sentence: Sentence) -> Bool {
        guard sentence.tokens[verb].upos == "VERB" else { return false }
        switch ComplementTable.content[sentence.tokens[verb].lemma] {
        case .attributed, .attributedHedged, .denied: return true
        default: return false
        }
    }
}
