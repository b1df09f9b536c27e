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
    let namespaces: NamespaceCache
    let allowsGraph: Bool

    /// The places of a statement, for the namespace cache.
    private enum Place {
        static let subject = 0
        static let predicate = 1
        static let object = 2
        static let datatype = 3
        static let graph = 4
    }

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
        case UInt8(ascii: "<"): try scanIRI(&position, into: &term, place: Place.subject)
        case UInt8(ascii: "_"): try scanBlank(&position, into: &term)
        default: throw wrongTerm("subject", "an IRI in < > or a blank node _:label", at: position)
        }
    }

    private func scanPredicate(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        guard text[position] == UInt8(ascii: "<") else {
            throw wrongTerm("predicate", "an IRI in < >", at: position)
        }
        try scanIRI(&position, into: &term, place: Place.predicate)
    }

    private func scanObject(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        switch text[position] {
        case UInt8(ascii: "<"): try scanIRI(&position, into: &term, place: Place.object)
        case UInt8(ascii: "\""): try scanLiteral(&position, into: &term)
        case UInt8(ascii: "_"): try scanBlank(&position, into: &term)
        default:
            throw wrongTerm("object", "an IRI in < >, a blank node _:label or a literal in double quotes", at: position)
        }
    }

    private func scanGraph(_ position: inout Int, into term: inout ScannedTerm) throws(Failure) {
        switch text[position] {
        case UInt8(ascii: "<"): try scanIRI(&position, into: &term, place: Place.graph)
        case UInt8(ascii: "_"): try scanBlank(&position, into: &term)
        default: throw missingStop(at: position)
        }
    }

    // MARK: Terms

    @inline(__always)
    private func scanIRI(_ position: inout Int, into term: inout ScannedTerm, place: Int) throws(Failure) {
        term.kind = .iri
        term.bodyNeedsRewriting = false
        let start = position &+ 1
        let namespace = namespaces.match(text + start, place: place)
        if namespace >= 0 {
            // The namespace has been checked before; only the local name has not.
            let local = start &+ namespaces.count(namespace)
            let stops = namespaces.stops(namespace)
            var cursor = local
            var above: UInt8 = 0
            while classes[Int(text[cursor])] & stops == 0 {
                above |= text[cursor]
                cursor &+= 1
            }
            if text[cursor] == UInt8(ascii: ">") {
                if above >= 0x80 { try checkUTF8(local..<cursor) }
                term.namespace = namespace
                term.localStart = local
                term.body = start..<cursor
                position = cursor &+ 1
                return
            }
        }
        try scanNewIRI(&position, into: &term, place: place)
    }

    /// An IRI whose namespace is not among those last met.
    @inline(never)
    private func scanNewIRI(_ position: inout Int, into term: inout ScannedTerm, place: Int) throws(Failure) {
        term.body = try scanBracketedIRI(&position, needsRewriting: &term.bodyNeedsRewriting)
        term.namespace = -1
        guard !term.bodyNeedsRewriting else { return }
        let length = IRISplit.namespaceLength(UnsafeBufferPointer(rebasing: bytes(term.body)))
        term.namespace = namespaces.note(text + term.body.lowerBound, count: length, place: place)
        term.localStart = term.body.lowerBound + length
    }

    private func bytes(_ range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
        UnsafeBufferPointer(start: text, count: range.upperBound)[range]
    }

    /// From `<` to behind `>`; gives what stands between.
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
            cursor = skipPlainText(cursor, above: &above)
            let byte = text[cursor]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { throw openLiteral(start: position) }
            if byte == UInt8(ascii: "\\") { _ = try escape(at: &cursor) } else { cursor += 1 }
            term.bodyNeedsRewriting = true
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
            var datatype = ScannedTerm()
            try scanIRI(&cursor, into: &datatype, place: Place.datatype)
            term.kind = .typed
            term.suffix = datatype.body
            term.suffixNeedsRewriting = datatype.bodyNeedsRewriting
        case UInt8(ascii: "@"):
            term.kind = .tagged
            term.suffix = try scanLanguageTag(&cursor)
        default:
            term.kind = .plain
        }
        position = cursor
    }

    /// Moves over bytes that a lexical form holds as they are, eight at a time, to the first that it does not.
    /// `above` becomes 0x80 when there may be bytes above ASCII.
    @inline(__always)
    private func skipPlainText(_ position: Int, above: inout UInt8) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var cursor = position
        while true {
            let word = UnsafeRawPointer(text).loadUnaligned(fromByteOffset: cursor, as: UInt64.self)
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let delete = word ^ (ones &* 0x7F)
            // The lowest high bit that is set stands in the first byte that is a control or the byte in question.
            let stops =
                ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
                | ((delete &- ones) & ~delete)
            if word & highs != 0 { above = 0x80 }
            if stops & highs != 0 { return cursor &+ (stops & highs).trailingZeroBitCount &>> 3 }
            cursor &+= 8
        }
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
