/// "My friend Andrea is here", "and his wife Manju": a name right behind somebody's friend or wife names that person,
/// and does not stand beside them.
enum NamedNounRepair {
    static func apply(to sentence: inout Sentence) {
        for name in sentence.tokens.indices.dropFirst() where sentence.tokens[name].upos == "PROPN" {
            let noun = name - 1
            guard sentence.tokens[noun].xpos == "NN", sentence.tokens[noun].upos == "NOUN",
                sentence.tokens[name].head != noun, sentence.tokens[noun].head != name,
                sentence.tokens[noun].head == sentence.tokens[name].head
                    || sentence.tokens[noun].relation == "conj" && sentence.tokens[name].relation == "conj",
                Lexicon.isPersonNoun(sentence.tokens[noun].lemma),
                sentence.dependents(of: noun).contains(where: { sentence.tokens[$0].relation == "nmod:poss" }),
                !sentence.dominates(name, noun)
            else { continue }
            sentence.tokens[name].head = noun
            sentence.tokens[name].relation = "appos"
        }
    }
}
