import RDF

/// Casts by function IRI (`xsd:integer(?x)`).
///
/// Source: SPARQL 1.1 Query Language, section 17.5; XPath functions, section 17.
enum Cast {
    static func cast(_ value: Value, to target: CastTarget) -> Value? {
        if case .string = target { return string(value) }
        if let text = sourceText(value) { return parse(text, as: target) }
        switch target {
        case .string: return string(value)
        case .boolean:
            switch value {
            case .boolean: return value
            case .number(let number): return .boolean(number.isTrue)
            default: return nil
            }
        case .integer: return integer(value).map { .number(.integer($0)) }
        case .derivedInteger(let name):
            guard let number = integer(value), let range = LiteralValue.integerRange(name[...]), range.contains(number)
            else { return nil }
            return .other(Literal(String(number), datatype: XSD.namespace + name))
        case .decimal: return decimal(value).map { .number(.decimal($0)) }
        case .float:
            switch value {
            case .boolean(let flag): return .number(.float(flag ? 1 : 0))
            case .number(let number): return .number(.float(number.floatValue))
            default: return nil
            }
        case .double:
            switch value {
            case .boolean(let flag): return .number(.double(flag ? 1 : 0))
            case .number(let number): return .number(.double(number.doubleValue))
            default: return nil
            }
        case .temporal(let kind):
            guard case .temporal(let temporal) = value else { return nil }
            return temporal.cast(to: kind).map { .temporal($0) }
        case .duration(let datatype):
            guard case .duration(let duration) = value, duration.datatype == datatype else { return nil }
            return value
        }
    }

    /// The text of a plain string; a language-tagged one can be cast to nothing but a string.
    private static func sourceText(_ value: Value) -> String? {
        if case .string(let text) = value { return text }
        return nil
    }

    private static func parse(_ text: String, as target: CastTarget) -> Value? {
        let name: Substring
        switch target {
        case .string: return .string(text)
        case .boolean: name = "boolean"
        case .integer: name = "integer"
        case .decimal: name = "decimal"
        case .float: name = "float"
        case .double: name = "double"
        case .derivedInteger(let local):
            guard LiteralValue.value(of: text, localName: local[...]) != nil else { return nil }
            return .other(Literal(String(LiteralValue.trimmed(text)), datatype: XSD.namespace + local))
        case .temporal(let kind): name = kind.rawValue[...]
        case .duration(let iri): name = iri.dropFirst(XSD.namespace.count)
        }
        return LiteralValue.value(of: text, localName: name)
    }

    private static func string(_ value: Value) -> Value? {
        switch value {
        case .iri(let iri): return .string(iri)
        case .blank: return nil
        case .number(.double(let number)): return .string(floatingText(number))
        case .number(.float(let number)): return .string(floatingText(number))
        default: return TermFunctions.lexicalForm(value).map { .string($0) }
        }
    }

    /// A double as XPath casts it to a string: plain digits between 0.000001 and 1000000, else with an exponent.
    private static func floatingText(_ value: some BinaryFloatingPoint & LosslessStringConvertible) -> String {
        let magnitude = value.magnitude
        guard value.isFinite, magnitude >= 0.000001, magnitude < 1_000_000 else {
            if value == 0 { return value.sign == .minus ? "-0" : "0" }
            return FloatingPointForm.lexicalForm(value)
        }
        guard let number = Double("\(value)"), let decimal = ExactDecimal(number) else {
            return FloatingPointForm.lexicalForm(value)
        }
        return decimal.lexicalForm
    }

    private static func integer(_ value: Value) -> Int128? {
        switch value {
        case .boolean(let flag): return flag ? 1 : 0
        case .number(.integer(let number)): return number
        case .number(.decimal(let number)): return number.truncated
        case .number(let number): return Int128(exactly: number.doubleValue.rounded(.towardZero))
        default: return nil
        }
    }

    private static func decimal(_ value: Value) -> ExactDecimal? {
        switch value {
        case .boolean(let flag): return ExactDecimal(coefficient: flag ? 1 : 0)
        case .number(let number):
            if case .float(let float) = number { return Double("\(float)").flatMap { ExactDecimal($0) } }
            return number.exact ?? ExactDecimal(number.doubleValue)
        default: return nil
        }
    }
}
