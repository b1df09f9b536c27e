import English

/// "a formerly whites-only suburb": the first half of a compound before a noun belongs to the second.
///
/// Parsers hang the halves on different words, and a phrase then begins inside the compound.
enum HyphenRepair {
    static func apply(to sentence: inout Sentence) {
        for hyphen in sentence.tokens.indices.dropFirst().dropLast()
        where ["-", "–"].contains(sentence.tokens[hyphen].form) && isGlued(hyphen, in: sentence) {
            join(hyphen - 1, hyphen + 1, in: &sentence)
            mendRunnerUp(hyphen, in: &sentence)
        }
    }

    /// "finished runner-up in May": no finishing up.
    private static func mendRunnerUp(_ hyphen: Int, in sentence: inout Sentence) {
        let up = hyphen + 1
        guard ["runner", "runners"].contains(sentence.tokens[hyphen - 1].form.lowercased()),
            sentence.tokens[up].form == "up", sentence.tokens[up].relation == "compound:prt"
        else { return }
        sentence.tokens[up].upos = "NOUN"
        sentence.tokens[up].xpos = "NN"
        sentence.tokens[up].relation = "xcomp"
        sentence.tokens[hyphen - 1].head = up
        sentence.tokens[hyphen - 1].relation = "compound"
    }

    private static func join(_ left: Int, _ right: Int, in sentence: inout Sentence) {
        let (first, second) = (sentence.tokens[left], sentence.tokens[right])
        // "Okar-e-Lund and Harbour-e-Lund": the second half of a name is no part of a name further off.
        if first.upos == "PROPN", second.upos == "PROPN", second.head < left, second.head >= 0,
            second.head != first.head || first.relation == "conj",
            ["flat", "compound", "appos", "conj"].contains(second.relation),
            !sentence.dominates(right, left)
        {
            sentence.tokens[right].head = left
            sentence.tokens[right].relation = "flat"
            return
        }
        guard first.head >= 0, second.head > right, first.head != right, first.head != second.head,
            ["amod", "compound", "nmod"].contains(second.relation), ["ADJ", "NOUN", "ADV"].contains(first.upos),
            !sentence.dominates(left, right), !sentence.dominates(second.head, left)
        else { return }
        sentence.tokens[left].head = right
        sentence.tokens[left].relation = first.upos == "ADV" ? "advmod" : "compound"
    }

    /// Whether a hyphen stands between two words without a blank.
    private static func isGlued(_ hyphen: Int, in sentence: Sentence) -> Bool {
        let (before, mark, after) = (sentence.tokens[hyphen - 1], sentence.tokens[hyphen], sentence.tokens[hyphen + 1])
        return before.range.upperBound == mark.range.lowerBound && mark.range.upperBound == after.range.lowerBound
            && before.form.contains(where: \.isLetter) && after.form.contains(where: \.isLetter)
    }
}
