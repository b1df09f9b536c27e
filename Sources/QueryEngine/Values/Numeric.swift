import QuerySyntax
import RDF

/// A number of one of the four numeric types that SPARQL computes with.
///
/// Source: SPARQL 1.1 Query Language, section 17.1; XPath operators, type promotion.
package enum Numeric: Hashable, Sendable {
    case integer(Int128)
    case decimal(ExactDecimal)
    case float(Float)
    case double(Double)

    /// The datatype of the number written as a literal.
    package var datatype: String {
        switch self {
        case .integer: XSD.integer
        case .decimal: XSD.decimal
        case .float: XSD.float
        case .double: XSD.double
        }
    }

    /// The nearest double.
    package var doubleValue: Double {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let value): value.doubleValue
        case .float(let value): Double(value)
        case .double(let value): value
        }
    }

    /// The exact value of an integer or a decimal.
    package var exact: ExactDecimal? {
        switch self {
        case .integer(let value): ExactDecimal(coefficient: value)
        case .decimal(let value): value
        case .float, .double: nil
        }
    }

    /// The canonical lexical form.
    package var lexicalForm: String {
        switch self {
        case .integer(let value): String(value)
        case .decimal(let value): value.lexicalForm
        case .float(let value): FloatingPointForm.lexicalForm(value)
        case .double(let value): FloatingPointForm.lexicalForm(value)
        }
    }

    /// Whether the effective boolean value is true: neither zero nor NaN.
    package var isTrue: Bool {
        switch self {
        case .integer(let value): value != 0
        case .decimal(let value): value.coefficient != 0
        case .float(let value): value != 0 && !value.isNaN
        case .double(let value): value != 0 && !value.isNaN
        }
    }

    /// The result of an arithmetic operator with promotion, or nil for an overflow or a division of exact numbers by zero.
    package static func apply(_ operation: ArithmeticOperator, _ left: Numeric, _ right: Numeric) -> Numeric? {
        switch (left, right) {
        case (.integer(let a), .integer(let b)):
            switch operation {
            case .add: checked(a.addingReportingOverflow(b))
            case .subtract: checked(a.subtractingReportingOverflow(b))
            case .multiply: checked(a.multipliedReportingOverflow(by: b))
            case .divide:
                ExactDecimal(coefficient: a).divided(by: ExactDecimal(coefficient: b)).map { .decimal($0) }
            }
        case (.double, _), (_, .double):
            .double(floating(operation, left.doubleValue, right.doubleValue))
        case (.float, _), (_, .float):
            .float(floating(operation, left.floatValue, right.floatValue))
        default:
            apply(operation, left.exact, right.exact)
        }
    }

    private static func apply(
        _ operation: ArithmeticOperator, _ left: ExactDecimal?, _ right: ExactDecimal?
    ) -> Numeric? {
        guard let left, let right else { return nil }
        let result =
            switch operation {
            case .add: left.adding(right)
            case .subtract: left.subtracting(right)
            case .multiply: left.multiplied(by: right)
            case .divide: left.divided(by: right)
            }
        return result.map { .decimal($0) }
    }

    private static func checked(_ result: (partialValue: Int128, overflow: Bool)) -> Numeric? {
        result.overflow ? nil : .integer(result.partialValue)
    }

    private static func floating<Value: BinaryFloatingPoint>(
        _ operation: ArithmeticOperator, _ left: Value, _ right: Value
    ) -> Value {
        switch operation {
        case .add: left + right
        case .subtract: left - right
        case .multiply: left * right
        case .divide: left / right
        }
    }

    /// The nearest float.
    package var floatValue: Float {
        switch self {
        case .float(let value): value
        case .double(let value): Float(value)
        default: Float(doubleValue)
        }
    }

    /// The negated number, or nil on overflow.
    package var negated: Numeric? {
        switch self {
        case .integer(let value):
            Self.checked(Int128(0).subtractingReportingOverflow(value))
        case .decimal(let value): value.negated().map { .decimal($0) }
        case .float(let value): .float(-value)
        case .double(let value): .double(-value)
        }
    }

    /// The order of two numbers after promotion; nil when one of them is NaN.
    package static func compare(_ left: Numeric, _ right: Numeric) -> Ordering? {
        switch (left, right) {
        case (.integer(let a), .integer(let b)): Ordering(a, b)
        case (.float(let a), .float(let b)): a.isNaN || b.isNaN ? nil : Ordering(a, b)
        case (.float, .integer), (.float, .decimal), (.integer, .float), (.decimal, .float):
            left.floatValue.isNaN || right.floatValue.isNaN ? nil : Ordering(left.floatValue, right.floatValue)
        case (.double, _), (_, .double):
            left.doubleValue.isNaN || right.doubleValue.isNaN ? nil : Ordering(left.doubleValue, right.doubleValue)
        default:
            if let a = left.exact, let b = right.exact { Ordering(a, b) } else { nil }
        }
    }
}

/// How two values stand to each other.
package enum Ordering: Sendable {
    case less, equal, greater

    /// The order of two comparable values.
    package init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left < right ? .less : (left == right ? .equal : .greater)
    }

    /// The order with its sides exchanged.
    package var reversed: Ordering {
        switch self {
        case .less: .greater
        case .equal: .equal
        case .greater: .less
        }
    }

    /// Whether a comparison holds for this order.
    package func satisfies(_ comparison: Comparison) -> Bool {
        switch comparison {
        case .equal: self == .equal
        case .notEqual: self != .equal
        case .less: self == .less
        case .lessOrEqual: self != .greater
        case .greater: self == .greater
        case .greaterOrEqual: self != .less
        }
    }
}

/// The lexical forms of floats and doubles.
package enum FloatingPointForm {
    /// The canonical form of XML Schema: a mantissa with a point, `E`, an exponent; `INF`, `-INF`, `NaN`.
    package static func lexicalForm(_ value: some BinaryFloatingPoint & LosslessStringConvertible) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-INF" : "INF" }
        if value == 0 { return value.sign == .minus ? "-0.0E0" : "0.0E0" }
        var digits: [UInt8] = []
        var exponent = 0
        var pointAt: Int?
        var text = Substring("\(value)")
        let isNegative = text.first == "-"
        if isNegative { text = text.dropFirst() }
        if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            exponent = Int(text[text.index(after: mark)...]) ?? 0
            text = text[..<mark]
        }
        for byte in text.utf8 {
            if byte == UInt8(ascii: ".") { pointAt = digits.count } else { digits.append(byte) }
        }
        exponent += (pointAt ?? digits.count) - 1
        let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let fraction = digits.count > 1 ? String(decoding: digits.dropFirst(), as: UTF8.self) : "0"
        let first = String(decoding: digits.prefix(1), as: UTF8.self)
        return "\(isNegative ? "-" : "")\(first).\(fraction)E\(exponent)"
    }

    /// The value of an `xsd:double` or `xsd:float` lexical form, or nil.
    package static func parse<Value: BinaryFloatingPoint & LosslessStringConvertible>(_ text: String) -> Value? {
        switch text {
        case "INF", "+INF": return .infinity
        case "-INF": return -.infinity
        case "NaN": return .nan
        default:
            // Swift also takes hexadecimal, "inf" and "nan": only digits, signs, point and exponent are XML Schema's.
            var hasDigit = false
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
                case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
                    break
                default: return nil
                }
            }
            guard hasDigit else { return nil }
            // strtod takes "5." and ".5" as XML Schema does.
            return Value(text)
        }
    }
}
