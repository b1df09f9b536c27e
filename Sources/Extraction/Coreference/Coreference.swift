import English

/// Finds which mentions of a report refer to one entity.
///
/// Sieves run in the order of their precision, each over the whole report; what an earlier one has joined a later one sees. A wrong
/// link is worse for a graph than none, so that a description or pronoun without a likely antecedent stays alone.
public enum Coreference {
    /// The mentions with their chains: `chain` is the index of the chain's first mention.
    ///
    /// - Parameters:
    ///   - mentions: The mentions of a report in the order of the text.
    ///   - sentences: Its sentences.
    ///   - speakers: Who speaks a sentence, by its index, where the text is a transcript.
    public static func chained(_ mentions: [Mention], in sentences: [Sentence], speakers: [Int: String] = [:])
        -> [Mention]
    {
        chained(
            mentions, views: sentences.map(SentenceView.init), quotations: QuotationNumbers(sentences),
            speakers: speakers)
    }

    /// The same, of sentences that have been looked at already.
    static func chained(
        _ mentions: [Mention], views: [SentenceView], quotations: QuotationNumbers, speakers: [Int: String]
    ) -> [Mention] {
        let features = mentions.map { MentionFeatures($0, views[$0.head.sentence]) }
        for one in features { one.quotation = quotations.number(one.mention.head.token, of: one.sentence) }
        markNested(features)
        var chains = ChainSet(features)
        ApartSieve.run(&chains, views: views)
        NameSieves.sameName(&chains)
        NameSieves.partOfName(&chains, views: views)
        NameSieves.acronym(&chains, views: views)
        NounSieves.apposition(&chains, views: views)
        NounSieves.predicate(&chains, views: views)
        NounSieves.samePhrase(&chains, views: views)
        NounSieves.sameHead(&chains)
        NounSieves.sameDate(&chains)
        NounSieves.placeNoun(&chains)
        NounSieves.titleHolder(&chains, views: views)
        PronounSieve.run(&chains, views: views, quotations: quotations)
        SpeakerSieve.run(&chains, views: views, quotations: quotations, speakers: speakers)
        NounSieves.ownedPhrase(&chains, views: views)
        return mentions.enumerated().map { index, mention in
            var mention = mention
            mention.chain = chains.first(index)
            return mention
        }
    }

    private static func markNested(_ features: [MentionFeatures]) {
        var open: [(sentence: Int, end: Int)] = []
        for index in features.indices {
            let mention = features[index].mention
            open.removeAll { $0.sentence != mention.head.sentence || $0.end <= mention.span.lowerBound }
            features[index].isNested = !open.isEmpty
            open.append((mention.head.sentence, mention.span.upperBound))
        }
    }
}
