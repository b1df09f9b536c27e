import English

/// Mends what parsers often get wrong and the words themselves decide; each repair leaves a right tree as it is.
public enum TreeRepair {
    /// The sentence with the repairs made, in one order.
    public static func repaired(_ sentence: Sentence) -> Sentence {
        var sentence = sentence
        NameRepair.apply(to: &sentence)
        PossessiveRepair.apply(to: &sentence)
        TitleRepair.apply(to: &sentence)
        AppositionRepair.apply(to: &sentence)
        PerfectRepair.apply(to: &sentence)
        DoubleSubjectRepair.apply(to: &sentence)
        WithParticipleRepair.apply(to: &sentence)
        InvertedQuotationRepair.apply(to: &sentence)
        ParentheticalRepair.apply(to: &sentence)
        ToldContentRepair.apply(to: &sentence)
        LostSubjectRepair.apply(to: &sentence)
        GerundRepair.apply(to: &sentence)
        AskedInfinitiveRepair.apply(to: &sentence)
        return sentence
    }
}

extension Sentence {
    /// The tokens right below a token, in order.
    func dependents(of head: Int) -> [Int] { tokens.indices.filter { tokens[$0].head == head } }

    /// Whether a token stands below another, or is it.
    func dominates(_ ancestor: Int, _ token: Int) -> Bool {
        var at = token
        var steps = 0
        while at >= 0, at < tokens.count, steps <= tokens.count {
            if at == ancestor { return true }
            at = tokens[at].head
            steps += 1
        }
        return false
    }

    /// The last token of the phrase below a head.
    func end(of head: Int) -> Int { tokens.indices.last { dominates(head, $0) } ?? head }

    /// The first token of the phrase below a head.
    func start(of head: Int) -> Int { tokens.indices.first { dominates(head, $0) } ?? head }
}
