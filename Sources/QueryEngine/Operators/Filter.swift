/// FILTER: keeps the rows for which an expression is true; an error drops the row.
package final class Filter: RowSource {
    private let input: any RowSource
    private let schema: Schema
    private let condition: CompiledExpression
    private let exists: [ExistsPlan]
    private let context: ExecutionContext
    /// The one slot that a pure condition reads; equal ids then have equal verdicts.
    private let onlySlot: Slot?
    private var verdicts: [UInt32: Bool] = [:]
    private var rowsSeen = 0
    private static let cacheLimit = 1 << 20

    package init(
        _ input: any RowSource, schema: Schema, condition: CompiledExpression, exists: [ExistsPlan],
        context: ExecutionContext
    ) {
        self.input = input
        self.schema = schema
        self.condition = condition
        self.exists = exists
        self.context = context
        let slots = condition.slots
        onlySlot = slots.count == 1 && condition.isPure ? slots.first : nil
    }

    package func next() throws(QueryError) -> Batch? {
        while let batch = try input.next() {
            let kept = try keep(batch)
            rowsSeen += batch.count
            try context.check()
            if kept.count == batch.count { return batch }
            if !kept.isEmpty { return batch.gather(kept) }
        }
        return nil
    }

    private func keep(_ batch: Batch) throws(QueryError) -> [Int32] {
        var view = RowView(batch, schema: schema, slotCount: context.slotCount, firstRow: rowsSeen)
        if !exists.isEmpty { view.existsVerdicts = try ExistsPlan.verdicts(exists, batch, schema, context) }
        let evaluator = context.evaluator
        var kept: [Int32] = []
        kept.reserveCapacity(batch.count)
        if let onlySlot, let column = schema.column(of: onlySlot) {
            if verdicts.count > Self.cacheLimit { verdicts = [:] }
            let ids = batch.columns[column]
            var lastID: UInt32 = 0
            var lastVerdict = evaluator.boolean(condition, RowView.unbound(slotCount: context.slotCount), 0) == true
            for row in 0..<batch.count {
                let id = ids[row]
                if id != lastID {
                    lastID = id
                    if let known = verdicts[id] {
                        lastVerdict = known
                    } else {
                        lastVerdict = evaluator.boolean(condition, view, row) == true
                        verdicts[id] = lastVerdict
                        if row & 255 == 255 { try context.check() }
                    }
                }
                if lastVerdict { kept.append(Int32(row)) }
            }
            return kept
        }
        for row in 0..<batch.count {
            if evaluator.boolean(condition, view, row) == true { kept.append(Int32(row)) }
            if row & 255 == 255 { try context.check() }
        }
        return kept
    }
}

extension RowView {
    /// One row that binds nothing.
    static func unbound(slotCount: Int) -> RowView {
        RowView(.unit, schema: Schema([]), slotCount: slotCount)
    }
}
