import English

/// "a role in mediating talks": "talks" is the object of "mediating", which no adjective is.
///
/// After a preposition, a plural noun without an article and an -ing form of a verb that takes objects.
enum GerundRepair {
    /// "shared by developing countries": such a form tells what kind of thing it is.
    private static let adjectives: Set<String> = [
        "developing", "emerging", "leading", "ruling", "existing", "remaining", "neighbouring", "neighboring",
        "competing",
        "opposing", "warring", "following", "surrounding", "participating", "growing", "rising", "falling", "visiting",
        "supporting", "governing", "working", "living", "striking", "protesting", "dwindling", "declining",
        "increasing",
        "expanding", "winning", "losing", "driving", "closing", "opening", "striking", "serving", "corresponding",
    ]

    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices
        where sentence.tokens[verb].xpos == "VBG" && sentence.tokens[verb].relation == "amod" {
            let noun = sentence.tokens[verb].head
            guard noun == verb + 1, verb > 0, sentence.tokens[noun].xpos == "NNS",
                sentence.tokens[verb - 1].head == noun,
                sentence.tokens[verb - 1].relation == "case",
                !adjectives.contains(sentence.tokens[verb].form.lowercased()),
                RelationVocabulary.embedded.verbPatterns[
                    Lemmatizer().lemma(form: sentence.tokens[verb].form, upos: "VERB", xpos: "VBG")]
                    != nil,
                sentence.tokens[noun].head >= 0, !sentence.dominates(verb, sentence.tokens[noun].head)
            else { continue }
            let governor = sentence.tokens[noun].head
            let isNominal = ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[governor].upos)
            sentence.tokens[verb].upos = "VERB"
            sentence.tokens[verb].lemma = Lemmatizer().lemma(
                form: sentence.tokens[verb].form, upos: "VERB", xpos: "VBG")
            sentence.tokens[verb].head = governor
            sentence.tokens[verb].relation = isNominal ? "acl" : "advcl"
            sentence.tokens[noun].head = verb
            sentence.tokens[noun].relation = "obj"
            sentence.tokens[verb - 1].head = verb
            sentence.tokens[verb - 1].relation = "mark"
        }
    }
}
