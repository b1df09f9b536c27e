extension ClaimRecord {
    /// Its qualifiers but dates as one text, each with its kind or preposition: `of: shelling a clinic; place: Lund`.
    package func furtherArguments(label: (Int) -> String) -> String {
        qualifiers.filter { $0.kind != .date }.map { qualifier in
            let text = qualifier.entity.map(label) ?? qualifier.text
            return qualifier.kind.name.isEmpty ? text : "\(qualifier.kind.name): \(text)"
        }
        .joined(separator: "; ")
    }
}

/// A claim as one row of `tercet extract --format tsv`.
public struct ClaimRow: Hashable, Sendable {
    /// The columns' names, in order.
    public static let columns = [
        "file", "subject", "relation", "surface", "object", "polarity", "certainty", "attributed_to", "begin", "end",
        "evidence", "tense", "bound", "unit", "quantity_of", "date", "fact", "qualifiers",
    ]

    /// The fields, in the order of `columns`; empty where there is nothing to say.
    public var fields: [String]

    /// The header line, with its line end.
    public static var header: String { columns.joined(separator: "\t") + "\n" }

    /// The row as a line with its line end: tab, line feed, carriage return and backslash are written `\t \n \r \\`.
    public var line: String {
        fields.map(Self.escape).joined(separator: "\t") + "\n"
    }

    /// The row of a claim.
    ///
    /// Several speakers stand innermost first, parted by `; `. `begin` and `end` are the sentence's code points in the file;
    /// `fact` is `true` where the graph asserts the statement; `qualifiers` are its further arguments, each with its kind or
    /// preposition (`of: shelling a clinic; place: Lund`).
    init(_ claim: ClaimRecord, of record: ReportRecord, label: (Int) -> String) {
        let sentence = record.sentences[claim.sentence]
        var object: String
        var bound = ""
        var unit = ""
        var quantityOf = ""
        switch claim.object {
        case .entity(let local): object = label(local)
        case .quantity(let quantity, _):
            object = quantity.value
            if let upper = quantity.upperValue { object += "–" + upper }
            bound = quantity.bound?.rawValue ?? ""
            unit = quantity.unit ?? ""
            quantityOf = quantity.quantityOf ?? ""
        case .text(let text): object = text
        case .none: object = ""
        }
        let date = claim.qualifiers.first { $0.kind == .date }?.text ?? ""
        fields = [
            record.source, claim.subject.map(label) ?? "", claim.relation, claim.surface, object,
            claim.polarity.rawValue, claim.certainty.rawValue,
            claim.attribution.map(label).joined(separator: "; "), String(sentence.range.lowerBound),
            String(sentence.range.upperBound), sentence.text, claim.tense.rawValue, bound, unit, quantityOf, date,
            String(claim.isFact),
            claim.furtherArguments(label: label),
        ]
    }

    private static func escape(_ field: String) -> String {
        guard field.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 || $0 == 92 }) else { return field }
        var escaped = ""
        for scalar in field.unicodeScalars {
            switch scalar {
            case "\t": escaped += "\\t"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\\": escaped += "\\\\"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
