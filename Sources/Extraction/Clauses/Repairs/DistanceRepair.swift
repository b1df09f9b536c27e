import English

/// "Five miles from the border lies the town of Okar.": how far off is no subject; what stands there is.
enum DistanceRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where verbs.contains(sentence.tokens[verb].lemma) {
            repair(verb, in: &sentence)
        }
    }

    private static func repair(_ verb: Int, in sentence: inout Sentence) {
        let dependents = sentence.dependents(of: verb)
        guard sentence.tokens[verb].upos == "VERB",
            let distance = dependents.first(where: { sentence.tokens[$0].relation == "nsubj" }), distance < verb,
            Lexicon.unit(sentence.tokens[distance].form.lowercased())?.kind == .length,
            let place = dependents.first(where: { sentence.tokens[$0].relation == "obj" }), place > verb,
            sentence.dependents(of: distance).contains(where: { sentence.tokens[$0].relation == "nmod" })
        else { return }
        sentence.tokens[distance].relation = "obl:unmarked"
        sentence.tokens[place].relation = "nsubj"
    }

    private static let verbs: Set<String> = ["lie", "begin", "stand", "sit", "rise", "start", "live"]
}
