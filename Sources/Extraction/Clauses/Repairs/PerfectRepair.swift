import English

/// "Vos had previously opposed talks.": a form of have, an adverb and a past participle before a noun are a perfect.
///
/// Parsers read the participle as an adjective and "had" as the main verb. An adverb of time between the two, with no
/// article before the participle, says that it is a verb.
enum PerfectRepair {
    static func apply(to sentence: inout Sentence) {
        for have in sentence.tokens.indices where sentence.tokens[have].lemma == "have" {
            guard sentence.tokens[have].upos == "VERB", have + 2 < sentence.tokens.count else { continue }
            var verb = have + 1
            while verb < sentence.tokens.count, adverbs.contains(sentence.tokens[verb].form.lowercased()) { verb += 1 }
            guard verb > have + 1, verb < sentence.tokens.count,
                ["VBN", "VBD", "JJ"].contains(sentence.tokens[verb].xpos),
                sentence.tokens[verb].form.hasSuffix("ed"), sentence.tokens[verb].relation == "amod"
            else { continue }
            let noun = sentence.tokens[verb].head
            guard noun > verb, sentence.tokens[noun].head == have, sentence.tokens[noun].relation == "obj" else {
                continue
            }
            let outer = (sentence.tokens[have].head, sentence.tokens[have].relation)
            for token in sentence.tokens.indices where sentence.tokens[token].head == have {
                sentence.tokens[token].head = verb
            }
            for token in have + 1..<verb where sentence.dominates(noun, token) {
                sentence.tokens[token].head = verb
                sentence.tokens[token].relation = "advmod"
            }
            sentence.tokens[verb].head = outer.0
            sentence.tokens[verb].relation = outer.1
            sentence.tokens[verb].upos = "VERB"
            sentence.tokens[verb].xpos = "VBN"
            sentence.tokens[verb].lemma = Lemmatizer().lemma(
                form: sentence.tokens[verb].form, upos: "VERB", xpos: "VBN")
            sentence.tokens[have].head = verb
            sentence.tokens[have].relation = "aux"
            sentence.tokens[have].upos = "AUX"
            sentence.tokens[noun].head = verb
            sentence.tokens[noun].relation = "obj"
        }
    }

    private static let adverbs: Set<String> = [
        "previously", "already", "recently", "repeatedly", "never", "also", "since", "long", "just", "consistently",
        "earlier", "initially", "now", "always", "once", "often", "publicly", "not", "reportedly", "allegedly", "still",
    ]
}
