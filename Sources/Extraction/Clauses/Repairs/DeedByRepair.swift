import English

/// "condemned the killing of a reporter by soldiers": they killed him; he is no reporter "by soldiers".
///
/// Behind a deed and the person or place that it is done to, who stands behind "by" did it.
enum DeedByRepair {
    static func apply(to sentence: inout Sentence) {
        for agent in sentence.tokens.indices where sentence.tokens[agent].relation == "nmod" {
            guard let by = sentence.dependents(of: agent).first(where: { $0 < agent }),
                sentence.tokens[by].form == "by", sentence.tokens[by].relation == "case",
                let patient = sentence.governor(of: agent), patient < agent,
                sentence.tokens[patient].relation == "nmod",
                sentence.tokens[patient].upos == "PROPN" || Lexicon.isPersonNoun(sentence.tokens[patient].lemma),
                let of = sentence.dependents(of: patient).first(where: { sentence.tokens[$0].relation == "case" }),
                sentence.tokens[of].form == "of", let deed = sentence.governor(of: patient), deed < of,
                isDeed(sentence.tokens[deed])
            else { continue }
            sentence.tokens[agent].head = deed
        }
    }

    private static func isDeed(_ token: Token) -> Bool {
        token.upos == "NOUN" && (token.form.hasSuffix("ing") || deeds.contains(token.lemma))
    }

    private static let deeds: Set<String> = [
        "murder", "assassination", "massacre", "execution", "abduction", "arrest", "detention", "raid", "invasion",
        "seizure", "annexation", "occupation", "attack", "assault", "treatment", "abuse", "rape", "torture", "rescue",
        "capture", "expulsion", "deportation", "persecution", "conquest", "siege", "blockade", "appointment",
        "nomination", "election", "dismissal", "removal",
    ]
}
