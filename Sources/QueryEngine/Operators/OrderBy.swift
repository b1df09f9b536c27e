/// ORDER BY, stable; with `first`, only so many of the least rows are kept while the input streams.
package final class OrderBy: RowSource {
    private let input: any RowSource
    private let schema: Schema
    private let keys: [OrderPlan]
    private let first: Int?
    private let context: ExecutionContext
    private let sortKeys: SortKeys
    private var memos: [ExpressionMemo]
    private var result: TableSource?

    package init(
        _ input: any RowSource, schema: Schema, keys: [OrderPlan], first: Int?, context: ExecutionContext
    ) {
        self.input = input
        self.schema = schema
        self.keys = keys
        self.first = first
        self.context = context
        sortKeys = SortKeys(context.terms)
        memos = keys.map { _ in ExpressionMemo() }
    }

    package func next() throws(QueryError) -> Batch? {
        if let result { return try result.next() }
        let sorted = TableSource(try sortedRows())
        result = sorted
        return try sorted.next()
    }

    private func sortedRows() throws(QueryError) -> Batch {
        let none = Batch(width: schema.slots.count)
        if first == nil { return try allSorted() }
        var rows = Batch(width: schema.slots.count)
        var keyColumns: [[UInt32]] = keys.map { _ in [] }
        var rowsSeen = 0
        var threshold: [UInt32]?
        while let batch = try input.next() {
            var batch = batch
            var columns = try keyIDs(batch, firstRow: rowsSeen)
            rowsSeen += batch.count
            if let threshold {
                // Rows that can't be among the first are dropped before they are stored.
                let kept = try self.rows(columns, count: batch.count, before: threshold)
                if kept.isEmpty { continue }
                batch = batch.gather(kept)
                columns = columns.map { Batch.gather($0, kept) }
            }
            try context.watch.hold(bytes: batch.byteCount + 4 * batch.count * keys.count)
            rows.append(batch)
            for index in keys.indices { keyColumns[index].append(contentsOf: columns[index]) }
            if let first, rows.count >= max(4 * first, 16384) {
                let kept = try sorted(rows, keyColumns, first: first)
                context.watch.release(bytes: (rows.count - kept.count) * 4 * (rows.columns.count + keys.count))
                rows = rows.gather(kept)
                keyColumns = keyColumns.map { Batch.gather($0, kept) }
                if first == 0 { return none }
                threshold = keyColumns.map { $0[rows.count - 1] }
            }
            try context.check()
        }
        return rows.count == 0 ? none : rows.gather(try sorted(rows, keyColumns, first: first))
    }

    /// A column of ids for each key.
    private func keyIDs(_ batch: Batch, firstRow: Int) throws(QueryError) -> [[UInt32]] {
        try keys.indices.map { index throws(QueryError) in
            try keys[index].key.ids(batch, schema: schema, firstRow: firstRow, context, &memos[index])
        }
    }

    /// All rows in order.
    private func allSorted() throws(QueryError) -> Batch {
        // The keys stand behind the columns.
        let width = schema.slots.count
        var collector = BatchCollector(width: width + keys.count)
        while var batch = try input.next() {
            batch.columns += try keyIDs(batch, firstRow: collector.count)
            try collector.append(batch, context.watch)
        }
        let table = try collector.table(context.watch)
        let order = try sorted(table, Array(table.columns[width...]), first: nil)
        var sorted = Batch(columns: [], count: order.count)
        for column in table.columns[..<width] {
            sorted.columns.append(Batch.gather(column, order))
            try context.check()
        }
        return sorted
    }

    /// The rows in order, at most `first`.
    private func sorted(_ rows: Batch, _ keyColumns: [[UInt32]], first: Int?) throws(QueryError) -> [Int32] {
        let sorter = RowSorter(
            keys: sortKeys, columns: keyColumns, isDescending: keys.map(\.isDescending), context: context)
        var order = try sorter.order(count: rows.count, first: first)
        if let first, order.count > first { order.removeSubrange(first...) }
        return order
    }

    /// The rows that come before the last of those that are kept.
    private func rows(
        _ columns: [[UInt32]], count: Int, before threshold: [UInt32]
    ) throws(QueryError) -> [Int32] {
        guard let firstColumn = columns.first, let firstKey = keys.first else { return [] }
        let flip: UInt64 = firstKey.isDescending ? .max : 0
        let limit = sortKeys.key(threshold[0]) ^ flip
        var kept: [Int32] = []
        for row in 0..<count {
            let key = sortKeys.key(firstColumn[row]) ^ flip
            if key > limit { continue }
            if key < limit || isLess(columns, row, threshold) { kept.append(Int32(row)) }
            if row & 1023 == 1023 { try context.check() }
        }
        return kept
    }

    private func isLess(_ columns: [[UInt32]], _ row: Int, _ threshold: [UInt32]) -> Bool {
        for (index, key) in keys.enumerated() {
            let order = sortKeys.compare(columns[index][row], threshold[index])
            if order != .equal { return order == (key.isDescending ? .greater : .less) }
        }
        return false
    }
}
