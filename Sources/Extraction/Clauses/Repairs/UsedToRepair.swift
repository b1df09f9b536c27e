import English

/// "Vos used to be a judge.": "used to" says only that it was so, and nobody uses anything.
enum UsedToRepair {
    static func apply(to sentence: inout Sentence) {
        for used in sentence.tokens.indices
        where sentence.tokens[used].form == "used" && sentence.tokens[used].upos == "VERB" {
            let children = sentence.dependents(of: used)
            guard used + 1 < sentence.tokens.count, sentence.tokens[used + 1].form == "to",
                sentence.tokens[used + 1].relation == "mark",
                let verb = children.first(where: { $0 > used + 1 && sentence.tokens[$0].relation == "xcomp" }),
                sentence.tokens[used + 1].head == verb,
                children.contains(where: { sentence.tokens[$0].relation == "nsubj" }),
                !children.contains(where: { ["aux:pass", "aux", "obj", "cop"].contains(sentence.tokens[$0].relation) })
            else { continue }
            let outer = (sentence.tokens[used].head, sentence.tokens[used].relation)
            for child in children where child != verb { sentence.tokens[child].head = verb }
            sentence.tokens[verb].head = outer.0
            sentence.tokens[verb].relation = outer.1
            sentence.tokens[used].head = verb
            sentence.tokens[used].relation = "aux"
            sentence.tokens[used].upos = "AUX"
            sentence.tokens[used].xpos = "VBD"
        }
    }
}
