import RDF

extension QCompilation {
    /// A query by its form.
    mutating func query(_ query: QQuery) throws(SyntaxError) -> Query {
        switch query.form {
        case .bare:
            guard let body = query.body else { break }
            if query.shown.isEmpty { return try ask(query, body) }
            let items = query.shown.map { QItem(variable: $0, expression: nil, range: variables[$0] ?? query.range) }
            return try select(query, body, items, distinct: false)
        case .find(let distinct, let items):
            guard let body = query.body else { break }
            return try select(query, body, items, distinct: distinct)
        case .ask:
            guard let body = query.body else { break }
            return try ask(query, body)
        case .count(let variable):
            guard let body = query.body else { break }
            var name = "count"
            while variables[Variable(name)] != nil { name += "_" }
            let count = Expression.aggregate(Aggregate(.count, distinct: true, .variable(variable)))
            let range = variables[variable] ?? query.range
            return try select(
                query, body, [QItem(variable: Variable(name), expression: count, range: range)], distinct: false)
        case .about(let term): return try about(query, term)
        case .why(let pattern): return try why(query, pattern)
        case .whyNot:
            throw error(
                "`why not` is answered in the shell only", at: query.range,
                hint: "ask `why` for the claims that there are")
        case .build(let template):
            guard let body = query.body else { break }
            return try build(query, template, body)
        }
        throw error("a query needs a body", at: query.range)
    }

    private mutating func ask(_ query: QQuery, _ body: QBody) throws(SyntaxError) -> Query {
        if !query.order.isEmpty || !query.having.isEmpty || query.limit != nil || query.offset != nil {
            throw error(
                "a question that is answered yes or no takes no `order by`, `limit`, `offset` or `having`",
                at: query.range, hint: "name a variable to see rows")
        }
        return Query(form: .ask, algebra: try algebra(body))
    }

    // MARK: find

    private mutating func select(
        _ query: QQuery, _ body: QBody, _ items: [QItem], distinct: Bool
    ) throws(SyntaxError) -> Query {
        var algebra = try algebra(body)
        let scope = Set(algebra.scope)
        try check(items, scope: scope)
        let isGrouped =
            items.contains { $0.expression?.containsAggregate == true }
            || query.having.contains(where: \.containsAggregate)
            || query.order.contains { $0.expression.containsAggregate }
        if isGrouped {
            var grouping = QGrouping(items)
            algebra = try grouping.group(algebra, query, scope: scope, in: &self)
            algebra = try ordered(algebra, grouping.order, computed: grouping.computed)
        } else {
            var computed: Set<Variable> = []
            for item in items {
                guard let expression = item.expression else { continue }
                let value = try condition(expression, at: item.range, scope: scope.union(computed))
                algebra = .extend(algebra, item.variable, value)
                computed.insert(item.variable)
            }
            if !query.having.isEmpty {
                var conditions: [Expression] = []
                for having in query.having {
                    conditions.append(try condition(having, at: query.range, scope: scope.union(computed)))
                }
                if let all = Expression.all(conditions) { algebra = .filter(all, algebra) }
            }
            var keys: [OrderKey] = []
            for key in query.order {
                let expression = try condition(key.expression, at: key.range, scope: scope.union(computed))
                keys.append(OrderKey(expression, descending: key.isDescending))
            }
            algebra = try ordered(algebra, keys, computed: computed)
        }
        let columns = items.map(\.variable)
        return Query(form: .select(columns), algebra: closed(algebra, columns, distinct: distinct, query))
    }

    /// Projection, distinctness and the slice, around what has been ordered.
    private func closed(_ algebra: Algebra, _ columns: [Variable], distinct: Bool, _ query: QQuery) -> Algebra {
        var result = Algebra.project(algebra, columns)
        if distinct { result = .distinct(result) }
        if query.limit != nil || query.offset != nil {
            result = .slice(result, offset: query.offset ?? 0, limit: query.limit)
        }
        return result
    }

    private func check(_ items: [QItem], scope: Set<Variable>) throws(SyntaxError) {
        var seen: Set<Variable> = []
        for item in items {
            guard seen.insert(item.variable).inserted else {
                throw error("?\(item.variable.name) is shown twice", at: item.range)
            }
            if item.expression != nil, scope.contains(item.variable) {
                throw error(
                    "?\(item.variable.name) has a value in the body already", at: item.range,
                    hint: "name the column otherwise")
            }
            if item.expression == nil, !scope.contains(item.variable) {
                let known = scope.map(\.name).filter { !$0.hasPrefix(".") }.sorted()
                throw error(
                    "?\(item.variable.name) stands in no pattern", at: item.range,
                    hint: Spelling.nearest(to: item.variable.name, among: known, limit: 1).first.map {
                        "did you mean ?\($0)?"
                    } ?? known.first.map { _ in "the body has " + known.map { "?" + $0 }.joined(separator: ", ") })
            }
        }
    }

