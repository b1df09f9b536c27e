import English

/// "Two groups were labeled gangs by the government.": whoever is behind "by" labels, and is no author of the gangs.
///
/// Parsers hang the phrase on the noun right before it.
enum NamedByRepair {
    static func apply(to sentence: inout Sentence) {
        for by in sentence.tokens.indices
        where sentence.tokens[by].form == "by" && sentence.tokens[by].relation == "case" {
            let agent = sentence.tokens[by].head
            guard agent > by, sentence.tokens[agent].relation == "nmod", let noun = sentence.governor(of: agent),
                noun < by, ["xcomp", "obj"].contains(sentence.tokens[noun].relation),
                let verb = sentence.governor(of: noun), verb < noun, verbs.contains(sentence.tokens[verb].lemma),
                sentence.dependents(of: verb).contains(where: { sentence.tokens[$0].relation == "aux:pass" })
            else { continue }
            sentence.tokens[agent].head = verb
            sentence.tokens[agent].relation = "obl:agent"
        }
    }

    private static let verbs: Set<String> = [
        "label", "name", "call", "dub", "declare", "designate", "brand", "elect", "appoint", "consider", "deem",
        "pronounce",
        "proclaim", "term", "rank", "rate", "crown", "vote",
    ]
}
