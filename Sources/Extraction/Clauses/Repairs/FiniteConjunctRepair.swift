import English

/// "He urged the board to resign and spoke with its head.": "spoke" goes on with "urged", since no infinitive is joined to a
/// past tense.
enum FiniteConjunctRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where sentence.tokens[verb].relation == "conj" {
            guard ["VBD", "VBZ"].contains(sentence.tokens[verb].xpos), !sentence.hasSubject(verb),
                let first = sentence.governor(of: verb), first < verb, isInfinitive(first, in: sentence),
                let governor = finite(above: first, like: verb, in: sentence), !sentence.dominates(verb, governor)
            else { continue }
            sentence.tokens[verb].head = governor
        }
    }

    private static func isInfinitive(_ verb: Int, in sentence: Sentence) -> Bool {
        // "remains flexible and works in the rain"
        if sentence.tokens[verb].upos == "ADJ", sentence.tokens[verb].relation == "xcomp" { return true }
        return sentence.tokens[verb].xpos == "VB"
            && sentence.dependents(of: verb).contains {
                sentence.tokens[$0].xpos == "TO" && sentence.tokens[$0].relation == "mark"
            }
            && !sentence.hasSubject(verb)
    }

    /// The nearest verb above that has the same form.
    private static func finite(above verb: Int, like other: Int, in sentence: Sentence) -> Int? {
        var at = sentence.tokens[verb].head
        for _ in sentence.tokens.indices {
            guard sentence.tokens.indices.contains(at), at < verb else { return nil }
            if sentence.tokens[at].xpos == sentence.tokens[other].xpos { return at }
            if sentence.tokens[at].upos == "VERB", sentence.isFiniteVerb(at) { return nil }
            at = sentence.tokens[at].head
        }
        return nil
    }
}
