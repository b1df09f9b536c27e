import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// The triple patterns that a query's rows match: what `.why` shows the evidence of, and the format `nt` prints.
struct MatchedPatterns {
    /// The patterns, each once, in the order of the query.
    let patterns: [TriplePattern]
    /// What the query matches, without its projection, order, slice and groups.
    let body: Algebra

    /// The patterns of a query; those inside of `not` and filters match nothing that could be shown.
    init(_ query: Query) {
        body = Self.stripped(query.algebra)
        var found: [TriplePattern] = []
        var seen: Set<TriplePattern> = []
        Self.collect(body) { if seen.insert($0).inserted { found.append($0) } }
        patterns = found
    }

    /// The body with all its variables, cut to the rows of a query that are shown: its order and its slice stay.
    func withinRows(of query: Query) -> Algebra {
        var order: [OrderKey] = []
        var slice: (offset: Int, limit: Int?)?
        var inner = query.algebra
        loop: while true {
            switch inner {
            case .slice(let below, let offset, let limit):
                slice = (offset, limit)
                inner = below
            case .project(let below, _), .reduced(let below): inner = below
            case .orderBy(let below, let keys):
                order = keys
                inner = below
            case .distinct, .group:
                // A row stands for several solutions: all of them match.
                return body
            default: break loop
            }
        }
        guard let slice else { return body }
        return .slice(order.isEmpty ? inner : .orderBy(inner, order), offset: slice.offset, limit: slice.limit)
    }

    /// A query for the solutions of the body that agree with a row, and the variables that it gives.
    func completion(of row: [(Variable, Term)], limit: Int) -> (query: Query, variables: [Variable]) {
        let visible = body.scope
        let known = row.filter { visible.contains($0.0) }
        let values = Algebra.values(known.map(\.0), [known.map(\.1)])
        let joined = known.isEmpty ? body : Algebra.join(values, body)
        return (
            Query(form: .select(visible), algebra: .slice(.project(joined, visible), offset: 0, limit: limit)), visible
        )
    }

    private static func stripped(_ algebra: Algebra) -> Algebra {
        switch algebra {
        case .project(let inner, _), .distinct(let inner), .reduced(let inner), .slice(let inner, _, _),
            .orderBy(let inner, _), .group(let inner, _, _):
            return stripped(inner)
        case .leftJoin(let inner, _, _) where inner.isGrouped:
            // The label that rows are ordered by is looked up once they have been grouped.
            return stripped(inner)
        case .extend(let inner, _, let expression) where expression.containsAggregate:
            return stripped(inner)
        case .extend(let inner, let variable, let expression):
            // What is computed from a group goes with the group.
            let below = stripped(inner)
            return Set(expression.variables).isSubset(of: below.scope) ? .extend(below, variable, expression) : below
        case .filter(let condition, let inner):
            let below = stripped(inner)
            return Set(condition.variables).isSubset(of: below.scope) ? .filter(condition, below) : below
        default:
            return algebra
        }
    }

    private static func collect(_ algebra: Algebra, _ add: (TriplePattern) -> Void) {
        switch algebra {
        case .bgp(let patterns): patterns.forEach(add)
        case .path(let subject, let path, let object):
            // The steps of a longer path have no names; a single one is a pattern.
            switch path {
            case .predicate(let predicate): add(TriplePattern(subject, predicate, object))
            case .inverse(.predicate(let predicate)): add(TriplePattern(object, predicate, subject))
            default: break
            }
        case .join(let left, let right), .union(let left, let right), .leftJoin(let left, let right, _):
            collect(left, add)
            collect(right, add)
        case .minus(let left, _): collect(left, add)
        case .filter(_, let inner), .extend(let inner, _, _), .orderBy(let inner, _), .project(let inner, _),
            .distinct(let inner), .reduced(let inner), .slice(let inner, _, _), .group(let inner, _, _),
            .graph(_, let inner):
            collect(inner, add)
        case .values, .service: break
        }
    }
}

extension Algebra {
    /// Whether its solutions are groups.
    fileprivate var isGrouped: Bool {
        switch self {
        case .group: true
        case .project(let inner, _), .distinct(let inner), .reduced(let inner), .slice(let inner, _, _),
            .orderBy(let inner, _), .extend(let inner, _, _), .filter(_, let inner), .leftJoin(let inner, _, _):
            inner.isGrouped
        default: false
        }
    }
}

extension TriplePattern {
    /// The triple that the pattern is once variables have values; nil where one has none.
    func triple(_ values: [Variable: Term]) -> Triple? {
        func term(_ place: PatternTerm) -> Term? {
            switch place {
            case .term(let term): term
            case .variable(let variable): values[variable]
            case .name, .parameter: nil
            }
        }
        guard let subject = term(subject), let predicate = term(predicate), let object = term(object) else {
            return nil
        }
        return Triple(subject, predicate, object)
    }
}
