import RDF

// One pass over the algebra that replaces what stands in places: names by IRIs, parameters by their values.

extension TriplePattern {
    /// The pattern with each place replaced.
    public func mapTerms<Failure: Error>(
        _ transform: (PatternTerm) throws(Failure) -> PatternTerm
    ) throws(Failure) -> TriplePattern {
        TriplePattern(try transform(subject), try transform(predicate).asRelation, try transform(object))
    }
}

extension PatternTerm {
    /// The place as a predicate: a name there names a relation, wherever it came from.
    var asRelation: PatternTerm {
        guard case .name(var name) = self, name.kind != .relation else { return self }
        name.kind = .relation
        return .name(name)
    }
}

extension PropertyPath {
    /// The path with each predicate replaced.
    public func mapTerms<Failure: Error>(
        _ transform: (PatternTerm) throws(Failure) -> PatternTerm
    ) throws(Failure) -> PropertyPath {
        switch self {
        case .predicate(let predicate): return .predicate(try transform(predicate).asRelation)
        case .inverse(let path): return .inverse(try path.mapTerms(transform))
        case .sequence(let left, let right):
            return .sequence(try left.mapTerms(transform), try right.mapTerms(transform))
        case .alternative(let left, let right):
            return .alternative(try left.mapTerms(transform), try right.mapTerms(transform))
        case .zeroOrMore(let path): return .zeroOrMore(try path.mapTerms(transform))
        case .oneOrMore(let path): return .oneOrMore(try path.mapTerms(transform))
        case .zeroOrOne(let path): return .zeroOrOne(try path.mapTerms(transform))
        case .negated(let forward, let inverse):
            return .negated(forward: try forward.mapTyped(transform), inverse: try inverse.mapTyped(transform))
        }
    }
}

extension Expression {
    /// The expression with each term, variable, name and parameter replaced, inside of `exists` too.
    public func mapTerms<Failure: Error>(
        _ transform: (PatternTerm) throws(Failure) -> PatternTerm
    ) throws(Failure) -> Expression {
        switch self {
        case .term(let term): return try transform(.term(term)).expression
        case .variable(let variable): return try transform(.variable(variable)).expression
        case .name(let name): return try transform(.name(name)).expression
        case .parameter(let name, let range): return try transform(.parameter(name, range)).expression
        case .exists(let algebra): return .exists(try algebra.mapTerms(transform))
        default:
            return try mapOperands { (operand) throws(Failure) in try operand.mapTerms(transform) }
        }
    }
}

extension Algebra {
    /// The algebra with what stands in places replaced. Variables that an operator binds or projects are left alone.
    public func mapTerms<Failure: Error>(
        _ transform: (PatternTerm) throws(Failure) -> PatternTerm
    ) throws(Failure) -> Algebra {
        switch self {
        case .bgp(let patterns):
            return .bgp(try patterns.mapTyped { (pattern) throws(Failure) in try pattern.mapTerms(transform) })
        case .path(let subject, let path, let object):
            return .path(try transform(subject), try path.mapTerms(transform), try transform(object))
        case .join(let left, let right): return .join(try left.mapTerms(transform), try right.mapTerms(transform))
        case .leftJoin(let left, let right, let condition):
            var mapped: Expression?
            if let condition { mapped = try condition.mapTerms(transform) }
            return .leftJoin(try left.mapTerms(transform), try right.mapTerms(transform), mapped)
        case .filter(let condition, let inner):
            return .filter(try condition.mapTerms(transform), try inner.mapTerms(transform))
        case .union(let left, let right): return .union(try left.mapTerms(transform), try right.mapTerms(transform))
        case .minus(let left, let right): return .minus(try left.mapTerms(transform), try right.mapTerms(transform))
        case .graph(let name, let inner): return .graph(try transform(name), try inner.mapTerms(transform))
        case .extend(let inner, let variable, let expression):
            return .extend(try inner.mapTerms(transform), variable, try expression.mapTerms(transform))
        case .values: return self
        case .group(let inner, let keys, let aggregates):
            return .group(
                try inner.mapTerms(transform),
                keys: try keys.mapTyped { (key) throws(Failure) in
                    // A plain key stays as it is: it names the column.
                    if case .variable = key.expression { return key }
                    return GroupKey(key.variable, try key.expression.mapTerms(transform))
                },
                aggregates: try aggregates.mapTyped { (binding) throws(Failure) in
                    var aggregate = binding.aggregate
                    if let argument = aggregate.argument { aggregate.argument = try argument.mapTerms(transform) }
                    return AggregateBinding(binding.variable, aggregate)
                })
        case .orderBy(let inner, let keys):
            return .orderBy(
                try inner.mapTerms(transform),
                try keys.mapTyped { (key) throws(Failure) in
                    OrderKey(try key.expression.mapTerms(transform), descending: key.isDescending)
                })
        case .project(let inner, let variables): return .project(try inner.mapTerms(transform), variables)
        case .distinct(let inner): return .distinct(try inner.mapTerms(transform))
        case .reduced(let inner): return .reduced(try inner.mapTerms(transform))
        case .slice(let inner, let offset, let limit):
            return .slice(try inner.mapTerms(transform), offset: offset, limit: limit)
        case .service(let name, let inner, let silent):
            return .service(try transform(name), try inner.mapTerms(transform), silent: silent)
        }
    }
}

