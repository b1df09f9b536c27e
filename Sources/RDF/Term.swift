/// An RDF 1.1 term. Lexical forms are kept as they were read; nothing is normalised.
///
/// Source: RDF 1.1 Concepts, section 3.
public enum Term: Hashable, Sendable {
    /// An IRI, without its angle brackets.
    case iri(String)
    /// A blank node, by its label without `_:`.
    case blank(String)
    /// A literal.
    case literal(Literal)

    /// A plain literal of type `xsd:string`.
    public static func string(_ text: String) -> Term { .literal(Literal(text)) }

    /// A literal of type `xsd:integer`.
    public static func integer(_ value: Int) -> Term {
        .literal(Literal(String(value), datatype: XSD.integer))
    }
}

/// A literal: a lexical form with a datatype or a language tag.
///
/// Source: RDF 1.1 Concepts, section 3.3.
public struct Literal: Hashable, Sendable {
    /// The lexical form, as read.
    public var lexicalForm: String
    /// The datatype's IRI; `xsd:string` for a plain literal, `rdf:langString` for a tagged one.
    public var datatype: String
    /// The language tag as read, or nil.
    public var language: String?

    /// A literal of a datatype, `xsd:string` unless told.
    public init(_ lexicalForm: String, datatype: String = XSD.string) {
        self.lexicalForm = lexicalForm
        self.datatype = datatype
        self.language = nil
    }

    /// A language-tagged string.
    public init(_ lexicalForm: String, language: String) {
        self.lexicalForm = lexicalForm
        self.datatype = RDFVocabulary.langString
        self.language = language
    }
}

/// A subject, a predicate and an object.
public struct Triple: Hashable, Sendable {
    /// An IRI or a blank node.
    public var subject: Term
    /// An IRI.
    public var predicate: Term
    /// Any term.
    public var object: Term

    /// A triple of three terms.
    public init(_ subject: Term, _ predicate: Term, _ object: Term) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }
}

// Swift compares strings by canonical equivalence, but RDF's terms are the same only when their characters are. Equal
// characters have equal hashes either way, so hashing needs no change.
extension Term {
    /// Whether two terms are the same, character by character.
    ///
    /// Source: RDF 1.1 Concepts, sections 3.2 to 3.4.
    public static func == (left: Term, right: Term) -> Bool {
        switch (left, right) {
        case (.iri(let left), .iri(let right)), (.blank(let left), .blank(let right)): haveSameBytes(left, right)
        case (.literal(let left), .literal(let right)): left == right
        default: false
        }
    }
}

extension Literal {
    /// Whether two literals are the same, character by character.
    ///
    /// Source: RDF 1.1 Concepts, section 3.3 (literal term equality).
    public static func == (left: Literal, right: Literal) -> Bool {
        haveSameBytes(left.lexicalForm, right.lexicalForm) && haveSameBytes(left.datatype, right.datatype)
            && haveSameBytes(left.language ?? "", right.language ?? "")
    }
}

private func haveSameBytes(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
}
