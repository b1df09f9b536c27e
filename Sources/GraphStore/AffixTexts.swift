/// What stands around the bodies of terms, by the affixes' numbers, at addresses that stay: for work on many terms,
/// where counting references to arrays would take longer than copying bytes.
final class AffixTexts {
    private let bytes: UnsafeMutablePointer<UInt8>
    /// For each affix the ends of its head and of its tail, which follow one another; one more 0 before the first.
    private let ends: UnsafeMutablePointer<Int>

    init(_ table: AffixTable) {
        let affixes = table.affixes
        ends = .allocate(capacity: affixes.count * 2 + 1)
        bytes = .allocate(capacity: max(1, affixes.reduce(0) { $0 + $1.head.count + $1.tail.count }))
        var filled = 0
        ends[0] = 0
        for (number, affix) in affixes.enumerated() {
            for (half, text) in [affix.head, affix.tail].enumerated() {
                for byte in text {
                    bytes[filled] = byte
                    filled += 1
                }
                ends[number * 2 + half + 1] = filled
            }
        }
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
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
