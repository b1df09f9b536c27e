import English

/// "The number of adults being diagnosed rose.": the adults are diagnosed, and not their number.
///
/// A participle or a relative clause right behind "number of …" tells of those who are counted.
enum CountedAdnominalRepair {
    static func apply(to sentence: inout Sentence) {
        for clause in sentence.tokens.indices
        where ["acl", "acl:relcl"].contains(sentence.tokens[clause].relation) && sentence.tokens[clause].upos == "VERB"
        {
            guard let counting = sentence.governor(of: clause), counting < clause,
                measures.contains(sentence.tokens[counting].lemma),
                let counted = sentence.dependents(of: counting).first(where: { inner in
                    inner > counting && sentence.tokens[inner].relation == "nmod"
                        && sentence.tokens[inner].xpos.hasSuffix("S")
                        && sentence.dependents(of: inner).contains {
                            sentence.tokens[$0].relation == "case" && sentence.tokens[$0].form.lowercased() == "of"
                        }
                }), sentence.end(of: counted) + 1 == sentence.start(of: clause)
            else { continue }
            sentence.tokens[clause].head = counted
        }
    }

    private static let measures: Set<String> = [
        "number", "proportion", "percentage", "share", "majority", "total", "amount", "rate", "level",
    ]
}
