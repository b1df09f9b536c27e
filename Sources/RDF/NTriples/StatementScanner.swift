/// Delimits and checks the terms of one line of N-Triples or N-Quads, without copying any.
///
/// The bytes must end in a line feed that the scanner may look at, with at least four readable bytes behind it.
///
/// Source: RDF 1.1 N-Triples, section 7; RDF 1.1 N-Quads, section 4.
struct StatementScanner {
    /// What is wrong with a line, and at which bytes.
    struct Failure: Error {
        var message: String
        var range: Range<Int>
        var hint: String?
    }

    let text: UnsafePointer<UInt8>
    let classes: UnsafePointer<UInt8>
    let allowsGraph: Bool

    /// Scans the line at `position` and moves `position` to its end; false for a blank line or a comment.
    func scan(_ position: inout Int, into statement: inout ScannedStatement) throws(Failure) -> Bool {
        skipBlanks(&position)
        switch text[position] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            return false
        case UInt8(ascii: "#"):
            try skipComment(&position)
            return false
        default: break
        }
        try scanSubject(&position, into: &statement.subject)
        skipBlanks(&position)
        try scanPredicate(&position, into: &statement.predicate)
        skipBlanks(&position)
        try scanObject(&position, into: &statement.object)
        skipBlanks(&position)
        statement.graph.kind = .none
        if allowsGraph, text[position] != UInt8(ascii: ".") {
            try scanGraph(&position, into: &statement.graph)
            skipBlanks(&position)
        }
        guard text[position] == UInt8(ascii: ".") else { throw missingStop(at: position) }
        position += 1
        skipBlanks(&position)
        switch text[position] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
        case UInt8(ascii: "#"): try skipComment(&position)
        default:
            throw Failure(
                message: "unexpected text after the full stop", range: word(at: position),
                hint: "each statement stands on a line of its own")
        }
        return true
    }

    @inline(__always)
    private func skipBlanks(_ position: inout Int) {
        while classes[Int(text[position])] & ByteClass.blank != 0 { position += 1 }
    }

    private func skipComment(_ position: inout Int) throws(Failure) {
        while text[position] != UInt8(ascii: "\n"), text[position] != UInt8(ascii: "\r") {
            guard let length = UTF8Check.length(text, at: position) else { throw invalidUTF8(at: position) }
            position += length
        }
    }

    // MARK: Places

    private func scanSubject(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        switch text[position] {
        case UInt8(ascii: "<"): try scanIRI(&position, into: &term)
        case UInt8(ascii: "_"): try scanBlank(&position, into: &term)
        default: throw wrongTerm("subject", "an IRI in < > or a blank node _:label", at: position)
        }
    }

    private func scanPredicate(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        guard text[position] == UInt8(ascii: "<") else {
            throw wrongTerm("predicate", "an IRI in < >", at: position)
        }
        try scanIRI(&position, into: &term)
    }

    private func scanObject(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        switch text[position] {
        case UInt8(ascii: "<"): try scanIRI(&position, into: &term)
        case UInt8(ascii: "\""): try scanLiteral(&position, into: &term)
        case UInt8(ascii: "_"): try scanBlank(&position, into: &term)
        default:
            throw wrongTerm("object", "an IRI in < >, a blank node _:label or a literal in double quotes", at: position)
        }
    }

    private func scanGraph(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        switch text[position] {
        case UInt8(ascii: "<"): try scanIRI(&position, into: &term)
        case UInt8(ascii: "_"): try scanBlank(&position, into: &term)
        default: throw missingStop(at: position)
        }
    }

    // MARK: Terms

    private func scanIRI(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        term.kind = .iri
        term.body = try scanBracketedIRI(&position, needsRewriting: &term.bodyNeedsRewriting)
    }

    /// From `<` to behind `>`; gives what stands between.
    @inline(__always)
    private func scanBracketedIRI(_ position: inout Int, needsRewriting: inout Bool) throws(Failure) -> Range<Int> {
        let start = position + 1
        var cursor = start
        var above: UInt8 = 0
        needsRewriting = false
        while true {
            let byte = text[cursor]
            if classes[Int(byte)] & ByteClass.stopsIRI != 0 {
                if byte == UInt8(ascii: ">") { break }
                guard byte == UInt8(ascii: "\\") else { throw wrongIRI(start: start, at: cursor) }
                try checkIRIEscape(&cursor)
                needsRewriting = true
            } else {
                above |= byte
                cursor += 1
            }
        }
        if above >= 0x80 { try checkUTF8(start..<cursor) }
        if !hasScheme(start..<cursor) { throw relativeIRI(start..<cursor) }
        position = cursor + 1
        return start..<cursor
    }

    private func scanLiteral(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        let start = position + 1
        var cursor = start
        var above: UInt8 = 0
        term.bodyNeedsRewriting = false
        while true {
            let byte = text[cursor]
            if classes[Int(byte)] & ByteClass.stopsLiteral != 0 {
                if byte == UInt8(ascii: "\"") { break }
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { throw openLiteral(start: position) }
                if byte == UInt8(ascii: "\\") { _ = try escape(at: &cursor) } else { cursor += 1 }
                term.bodyNeedsRewriting = true
            } else {
                above |= byte
                cursor += 1
            }
        }
        if above >= 0x80 { try checkUTF8(start..<cursor) }
        term.body = start..<cursor
        cursor += 1
        switch text[cursor] {
        case UInt8(ascii: "^"):
            guard text[cursor + 1] == UInt8(ascii: "^"), text[cursor + 2] == UInt8(ascii: "<") else {
                throw Failure(
                    message: "expected a datatype's IRI in < > after ^^", range: word(at: cursor),
                    hint: "for example ^^<\(XSD.integer)>")
            }
            cursor += 2
            term.kind = .typed
            term.suffix = try scanBracketedIRI(&cursor, needsRewriting: &term.suffixNeedsRewriting)
        case UInt8(ascii: "@"):
            term.kind = .tagged
            term.suffix = try scanLanguageTag(&cursor)
        default:
            term.kind = .plain
        }
        position = cursor
    }

    private func scanLanguageTag(_ cursor: inout Int) throws(Failure) -> Range<Int> {
        let start = cursor + 1
        var allowed = ByteClass.letter
        cursor = start
        while true {
            let partStart = cursor
            while classes[Int(text[cursor])] & allowed != 0 { cursor += 1 }
            if cursor == partStart {
                throw Failure(
                    message: "not a language tag", range: word(at: start - 1),
                    hint: "a tag is letters, then parts of letters and digits after hyphens, as in @en or @pt-BR")
            }
            guard text[cursor] == UInt8(ascii: "-") else { return start..<cursor }
            allowed = ByteClass.letter | ByteClass.digit
            cursor += 1
        }
    }

    private func scanBlank(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        term.kind = .blank
        term.bodyNeedsRewriting = false
        let start = position + 2
        guard text[position + 1] == UInt8(ascii: ":") else {
            throw Failure(
                message: "a blank node begins in _:", range: word(at: position), hint: "for example _:b1")
        }
        var cursor = start
        var end = start
        while true {
            let byte = text[cursor]
            if byte >= 0x80 {
                guard let length = UTF8Check.length(text, at: cursor) else { throw invalidUTF8(at: cursor) }
                let isFirst = cursor == start
                guard LabelCharacters.allows(text, at: cursor, length: length, first: isFirst) else { break }
                cursor += length
                end = cursor
            } else if classes[Int(byte)] & ByteClass.label != 0 {
                cursor += 1
                end = cursor
            } else if cursor > start, byte == UInt8(ascii: "-") {
                cursor += 1
                end = cursor
            } else if cursor > start, byte == UInt8(ascii: ".") {
                // A full stop belongs to the label only when more of the label follows.
                cursor += 1
            } else {
                break
            }
        }
        if end == start {
            throw Failure(
                message: "a blank node's label is missing or begins in a character that it may not begin in",
                range: word(at: position), hint: "a label begins in a letter, a digit or _")
        }
        if text[end] == UInt8(ascii: ":") {
            throw Failure(
                message: "a blank node's label cannot hold a colon", range: end..<end + 1,
                hint: "a label is made of letters, digits, _ , - and .")
        }
        term.body = start..<end
        position = end
    }
}
