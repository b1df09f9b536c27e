import English

/// "He urged the board to resign and spoke with its head.": "spoke" goes on with "urged", since no infinitive is joined to a
/// past tense.
enum FiniteConjunctRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where sentence.tokens[verb].relation == "conj" {
            guard !sentence.hasSubject(verb), let first = sentence.governor(of: verb), first < verb,
                let tag = finiteTag(verb, behind: first, in: sentence),
                let governor = finite(above: first, like: tag, in: sentence), !sentence.dominates(verb, governor)
            else { continue }
            sentence.tokens[verb].head = governor
            sentence.tokens[verb].xpos = tag
        }
    }

    /// The tag of a finite verb that cannot go on with what it is joined to, or nil.
    ///
    /// "accused it of failing to pay and called for his resignation": behind "to pay" a participle without "be" is a past tense.
    private static func finiteTag(_ verb: Int, behind first: Int, in sentence: Sentence) -> String? {
        let tag = sentence.tokens[verb].xpos
        if ["VBD", "VBZ"].contains(tag) {
            return isInfinitive(first, in: sentence) || isMarkedGerund(first, in: sentence) ? tag : nil
        }
        let isAlone = !sentence.dependents(of: verb).contains { sentence.tokens[$0].relation.hasPrefix("aux") }
        return tag == "VBN" && isAlone && sentence.tokens[first].xpos == "VB" && isInfinitive(first, in: sentence)
            ? "VBD" : nil
    }

    /// "of failing"
    private static func isMarkedGerund(_ verb: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[verb].xpos == "VBG" && sentence.tokens[verb].upos == "VERB"
            && sentence.dependents(of: verb).contains {
                sentence.tokens[$0].xpos == "IN" && sentence.tokens[$0].relation == "mark"
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

    /// The nearest verb above that has this form.
    private static func finite(above verb: Int, like tag: String, in sentence: Sentence) -> Int? {
        var at = sentence.tokens[verb].head
        for _ in sentence.tokens.indices {
            guard sentence.tokens.indices.contains(at), at < verb else { return nil }
            if sentence.tokens[at].xpos == tag { return at }
            if sentence.tokens[at].upos == "VERB", sentence.isFiniteVerb(at) { return nil }
            at = sentence.tokens[at].head
        }
        return nil
    }
}
