import Extraction

/// A fact as the graph asserts it, with the place that it rests on: what a reader judges.
public struct AssertedFact: Hashable, Sendable {
    /// The report, as its corpus names it.
    public var file: String
    /// Where the words begin that it rests on, in code points.
    public var begin: Int
    /// The label of the subject's entity.
    public var subject: String
    /// The relation's name.
    public var relation: String
    /// The label of the object's entity, its number with bound and thing counted, its text, or nothing.
    public var object: String
    /// The sentence as stored, in one line.
    public var sentence: String
    /// Its further arguments but dates, each with its kind or preposition: `of: shelling a clinic; place: Lund`.
    public var qualifiers: String

    /// The place of its claim among the claims of its report.
    public var claim: Int

    /// The columns of a key that tell one fact from another.
    public static let keyColumns = ["file", "begin", "subject", "relation", "object"]
    /// The values of these columns.
    public var key: [String] { [file, String(begin), subject, relation, object] }

    /// The facts that a corpus asserts, by report and then in the order of the text.
    ///
    /// Complexity: linear in the corpus, and one linking of its entities.
    public static func all(in corpus: Corpus) -> [AssertedFact] {
        let catalog = corpus.entities()
        let keys = corpus.reports.sorted { ($0.source, $0.hash) < ($1.source, $1.hash) }
        return keys.flatMap { key -> [AssertedFact] in
            guard let record = corpus.record(key) else { return [] }
            func label(_ local: Int) -> String {
                oneLine(catalog.entity(key, local)?.label ?? record.entities[local].label)
            }
            return record.claims.indices.filter { record.claims[$0].isFact }.map { place in
                let claim = record.claims[place]
                return AssertedFact(
                    file: record.source, begin: claim.range.lowerBound, subject: claim.subject.map(label) ?? "",
                    relation: claim.relation, object: object(of: claim.object, label: label),
                    sentence: oneLine(record.sentences[claim.sentence].text),
                    qualifiers: oneLine(claim.furtherArguments(label: label)), claim: place)
            }
        }
    }

    private static func object(of object: ObjectRecord, label: (Int) -> String) -> String {
        switch object {
        case .entity(let local): label(local)
        case .quantity(let quantity, _):
            [
                quantity.bound.map(\.rawValue), quantity.value + (quantity.upperValue.map { "–" + $0 } ?? ""),
                quantity.unit == "%" ? "%" + (quantity.quantityOf.map { " of \($0)" } ?? "") : nil,
                quantity.unit == "%" ? nil : quantity.quantityOf ?? quantity.unit,
            ].compactMap { $0 }.joined(separator: " ")
        case .text(let text): oneLine(text)
        case .none: ""
        }
    }
}

/// A text with each run of white space as one blank, so that it fits into a field.
func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
