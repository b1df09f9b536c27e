import English

/// "A mob beat a man to death.": behind a preposition stands no second object; "defeating nationalist Ana Holm": a noun right
/// before a name is its title.
enum SecondObjectRepair {
    static func apply(to sentence: inout Sentence) {
        for name in sentence.tokens.indices.dropFirst() where sentence.tokens[name].relation == "obj" {
            giveTitle(to: name, in: &sentence)
        }
        for object in sentence.tokens.indices where sentence.tokens[object].relation == "obj" {
            guard let verb = sentence.governor(of: object), verb < object,
                sentence.dependents(of: object).contains(where: {
                    sentence.tokens[$0].relation == "case" && $0 < object
                        && prepositions.contains(sentence.tokens[$0].form.lowercased())
                }),
                sentence.dependents(of: verb).contains(where: {
                    $0 > verb && $0 < object && sentence.tokens[$0].relation == "obj"
                })
            else { continue }
            sentence.tokens[object].relation = "obl"
        }
    }

    private static func giveTitle(to name: Int, in sentence: inout Sentence) {
        let noun = sentence.start(of: name) - 1
        guard noun > 0, sentence.tokens[name].upos == "PROPN", sentence.tokens[noun].xpos == "NN",
            sentence.tokens[noun].relation == "obj", let verb = sentence.governor(of: noun), verb < noun,
            sentence.tokens[name].head == verb, !PassiveRule.keepsObject.contains(sentence.tokens[verb].lemma),
            Lexicon.isPersonNoun(sentence.tokens[noun].lemma),
            !sentence.dependents(of: noun).contains(where: {
                ["det", "nmod:poss"].contains(sentence.tokens[$0].relation) || $0 > noun
            })
        else { return }
        sentence.tokens[noun].head = name
        sentence.tokens[noun].relation = "nmod:desc"
    }

    private static let prepositions: Set<String> = ["to", "in", "at", "from", "with", "for", "into", "on", "as"]
}
