import English

/// Mends what parsers often get wrong and the words themselves decide; each repair leaves a right tree as it is.
public enum TreeRepair {
    /// The sentence with the repairs made, in one order.
    public static func repaired(_ sentence: Sentence) -> Sentence {
        var sentence = sentence
        WordClassRepair.apply(to: &sentence)
        NameRepair.apply(to: &sentence)
        PossessiveRepair.apply(to: &sentence)
        TitleRepair.apply(to: &sentence)
        AppositionRepair.apply(to: &sentence)
        PerfectRepair.apply(to: &sentence)
        DoubleSubjectRepair.apply(to: &sentence)
        JudgedAsRepair.apply(to: &sentence)
        WithParticipleRepair.apply(to: &sentence)
        InvertedQuotationRepair.apply(to: &sentence)
        ParentheticalRepair.apply(to: &sentence)
        ToldContentRepair.apply(to: &sentence)
        TrailingCueRepair.apply(to: &sentence)
        LostSubjectRepair.apply(to: &sentence)
        GerundRepair.apply(to: &sentence)
        AskedInfinitiveRepair.apply(to: &sentence)
        return sentence
    }
}
