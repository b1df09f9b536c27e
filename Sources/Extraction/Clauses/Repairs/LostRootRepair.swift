import English

/// "The company named Karin Lund as its chief, replacing Olaf Brandt.": a sentence, and no company that was named so.
///
/// A noun with a participle that has an object of its own, and no verb above it, is a subject and its verb.
enum LostRootRepair {
    static func apply(to sentence: inout Sentence) {
        guard sentence.tokens.last?.form == ".",
            let noun = sentence.tokens.indices.first(where: { sentence.tokens[$0].relation == "root" }),
            ["NOUN", "PROPN"].contains(sentence.tokens[noun].upos),
            !sentence.tokens.contains(where: {
                $0.head == noun && ($0.relation == "cop" || $0.relation.hasPrefix("nsubj"))
            }),
            let verb = sentence.dependents(of: noun).first(where: { isVerb($0, of: noun, in: sentence) })
        else { return }
        let moved = sentence.dependents(of: noun).filter { $0 > verb || sentence.tokens[$0].relation == "punct" }
        sentence.tokens[verb].head = -1
        sentence.tokens[verb].relation = "root"
        sentence.tokens[verb].xpos = "VBD"
        sentence.tokens[noun].head = verb
        sentence.tokens[noun].relation = "nsubj"
        for token in moved { sentence.tokens[token].head = verb }
    }

    private static func isVerb(_ verb: Int, of noun: Int, in sentence: Sentence) -> Bool {
        let token = sentence.tokens[verb]
        guard token.relation == "acl", ["VBN", "VBD"].contains(token.xpos), verb > noun,
            sentence.tokens[verb - 1].upos != "PUNCT", !PassiveRule.keepsObject.contains(token.lemma)
        else { return false }
        let below = sentence.dependents(of: verb)
        guard let object = below.first(where: { sentence.tokens[$0].relation == "obj" }), object > verb,
            !below.contains(where: { ["aux", "aux:pass", "mark", "obl:agent"].contains(sentence.tokens[$0].relation) })
        else { return false }
        // "A ship named Holm." is a caption.
        guard PassiveRule.names.contains(token.lemma) else { return true }
        return below.contains { phrase in
            sentence.tokens[phrase].relation == "obl"
                && sentence.dependents(of: phrase).contains {
                    sentence.tokens[$0].relation == "case" && sentence.tokens[$0].form == "as"
                }
        }
    }
}
