/// OPTIONAL over two independent inputs: each left row with its compatible right rows for which the condition is true,
/// or alone.
package final class HashLeftJoin: RowSource {
    private let left: any RowSource
    private let right: any RowSource
    private let shape: JoinShape
    private let condition: ExpressionPlan?
    private let context: ExecutionContext
    private var table: JoinTable?
    private var current: Batch?
    private var cursor = JoinTable.Cursor()
    /// Whether the row at the cursor, some of whose candidates are done, has had a match.
    private var hasMatched = false
    private var rowsSeen = 0

    package init(
        _ left: any RowSource, _ right: any RowSource, shape: JoinShape, condition: ExpressionPlan?,
        context: ExecutionContext
    ) {
        self.left = left
        self.right = right
        self.shape = shape
        self.condition = condition
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        if table == nil {
            let rows = try right.collect(width: shape.right.slots.count, context)
            try context.watch.hold(bytes: rows.count * 16)
            table = try JoinTable(
                rows, schema: shape.right, left: shape.left, keys: shape.keys, loose: shape.loose, context.watch)
        }
        guard let table else { return nil }
        while true {
            if current == nil {
                current = try left.next()
                cursor = JoinTable.Cursor()
                hasMatched = false
            }
            guard let batch = current else { return nil }
            let rows = try nextRows(batch, table)
            if cursor.row >= batch.count {
                current = nil
                rowsSeen += batch.count
            }
            if !rows.left.isEmpty { return table.merge(batch, shape.left, rows, to: shape.output) }
        }
    }

    /// Some pairs for which the condition is true, with the rows among them that have no match, whose right row is −1.
    private func nextRows(_ batch: Batch, _ table: JoinTable) throws(QueryError) -> (left: [Int32], right: [Int32]) {
        let first = cursor.row
        var (leftRows, rightRows) = try table.pairs(batch, from: &cursor, context.watch)
        try context.check()
        if let condition, !leftRows.isEmpty {
            let merged = table.merge(batch, shape.left, (leftRows, rightRows), to: shape.output)
            let kept = try condition.keep(merged, schema: shape.output, firstRow: rowsSeen, context)
            leftRows = kept.map { leftRows[Int($0)] }
            rightRows = kept.map { rightRows[Int($0)] }
        }
        var allLeft: [Int32] = []
        var allRight: [Int32] = []
        var pair = 0
        // The row at the cursor is not done unless the batch is.
        for row in first..<min(cursor.row + 1, batch.count) {
            let before = pair
            while pair < leftRows.count, Int(leftRows[pair]) == row {
                allLeft.append(Int32(row))
                allRight.append(rightRows[pair])
                pair += 1
            }
            hasMatched = hasMatched || pair > before
            if row == cursor.row { break }
            if !hasMatched {
                allLeft.append(Int32(row))
                allRight.append(-1)
            }
            hasMatched = false
        }
        return (allLeft, allRight)
    }
}

/// OPTIONAL that evaluates its right side for the rows of the left: a plan that starts from those rows, each with its
/// number, so that indexes are used and the rows without a result are known.
package final class SeededLeftJoin: RowSource {
    private let left: any RowSource
    private let leftSchema: Schema
    private let right: Plan
    private let condition: ExpressionPlan?
    private let output: Schema
    private let seedColumns: [Int]
    private let rowNumber: Slot
    private let context: ExecutionContext
    private var current: Batch?
    private var row = 0
    /// Left rows that the right side is started with at once: few where each has many matches.
    private var piece = 16
    private static let largestPiece = 1 << 14
    /// More matches than these are too many for one piece.
    private static let manyMatches = 1 << 16

    package init(
        _ left: any RowSource, leftSchema: Schema, right: Plan, condition: ExpressionPlan?, seed: Schema,
        rowNumber: Slot, output: Schema, context: ExecutionContext
    ) {
        seedColumns = seed.slots.compactMap { $0 == rowNumber ? nil : leftSchema.column(of: $0) }
        self.left = left
        self.leftSchema = leftSchema
        self.right = right
        self.condition = condition
        self.output = output
        self.rowNumber = rowNumber
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        if current == nil {
            current = try left.next()
            row = 0
        }
        guard let all = current else { return nil }
        let batch = all.rows(row..<min(row + piece, all.count))
        row += batch.count
        if row >= all.count { current = nil }
        return try join(batch)
    }

    private func join(_ batch: Batch) throws(QueryError) -> Batch {
        var seed = Batch(columns: seedColumns.map { batch.columns[$0] }, count: batch.count)
        seed.columns.append((0..<UInt32(batch.count)).map { $0 })
        let source = try right.source(context, seed: seed)
        var matched = try source.collect(width: right.schema.slots.count, context)
        context.watch.release(bytes: matched.byteCount)
        piece = matched.count > Self.manyMatches ? max(1, piece / 4) : min(piece * 4, Self.largestPiece)
        if let condition, matched.count > 0 {
            matched = matched.gather(try condition.keep(matched, schema: right.schema, firstRow: 0, context))
        }
        guard let numberColumn = right.schema.column(of: rowNumber) else { return batch }
        let order = Self.order(of: matched.columns[numberColumn], matched.count)
        let numbers = matched.columns[numberColumn]
        // For each output row the row of the left and of the right side, or −1.
        var leftRows: [Int32] = []
        var rightRows: [Int32] = []
        leftRows.reserveCapacity(max(batch.count, matched.count))
        rightRows.reserveCapacity(max(batch.count, matched.count))
        var next = 0
        for row in 0..<batch.count {
            let first = next
            while next < order.count, Int(numbers[Int(order[next])]) == row {
                leftRows.append(Int32(row))
                rightRows.append(order[next])
                next += 1
            }
            if next == first {
                leftRows.append(Int32(row))
                rightRows.append(-1)
            }
        }
        try context.check()
        let columns = output.slots.map { slot -> [UInt32] in
            let l = leftSchema.column(of: slot)
            guard let r = right.schema.column(of: slot) else {
                return l.map { Batch.gather(batch.columns[$0], leftRows) }
                    ?? Array(repeating: 0, count: leftRows.count)
            }
            let source = matched.columns[r]
            if let l {
                let fallback = batch.columns[l]
                return leftRows.indices.map {
                    rightRows[$0] < 0 ? fallback[Int(leftRows[$0])] : source[Int(rightRows[$0])]
                }
            }
            return rightRows.map { $0 < 0 ? 0 : source[Int($0)] }
        }
        return Batch(columns: columns, count: leftRows.count)
    }

    /// The rows in the order of their numbers, stable.
    private static func order(of numbers: [UInt32], _ count: Int) -> [Int32] {
        var isSorted = true
        for index in 1..<max(1, count) where numbers[index - 1] > numbers[index] {
            isSorted = false
            break
        }
        let identity = (0..<Int32(count)).map { $0 }
        if isSorted { return identity }
        return identity.sorted { (numbers[Int($0)], $0) < (numbers[Int($1)], $1) }
    }
}
