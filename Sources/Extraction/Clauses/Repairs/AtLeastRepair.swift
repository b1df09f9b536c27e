import English

/// "It appeared on at least four ballots.": on four ballots, and no verb "appear on".
///
/// A preposition before "at least" or "at most" belongs to what is counted.
enum AtLeastRepair {
    static func apply(to sentence: inout Sentence) {
        for particle in sentence.tokens.indices.dropLast(3)
        where sentence.tokens[particle].relation == "compound:prt"
            && sentence.tokens[particle + 1].form == "at"
            && ["least", "most"].contains(sentence.tokens[particle + 2].form)
        {
            guard let verb = sentence.governor(of: particle),
                let counted = sentence.dependents(of: verb).first(where: {
                    $0 > particle + 2 && ["obl", "obj"].contains(sentence.tokens[$0].relation)
                        && sentence.start(of: $0) == particle + 1
                })
            else { continue }
            sentence.tokens[particle].upos = "ADP"
            sentence.tokens[particle].xpos = "IN"
            sentence.tokens[particle].head = counted
            sentence.tokens[particle].relation = "case"
            sentence.tokens[counted].relation = "obl"
        }
    }
}
