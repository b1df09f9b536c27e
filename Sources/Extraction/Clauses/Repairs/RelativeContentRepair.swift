import English

/// "Holm, who announced in May that she would resign, left.": what is announced belongs to the announcing, not to the name.
enum RelativeContentRepair {
    static func apply(to sentence: inout Sentence) {
        for content in sentence.tokens.indices where sentence.tokens[content].relation == "acl:relcl" {
            let below = sentence.dependents(of: content)
            guard let name = sentence.governor(of: content), sentence.hasSubject(content),
                below.contains(where: {
                    sentence.tokens[$0].relation == "mark" && sentence.tokens[$0].form.lowercased() == "that"
                }),
                let saying = sentence.dependents(of: name).last(where: {
                    $0 < content && sentence.tokens[$0].relation == "acl:relcl"
                }),
                ComplementTable.content[sentence.tokens[saying].lemma] != nil,
                !sentence.dependents(of: saying).contains(where: { sentence.tokens[$0].relation == "ccomp" })
            else { continue }
            sentence.tokens[content].head = saying
            sentence.tokens[content].relation = "ccomp"
        }
        for content in sentence.tokens.indices where sentence.tokens[content].relation == "acl:relcl" {
            guard let noun = sentence.governor(of: content), claims.contains(sentence.tokens[noun].lemma),
                let subject = sentence.dependents(of: content).first(where: { sentence.tokens[$0].relation == "nsubj" }
                ),
                sentence.start(of: content) == noun + 1, sentence.start(of: subject) == noun + 1, subject < content,
                sentence.tokens[subject].xpos != "WP", sentence.tokens[subject].xpos != "WDT",
                !makers.contains(sentence.tokens[content].lemma)
            else { continue }
            sentence.tokens[content].relation = "acl"
        }
    }

    /// "denied suggestions she was leaving": what is suggested; "the claims she made" are made.
    private static let claims: Set<String> = [
        "suggestion", "claim", "allegation", "fear", "rumour", "rumor", "speculation", "belief", "hope", "concern",
        "accusation", "report", "idea", "assertion", "impression", "evidence", "indication", "sign",
    ]

    private static let makers: Set<String> = [
        "make", "raise", "have", "deny", "reject", "publish", "write", "read", "see", "hear", "face", "share",
        "express",
        "get", "give", "receive", "find", "release", "produce", "commission", "cite", "dismiss", "want", "issue", "use",
        "spread", "voice", "hold", "say", "present", "submit", "send", "call", "describe", "leak", "need", "gather",
    ]
}
