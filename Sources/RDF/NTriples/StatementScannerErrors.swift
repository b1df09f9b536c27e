// What can be wrong with a term, in words. None of this is on the way of a good line.
extension StatementScanner {
    /// The run of characters at a byte up to a blank or the line's end, at least one byte.
    func word(at position: Int) -> Range<Int> {
        var end = position
        while classes[Int(text[end])] & ByteClass.blank == 0, !isLineEnd(text[end]) { end += 1 }
        return position..<max(end, position + (isLineEnd(text[position]) ? 0 : 1))
    }

    func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    func invalidUTF8(at position: Int) -> Failure {
        Failure(message: "these bytes are not UTF-8", range: position..<position + 1, hint: "save the file as UTF-8")
    }

    func checkUTF8(_ range: Range<Int>) throws(Failure) {
        if let position = UTF8Check.firstError(text, in: range) { throw invalidUTF8(at: position) }
    }

    func missingStop(at position: Int) -> Failure {
        let hint: String
        switch text[position] {
        case UInt8(ascii: ";"), UInt8(ascii: ","):
            hint = "N-Triples has no ; or , lists as Turtle has: write each statement whole"
        case UInt8(ascii: "<"), UInt8(ascii: "_"):
            hint = allowsGraph ? "at most four terms make a statement" : "a fourth term needs N-Quads (.nq)"
        case UInt8(ascii: "\""):
            hint = "a quote within a text is written \\\""
        default:
            hint = "a statement is subject, predicate, object and a full stop"
        }
        return Failure(message: "expected a full stop after the statement", range: word(at: position), hint: hint)
    }

