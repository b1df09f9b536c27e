import RDF

/// STR, LANG, LANGMATCHES, DATATYPE, IRI, STRLANG, STRDT.
///
/// Source: SPARQL 1.1 Query Language, section 17.4.2.
enum TermFunctions {
    static func str(_ value: Value) -> Value? {
        switch value {
        case .iri(let iri): .string(iri)
        case .blank: nil
        default: lexicalForm(value).map { .string($0) }
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

    static func datatype(_ value: Value) -> Value? {
        guard case .literal(let literal) = value.term else { return nil }
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
        guard case .string(let text) = text, case .string(let tag) = tag, !tag.isEmpty else { return nil }
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

/// Resolution of IRI references.
///
/// Source: RFC 3986, section 5.2 (strict).
package enum IRIReference {
    /// The parts of an IRI.
    private struct Parts {
        var scheme: Substring?
        var authority: Substring?
        var path: Substring
        var query: Substring?
        var fragment: Substring?

        init(_ text: String) {
            var rest = Substring(text)
            if let hash = rest.firstIndex(of: "#") {
                fragment = rest[rest.index(after: hash)...]
                rest = rest[..<hash]
            }
            if let mark = rest.firstIndex(of: "?") {
                query = rest[rest.index(after: mark)...]
                rest = rest[..<mark]
            }
            if let colon = rest.firstIndex(of: ":"), rest[..<colon].first.map({ $0.isASCII && $0.isLetter }) == true,
                rest[..<colon].allSatisfy({
                    $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == ".")
                })
            {
                scheme = rest[..<colon]
                rest = rest[rest.index(after: colon)...]
            }
            if rest.hasPrefix("//") {
                rest = rest.dropFirst(2)
                let end = rest.firstIndex(of: "/") ?? rest.endIndex
                authority = rest[..<end]
                rest = rest[end...]
            }
            path = rest
        }
    }

    /// The IRI that a reference means where `base` is in force.
    package static func resolve(_ reference: String, against base: String) -> String {
        let r = Parts(reference)
        if r.scheme != nil { return reference }
        let b = Parts(base)
        var text = b.scheme.map { $0 + ":" } ?? ""
        var query = r.query
        var path: Substring
        let authority = r.authority ?? b.authority
        if r.authority != nil {
            path = removingDots(r.path)
        } else if r.path.isEmpty {
            path = b.path
            query = r.query ?? b.query
        } else if r.path.hasPrefix("/") {
            path = removingDots(r.path)
        } else {
            let merged: Substring
            if b.authority != nil, b.path.isEmpty {
                merged = "/" + r.path
            } else if let slash = b.path.lastIndex(of: "/") {
                merged = b.path[...slash] + r.path
            } else {
                merged = r.path
            }
            path = removingDots(merged)
        }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment = r.fragment { text += "#" + fragment }
        return text
    }

    private static func removingDots(_ path: Substring) -> Substring {
        var output: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { output.append("") }
            case "..":
                if output.count > 1 || (output.count == 1 && output[0] != "") { output.removeLast() }
                if isLast { output.append("") }
            default: output.append(segment)
            }
        }
        return Substring(output.joined(separator: "/"))
    }
}
