import RDF

/// What SELECT asks for.
struct SelectClause {
    var isStar = false
    /// Whether it was written, and not merely stands for what ASK, CONSTRUCT and DESCRIBE need.
    var isWritten = true
    var isDistinct = false
    var isReduced = false
    /// The columns; an expression for those of `(… AS ?x)`.
    var items: [(variable: Variable, expression: Expression?, range: SourceRange)] = []
}

/// SELECT's columns, GROUP BY, HAVING, ORDER BY, LIMIT, OFFSET and VALUES.
extension SPARQLParser {
    mutating func selectClause() throws(SyntaxError) -> SelectClause {
        var clause = SelectClause()
        clause.isDistinct = take(keyword: "DISTINCT")
        if !clause.isDistinct { clause.isReduced = take(keyword: "REDUCED") }
        if take(mark: "*") {
            clause.isStar = true
            return clause
        }
        while true {
            let start = range
            if case .variable(let name) = current {
                advance()
                clause.items.append((Variable(name), nil, start))
            } else if take(mark: "(") {
                let expression = try withAggregates { (parser) throws(SyntaxError) in try parser.expression() }
                try expect(keyword: "AS")
                guard case .variable(let name) = current else { throw unexpected("a variable") }
                let place = range
                if clause.items.contains(where: { $0.variable.name == name }) {
                    throw error("?\(name) is selected twice", at: place)
                }
                advance()
                try expect(mark: ")", "after AS ?\(name)")
                clause.items.append((Variable(name), expression, place))
            } else {
                break
            }
        }
        if clause.items.isEmpty { throw unexpected("*, a variable or (… AS ?variable)") }
        return clause
    }

