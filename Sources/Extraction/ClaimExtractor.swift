import English

/// Reads the claims of a report off the trees of its sentences.
///
/// Pure and deterministic: the same sentences, mentions, date and vocabulary give the same claims in the same order.
public struct ClaimExtractor: Sendable {
    private let vocabulary: RelationVocabulary
    private let leastConfidence: Float

    /// An extractor with a vocabulary, the project's own unless told.
    public init(vocabulary: RelationVocabulary = .embedded) {
        self.init(vocabulary: vocabulary, leastConfidence: FactConfidence.bound)
    }

    /// An extractor whose facts have at least this confidence, from 0 to 1.
    package init(vocabulary: RelationVocabulary = .embedded, leastConfidence: Float) {
        self.vocabulary = vocabulary
        self.leastConfidence = leastConfidence
    }

    /// The claims of a report, in the order of the text.
    /// - Parameters:
    ///   - sentences: the report's sentences, with trees.
    ///   - mentions: its mentions, for the types of phrases.
    ///   - date: its publication date, ISO 8601, or nil where it is not known: then relative dates stay words.
    public func claims(sentences: [Sentence], mentions: [Mention] = [], date: String? = nil) -> [Claim] {
        read(sentences, mentions, date).map { claim, features in
            var claim = claim
            if let features, FactConfidence.confidence(features) < leastConfidence { claim.isDoubtful = true }
            return claim
        }
    }

    /// The features of each claim of a report, nil for what is no fact however it is read; for those who learn what a
    /// confidence is computed from.
    package func features(sentences: [Sentence], mentions: [Mention], date: String?) -> [FactFeatures?] {
        read(sentences, mentions, date).map(\.features)
    }

    private func read(
        _ sentences: [Sentence], _ mentions: [Mention], _ date: String?
    ) -> [(claim: Claim, features: FactFeatures?)] {
        let index = MentionIndex(mentions, in: sentences)
        let labels = SpeakerLabels.labels(sentences, mentions: index)
        let quotations = Quotation.read(sentences, labels: labels)
        let publication = date.flatMap { CalendarDate(iso: String($0.prefix(10))) }
        let analyses = sentences.map { ClauseAnalysis($0) }
        let speakers = QuotationSpeakers(
            sentences, analyses: analyses, quotations: quotations, mentions: index, labels: labels)
        var claims: [(claim: Claim, features: FactFeatures?)] = []
        for number in sentences.indices {
            let statuses = StatusAnalysis(
                analyses[number], sentence: number, quotation: quotations[number],
                carriedSpeaker: speakers.speakers[number])
            let context = SentenceContext(
                index: number, analysis: analyses[number], statuses: statuses, quotation: quotations[number],
                mentions: index, vocabulary: vocabulary, publication: publication, carried: speakers.phrases)
            append(claimsOf(context), in: context, to: &claims)
        }
        return claims
    }

    /// The claims of a sentence, with the indices of the clause each was read from, in the order of the text.
    private func claimsOf(_ context: SentenceContext) -> [(clause: Int?, claim: Claim)] {
        var found: [(clause: Int?, claim: Claim)] = []
        var sources: [(claim: Claim, content: Int)] = []
        let verbs = VerbClaims(context: context)
        let copulas = CopulaClaims(context: context)
        let appointments = AppointmentClaims(context: context)
        let nouns = NounClaims(context: context)
        for index in context.analysis.clauses.indices {
            var claims = verbs.claims(of: index) + copulas.claims(of: index) + appointments.claims(of: index)
            if claims.isEmpty, let bare = BareClaims(context: context).claim(of: index) { claims = [bare] }
            for claim in claims { found.append((index, claim)) }
        }
        for index in context.analysis.clauses.indices {
            guard let claim = SourceClaims(context: context).claim(of: index) else { continue }
            found.append((nil, claim))
            sources.append((claim, index))
        }
        for claim in nouns.claims() where !isKnown(claim, found.map(\.claim)) { found.append((nil, claim)) }
        for claim in CountClaims(context: context).claims(beside: found.map(\.claim)) { found.append((nil, claim)) }
        for claim in TollClaims(context: context).claims(beside: found.map(\.claim)) { found.append((nil, claim)) }
        let ordered = found.enumerated().sorted { left, right in
            let leftKey = left.element.claim.predicate.first ?? left.element.claim.subject?.head.token ?? 0
            let rightKey = right.element.claim.predicate.first ?? right.element.claim.subject?.head.token ?? 0
            return (leftKey, left.offset) < (rightKey, right.offset)
        }
        return linkContents(ordered.map(\.element), sources, context)
    }

    /// Whether a claim of a noun says what another claim of the sentence says already, or less: nobody acts in it.
    private func isKnown(_ claim: Claim, _ others: [Claim]) -> Bool {
        others.contains {
            $0.relation == claim.relation && $0.object == claim.object
                && (claim.subject == nil || $0.subject == claim.subject)
        }
    }

    /// Joins the claims of a clause that says something to the claims of what is said; indices count from the sentence's
    /// first claim.
    private func linkContents(
        _ found: [(clause: Int?, claim: Claim)], _ sources: [(claim: Claim, content: Int)], _ context: SentenceContext
    ) -> [(clause: Int?, claim: Claim)] {
        var found = found
        for source in sources {
            guard let outer = found.firstIndex(where: { $0.clause == nil && $0.claim == source.claim }) else {
                continue
            }
            found[outer].claim.contents = found.indices.filter { found[$0].clause == source.content }
        }
        for (place, entry) in found.enumerated() {
            guard let clause = entry.clause, let governor = context.statuses.contentGovernors[clause] else { continue }
            for (outer, other) in found.enumerated() where other.clause == governor {
                if case .text = other.claim.object { found[outer].claim.contents.append(place) }
            }
        }
        return found
    }

    private func append(
        _ found: [(clause: Int?, claim: Claim)], in context: SentenceContext,
        to claims: inout [(claim: Claim, features: FactFeatures?)]
    ) {
        let base = claims.count
        for entry in found {
            var claim = entry.claim
            claim.contents = claim.contents.map { $0 + base }
            claims.append((claim, claim.isFact ? FactFeatures(of: claim, in: context) : nil))
        }
    }
}
