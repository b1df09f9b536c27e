import English

/// "The city 's police chief Ana Holm said": what has an 's is the owner of the next noun and nobody's subject.
enum PossessiveRepair {
    static func apply(to sentence: inout Sentence) {
        for mark in sentence.tokens.indices where sentence.tokens[mark].xpos == "POS" {
            joinBody(mark, &sentence)
            let owner = sentence.tokens[mark].head
            guard owner >= 0, owner < mark, sentence.tokens.indices.contains(owner),
                ["nsubj", "nsubj:pass", "obj", "obl", "nsubj:outer"].contains(sentence.tokens[owner].relation)
            else { continue }
            let governor = sentence.tokens[owner].head
            // The next noun on the same governor, with nothing but its own words between.
            guard
                let owned = sentence.tokens.indices.first(where: {
                    $0 > mark && ["NOUN", "PROPN"].contains(sentence.tokens[$0].upos)
                        && sentence.tokens[$0].head == governor && $0 != governor
                }), sentence.start(of: owned) == mark + 1, !sentence.dominates(owner, owned)
            else { continue }
            if sentence.tokens[owned].relation != sentence.tokens[owner].relation,
                !["nsubj", "nsubj:pass", "obj", "obl"].contains(sentence.tokens[owned].relation)
            {
                sentence.tokens[owned].relation = sentence.tokens[owner].relation
            }
            sentence.tokens[owner].head = owned
            sentence.tokens[owner].relation = "nmod:poss"
        }
    }

    /// "The Bank | of England's governor": the bank's governor, and not the bank of a governor.
    private static func joinBody(_ mark: Int, _ sentence: inout Sentence) {
        let place = sentence.tokens[mark].head
        guard place >= 0, place < mark, ["nmod:poss", "nmod"].contains(sentence.tokens[place].relation),
            sentence.tokens[place].upos == "PROPN",
            let of = (0..<place).last(where: { token in
                sentence.tokens[token].relation == "case" && sentence.tokens[token].form == "of"
                    && [place, sentence.tokens[place].head].contains(sentence.tokens[token].head)
            })
        else { return }
        let body = of - 1
        // The place hangs on the noun, or both on the body.
        let noun =
            sentence.tokens[place].head == body
            ? sentence.dependents(of: body).first { $0 > mark && sentence.start(of: $0) == mark + 1 } ?? -1
            : sentence.tokens[place].head
        guard noun > mark, body >= 0, sentence.tokens[noun].head == body, sentence.tokens[noun].relation == "nmod",
            sentence.tokens[noun].upos == "NOUN", sentence.tokens[body].upos == "PROPN",
            Lexicon.contains(sentence.tokens[body].form.lowercased(), in: .nameBeforeOf),
            [of, of + 1].contains(sentence.start(of: place))
        else { return }
        let outer = sentence.tokens[body]
        for token in sentence.dependents(of: body)
        where token > noun || ["case", "cc", "punct"].contains(sentence.tokens[token].relation) {
            sentence.tokens[token].head = noun
        }
        sentence.tokens[noun].head = outer.head
        sentence.tokens[noun].relation = outer.relation
        sentence.tokens[body].head = noun
        sentence.tokens[body].relation = "nmod:poss"
        sentence.tokens[place].head = body
        sentence.tokens[place].relation = "nmod"
        sentence.tokens[of].head = place
        sentence.tokens[mark].head = body
    }
}
