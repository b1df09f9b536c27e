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
            return record.claims.filter(\.isFact).map { claim in
                AssertedFact(
                    file: record.source, begin: claim.range.lowerBound, subject: claim.subject.map(label) ?? "",
                    relation: claim.relation,
                    object: ([object(of: claim.object, label: label)] + act(of: claim)).joined(separator: ", "),
                    sentence: oneLine(record.sentences[claim.sentence].text))
            }
        }
    }

    /// "urged Malta, to pay its debts"; "accused the firm, of hiding losses": what those words are about.
    private static func act(of claim: ClaimRecord) -> [String] {
        guard ["urged", "accused"].contains(claim.relation) else { return [] }
        return claim.qualifiers.compactMap { qualifier in
            switch qualifier.kind {
            case .other(let word) where ["to", "of", "for"].contains(word): word + " " + oneLine(qualifier.text)
            case .reason: "for " + oneLine(qualifier.text)
            default: nil
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
