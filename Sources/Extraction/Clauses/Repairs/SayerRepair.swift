import English

/// "Fashion designer Mary Quant said …"; "The paper reported in May, nine had closed."; "plans which analysts say could
/// fail"; "She said she had been well but had caught a cold."
///
/// Who says, and what is said, where the order of the words decides and the parser took a part of one for the other's.
enum SayerRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where sentence.tokens[verb].upos == "VERB" {
            joinDescription(verb, in: &sentence)
            guard ComplementTable.content[sentence.tokens[verb].lemma] != nil else { continue }
            takeSubject(verb, in: &sentence)
            takeContent(verb, in: &sentence)
            giveConjunct(verb, in: &sentence)
        }
    }

    private static func subjects(of verb: Int, in sentence: Sentence) -> [Int] {
        sentence.dependents(of: verb).filter { sentence.tokens[$0].relation.hasPrefix("nsubj") && $0 < verb }
    }

    /// "Fashion designer Mary Quant described": the noun for a person right before a name says what that person is.
    private static func joinDescription(_ verb: Int, in sentence: inout Sentence) {
        let found = subjects(of: verb, in: sentence)
        guard found.count == 2, sentence.tokens[found[0]].upos == "NOUN", sentence.tokens[found[1]].upos == "PROPN",
            Lexicon.isPersonNoun(sentence.tokens[found[0]].lemma),
            sentence.start(of: found[1]) == sentence.end(of: found[0]) + 1
        else { return }
        sentence.tokens[found[0]].head = found[1]
        sentence.tokens[found[0]].relation = "nmod:desc"
    }

    /// "The paper reported in May, nine had closed.": of two subjects of the content the one before the verb of saying is
    /// who says it.
    private static func takeSubject(_ verb: Int, in sentence: inout Sentence) {
        guard subjects(of: verb, in: sentence).isEmpty else { return }
        for content in sentence.dependents(of: verb)
        where sentence.tokens[content].relation == "ccomp" && content > verb {
            let found = subjects(of: content, in: sentence)
            guard found.count == 2, found[0] < verb, found[1] > verb else { continue }
            sentence.tokens[found[0]].head = verb
            sentence.tokens[found[0]].relation = "nsubj"
        }
    }

    /// "plans which analysts say could fail": the finite verb right behind the verb of saying, without a subject, is what
    /// they say.
    private static func takeContent(_ verb: Int, in sentence: inout Sentence) {
        guard sentence.tokens[verb].relation == "acl:relcl", !subjects(of: verb, in: sentence).isEmpty,
            !sentence.dependents(of: verb).contains(where: { sentence.tokens[$0].relation == "ccomp" })
        else { return }
        let noun = sentence.tokens[verb].head
        for content in sentence.tokens.indices
        where content > verb && sentence.tokens[content].head == noun
            && sentence.tokens[content].relation == "acl:relcl" && sentence.start(of: content) == verb + 1
            && subjects(of: content, in: sentence).isEmpty
            && sentence.dependents(of: content).contains(where: { sentence.tokens[$0].relation == "aux" })
        {
            sentence.tokens[content].head = verb
            sentence.tokens[content].relation = "ccomp"
        }
    }

    /// "She said she had been well but had caught a cold.": a second pluperfect goes on with what is said.
    private static func giveConjunct(_ verb: Int, in sentence: inout Sentence) {
        guard sentence.tokens[verb].xpos == "VBD" else { return }
        let below = sentence.dependents(of: verb)
        guard let content = below.first(where: { sentence.tokens[$0].relation == "ccomp" && $0 > verb }),
            hasHad(content, in: sentence)
        else { return }
        for next in below
        where sentence.tokens[next].relation == "conj" && next > content && hasHad(next, in: sentence)
            && subjects(of: next, in: sentence).isEmpty
        {
            sentence.tokens[next].head = content
        }
    }

    private static func hasHad(_ verb: Int, in sentence: Sentence) -> Bool {
        sentence.dependents(of: verb).contains {
            sentence.tokens[$0].relation == "aux" && sentence.tokens[$0].form.lowercased() == "had"
        }
    }
}
