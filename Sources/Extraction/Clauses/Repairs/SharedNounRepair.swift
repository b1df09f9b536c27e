import English

/// "U.S. intelligence and administration officials said": a bare noun before "and" describes the people behind it.
///
/// Parsers make two subjects of it; but a singular noun without an article is none.
enum SharedNounRepair {
    static func apply(to sentence: inout Sentence) {
        for noun in sentence.tokens.indices
        where ["nsubj", "nsubj:pass", "obl"].contains(sentence.tokens[noun].relation) {
            repair(noun, in: &sentence)
        }
    }

    private static func repair(_ noun: Int, in sentence: inout Sentence) {
        let token = sentence.tokens[noun]
        guard token.xpos == "NN", !alone.contains(token.lemma), !Lexicon.isPersonNoun(token.lemma) else { return }
        let dependents = sentence.dependents(of: noun)
        guard
            !dependents.contains(where: {
                ["det", "nmod:poss", "nummod", "nmod", "appos", "acl", "acl:relcl"].contains(
                    sentence.tokens[$0].relation)
            }),
            let people = dependents.last(where: { sentence.tokens[$0].relation == "conj" }),
            sentence.tokens[people].xpos == "NNS", Lexicon.isPersonNoun(sentence.tokens[people].lemma),
            sentence.tokens[people - 1].upos != "CCONJ", describes(people, from: noun, in: sentence)
        else { return }
        sentence.tokens[people].head = token.head
        sentence.tokens[people].relation = token.relation
        sentence.tokens[noun].head = people
        sentence.tokens[noun].relation = "compound"
        sentence.tokens[people - 1].head = noun
        sentence.tokens[people - 1].relation = "conj"
        for between in noun + 1..<people where sentence.tokens[between].relation == "cc" {
            sentence.tokens[between].head = people - 1
        }
        for dependent in dependents
        where dependent < noun && ["case", "punct", "advmod"].contains(sentence.tokens[dependent].relation) {
            sentence.tokens[dependent].head = people
        }
    }

    /// Whether the noun or adjective right before the people is the other half, with no article between.
    private static func describes(_ people: Int, from noun: Int, in sentence: Sentence) -> Bool {
        ["NOUN", "ADJ"].contains(sentence.tokens[people - 1].upos) && people - 1 > noun
            && (noun + 1..<people).allSatisfy {
                ["CCONJ", "NOUN", "ADJ"].contains(sentence.tokens[$0].upos)
            }
    }

    /// Bodies that news names without an article.
    private static let alone: Set<String> = ["police", "staff", "management", "parliament", "state", "clergy"]
}
