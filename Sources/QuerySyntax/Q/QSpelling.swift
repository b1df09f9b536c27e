import RDF

/// How terms are written in `.q`.
public enum QSpelling {
    /// A name as it has to be written: bare where its words are capitalised, in double quotes elsewhere.
    public static func name(_ label: String) -> String {
        if let tokens = try? QLexer.tokens(of: SourceText(label)), tokens.count > 1,
            tokens.dropLast().allSatisfy({ $0.kind == .capital }),
            StatementKeyword(rawValue: tokens[0].value.lowercased()) == nil,
            tokens.dropLast().map(\.value).joined(separator: " ") == label
        {
            return label
        }
        return "\"" + label.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A text in single quotes.
    public static func text(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// A term as it has to be written: an entity by its label, a number bare, any other literal as text.
    public static func term(_ term: Term, label: String? = nil) -> String {
        switch term {
        case .iri(let iri): return label.map(name) ?? "<\(iri)>"
        case .blank: return "_"
        case .literal(let literal):
            switch literal.datatype {
            case XSD.integer, XSD.decimal, XSD.boolean, XSD.date, XSD.gYearMonth: return literal.lexicalForm
            default: return text(literal.lexicalForm)
            }
        }
    }
}

extension QCompletionContext {
    /// The words that a claim's qualifier may begin with.
    public static let qualifiers =
        QParser.qualifierWords.filter { $0 != "as" } + ["as", "not"] + ClaimProperty.allCases.map(\.rawValue)
}
