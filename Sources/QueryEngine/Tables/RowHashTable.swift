/// Numbers the distinct rows of some columns in the order of their first appearance.
///
/// Open addressing over row numbers; a key is compared column by column, so no key objects are made. Keys of one column
/// are looked up by the id itself once there are many of them.
package struct RowHashTable {
    /// The distinct rows.
    package private(set) var keys: [[UInt32]]
    /// How many distinct rows there are.
    package private(set) var count = 0
    private var places: [Int32]
    private var mask: Int
    /// By id, the number of the row plus one; empty until it pays. For one column only.
    private var direct: [Int32] = []
    /// The largest id of a table of one column, and whether it is too large to be looked up directly.
    private var largest: UInt32 = 0
    private static let directThreshold = 1024
    /// Ids up to here are looked up directly.
    private static let directLimit = 1 << 27

    /// A table for rows of a width.
    package init(width: Int) {
        keys = Array(repeating: [], count: width)
        places = Array(repeating: -1, count: 16)
        mask = 15
    }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15 ^ (hash &>> 29)
    }

    @inline(__always)
    private static func finish(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash &>> 32) & 0x7FFF_FFFF) }

    /// The numbers of the rows of some columns; new rows are added.
    package mutating func insert(_ columns: [[UInt32]], count rows: Int) -> [Int32] {
        if columns.count == 1, rows > 0 { return insertSingle(columns[0]) }
        if columns.count == 2 { return insertPairs(columns[0], columns[1]) }
        var numbers: [Int32] = []
        numbers.reserveCapacity(rows)
        for row in 0..<rows { numbers.append(Int32(insert(columns, row: row).number)) }
        return numbers
    }

    private mutating func insertSingle(_ column: [UInt32]) -> [Int32] {
        let columns = [column]
        largest = max(largest, column.max() ?? 0)
        let isManyRows = !direct.isEmpty || count + column.count >= Self.directThreshold
        if isManyRows, Int(largest) >= direct.count { useDirect() }
        guard !direct.isEmpty else { return column.indices.map { Int32(insert(columns, row: $0).number) } }
        var count = Int32(self.count)
        var keys: [UInt32] = []
        swap(&keys, &self.keys[0])
        let numbers = [Int32](unsafeUninitializedCapacity: column.count) { numbers, filled in
            direct.withUnsafeMutableBufferPointer { direct in
                column.withUnsafeBufferPointer { column in
                    for row in column.indices {
                        let id = column[row]
                        var number = direct[Int(id)]
                        if number == 0 {
                            count &+= 1
                            number = count
                            direct[Int(id)] = count
                            keys.append(id)
                        }
                        numbers[row] = number &- 1
                    }
                }
            }
            filled = column.count
        }
        self.keys[0] = keys
        self.count = Int(count)
        return numbers
    }

    /// Makes room for the largest id, or goes back to hashing where it is too large.
    private mutating func useDirect() {
        let wasDirect = !direct.isEmpty
        guard Int(largest) < Self.directLimit else {
            direct = []
            if wasDirect { rehash(slots: max(16, (count * 2).nextPowerOfTwo)) }
            return
        }
        let size = max(Int(largest) + 1, min(direct.count * 2, Self.directLimit))
        direct += repeatElement(0, count: size - direct.count)
        if !wasDirect { for number in 0..<count { direct[Int(keys[0][number])] = Int32(number) + 1 } }
    }

    private mutating func insertPairs(_ first: [UInt32], _ second: [UInt32]) -> [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(first.count)
        var firstKeys: [UInt32] = []
        var secondKeys: [UInt32] = []
        swap(&firstKeys, &keys[0])
        swap(&secondKeys, &keys[1])
        for row in first.indices {
            let (a, b) = (first[row], second[row])
            var place = Self.finish(Self.mix(Self.mix(0, a), b)) & mask
            while true {
                let candidate = Int(places[place])
                if candidate < 0 {
                    places[place] = Int32(count)
                    numbers.append(Int32(count))
                    firstKeys.append(a)
                    secondKeys.append(b)
                    count += 1
                    if count * 2 > places.count {
                        swap(&firstKeys, &keys[0])
                        swap(&secondKeys, &keys[1])
                        rehash(slots: places.count * 2)
                        swap(&firstKeys, &keys[0])
                        swap(&secondKeys, &keys[1])
                    }
                    break
                }
                if firstKeys[candidate] == a, secondKeys[candidate] == b {
                    numbers.append(Int32(candidate))
                    break
                }
                place = (place &+ 1) & mask
            }
        }
        swap(&firstKeys, &keys[0])
        swap(&secondKeys, &keys[1])
        return numbers
    }

    /// The number of the row at an index of some columns, which is added when it is new.
    package mutating func insert(_ columns: [[UInt32]], row: Int) -> (number: Int, isNew: Bool) {
        if !direct.isEmpty {
            let before = count
            let number = Int(insertSingle([columns[0][row]])[0])
            return (number, count > before)
        }
        var hash: UInt64 = 0
        for column in columns { hash = Self.mix(hash, column[row]) }
        var place = Self.finish(hash) & mask
        while true {
            let candidate = Int(places[place])
            if candidate < 0 { break }
            if matches(candidate, columns, row) { return (candidate, false) }
            place = (place + 1) & mask
        }
        places[place] = Int32(count)
        for index in keys.indices { keys[index].append(columns[index][row]) }
        if keys.count == 1 { largest = max(largest, columns[0][row]) }
        count += 1
        if count * 2 > places.count { rehash(slots: places.count * 2) }
        return (count - 1, true)
    }

    /// The number of the row at an index of some columns, or nil when it is not there.
    package func find(_ columns: [[UInt32]], row: Int) -> Int? {
        if !direct.isEmpty {
            let id = Int(columns[0][row])
            guard id < direct.count, direct[id] != 0 else { return nil }
            return Int(direct[id]) - 1
        }
        var hash: UInt64 = 0
        for column in columns { hash = Self.mix(hash, column[row]) }
        var place = Self.finish(hash) & mask
        while true {
            let candidate = Int(places[place])
            if candidate < 0 { return nil }
            if matches(candidate, columns, row) { return candidate }
            place = (place + 1) & mask
        }
    }

    /// The numbers of the rows of some columns, −1 for those that are not there.
    package func find(_ columns: [[UInt32]], rows: Range<Int>) -> [Int32] {
        guard !direct.isEmpty else { return rows.map { Int32(find(columns, row: $0) ?? -1) } }
        return [Int32](unsafeUninitializedCapacity: rows.count) { numbers, filled in
            direct.withUnsafeBufferPointer { direct in
                columns[0].withUnsafeBufferPointer { column in
                    for row in rows {
                        let id = Int(column[row])
                        numbers[row &- rows.lowerBound] = id < direct.count ? direct[id] &- 1 : -1
                    }
                }
            }
            filled = rows.count
        }
    }

    @inline(__always)
    private func matches(_ candidate: Int, _ columns: [[UInt32]], _ row: Int) -> Bool {
        for index in keys.indices where keys[index][candidate] != columns[index][row] { return false }
        return true
    }

    private mutating func rehash(slots: Int) {
        mask = slots - 1
        places = Array(repeating: -1, count: slots)
        for number in 0..<count {
            var hash: UInt64 = 0
            for column in keys { hash = Self.mix(hash, column[number]) }
            var place = Self.finish(hash) & mask
            while places[place] >= 0 { place = (place + 1) & mask }
            places[place] = Int32(number)
        }
    }

    /// The memory that the table takes, in bytes.
    package var byteCount: Int { places.count * 4 + direct.count * 4 + keys.count * count * 4 }
}

extension Int {
    /// The least power of two that is not below the number.
    fileprivate var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
