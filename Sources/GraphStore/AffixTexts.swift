/// What stands around the bodies of terms, by the affixes' numbers, at addresses that stay: for work on many terms,
/// where counting references to arrays would take longer than copying bytes.
final class AffixTexts {
    private let columns: Columns
    private let bytes: UnsafePointer<UInt8>
    private let ends: UnsafePointer<Int>

    /// The texts of all affixes, one behind another.
    struct Columns: Sendable {
        // One byte, so that there is an address.
        private(set) var bytes: [UInt8] = [0]
        /// For each affix the ends of its head and of its tail, which follow one another; one more before the first.
        private(set) var ends: [Int] = [1]

        /// How many affixes there are.
        var count: Int { ends.count >> 1 }

        mutating func append(head: [UInt8], tail: [UInt8]) {
            bytes += head
            ends.append(bytes.count)
            bytes += tail
            ends.append(bytes.count)
        }

        /// Takes out the affixes from a number on.
        mutating func removeAll(from number: Int) {
            ends.removeLast(ends.count - (number * 2 + 1))
            bytes.removeLast(bytes.count - (ends.last ?? 1))
        }
    }

    init(_ table: AffixTable) {
        columns = table.texts
        let bytes = columns.bytes.withUnsafeBufferPointer { $0 }
        let ends = columns.ends.withUnsafeBufferPointer { $0 }
        guard let bytes = bytes.baseAddress, let ends = ends.baseAddress else {
            preconditionFailure("texts are never empty")
        }
        self.bytes = bytes
        self.ends = ends
    }

    /// What stands before the body.
    @inline(__always)
    func head(_ affix: UInt16) -> UnsafeBufferPointer<UInt8> { text(Int(affix) &* 2) }

    /// What stands behind the body.
    @inline(__always)
    func tail(_ affix: UInt16) -> UnsafeBufferPointer<UInt8> { text(Int(affix) &* 2 &+ 1) }

    @inline(__always)
    private func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + ends[number], count: ends[number &+ 1] &- ends[number])
    }
}
