/// How N-Triples writes terms, one way for each term.
///
/// Quotes, backslashes and control characters are escaped in literals, nothing else is; a character above ASCII stands
/// for itself. The result is N-Triples 1.1, and never holds a raw control character.
///
/// Source: RDF 1.2 N-Triples, section 4 (canonical form).
public enum CanonicalForm {
    /// Appends a lexical form as it stands between quotes.
    public static func appendLexicalForm(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { text in
            // Most texts need no escape.
            let isPlain = text.allSatisfy {
                $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F
            }
            if isPlain { return bytes.append(contentsOf: text) }
            for byte in text { appendLexicalByte(byte, to: &bytes) }
        }
    }

    /// Appends an IRI as it stands between angle brackets. A character that no IRI can hold is percent-encoded.
    public static func appendIRI(_ iri: String, to bytes: inout [UInt8]) {
        var iri = iri
        iri.withUTF8 { iri in
            let isPlain = iri.allSatisfy { ByteClass.table[Int($0)] & ByteClass.stopsIRI == 0 }
            if isPlain { return bytes.append(contentsOf: iri) }
            for byte in iri { appendIRIByte(byte, to: &bytes) }
        }
    }

    /// Appends a whole term.
    public static func append(_ term: Term, to bytes: inout [UInt8]) {
        switch term {
        case .iri(let iri):
            bytes.append(UInt8(ascii: "<"))
            appendIRI(iri, to: &bytes)
            bytes.append(UInt8(ascii: ">"))
        case .blank(let label):
            bytes += [UInt8(ascii: "_"), UInt8(ascii: ":")]
            bytes += label.utf8
        case .literal(let literal):
            bytes.append(UInt8(ascii: "\""))
            appendLexicalForm(literal.lexicalForm, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
            if let language = literal.language {
                bytes.append(UInt8(ascii: "@"))
                bytes += language.utf8
            } else if literal.datatype != XSD.string {
                bytes += [UInt8(ascii: "^"), UInt8(ascii: "^"), UInt8(ascii: "<")]
                appendIRI(literal.datatype, to: &bytes)
                bytes.append(UInt8(ascii: ">"))
            }
        }
    }

    /// Appends a triple with its full stop and line feed.
    public static func append(_ triple: Triple, to bytes: inout [UInt8]) {
        append(triple.subject, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        append(triple.predicate, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        append(triple.object, to: &bytes)
        bytes += [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "\n")]
    }

    /// Appends the body of a scanned literal, its escapes and control characters rewritten to the canonical ones.
    public static func appendRewrittenLexicalForm(
        _ text: UnsafePointer<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]
    ) {
        rewrite(text, range) { appendLexicalByte($0, to: &bytes) }
    }

    /// Appends the body of a scanned IRI, its escapes replaced by their characters.
    public static func appendRewrittenIRI(
        _ text: UnsafePointer<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]
    ) {
        rewrite(text, range) { bytes.append($0) }
    }

    /// The characters that a canonical body stands for.
    public static func decoded(_ body: UnsafeBufferPointer<UInt8>) -> String {
        guard let text = body.baseAddress, body.contains(UInt8(ascii: "\\")) else {
            return String(decoding: body, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count)
        rewrite(text, 0..<body.count) { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the characters that a canonical body stands for, as UTF-8, where there is room for as many bytes as the body
    /// has.
    ///
    /// - Returns: How many bytes they are.
    public static func decode(
        _ body: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        guard let text = body.baseAddress else { return 0 }
        var count = 0
        rewrite(text, 0..<body.count) {
            target[count] = $0
            count += 1
        }
        return count
    }

    /// Hands the decoded bytes of a checked body to a sink.
    @inline(__always)
    private static func rewrite(_ text: UnsafePointer<UInt8>, _ range: Range<Int>, _ sink: (UInt8) -> Void) {
        var position = range.lowerBound
        while position < range.upperBound {
            guard text[position] == UInt8(ascii: "\\"), position + 1 < range.upperBound else {
                sink(text[position])
                position += 1
                continue
            }
            var digits = 0
            switch text[position + 1] {
            case UInt8(ascii: "t"): sink(0x09)
            case UInt8(ascii: "b"): sink(0x08)
            case UInt8(ascii: "n"): sink(0x0A)
            case UInt8(ascii: "r"): sink(0x0D)
            case UInt8(ascii: "f"): sink(0x0C)
            case UInt8(ascii: "u"): digits = 4
            case UInt8(ascii: "U"): digits = 8
            case let byte: sink(byte)
            }
            position += 2
            guard digits > 0 else { continue }
            var value: UInt32 = 0
            for byte in UnsafeBufferPointer(start: text + position, count: min(digits, range.upperBound - position)) {
                value = value << 4 | UInt32(byte <= UInt8(ascii: "9") ? byte & 0x0F : (byte & 0x07) + 9)
            }
            position += digits
            if let scalar = UnicodeScalar(value) { UTF8.encode(scalar)?.forEach(sink) }
        }
    }

    @inline(__always)
    private static func appendLexicalByte(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x08: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
        case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
        case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case 0x0C: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
        case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
        case 0x00..<0x20, 0x7F:
            bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")]
            appendHexadecimal(byte, to: &bytes)
        default: bytes.append(byte)
        }
    }

    @inline(__always)
    private static func appendIRIByte(_ byte: UInt8, to bytes: inout [UInt8]) {
        if ByteClass.table[Int(byte)] & ByteClass.stopsIRI == 0 {
            bytes.append(byte)
        } else {
            bytes.append(UInt8(ascii: "%"))
            appendHexadecimal(byte, to: &bytes)
        }
    }

    private static func appendHexadecimal(_ byte: UInt8, to bytes: inout [UInt8]) {
        for digit in [byte >> 4, byte & 0x0F] {
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }
}
