import RDF

/// The grouping of a `find` with aggregates: its other items are the keys.
struct QGrouping {
    private let items: [QItem]
    private var bindings: [AggregateBinding] = []
    /// The keys of `order by`, aggregates replaced by the variables that hold them.
    private(set) var order: [OrderKey] = []
    /// The columns that hold computed values, which have no label.
    private(set) var computed: Set<Variable> = []

    init(_ items: [QItem]) {
        self.items = items
    }

    /// The group with its `having` and its computed columns.
    mutating func group(
        _ algebra: Algebra, _ query: QQuery, scope: Set<Variable>, in compilation: inout QCompilation
    ) throws(SyntaxError) -> Algebra {
        var inner = algebra
        var keys: [GroupKey] = []
        var extensions: [(Variable, Expression)] = []
        for item in items {
            guard let written = item.expression else {
                keys.append(GroupKey(item.variable, .variable(item.variable)))
                continue
            }
            computed.insert(item.variable)
            let expression = try compilation.condition(written, at: item.range, scope: scope)
            if case .aggregate(let aggregate) = expression {
                // The column itself holds the aggregate.
                let prepared = prepare(aggregate, over: &inner, in: &compilation)
                bindings.append(AggregateBinding(item.variable, prepared))
            } else if expression.containsAggregate {
                try requireGrouped(expression, item.range, compilation)
                let replaced = replaceAggregates(expression, over: &inner, in: &compilation)
                extensions.append((item.variable, replaced))
            } else {
                keys.append(GroupKey(item.variable, expression))
            }
        }
        let columns = Set(items.map(\.variable))
        var conditions: [Expression] = []
        for having in query.having {
            let expression = try compilation.condition(having, at: query.range, scope: scope.union(columns))
            try requireGrouped(expression, query.range, compilation)
            // A column that is computed after grouping is not there yet: its expression stands in for it.
            let replaced = replaceAggregates(expression, over: &inner, in: &compilation)
            conditions.append(replaced.replacing(Dictionary(extensions) { first, _ in first }))
        }
        for key in query.order {
            let expression = try compilation.condition(key.expression, at: key.range, scope: scope.union(columns))
            try requireGrouped(expression, key.range, compilation)
            order.append(
                OrderKey(
                    replaceAggregates(expression, over: &inner, in: &compilation), descending: key.isDescending))
        }
        var result = Algebra.group(inner, keys: keys, aggregates: bindings)
        if let all = Expression.all(conditions) { result = .filter(all, result) }
        for (variable, expression) in extensions { result = .extend(result, variable, expression) }
        return result
    }

    /// Outside of aggregates only columns have a value for the whole group.
    private func requireGrouped(
        _ expression: Expression, _ range: SourceRange, _ compilation: QCompilation
    ) throws(SyntaxError) {
        let columns = Set(items.map(\.variable))
        for variable in Self.bareVariables(expression) where !columns.contains(variable) {
            throw compilation.error(
                "?\(variable.name) has many values in a group", at: range,
                hint: "show ?\(variable.name) too, or take count, sum, min, max or list of it")
        }
    }

    private static func bareVariables(_ expression: Expression) -> [Variable] {
        switch expression {
        case .variable(let variable): [variable]
        case .aggregate: []
        default: expression.operands.flatMap(bareVariables)
        }
    }

    private mutating func replaceAggregates(
        _ expression: Expression, over algebra: inout Algebra, in compilation: inout QCompilation
    ) -> Expression {
        if case .aggregate(let aggregate) = expression {
            let prepared = prepare(aggregate, over: &algebra, in: &compilation)
            if let known = bindings.first(where: { $0.aggregate == prepared }) { return .variable(known.variable) }
            let variable = compilation.hidden("aggregate")
            bindings.append(AggregateBinding(variable, prepared))
            return .variable(variable)
        }
        var replaced: [Expression] = []
        for operand in expression.operands {
            replaced.append(replaceAggregates(operand, over: &algebra, in: &compilation))
        }
        var index = 0
        return expression.mapOperands { _ in
            defer { index += 1 }
            return replaced[index]
        }
    }

    /// `list` strings the labels of entities together, the text of everything else.
    private func prepare(
        _ aggregate: Aggregate, over algebra: inout Algebra, in compilation: inout QCompilation
    ) -> Aggregate {
        guard case .groupConcat = aggregate.function, case .variable(let variable) = aggregate.argument else {
            return aggregate
        }
        let label = compilation.hidden("label")
        let labels = compilation.labels(of: variable, as: label)
        algebra = .leftJoin(algebra, labels.algebra, labels.only)
        let text = Expression.function(
            "COALESCE", [.function("STR", [.variable(label)]), .function("STR", [.variable(variable)])])
        return Aggregate(aggregate.function, distinct: aggregate.isDistinct, text)
    }
}
