import GraphStore
import QuerySyntax
import RDF

extension Planner {
    /// A pattern within GRAPH: in one graph, or in each that holds what the pattern asks for.
    func planGraph(
        _ name: PatternTerm, _ inner: Algebra, _ input: Plan, _ filters: [Expression]
    ) throws(QueryError) -> Plan {
        let outer = graph
        defer { graph = outer }
        switch try place(name) {
        case .constant(let id):
            let index = dataset.named.firstIndex { $0.name.rawValue == id } ?? dataset.named.count
            graph = .named(index)
            return try plan(inner, input: input, filters: filters)
        case .slot(let slot):
            var plans: [Plan] = []
            var schema = input.schema.adding([slot])
            let seeds = isSeed(input) ? input : seed(like: input)
            let required = inner.requiredPatterns
            for (index, named) in dataset.named.enumerated() where holds(required, in: named.graph) {
                graph = .named(index)
                let id = named.name.rawValue
                let constant = CompiledExpression.constant(id: id, Value(terms.term(id)))
                // The name joins with what the input binds; where it binds nothing, it is added.
                let table = make(
                    .table(Batch(columns: [[id]], count: 1)), Schema([slot]), certain: [slot], estimate: 1)
                let start: Plan
                if !seeds.schema.contains(slot) {
                    start = make(
                        .extend(seeds, slot, ExpressionPlan(expression: constant)), seeds.schema.adding([slot]),
                        certain: seeds.certain.union([slot]), estimate: seeds.estimate)
                } else {
                    start = hashJoin(seeds, table)
                }
                let branch = try plan(inner, input: start, filters: filters)
                schema = schema.adding(branch.schema.slots)
                plans.append(branch)
            }
            let certain = plans.dropFirst().reduce(plans.first?.certain ?? []) { $0.intersection($1.certain) }
            return make(
                .seededUnion(input, plans), schema, certain: certain.union(input.certain),
                estimate: plans.reduce(0) { $0 + $1.estimate })
        }
    }

    /// Whether a graph has triples for each of some patterns, their variables standing for anything.
    private func holds(_ patterns: [TriplePattern], in graph: Graph) -> Bool {
        patterns.allSatisfy { pattern in
            func id(_ place: PatternTerm) -> TermID? {
                guard case .term(let term) = place else { return nil }
                // A term that the graph never held has an id above all of its.
                return TermID(terms.id(of: term))
            }
            return graph.count(id(pattern.subject), id(pattern.predicate), id(pattern.object)) > 0
        }
    }
}

extension Algebra {
    /// Patterns without whose triples there is no solution.
    fileprivate var requiredPatterns: [TriplePattern] {
        switch self {
        case .bgp(let patterns): patterns
        case .join(let left, let right): left.requiredPatterns + right.requiredPatterns
        case .leftJoin(let left, _, _), .minus(let left, _): left.requiredPatterns
        case .filter(_, let inner), .extend(let inner, _, _), .distinct(let inner), .reduced(let inner),
            .project(let inner, _), .orderBy(let inner, _), .slice(let inner, _, _):
            inner.requiredPatterns
        default: []
        }
    }
}
