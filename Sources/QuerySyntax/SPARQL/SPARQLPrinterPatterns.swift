import RDF

extension SPARQLPrinter {
    // MARK: Groups

    /// The elements of a group graph pattern, a line each.
    mutating func group(_ algebra: Algebra) -> [String] {
        switch algebra {
        case .bgp(let patterns): return patterns.map { triple($0) }
        case .path(let subject, let path, let object):
            return ["\(term(subject)) \(propertyPath(path)) \(term(object)) ."]
        case .join(let left, let right): return spine(left) + element(right)
        case .leftJoin(let left, let right, let condition):
            var inner = condition == nil && right.isFilter ? braced(right) : spine(right)
            for conjunct in condition?.conjuncts ?? [] { inner.append(filter(conjunct)) }
            return spine(left) + ["OPTIONAL {"] + Self.indented(inner) + ["}"]
        case .filter(let condition, let inner):
            return spine(inner) + condition.conjuncts.map { filter($0) }
        case .union: return unionLines(algebra)
        case .minus(let left, let right):
            return spine(left) + ["MINUS {"] + Self.indented(group(right)) + ["}"]
        case .graph(let name, let inner):
            return ["GRAPH \(term(name)) {"] + Self.indented(group(inner)) + ["}"]
        case .service(let name, let inner, let silent):
            return ["SERVICE \(silent ? "SILENT " : "")\(term(name)) {"] + Self.indented(group(inner)) + ["}"]
        case .extend(let inner, let variable, let value):
            return spine(inner) + ["BIND(\(expression(value)) AS \(names.text(variable)))"]
        case .values(let variables, let rows): return values(variables, rows)
        case .group, .orderBy, .project, .distinct, .reduced, .slice: return braced(algebra)
        }
    }

    /// What comes before in the same group: a filter there would reach over the whole group, so it gets braces.
    private mutating func spine(_ algebra: Algebra) -> [String] {
        algebra.isFilter ? braced(algebra) : group(algebra)
    }

    /// What is joined to what comes before: anything that looks at the group so far gets braces.
    private mutating func element(_ algebra: Algebra) -> [String] {
        switch algebra {
        case .bgp, .path, .union, .graph, .service, .values, .group, .orderBy, .project, .distinct, .reduced, .slice:
            return group(algebra)
        case .join(let left, let right): return element(left) + element(right)
        case .leftJoin, .filter, .minus, .extend: return braced(algebra)
        }
    }

    private mutating func braced(_ algebra: Algebra) -> [String] {
        let inner = algebra.isSubquery ? select(algebra) : group(algebra)
        return ["{"] + Self.indented(inner) + ["}"]
    }

    private mutating func unionLines(_ algebra: Algebra) -> [String] {
        var branches: [Algebra] = []
        var pending = [algebra]
        while let next = pending.popLast() {
            if case .union(let left, let right) = next {
                pending.append(right)
                pending.append(left)
            } else {
                branches.append(next)
            }
        }
        var lines: [String] = []
        for (index, branch) in branches.enumerated() {
            lines.append(index == 0 ? "{" : "UNION {")
            lines += Self.indented(branch.isSubquery ? select(branch) : group(branch))
            lines.append("}")
        }
        return lines
    }

    private mutating func filter(_ condition: Expression) -> String {
        switch condition {
        case .exists, .not(.exists): "FILTER " + expression(condition)
        default: "FILTER(\(expression(condition)))"
        }
    }

    private mutating func values(_ variables: [Variable], _ rows: [[Term?]]) -> [String] {
        let head = variables.map { names.text($0) }.joined(separator: " ")
        var lines = ["VALUES (\(head)) {"]
        for row in rows {
            let cells = row.map { cell in cell.map { prefixes.term($0) } ?? "UNDEF" }
            lines.append("  (\(cells.joined(separator: " ")))")
        }
        return lines + ["}"]
    }

    // MARK: Triples and paths

    mutating func triple(_ pattern: TriplePattern) -> String {
        let isType = pattern.predicate == .term(.iri(RDFVocabulary.type))
        return "\(term(pattern.subject)) \(isType ? "a" : term(pattern.predicate)) \(term(pattern.object)) ."
    }

    mutating func term(_ term: PatternTerm) -> String {
        switch term {
        case .term(let term): prefixes.term(term)
        case .variable(let variable): names.text(variable)
        case .name(let name): "<unresolved:\(Self.escaped(name.text))>"
        case .parameter(let name, _): "<unresolved:$\(Self.escaped(name))>"
        }
    }

    /// A text in the place of an IRI's path: letters and digits as they are, everything else as percent codes.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCIILetter || scalar.isDigit {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" + digits : digits)
            }
        }
        return result
    }

    mutating func propertyPath(_ path: PropertyPath) -> String {
        switch path {
        case .predicate(let predicate):
            return predicate == .term(.iri(RDFVocabulary.type)) ? "a" : term(predicate)
        case .inverse(let inner): return "^" + atom(inner)
        case .sequence(let left, let right): return "\(step(left))/\(step(right))"
        case .alternative(let left, let right): return "\(propertyPath(left))|\(propertyPath(right))"
        case .zeroOrMore(let inner): return atom(inner) + "*"
        case .oneOrMore(let inner): return atom(inner) + "+"
        case .zeroOrOne(let inner): return atom(inner) + "?"
        case .negated(let forward, let inverse):
            let parts = forward.map { term($0) } + inverse.map { "^" + term($0) }
            return "!(\(parts.joined(separator: "|")))"
        }
    }

    private mutating func step(_ path: PropertyPath) -> String {
        if case .alternative = path { return "(\(propertyPath(path)))" }
        return propertyPath(path)
    }

    private mutating func atom(_ path: PropertyPath) -> String {
        switch path {
        case .predicate, .negated: propertyPath(path)
        default: "(\(propertyPath(path)))"
        }
    }
}

extension Algebra {
    var isFilter: Bool {
        if case .filter = self { return true }
        return false
    }

    /// Whether SPARQL says it as a subquery only.
    var isSubquery: Bool {
        switch self {
        case .group, .orderBy, .project, .distinct, .reduced, .slice: true
        case .filter(_, let inner), .extend(let inner, _, _): inner.isGroupOrFilter
        default: false
        }
    }

    /// Whether it is a group, or conditions and extensions over one.
    private var isGroupOrFilter: Bool {
        switch self {
        case .group: true
        case .filter(_, let inner), .extend(let inner, _, _): inner.isGroupOrFilter
        default: false
        }
    }
}
