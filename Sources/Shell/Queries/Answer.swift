import GraphStore
import QueryEngine
import QuerySyntax

/// A query with its answer: what `.why`, `.last` and the formats look back at.
struct Answer {
    /// The query, its names resolved.
    var query: Query
    /// What it gave.
    var result: QueryResult
    /// The graph that it was asked of, as it was then.
    var graph: Graph
    /// Whether the rows are claims with their evidence (`why`).
    var isWhy = false
    /// Whether the query was SPARQL, whose results have the W3C's forms.
    var isSPARQL = false

    /// How many rows there are; nil for yes or no.
    var rowCount: Int? {
        switch result {
        case .solutions(let solutions): solutions.count
        case .boolean: nil
        case .graph(let triples): triples.count
        }
    }

    /// The variables that stand for objects of facts or claims.
    var objectVariables: Set<Variable> {
        let objects = MatchedPatterns(query).patterns.compactMap { pattern -> Variable? in
            if case .variable(let variable) = pattern.object { variable } else { nil }
        }
        return Set(objects)
    }

    /// Whether the answer is no.
    var isNo: Bool {
        if case .boolean(false) = result { return true }
        return false
    }

    /// Whether there are rows that `.why` can look behind.
    var hasEvidence: Bool {
        guard case .solutions(let solutions) = result, !isWhy else { return false }
        return solutions.count > 0
    }
}
