/// The rows of a join's right side, found by the values of the shared variables.
struct JoinTable {
    let schema: Schema
    let rows: Batch
    /// The columns of shared variables that are bound in every row of both sides.
    private let keyColumns: [Int]
    /// Shared variables that may be unbound on a side: left column, right column.
    private let loose: [(left: Int, right: Int)]
    private let leftKeys: [Int]
    private var table: RowHashTable
    /// The right rows of each key, in order: `starts[key]..<starts[key + 1]` of `members`.
    private var starts: [Int32] = []
    private var members: [Int32] = []

    /// Indexes the rows of the right side by `keys`; `loose` are the other shared slots.
    init(
        _ rows: Batch, schema: Schema, left: Schema, keys: [Slot], loose: [Slot], _ watch: Watch
    ) throws(QueryError) {
        self.rows = rows
        self.schema = schema
        keyColumns = keys.compactMap { schema.column(of: $0) }
        leftKeys = keys.compactMap { left.column(of: $0) }
        self.loose = loose.compactMap { slot in
            if let l = left.column(of: slot), let r = schema.column(of: slot) { (left: l, right: r) } else { nil }
        }
        table = RowHashTable(width: keyColumns.count)
        guard !keyColumns.isEmpty else { return }
        var numbers: [Int32] = []
        numbers.reserveCapacity(rows.count)
        for start in stride(from: 0, to: rows.count, by: Self.piece) {
            let end = min(start + Self.piece, rows.count)
            numbers += table.insert(keyColumns.map { Array(rows.columns[$0][start..<end]) }, count: end - start)
            try watch.check()
        }
        starts = Array(repeating: 0, count: table.count + 1)
        for number in numbers { starts[Int(number) + 1] += 1 }
        for key in 0..<table.count { starts[key + 1] += starts[key] }
        var next = starts
        members = Array(repeating: 0, count: rows.count)
        for (row, number) in numbers.enumerated() {
            members[Int(next[Int(number)])] = Int32(row)
            next[Int(number)] += 1
            if row & 0xFFFF == 0xFFFF { try watch.check() }
        }
    }

    /// Rows that are put into the table between two looks at the limits.
    private static let piece = 1 << 15

    /// The number of each left row's key, −1 where no right row has it. There must be shared variables that all rows bind.
    func keys(of left: Batch) -> [Int32] { table.find(leftKeys.map { left.columns[$0] }, rows: 0..<left.count) }

    /// Whether some right row that is compatible with a left row meets a condition.
    func hasMatch(
        _ left: Batch, row: Int, _ watch: Watch, where condition: (Int) -> Bool
    ) throws(QueryError) -> Bool {
        if keyColumns.isEmpty {
            for candidate in 0..<rows.count {
                if agrees(left, row, candidate), condition(candidate) { return true }
                try watch.advance()
            }
            return false
        }
        let keys = leftKeys.map { left.columns[$0] }
        guard let key = table.find(keys, row: row) else { return false }
        for index in Int(starts[key])..<Int(starts[key + 1]) {
            let candidate = Int(members[index])
            if agrees(left, row, candidate), condition(candidate) { return true }
            try watch.advance()
        }
        return false
    }

    /// Whether the shared variables that may be unbound are equal where both sides bind them.
    func agrees(_ left: Batch, _ row: Int, _ candidate: Int) -> Bool {
        for (l, r) in loose {
            let a = left.columns[l][row]
            let b = rows.columns[r][candidate]
            if a != 0, b != 0, a != b { return false }
        }
        return true
    }

    /// How far the rows of a left batch have been paired: the next row, and how many of its candidates are done.
    struct Cursor {
        var row = 0
        var candidate = 0
    }