    /// Orders by the label where a key is a variable that may hold an entity, by the value elsewhere.
    private mutating func ordered(
        _ algebra: Algebra, _ keys: [OrderKey], computed: Set<Variable>
    ) throws(SyntaxError) -> Algebra {
        guard !keys.isEmpty else { return algebra }
        var result = algebra
        var written: [OrderKey] = []
        for key in keys {
            guard case .variable(let variable) = key.expression, !computed.contains(variable) else {
                written.append(key)
                continue
            }
            let label = hidden("label")
            result = .leftJoin(result, labels(of: variable, as: label).algebra, labels(of: variable, as: label).only)
            written.append(
                OrderKey(
                    .function("COALESCE", [.variable(label), .variable(variable)]), descending: key.isDescending))
        }
        return .orderBy(result, written)
    }

    /// The label of what a variable holds: the pattern, and the condition that it is the first of several.
    mutating func labels(of variable: Variable, as label: Variable) -> (algebra: Algebra, only: Expression) {
        let predicate = PatternTerm.term(.iri(RDFS.label))
        let other = hidden("label")
        let texts = (Expression.function("STR", [.variable(other)]), Expression.function("STR", [.variable(label)]))
        let tags = (Expression.function("LANG", [.variable(other)]), Expression.function("LANG", [.variable(label)]))
        let isBefore = Expression.or(
            .compare(.less, texts.0, texts.1),
            .and(.compare(.equal, texts.0, texts.1), .compare(.less, tags.0, tags.1)))
        return (
            .bgp([TriplePattern(.variable(variable), predicate, .variable(label))]),
            .not(.exists(.filter(isBefore, .bgp([TriplePattern(.variable(variable), predicate, .variable(other))]))))
        )
    }

    // MARK: about, build

    private mutating func about(_ query: QQuery, _ term: QTerm) throws(SyntaxError) -> Query {
        let subject = Variable("subject")
        let relation = Variable("relation")
        let object = Variable("object")
        let center = place(term)
        func side(_ pattern: TriplePattern, _ variable: Variable) -> Algebra {
            .extend(.filter(structure.excludes(relation), .bgp([pattern])), variable, center.expression)
        }
        let algebra = Algebra.union(
            side(TriplePattern(center, .variable(relation), .variable(object)), subject),
            side(TriplePattern(.variable(subject), .variable(relation), center), object))
        var keys: [OrderKey] = []
        for key in query.order {
            let scope: Set<Variable> = [subject, relation, object]
            keys.append(
                OrderKey(
                    try condition(key.expression, at: key.range, scope: scope), descending: key.isDescending))
        }
        try rejectHaving(query)
        let columns = [subject, relation, object]
        let result = try ordered(algebra, keys, computed: [])
        return Query(form: .select(columns), algebra: closed(result, columns, distinct: true, query))
    }

    private func rejectHaving(_ query: QQuery) throws(SyntaxError) {
        guard query.having.isEmpty else {
            throw error("`having` needs `find` with an aggregate", at: query.range)
        }
    }

    private mutating func build(_ query: QQuery, _ template: [QPattern], _ body: QBody) throws(SyntaxError) -> Query {
        let algebra = try algebra(body)
        let scope = Set(algebra.scope)
        var triples: [TriplePattern] = []
        for pattern in template {
            for variable in pattern.variables where !scope.contains(variable) {
                throw error("?\(variable.name) stands in no pattern of the body", at: pattern.range)
            }
            triples.append(try triple(pattern, verb: "build"))
        }
        try rejectHaving(query)
        var keys: [OrderKey] = []
        for key in query.order {
            keys.append(
                OrderKey(
                    try condition(key.expression, at: key.range, scope: scope), descending: key.isDescending))
        }
        var result = try ordered(algebra, keys, computed: [])
        if query.limit != nil || query.offset != nil {
            result = .slice(.project(result, algebra.scope), offset: query.offset ?? 0, limit: query.limit)
        }
        return Query(form: .construct(triples), algebra: result)
    }

    /// A pattern of a template as a triple.
    mutating func triple(_ pattern: QPattern, verb: String) throws(SyntaxError) -> TriplePattern {
        if case .anything = pattern.subject { throw anything(pattern, verb) }
        if case .anything = pattern.object { throw anything(pattern, verb) }
        let subject = place(pattern.subject)
        let object = place(pattern.object)
        switch pattern.relation {
        case .isA: return TriplePattern(subject, .term(.iri(RDFVocabulary.type)), object)
        case .variable(let relation): return TriplePattern(subject, .variable(relation), object)
        case .path(.predicate(let relation)): return TriplePattern(subject, relation, object)
        case .path(.inverse(.predicate(let relation))): return TriplePattern(object, relation, subject)
        case .path:
            throw error("`\(verb)` takes a single relation, no path", at: pattern.range)
        }
    }

    private func anything(_ pattern: QPattern, _ verb: String) -> SyntaxError {
        error("`\(verb)` cannot write `_`", at: pattern.range, hint: "name what is meant")
    }
}
