import RDF

extension Query {
    /// The names of the parameters that have no value yet, in order of appearance.
    public var parameters: [String] {
        var found: [String] = []
        _ = mapTerms { term in
            if case .parameter(let name, _) = term, !found.contains(name) { found.append(name) }
            return term
        }
        return found
    }

    /// The query with values in place of its parameters; `_` is a fresh variable for each parameter.
    public func binding(_ values: [String: QTerm]) -> Query {
        mapTerms { $0.binding(values) }
    }
}

extension UpdateOperation {
    /// The operation with values in place of its parameters.
    public func binding(_ values: [String: QTerm]) -> UpdateOperation {
        mapTerms { $0.binding(values) }
    }
}

extension PatternTerm {
    /// The place with a value instead of a parameter that has one.
    public func binding(_ values: [String: QTerm]) -> PatternTerm {
        guard case .parameter(let name, let range) = self, let value = values[name] else { return self }
        switch value {
        case .variable(let variable): return .variable(variable)
        case .anything: return .variable(Variable(".parameter.\(name)"))
        case .constant(let term), .quantity(let term, _): return .term(term)
        case .name(var name):
            // Errors point at the place in the query, whatever text the value comes from.
            name.range = range
            return .name(name)
        case .parameter: return self
        }
    }
}
