/// ABS, CEIL, FLOOR, ROUND: each keeps the type of its argument.
///
/// Source: SPARQL 1.1 Query Language, section 17.4.4.
enum NumericFunctions {
    static func apply(_ function: BuiltinFunction, _ number: Numeric) -> Numeric? {
        switch number {
        case .integer(let value):
            guard function == .abs else { return number }
            return value < 0 ? number.negated : number
        case .decimal(let value):
            switch function {
            case .abs: return value.coefficient < 0 ? number.negated : number
            case .ceil: return .decimal(value.roundedUp)
            case .floor: return .decimal(value.roundedDown)
            default: return .decimal(value.rounded)
            }
        case .float(let value): return .float(apply(function, value))
        case .double(let value): return .double(apply(function, value))
        }
    }

    private static func apply<Value: BinaryFloatingPoint>(_ function: BuiltinFunction, _ value: Value) -> Value {
        switch function {
        case .abs: return value.magnitude
        case .ceil: return value.rounded(.up)
        case .floor: return value.rounded(.down)
        default:
            // Half goes towards positive infinity, as in XPath.
            let floor = value.rounded(.down)
            return value - floor >= 0.5 ? floor + 1 : floor
        }
    }
}
