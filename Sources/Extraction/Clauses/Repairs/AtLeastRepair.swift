import English

/// "It appeared on at least four ballots.": on four ballots, and no verb "appear on".
///
/// A preposition before "at least" or "at most" belongs to what is counted.
enum AtLeastRepair {
    static func apply(to sentence: inout Sentence) {
        for counted in sentence.tokens.indices where sentence.tokens[counted].relation == "obl" {
            take(counted, in: &sentence)
        }
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

    /// "washed away at least five bridges": the bridges are the object, since no preposition but that of the bound stands before them.
    private static func take(_ counted: Int, in sentence: inout Sentence) {
        let start = sentence.start(of: counted)
        guard let verb = sentence.governor(of: counted), verb < start, start + 2 < counted,
            sentence.tokens[verb].upos == "VERB", sentence.tokens[start].form == "at",
            ["least", "most"].contains(sentence.tokens[start + 1].form),
            !Lexicon.contains(sentence.tokens[verb].lemma, in: .intransitiveVerb),
            !sentence.dependents(of: verb).contains(where: {
                ["obj", "aux:pass", "ccomp"].contains(sentence.tokens[$0].relation)
            }), !sentence.dependents(of: counted).contains(where: { sentence.tokens[$0].relation == "case" })
        else { return }
        sentence.tokens[counted].relation = "obj"
    }
}
