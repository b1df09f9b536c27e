/// The plan of an EXISTS: it is started with the rows of the outer query, each with its number, and the numbers that
/// come out are those for which the pattern has a solution.
package struct ExistsPlan: Sendable {
    /// The plan, which carries `rowNumber` through.
    package var plan: Plan
    /// The slots of the outer query that the pattern reads.
    package var outerSlots: SlotSet
    /// The slot of the row number.
    package var rowNumber: Slot
    /// The columns that the plan is started with, the row number last.
    package var seed: Schema

    /// For each EXISTS, the verdict on each row.
    static func verdicts(
        _ plans: [ExistsPlan], _ batch: Batch, _ schema: Schema, _ context: ExecutionContext
    ) throws(QueryError) -> [[Bool]] {
        var all: [[Bool]] = []
        for plan in plans { all.append(try plan.verdicts(batch, schema, context)) }
        return all
    }

    private func verdicts(
        _ batch: Batch, _ schema: Schema, _ context: ExecutionContext
    ) throws(QueryError) -> [Bool] {
        var columns: [[UInt32]] = []
        for slot in seed.slots where slot != rowNumber {
            columns.append(
                schema.column(of: slot).map { batch.columns[$0] } ?? Array(repeating: 0, count: batch.count))
        }
        columns.append((0..<UInt32(batch.count)).map { $0 })
        var verdicts = Array(repeating: false, count: batch.count)
        let source = try plan.source(context, seed: Batch(columns: columns, count: batch.count))
        guard let numbers = plan.schema.column(of: rowNumber) else { return verdicts }
        var missing = batch.count
        while missing > 0, let found = try source.next() {
            for row in found.columns[numbers] where !verdicts[Int(row)] {
                verdicts[Int(row)] = true
                missing -= 1
            }
            try context.check()
        }
        return verdicts
    }
}
