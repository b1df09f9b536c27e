import RDF

/// The XML Schema datatypes whose values the engine knows.
package enum LiteralValue {
    /// The value of a lexical form of the `xsd:` datatype with a local name; nil when the datatype is unknown or the
    /// form doesn't fit it.
    package static func value(of lexicalForm: String, localName: Substring) -> Value? {
        switch localName {
        case "integer": return integer(lexicalForm).map { .number(.integer($0)) }
        case "decimal":
            return ExactDecimal(lexicalForm: trimmed(lexicalForm).utf8).map { .number(.decimal($0)) }
        case "double":
            let value: Double? = FloatingPointForm.parse(String(trimmed(lexicalForm)))
            return value.map { .number(.double($0)) }
        case "float":
            let value: Float? = FloatingPointForm.parse(String(trimmed(lexicalForm)))
            return value.map { .number(.float($0)) }
        case "boolean":
            switch trimmed(lexicalForm) {
            case "true", "1": return .boolean(true)
            case "false", "0": return .boolean(false)
            default: return nil
            }
        case "string": return .string(lexicalForm)
        case "dayTimeDuration", "yearMonthDuration", "duration":
            return Duration(lexicalForm: trimmed(lexicalForm), datatype: XSD.namespace + localName).map {
                .duration($0)
            }
        default:
            if let kind = Temporal.Kind(localName: localName) {
                return Temporal(lexicalForm: trimmed(lexicalForm), kind: kind).map { .temporal($0) }
            }
            guard let range = integerRange(localName) else { return nil }
            guard let value = integer(lexicalForm), range.contains(value) else { return nil }
            return .number(.integer(value))
        }
    }

    /// The value of an `xsd:integer` lexical form, or nil.
    package static func integer(_ lexicalForm: String) -> Int128? {
        let text = trimmed(lexicalForm)
        guard let first = text.utf8.first else { return nil }
        let digits = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? text.dropFirst() : text
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int128(text)
    }

    /// The values of a type derived from `xsd:integer`, or nil for another name.
    static func integerRange(_ localName: Substring) -> ClosedRange<Int128>? {
        switch localName {
        case "long": Int128(Int64.min)...Int128(Int64.max)
        case "int": Int128(Int32.min)...Int128(Int32.max)
        case "short": Int128(Int16.min)...Int128(Int16.max)
        case "byte": Int128(Int8.min)...Int128(Int8.max)
        case "nonNegativeInteger": 0...Int128.max
        case "positiveInteger": 1...Int128.max
        case "nonPositiveInteger": Int128.min...0
        case "negativeInteger": Int128.min ... -1
        case "unsignedLong": 0...Int128(UInt64.max)
        case "unsignedInt": 0...Int128(UInt32.max)
        case "unsignedShort": 0...Int128(UInt16.max)
        case "unsignedByte": 0...Int128(UInt8.max)
        default: nil
        }
    }

    /// Whether a datatype is `xsd:boolean` or a numeric one.
    package static func isBooleanOrNumeric(_ datatype: String) -> Bool {
        guard datatype.hasPrefix(XSD.namespace) else { return false }
        let localName = datatype.dropFirst(XSD.namespace.count)
        switch localName {
        case "boolean", "integer", "decimal", "float", "double": return true
        default: return integerRange(localName) != nil
        }
    }

    /// A text without the white space around it, which XML Schema collapses for all types but strings.
    package static func trimmed(_ text: String) -> Substring {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
        guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last) else {
            return Substring(text)
        }
        guard let start = text.utf8.firstIndex(where: { !isSpace($0) }),
            let end = text.utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return text[start...end]
    }
}
