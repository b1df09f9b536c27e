import RDF

/// Prints queries and updates as SPARQL 1.1 that any engine runs.
///
/// Hidden variables, whose names begin in a dot, come out as `?_name`; names and parameters have to be resolved first.
public struct SPARQLPrinter {
    var names = VariableNames()
    var prefixes = PrefixTable()

    /// A query as SPARQL 1.1 Query, with the prefixes that it uses.
    ///
    /// - Parameter vocabulary: the namespaces that get prefixes of their own.
    public static func print(_ query: Query, vocabulary: TercetVocabulary = TercetVocabulary()) -> String {
        var printer = SPARQLPrinter()
        printer.prefixes = PrefixTable(vocabulary)
        printer.names.reserve(query)
        let body = printer.query(query)
        return printer.prefixes.declarations + body.joined(separator: "\n")
    }

    /// Operations as SPARQL 1.1 Update, with the prefixes that they use.
    public static func print(
        _ operations: [UpdateOperation], vocabulary: TercetVocabulary = TercetVocabulary()
    ) -> String {
        var printer = SPARQLPrinter()
        printer.prefixes = PrefixTable(vocabulary)
        for operation in operations { printer.names.reserve(operation) }
        var texts: [String] = []
        for operation in operations { texts.append(printer.operation(operation).joined(separator: "\n")) }
        return printer.prefixes.declarations + texts.joined(separator: " ;\n")
    }

    static func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }

    // MARK: Queries

    private mutating func query(_ query: Query) -> [String] {
        var dataset: [String] = []
        for iri in query.from { dataset.append("FROM \(prefixes.iri(iri))") }
        for iri in query.fromNamed { dataset.append("FROM NAMED \(prefixes.iri(iri))") }
        switch query.form {
        case .select: return select(query.algebra, dataset: dataset)
        case .ask: return ["ASK"] + dataset + whereClause(query.algebra)
        case .construct(let template):
            var lines = ["CONSTRUCT {"]
            for pattern in template { lines.append("  " + triple(pattern)) }
            lines.append("}")
            return lines + dataset + solutions(query.algebra)
        case .describe(let terms):
            let head = "DESCRIBE " + (terms.isEmpty ? "*" : terms.map { term($0) }.joined(separator: " "))
            if case .bgp(let patterns) = query.algebra, patterns.isEmpty { return [head] + dataset }
            return [head] + dataset + solutions(query.algebra)
        }
    }

    private mutating func whereClause(_ algebra: Algebra) -> [String] {
        ["WHERE {"] + Self.indented(group(algebra)) + ["}"]
    }

    /// WHERE and the modifiers of a query that projects nothing.
    private mutating func solutions(_ algebra: Algebra) -> [String] {
        var rest = algebra
        var modifiers: [String] = []
        if case .slice(let inner, let offset, let limit) = rest {
            modifiers = Self.slice(offset: offset, limit: limit)
            rest = inner
        }
        if case .project(let inner, _) = rest { rest = inner }
        if case .orderBy(let inner, let keys) = rest {
            modifiers.insert(orderBy(keys, replacing: [:]), at: 0)
            rest = inner
        }
        return whereClause(rest) + modifiers
    }

    private static func slice(offset: Int, limit: Int?) -> [String] {
        var lines: [String] = []
        if let limit { lines.append("LIMIT \(limit)") }
        if offset > 0 { lines.append("OFFSET \(offset)") }
        return lines
    }

    // MARK: SELECT

    /// A SELECT query, or the content of a subquery's braces.
    mutating func select(_ algebra: Algebra, dataset: [String] = []) -> [String] {
        var rest = algebra
        var modifiers: [String] = []
        var keyword = "SELECT"
        if case .slice(let inner, let offset, let limit) = rest {
            modifiers = Self.slice(offset: offset, limit: limit)
            rest = inner
        }
        if case .distinct(let inner) = rest {
            keyword = "SELECT DISTINCT"
            rest = inner
        } else if case .reduced(let inner) = rest {
            keyword = "SELECT REDUCED"
            rest = inner
        }
        var columns = rest.scope
        if case .project(let inner, let variables) = rest {
            columns = variables
            rest = inner
        }
        var keys: [OrderKey] = []
        if case .orderBy(let inner, let written) = rest {
            keys = written
            rest = inner
        }
        guard let grouped = GroupedSelect(rest) else {
            if !keys.isEmpty { modifiers.insert(orderBy(keys, replacing: [:]), at: 0) }
            let list = columns.isEmpty ? ["*"] : columns.map { names.text($0) }
            return ["\(keyword) \(list.joined(separator: " "))"] + dataset + whereClause(rest) + modifiers
        }
        if !keys.isEmpty {
            let shown = Set(columns)
            modifiers.insert(orderBy(keys, replacing: grouped.aggregates.filter { !shown.contains($0.key) }), at: 0)
        }
        if !grouped.conditions.isEmpty {
            let conditions = grouped.conditions.map { "(" + expression($0.replacing(grouped.aggregates)) + ")" }
            modifiers.insert("HAVING " + conditions.joined(separator: " "), at: 0)
        }
        if !grouped.keys.isEmpty {
            modifiers.insert("GROUP BY " + grouped.keys.map { groupKey($0) }.joined(separator: " "), at: 0)
        }
        let items = columns.map { variable in
            grouped.value(of: variable).map { "(\(expression($0)) AS \(names.text(variable)))" } ?? names.text(variable)
        }
        return ["\(keyword) \(items.joined(separator: " "))"] + dataset + whereClause(grouped.inner) + modifiers
    }

    private mutating func groupKey(_ key: GroupKey) -> String {
        if key.expression == .variable(key.variable) { return names.text(key.variable) }
        return "(\(expression(key.expression)) AS \(names.text(key.variable)))"
    }

    private mutating func orderBy(_ keys: [OrderKey], replacing aggregates: [Variable: Expression]) -> String {
        let texts = keys.map { key in
            let text = expression(key.expression.replacing(aggregates))
            if key.isDescending { return "DESC(\(text))" }
            if case .variable = key.expression.replacing(aggregates) { return text }
            return "ASC(\(text))"
        }
        return "ORDER BY " + texts.joined(separator: " ")
    }
}

/// A group with what SELECT can say of it in one go: HAVING, and expressions over aggregates.
private struct GroupedSelect {
    var inner: Algebra
    var keys: [GroupKey]
    /// What the variables of aggregates stand for.
    var aggregates: [Variable: Expression] = [:]
    var conditions: [Expression] = []
    private var extensions: [Variable: Expression] = [:]

    /// The parts of extensions over conditions over a group, or nil for anything else.
    init?(_ algebra: Algebra) {
        var rest = algebra
        var extensions: [(Variable, Expression)] = []
        while case .extend(let inner, let variable, let expression) = rest {
            extensions.append((variable, expression))
            rest = inner
        }
        var conditions: [Expression] = []
        while case .filter(let condition, let inner) = rest {
            conditions = condition.conjuncts + conditions
            rest = inner
        }
        guard case .group(let inner, let keys, let bindings) = rest else { return nil }
        self.inner = inner
        self.keys = keys
        self.conditions = conditions
        for binding in bindings { aggregates[binding.variable] = .aggregate(binding.aggregate) }
        for (variable, expression) in extensions { self.extensions[variable] = expression.replacing(aggregates) }
    }

    /// What a column computes, or nil for a key.
    func value(of variable: Variable) -> Expression? { extensions[variable] ?? aggregates[variable] }
}
