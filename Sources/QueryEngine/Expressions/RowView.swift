/// The rows that an expression is evaluated over: the columns of a batch by slot.
package struct RowView {
    /// The batch.
    package let batch: Batch
    /// The column of each slot, or −1.
    package let positions: [Int]
    /// How many rows the operator has seen before this batch; with the row's index it names a solution for BNODE.
    package let firstRow: Int
    /// The verdicts of each EXISTS of the operator, by row.
    package var existsVerdicts: [[Bool]] = []

    /// A view of a batch.
    package init(_ batch: Batch, schema: Schema, slotCount: Int, firstRow: Int = 0) {
        self.batch = batch
        self.firstRow = firstRow
        var positions = Array(repeating: -1, count: slotCount)
        for (column, slot) in schema.slots.enumerated() { positions[slot] = column }
        self.positions = positions
    }

    /// The id that a slot has in a row, 0 for unbound.
    package func id(_ slot: Slot, _ row: Int) -> UInt32 {
        let position = positions[slot]
        return position < 0 ? 0 : batch.columns[position][row]
    }
}
