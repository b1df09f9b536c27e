/// Where a term stands in the bytes that are being read.
///
/// Offsets count bytes in the scanner's buffer and hold until the next statement is read.
public struct ScannedTerm: Sendable {
    /// What the term is.
    public enum Kind: UInt8, Sendable {
        case none, iri, blank
        /// A literal without datatype or language tag.
        case plain
        /// A literal whose suffix is a datatype's IRI.
        case typed
        /// A literal whose suffix is a language tag.
        case tagged
    }

    /// What the term is.
    public var kind = Kind.none
    /// Whether the body must be rewritten to be canonical: it holds escapes, or control characters stand in it.
    public var bodyNeedsRewriting = false
    /// Whether the datatype's IRI holds escapes.
    public var suffixNeedsRewriting = false
    /// For an IRI, the number of its namespace in this text, counted from 0 as namespaces are met; -1 when it has none
    /// or is not to be split. One number stands for one namespace as long as the reader lives.
    public var namespace = -1
    /// For an IRI with a namespace, where its local name begins: behind the last `/` or `#`, else the last `:`.
    public var localStart = 0
    /// The IRI without brackets, the label without `_:`, or the lexical form without quotes.
    public var body = 0..<0
    /// The datatype's IRI without brackets, or the language tag without `@`.
    public var suffix = 0..<0

    /// No term.
    public init() {}
}

/// One line of N-Triples or N-Quads, its terms delimited and checked but not copied.
public struct ScannedStatement: Sendable {
    /// An IRI or a blank node.
    public var subject = ScannedTerm()
    /// An IRI.
    public var predicate = ScannedTerm()
    /// Any term.
    public var object = ScannedTerm()
    /// An IRI or a blank node; of kind `none` in N-Triples and in N-Quads' default graph.
    public var graph = ScannedTerm()

    /// No statement.
    public init() {}
}
