import GraphStore
import QuerySyntax

extension CompiledExpression {
    /// A comparison, by the values beside the ids where one side is a variable and the other a number or date.
    static func comparison(
        _ comparison: Comparison, _ left: CompiledExpression, _ right: CompiledExpression
    ) -> CompiledExpression {
        let general = CompiledExpression.compare(comparison, left, right)
        if case (.variable(let slot), .constant(let id, let value)) = (left, right), value.isTextual,
            comparison == .equal || comparison == .notEqual
        {
            return .oneOf([id], isNegated: comparison == .notEqual, slot, general)
        }
        switch (left, right) {
        case (.variable(let slot), .constant(_, let value)):
            return value.indexed.map { .compareIndexed(comparison, slot, $0, general) } ?? general
        case (.constant(_, let value), .variable(let slot)):
            return value.indexed.map { .compareIndexed(comparison.mirrored, slot, $0, general) } ?? general
        default: return general
        }
    }
}

extension CompiledExpression {
    /// `tested IN (options)`, by ids where a variable is looked for among IRIs and strings.
    static func membership(_ tested: CompiledExpression, _ options: [CompiledExpression]) -> CompiledExpression {
        let general = CompiledExpression.isIn(tested, options)
        guard case .variable(let slot) = tested else { return general }
        var ids: Set<UInt32> = []
        for option in options {
            guard case .constant(let id, let value) = option, value.isTextual else { return general }
            ids.insert(id)
        }
        return .oneOf(ids, isNegated: false, slot, general)
    }

    /// A call of a function, by the bytes of the dictionary where it tests a variable's text.
    static func call(_ function: BuiltinFunction, _ arguments: [CompiledExpression]) -> CompiledExpression {
        let general = CompiledExpression.function(function, arguments)
        guard let (test, slot) = TextTest.of(function, arguments) else { return general }
        return .textTest(test, slot, general)
    }
}

extension Comparison {
    /// The comparison that holds for the same values with their sides exchanged.
    var mirrored: Comparison {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    /// Whether the comparison holds for values whose difference has a sign.
    @inline(__always)
    func holds(sign: Int) -> Bool {
        switch self {
        case .equal: sign == 0
        case .notEqual: sign != 0
        case .less: sign < 0
        case .lessOrEqual: sign <= 0
        case .greater: sign > 0
        case .greaterOrEqual: sign >= 0
        }
    }
}

extension IndexedValue {
    /// The number; nil for a date.
    @inline(__always)
    var number: Numeric? {
        switch kind {
        case .integer: .integer(Int128(bits))
        case .decimal: .decimal(ExactDecimal(coefficient: Int128(bits), scale: Int(scale)))
        case .double: .double(doubleValue)
        case .float: .float(Float(doubleValue))
        case .date, .zonedDate, .dateTime, .zonedDateTime: nil
        }
    }
}

extension Value {
    /// Whether only one term has the value: an IRI, or a string without language.
    var isTextual: Bool {
        switch self {
        case .iri, .string: true
        default: false
        }
    }

    /// The value in one word; nil where it doesn't fit.
    var indexed: IndexedValue? {
        switch self {
        case .number(.integer(let value)): return Int64(exactly: value).map { IndexedValue(kind: .integer, bits: $0) }
        case .number(.decimal(let value)):
            guard let bits = Int64(exactly: value.coefficient), value.scale <= 15, value.scale >= 0 else { return nil }
            return IndexedValue(kind: .decimal, scale: UInt8(value.scale), bits: bits)
        case .number(.double(let value)):
            return value.isNaN ? nil : IndexedValue(kind: .double, bits: Int64(bitPattern: value.bitPattern))
        case .temporal(let value):
            guard value.second.scale == 0 || value.seconds.scale == 0, let seconds = value.wholeSeconds else {
                return nil
            }
            switch (value.kind, value.timeZone == nil) {
            case (.date, true): return IndexedValue(kind: .date, bits: seconds)
            case (.date, false): return IndexedValue(kind: .zonedDate, bits: seconds)
            case (.dateTime, true): return IndexedValue(kind: .dateTime, bits: seconds)
            case (.dateTime, false): return IndexedValue(kind: .zonedDateTime, bits: seconds)
            default: return nil
            }
        default: return nil
        }
    }
}

extension Temporal {
    /// The place on the time line where it is a whole number of seconds.
    fileprivate var wholeSeconds: Int64? {
        let seconds = seconds
        return seconds.scale == 0 ? Int64(exactly: seconds.coefficient) : nil
    }
}
