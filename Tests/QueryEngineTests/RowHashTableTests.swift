import Testing

@testable import QueryEngine

/// Keys of one column are hashed at first, then looked up by the id; batches may come in any order and of any size.
@Suite struct RowHashTableTests {
    /// The numbers that a dictionary gives.
    private static func expected(_ batches: [[UInt32]]) -> [[Int32]] {
        var known: [UInt32: Int32] = [:]
        return batches.map { batch in
            batch.map { id in
                let number = known[id] ?? Int32(known.count)
                known[id] = number
                return number
            }
        }
    }

    private static let small: [UInt32] = (1...800).map { $0 }
    private static let large: [UInt32] = (90001...90800).map { $0 }
    /// Beyond what is looked up by the id.
    private static let huge: [UInt32] = (0..<500).map { 0x7FFF_0000 + $0 * 7 }

    private static func batch(_ name: Substring) -> [UInt32] {
        switch name {
        case "small": small
        case "large": large
        case "huge": huge
        case "both": small + large
        case "falling": large + huge + small
        case "few": [5, 5, 7]
        default: []
        }
    }

    @Test(arguments: [
        "small large", "large small", "large small large small", "few small empty large few", "huge small large",
        "large small huge small huge large", "both huge large", "falling", "few falling both",
    ]) func `Ids in any order are numbered as they first come`(_ names: String) {
        let batches = names.split(separator: " ").map(Self.batch)
        var table = RowHashTable(width: 1)
        var numbers: [[Int32]] = []
        for batch in batches { numbers.append(table.insert([batch], count: batch.count)) }
        #expect(numbers == Self.expected(batches))
        for (batch, numbers) in zip(batches, numbers) {
            #expect(table.find([batch], rows: batch.indices) == numbers)
        }
        #expect(table.find([[4_000_000]], rows: 0..<1) == [-1])
    }

    @Test func `Single rows and batches go together`() {
        var table = RowHashTable(width: 1)
        var next: Int32 = 0
        for id in Self.large {
            let (number, isNew) = table.insert([[id]], row: 0)
            #expect(isNew && number == Int(next))
            next += 1
        }
        #expect(table.insert([Self.small], count: Self.small.count).first == next)
        #expect(table.insert([[Self.large[3]]], row: 0).number == 3)
        #expect(table.find([[Self.large[799]]], row: 0) == 799)
    }
}
