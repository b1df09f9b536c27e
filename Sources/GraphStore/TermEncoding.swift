import RDF

/// Terms as affix and body, and back.
enum TermEncoding {
    /// Calls with the affix and body of a term; a new namespace, datatype or language is added.
    static func encode<Result>(
        _ term: Term, adding affixes: inout AffixTable, _ use: (UInt16, UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let parts = Parts(term)
        var affix: UInt16
        switch parts.role {
        case .blank: affix = AffixTable.blank
        case .iri:
            affix = parts.name.isEmpty ? AffixTable.wholeIRI : parts.withName { affixes.addNamespace($0) }
        case .typed: affix = parts.withName { affixes.addDatatype($0) }
        case .tagged: affix = parts.withName { affixes.addLanguage($0) }
        }
        return parts.withBody(affix) { use(affix, $0) }
    }

    /// Calls with the affix and body of a term, or gives nil when it has a namespace, datatype or language that the
    /// table does not know and would take.
    static func encode<Result>(
        _ term: Term, _ affixes: AffixTable, _ use: (UInt16, UnsafeBufferPointer<UInt8>) -> Result?
    ) -> Result? {
        let parts = Parts(term)
        let affix: UInt16
        switch parts.role {
        case .blank: affix = AffixTable.blank
        case .iri:
            let known: UInt16? =
                parts.name.isEmpty ? AffixTable.wholeIRI : parts.withName { affixes.namespace($0) }
            guard let known = known ?? (affixes.isFullOfNamespaces ? AffixTable.wholeIRI : nil) else { return nil }
            affix = known
        case .typed, .tagged:
            let known = parts.withName { parts.role == .typed ? affixes.datatype($0) : affixes.language($0) }
            guard let known = known ?? (affixes.isFull ? AffixTable.wholeLiteral : nil) else { return nil }
            affix = known
        }
        return parts.withBody(affix) { use(affix, $0) }
    }

    /// A term's canonical bytes, with its namespace, datatype or language apart.
    private struct Parts {
        enum Role {
            case iri, blank, typed, tagged
        }

        var role: Role
        /// The namespace, datatype or language.
        var name: [UInt8] = []
        /// What is left of the term.
        var body: [UInt8] = []
        private let term: Term

        init(_ term: Term) {
            self.term = term
            switch term {
            case .iri(let iri):
                role = .iri
                CanonicalForm.appendIRI(iri, to: &body)
                let length = body.withUnsafeBufferPointer { IRISplit.namespaceLength($0) }
                name = Array(body[..<length])
                body.removeFirst(length)
            case .blank(let label):
                role = .blank
                body = Array(label.utf8)
            case .literal(let literal):
                if let language = literal.language {
                    role = .tagged
                    name = Array(language.utf8)
                } else {
                    role = .typed
                    CanonicalForm.appendIRI(literal.datatype, to: &name)
                }
                CanonicalForm.appendLexicalForm(literal.lexicalForm, to: &body)
            }
        }

        func withName<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            // An empty array has no address, but an empty name must be found too.
            let name = name.isEmpty ? [0] : name
            return name.withUnsafeBufferPointer { use(UnsafeBufferPointer(rebasing: $0.prefix(self.name.count))) }
        }

        /// Calls with the body that the term has under an affix.
        func withBody<Result>(_ affix: UInt16, _ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            switch affix {
            case AffixTable.wholeIRI: return (name + body).withUnsafeBufferPointer(use)
            case AffixTable.wholeLiteral:
                var whole: [UInt8] = []
                CanonicalForm.append(term, to: &whole)
                return whole.withUnsafeBufferPointer(use)
            default: return body.withUnsafeBufferPointer(use)
            }
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
