import English

/// "The nation has seen unemployment climb to 27%.": it is unemployment that climbs.
enum PerceptionRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices.dropFirst()
        where sentence.tokens[verb].xpos == "VB" && sentence.tokens[verb].relation == "xcomp" {
            let noun = verb - 1
            guard let governor = sentence.governor(of: verb), governor < noun,
                ["see", "watch", "hear"].contains(sentence.tokens[governor].lemma),
                sentence.tokens[noun].head == verb,
                ["compound", "nmod", "amod"].contains(sentence.tokens[noun].relation),
                ["NOUN", "PROPN"].contains(sentence.tokens[noun].upos)
            else { continue }
            for token in governor + 1..<noun where sentence.tokens[token].head == verb {
                sentence.tokens[token].head = noun
            }
            sentence.tokens[noun].head = governor
            sentence.tokens[noun].relation = "obj"
        }
    }
}
