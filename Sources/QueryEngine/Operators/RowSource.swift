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

    /// The memory of computed terms that the watch knows of.
    private var termBytes = 0

    /// Throws what an expression found that has to stop the query, and what the limits say.
    package func check() throws(QueryError) {
        if let failure = evaluator.failure { throw failure }
        evaluator.hasWorkedMuch = false
        let grown = terms.computedBytes - termBytes
        guard grown > 0 else { return try watch.check() }
        termBytes += grown
        try watch.hold(bytes: grown)
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

/// Rows that are there already: the empty solution, inline data, the rows of an outer query, sorted rows, groups. They
/// are handed out a batch at a time, so that what is done with them is watched over as with any others.
package final class TableSource: RowSource {
    private let table: Batch
    private var position = 0
    private static let batchRows = 16384

    package init(_ batch: Batch) { table = batch }

    package func next() throws(QueryError) -> Batch? {
        guard position < table.count else { return nil }
        // A seed is taken whole: its rows are a batch already.
        let end = table.count - position <= 2 * Self.batchRows ? table.count : position + Self.batchRows
        defer { position = end }
        return table.rows(position..<end)
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

extension ExecutionContext {
    /// Looks at the limits now and then in a loop over rows for each of which expressions are computed.
    @inline(__always)
    package func check(after row: Int) throws(QueryError) {
        if row & 255 == 255 || evaluator.hasWorkedMuch { try check() }
    }
}

extension RowSource {
    /// All the remaining rows, held in memory.
    package func collect(width: Int, _ context: ExecutionContext) throws(QueryError) -> Batch {
        var all = BatchCollector(width: width)
        while let batch = try next() { try all.append(batch, context.watch) }
        return try all.table(context.watch)
    }
}

/// Batches on their way into one table. They are put together at the end, piece by piece: a table that grows would be
/// copied as a whole now and then.
package struct BatchCollector {
    private var batches: [Batch] = []
    private let width: Int
    /// The rows of all batches.
    package private(set) var count = 0

    package init(width: Int) { self.width = width }

    /// Takes a batch in and counts its memory.
    package mutating func append(_ batch: Batch, _ watch: Watch) throws(QueryError) {
        try watch.hold(bytes: batch.byteCount)
        batches.append(batch)
        count += batch.count
    }

    /// The rows of all batches; the collector is empty after that.
    package mutating func table(_ watch: Watch) throws(QueryError) -> Batch {
        defer { self = BatchCollector(width: width) }
        if batches.count == 1 { return batches[0] }
        var table = Batch(width: width)
        table.count = count
        for column in 0..<width {
            var joined: [UInt32] = []
            joined.reserveCapacity(count)
            for index in batches.indices {
                joined.append(contentsOf: batches[index].columns[column])
                // Each column goes as soon as it has been copied.
                batches[index].columns[column] = []
                try watch.advance(by: batches[index].count / 16 + 1)
            }
            table.columns[column] = joined
        }
        return table
    }
}
