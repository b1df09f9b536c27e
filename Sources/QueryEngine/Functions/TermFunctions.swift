import RDF

/// STR, LANG, LANGMATCHES, DATATYPE, IRI, STRLANG, STRDT.
///
/// Source: SPARQL 1.1 Query Language, section 17.4.2.
enum TermFunctions {
    static func str(_ term: Term) -> Value? {
        switch term {
        case .iri(let iri): .string(iri)
        case .blank: nil
        case .literal(let literal): .string(literal.lexicalForm)
        }
    }

    /// The lexical form of a literal, or nil.
    static func lexicalForm(_ value: Value) -> String? {
        switch value {
        case .string(let text), .languageString(let text, _): return text
        default:
            if case .literal(let literal) = value.term { return literal.lexicalForm }
            return nil
        }
    }

    static func lang(_ value: Value) -> Value? {
        switch value {
        case .iri, .blank: nil
        case .languageString(_, let language): .string(language)
        default: .string("")
        }
    }

    static func datatype(_ term: Term) -> Value? {
        guard case .literal(let literal) = term else { return nil }
        return .iri(literal.datatype)
    }

    static func iri(_ value: Value, base: String?) -> Value? {
        switch value {
        case .iri: return value
        case .string(let text):
            guard let base else { return .iri(text) }
            return .iri(IRIReference.resolve(text, against: base))
        default: return nil
        }
    }

    /// Basic filtering of RFC 4647: a range matches a tag that it begins up to a hyphen; `*` matches every tag.
    static func langMatches(_ tag: Value, _ range: Value) -> Value? {
        guard case .string(let tag) = tag, case .string(let range) = range else { return nil }
        if range == "*" { return .boolean(!tag.isEmpty) }
        let tagBytes = Array(tag.utf8)
        let rangeBytes = Array(range.utf8)
        guard tagBytes.count >= rangeBytes.count, !rangeBytes.isEmpty || tagBytes.isEmpty else {
            return .boolean(false)
        }
        let head = String(decoding: tagBytes.prefix(rangeBytes.count), as: UTF8.self)
        let endsAtHyphen = tagBytes.count == rangeBytes.count || tagBytes[rangeBytes.count] == UInt8(ascii: "-")
        return .boolean(endsAtHyphen && ByteOrder.equalIgnoringCase(head, range))
    }

    static func strLang(_ text: Value, _ tag: Value) -> Value? {
        guard case .string(let text) = text, case .string(let tag) = tag, LanguageTag.isValid(tag) else { return nil }
        return .languageString(text, language: tag)
    }

    static func strDt(_ text: Value, _ datatype: Value) -> Value? {
        guard case .string(let text) = text, case .iri(let datatype) = datatype,
            datatype != RDFVocabulary.langString
        else { return nil }
        // The form is kept as it was given: "007"^^xsd:integer stays so.
        return .other(Literal(text, datatype: datatype))
    }
}
