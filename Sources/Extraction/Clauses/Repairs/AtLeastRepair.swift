import English

/// "It appeared on at least four ballots.": on four ballots, and no verb "appear on".
///
/// A preposition before "at least" or "at most" belongs to what is counted.
enum AtLeastRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices {
            if sentence.tokens[token].relation == "obl" { take(token, in: &sentence) }
            bound(token, in: &sentence)
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

    /// "hosts up to 300,000 refugees": so many at most, and no verb "host up".
    private static func bound(_ up: Int, in sentence: inout Sentence) {
        guard up + 2 < sentence.tokens.count, sentence.tokens[up].form == "up", sentence.tokens[up + 1].form == "to",
            sentence.tokens[up].relation == "compound:prt", let verb = sentence.governor(of: up), verb == up - 1,
            let counted = sentence.governor(of: up + 1), counted > up + 1, sentence.tokens[counted].head == verb,
            sentence.tokens[counted].relation == "obl", sentence.start(of: counted) == up + 1,
            let number = sentence.dependents(of: counted).first(where: {
                sentence.tokens[$0].relation == "nummod" && $0 == up + 2
            }), !sentence.dependents(of: verb).contains(where: { sentence.tokens[$0].relation == "obj" })
        else { return }
        sentence.tokens[up].relation = "advmod"
        sentence.tokens[up].head = number
        sentence.tokens[up + 1].relation = "fixed"
        sentence.tokens[up + 1].head = up
        sentence.tokens[counted].relation = "obj"
    }

    /// "washed away at least five bridges": the bridges are the object, since no preposition but that of the bound stands before them.
    private static func take(_ counted: Int, in sentence: inout Sentence) {
        let start = sentence.start(of: counted)
        guard let verb = sentence.governor(of: counted), verb < start, start + 1 < counted,
            sentence.tokens[verb].upos == "VERB", isBound(start, before: counted, in: sentence),
            !Lexicon.contains(sentence.tokens[verb].lemma, in: .intransitiveVerb),
            !sentence.dependents(of: verb).contains(where: {
                ["obj", "aux:pass", "ccomp"].contains(sentence.tokens[$0].relation)
            }), !sentence.dependents(of: counted).contains(where: { sentence.tokens[$0].relation == "case" })
        else { return }
        sentence.tokens[counted].relation = "obj"
    }

    /// "at least", "at most", "more than 30", "fewer than 30"
    private static func isBound(_ start: Int, before counted: Int, in sentence: Sentence) -> Bool {
        let words = (sentence.tokens[start].form, sentence.tokens[start + 1].form)
        if words.0 == "at" { return ["least", "most"].contains(words.1) }
        return ["more", "fewer", "less"].contains(words.0) && words.1 == "than"
            && sentence.tokens[start + 1].head == start
            && (sentence.tokens[counted].upos == "NUM"
                || sentence.dependents(of: counted).contains { sentence.tokens[$0].relation == "nummod" })
    }
}
