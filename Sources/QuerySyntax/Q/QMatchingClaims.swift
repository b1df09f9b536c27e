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
}
