import RDF

/// Terms by which rows can be joined whose values are equal: equal values have the same key. Values with the same key
/// need not be equal.
enum EqualityKey {
    /// The id of the key of a term's value; 0 for a term that equals nothing.
    static func id(of id: UInt32, _ terms: TermSpace) -> UInt32 {
        if id == 0 { return 0 }
        if id <= terms.graphLimit, !terms.view.isLiteral(id) || terms.view.isPlainString(id) { return id }
        let value = terms.value(id)
        switch value {
        case .iri, .blank, .string, .other: return id
        case .boolean: return terms.id(of: value)
        case .languageString(let text, let language):
            return terms.id(of: Value.languageString(text, language: language.lowercased()))
        case .number(let number):
            // Numbers are compared as the wider of their types, a decimal and a float as floats.
            let float = number.floatValue
            return float.isNaN ? 0 : terms.id(of: Value.number(.float(float == 0 ? 0 : float)))
        case .temporal(let temporal):
            let kind = temporal.kind.isDateTime ? "dateTime" : temporal.kind.rawValue
            let zone = temporal.timeZone == nil ? "" : "Z"
            return terms.id(of: Value.string("\(kind) \(temporal.seconds.lexicalForm)\(zone)"))
        case .duration(let duration):
            return terms.id(of: Value.string("duration \(duration.months) \(duration.seconds.lexicalForm)"))
        }
    }
}
