import English

/// "Holm said there was no truth in it and urged the crowd to leave.": who says goes on to urge; it is no more of what is
/// said.
///
/// Parsers join the second verb to the content. A past verb without a subject that is itself an act of speaking, behind a
/// content with a subject of its own that can hardly speak, is joined to the verb of saying.
enum SayersNextActRepair {
    static func apply(to sentence: inout Sentence) {
        for next in sentence.tokens.indices
        where sentence.tokens[next].relation == "conj" && sentence.tokens[next].upos == "VERB" {
            var content = sentence.tokens[next].head
            // 'said it "could be clearer but was not meant" and accused them'
            if content >= 0, sentence.tokens[content].relation == "conj" { content = sentence.tokens[content].head }
            guard content >= 0, content < next, sentence.tokens[content].relation == "ccomp",
                sentence.tokens[next].xpos == "VBD", acts.contains(sentence.tokens[next].lemma)
            else { continue }
            let saying = sentence.tokens[content].head
            guard saying >= 0, saying < content, sentence.tokens[saying].xpos == "VBD",
                ComplementTable.content[sentence.tokens[saying].lemma] != nil,
                !hasSubject(next, in: sentence), !canSpeak(content, in: sentence)
            else { continue }
            sentence.tokens[next].head = saying
        }
    }

    private static func hasSubject(_ verb: Int, in sentence: Sentence) -> Bool {
        sentence.dependents(of: verb).contains {
            sentence.tokens[$0].relation.hasPrefix("nsubj") || sentence.tokens[$0].relation == "aux"
        }
    }

    /// Whether the content's own subject may be who speaks next: a person's pronoun, or a name.
    private static func canSpeak(_ content: Int, in sentence: Sentence) -> Bool {
        guard
            let subject = sentence.dependents(of: content).first(where: {
                sentence.tokens[$0].relation.hasPrefix("nsubj")
            })
        else { return sentence.dependents(of: content).allSatisfy { sentence.tokens[$0].relation != "expl" } }
        return sentence.tokens[subject].xpos == "WP"
    }

    private static let acts: Set<String> = [
        "accuse", "add", "announce", "apologise", "apologize", "appeal", "ask", "blame", "call", "condemn", "confirm",
        "criticise", "criticize", "declare", "decline", "demand", "denounce", "deny", "express", "insist", "invite",
        "note",
        "offer", "order", "pledge", "praise", "promise", "propose", "refuse", "reject", "request", "seek", "speak",
        "stress", "suggest", "thank", "threaten", "urge", "vow", "warn", "welcome",
    ]
}
