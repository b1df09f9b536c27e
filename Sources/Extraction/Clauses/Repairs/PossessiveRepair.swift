import English

/// "The city 's police chief Ana Holm said": what has an 's is the owner of the next noun and nobody's subject.
enum PossessiveRepair {
    static func apply(to sentence: inout Sentence) {
        for mark in sentence.tokens.indices where sentence.tokens[mark].xpos == "POS" {
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
}
