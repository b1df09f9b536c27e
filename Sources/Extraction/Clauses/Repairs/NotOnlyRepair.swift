import English

/// "Lawyers argued that the report was not only false, but also hurt her business.": the report hurt it, and not the lawyers.
///
/// What follows "but" or "but also" goes on with the clause that has the "not only".
enum NotOnlyRepair {
    static func apply(to sentence: inout Sentence) {
        for only in sentence.tokens.indices.dropFirst()
        where sentence.tokens[only].form.lowercased() == "only"
            && sentence.tokens[only - 1].form.lowercased() == "not"
        {
            guard let clause = sentence.governor(of: only), let verb = sentence.governor(of: clause), verb < only,
                sentence.tokens[clause].relation == "ccomp", sentence.tokens[verb].upos == "VERB"
            else { continue }
            for next in sentence.dependents(of: verb) where next > clause && sentence.tokens[next].relation == "conj" {
                let below = sentence.dependents(of: next)
                guard below.contains(where: { sentence.tokens[$0].form.lowercased() == "but" }),
                    !below.contains(where: { sentence.tokens[$0].relation.hasPrefix("nsubj") })
                else { continue }
                sentence.tokens[next].head = clause
            }
        }
    }
}
