import RDF

/// Expressions.
extension SPARQLParser {
    /// What may follow FILTER and HAVING: parentheses or a call.
    mutating func constraint() throws(SyntaxError) -> Expression {
        guard isMark("(") || startsCall else { throw unexpected("a condition in parentheses or a function") }
        return try primaryExpression()
    }

    /// Whether a function call begins here.
    var startsCall: Bool {
        switch current {
        case .iri, .prefixed: true
        case .word(let word):
            SPARQLFunctions.arity[word.uppercased()] != nil || SPARQLFunctions.aggregates.contains(word.uppercased())
                || word.uppercased() == "EXISTS" || word.uppercased() == "NOT"
        default: false
        }
    }

    mutating func expression() throws(SyntaxError) -> Expression {
        try nested { (parser) throws(SyntaxError) in
            var branches = [try parser.conjunction()]
            while parser.take(mark: "||") { branches.append(try parser.conjunction()) }
            return Expression.any(branches) ?? branches[0]
        }
    }

    private mutating func conjunction() throws(SyntaxError) -> Expression {
        var conditions = [try comparison()]
        while take(mark: "&&") { conditions.append(try comparison()) }
        return Expression.all(conditions) ?? conditions[0]
    }

    private mutating func comparison() throws(SyntaxError) -> Expression {
        let left = try sum()
        if case .mark(let mark) = current, let comparison = Comparison(rawValue: mark) {
            advance()
            return .compare(comparison, left, try sum())
        }
        if take(keyword: "IN") { return .isIn(left, try expressionList()) }
        if isKeyword("NOT"), case .word(let word) = following, word.uppercased() == "IN" {
            advance()
            advance()
            return .not(.isIn(left, try expressionList()))
        }
        return left
    }

    private mutating func sum() throws(SyntaxError) -> Expression {
        var left = try product()
        var length = 0
        while isMark("+") || isMark("-") {
            let operation: ArithmeticOperator = isMark("+") ? .add : .subtract
            advance()
            left = .arithmetic(operation, left, try product())
            length += 1
            if length > 1000 { throw error("this sum has more than 1000 terms") }
        }
        return left
    }

    private mutating func product() throws(SyntaxError) -> Expression {
        var left = try unary()
        var length = 0
        while isMark("*") || isMark("/") {
            let operation: ArithmeticOperator = isMark("*") ? .multiply : .divide
            advance()
            left = .arithmetic(operation, left, try unary())
            length += 1
            if length > 1000 { throw error("this product has more than 1000 factors") }
        }
        return left
    }

    private mutating func unary() throws(SyntaxError) -> Expression {
        if isMark("!") || isMark("+") || isMark("-") {
            if !isMark("!"), let literal = try takeLiteral() { return .term(.literal(literal)) }
            return try nested { (parser) throws(SyntaxError) in
                if parser.take(mark: "!") { return .not(try parser.unary()) }
                if parser.take(mark: "-") { return .negative(try parser.unary()) }
                parser.advance()
                // Unary plus keeps a number and makes an error of anything else, as minus does twice.
                return .negative(.negative(try parser.unary()))
            }
        }
        return try primaryExpression()
    }

    mutating func primaryExpression() throws(SyntaxError) -> Expression {
        switch current {
        case .mark("("):
            advance()
            let inner = try expression()
            try expect(mark: ")")
            return inner
        case .variable(let name):
            advance()
            return .variable(Variable(name))
        case .word(let word):
            if ["true", "false"].contains(word.lowercased()) { break }
            return try builtinCall(word.uppercased())
        default: break
        }
        if let literal = try takeLiteral() { return .term(.literal(literal)) }
        if let iri = try takeIRI() {
            guard isMark("(") else { return .term(.iri(iri)) }
            advance()
            if isKeyword("DISTINCT") { throw error("DISTINCT belongs in an aggregate") }
            var arguments: [Expression] = []
            if !isMark(")") {
                repeat { arguments.append(try expression()) } while take(mark: ",")
            }
            try expect(mark: ")")
            return .call(iri, arguments)
        }
        throw unexpected("an expression")
    }

