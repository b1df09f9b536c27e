import English

/// "The union said closing the mill was wrong.": closing it was.
///
/// Behind a verb of saying a gerund and a finite verb without a subject: the gerund is its subject.
enum SaidGerundRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices.dropLast()
        where sentence.tokens[verb].upos == "VERB" && sentence.tokens[verb + 1].xpos == "VBG"
            && ComplementTable.content[sentence.tokens[verb].lemma] != nil
        {
            repair(verb + 1, of: verb, in: &sentence)
        }
    }

    private static func repair(_ gerund: Int, of verb: Int, in sentence: inout Sentence) {
        guard sentence.tokens[gerund].head == verb,
            ["xcomp", "ccomp", "advcl"].contains(sentence.tokens[gerund].relation),
            let end = sentence.tokens.indices.last(where: { sentence.dominates(gerund, $0) }),
            let content = sentence.dependents(of: verb).first(where: {
                $0 > end && ["ccomp", "advcl", "parataxis", "conj"].contains(sentence.tokens[$0].relation)
            }), !sentence.hasSubject(content),
            sentence.start(of: content) == end + 1, isFinite(content, from: end + 1, in: sentence)
        else { return }
        sentence.tokens[gerund].head = content
        sentence.tokens[gerund].relation = "csubj"
        sentence.tokens[content].relation = "ccomp"
    }

    /// Whether a finite verb or auxiliary begins the clause.
    private static func isFinite(_ content: Int, from start: Int, in sentence: Sentence) -> Bool {
        ["VBD", "VBZ", "VBP", "MD"].contains(sentence.tokens[start].xpos)
            && (start == content || sentence.tokens[start].head == content)
    }
}
