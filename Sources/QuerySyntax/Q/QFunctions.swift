import RDF

/// The functions that expressions may call.
struct QFunction: Sendable {
    /// How a call becomes an expression of the algebra.
    enum Meaning: Sendable {
        /// SPARQL's function of a name.
        case builtIn(String)
        /// A cast to a datatype.
        case cast(String)
        /// The digits of a date from a place on, as a number.
        case datePart(start: Int, length: Int)
    }

    let name: String
    let arity: ClosedRange<Int>
    let meaning: Meaning

    /// The function of a name, whatever its case.
    static func named(_ name: String) -> QFunction? { byName[name.lowercased()] }

    /// Every name, in order.
    static var names: [String] { byName.keys.sorted() }

    /// The call with its arguments.
    func call(_ arguments: [Expression]) -> Expression {
        switch meaning {
        case .builtIn(let name): return .function(name, arguments)
        case .cast(let datatype): return .call(datatype, arguments)
        case .datePart(let start, let length):
            let text = Expression.function("STR", arguments)
            return .call(
                XSD.integer, [.function("SUBSTR", [text, .term(.integer(start)), .term(.integer(length))])])
        }
    }

    private static let byName: [String: QFunction] = {
        var table: [String: QFunction] = [:]
        func add(_ name: String, _ arity: ClosedRange<Int>, _ meaning: Meaning? = nil) {
            table[name] = QFunction(name: name, arity: arity, meaning: meaning ?? .builtIn(name.uppercased()))
        }
        let unary = [
            "str", "lang", "datatype", "iri", "abs", "ceil", "floor", "round", "strlen", "ucase", "lcase",
            "encode_for_uri", "hours", "minutes", "seconds", "timezone", "tz", "md5", "sha1", "sha256", "sha384",
            "sha512", "isiri", "isblank", "isliteral", "isnumeric", "bound",
        ]
        for name in unary { add(name, 1...1) }
        for name in ["langmatches", "contains", "strstarts", "strends", "strbefore", "strafter", "sameterm"] {
            add(name, 2...2)
        }
        for name in ["now", "rand", "uuid", "struuid"] { add(name, 0...0) }
        for name in ["concat", "coalesce"] { add(name, 1...64) }
        add("if", 3...3)
        add("strlang", 2...2)
        add("strdt", 2...2)
        add("regex", 2...3)
        add("substr", 2...3)
        add("replace", 3...4)
        add("length", 1...1, .builtIn("STRLEN"))
        add("upper", 1...1, .builtIn("UCASE"))
        add("lower", 1...1, .builtIn("LCASE"))
        add("starts", 2...2, .builtIn("STRSTARTS"))
        add("ends", 2...2, .builtIn("STRENDS"))
        add("number", 1...1, .cast(XSD.decimal))
        add("integer", 1...1, .cast(XSD.integer))
        add("year", 1...1, .datePart(start: 1, length: 4))
        add("month", 1...1, .datePart(start: 6, length: 2))
        add("day", 1...1, .datePart(start: 9, length: 2))
        return table
    }()

    /// The aggregates, by name.
    static let aggregates: [String: Aggregate.Function] = [
        "count": .count, "sum": .sum, "avg": .average, "min": .minimum, "max": .maximum, "sample": .sample,
        "list": .groupConcat(separator: ", "),
    ]
}