    mutating func withAggregates<Result>(
        _ rule: (inout SPARQLParser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        let saved = allowsAggregates
        allowsAggregates = true
        defer { allowsAggregates = saved }
        return try rule(&self)
    }

    /// The modifiers after a pattern, and the algebra of all: group, having, columns, order, projection, distinct, slice.
    mutating func modified(
        _ pattern: Algebra, _ clause: inout SelectClause
    ) throws(SyntaxError) -> (algebra: Algebra, variables: [Variable]) {
        let groupRange = range
        let keys = try groupClause()
        let having = try havingClause()
        let order = try orderClause()
        let (offset, limit) = try limitClauses()
        var algebra = pattern
        if let values = try valuesClause() { algebra = .join(algebra, values) }

        var aggregates: [AggregateBinding] = []
        func lift(_ expression: Expression, in parser: inout SPARQLParser) -> Expression {
            if case .aggregate(let aggregate) = expression {
                if let known = aggregates.first(where: { $0.aggregate == aggregate }) {
                    return .variable(known.variable)
                }
                let variable = parser.hiddenVariable("aggregate")
                aggregates.append(AggregateBinding(variable, aggregate))
                return .variable(variable)
            }
            return expression.mapOperands { lift($0, in: &parser) }
        }
        let isGrouped =
            keys != nil || !having.isEmpty && having.contains(where: \.containsAggregate)
            || clause.items.contains { $0.expression?.containsAggregate ?? false }
            || order.contains { $0.expression.containsAggregate }
        let inScope = Set(pattern.scope)
        if isGrouped {
            if clause.isStar, clause.isWritten {
                throw error("SELECT * can't go with GROUP BY", at: groupRange, hint: "name the columns")
            }
            let grouped = Set((keys ?? []).map(\.variable))
            try checkGrouped(clause, grouped)
            let items = clause.items.map { ($0.variable, $0.expression.map { lift($0, in: &self) }, $0.range) }
            let conditions = having.map { lift($0, in: &self) }
            let orderKeys = order.map { OrderKey(lift($0.expression, in: &self), descending: $0.isDescending) }
            algebra = .group(algebra, keys: keys ?? [], aggregates: aggregates)
            if let condition = Expression.all(conditions) { algebra = .filter(condition, algebra) }
            algebra = extended(algebra, items.map { ($0.0, $0.1) })
            if !orderKeys.isEmpty { algebra = .orderBy(algebra, orderKeys) }
        } else {
            if let condition = Expression.all(having) { algebra = .filter(condition, algebra) }
            for item in clause.items where item.expression != nil && inScope.contains(item.variable) {
                throw error("?\(item.variable.name) has a value already", at: item.range, hint: "choose another name")
            }
            algebra = extended(algebra, clause.items.map { ($0.variable, $0.expression) })
            if !order.isEmpty { algebra = .orderBy(algebra, order) }
        }
        let variables =
            clause.isStar ? algebra.scope.filter { !$0.name.hasPrefix(".") } : clause.items.map(\.variable)
        algebra = .project(algebra, variables)
        if clause.isDistinct { algebra = .distinct(algebra) }
        if clause.isReduced { algebra = .reduced(algebra) }
        if offset != nil || limit != nil { algebra = .slice(algebra, offset: offset ?? 0, limit: limit) }
        return (algebra, variables)
    }

    private func extended(_ algebra: Algebra, _ items: [(Variable, Expression?)]) -> Algebra {
        items.reduce(algebra) { inner, item in item.1.map { .extend(inner, item.0, $0) } ?? inner }
    }

    /// Columns of a grouped query are keys, aggregates, or computed from them.
    private func checkGrouped(_ clause: SelectClause, _ keys: Set<Variable>) throws(SyntaxError) {
        var known = keys
        for item in clause.items {
            if let expression = item.expression {
                for variable in expression.ungroupedVariables where !known.contains(variable) {
                    throw error(
                        "?\(variable.name) is neither grouped nor within an aggregate", at: item.range,
                        hint: "add it to GROUP BY, or use SAMPLE(?\(variable.name))")
                }
                known.insert(item.variable)
            } else if !known.contains(item.variable) {
                throw error(
                    "?\(item.variable.name) is neither grouped nor an aggregate", at: item.range,
                    hint: "add it to GROUP BY, or use SAMPLE(?\(item.variable.name))")
            }
        }
    }

    private mutating func groupClause() throws(SyntaxError) -> [GroupKey]? {
        guard take(keyword: "GROUP") else { return nil }
        try expect(keyword: "BY")
        var keys: [GroupKey] = []
        while true {
            if case .variable(let name) = current {
                advance()
                keys.append(GroupKey(Variable(name), .variable(Variable(name))))
            } else if take(mark: "(") {
                let expression = try expression()
                var variable = hiddenVariable("key")
                if take(keyword: "AS") {
                    guard case .variable(let name) = current else { throw unexpected("a variable") }
                    variable = Variable(name)
                    advance()
                } else if case .variable(let own) = expression {
                    variable = own
                }
                try expect(mark: ")")
                keys.append(GroupKey(variable, expression))
            } else if startsCall {
                keys.append(GroupKey(hiddenVariable("key"), try primaryExpression()))
            } else {
                break
            }
        }
        if keys.isEmpty { throw unexpected("a variable or an expression to group by") }
        return keys
    }

    private mutating func havingClause() throws(SyntaxError) -> [Expression] {
        guard take(keyword: "HAVING") else { return [] }
        var conditions: [Expression] = []
        while isMark("(") || startsCall {
            conditions.append(
                try withAggregates { (parser) throws(SyntaxError) in try parser.constraint() })
        }
        if conditions.isEmpty { throw unexpected("a condition in parentheses") }
        return conditions
    }

    private mutating func orderClause() throws(SyntaxError) -> [OrderKey] {
        guard take(keyword: "ORDER") else { return [] }
        try expect(keyword: "BY")
        var keys: [OrderKey] = []
        while true {
            if isKeyword("ASC") || isKeyword("DESC") {
                let isDescending = isKeyword("DESC")
                advance()
                guard isMark("(") else { throw unexpected("“(”") }
                let key = try withAggregates { (parser) throws(SyntaxError) in try parser.primaryExpression() }
                keys.append(OrderKey(key, descending: isDescending))
            } else if case .variable(let name) = current {
                advance()
                keys.append(OrderKey(.variable(Variable(name))))
            } else if isMark("(") || startsCall {
                keys.append(
                    OrderKey(try withAggregates { (parser) throws(SyntaxError) in try parser.constraint() }))
            } else {
                break
            }
        }
        if keys.isEmpty { throw unexpected("a variable or an expression to order by") }
        return keys
    }

    private mutating func limitClauses() throws(SyntaxError) -> (offset: Int?, limit: Int?) {
        var offset: Int?
        var limit: Int?
        while true {
            if limit == nil, take(keyword: "LIMIT") {
                limit = try wholeNumber()
            } else if offset == nil, take(keyword: "OFFSET") {
                offset = try wholeNumber()
            } else {
                return (offset, limit)
            }
        }
    }

    private mutating func wholeNumber() throws(SyntaxError) -> Int {
        guard case .integer(let text) = current else { throw unexpected("a whole number") }
        guard let value = Int(text), value < Int.max / 4 else { throw error("this number is too large") }
        advance()
        return value
    }

    /// `VALUES` after a query, or nil.
    mutating func valuesClause() throws(SyntaxError) -> Algebra? {
        guard take(keyword: "VALUES") else { return nil }
        return try dataBlock()
    }

    /// What follows `VALUES`.
    mutating func dataBlock() throws(SyntaxError) -> Algebra {
        var variables: [Variable] = []
        var isSingle = false
        if case .variable(let name) = current {
            variables = [Variable(name)]
            isSingle = true
            advance()
        } else {
            try expect(mark: "(")
            while case .variable(let name) = current {
                variables.append(Variable(name))
                advance()
            }
            try expect(mark: ")")
        }
        try expect(mark: "{")
        var rows: [[Term?]] = []
        while !isMark("}") {
            let start = range
            var row: [Term?] = []
            if isSingle {
                row = [try dataValue()]
            } else {
                try expect(mark: "(")
                while !isMark(")") { row.append(try dataValue()) }
                advance()
            }
            guard row.count == variables.count else {
                throw error("this row has \(row.count) values for \(variables.count) variables", at: start)
            }
            rows.append(row)
        }
        advance()
        return .values(variables, rows)
    }

    private mutating func dataValue() throws(SyntaxError) -> Term? {
        if take(keyword: "UNDEF") { return nil }
        guard let term = try groundTerm() else { throw unexpected("an IRI, a literal or UNDEF") }
        return term
    }
}

extension Expression {
    /// The variables outside of aggregates and of EXISTS.
    fileprivate var ungroupedVariables: [Variable] {
        switch self {
        case .variable(let variable): [variable]
        case .aggregate: []
        default: operands.flatMap(\.ungroupedVariables)
        }
    }
}
