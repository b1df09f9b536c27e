import RDF

extension QCompilation {
    /// What a claim is of: its node, and the triple that it speaks of.
    struct Claim {
        var node: PatternTerm
        /// Constraints, and the filters of the claim's own.
        var group = Group()
        /// The node of the sentence, once a qualifier has asked for it.
        var sentence: PatternTerm?
        /// The node of the report, once a qualifier has asked for it.
        var report: PatternTerm?
        /// What has a value before the claim is looked at: such a variable is compared, not given a value again.
        var bound: Set<Variable> = []

        mutating func require(_ patterns: TriplePattern...) {
            group.algebra = .merging(group.algebra, .bgp(patterns))
        }

        /// Gives a place a computed value: a fresh variable by assignment, anything else by comparison.
        mutating func give(_ place: PatternTerm, _ value: Expression) {
            if case .variable(let variable) = place, !bound.contains(variable) {
                group.algebra = .extend(group.algebra, variable, value)
                bound.insert(variable)
            } else {
                group.filters.append(.compare(.equal, value, place.expression))
            }
        }
    }

    /// Joins the claims that a pattern with qualifiers matches.
    mutating func addClaim(
        _ pattern: QPattern, _ qualifiers: [QQualifier], to group: inout Group
    ) throws(SyntaxError) {
        var node = PatternTerm.variable(hidden("claim"))
        for qualifier in qualifiers {
            if case .node(let variable) = qualifier.kind { node = .variable(variable) }
        }
        let triple = statement(pattern, node: node)
        group.algebra = .merging(group.algebra, triple)
        var claim = Claim(node: node, bound: Set(group.algebra.scope))
        if case .quantity(_, let unit) = pattern.object {
            claim.require(TriplePattern(node, property("unit"), .term(.string(unit))))
        }
        for qualifier in qualifiers {
            if qualifier.isNegated {
                var negated = Claim(node: node)
                try qualify(&negated, with: qualifier)
                if case .bgp([]) = negated.group.algebra, let condition = Expression.all(negated.group.filters) {
                    claim.group.filters.append(.not(condition))
                } else {
                    claim.group.filters.append(.not(.exists(negated.group.closed)))
                }
            } else {
                try qualify(&claim, with: qualifier)
            }
        }
        // Required patterns stay in one basic graph pattern; what follows them builds on it.
        group.algebra = Self.append(claim.group.algebra, to: group.algebra)
        group.filters += claim.group.filters
    }

    /// Rebuilds an algebra upon another one: its innermost pattern is joined, what surrounds it stays.
    private static func append(_ algebra: Algebra, to base: Algebra) -> Algebra {
        switch algebra {
        case .leftJoin(let inner, let right, let condition): .leftJoin(append(inner, to: base), right, condition)
        case .extend(let inner, let variable, let expression): .extend(append(inner, to: base), variable, expression)
        case .join(let inner, let right): .merging(append(inner, to: base), right)
        default: .merging(base, algebra)
        }
    }

    /// The claim's triple: subject, relation and object of its node.
    private mutating func statement(_ pattern: QPattern, node: PatternTerm) -> Algebra {
        let subject = place(pattern.subject)
        let object = place(pattern.object)
        func claimed(_ subject: PatternTerm, _ relation: PatternTerm, _ object: PatternTerm) -> Algebra {
            .bgp([
                TriplePattern(node, .term(.iri(RDFVocabulary.subject)), subject),
                TriplePattern(node, .term(.iri(RDFVocabulary.predicate)), relation),
                TriplePattern(node, .term(.iri(RDFVocabulary.object)), object),
            ])
        }
        // A symmetric relation is a fact in both directions, with one claim.
        func eitherWay(_ subject: PatternTerm, _ relation: PatternTerm, _ object: PatternTerm) -> Algebra {
            if case .term(.literal) = object { return claimed(subject, relation, object) }
            if case .term(.literal) = subject { return claimed(subject, relation, object) }
            return .union(
                claimed(subject, relation, object),
                .merging(claimed(object, relation, subject), .bgp([relation.isSymmetric])))
        }
        func claimed(_ subject: PatternTerm, _ path: PropertyPath, _ object: PatternTerm) -> Algebra {
            switch path {
            case .predicate(let relation): eitherWay(subject, relation, object)
            case .inverse(let inner): claimed(object, inner, subject)
            case .alternative(let left, let right):
                .union(claimed(subject, left, object), claimed(subject, right, object))
            default: .bgp([])  // The parser lets no other path take qualifiers.
            }
        }
        switch pattern.relation {
        case .variable(let relation): return claimed(subject, .variable(relation), object)
        case .path(let path): return claimed(subject, path, object)
        case .isA: return claimed(subject, .term(.iri(RDFVocabulary.type)), object)
        }
    }

    // MARK: Qualifiers

    private mutating func qualify(_ claim: inout Claim, with qualifier: QQualifier) throws(SyntaxError) {
        switch qualifier.kind {
        case .any, .node: break
        case .certainty(let value): requireValue(&claim, "certainty", value, default: "stated")
        case .polarity(let value): requireValue(&claim, "polarity", value, default: "affirmed")
        case .future: claim.require(TriplePattern(claim.node, property("tense"), .term(.string("future"))))
        case .saidBy(let speaker):
            claim.require(TriplePattern(claim.node, .term(.iri(PROV.wasAttributedTo)), place(speaker)))
        case .within(.constant(.literal(let file))): requireReport(&claim, .constant(.literal(file)))
        case .within(let term): claim.require(TriplePattern(claim.node, property("place"), place(term)))
        case .date(let relation, let date):
            requireDate(&claim.group, claim.node, property("date"), relation, date)
        case .published(let relation, let date):
            requireDate(&claim.group, reportNode(&claim), .term(.iri(DCTerms.issued)), relation, date)
        case .property(let property, let value): try require(&claim, property, value)
        }
    }

