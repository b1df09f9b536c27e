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
            graph = .named(dataset.place(of: id))
            return try plan(inner, input: input, filters: filters)
        case .slot(let slot):
            var plans: [Plan] = []
            var schema = input.schema.adding([slot])
            let seeds = isSeed(input) ? input : seed(like: input)
            let required = inner.requiredPatterns
            let asked = required.map { (id($0.subject), id($0.predicate), id($0.object)) }
            for (index, name) in dataset.names.enumerated() {
                graph = .named(index)
                guard let held = dataset.graph(graph), asked.allSatisfy({ held.count($0.0, $0.1, $0.2) > 0 }) else {
                    continue
                }
                let id = name.rawValue
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

    /// The id of a term in a pattern; nil for what stands for anything. A term that no graph ever held has one above all
    /// of theirs.
    private func id(_ place: PatternTerm) -> TermID? {
        guard case .term(let term) = place else { return nil }
        return TermID(terms.id(of: term))
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