    /// Some pairs of rows that are compatible, in left order; the cursor is left behind them. Nobody takes all pairs of a
    /// product at once.
    func pairs(
        _ left: Batch, from cursor: inout Cursor, _ watch: Watch
    ) throws(QueryError) -> (left: [Int32], right: [Int32]) {
        var leftRows: [Int32] = []
        var rightRows: [Int32] = []
        let keys = leftKeys.map { left.columns[$0] }
        let start = cursor.row
        let end = min(left.count, start + Self.rowsInOneGo)
        let numbers = keyColumns.isEmpty ? [] : table.find(keys, rows: start..<end)
        while cursor.row < end, leftRows.count < Self.pairsInOneGo {
            let row = cursor.row
            var candidates = 0..<rows.count
            if !keyColumns.isEmpty {
                let key = Int(numbers[row - start])
                candidates = key < 0 ? 0..<0 : Int(starts[key])..<Int(starts[key + 1])
            }
            let first = candidates.lowerBound + cursor.candidate
            let last = min(candidates.upperBound, first + Self.pairsInOneGo)
            for index in first..<last {
                let candidate = keyColumns.isEmpty ? Int32(index) : members[index]
                if loose.isEmpty || agrees(left, row, Int(candidate)) {
                    leftRows.append(Int32(row))
                    rightRows.append(candidate)
                }
            }
            try watch.advance(by: 1 + last - first)
            if last == candidates.upperBound {
                cursor = Cursor(row: row + 1)
            } else {
                cursor.candidate += last - first
            }
        }
        return (leftRows, rightRows)
    }

    private static let pairsInOneGo = 1 << 14
    private static let rowsInOneGo = 1 << 12

    /// The joined rows of pairs; a right row of −1 leaves the right side unbound.
    func merge(_ left: Batch, _ leftSchema: Schema, _ pairs: (left: [Int32], right: [Int32]), to output: Schema)
        -> Batch
    {
        let columns = output.slots.map { slot -> [UInt32] in
            let l = leftSchema.column(of: slot)
            let r = schema.column(of: slot)
            switch (l, r) {
            case (let l?, nil): return Batch.gather(left.columns[l], pairs.left)
            case (nil, let r?): return Self.gather(rows.columns[r], pairs.right)
            case (let l?, let r?):
                var column = Batch.gather(left.columns[l], pairs.left)
                for (index, row) in pairs.right.enumerated() where column[index] == 0 && row >= 0 {
                    column[index] = rows.columns[r][Int(row)]
                }
                return column
            case (nil, nil): return Array(repeating: 0, count: pairs.left.count)
            }
        }
        return Batch(columns: columns, count: pairs.left.count)
    }

    private static func gather(_ column: [UInt32], _ indices: [Int32]) -> [UInt32] {
        indices.map { $0 < 0 ? 0 : column[Int($0)] }
    }
}

/// A join of two independent inputs: the right one is held in memory, the left one streams and keeps its order.
package final class HashJoin: RowSource {
    private let left: any RowSource
    private let right: any RowSource
    private let node: JoinShape
    private let context: ExecutionContext
    private var table: JoinTable?
    private var current: Batch?
    private var cursor = JoinTable.Cursor()

    package init(_ left: any RowSource, _ right: any RowSource, shape: JoinShape, context: ExecutionContext) {
        self.left = left
        self.right = right
        node = shape
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        if table == nil {
            let rows = try right.collect(width: node.right.slots.count, context)
            try context.watch.hold(bytes: rows.count * 16)
            table = try JoinTable(
                rows, schema: node.right, left: node.left, keys: node.keys, loose: node.loose, context.watch)
        }
        guard let table else { return nil }
        if table.rows.count == 0 { return nil }
        while true {
            if current == nil {
                current = try left.next()
                cursor = JoinTable.Cursor()
            }
            guard let batch = current else { return nil }
            let pairs = try table.pairs(batch, from: &cursor, context.watch)
            if cursor.row >= batch.count { current = nil }
            try context.check()
            if !pairs.left.isEmpty {
                return table.merge(batch, node.left, (pairs.left, pairs.right), to: node.output)
            }
        }
    }
}

/// How the sides of a join share variables.
package struct JoinShape: Sendable {
    package var left: Schema
    package var right: Schema
    package var output: Schema
    /// Shared slots that are bound in every row of both sides.
    package var keys: [Slot]
    /// The other shared slots.
    package var loose: [Slot]

    /// The shape of a join of two schemas.
    package init(left: Schema, leftCertain: SlotSet, right: Schema, rightCertain: SlotSet, output: Schema) {
        self.left = left
        self.right = right
        self.output = output
        let shared = left.slots.filter { right.contains($0) }
        keys = shared.filter { leftCertain.contains($0) && rightCertain.contains($0) }
        loose = shared.filter { !leftCertain.contains($0) || !rightCertain.contains($0) }
    }
}