    func wrongTerm(_ place: String, _ wanted: String, at position: Int) -> Failure {
        let found = word(at: position)
        if found.isEmpty {
            return Failure(
                message: "the line ends where the \(place) should stand", range: found,
                hint: "a statement is subject, predicate, object and a full stop")
        }
        guard UTF8Check.length(text, at: position) != nil else { return invalidUTF8(at: position) }
        var hint = "write \(wanted)"
        switch text[position] {
        case UInt8(ascii: "\""):
            return Failure(message: "a literal cannot be the \(place)", range: found, hint: hint)
        case UInt8(ascii: "_"):
            return Failure(message: "a blank node cannot be the \(place)", range: found, hint: hint)
        case UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "'"):
            hint = "this looks like Turtle; N-Triples has only <iri>, _:label and \"text\""
        default:
            let characters = UnsafeBufferPointer(start: text + found.lowerBound, count: found.count)
            if characters.contains(UInt8(ascii: ":")) {
                hint = "N-Triples has no prefixes: write the whole IRI in < >"
            } else if characters.elementsEqual([UInt8(ascii: "a")]) {
                hint = "N-Triples has no \"a\": write <\(RDFVocabulary.type)>"
            }
        }
        return Failure(message: "expected the \(place)", range: found, hint: hint)
    }

    // MARK: IRIs

    /// Whether an IRI begins in a scheme.
    ///
    /// Source: RFC 3986, section 3.1.
    func hasScheme(_ range: Range<Int>) -> Bool {
        var cursor = range.lowerBound
        guard cursor < range.upperBound, classes[Int(text[cursor])] & ByteClass.letter != 0 else { return false }
        while cursor < range.upperBound {
            let byte = text[cursor]
            if byte == UInt8(ascii: ":") { return true }
            guard
                classes[Int(byte)] & (ByteClass.letter | ByteClass.digit) != 0 || byte == UInt8(ascii: "+")
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            else { return false }
            cursor += 1
        }
        return false
    }

    func relativeIRI(_ range: Range<Int>) -> Failure {
        let whole = range.lowerBound - 1..<range.upperBound + 1
        if range.isEmpty {
            return Failure(
                message: "the IRI is empty", range: whole, hint: "write it whole, as in <http://example.org/a>")
        }
        return Failure(
            message: "the IRI is relative", range: whole,
            hint: "write it whole, beginning in a scheme, as in <http://example.org/a>")
    }

    func wrongIRI(start: Int, at position: Int) -> Failure {
        let byte = text[position]
        if isLineEnd(byte) {
            return Failure(message: "the IRI has no end", range: start - 1..<position, hint: "close it with >")
        }
        if byte == UInt8(ascii: "<"), position == start {
            return Failure(
                message: "quoted triples are RDF 1.2, which is not read", range: start - 1..<position + 1,
                hint: "state the triple with rdf:subject, rdf:predicate and rdf:object")
        }
        if byte == UInt8(ascii: " ") {
            return Failure(
                message: "an IRI cannot hold a space", range: position..<position + 1,
                hint: "close the IRI with >, or write the space as %20")
        }
        let shown = byte < 0x20 ? "the control character \(hexadecimal(UInt32(byte)))" : String(UnicodeScalar(byte))
        return Failure(
            message: "an IRI cannot hold \(shown)", range: position..<position + 1,
            hint: "write it as %\(String(byte, radix: 16, uppercase: true).leftPadded(to: 2))")
    }

    /// Moves behind a `\u` escape in an IRI and checks that the character may stand there.
    func checkIRIEscape(_ cursor: inout Int) throws(Failure) {
        let start = cursor
        guard text[cursor + 1] == UInt8(ascii: "u") || text[cursor + 1] == UInt8(ascii: "U") else {
            let end = isLineEnd(text[cursor + 1]) ? cursor + 1 : cursor + 2
            throw Failure(
                message: "not an escape that an IRI can hold", range: cursor..<end,
                hint: "an IRI has only \\uXXXX and \\UXXXXXXXX")
        }
        let scalar = try escape(at: &cursor)
        if scalar < 0x80, classes[Int(scalar)] & ByteClass.stopsIRI != 0 {
            throw Failure(
                message: "an IRI cannot hold \(hexadecimal(scalar)), not even escaped", range: start..<cursor,
                hint: "write it as %\(String(scalar, radix: 16, uppercase: true).leftPadded(to: 2))")
        }
    }

    // MARK: Literals

    func openLiteral(start: Int) -> Failure {
        var end = start + 1
        while !isLineEnd(text[end]) { end += 1 }
        if let error = UTF8Check.firstError(text, in: start..<end) { return invalidUTF8(at: error) }
        return Failure(
            message: "the text has no end", range: start..<end,
            hint: "close it with \", and write a line end within it as \\n")
    }

    /// Decodes the escape at `cursor`, which stands on its backslash, and moves behind it.
    func escape(at cursor: inout Int) throws(Failure) -> UInt32 {
        let start = cursor
        let letter = text[start + 1]
        cursor += 2
        switch letter {
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): return UInt32(letter)
        case UInt8(ascii: "u"): return try hexadecimalEscape(start: start, digits: 4, cursor: &cursor)
        case UInt8(ascii: "U"): return try hexadecimalEscape(start: start, digits: 8, cursor: &cursor)
        default:
            throw Failure(
                message: "not an escape", range: start..<start + (isLineEnd(letter) ? 1 : 2),
                hint: "the escapes are \\t \\b \\n \\r \\f \\\" \\' \\\\ \\uXXXX \\UXXXXXXXX")
        }
    }

    private func hexadecimalEscape(start: Int, digits: Int, cursor: inout Int) throws(Failure) -> UInt32 {
        var scalar: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = hexadecimalValue(text[cursor]) else {
                throw Failure(
                    message: "expected \(digits) hexadecimal digits", range: start..<cursor,
                    hint: "for example \(digits == 4 ? "\\u00E9" : "\\U0001F600")")
            }
            scalar = scalar << 4 | UInt32(digit)
            cursor += 1
        }
        if (0xD800...0xDFFF).contains(scalar) {
            throw Failure(
                message: "half of a surrogate pair is not a character", range: start..<cursor,
                hint: "write the character itself, or \\U and its eight digits")
        }
        if scalar > 0x10FFFF {
            throw Failure(
                message: "no character has this number", range: start..<cursor, hint: "the last is \\U0010FFFF")
        }
        return scalar
    }

    private func hexadecimalValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private func hexadecimal(_ scalar: UInt32) -> String {
        "U+" + String(scalar, radix: 16, uppercase: true).leftPadded(to: 4)
    }
}

extension String {
    /// The text with zeros before it.
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - utf8.count)) + self
    }
}
