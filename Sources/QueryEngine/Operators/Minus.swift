/// MINUS: drops the left rows that share a bound variable with some right row and agree with it on all they share.
package final class Minus: RowSource {
    private let left: any RowSource
    private let right: any RowSource
    private let shape: JoinShape
    private let context: ExecutionContext
    private var table: JoinTable?

    package init(_ left: any RowSource, _ right: any RowSource, shape: JoinShape, context: ExecutionContext) {
        self.left = left
        self.right = right
        self.shape = shape
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        // Without a variable in common nothing is dropped.
        if shape.keys.isEmpty, shape.loose.isEmpty { return try left.next() }
        if table == nil {
            let rows = try right.collect(width: shape.right.slots.count, context)
            try context.watch.hold(bytes: rows.count * 16)
            table = try JoinTable(
                rows, schema: shape.right, left: shape.left, keys: shape.keys, loose: shape.loose, context.watch)
        }
        guard let table else { return nil }
        while let batch = try left.next() {
            var kept: [Int32] = []
            if shape.loose.isEmpty {
                // A match of the key is one of the whole.
                for (row, key) in table.keys(of: batch).enumerated() where key < 0 { kept.append(Int32(row)) }
                try context.watch.advance(by: batch.count)
                try context.check()
                if kept.count == batch.count { return batch }
                if !kept.isEmpty { return batch.gather(kept) }
                continue
            }
            for row in 0..<batch.count {
                let isDropped = try table.hasMatch(batch, row: row, context.watch) { candidate in
                    sharesBoundVariable(batch, row, table, candidate)
                }
                if !isDropped { kept.append(Int32(row)) }
                try context.watch.advance()
            }
            try context.check()
            if kept.count == batch.count { return batch }
            if !kept.isEmpty { return batch.gather(kept) }
        }
        return nil
    }

    private func sharesBoundVariable(_ batch: Batch, _ row: Int, _ table: JoinTable, _ candidate: Int) -> Bool {
        if !shape.keys.isEmpty { return true }
        for slot in shape.loose {
            if let l = shape.left.column(of: slot), let r = shape.right.column(of: slot),
                batch.columns[l][row] != 0, table.rows.columns[r][candidate] != 0
            {
                return true
            }
        }
        return false
    }
}
