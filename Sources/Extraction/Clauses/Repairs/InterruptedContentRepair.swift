import English

/// "The claim, made without proof, that Vos took the money was dropped.": behind an aside the clause with "that" is what the noun
/// before the aside claims, wherever the parser hung it.
enum InterruptedContentRepair {
    static func apply(to sentence: inout Sentence) {
        for that in sentence.tokens.indices.dropFirst(4) {
            guard sentence.tokens[that].form == "that", sentence.tokens[that].relation == "mark",
                sentence.tokens[that - 1].form == ",", let noun = noun(before: that, in: sentence)
            else { continue }
            let clause = sentence.tokens[that].head
            guard clause > that, sentence.tokens[clause].head != noun, sentence.tokens[clause].head >= 0,
                ["ccomp", "advcl", "parataxis", "conj", "dep", "acl:relcl"].contains(sentence.tokens[clause].relation),
                !sentence.dominates(clause, noun)
            else { continue }
            sentence.tokens[clause].head = noun
            sentence.tokens[clause].relation = "acl"
        }
    }

    /// The noun of saying or thinking before a participle between commas that ends right before a token.
    private static func noun(before that: Int, in sentence: Sentence) -> Int? {
        sentence.tokens.indices.first { noun in
            noun < that && ComplementTable.noun[sentence.tokens[noun].lemma] != nil
                && sentence.tokens[noun].upos == "NOUN"
                && sentence.dependents(of: noun).contains { aside in
                    let start = sentence.start(of: aside)
                    return sentence.tokens[aside].relation == "acl" && aside > noun
                        && (noun + 1...noun + 2).contains(start)
                        && ["VBN", "VBG"].contains(sentence.tokens[aside].xpos)
                        && sentence.tokens[noun + 1].form == ","
                        && (that - 2...that - 1).contains(sentence.end(of: aside))
                }
        }
    }
}
