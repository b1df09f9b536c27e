import RDF

extension QCompilation {
    /// A term as a pattern's place; `_` as a fresh hidden variable.
    mutating func place(_ term: QTerm) -> PatternTerm {
        switch term {
        case .variable(let variable): .variable(variable)
        case .anything: .variable(hidden("any"))
        case .constant(let constant), .quantity(let constant, _): .term(constant)
        case .name(let name): .name(name)
        case .parameter(let name, let range): .parameter(name, range)
        }
    }

    /// Joins a pattern to a group.
    mutating func add(_ pattern: QPattern, to group: inout Group) throws(SyntaxError) {
        if let definition = definition(of: pattern) { return try inline(definition, for: pattern, to: &group) }
        try rejectNestedDefinitions(pattern)
        if let qualifiers = pattern.claim { return try addClaim(pattern, qualifiers, to: &group) }
        let subject = place(pattern.subject)
        let object = place(pattern.object)
        switch pattern.relation {
        case .variable(let relation):
            group.algebra = .merging(group.algebra, .bgp([TriplePattern(subject, .variable(relation), object)]))
            let exclusion = structure.excludes(relation)
            if !group.filters.contains(exclusion) { group.filters.append(exclusion) }
        case .path(.predicate(let relation)):
            group.algebra = .merging(group.algebra, .bgp([TriplePattern(subject, relation, object)]))
        case .path(.inverse(.predicate(let relation))):
            group.algebra = .merging(group.algebra, .bgp([TriplePattern(object, relation, subject)]))
        case .path(let path):
            group.algebra = .merging(group.algebra, .path(subject, path, object))
        case .isA: addClass(subject, object, to: &group)
        }
        if case .quantity(_, let unit) = pattern.object { try requireUnit(unit, pattern, subject, object, in: &group) }
    }

    private func addClass(_ subject: PatternTerm, _ object: PatternTerm, to group: inout Group) {
        let type = PatternTerm.term(.iri(RDFVocabulary.type))
        if case .variable(let classVariable) = object {
            // Which class something is of: the one that was given, not all those above it.
            group.algebra = .merging(group.algebra, .bgp([TriplePattern(subject, type, object)]))
            let exclusion = structure.excludesClass(classVariable)
            if !group.filters.contains(exclusion) { group.filters.append(exclusion) }
            return
        }
        let path = PropertyPath.sequence(
            .predicate(type), .zeroOrMore(.predicate(.term(.iri(RDFS.subClassOf)))))
        group.algebra = .merging(group.algebra, .path(subject, path, object))
    }

    /// A number with a unit is a number whose claim has that unit.
    private mutating func requireUnit(
        _ unit: String, _ pattern: QPattern, _ subject: PatternTerm, _ object: PatternTerm, in group: inout Group
    ) throws(SyntaxError) {
        guard case .path(.predicate(let relation)) = pattern.relation else {
            throw error(
                "a number with a unit needs a single relation before it", at: pattern.range,
                hint: "leave out the unit, or name the relation")
        }
        let claim = PatternTerm.variable(hidden("claim"))
        group.filters.append(
            .exists(
                .bgp([
                    TriplePattern(claim, .term(.iri(RDFVocabulary.subject)), subject),
                    TriplePattern(claim, .term(.iri(RDFVocabulary.predicate)), relation),
                    TriplePattern(claim, .term(.iri(RDFVocabulary.object)), object),
                    TriplePattern(claim, property("unit"), .term(.string(unit))),
                ])))
    }

    /// The IRI of a property of claims, as a pattern's place.
    func property(_ name: String) -> PatternTerm {
        .term(.iri(compiler.vocabulary.property(name)))
    }
}
