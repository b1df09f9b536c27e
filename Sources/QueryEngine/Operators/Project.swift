/// Projection: keeps some columns in an order; a column of −1 is unbound throughout.
package final class Project: RowSource {
    private let input: any RowSource
    private let columns: [Int]

    package init(_ input: any RowSource, from: Schema, to: Schema) {
        self.input = input
        columns = to.slots.map { from.column(of: $0) ?? -1 }
    }

    package func next() throws(QueryError) -> Batch? {
        guard let batch = try input.next() else { return nil }
        return Batch(
            columns: columns.map { $0 < 0 ? Array(repeating: 0, count: batch.count) : batch.columns[$0] },
            count: batch.count)
    }
}
