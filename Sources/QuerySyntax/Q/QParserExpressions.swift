import RDF

/// The pseudo-function that stands for `~` until the compiler expands it.
let textMatchFunction = "~"

extension QParser {
    /// An expression.
    mutating func expression() throws(SyntaxError) -> Expression {
        try nested { (parser) throws(SyntaxError) in try parser.disjunction() }
    }

    private mutating func disjunction() throws(SyntaxError) -> Expression {
        let first = try conjunction()
        var operands = [first]
        while acceptSymbol("||") {
            try grow()
            operands.append(try conjunction())
        }
        return Self.balanced(operands) { .or($0, $1) } ?? first
    }

    private mutating func conjunction() throws(SyntaxError) -> Expression {
        let first = try relational()
        var operands = [first]
        while acceptSymbol("&&") {
            try grow()
            operands.append(try relational())
        }
        return Self.balanced(operands) { .and($0, $1) } ?? first
    }

    /// A comparison, a text match, a membership, or a computation alone.
    mutating func relational() throws(SyntaxError) -> Expression {
        let left = try additive()
        let token = current
        if token.kind == .symbol {
            if let comparison = Comparison(rawValue: token.value) {
                position += 1
                return .compare(comparison, left, try additive())
            }
            if token.value == "~" {
                position += 1
                let isPattern = current.kind == .text || current.kind == .parameter || current.kind == .variable
                guard isPattern else {
                    throw unexpected("a text in single quotes", hint: "for example: ?x ~ 'ceasefire'")
                }
                return .function(textMatchFunction, [left, try primary()])
            }
            if token.value == "==" {
                throw error("`==` is written `=`", at: token.range)
            }
        }
        let isNegated = token.isWord("not") && self.token(1).isWord("in")
        guard isNegated || token.isWord("in") else { return left }
        position += isNegated ? 2 : 1
        let membership = try membership(of: left)
        return isNegated ? .not(membership) : membership
    }

    private mutating func membership(of left: Expression) throws(SyntaxError) -> Expression {
        guard acceptSymbol("(") else {
            let low = try additive()
            try expectSymbol("..", "`..`", hint: "membership is `in (A, B)` or `in 5..10`")
            let high = try additive()
            return .and(.compare(.greaterOrEqual, left, low), .compare(.lessOrEqual, left, high))
        }
        var members = [try expression()]
        while acceptSymbol(",") {
            try grow()
            members.append(try expression())
        }
        try expectSymbol(")", "`,` or `)`")
        return .isIn(left, members)
    }

    private mutating func additive() throws(SyntaxError) -> Expression {
        var result = try multiplicative()
        var length = 0
        while current.isSymbol("+") || current.isSymbol("-") {
            let operation: ArithmeticOperator = current.value == "+" ? .add : .subtract
            position += 1
            try bound(&length)
            result = .arithmetic(operation, result, try multiplicative())
        }
        return result
    }

    private mutating func multiplicative() throws(SyntaxError) -> Expression {
        var result = try unary()
        var length = 0
        while current.isSymbol("*") || current.isSymbol("/") {
            let operation: ArithmeticOperator = current.value == "*" ? .multiply : .divide
            position += 1
            try bound(&length)
            result = .arithmetic(operation, result, try unary())
        }
        return result
    }

    /// Sums and products are trees as deep as they are long.
    private mutating func bound(_ length: inout Int) throws(SyntaxError) {
        length += 1
        guard length <= 5 * Self.maximumDepth else {
            throw error("a computation of more than \(5 * Self.maximumDepth) operators", at: current.range)
        }
    }

    private mutating func unary() throws(SyntaxError) -> Expression {
        if current.isSymbol("!") {
            return try nested { (parser) throws(SyntaxError) in
                parser.position += 1
                return .not(try parser.unary())
            }
        }
        if current.isSymbol("-"), token(1).kind != .integer, token(1).kind != .decimal {
            return try nested { (parser) throws(SyntaxError) in
                parser.position += 1
                return .negative(try parser.unary())
            }
        }
        return try primary()
    }

    private mutating func primary() throws(SyntaxError) -> Expression {
        let token = current
        if token.isSymbol("(") {
            position += 1
            let inner = try expression()
            try expectSymbol(")", "`)`")
            return inner
        }
        if token.kind == .word || token.kind == .capital, self.token(1).isSymbol("(") { return try call() }
        if token.isWord("true") || token.isWord("false") {
            position += 1
            return .term(.literal(Literal(token.value, datatype: XSD.boolean)))
        }
        if token.kind == .variable || QuestionWord(token) != nil {
            position += 1
            note(Variable(token.value), at: token.range)
            return .variable(Variable(token.value))
        }
        let term = try term("a value")
        switch term {
        case .constant(let constant): return .term(constant)
        case .name(let name): return .name(name)
        case .parameter(let name, let range): return .parameter(name, range)
        case .variable(let variable): return .variable(variable)
        case .anything:
            throw error("`_` has no value", at: token.range, hint: "write a variable, as ?x")
        case .quantity(_, let unit):
            throw error(
                "a unit in a comparison is not understood yet", at: range(from: token.range.lowerBound),
                hint: "compare the number, and ask the claim for its unit: [unit '\(unit)']")
        }
    }

    /// Whether a call of a known function stands here.
    var isFunctionCall: Bool {
        guard current.kind == .word, token(1).isSymbol("(") else { return false }
        return QFunction.named(current.value) != nil || QFunction.aggregates[current.value] != nil
    }

    private mutating func call() throws(SyntaxError) -> Expression {
        let token = current
        try grow()
        if let aggregate = QFunction.aggregates[token.value.lowercased()] { return try aggregateCall(aggregate) }
        guard let function = QFunction.named(token.value) else {
            let names = QFunction.names + QFunction.aggregates.keys.sorted()
            throw error(
                "no function is called “\(token.value)”", at: token.range,
                hint: Spelling.suggestion(for: token.value, among: names))
        }
        position += 2
        var arguments: [Expression] = []
        if !current.isSymbol(")") {
            repeat { arguments.append(try expression()) } while acceptSymbol(",")
        }
        try expectSymbol(")", "`,` or `)`")
        guard function.arity.contains(arguments.count) else {
            let wanted =
                function.arity.count == 1
                ? "\(function.arity.lowerBound)" : "\(function.arity.lowerBound) to \(function.arity.upperBound)"
            let noun = wanted == "1" ? "argument" : "arguments"
            throw error(
                "`\(token.value)` takes \(wanted) \(noun), not \(arguments.count)",
                at: range(from: token.range.lowerBound))
        }
        return function.call(arguments)
    }

    private mutating func aggregateCall(_ function: Aggregate.Function) throws(SyntaxError) -> Expression {
        let token = current
        guard aggregatesAllowed else {
            throw error(
                "`\(token.value)` counts over groups, and stands in `find`, `having` or `order by` only",
                at: token.range,
                hint: "for example: find ?who, count(?x) as ?n where ?who ?r ?x having ?n > 1")
        }
        position += 2
        let isDistinct = acceptWord("distinct")
        aggregatesAllowed = false
        defer { aggregatesAllowed = true }
        var argument: Expression?
        if current.isSymbol("*"), function == .count {
            position += 1
        } else {
            argument = try expression()
        }
        try expectSymbol(")", "`)`")
        return .aggregate(Aggregate(function, distinct: isDistinct, argument))
    }
}