    private mutating func require(
        _ claim: inout Claim, _ property: ClaimProperty, _ value: QTerm
    ) throws(SyntaxError) {
        switch property {
        case .certainty: requireDefaulted(&claim, property, value, default: "stated")
        case .polarity: requireDefaulted(&claim, property, value, default: "affirmed")
        case .tense, .unit, .bound, .place, .topic, .recipient:
            claim.require(TriplePattern(claim.node, self.property(property.rawValue), place(value)))
        case .of: claim.require(TriplePattern(claim.node, self.property("quantityOf"), place(value)))
        case .date: requireDate(&claim.group, claim.node, self.property("date"), .on, value)
        case .published: requireDate(&claim.group, reportNode(&claim), .term(.iri(DCTerms.issued)), .on, value)
        case .report: requireReport(&claim, value)
        case .sentence: requireSentence(&claim, value)
        case .source: requireSource(&claim, value)
        }
    }

    /// A property whose default is left out of the graph, compared with a fixed value.
    private mutating func requireValue(_ claim: inout Claim, _ name: String, _ value: String, default: String) {
        guard value == `default` else {
            claim.require(TriplePattern(claim.node, property(name), .term(.string(value))))
            return
        }
        let other = PatternTerm.variable(hidden(name))
        claim.group.filters.append(.not(.exists(.bgp([TriplePattern(claim.node, property(name), other)]))))
    }

    /// A property whose default is left out of the graph: a variable takes the default where nothing is said.
    private mutating func requireDefaulted(
        _ claim: inout Claim, _ property: ClaimProperty, _ value: QTerm, default: String
    ) {
        if case .constant(.literal(let literal)) = value {
            return requireValue(&claim, property.rawValue, literal.lexicalForm, default: `default`)
        }
        let said = hidden(property.rawValue)
        let node = claim.node
        claim.group.algebra = .leftJoin(
            claim.group.algebra, .bgp([TriplePattern(node, self.property(property.rawValue), .variable(said))]), nil)
        let result = Expression.function("COALESCE", [.variable(said), .term(.string(`default`))])
        claim.give(place(value), result)
    }

    private mutating func sentenceNode(_ claim: inout Claim) -> PatternTerm {
        if let sentence = claim.sentence { return sentence }
        let node = PatternTerm.variable(hidden("sentence"))
        claim.sentence = node
        claim.require(TriplePattern(claim.node, .term(.iri(PROV.wasDerivedFrom)), node))
        return node
    }

    private mutating func reportNode(_ claim: inout Claim) -> PatternTerm {
        if let report = claim.report { return report }
        let sentence = sentenceNode(&claim)
        let node = PatternTerm.variable(hidden("report"))
        claim.report = node
        claim.require(TriplePattern(sentence, .term(.iri(NIF.referenceContext)), node))
        return node
    }

    private mutating func requireSentence(_ claim: inout Claim, _ value: QTerm) {
        let node = sentenceNode(&claim)
        guard case .constant(.literal) = value else {
            claim.require(TriplePattern(node, .term(.iri(NIF.anchorOf)), place(value)))
            return
        }
        let text = hidden("text")
        claim.require(TriplePattern(node, .term(.iri(NIF.anchorOf)), .variable(text)))
        claim.group.filters.append(
            .function(
                "REGEX", [.function("STR", [.variable(text)]), place(value).expression, .term(.string("i"))]))
    }

    /// The report's file: all of its path, or the end of it.
    private mutating func requireReport(_ claim: inout Claim, _ value: QTerm) {
        let node = reportNode(&claim)
        guard case .constant(.literal(let literal)) = value else {
            claim.require(TriplePattern(node, .term(.iri(DCTerms.source)), place(value)))
            return
        }
        let file = hidden("file")
        claim.require(TriplePattern(node, .term(.iri(DCTerms.source)), .variable(file)))
        let text = Expression.function("STR", [.variable(file)])
        claim.group.filters.append(
            .or(
                .compare(.equal, text, .term(.string(literal.lexicalForm))),
                .function("STRENDS", [text, .term(.string("/" + literal.lexicalForm))])))
    }

    /// Who says it: the speaker, else the report's file.
    private mutating func requireSource(_ claim: inout Claim, _ value: QTerm) {
        let report = reportNode(&claim)
        let speaker = hidden("speaker")
        let file = hidden("file")
        let node = claim.node
        claim.group.algebra = .leftJoin(
            claim.group.algebra,
            .bgp([TriplePattern(node, .term(.iri(PROV.wasAttributedTo)), .variable(speaker))]), nil)
        claim.group.algebra = .leftJoin(
            claim.group.algebra, .bgp([TriplePattern(report, .term(.iri(DCTerms.source)), .variable(file))]), nil)
        claim.give(place(value), .function("COALESCE", [.variable(speaker), .variable(file)]))
    }

    private mutating func requireDate(
        _ group: inout Group, _ node: PatternTerm, _ property: PatternTerm, _ relation: QQualifier.DateRelation,
        _ date: QTerm
    ) {
        switch date {
        case .variable where relation == .on, .anything:
            group.algebra = .merging(group.algebra, .bgp([TriplePattern(node, property, place(date))]))
            return
        default: break
        }
        let day = hidden("day")
        group.algebra = .merging(group.algebra, .bgp([TriplePattern(node, property, .variable(day))]))
        let comparison: Comparison =
            switch relation {
            case .on: .equal
            case .since: .greaterOrEqual
            case .before: .less
            }
        group.filters.append(Self.compareDate(.variable(day), comparison, place(date).expression))
    }
}
