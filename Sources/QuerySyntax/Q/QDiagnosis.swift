import RDF

/// The questions that tell why a query has no rows, for an engine to answer.
public struct QDiagnosis: Hashable, Sendable {
    /// A condition of the body, and whether anything is left once it has been met.
    public struct Step: Hashable, Sendable {
        /// The pattern, or nil for a test, a group or an assignment.
        public var pattern: QPattern?
        /// Where the condition stands.
        public var range: SourceRange
        /// Asks whether the body up to here has a solution.
        public var reaches: QQuery
        /// Asks whether the condition has a solution alone; nil for a test.
        public var alone: QQuery?
        /// The claims of the pattern, whatever their certainty and polarity; nil where it has none.
        public var claims: QQuery?
    }

    /// The conditions in the order in which they are met: patterns and groups first, then tests. The first whose
    /// `reaches` is false is the one that empties the answer.
    public let steps: [Step]

    /// The questions for a query; none for one with `or` outermost, and for `about` and `why`.
    public init(_ query: QQuery) {
        guard let body = query.body, body.branches.count == 1 else {
            steps = []
            return
        }
        let units = body.branches[0]
        let required = units.filter(\.isRequired)
        let tests = units.filter(\.isTest)
        var steps: [Step] = []
        var met: [QUnit] = []
        for unit in required + tests {
            met.append(unit)
            let range = unit.range ?? body.range
            var step = Step(range: range, reaches: Self.ask(met, query))
            if case .pattern(let pattern) = unit {
                step.pattern = pattern
                step.claims = Self.claims(of: pattern, query)
            }
            if unit.isRequired { step.alone = Self.ask([unit], query) }
            steps.append(step)
        }
        self.steps = steps
    }

    private static func ask(_ units: [QUnit], _ query: QQuery) -> QQuery {
        QQuery(
            form: .ask, body: QBody(branches: [units], range: query.range), variables: query.variables,
            range: query.range)
    }

    private static func claims(of pattern: QPattern, _ query: QQuery) -> QQuery? {
        guard let path = pattern.path, path.isClaimable else { return nil }
        var claimed = pattern
        claimed.claim = nil
        // A variable that is called like a column of `why` goes by a hidden name.
        let kept = pattern.variables.filter { WhyColumn(rawValue: $0.name) == nil }
        let terms = Dictionary(kept.map { ($0, QTerm.variable($0)) }) { first, _ in first }
        claimed = QRenaming(terms: terms, suffix: "").rename(claimed)
        return QQuery(form: .why(claimed), body: nil, range: query.range)
    }
}

extension QQuery {
    /// The query with `[any]` on every pattern that can take it, or nil where none can: what it would find among claims.
    public var matchingClaims: QQuery? {
        guard let body else { return nil }
        let claimed = body.matchingClaims
        guard claimed != body else { return nil }
        var query = self
        query.body = claimed
        return query
    }

    /// How many solutions the query's body has: a query with one row and the column `?count`.
    public var counting: QQuery? {
        guard let body else { return nil }
        let all = Expression.aggregate(Aggregate(.count, nil))
        var query = QQuery(form: .ask, body: body, variables: variables, range: range)
        var name = "count"
        while variables[Variable(name)] != nil { name += "_" }
        query.form = .find(distinct: false, [QItem(variable: Variable(name), expression: all, range: range)])
        return query
    }
}

extension QBody {
    fileprivate var matchingClaims: QBody {
        QBody(branches: branches.map { $0.map(\.matchingClaims) }, range: range)
    }
}

extension QUnit {
    fileprivate var matchingClaims: QUnit {
        switch self {
        case .pattern(var pattern):
            let isClaimable: Bool
            switch pattern.relation {
            case .path(let path): isClaimable = path.isClaimable
            case .variable: isClaimable = true
            case .isA: isClaimable = false
            }
            guard pattern.claim == nil, isClaimable else { return self }
            pattern.claim = [QQualifier(kind: .any, isNegated: false, range: pattern.range)]
            return .pattern(pattern)
        case .group(let body): return .group(body.matchingClaims)
        // What is denied or optional stays about facts.
        case .filter, .assignment, .not, .maybe: return self
        }
    }

    /// Whether the unit has to match.
    fileprivate var isRequired: Bool {
        switch self {
        case .pattern, .group, .assignment: true
        case .filter, .not, .maybe: false
        }
    }

    /// Whether the unit only takes solutions away.
    fileprivate var isTest: Bool {
        switch self {
        case .filter, .not: true
        default: false
        }
    }

    /// Where the unit stands.
    fileprivate var range: SourceRange? {
        switch self {
        case .pattern(let pattern): pattern.range
        case .filter(_, let range), .assignment(_, _, let range): range
        case .not(let body), .maybe(let body), .group(let body): body.range
        }
    }
}
