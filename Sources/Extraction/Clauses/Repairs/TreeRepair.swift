import English

/// Mends what parsers often get wrong and the words themselves decide; each repair leaves a right tree as it is.
public enum TreeRepair {
    /// The sentence with the repairs made, in one order.
    public static func repaired(_ sentence: Sentence) -> Sentence {
        let given = sentence
        var sentence = sentence
        WordClassRepair.apply(to: &sentence)
        HyphenRepair.apply(to: &sentence)
        DistanceRepair.apply(to: &sentence)
        TitleRunRepair.apply(to: &sentence)
        NickNameRepair.apply(to: &sentence)
        CaseNameRepair.apply(to: &sentence)
        NamePartsRepair.apply(to: &sentence)
        NameRepair.apply(to: &sentence)
        InnerNameRepair.apply(to: &sentence)
        BodyNameRepair.apply(to: &sentence)
        PossessiveRepair.apply(to: &sentence)
        TitleRepair.apply(to: &sentence)
        PlacedTitleRepair.apply(to: &sentence)
        CoordinatedTitleRepair.apply(to: &sentence)
        NameListRepair.apply(to: &sentence)
        AppositionRepair.apply(to: &sentence)
        PerfectRepair.apply(to: &sentence)
        UsedToRepair.apply(to: &sentence)
        LostRootRepair.apply(to: &sentence)
        AtLeastRepair.apply(to: &sentence)
        DueToRepair.apply(to: &sentence)
        AccordingRepair.apply(to: &sentence)
        SharedNounRepair.apply(to: &sentence)
        SayerRepair.apply(to: &sentence)
        BetweenRepair.apply(to: &sentence)
        DoubleSubjectRepair.apply(to: &sentence)
        ScaleNumberRepair.apply(to: &sentence)
        TemporalClauseRepair.apply(to: &sentence)
        SubjectParticipleRepair.apply(to: &sentence)
        JudgedAsRepair.apply(to: &sentence)
        WithParticipleRepair.apply(to: &sentence)
        InvertedQuotationRepair.apply(to: &sentence)
        InvertedSpeakerRepair.apply(to: &sentence)
        ParentheticalRepair.apply(to: &sentence)
        ToldContentRepair.apply(to: &sentence)
        SayersNextActRepair.apply(to: &sentence)
        TrailingCueRepair.apply(to: &sentence)
        SaidContentRepair.apply(to: &sentence)
        LostSubjectRepair.apply(to: &sentence)
        NotOnlyRepair.apply(to: &sentence)
        ContrastedSayingRepair.apply(to: &sentence)
        CountedAdnominalRepair.apply(to: &sentence)
        ReducedRelativeRepair.apply(to: &sentence)
        SayingsBeginningRepair.apply(to: &sentence)
        SayersAddingRepair.apply(to: &sentence)
        OuterSubjectRepair.apply(to: &sentence)
        PredicateGerundRepair.apply(to: &sentence)
        MissingRepair.apply(to: &sentence)
        PerceptionRepair.apply(to: &sentence)
        SecondObjectRepair.apply(to: &sentence)
        DoubleObjectRepair.apply(to: &sentence)
        RelativeContentRepair.apply(to: &sentence)
        CountedParticipleRepair.apply(to: &sentence)
        GappingRepair.apply(to: &sentence)
        NamedByRepair.apply(to: &sentence)
        TollRepair.apply(to: &sentence)
        CoordinationRepair.apply(to: &sentence)
        FiniteConjunctRepair.apply(to: &sentence)
        GerundRepair.apply(to: &sentence)
        MarkedConjunctRepair.apply(to: &sentence)
        AskedInfinitiveRepair.apply(to: &sentence)
        AccusedByRepair.apply(to: &sentence)
        // What a repair has decided is no longer the parser's guess.
        for (index, before) in given.tokens.enumerated()
        where before.head != sentence.tokens[index].head || before.relation != sentence.tokens[index].relation {
            sentence.tokens[index].probability = 1
        }
        return sentence
    }
}
