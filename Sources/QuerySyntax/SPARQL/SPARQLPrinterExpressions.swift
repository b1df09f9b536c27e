import RDF

extension SPARQLPrinter {
    /// An expression; operands that are operations themselves get brackets.
    mutating func expression(_ value: Expression) -> String {
        switch value {
        case .term(let constant): return prefixes.term(constant)
        case .variable(let variable): return names.text(variable)
        case .name(let name): return term(.name(name))
        case .parameter(let name, let range): return term(.parameter(name, range))
        case .or(let left, let right): return "\(operand(left)) || \(operand(right))"
        case .and(let left, let right): return "\(conjunct(left)) && \(conjunct(right))"
        case .not(.exists(let algebra)): return "NOT " + exists(algebra)
        case .not(.isIn(let left, let members)): return "\(operand(left)) NOT IN (\(list(members)))"
        case .not(let inner): return "!" + (inner.isAtomic ? expression(inner) : "(\(expression(inner)))")
        case .compare(let comparison, let left, let right):
            return "\(operand(left)) \(comparison.rawValue) \(operand(right))"
        case .arithmetic(let operation, let left, let right):
            return "\(operand(left)) \(operation.rawValue) \(operand(right))"
        case .negative(let inner): return "-(\(expression(inner)))"
        case .isIn(let left, let members): return "\(operand(left)) IN (\(list(members)))"
        case .exists(let algebra): return exists(algebra)
        case .function(let name, let arguments): return "\(name)(\(list(arguments)))"
        case .call(let iri, let arguments): return "\(prefixes.iri(iri))(\(list(arguments)))"
        case .aggregate(let aggregate): return self.aggregate(aggregate)
        }
    }

    private mutating func operand(_ value: Expression) -> String {
        value.isAtomic ? expression(value) : "(\(expression(value)))"
    }

    private mutating func conjunct(_ value: Expression) -> String {
        if case .and = value { return expression(value) }
        return operand(value)
    }

    private mutating func list(_ values: [Expression]) -> String {
        values.map { expression($0) }.joined(separator: ", ")
    }

    private mutating func exists(_ algebra: Algebra) -> String {
        let inner = algebra.isSubquery ? ["{"] + Self.indented(select(algebra)) + ["}"] : group(algebra)
        return "EXISTS { \(inner.joined(separator: " ")) }"
    }

    private mutating func aggregate(_ aggregate: Aggregate) -> String {
        let name: String
        var suffix = ""
        switch aggregate.function {
        case .count: name = "COUNT"
        case .sum: name = "SUM"
        case .average: name = "AVG"
        case .minimum: name = "MIN"
        case .maximum: name = "MAX"
        case .sample: name = "SAMPLE"
        case .groupConcat(let separator):
            name = "GROUP_CONCAT"
            suffix = "; SEPARATOR=\(PrefixTable.quoted(separator))"
        }
        let argument = aggregate.argument.map { expression($0) } ?? "*"
        return "\(name)(\(aggregate.isDistinct ? "DISTINCT " : "")\(argument)\(suffix))"
    }

    // MARK: Updates

    mutating func operation(_ operation: UpdateOperation) -> [String] {
        switch operation {
        case .insertData(let quads): return ["INSERT DATA {"] + Self.indented(self.quads(quads)) + ["}"]
        case .deleteData(let quads): return ["DELETE DATA {"] + Self.indented(self.quads(quads)) + ["}"]
        case .modify(let delete, let insert, let using, let usingNamed, let algebra):
            var lines: [String] = []
            if !delete.isEmpty { lines += ["DELETE {"] + Self.indented(quads(delete)) + ["}"] }
            if !insert.isEmpty || delete.isEmpty { lines += ["INSERT {"] + Self.indented(quads(insert)) + ["}"] }
            for iri in using { lines.append("USING \(prefixes.iri(iri))") }
            for iri in usingNamed { lines.append("USING NAMED \(prefixes.iri(iri))") }
            let inner = algebra.isSubquery ? ["{"] + Self.indented(select(algebra)) + ["}"] : group(algebra)
            return lines + ["WHERE {"] + Self.indented(inner) + ["}"]
        case .load(let source, let into, let silent):
            let target = into.map { " INTO GRAPH \(prefixes.iri($0))" } ?? ""
            return ["LOAD \(Self.silent(silent))\(prefixes.iri(source))\(target)"]
        case .clear(let target, let silent): return ["CLEAR \(Self.silent(silent))\(self.target(target))"]
        case .drop(let target, let silent): return ["DROP \(Self.silent(silent))\(self.target(target))"]
        case .create(let graph, let silent): return ["CREATE \(Self.silent(silent))GRAPH \(prefixes.iri(graph))"]
        case .add(let from, let to, let silent): return [transfer("ADD", from, to, silent)]
        case .move(let from, let to, let silent): return [transfer("MOVE", from, to, silent)]
        case .copy(let from, let to, let silent): return [transfer("COPY", from, to, silent)]
        }
    }

    private static func silent(_ isSilent: Bool) -> String { isSilent ? "SILENT " : "" }

    private mutating func target(_ target: GraphTarget) -> String {
        switch target {
        case .defaultGraph: "DEFAULT"
        case .allNamed: "NAMED"
        case .all: "ALL"
        case .named(let iri): "GRAPH \(prefixes.iri(iri))"
        }
    }

    private mutating func transfer(_ verb: String, _ from: String?, _ to: String?, _ silent: Bool) -> String {
        let source = from.map { prefixes.iri($0) } ?? "DEFAULT"
        let target = to.map { prefixes.iri($0) } ?? "DEFAULT"
        return "\(verb) \(Self.silent(silent))\(source) TO \(target)"
    }

    private mutating func quads(_ quads: [QuadPattern]) -> [String] {
        quads.map { quad in
            let text = triple(quad.triple)
            return quad.graph.map { "GRAPH \(term($0)) { \(text) }" } ?? text
        }
    }
}

extension Expression {
    /// Whether it needs no brackets as an operand.
    var isAtomic: Bool {
        switch self {
        case .term, .variable, .name, .parameter, .function, .call, .aggregate: true
        default: false
        }
    }
}
