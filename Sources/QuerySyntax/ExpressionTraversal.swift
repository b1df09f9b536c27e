import RDF

extension Expression {
    /// The expression with its direct operands replaced.
    func mapOperands<Failure: Error>(
        _ transform: (Expression) throws(Failure) -> Expression
    ) throws(Failure) -> Expression {
        switch self {
        case .term, .variable, .name, .parameter, .exists: return self
        case .or(let left, let right): return .or(try transform(left), try transform(right))
        case .and(let left, let right): return .and(try transform(left), try transform(right))
        case .not(let inner): return .not(try transform(inner))
        case .compare(let comparison, let left, let right):
            return .compare(comparison, try transform(left), try transform(right))
        case .arithmetic(let operation, let left, let right):
            return .arithmetic(operation, try transform(left), try transform(right))
        case .negative(let inner): return .negative(try transform(inner))
        case .isIn(let left, let members):
            return .isIn(try transform(left), try members.mapTyped(transform))
        case .function(let name, let arguments): return .function(name, try arguments.mapTyped(transform))
        case .call(let name, let arguments): return .call(name, try arguments.mapTyped(transform))
        case .aggregate(let aggregate):
            guard let argument = aggregate.argument else { return self }
            return .aggregate(
                Aggregate(aggregate.function, distinct: aggregate.isDistinct, try transform(argument)))
        }
    }

    /// The direct operands; none for `exists`.
    var operands: [Expression] {
        switch self {
        case .term, .variable, .name, .parameter, .exists: []
        case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right):
            [left, right]
        case .not(let inner), .negative(let inner): [inner]
        case .isIn(let left, let members): [left] + members
        case .function(_, let arguments), .call(_, let arguments): arguments
        case .aggregate(let aggregate): aggregate.argument.map { [$0] } ?? []
        }
    }

    /// The variables that the expression itself reads, those inside of `exists` left out, in order of appearance.
    public var variables: [Variable] {
        var found: [Variable] = []
        collectVariables(into: &found)
        return found
    }

    private func collectVariables(into found: inout [Variable]) {
        if case .variable(let variable) = self, !found.contains(variable) { found.append(variable) }
        for operand in operands { operand.collectVariables(into: &found) }
    }

    /// Whether an aggregate stands in the expression.
    public var containsAggregate: Bool {
        if case .aggregate = self { return true }
        return operands.contains(where: \.containsAggregate)
    }

    /// The expressions that `&&` joins.
    var conjuncts: [Expression] {
        guard case .and(let left, let right) = self else { return [self] }
        return left.conjuncts + right.conjuncts
    }

    /// All of several conditions, or nil for none.
    static func all(_ conditions: [Expression]) -> Expression? {
        QParser.balanced(conditions) { .and($0, $1) }
    }

    /// Any of several conditions, or nil for none.
    static func any(_ conditions: [Expression]) -> Expression? {
        QParser.balanced(conditions) { .or($0, $1) }
    }

    /// The expression with variables replaced, those inside of `exists` left alone.
    func replacing(_ replacements: [Variable: Expression]) -> Expression {
        if case .variable(let variable) = self, let replacement = replacements[variable] { return replacement }
        return mapOperands { $0.replacing(replacements) }
    }
}

extension Array {
    /// `map` with a typed error.
    func mapTyped<Result, Failure: Error>(
        _ transform: (Element) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        for element in self { results.append(try transform(element)) }
        return results
    }
}

extension PatternTerm {
    /// The place as an expression.
    public var expression: Expression {
        switch self {
        case .term(let term): .term(term)
        case .variable(let variable): .variable(variable)
        case .name(let name): .name(name)
        case .parameter(let name, let range): .parameter(name, range)
        }
    }
}
