/// A token of SPARQL.
enum SPARQLToken: Hashable, Sendable {
    /// An IRI reference, its escapes decoded, not yet resolved.
    case iri(String)
    /// A prefixed name; the local part is nil-free and may be empty (`ex:`).
    case prefixed(prefix: String, local: String)
    /// `_:label`.
    case blankLabel(String)
    /// `?x` or `$x`.
    case variable(String)
    /// `@en`, as written.
    case languageTag(String)
    /// A number without its sign, by the datatype that its form has.
    case integer(String)
    case decimal(String)
    case double(String)
    /// A string, its escapes decoded.
    case string(String)
    /// A keyword or `a`, as written.
    case word(String)
    /// A mark: one of `{ } ( ) [ ] . ; , = != < > <= >= && || ! + - * / ^ ^^ | ?`.
    case mark(String)
    case end
}
