/// ORDER BY, stable; with `first`, only so many of the least rows are kept while the input streams.
package final class OrderBy: RowSource {
    private let input: any RowSource
    private let schema: Schema
    private let keys: [OrderPlan]
    private let first: Int?
    private let context: ExecutionContext
    private var isDone = false

    package init(
        _ input: any RowSource, schema: Schema, keys: [OrderPlan], first: Int?, context: ExecutionContext
    ) {
        self.input = input
        self.schema = schema
        self.keys = keys
        self.first = first
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        guard !isDone else { return nil }
        isDone = true
        var rows = Batch(width: schema.slots.count)
        var keyColumns: [[UInt32]] = keys.map { _ in [] }
        var rowsSeen = 0
        var threshold: [UInt32]?
        while let batch = try input.next() {
            var batch = batch
            var columns = try keys.map { key throws(QueryError) in try ids(key.key, batch, firstRow: rowsSeen) }
            rowsSeen += batch.count
            if let threshold {
                // Rows that can't be among the first are dropped before they are stored.
                let kept = (0..<Int32(batch.count)).filter { row in
                    compare(columns, Int(row), threshold.map { [$0] }, 0) == .less
                }
                if kept.isEmpty { continue }
                batch = batch.gather(kept)
                columns = columns.map { Batch.gather($0, kept) }
            }
            try context.watch.hold(bytes: batch.byteCount + 4 * batch.count * keys.count)
            rows.append(batch)
            for index in keys.indices { keyColumns[index].append(contentsOf: columns[index]) }
            if let first, rows.count >= max(4 * first, 16384) {
                let kept = try sorted(rows, keyColumns, first: first)
                context.watch.release(bytes: (rows.count - kept.count) * 4 * (rows.columns.count + keys.count))
                rows = rows.gather(kept)
                keyColumns = keyColumns.map { Batch.gather($0, kept) }
                if first == 0 { return nil }
                threshold = keyColumns.map { $0[rows.count - 1] }
            }
            try context.check()
        }
        if rows.count == 0 { return nil }
        let order = try sorted(rows, keyColumns, first: first)
        return order.isEmpty ? nil : rows.gather(order)
    }

    /// The rows in order, at most `first`.
    private func sorted(_ rows: Batch, _ keyColumns: [[UInt32]], first: Int?) throws(QueryError) -> [Int32] {
        // Keys are brought to ranks column by column, so that comparing two rows compares integers.
        var ranks: [[Int32]] = []
        var ties = Array(repeating: Int32(0), count: rows.count)
        for (index, column) in keyColumns.enumerated() {
            ranks.append(try SortRanks.ranks(of: column, descending: keys[index].isDescending, context))
        }
        ties = ranks.first ?? ties
        let rest = ranks.dropFirst()
        var order = (0..<Int32(rows.count)).map { $0 }
        order.sort { left, right in
            let a = ties[Int(left)]
            let b = ties[Int(right)]
            if a != b { return a < b }
            for column in rest {
                let a = column[Int(left)]
                let b = column[Int(right)]
                if a != b { return a < b }
            }
            return left < right
        }
        try context.check()
        if let first, order.count > first { order.removeSubrange(first...) }
        return order
    }

    private func compare(_ left: [[UInt32]], _ leftRow: Int, _ right: [[UInt32]], _ rightRow: Int) -> Ordering {
        for (index, key) in keys.enumerated() {
            let a = left[index][leftRow]
            let b = right[index][rightRow]
            if a == b { continue }
            let order = ValueComparison.totalOrder(
                a == 0 ? nil : context.terms.value(a), b == 0 ? nil : context.terms.value(b))
            if order != .equal { return key.isDescending ? order.reversed : order }
        }
        return .equal
    }

    private func ids(_ key: ExpressionPlan, _ batch: Batch, firstRow: Int) throws(QueryError) -> [UInt32] {
        if case .variable(let slot) = key.expression {
            return schema.column(of: slot).map { batch.columns[$0] } ?? Array(repeating: 0, count: batch.count)
        }
        var view = RowView(batch, schema: schema, slotCount: context.slotCount, firstRow: firstRow)
        if !key.exists.isEmpty { view.existsVerdicts = try ExistsPlan.verdicts(key.exists, batch, schema, context) }
        return (0..<batch.count).map { context.evaluator.id(key.expression, view, $0) }
    }
}

/// Ranks of ids in the order of ORDER BY; ids with equal values have one rank.
enum SortRanks {
    static func ranks(
        of column: [UInt32], descending: Bool, _ context: ExecutionContext
    ) throws(QueryError) -> [Int32] {
        var table = RowHashTable(width: 1)
        let columns = [column]
        var numbers: [Int32] = []
        numbers.reserveCapacity(column.count)
        var last: Int32 = -1
        var lastID: UInt32 = 0
        for row in column.indices {
            if last < 0 || column[row] != lastID {
                last = Int32(table.insert(columns, row: row).number)
                lastID = column[row]
            }
            numbers.append(last)
        }
        let distinct = table.keys[0]
        var values: [Value?] = []
        values.reserveCapacity(distinct.count)
        for (index, id) in distinct.enumerated() {
            values.append(id == 0 ? nil : Value(context.terms.term(id)))
            if index & 4095 == 4095 { try context.check() }
        }
        let order = distinct.indices.sorted { left, right in
            switch ValueComparison.totalOrder(values[left], values[right]) {
            case .less: true
            case .greater: false
            case .equal: left < right
            }
        }
        try context.check()
        var rankOfNumber = Array(repeating: Int32(0), count: distinct.count)
        var rank: Int32 = 0
        for (position, number) in order.enumerated() {
            if position > 0, ValueComparison.totalOrder(values[order[position - 1]], values[number]) != .equal {
                rank += 1
            }
            rankOfNumber[number] = descending ? -rank : rank
        }
        return numbers.map { rankOfNumber[Int($0)] }
    }
}
