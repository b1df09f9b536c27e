import RDF

/// Group graph patterns.
extension SPARQLParser {
    mutating func groupGraphPattern() throws(SyntaxError) -> Algebra {
        let (pattern, condition) = try groupAndCondition()
        return condition.map { .filter($0, pattern) } ?? pattern
    }

    /// A group with the conditions of its own FILTERs apart: in OPTIONAL these see what stands before it, those of a group
    /// within it don't.
    private mutating func groupAndCondition() throws(SyntaxError) -> (pattern: Algebra, condition: Expression?) {
        try nested { (parser) throws(SyntaxError) in
            try parser.expect(mark: "{")
            if parser.isKeyword("SELECT") {
                parser.beginPattern()
                var (algebra, _, _, _) = try parser.select(isOutermost: false)
                if let values = try parser.valuesClause() { algebra = .join(algebra, values) }
                try parser.expect(mark: "}")
                parser.beginPattern()
                return (algebra, nil)
            }
            parser.beginPattern()
            let content = try parser.groupContent()
            try parser.expect(mark: "}")
            parser.beginPattern()
            return content
        }
    }

    /// The elements of a group, up to its brace, and the conditions of its FILTERs.
    private mutating func groupContent() throws(SyntaxError) -> (pattern: Algebra, condition: Expression?) {
        var group = Algebra.bgp([])
        var filters: [Expression] = []
        /// Whether a full stop may stand here, and whether one must before more triples.
        var allowsDot = false
        var isAfterTriples = false
        while !isMark("}") {
            if take(mark: ".") {
                guard allowsDot else {
                    throw error("a full stop stands here without triples before it", at: previousRange)
                }
                allowsDot = false
                isAfterTriples = false
                continue
            }
            guard case .word(let word) = current, let element = GroupKeyword(rawValue: word.uppercased()) else {
                if isMark("{") {
                    group = Algebra.merging(group, try groupOrUnion())
                    allowsDot = true
                    isAfterTriples = false
                    beginPattern()
                    continue
                }
                if current == .end { throw unexpected("“}”") }
                if isAfterTriples { throw unexpected("a full stop or “}”") }
                group = try triplesBlock(group)
                isAfterTriples = true
                allowsDot = true
                continue
            }
            isAfterTriples = false
            allowsDot = true
            advance()
            if element != .filter { beginPattern() }
            switch element {
            case .filter: filters.append(try constraint())
            case .optional:
                let (pattern, condition) = try groupAndCondition()
                group = .leftJoin(group, pattern, condition)
            case .minus: group = .minus(group, try groupGraphPattern())
            case .graph:
                let name = try variableOrIRI()
                group = Algebra.merging(group, .graph(name, try groupGraphPattern()))
            case .service:
                let silent = take(keyword: "SILENT")
                let name = try variableOrIRI()
                group = Algebra.merging(group, .service(name, try groupGraphPattern(), silent: silent))
            case .values: group = Algebra.merging(group, try dataBlock())
            case .bind:
                try expect(mark: "(")
                let expression = try expression()
                try expect(keyword: "AS")
                guard case .variable(let name) = current else { throw unexpected("a variable") }
                if group.scope.contains(Variable(name)) {
                    throw error("?\(name) has a value already where it is bound", hint: "choose another name")
                }
                advance()
                try expect(mark: ")")
                group = .extend(group, Variable(name), expression)
            }
            if element != .filter { beginPattern() }
        }
        return (group, Expression.all(filters))
    }

    /// `{ … } UNION { … }`, or a group within a group.
    private mutating func groupOrUnion() throws(SyntaxError) -> Algebra {
        var algebra = try groupGraphPattern()
        while take(keyword: "UNION") { algebra = .union(algebra, try groupGraphPattern()) }
        return algebra
    }

    /// One subject with what is said of it, joined to the group so far.
    private mutating func triplesBlock(_ group: Algebra) throws(SyntaxError) -> Algebra {
        var group = group
        var triples: [TriplePattern] = []
        var paths: [(PatternTerm, PropertyPath, PatternTerm)] = []
        try triplesSameSubject(allowsPaths: true) {
            triples.append($0)
        } path: {
            paths.append(($0, $1, $2))
        }
        if !triples.isEmpty { group = Algebra.merging(group, .bgp(triples)) }
        for (subject, path, object) in paths { group = Algebra.merging(group, .path(subject, path, object)) }
        return group
    }

    mutating func variableOrIRI() throws(SyntaxError) -> PatternTerm {
        if case .variable(let name) = current {
            advance()
            return .variable(Variable(name))
        }
        guard let iri = try takeIRI() else { throw unexpected("a variable or an IRI") }
        return .term(.iri(iri))
    }
}

/// What begins an element of a group.
private enum GroupKeyword: String {
    case filter = "FILTER"
    case optional = "OPTIONAL"
    case minus = "MINUS"
    case graph = "GRAPH"
    case service = "SERVICE"
    case values = "VALUES"
    case bind = "BIND"
}
