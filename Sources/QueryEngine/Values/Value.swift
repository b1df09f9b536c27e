import RDF

/// What an expression computes with: a term, decoded.
///
/// Source: SPARQL 1.1 Query Language, section 17.
package enum Value: Sendable {
    case iri(String)
    case blank(String)
    /// A literal of type `xsd:string`.
    case string(String)
    case languageString(String, language: String)
    case boolean(Bool)
    case number(Numeric)
    case temporal(Temporal)
    case duration(Duration)
    /// A literal of an unknown datatype, or one whose lexical form doesn't fit its datatype.
    case other(Literal)

    /// The value of a term.
    package init(_ term: Term) {
        switch term {
        case .iri(let iri): self = .iri(iri)
        case .blank(let label): self = .blank(label)
        case .literal(let literal): self.init(literal)
        }
    }

    /// The value of a literal.
    package init(_ literal: Literal) {
        if let language = literal.language {
            self = .languageString(literal.lexicalForm, language: language)
        } else if literal.datatype == XSD.string {
            self = .string(literal.lexicalForm)
        } else if literal.datatype.hasPrefix(XSD.namespace),
            let value = LiteralValue.value(
                of: literal.lexicalForm, localName: literal.datatype.dropFirst(XSD.namespace.count))
        {
            self = value
        } else {
            self = .other(literal)
        }
    }

    /// The value as a term, in canonical form where it was computed.
    package var term: Term {
        switch self {
        case .iri(let iri): .iri(iri)
        case .blank(let label): .blank(label)
        case .string(let text): .string(text)
        case .languageString(let text, let language): .literal(Literal(text, language: language))
        case .boolean(let value): .literal(Literal(value ? "true" : "false", datatype: XSD.boolean))
        case .number(let number): .literal(Literal(number.lexicalForm, datatype: number.datatype))
        case .temporal(let value): .literal(Literal(value.lexicalForm, datatype: value.kind.datatype))
        case .duration(let value): .literal(Literal(value.lexicalForm, datatype: value.datatype))
        case .other(let literal): .literal(literal)
        }
    }

    /// The effective boolean value, or nil for a type error.
    ///
    /// Source: SPARQL 1.1 Query Language, section 17.2.2.
    package var effectiveBoolean: Bool? {
        switch self {
        case .boolean(let value): value
        case .number(let number): number.isTrue
        case .string(let text), .languageString(let text, _): !text.isEmpty
        case .other(let literal):
            // A boolean or numeric literal with an ill-formed lexical form is false.
            LiteralValue.isBooleanOrNumeric(literal.datatype) ? false : nil
        case .iri, .blank, .temporal, .duration: nil
        }
    }

    /// The text of a plain or language-tagged string, or nil.
    package var stringText: String? {
        switch self {
        case .string(let text), .languageString(let text, _): text
        default: nil
        }
    }
}
