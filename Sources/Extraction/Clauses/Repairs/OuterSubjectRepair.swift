import English

/// "The reply was that the plan is a threat.": the first subject, with a copula and "that" behind it, is no subject of the
/// second copula.
enum OuterSubjectRepair {
    static func apply(to sentence: inout Sentence) {
        for predicate in sentence.tokens.indices where sentence.tokens[predicate].relation == "root" {
            let below = sentence.dependents(of: predicate).filter { $0 < predicate }
            let subjects = below.filter { ["nsubj", "nsubj:pass"].contains(sentence.tokens[$0].relation) }
            guard subjects.count == 2,
                let that = below.first(where: {
                    sentence.tokens[$0].relation == "mark" && sentence.tokens[$0].form == "that"
                }), subjects[0] < that, that < subjects[1], sentence.tokens[that - 1].relation == "cop",
                sentence.tokens[that - 1].head == predicate
            else { continue }
            sentence.tokens[subjects[0]].relation = "nsubj:outer"
        }
    }
}
