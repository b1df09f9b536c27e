import GraphStore
import QuerySyntax
import RDF

extension NameResolver {
    /// Settles what a query asks of the vocabulary alone: whether a relation is symmetric. Branches that need it to be go
    /// where it is not, so that the query stays as simple as the graph allows.
    func simplified(_ algebra: Algebra) -> Algebra {
        switch algebra {
        case .union(let left, .bgp(let patterns)):
            guard let index = patterns.firstIndex(where: Self.asksForSymmetry) else {
                return .union(simplified(left), .bgp(patterns))
            }
            let pattern = patterns[index]
            guard case .term(let subject) = pattern.subject, case .term(let type) = pattern.predicate,
                case .term(let object) = pattern.object
            else { return algebra }
            guard graph.contains(Triple(subject, type, object)) else { return left }
            var rest = patterns
            rest.remove(at: index)
            return .union(left, .bgp(rest))
        case .union(let left, let right): return .union(simplified(left), simplified(right))
        case .join(let left, let right): return .merging(simplified(left), simplified(right))
        case .leftJoin(let left, let right, let condition):
            return .leftJoin(simplified(left), simplified(right), condition.map(simplified))
        case .filter(let condition, let inner): return .filter(simplified(condition), simplified(inner))
        case .extend(let inner, let variable, let expression): return .extend(simplified(inner), variable, expression)
        case .group(let inner, let keys, let aggregates):
            return .group(simplified(inner), keys: keys, aggregates: aggregates)
        case .orderBy(let inner, let keys): return .orderBy(simplified(inner), keys)
        case .project(let inner, let variables): return .project(simplified(inner), variables)
        case .distinct(let inner): return .distinct(simplified(inner))
        case .reduced(let inner): return .reduced(simplified(inner))
        case .slice(let inner, let offset, let limit): return .slice(simplified(inner), offset: offset, limit: limit)
        case .bgp, .path, .values, .minus, .graph, .service: return algebra
        }
    }

    private func simplified(_ expression: Expression) -> Expression {
        switch expression {
        case .not(let inner): .not(simplified(inner))
        case .and(let left, let right): .and(simplified(left), simplified(right))
        case .or(let left, let right): .or(simplified(left), simplified(right))
        case .exists(let algebra): .exists(simplified(algebra))
        default: expression
        }
    }

    private static func asksForSymmetry(_ pattern: TriplePattern) -> Bool {
        guard case .term = pattern.subject else { return false }
        return pattern.object == .term(.iri(OWL.symmetricProperty))
    }
}
