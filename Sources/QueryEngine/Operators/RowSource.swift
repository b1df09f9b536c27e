import GraphStore

/// An operator at work: it hands out its rows a batch at a time.
package protocol RowSource: AnyObject {
    /// The next rows, never an empty batch; nil when there are no more.
    func next() throws(QueryError) -> Batch?
}

/// What the operators of one evaluation share.
package final class ExecutionContext {
    /// Ids and terms.
    package let terms: TermSpace
    /// Expressions.
    package let evaluator: Evaluator
    /// The limits.
    package let watch: Watch
    /// The data that patterns are matched against.
    package let dataset: ActiveDataset
    /// How many variables the query has.
    package let slotCount: Int
    /// Rows and time by plan node, when they are wanted.
    package let profile: Profile?

    private var indexes: [GraphSelection: IndexView?] = [:]

    /// The permutations of a graph by their addresses; nil when it has none that are settled.
    package func index(_ graph: GraphSelection) -> IndexView? {
        if let known = indexes[graph] { return known }
        let view = dataset.graph(graph)?.indexView
        indexes[graph] = .some(view)
        return view
    }

    /// The state of one evaluation.
    package init(
        terms: TermSpace, evaluator: Evaluator, watch: Watch, dataset: ActiveDataset, slotCount: Int, profile: Profile?
    ) {
        self.terms = terms
        self.evaluator = evaluator
        self.watch = watch
        self.dataset = dataset
        self.slotCount = slotCount
        self.profile = profile
    }

    /// Throws what an expression found that has to stop the query, and what the limits say.
    package func check() throws(QueryError) {
        if let failure = evaluator.failure { throw failure }
        try watch.check()
    }
}

/// How large batches are: small at first, so that LIMIT and ASK end early, then as fits the cache.
package struct BatchSize {
    /// The rows of the next batch.
    package private(set) var rows = 256
    private static let largest = 16384

    package init() {}

    /// Makes the next batch larger.
    package mutating func grow() { rows = min(rows * 4, Self.largest) }
}

/// Rows that are there already: the empty solution, inline data, the rows of an outer query.
package final class TableSource: RowSource {
    private var rest: Batch?

    package init(_ batch: Batch) { rest = batch.count == 0 ? nil : batch }

    package func next() throws(QueryError) -> Batch? {
        defer { rest = nil }
        return rest
    }
}

/// Counts the rows and the time of an operator for `explain`.
package final class ProfiledSource: RowSource {
    private let inner: any RowSource
    private let node: Int
    private let profile: Profile

    package init(_ inner: any RowSource, node: Int, profile: Profile) {
        self.inner = inner
        self.node = node
        self.profile = profile
    }

    package func next() throws(QueryError) -> Batch? {
        let start = Clock.now
        let batch = try inner.next()
        profile.record(node, rows: batch?.count ?? 0, seconds: Clock.now - start)
        return batch
    }
}

/// What each node of a plan did.
package final class Profile {
    /// Rows handed out, by node.
    package private(set) var rows: [Int: Int] = [:]
    /// Seconds spent, those of the inputs included, by node.
    package private(set) var seconds: [Int: Double] = [:]

    package init() {}

    func record(_ node: Int, rows count: Int, seconds time: Double) {
        rows[node, default: 0] += count
        seconds[node, default: 0] += time
    }
}

extension RowSource {
    /// All the remaining rows, held in memory.
    package func collect(width: Int, _ context: ExecutionContext) throws(QueryError) -> Batch {
        var all = Batch(width: width)
        while let batch = try next() {
            try context.watch.hold(bytes: batch.byteCount)
            all.append(batch)
        }
        return all
    }
}
