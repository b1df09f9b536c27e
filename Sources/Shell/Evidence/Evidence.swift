import GraphStore
import RDF

/// What a claim rests on: the sentence, its place, who says so, how sure.
struct Evidence: Hashable {
    /// The claim's node.
    var claim: TermID
    /// Who or what it is said of; nil where the text names nobody.
    var subject: TermID?
    /// The relation.
    var relation: TermID?
    /// To whom or what.
    var object: TermID?
    /// The sentence.
    var sentence: String
    /// Its code points in the report.
    var sentenceRange: Range<Int>
    /// The code points of the words that the claim rests on.
    var words: Range<Int>
    /// The report's node.
    var report: TermID?
    /// Where the report was read.
    var source: String
    /// The report's date, or nil.
    var date: String?
    /// Who says so, or nil where the report does.
    var speaker: TermID?
    /// `stated`, `hedged`, `conditional` or `unrealised`.
    var certainty: String
    /// Whether it is denied.
    var isNegated: Bool
    /// Whether it lies in the future.
    var isFuture: Bool

    /// Whether its reading is in doubt: the report states it, but perhaps of somebody else, or not the whole of it is here.
    var isDoubtful: Bool

    /// Whether the claim is a fact.
    var isFact: Bool { certainty == "stated" && !isNegated && !isFuture && !isDoubtful && speaker == nil }

    /// How the claim stands, in the words that are shown: its certainty, then `negated`, `future`, `doubtful` where it is so.
    var standing: [String] {
        [certainty] + [(isNegated, "negated"), (isFuture, "future"), (isDoubtful, "doubtful")].filter(\.0).map(\.1)
    }

    /// The evidence of a claim's node; nil where it is none.
    init?(claim: TermID, in names: GraphNames) {
        guard let sentence = names.object(claim, PROV.wasDerivedFrom), let text = names.text(sentence, NIF.anchorOf)
        else { return nil }
        self.claim = claim
        subject = names.object(claim, RDFVocabulary.subject)
        relation = names.object(claim, RDFVocabulary.predicate)
        object = names.object(claim, RDFVocabulary.object)
        self.sentence = text
        let begin = names.integer(sentence, NIF.beginIndex) ?? 0
        let end = max(begin, names.integer(sentence, NIF.endIndex) ?? begin)
        sentenceRange = begin..<end
        let first = names.integer(claim, NIF.beginIndex) ?? begin
        words = first..<max(first, names.integer(claim, NIF.endIndex) ?? end)
        report = names.object(sentence, NIF.referenceContext)
        source = report.flatMap { names.text($0, DCTerms.source) } ?? "?"
        date = report.flatMap { names.text($0, DCTerms.issued) }
        speaker = names.object(claim, PROV.wasAttributedTo)
        let vocabulary = names.vocabulary
        certainty = names.text(claim, vocabulary.property("certainty")) ?? "stated"
        isNegated = names.text(claim, vocabulary.property("polarity")) == "negated"
        isFuture = names.text(claim, vocabulary.property("tense")) == "future"
        isDoubtful = names.object(claim, vocabulary.property("doubtful")) != nil
    }

    /// The evidence of every claim with these arguments, nil standing for anything, in the order of report and text.
    static func claims(
        _ subject: TermID?, _ relation: TermID?, _ object: TermID?, in names: GraphNames
    ) -> [Evidence] {
        let wanted = [
            (RDFVocabulary.subject, subject), (RDFVocabulary.predicate, relation), (RDFVocabulary.object, object),
        ]
        var claims: Set<TermID>?
        for case (let property, let value?) in wanted {
            guard let property = names.graph.id(of: .iri(property)) else { return [] }
            let slice = names.graph.match(nil, property, value)
            let found = Set((0..<slice.count).map { slice.subjects[$0] })
            claims = claims?.intersection(found) ?? found
        }
        return sorted((claims ?? []).compactMap { Evidence(claim: $0, in: names) })
    }

    /// The evidence of a fact. A symmetric relation is asserted in both directions and has one claim.
    static func ofFact(_ fact: IDTriple, in names: GraphNames) -> [Evidence] {
        let found = claims(fact.subject, fact.predicate, fact.object, in: names)
        let facts = found.filter(\.isFact)
        if !facts.isEmpty { return facts }
        guard names.graph.kind(fact.object) == .iri else { return found }
        let reverse = claims(fact.object, fact.predicate, fact.subject, in: names).filter(\.isFact)
        return reverse.isEmpty ? found : reverse
    }

    private static func sorted(_ evidence: [Evidence]) -> [Evidence] {
        evidence.sorted {
            ($0.date ?? "", $0.source, $0.words.lowerBound, $0.claim) < (
                $1.date ?? "", $1.source, $1.words.lowerBound, $1.claim
            )
        }
    }
}
