import English

/// "They came from the reserve in the west run by the government.": the government runs the reserve, and not them.
///
/// A participle of running or making with "by" right behind a phrase, without a comma, tells of that phrase.
enum ReducedRelativeRepair {
    static func apply(to sentence: inout Sentence) {
        for participle in sentence.tokens.indices
        where sentence.tokens[participle].relation == "advcl"
            && ["VBN", "VBD"].contains(sentence.tokens[participle].xpos)
            && (verbs.contains(sentence.tokens[participle].lemma) || sentence.tokens[participle].form == "run")
        {
            let own = sentence.dependents(of: participle)
            guard let verb = sentence.governor(of: participle), verb < participle,
                sentence.start(of: participle) == participle,
                own.first.map({ $0 == participle + 1 || $0 > participle }) ?? false,
                own.contains(where: { sentence.tokens[$0].relation == "obl:agent" }),
                let noun = sentence.dependents(of: verb).first(where: {
                    $0 > verb && ["obj", "obl", "obl:agent"].contains(sentence.tokens[$0].relation)
                        && sentence.end(of: $0) == participle - 1
                }), ["NOUN", "PROPN"].contains(sentence.tokens[noun].upos)
            else { continue }
            sentence.tokens[participle].head = noun
            sentence.tokens[participle].relation = "acl"
            sentence.tokens[participle].xpos = "VBN"
            if sentence.tokens[participle].form == "run" { sentence.tokens[participle].lemma = "run" }
        }
    }

    private static let verbs: Set<String> = [
        "run", "own", "operate", "lead", "build", "write", "produce", "publish", "issue", "organise", "organize",
        "sponsor", "control", "hold", "host", "make", "head", "chair", "manage", "fund", "finance", "found", "direct",
        "design", "create", "develop", "sign", "draft", "set", "administer", "staff", "back",
    ]
}