    private mutating func expressionList() throws(SyntaxError) -> [Expression] {
        try expect(mark: "(")
        var items: [Expression] = []
        if !isMark(")") {
            repeat { items.append(try expression()) } while take(mark: ",")
        }
        try expect(mark: ")")
        return items
    }

    private mutating func builtinCall(_ name: String) throws(SyntaxError) -> Expression {
        let start = range
        if name == "EXISTS" {
            advance()
            // The pattern around goes on behind the filter.
            let outer = patternNumber
            let pattern = try groupGraphPattern()
            patternNumber = outer
            return .exists(pattern)
        }
        if name == "NOT" {
            advance()
            guard isKeyword("EXISTS") else { throw unexpected("EXISTS") }
            return .not(try builtinCall("EXISTS"))
        }
        if SPARQLFunctions.aggregates.contains(name) { return try aggregate(name) }
        guard let arity = SPARQLFunctions.arity[name] else {
            throw error(
                "there is no function “\(source.text(in: start))”",
                hint: Spelling.suggestion(for: name, among: SPARQLFunctions.arity.keys.sorted()))
        }
        advance()
        let arguments = try expressionList()
        guard arity.contains(arguments.count) else {
            let wanted =
                arity.lowerBound == arity.upperBound
                ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
            throw error(
                "\(name) takes \(wanted) argument\(wanted == "1" ? "" : "s"), not \(arguments.count)", at: start)
        }
        if name == "BOUND" {
            guard case .variable = arguments[0] else { throw error("BOUND takes a variable", at: start) }
        }
        return .function(name == "URI" ? "IRI" : name == "ISURI" ? "ISIRI" : name, arguments)
    }

    private mutating func aggregate(_ name: String) throws(SyntaxError) -> Expression {
        guard allowsAggregates else {
            throw error("an aggregate can't stand here", hint: "aggregates belong in SELECT, HAVING and ORDER BY")
        }
        advance()
        try expect(mark: "(")
        let isDistinct = take(keyword: "DISTINCT")
        // An aggregate within an aggregate has no meaning.
        allowsAggregates = false
        defer { allowsAggregates = true }
        if name == "COUNT", take(mark: "*") {
            try expect(mark: ")")
            return .aggregate(Aggregate(.count, distinct: isDistinct, nil))
        }
        let argument = try expression()
        var function: Aggregate.Function
        switch name {
        case "COUNT": function = .count
        case "SUM": function = .sum
        case "AVG": function = .average
        case "MIN": function = .minimum
        case "MAX": function = .maximum
        case "SAMPLE": function = .sample
        default:
            function = .groupConcat(separator: " ")
            if take(mark: ";") {
                try expect(keyword: "SEPARATOR")
                try expect(mark: "=")
                guard case .string(let separator) = current else { throw unexpected("a string") }
                advance()
                function = .groupConcat(separator: separator)
            }
        }
        try expect(mark: ")")
        return .aggregate(Aggregate(function, distinct: isDistinct, argument))
    }
}

/// The built-in functions of SPARQL 1.1.
enum SPARQLFunctions {
    /// How many arguments each takes.
    static let arity: [String: ClosedRange<Int>] = {
        var table: [String: ClosedRange<Int>] = [
            "RAND": 0...0, "NOW": 0...0, "UUID": 0...0, "STRUUID": 0...0, "BNODE": 0...1, "IF": 3...3,
            "COALESCE": 0...1000, "CONCAT": 0...1000, "SUBSTR": 2...3, "REGEX": 2...3, "REPLACE": 3...4,
        ]
        for name in ["LANGMATCHES", "CONTAINS", "STRSTARTS", "STRENDS", "STRBEFORE", "STRAFTER", "STRLANG", "STRDT"] {
            table[name] = 2...2
        }
        table["SAMETERM"] = 2...2
        for name in [
            "STR", "LANG", "DATATYPE", "BOUND", "IRI", "URI", "ABS", "CEIL", "FLOOR", "ROUND", "STRLEN", "UCASE",
            "LCASE", "ENCODE_FOR_URI", "YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ", "MD5",
            "SHA1", "SHA256", "SHA384", "SHA512", "ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "ISNUMERIC",
        ] {
            table[name] = 1...1
        }
        return table
    }()

    /// The aggregates.
    static let aggregates: Set<String> = ["COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT"]
}
