import QuerySyntax

extension PatternTerm {
    /// The variable, or nil.
    var variable: Variable? { if case .variable(let variable) = self { variable } else { nil } }
}

extension Algebra {
    /// The variables that a solution may bind.
    var visibleVariables: Set<Variable> {
        switch self {
        case .bgp(let patterns):
            return Set(
                patterns.flatMap { [$0.subject.variable, $0.predicate.variable, $0.object.variable] }.compactMap { $0 })
        case .path(let subject, _, let object): return Set([subject.variable, object.variable].compactMap { $0 })
        case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right):
            return left.visibleVariables.union(right.visibleVariables)
        case .filter(_, let inner), .minus(let inner, _), .orderBy(let inner, _), .distinct(let inner),
            .reduced(let inner), .slice(let inner, _, _):
            return inner.visibleVariables
        case .graph(let name, let inner), .service(let name, let inner, _):
            return inner.visibleVariables.union([name.variable].compactMap { $0 })
        case .extend(let inner, let variable, _): return inner.visibleVariables.union([variable])
        case .values(let variables, _): return Set(variables)
        case .group(_, let keys, let aggregates): return Set(keys.map(\.variable) + aggregates.map(\.variable))
        case .project(_, let variables): return Set(variables)
        }
    }

    /// The variables that every solution binds.
    var certainVariables: Set<Variable> {
        switch self {
        case .bgp, .path: return visibleVariables
        case .join(let left, let right): return left.certainVariables.union(right.certainVariables)
        case .leftJoin(let left, _, _), .minus(let left, _): return left.certainVariables
        case .union(let left, let right): return left.certainVariables.intersection(right.certainVariables)
        case .filter(_, let inner), .orderBy(let inner, _), .distinct(let inner), .reduced(let inner),
            .slice(let inner, _, _), .extend(let inner, _, _):
            return inner.certainVariables
        case .graph(let name, let inner): return inner.certainVariables.union([name.variable].compactMap { $0 })
        case .service: return []
        case .values(let variables, let rows):
            return Set(variables.indices.filter { index in rows.allSatisfy { $0[index] != nil } }.map { variables[$0] })
        case .group: return []
        case .project(let inner, let variables): return inner.certainVariables.intersection(variables)
        }
    }

    /// All variables that are mentioned, those of filters and of EXISTS included, but not those local to subqueries.
    var mentionedVariables: Set<Variable> {
        switch self {
        case .bgp, .path, .values, .project, .group: return visibleVariables
        case .join(let left, let right), .union(let left, let right), .minus(let left, let right):
            return left.mentionedVariables.union(right.mentionedVariables)
        case .leftJoin(let left, let right, let condition):
            return left.mentionedVariables.union(right.mentionedVariables).union(condition?.mentionedVariables ?? [])
        case .filter(let condition, let inner): return inner.mentionedVariables.union(condition.mentionedVariables)
        case .extend(let inner, let variable, let expression):
            return inner.mentionedVariables.union(expression.mentionedVariables).union([variable])
        case .graph(let name, let inner), .service(let name, let inner, _):
            return inner.mentionedVariables.union([name.variable].compactMap { $0 })
        case .orderBy(let inner, _), .distinct(let inner), .reduced(let inner), .slice(let inner, _, _):
            return inner.mentionedVariables
        }
    }

    /// Whether joining rows with this algebra may be done by starting its evaluation from those rows, which bind `seed`.
    func isSeedable(_ seed: Set<Variable>, inExists: Bool = false) -> Bool {
        func sees(_ variables: Set<Variable>, beyond inner: Algebra) -> Bool {
            !variables.intersection(seed).isSubset(of: inner.certainVariables)
        }
        switch self {
        case .bgp, .path, .values: return true
        case .join(let left, let right), .union(let left, let right):
            return left.isSeedable(seed, inExists: inExists) && right.isSeedable(seed, inExists: inExists)
        case .filter(let condition, let inner):
            return inner.isSeedable(seed, inExists: inExists)
                && (inExists || !sees(condition.mentionedVariables, beyond: inner))
        case .leftJoin(let left, let right, let condition):
            let inside = right.mentionedVariables.union(condition?.mentionedVariables ?? [])
            return left.isSeedable(seed, inExists: inExists) && (inExists || !sees(inside, beyond: left))
        case .minus(let left, let right):
            return left.isSeedable(seed, inExists: inExists) && !sees(right.visibleVariables, beyond: left)
        case .extend(let inner, let variable, let expression):
            return !seed.contains(variable) && inner.isSeedable(seed, inExists: inExists)
                && (inExists || !sees(expression.mentionedVariables, beyond: inner))
        case .graph(_, let inner): return inner.isSeedable(seed, inExists: inExists)
        case .group, .orderBy, .project, .distinct, .reduced, .slice, .service: return false
        }
    }
}

extension Expression {
    /// All variables that are mentioned, those of EXISTS included.
    var mentionedVariables: Set<Variable> {
        switch self {
        case .variable(let variable): return [variable]
        case .term, .name, .parameter: return []
        case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right):
            return left.mentionedVariables.union(right.mentionedVariables)
        case .not(let inner), .negative(let inner): return inner.mentionedVariables
        case .isIn(let first, let rest):
            return rest.reduce(into: first.mentionedVariables) { $0.formUnion($1.mentionedVariables) }
        case .exists(let algebra): return algebra.mentionedVariables
        case .function(_, let arguments), .call(_, let arguments):
            return arguments.reduce(into: []) { $0.formUnion($1.mentionedVariables) }
        case .aggregate(let aggregate): return aggregate.argument?.mentionedVariables ?? []
        }
    }

    /// The conjuncts of a conjunction.
    var conjuncts: [Expression] {
        if case .and(let left, let right) = self { left.conjuncts + right.conjuncts } else { [self] }
    }

    /// Whether an EXISTS stands somewhere within.
    var hasExists: Bool {
        switch self {
        case .exists: true
        case .term, .variable, .name, .parameter, .aggregate: false
        case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right):
            left.hasExists || right.hasExists
        case .not(let inner), .negative(let inner): inner.hasExists
        case .isIn(let first, let rest): first.hasExists || rest.contains(where: \.hasExists)
        case .function(_, let arguments), .call(_, let arguments): arguments.contains(where: \.hasExists)
        }
    }
}
