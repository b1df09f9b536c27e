import RDF

extension QCompilation {
    /// An edit as operations of SPARQL Update.
    mutating func operations(_ edit: QEdit) throws(SyntaxError) -> [UpdateOperation] {
        switch edit {
        case .add(let patterns, let body):
            var quads: [QuadPattern] = []
            for pattern in patterns { quads.append(QuadPattern(try triple(pattern, verb: "add"))) }
            guard let body else {
                for pattern in patterns {
                    guard let variable = pattern.variables.first else { continue }
                    throw error(
                        "?\(variable.name) has no value to add", at: pattern.range,
                        hint: "say where it comes from: add … where …")
                }
                return [.insertData(quads)]
            }
            let algebra = try algebra(body)
            try requireBound(patterns, in: algebra)
            return [.modify(delete: [], insert: quads, using: [], usingNamed: [], where: algebra)]
        case .remove(let patterns, let body):
            var compiled: Algebra?
            if let body {
                let algebra = try algebra(body)
                try requireBound(patterns, in: algebra)
                compiled = algebra
            }
            var operations: [UpdateOperation] = []
            for pattern in patterns { operations.append(removal(of: try removable(pattern), where: compiled)) }
            return operations
        case .alias(let label, let term):
            if case .variable(let variable) = term {
                throw error("an alias is for one name, not for ?\(variable.name)", at: 0..<1)
            }
            return [
                .insertData([
                    QuadPattern(TriplePattern(place(term), .term(.iri(SKOS.altLabel)), .term(.string(label))))
                ])
            ]
        }
    }

    /// A pattern to remove: `_` and variables match anything.
    private mutating func removable(_ pattern: QPattern) throws(SyntaxError) -> TriplePattern {
        var pattern = pattern
        if case .anything = pattern.subject { pattern.subject = .variable(hidden("any")) }
        if case .anything = pattern.object { pattern.object = .variable(hidden("any")) }
        return try triple(pattern, verb: "remove")
    }

    private func requireBound(_ patterns: [QPattern], in algebra: Algebra) throws(SyntaxError) {
        let scope = Set(algebra.scope)
        for pattern in patterns {
            for variable in pattern.variables where !scope.contains(variable) {
                throw error("?\(variable.name) stands in no pattern after `where`", at: pattern.range)
            }
        }
    }

    /// Deletes a triple and its claim nodes, with everything that they say: in one operation, since what finds the triple
    /// may look at its claims. A triple that is only claimed goes too, and of a symmetric relation the other direction.
    private mutating func removal(of triple: TriplePattern, where algebra: Algebra?) -> UpdateOperation {
        let claim = PatternTerm.variable(hidden("claim"))
        let everything = TriplePattern(claim, .variable(hidden("property")), .variable(hidden("value")))
        let claims = Algebra.merging(claims(claim, of: triple), .bgp([everything]))
        var found = algebra.map { .leftJoin($0, claims, nil) } ?? Algebra.union(.bgp([triple]), claims)
        if case .variable(let relation) = triple.predicate { found = .filter(structure.excludes(relation), found) }
        var deleted = [QuadPattern(triple), QuadPattern(everything)]
        if triple.hasResourceObject {
            let reverse = TriplePattern(
                .variable(hidden("subject")), triple.predicate, .variable(hidden("object")))
            found = .leftJoin(
                found, .bgp([triple.predicate.isSymmetric, reverse]),
                .and(
                    .compare(.equal, reverse.subject.expression, triple.object.expression),
                    .compare(.equal, reverse.object.expression, triple.subject.expression)))
            deleted.append(QuadPattern(reverse))
        }
        return .modify(delete: deleted, insert: [], using: [], usingNamed: [], where: found)
    }

    /// The claims of a triple, of a symmetric relation in either direction.
    private func claims(_ node: PatternTerm, of triple: TriplePattern) -> Algebra {
        func claimed(_ subject: PatternTerm, _ object: PatternTerm) -> [TriplePattern] {
            [
                TriplePattern(node, .term(.iri(RDFVocabulary.subject)), subject),
                TriplePattern(node, .term(.iri(RDFVocabulary.predicate)), triple.predicate),
                TriplePattern(node, .term(.iri(RDFVocabulary.object)), object),
            ]
        }
        let direct = Algebra.bgp(claimed(triple.subject, triple.object))
        guard triple.hasResourceObject else { return direct }
        return .union(direct, .bgp(claimed(triple.object, triple.subject) + [triple.predicate.isSymmetric]))
    }
}

extension TriplePattern {
    /// Whether the object may be the subject of another triple.
    fileprivate var hasResourceObject: Bool {
        if case .term(.literal) = object { return false }
        return true
    }
}

extension PatternTerm {
    /// That a relation is symmetric.
    var isSymmetric: TriplePattern {
        TriplePattern(self, .term(.iri(RDFVocabulary.type)), .term(.iri(OWL.symmetricProperty)))
    }
}
