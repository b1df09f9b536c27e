import RDF

/// The functions on strings. Positions and lengths count code points.
///
/// Source: SPARQL 1.1 Query Language, section 17.4.3.
enum StringFunctions {
    /// A string with the language of another value.
    static func string(_ text: String, like value: Value) -> Value {
        if case .languageString(_, let language) = value { return .languageString(text, language: language) }
        return .string(text)
    }

    /// Whether an argument's language goes with a string's: it has none, or the same.
    private static func areCompatible(_ first: Value, _ second: Value) -> Bool {
        switch (first, second) {
        case (.string, .string), (.languageString, .string): true
        case (.languageString(_, let a), .languageString(_, let b)): ByteOrder.equalIgnoringCase(a, b)
        default: false
        }
    }

    static func unary(_ function: BuiltinFunction, _ value: Value) -> Value? {
        guard let text = value.stringText else { return nil }
        switch function {
        case .strlen: return .number(.integer(Int128(text.unicodeScalars.count)))
        case .ucase: return string(asciiUppercased(text) ?? text.uppercased(), like: value)
        case .lcase: return string(asciiLowercased(text) ?? text.lowercased(), like: value)
        case .encodeForURI: return .string(percentEncoded(text))
        default: return nil
        }
    }

    private static func asciiUppercased(_ text: String) -> String? {
        asciiMapped(text) { $0 &- 97 < 26 ? $0 & 0xDF : $0 }
    }

    private static func asciiLowercased(_ text: String) -> String? {
        asciiMapped(text) { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    }

    /// A text of ASCII with each byte replaced; nil for another text.
    @inline(__always)
    private static func asciiMapped(_ text: String, _ replaced: (UInt8) -> UInt8) -> String? {
        var text = text
        return text.withUTF8 { text in
            guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
            return String(unsafeUninitializedCapacity: text.count) { target in
                for place in text.indices { target[place] = replaced(text[place]) }
                return text.count
            }
        }
    }

    /// Everything but unreserved ASCII characters as `%XX` of its UTF-8.
    private static func percentEncoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func concat(_ values: [Value]) -> Value? {
        var text = ""
        var language: String?
        var isUniform = true
        for (index, value) in values.enumerated() {
            switch value {
            case .string(let part):
                text += part
                isUniform = false
            case .languageString(let part, let tag):
                text += part
                if index == 0 { language = tag }
                if let language, !ByteOrder.equalIgnoringCase(language, tag) { isUniform = false }
            default: return nil
            }
        }
        if isUniform, let language { return .languageString(text, language: language) }
        return .string(text)
    }

    /// XPath's `fn:substring`: positions from 1, rounded, ends beyond the text allowed.
    static func substring(_ value: Value, from start: Value, length: Value?) -> Value? {
        guard let text = value.stringText, case .number(let start) = start else { return nil }
        let first = start.doubleValue.rounded(.down) == start.doubleValue ? start.doubleValue : rounded(start)
        var end = Double.infinity
        if let length {
            guard case .number(let count) = length else { return nil }
            end = first + rounded(count)
        }
        guard !first.isNaN, !end.isNaN else { return string("", like: value) }
        var result = String.UnicodeScalarView()
        var position = 1.0
        for scalar in text.unicodeScalars {
            if position >= end { break }
            if position >= first { result.append(scalar) }
            position += 1
        }
        return string(String(result), like: value)
    }

    private static func rounded(_ number: Numeric) -> Double { (number.doubleValue + 0.5).rounded(.down) }

    static func search(_ function: BuiltinFunction, _ value: Value, _ argument: Value) -> Value? {
        guard areCompatible(value, argument), let text = value.stringText, let part = argument.stringText else {
            return nil
        }
        var haystack = text
        var needle = part
        return haystack.withUTF8 { haystack in
            needle.withUTF8 { needle in search(function, value, haystack, needle) }
        }
    }

    private static func search(
        _ function: BuiltinFunction, _ value: Value, _ haystack: UnsafeBufferPointer<UInt8>,
        _ needle: UnsafeBufferPointer<UInt8>
    ) -> Value? {
        func text(_ bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>) -> Value {
            string(String(decoding: bytes, as: UTF8.self), like: value)
        }
        switch function {
        case .strStarts: return .boolean(haystack.starts(with: needle))
        case .strEnds:
            return .boolean(haystack.count >= needle.count && haystack.suffix(needle.count).elementsEqual(needle))
        case .contains: return .boolean(ByteSearch.firstIndex(of: needle, in: haystack) != nil)
        case .strBefore:
            guard let index = ByteSearch.firstIndex(of: needle, in: haystack) else { return .string("") }
            return text(haystack[..<index])
        case .strAfter:
            guard let index = ByteSearch.firstIndex(of: needle, in: haystack) else { return .string("") }
            return text(haystack[(index + needle.count)...])
        default: return nil
        }
    }
}
