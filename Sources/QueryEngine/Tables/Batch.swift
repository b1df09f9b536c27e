/// A number that stands for a variable throughout one evaluation.
package typealias Slot = Int

/// A run of rows, column by column. An element is the raw value of a term's id; 0 is unbound.
package struct Batch: Sendable {
    /// One array a column, each `count` long.
    package var columns: [[UInt32]]
    /// How many rows there are; without columns, how many empty solutions.
    package var count: Int

    /// A batch of columns of one length.
    package init(columns: [[UInt32]], count: Int) {
        self.columns = columns
        self.count = count
    }

    /// A batch without rows.
    package init(width: Int) {
        columns = Array(repeating: [], count: width)
        count = 0
    }

    /// The batch with one solution that binds nothing.
    package static let unit = Batch(columns: [], count: 1)

    /// Appends the rows of another batch with the same columns.
    package mutating func append(_ other: Batch) {
        if count == 0, !other.columns.isEmpty {
            self = other
            return
        }
        for index in columns.indices { columns[index].append(contentsOf: other.columns[index]) }
        count += other.count
    }

    /// The rows of a range.
    package func rows(_ range: Range<Int>) -> Batch {
        if range == 0..<count { return self }
        return Batch(columns: columns.map { Array($0[range]) }, count: range.count)
    }

    /// The rows at the indices, in their order.
    package func gather(_ indices: [Int32]) -> Batch {
        Batch(columns: columns.map { Batch.gather($0, indices) }, count: indices.count)
    }

    /// The elements of a column at the indices, in their order.
    package static func gather(_ column: [UInt32], _ indices: [Int32]) -> [UInt32] {
        [UInt32](unsafeUninitializedCapacity: indices.count) { buffer, count in
            column.withUnsafeBufferPointer { source in
                for position in indices.indices { buffer[position] = source[Int(indices[position])] }
            }
            count = indices.count
        }
    }

    /// The memory that the columns take, in bytes.
    package var byteCount: Int { columns.count * count * 4 }
}

/// Which variable stands in which column.
package struct Schema: Hashable, Sendable {
    /// The slot of each column.
    package var slots: [Slot]

    /// A schema of columns.
    package init(_ slots: [Slot]) { self.slots = slots }

    /// The column of a slot, or nil.
    package func column(of slot: Slot) -> Int? { slots.firstIndex(of: slot) }

    /// Whether a slot has a column.
    package func contains(_ slot: Slot) -> Bool { slots.contains(slot) }

    /// The schema with more columns at its end, for slots that it lacks.
    package func adding(_ more: [Slot]) -> Schema {
        var result = self
        for slot in more where !result.slots.contains(slot) { result.slots.append(slot) }
        return result
    }
}
