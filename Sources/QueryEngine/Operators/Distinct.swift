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
            // New rows get the next numbers, in the order in which they stand.
            var known = Int32(seen.count)
            let numbers = seen.insert(batch.columns, count: batch.count)
            for (row, number) in numbers.enumerated() where number >= known {
                kept.append(Int32(row))
                known = number + 1
            }
            try context.watch.hold(bytes: kept.count * (8 + 4 * batch.columns.count))
            if kept.count == batch.count { return batch }
            if !kept.isEmpty { return batch.gather(kept) }
        }
        return nil
    }
}
