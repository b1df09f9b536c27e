/// BIND: adds a column with the value of an expression; an error leaves it unbound.
package final class Extend: RowSource {
    private let input: any RowSource
    private let schema: Schema
    private let expression: ExpressionPlan
    private let context: ExecutionContext
    private var rowsSeen = 0
    private var memo = ExpressionMemo()

    package init(_ input: any RowSource, schema: Schema, expression: ExpressionPlan, context: ExecutionContext) {
        self.input = input
        self.schema = schema
        self.expression = expression
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        guard var batch = try input.next() else { return nil }
        let column = try expression.ids(batch, schema: schema, firstRow: rowsSeen, context, &memo)
        try context.check()
        rowsSeen += batch.count
        batch.columns.append(column)
        return batch
    }
}
