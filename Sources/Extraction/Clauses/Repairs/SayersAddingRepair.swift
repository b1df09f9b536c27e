import English

/// "The airline said it had no crews, adding that fares would be refunded."; "She told the court she was glad, saying it was over."
///
/// Who says the one adds the other: behind a comma a participle of saying is no part of what was said before it.
enum SayersAddingRepair {
    static func apply(to sentence: inout Sentence) {
        for saying in sentence.tokens.indices where sentence.tokens[saying].upos == "VERB" {
            switch ComplementTable.content[sentence.tokens[saying].lemma] {
            case .attributed, .attributedHedged: take(saying, in: &sentence)
            default: continue
            }
        }
    }

    private static func take(_ saying: Int, in sentence: inout Sentence) {
        guard
            let content = sentence.dependents(of: saying).first(where: {
                $0 > saying && sentence.tokens[$0].relation == "ccomp"
            })
        else { return }
        for adding in sentence.dependents(of: content)
        where adding > content && sentence.tokens[adding].relation == "advcl"
            && isAdding(sentence.tokens[adding].form, to: content, in: sentence)
            && sentence.tokens[adding - 1].form == ","
        {
            sentence.tokens[adding].head = saying
            // What stands behind it is its own.
            for later in sentence.dependents(of: content)
            where later > adding && sentence.tokens[later].upos != "PUNCT" {
                sentence.tokens[later].head = adding
            }
        }
    }

    /// Whether a participle goes on with what somebody says.
    static func isParticiple(_ form: String) -> Bool { own.contains(form) || either.contains(form) }

    private static let own: Set<String> = ["adding", "citing", "noting"]
    private static let either: Set<String> = [
        "saying", "calling", "describing", "stressing", "explaining", "arguing", "insisting",
    ]

    /// "adding" goes on with the speaker; "saying" may be who the content is about, unless that is the speaker again.
    private static func isAdding(_ form: String, to content: Int, in sentence: Sentence) -> Bool {
        if own.contains(form) { return true }
        guard either.contains(form) else { return false }
        return sentence.dependents(of: content).contains {
            sentence.tokens[$0].relation.hasPrefix("nsubj") && sentence.tokens[$0].xpos == "PRP"
        }
    }
}
