import English

/// "The union urged Malta to pay its debts."
///
/// An infinitive behind the object of a verb, or behind whom one calls on, that asks somebody to act is its complement, though parsers make it
/// adverbial.
enum AskedInfinitiveRepair {
    static func apply(to sentence: inout Sentence) {
        for index in sentence.tokens.indices where sentence.tokens[index].relation == "advcl" {
            let verb = sentence.tokens[index].head
            guard sentence.tokens.indices.contains(verb), verb < index,
                askingVerbs.contains(sentence.tokens[verb].lemma.lowercased())
            else { continue }
            let below = sentence.dependents(of: index)
            let marks = below.filter { sentence.tokens[$0].relation == "mark" }
            guard marks.count == 1, sentence.tokens[marks[0]].form.lowercased() == "to",
                !below.contains(where: { sentence.tokens[$0].relation.hasPrefix("nsubj") }),
                sentence.dependents(of: verb).contains(where: {
                    $0 > verb && $0 < marks[0]
                        && (["obj", "iobj"].contains(sentence.tokens[$0].relation)
                            || isCalledOn($0, verb, in: sentence))
                })
            else { continue }
            sentence.tokens[index].relation = "xcomp"
        }
    }

    /// "called on Malta", "appealed to Malta"; 'called on drivers to "wait"' quotes who calls.
    private static func isCalledOn(_ noun: Int, _ verb: Int, in sentence: Sentence) -> Bool {
        guard sentence.tokens[noun].relation == "obl", let preposition = calling[sentence.tokens[verb].lemma] else {
            return false
        }
        let next = sentence.end(of: noun) + 2
        if sentence.tokens.indices.contains(next), ["\"", "“", "``"].contains(sentence.tokens[next].form) {
            return false
        }
        return sentence.tokens[verb + 1].form.lowercased() == preposition && sentence.tokens[verb + 1].head == noun
    }

    private static let calling = ["call": "on", "appeal": "to", "plead": "with"]

    private static let askingVerbs: Set<String> = [
        "advise", "allow", "ask", "beg", "call", "challenge", "command", "compel", "convince", "direct", "enable",
        "appeal", "encourage", "expect", "forbid", "force", "help", "implore", "instruct", "invite", "oblige", "order",
        "permit",
        "persuade", "plead", "press", "pressure", "push", "request", "require", "task", "tell", "urge", "warn",
    ]
}
