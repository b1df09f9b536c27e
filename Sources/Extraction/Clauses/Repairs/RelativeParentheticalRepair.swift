import English

/// "Vos met four guests, who, he said, had lost their homes.": between a relative word and its verb who says it says that
/// clause alone, and not the sentence around it.
enum RelativeParentheticalRepair {
    static func apply(to sentence: inout Sentence) {
        for saying in sentence.tokens.indices where isBetweenCommas(saying, sentence) {
            guard
                let subject = sentence.dependents(of: saying).first(where: { sentence.tokens[$0].relation == "nsubj" }),
                subject < saying, let begin = beginning(of: subject, in: sentence), begin > 1,
                sentence.tokens[begin - 1].form == ",", ["WP", "WDT"].contains(sentence.tokens[begin - 2].xpos),
                sentence.tokens[begin - 2].relation.hasPrefix("nsubj"),
                let relative = relativeVerb(above: begin - 2, in: sentence), relative > saying
            else { continue }
            let around = sentence.dependents(of: saying).first {
                $0 < begin && sentence.tokens[$0].relation == "ccomp" && sentence.dominates($0, relative)
            }
            if let around {
                sentence.tokens[around].head = sentence.tokens[saying].head
                sentence.tokens[around].relation = sentence.tokens[saying].relation
            } else if sentence.tokens[saying].relation != "parataxis" || sentence.dominates(saying, relative) {
                continue
            }
            sentence.tokens[saying].head = relative
            sentence.tokens[saying].relation = "parataxis"
        }
    }

    private static func isBetweenCommas(_ verb: Int, _ sentence: Sentence) -> Bool {
        guard ["VBD", "VBZ", "VBP"].contains(sentence.tokens[verb].xpos), verb + 1 < sentence.tokens.count,
            sentence.tokens[verb + 1].form == ","
        else { return false }
        switch ComplementTable.content[sentence.tokens[verb].lemma] {
        case .attributed, .attributedHedged: return true
        default: return false
        }
    }

    /// The first token of a phrase that stands right before its verb.
    private static func beginning(of subject: Int, in sentence: Sentence) -> Int? {
        var begin = subject
        while begin > 0, sentence.dominates(subject, begin - 1) { begin -= 1 }
        return begin
    }

    /// The verb of the relative clause that a relative word stands in.
    private static func relativeVerb(above word: Int, in sentence: Sentence) -> Int? {
        var at = sentence.governor(of: word)
        while let verb = at {
            if sentence.tokens[verb].relation == "acl:relcl" { return verb }
            at = sentence.governor(of: verb)
        }
        return nil
    }
}
