import English
import RDF

/// Reads a report's trees to mentions, chains and claims: one report in, one analysis out.
///
/// Pure: the same report, trees and vocabulary give the same analysis, on any thread.
public struct Extractor: Sendable {
    /// The relations that have a name.
    public let vocabulary: RelationVocabulary
    private let claimExtractor: ClaimExtractor
    private let analyzer: Analyzer

    /// An extractor with a vocabulary, the project's own unless told.
    public init(vocabulary: RelationVocabulary = .embedded) {
        self.init(vocabulary: vocabulary, leastConfidence: FactConfidence.bound)
    }

    /// An extractor whose facts have at least this confidence, from 0 to 1.
    package init(vocabulary: RelationVocabulary = .embedded, leastConfidence: Float) {
        self.vocabulary = vocabulary
        claimExtractor = ClaimExtractor(vocabulary: vocabulary, leastConfidence: leastConfidence)
        analyzer = Analyzer()
    }

    /// The analysis of a report: its text split, tagged and parsed, then read.
    public func analyze(_ report: Report) -> ReportAnalysis {
        analyze(report, sentences: analyzer.analyze(report.readableText))
    }

    /// The analysis of a report whose sentences have trees.
    ///
    /// - Parameters:
    ///   - report: The report as read.
    ///   - sentences: The sentences of `report.readableText`, tagged and parsed.
    public func analyze(_ report: Report, sentences: [Sentence]) -> ReportAnalysis {
        analyze(report, sentences: sentences, finished: { _ in })
    }

    /// A stage of reading a report, for measuring where the time goes.
    package enum Stage: String, CaseIterable, Sendable {
        case repair, mentions, coreference, claims
    }

    /// The same; `finished` is told of each stage at its end.
    package func analyze(_ report: Report, sentences: [Sentence], finished: (Stage) -> Void) -> ReportAnalysis {
        let sentences = sentences.map(TreeRepair.repaired)
        finished(.repair)
        let views = sentences.map(SentenceView.init)
        let found = MentionFinder.mentions(in: sentences, views: views)
        finished(.mentions)
        let mentions = Coreference.chained(
            found, views: views, quotations: QuotationNumbers(sentences), speakers: Transcript.speakers(of: sentences))
        finished(.coreference)
        let claims = claimExtractor.claims(sentences: sentences, mentions: mentions, date: report.date)
        // Who says I in a quotation is known once the quotation's speaker is.
        let settled = QuotedSpeakers.linked(mentions, claims: claims, sentences: sentences)
        finished(.claims)
        return ReportAnalysis(
            hash: report.hash, source: report.source, title: report.title, date: report.date, text: report.text,
            sentences: sentences, mentions: settled, claims: claims)
    }

    /// How claims of this extractor's relations become triples.
    public func mappingOptions(namespace: String? = nil, factsOnly: Bool = false) -> MappingOptions {
        vocabulary.mappingOptions(namespace: namespace, factsOnly: factsOnly)
    }
}

extension RelationVocabulary {
    /// How claims of these relations become triples.
    package func mappingOptions(namespace: String? = nil, factsOnly: Bool = false) -> MappingOptions {
        MappingOptions(
            vocabulary: namespace.map { TercetVocabulary(namespace: $0) } ?? TercetVocabulary(), factsOnly: factsOnly,
            relations: RelationDescription.descriptions(of: self))
    }
}
