/// Numbers the distinct rows of some columns in the order of their first appearance.
///
/// Open addressing over row numbers; a key is compared column by column, so no key objects are made.
package struct RowHashTable {
    /// The distinct rows.
    package private(set) var keys: [[UInt32]]
    /// How many distinct rows there are.
    package private(set) var count = 0
    private var places: [Int32]
    private var mask: Int

    /// A table for rows of a width.
    package init(width: Int) {
        keys = Array(repeating: [], count: width)
        places = Array(repeating: -1, count: 16)
        mask = 15
    }

    private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15 ^ (hash &>> 29)
    }

    private static func finish(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash &>> 32) & 0x7FFF_FFFF) }

    /// The number of the row at an index of some columns, which is added when it is new.
    package mutating func insert(_ columns: [[UInt32]], row: Int) -> (number: Int, isNew: Bool) {
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
        count += 1
        if count * 2 > places.count { grow() }
        return (count - 1, true)
    }

    /// The number of the row at an index of some columns, or nil when it is not there.
    package func find(_ columns: [[UInt32]], row: Int) -> Int? {
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

    private func matches(_ candidate: Int, _ columns: [[UInt32]], _ row: Int) -> Bool {
        for index in keys.indices where keys[index][candidate] != columns[index][row] { return false }
        return true
    }

    private mutating func grow() {
        mask = places.count * 2 - 1
        places = Array(repeating: -1, count: mask + 1)
        for number in 0..<count {
            var hash: UInt64 = 0
            for column in keys { hash = Self.mix(hash, column[number]) }
            var place = Self.finish(hash) & mask
            while places[place] >= 0 { place = (place + 1) & mask }
            places[place] = Int32(number)
        }
    }
}
