import RDF

/// The columns that `why` gives besides the variables of its pattern, in order.
public enum WhyColumn: String, CaseIterable, Sendable {
    /// The claim's node.
    case claim
    /// The sentence's text, and where it stands in the report, in code points, end-exclusive.
    case sentence, begin, end
    /// The words that the claim rests on, in code points of the report, end-exclusive.
    case wordsBegin, wordsEnd
    /// The report's file, title and date.
    case report, title, published
    /// Who says so; unbound where the report itself does.
    case speaker
    /// `stated`, `hedged`, `conditional` or `unrealised`; `affirmed` or `negated`.
    case certainty, polarity
    /// What the claim says of a number and of its time; unbound where it says nothing.
    case bound, unit, quantityOf, tense, date

    /// The column's variable.
    public var variable: Variable { Variable(rawValue) }
}

extension QCompilation {
    /// `why`: the claims of a statement, each with all that shows where it comes from.
    mutating func why(_ query: QQuery, _ pattern: QPattern) throws(SyntaxError) -> Query {
        if let definition = definition(of: pattern) {
            throw error(
                "“\(definition.phrase)” is defined, not claimed", at: pattern.range,
                hint: "ask `why` of the relations that it is made of")
        }
        guard query.having.isEmpty else { throw error("`why` takes no `having`", at: query.range) }
        for variable in pattern.variables where WhyColumn(rawValue: variable.name) != nil {
            // As a qualifier's value it means the same column; elsewhere it would be compared with it.
            let isOwn = (pattern.claim ?? []).contains { $0.variable == variable }
            if !isOwn {
                throw error(
                    "?\(variable.name) is a column of `why`", at: variables[variable] ?? pattern.range,
                    hint: "give the variable another name")
            }
        }
        if let path = pattern.path, !path.isClaimable {
            throw error(
                "a path with `/`, `+` or `*` is no claim", at: pattern.range, hint: "ask `why` of its steps one by one")
        }
        var claimed = pattern
        let node = WhyColumn.claim.variable
        var qualifiers = (pattern.claim ?? []).filter {
            if case .node = $0.kind { return false }
            return true
        }
        qualifiers.append(QQualifier(kind: .node(node), isNegated: false, range: pattern.range))
        claimed.claim = qualifiers
        var group = Group()
        try addClaim(claimed, qualifiers, to: &group)
        addProvenance(of: .variable(node), to: &group)
        var algebra = group.closed
        let columns =
            pattern.variables.filter { WhyColumn(rawValue: $0.name) == nil && !$0.name.hasPrefix(".") }
            + WhyColumn.allCases.map(\.variable)
        var keys: [OrderKey] = []
        for key in query.order {
            keys.append(
                OrderKey(
                    try condition(key.expression, at: key.range, scope: Set(columns)), descending: key.isDescending))
        }
        if keys.isEmpty {
            keys = [WhyColumn.report, .begin, .wordsBegin, .claim].map { OrderKey(.variable($0.variable)) }
        }
        algebra = .project(.orderBy(algebra, keys), Self.unique(columns))
        if query.limit != nil || query.offset != nil {
            algebra = .slice(algebra, offset: query.offset ?? 0, limit: query.limit)
        }
        return Query(form: .select(Self.unique(columns)), algebra: algebra)
    }

    private static func unique(_ variables: [Variable]) -> [Variable] {
        var seen: Set<Variable> = []
        return variables.filter { seen.insert($0).inserted }
    }

    /// The sentence, the report and the words of a claim, and what it says of itself.
    private mutating func addProvenance(of node: PatternTerm, to group: inout Group) {
        let sentence = PatternTerm.variable(hidden("sentence"))
        let report = PatternTerm.variable(hidden("report"))
        var scope = Set(group.algebra.scope)
        func required(_ subject: PatternTerm, _ predicate: String, _ object: PatternTerm) {
            group.algebra = .merging(group.algebra, .bgp([TriplePattern(subject, .term(.iri(predicate)), object)]))
        }
        func optional(_ patterns: TriplePattern...) {
            group.algebra = .leftJoin(group.algebra, .bgp(patterns), nil)
        }
        func column(_ column: WhyColumn) -> PatternTerm { .variable(column.variable) }
        required(node, PROV.wasDerivedFrom, sentence)
        required(sentence, NIF.anchorOf, column(.sentence))
        required(sentence, NIF.beginIndex, column(.begin))
        required(sentence, NIF.endIndex, column(.end))
        required(sentence, NIF.referenceContext, report)
        optional(TriplePattern(report, .term(.iri(DCTerms.source)), column(.report)))
        optional(TriplePattern(report, .term(.iri(DCTerms.title)), column(.title)))
        optional(TriplePattern(report, .term(.iri(DCTerms.issued)), column(.published)))
        optional(
            TriplePattern(node, .term(.iri(NIF.beginIndex)), column(.wordsBegin)),
            TriplePattern(node, .term(.iri(NIF.endIndex)), column(.wordsEnd)))
        optional(TriplePattern(node, .term(.iri(PROV.wasAttributedTo)), column(.speaker)))
        for defaulted in [(WhyColumn.certainty, "stated"), (.polarity, "affirmed")] {
            let said = hidden(defaulted.0.rawValue)
            optional(TriplePattern(node, property(defaulted.0.rawValue), .variable(said)))
            // A qualifier may have given the column its value already.
            guard scope.insert(defaulted.0.variable).inserted else { continue }
            group.algebra = .extend(
                group.algebra, defaulted.0.variable,
                .function("COALESCE", [.variable(said), .term(.string(defaulted.1))]))
        }
        for plain in [WhyColumn.bound, .unit, .quantityOf, .tense, .date] {
            optional(TriplePattern(node, property(plain.rawValue), column(plain)))
        }
    }
}

extension QPattern {
    var path: PropertyPath? {
        if case .path(let path) = relation { return path }
        return nil
    }
}

extension PropertyPath {
    /// Whether a path is a relation, an inverse, or alternatives of them, so that claims can be of it.
    var isClaimable: Bool {
        switch self {
        case .predicate: true
        case .inverse(let inner): inner.isClaimable
        case .alternative(let left, let right): left.isClaimable && right.isClaimable
        default: false
        }
    }
}
