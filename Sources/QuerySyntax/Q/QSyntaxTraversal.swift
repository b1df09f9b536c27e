import RDF

extension QBody {
    /// Whether a variable stands anywhere in the body.
    func mentions(_ variable: Variable) -> Bool {
        branches.contains { $0.contains { $0.mentions(variable) } }
    }

    /// The patterns that must match in every solution of a body without `or`, in the order written.
    public var requiredPatterns: [QPattern] {
        guard branches.count == 1 else { return [] }
        return branches[0].flatMap { unit -> [QPattern] in
            switch unit {
            case .pattern(let pattern): [pattern]
            case .group(let body): body.requiredPatterns
            default: []
            }
        }
    }
}

extension QUnit {
    func mentions(_ variable: Variable) -> Bool {
        switch self {
        case .pattern(let pattern): pattern.variables.contains(variable)
        case .filter(let expression, _): expression.variables.contains(variable)
        case .assignment(let other, let expression, _):
            other == variable || expression.variables.contains(variable)
        case .not(let body), .maybe(let body), .group(let body): body.mentions(variable)
        }
    }

    /// Whether the unit only filters.
    var isFilter: Bool {
        if case .filter = self { return true }
        return false
    }
}

extension QTerm {
    var variable: Variable? {
        if case .variable(let variable) = self { return variable }
        return nil
    }
}

extension QPattern {
    /// The variables of the pattern and its qualifiers, in order.
    public var variables: [Variable] {
        var found = [subject.variable]
        if case .variable(let variable) = relation { found.append(variable) }
        found.append(object.variable)
        for qualifier in claim ?? [] { found.append(qualifier.variable) }
        return found.compactMap(\.self)
    }
}

extension QQualifier {
    /// The variable that the qualifier names, if any.
    var variable: Variable? {
        switch kind {
        case .any, .certainty, .future, .polarity: nil
        case .node(let variable): variable
        case .saidBy(let term), .within(let term), .date(_, let term), .published(_, let term),
            .property(_, let term):
            term.variable
        }
    }
}
