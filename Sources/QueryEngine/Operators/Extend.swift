/// BIND: adds a column with the value of an expression; an error leaves it unbound.
package final class Extend: RowSource {
    private let input: any RowSource
    private let schema: Schema
    private let expression: CompiledExpression
    private let exists: [ExistsPlan]
    private let context: ExecutionContext
    private var rowsSeen = 0

    package init(
        _ input: any RowSource, schema: Schema, expression: CompiledExpression, exists: [ExistsPlan],
        context: ExecutionContext
    ) {
        self.input = input
        self.schema = schema
        self.expression = expression
        self.exists = exists
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        guard var batch = try input.next() else { return nil }
        var view = RowView(batch, schema: schema, slotCount: context.slotCount, firstRow: rowsSeen)
        if !exists.isEmpty { view.existsVerdicts = try ExistsPlan.verdicts(exists, batch, schema, context) }
        var column: [UInt32] = []
        column.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            column.append(context.evaluator.id(expression, view, row))
            try context.check(after: row)
        }
        try context.check()
        rowsSeen += batch.count
        batch.columns.append(column)
        return batch
    }
}
