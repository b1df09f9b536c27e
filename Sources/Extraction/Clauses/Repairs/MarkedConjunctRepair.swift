import English

/// "He was accused of cheating clients, and of keeping their money."; "They plan to stay and to vote."
///
/// A second "of" or "to" before a verb goes on with the clause that has the first one, and not with the verb that governs both.
enum MarkedConjunctRepair {
    static func apply(to sentence: inout Sentence) {
        for second in sentence.tokens.indices
        where sentence.tokens[second].relation == "conj" && ["VBG", "VB"].contains(sentence.tokens[second].xpos) {
            guard let governor = sentence.governor(of: second), governor < second,
                let mark = mark(of: second, in: sentence),
                self.mark(of: governor, in: sentence) != mark,
                let first = sentence.dependents(of: governor).last(where: {
                    $0 > governor && $0 < second && clauses.contains(sentence.tokens[$0].relation)
                        && self.mark(of: $0, in: sentence) == mark
                        && sentence.tokens[$0].xpos == sentence.tokens[second].xpos
                })
            else { continue }
            sentence.tokens[second].head = first
        }
    }

    private static func mark(of verb: Int, in sentence: Sentence) -> String? {
        sentence.dependents(of: verb).first {
            $0 < verb && ["mark", "case"].contains(sentence.tokens[$0].relation)
        }.map { sentence.tokens[$0].form.lowercased() }
    }

    private static let clauses: Set<String> = ["advcl", "acl", "xcomp", "ccomp"]
}
