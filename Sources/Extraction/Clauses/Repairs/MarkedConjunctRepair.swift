import English

/// "He was accused of cheating clients, and of keeping their money."; "They plan to stay and to vote."
///
/// A second "of" or "to" before a verb goes on with the clause that has the first one, and not with the verb that governs both;
/// so does an infinitive without "to" behind a verb that is none ("was told to stay and wait").
enum MarkedConjunctRepair {
    static func apply(to sentence: inout Sentence) {
        for second in sentence.tokens.indices
        where sentence.tokens[second].relation == "conj" && ["VBG", "VB"].contains(sentence.tokens[second].xpos) {
            guard let governor = sentence.governor(of: second), governor < second,
                let mark = mark(of: second, in: sentence) ?? bareMark(of: second, behind: governor, in: sentence),
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

    private static func bareMark(of second: Int, behind governor: Int, in sentence: Sentence) -> String? {
        let isBare =
            sentence.tokens[second].xpos == "VB" && ["VBN", "VBD", "VBZ"].contains(sentence.tokens[governor].xpos)
            && !sentence.dependents(of: second).contains {
                sentence.tokens[$0].relation.hasPrefix("nsubj") || sentence.tokens[$0].relation.hasPrefix("aux")
            }
        return isBare ? "to" : nil
    }

    private static func mark(of verb: Int, in sentence: Sentence) -> String? {
        sentence.dependents(of: verb).first {
            $0 < verb && ["mark", "case"].contains(sentence.tokens[$0].relation)
        }.map { sentence.tokens[$0].form.lowercased() }
    }

    private static let clauses: Set<String> = ["advcl", "acl", "xcomp", "ccomp"]
}
