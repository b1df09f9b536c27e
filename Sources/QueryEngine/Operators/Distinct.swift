/// DISTINCT: the first of each set of equal rows, in the input's order.
package final class Distinct: RowSource {
    private let input: any RowSource
    private var seen: RowHashTable
    private let context: ExecutionContext

    package init(_ input: any RowSource, width: Int, context: ExecutionContext) {
        self.input = input
        seen = RowHashTable(width: width)
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        while let batch = try input.next() {
            var kept: [Int32] = []
            for row in 0..<batch.count where seen.insert(batch.columns, row: row).isNew { kept.append(Int32(row)) }
            try context.watch.hold(bytes: kept.count * (8 + 4 * batch.columns.count))
            if kept.count == batch.count { return batch }
            if !kept.isEmpty { return batch.gather(kept) }
        }
        return nil
    }
}