extension Query {
    /// The query with what stands in places of its algebra and its template replaced.
    public func mapTerms<Failure: Error>(
        _ transform: (PatternTerm) throws(Failure) -> PatternTerm
    ) throws(Failure) -> Query {
        var query = self
        query.algebra = try algebra.mapTerms(transform)
        switch form {
        case .select, .ask: break
        case .construct(let template):
            query.form = .construct(
                try template.mapTyped { (pattern) throws(Failure) in try pattern.mapTerms(transform) })
        case .describe(let terms): query.form = .describe(try terms.mapTyped(transform))
        }
        return query
    }
}

extension Algebra {
    /// The variables that a solution may bind, in order of appearance.
    ///
    /// Source: SPARQL 1.1 Query Language, section 18.2.1.
    public var scope: [Variable] {
        var seen: Set<Variable> = []
        var order: [Variable] = []
        collectScope { if seen.insert($0).inserted { order.append($0) } }
        return order
    }

    private func collectScope(_ add: (Variable) -> Void) {
        func addTerm(_ term: PatternTerm) {
            if case .variable(let variable) = term { add(variable) }
        }
        switch self {
        case .bgp(let patterns):
            for pattern in patterns {
                addTerm(pattern.subject)
                addTerm(pattern.predicate)
                addTerm(pattern.object)
            }
        case .path(let subject, _, let object):
            addTerm(subject)
            addTerm(object)
        case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right):
            left.collectScope(add)
            right.collectScope(add)
        case .minus(let left, _): left.collectScope(add)
        case .filter(_, let inner), .orderBy(let inner, _), .distinct(let inner), .reduced(let inner),
            .slice(let inner, _, _):
            inner.collectScope(add)
        case .graph(let name, let inner), .service(let name, let inner, _):
            addTerm(name)
            inner.collectScope(add)
        case .extend(let inner, let variable, _):
            inner.collectScope(add)
            add(variable)
        case .values(let variables, _): variables.forEach(add)
        case .group(_, let keys, let aggregates):
            keys.forEach { add($0.variable) }
            aggregates.forEach { add($0.variable) }
        case .project(_, let variables): variables.forEach(add)
        }
    }

    /// The join of two parts, neighbouring triple patterns in one basic graph pattern.
    public static func merging(_ left: Algebra, _ right: Algebra) -> Algebra {
        switch (left, right) {
        case (.bgp(let patterns), _) where patterns.isEmpty: right
        case (_, .bgp(let patterns)) where patterns.isEmpty: left
        case (.bgp(let first), .bgp(let second)): .bgp(first + second)
        case (.join(let first, .bgp(let second)), .bgp(let third)): .join(first, .bgp(second + third))
        default: .join(left, right)
        }
    }
}
