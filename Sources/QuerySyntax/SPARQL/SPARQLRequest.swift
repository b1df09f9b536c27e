import RDF

/// What a text in SPARQL asks for.
public enum SPARQLRequest: Hashable, Sendable {
    case query(Query)
    case update([UpdateOperation])
}

extension SPARQLParser {
    /// A query or an update, told by its first word behind the prologue.
    ///
    /// - Parameters:
    ///   - range: the part of the text that is SPARQL, or nil for all of it.
    ///   - base: what relative IRIs are resolved against where the text has no BASE.
    public static func parse(
        _ source: SourceText, in range: SourceRange? = nil, base: String? = nil
    ) throws(SyntaxError) -> SPARQLRequest {
        var parser = try SPARQLParser(source, in: range, base: base)
        return parser.beginsUpdate ? .update(try parser.updateUnit()) : .query(try parser.queryUnit())
    }

    /// Whether the first word behind the prologue is one of SPARQL Update.
    private var beginsUpdate: Bool {
        for (token, _) in tokens {
            guard case .word(let word) = token else { continue }
            switch word.uppercased() {
            case "BASE", "PREFIX": continue
            case "INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY": return true
            default: return false
            }
        }
        return false
    }
}
