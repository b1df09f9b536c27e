/// FILTER: keeps the rows for which an expression is true; an error drops the row.
package final class Filter: RowSource {
    private let input: any RowSource
    private let schema: Schema
    private let condition: CompiledExpression
    private let exists: [ExistsPlan]
    private let context: ExecutionContext
    /// The one slot that a pure condition reads; equal ids then have equal verdicts.
    private let onlySlot: Slot?
    /// By id, 0 where the verdict is not known yet, 1 for false and 2 for true; empty until it pays.
    private var verdicts: [UInt8] = []
    /// Whether the condition asks only what the variable's term is, and its datatype or language.
    private let readsAffixOnly: Bool
    /// By the number of an affix, as above.
    private var affixVerdicts: [UInt8] = []
    private var rowsSeen = 0
    /// So many rows are worth a byte an id.
    private static let cacheThreshold = 512
    private static let largestCache = 1 << 27

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
        readsAffixOnly = onlySlot != nil && condition.readsAffixOnly
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
        if let onlySlot, let column = schema.column(of: onlySlot), rowsSeen + batch.count >= Self.cacheThreshold {
            let ids = batch.columns[column]
            let largest = Int(ids.max() ?? 0)
            if largest < Self.largestCache {
                if largest >= verdicts.count {
                    let size = max(largest + 1, Int(context.terms.graphLimit) + 1)
                    verdicts += repeatElement(0, count: size - verdicts.count)
                }
                for row in 0..<batch.count {
                    var verdict = verdicts[Int(ids[row])]
                    if verdict == 0 {
                        verdict = self.verdict(of: ids[row]) { evaluator.boolean(condition, view, row) == true }
                        verdicts[Int(ids[row])] = verdict
                    }
                    if verdict == 2 { kept.append(Int32(row)) }
                    try context.check(after: row)
                }
                return kept
            }
        }
        for row in 0..<batch.count {
            if evaluator.boolean(condition, view, row) == true { kept.append(Int32(row)) }
            try context.check(after: row)
        }
        return kept
    }

    /// What the condition says of a term that was not met yet, 1 for false and 2 for true.
    @inline(__always)
    private func verdict(of id: UInt32, _ compute: () -> Bool) -> UInt8 {
        guard readsAffixOnly, id != 0, id <= context.terms.graphLimit,
            let affix = context.terms.view.affixNumber(id)
        else { return compute() ? 2 : 1 }
        if affixVerdicts.isEmpty { affixVerdicts = Array(repeating: 0, count: 1 << 16) }
        if affixVerdicts[Int(affix)] == 0 { affixVerdicts[Int(affix)] = compute() ? 2 : 1 }
        return affixVerdicts[Int(affix)]
    }
}

extension CompiledExpression {
    /// Whether terms with one affix, which is one datatype, language or namespace, all give the same.
    var readsAffixOnly: Bool {
        switch self {
        case .function(.lang, let inner), .function(.datatype, let inner), .function(.isIRI, let inner),
            .function(.isURI, let inner), .function(.isBlank, let inner), .function(.isLiteral, let inner):
            if case .variable? = inner.first { return true }
            return inner.allSatisfy(\.readsAffixOnly)
        case .variable, .bound, .compareIndexed, .textTest, .oneOf, .exists: return false
        default: return operands.allSatisfy(\.readsAffixOnly)
        }
    }
}
