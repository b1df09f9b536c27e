import RDF

/// Terms as affix and body, and back.
enum TermEncoding {
    /// The affix and body of a term; a new namespace, datatype or language is added.
    static func encode(_ term: Term, _ affixes: inout AffixTable) -> (affix: UInt16, body: [UInt8]) {
        var body: [UInt8] = []
        switch term {
        case .iri(let iri):
            CanonicalForm.appendIRI(iri, to: &body)
            let length = body.withUnsafeBufferPointer { AffixTable.namespaceLength($0) }
            guard length > 0 else { return (AffixTable.wholeIRI, body) }
            let affix = affixes.addNamespace(Array(body[..<length]))
            return (affix, affix == AffixTable.wholeIRI ? body : Array(body[length...]))
        case .blank(let label):
            return (AffixTable.blank, Array(label.utf8))
        case .literal(let literal):
            let affix: UInt16
            if let language = literal.language {
                affix = affixes.addLanguage(Array(language.utf8))
            } else if literal.datatype == XSD.string {
                affix = AffixTable.plain
            } else {
                CanonicalForm.appendIRI(literal.datatype, to: &body)
                affix = affixes.addDatatype(body)
                body = []
            }
            if affix == AffixTable.wholeLiteral {
                CanonicalForm.append(term, to: &body)
            } else {
                CanonicalForm.appendLexicalForm(literal.lexicalForm, to: &body)
            }
            return (affix, body)
        }
    }

    /// The term of an affix and a body.
    static func decode(_ affix: AffixTable.Affix, _ body: UnsafeBufferPointer<UInt8>) -> Term {
        switch affix.kind {
        case .iri: return .iri(affix.name + String(decoding: body, as: UTF8.self))
        case .blank: return .blank(String(decoding: body, as: UTF8.self))
        case .literal:
            if affix.isWhole { return decodeWhole(body) }
            let form = CanonicalForm.decoded(body)
            if affix.datatype == .langString { return .literal(Literal(form, language: affix.name)) }
            return .literal(Literal(form, datatype: affix.name))
        }
    }

    /// A literal whose body is all of it.
    private static func decodeWhole(_ body: UnsafeBufferPointer<UInt8>) -> Term {
        // Quotes within the form are escaped, and neither datatypes nor languages hold any.
        guard let quote = body.lastIndex(of: UInt8(ascii: "\"")), quote > 0 else { return .string("") }
        let form = CanonicalForm.decoded(UnsafeBufferPointer(rebasing: body[1..<quote]))
        let suffix = body[(quote + 1)...]
        if suffix.first == UInt8(ascii: "@") {
            return .literal(Literal(form, language: String(decoding: suffix.dropFirst(), as: UTF8.self)))
        }
        return .literal(Literal(form, datatype: String(decoding: suffix.dropFirst(3).dropLast(), as: UTF8.self)))
    }
}
