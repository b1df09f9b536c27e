import QuerySyntax
import RDF

/// GROUP BY and aggregates: one row a group, in the order in which the groups first appear.
package final class Group: RowSource {
    private let input: any RowSource
    private let schema: Schema
    private let keys: [Slot]
    private let aggregates: [AggregatePlan]
    private let context: ExecutionContext
    private var result: TableSource?

    package init(
        _ input: any RowSource, schema: Schema, keys: [Slot], aggregates: [AggregatePlan], context: ExecutionContext
    ) {
        self.input = input
        self.schema = schema
        self.keys = keys
        self.aggregates = aggregates
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        if let result { return try result.next() }
        let grouped = TableSource(try groupedRows())
        result = grouped
        return try grouped.next()
    }

    private func groupedRows() throws(QueryError) -> Batch {
        var groups = RowHashTable(width: keys.count)
        let accumulators = aggregates.map { Accumulator.make($0) }
        let keyColumns = keys.map { schema.column(of: $0) }
        var memos = aggregates.map { _ in ExpressionMemo() }
        var rowsSeen = 0
        var heldBytes = 0
        // Without keys there is one group even over no rows.
        if keys.isEmpty {
            _ = groups.insert([], row: 0)
            for accumulator in accumulators { accumulator.grow(to: 1) }
        }
        while let batch = try input.next() {
            let columns = keyColumns.map { $0.map { batch.columns[$0] } ?? Array(repeating: 0, count: batch.count) }
            let numbers = Self.number(columns, batch.count, &groups)
            for (index, accumulator) in accumulators.enumerated() {
                accumulator.grow(to: groups.count)
                guard let argument = aggregates[index].argument else {
                    accumulator.addRows(numbers, batch)
                    continue
                }
                let ids = try argument.ids(batch, schema: schema, firstRow: rowsSeen, context, &memos[index])
                accumulator.add(numbers, ids, context.terms)
            }
            rowsSeen += batch.count
            let bytes = accumulators.reduce(groups.byteCount) { $0 + 16 * groups.count + $1.byteCount }
            try context.watch.hold(bytes: bytes - heldBytes)
            heldBytes = bytes
            try context.check()
        }
        var columns = groups.keys
        for accumulator in accumulators {
            var results: [UInt32] = []
            results.reserveCapacity(groups.count)
            for group in 0..<groups.count {
                results.append(accumulator.result(group, context.terms))
                if group & 255 == 255 { try context.check() }
            }
            columns.append(results)
        }
        return Batch(columns: columns, count: groups.count)
    }

    /// The group of each row.
    private static func number(_ columns: [[UInt32]], _ count: Int, _ groups: inout RowHashTable) -> [Int32] {
        if columns.isEmpty { return Array(repeating: 0, count: count) }
        return groups.insert(columns, count: count)
    }
}
