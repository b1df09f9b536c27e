import GraphStore
import QuerySyntax
import RDF

/// Evaluates queries over a graph or a dataset.
///
/// An engine is a value over a snapshot: changing the graph afterwards doesn't change what it sees. Nothing is kept
/// between evaluations. Rows without ORDER BY come in the order of the indexes that the plan reads, the same in each
/// run.
public struct Engine: Sendable {
    /// The graphs that queries are asked of.
    public let dataset: Dataset
    /// An engine over one graph.
    public init(_ graph: Graph) { dataset = Dataset(graph) }

    /// An engine over a dataset.
    public init(_ dataset: Dataset) { self.dataset = dataset }

    /// Evaluates a query whose names and parameters have been resolved.
    ///
    /// - Parameters:
    ///   - limits: Time, memory and rows that it may take.
    ///   - cancellation: A flag that stops it; looked at every few thousand rows.
    public func evaluate(
        _ query: Query, limits: QueryLimits = QueryLimits(), cancellation: Cancellation? = nil
    ) throws(QueryError) -> QueryResult {
        try evaluate(query, Watch(limits: limits, cancellation: cancellation), rows: limits.rows)
    }

    /// Evaluates a query under a watch that the caller shares, up to so many rows.
    package func evaluate(_ query: Query, _ watch: Watch, rows: Int? = nil) throws(QueryError) -> QueryResult {
        try Evaluation(self, query, watch, rows: rows, profile: nil).result()
    }

    /// Evaluates a query and reports what each node of its plan did.
    public func explain(
        _ query: Query, limits: QueryLimits = QueryLimits(), cancellation: Cancellation? = nil
    ) throws(QueryError) -> (result: QueryResult, plan: PlanDescription) {
        let watch = Watch(limits: limits, cancellation: cancellation)
        let evaluation = try Evaluation(self, query, watch, rows: limits.rows, profile: Profile())
        let result = try evaluation.result()
        return (result, evaluation.description())
    }

    /// The plan of a query, without evaluating it.
    public func plan(_ query: Query) throws(QueryError) -> PlanDescription {
        try Evaluation(self, query, Watch(), rows: nil, profile: nil).description()
    }
}

/// One evaluation of one query.
final class Evaluation {
    private let query: Query
    private let dataset: ActiveDataset
    private let terms: TermSpace
    private let plan: Plan
    private let planner: Planner
    private let context: ExecutionContext
    /// Rows that the caller will look at, or nil for all.
    private let wantedRows: Int?
    private var heldBytes = 0

    init(
        _ engine: Engine, _ query: Query, _ watch: Watch, rows: Int?, profile: Profile?
    ) throws(QueryError) {
        self.query = query
        wantedRows = rows
        dataset = ActiveDataset(engine.dataset, from: query.from, named: query.fromNamed)
        terms = TermSpace(graph: dataset.defaultGraph)
        planner = Planner(dataset: dataset, terms: terms, watch: watch)
        var algebra = query.algebra
        switch query.form {
        case .select(let variables):
            if !algebra.isProjection(of: variables) { algebra = .project(algebra, variables) }
        case .ask: algebra = .project(algebra, [])
        case .construct(let template):
            let needed = Algebra.bgp(template).visibleVariables
            algebra = .project(algebra, algebra.visibleVariables.intersection(needed).sorted())
        case .describe(let resources):
            algebra = .project(algebra, Set(resources.compactMap(\.variable)).sorted())
        }
        let plan = try planner.planAlone(algebra)
        var isAsk = false
        if case .ask = query.form { isAsk = true }
        self.plan = plan.pruned(to: SlotSet(plan.schema.slots), ignoresDuplicates: isAsk)
        context = ExecutionContext(
            terms: terms, evaluator: Evaluator(terms: terms, base: query.base, watch: watch), watch: watch,
            dataset: dataset, slotCount: planner.slotNames.count, profile: profile)
    }

    func description() -> PlanDescription { plan.description(planner: planner, profile: context.profile) }

    func result() throws(QueryError) -> QueryResult {
        try context.watch.check()
        let source = try plan.source(context)
        switch query.form {
        case .ask: return .boolean(try source.next() != nil)
        case .select(let variables):
            let (rows, isTruncated) = try collect(source)
            return .solutions(
                Solutions(
                    variables: variables, columns: reorder(rows, to: variables), count: rows.count,
                    terms: ResultTerms(graph: dataset.defaultGraph, computed: terms.computed),
                    isTruncated: isTruncated))
        case .construct(let template): return .graph(try construct(template, source))
        case .describe(let resources): return .graph(try describe(resources, source))
        }
    }

    /// All rows, or as many as the caller will look at.
    private func collect(_ source: any RowSource) throws(QueryError) -> (Batch, isTruncated: Bool) {
        var all = BatchCollector(width: plan.schema.slots.count)
        while let batch = try source.next() {
            try all.append(batch, context.watch)
            if let wanted = wantedRows, all.count > wanted {
                return (try all.table(context.watch).rows(0..<wanted), true)
            }
        }
        return (try all.table(context.watch), false)
    }

    // MARK: For CONSTRUCT and DESCRIBE

    /// The column of each variable of the plan's rows.
    var planSchema: [String: Int] {
        var columns: [String: Int] = [:]
        for (column, slot) in plan.schema.slots.enumerated() {
            if let name = planner.slotNames[slot] { columns[name] = column }
        }
        return columns
    }

    var defaultGraph: Graph { dataset.defaultGraph }

    func term(_ id: UInt32) -> Term { terms.term(id) }

    func id(of term: Term) -> UInt32 { terms.id(of: term) }

    func freshBlankNode() -> String { context.evaluator.blankNodes.fresh(in: terms) }

    /// Counts memory that grows, and looks at the limits.
    func check(held bytes: Int) throws(QueryError) {
        context.watch.release(bytes: heldBytes)
        heldBytes = bytes
        try context.watch.hold(bytes: bytes)
        try context.check()
    }

    private func reorder(_ rows: Batch, to variables: [Variable]) -> [[UInt32]] {
        variables.map { variable in
            let slot = plan.schema.slots.first { planner.slotNames[$0] == variable.name }
            return slot.flatMap { plan.schema.column(of: $0) }.map { rows.columns[$0] }
                ?? Array(repeating: 0, count: rows.count)
        }
    }
}

extension Algebra {
    /// Whether the outermost projection, below LIMIT and DISTINCT, is on these variables.
    fileprivate func isProjection(of variables: [Variable]) -> Bool {
        switch self {
        case .project(_, let projected): projected == variables
        case .slice(let inner, _, _), .distinct(let inner), .reduced(let inner): inner.isProjection(of: variables)
        default: false
        }
    }
}
