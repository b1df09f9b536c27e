/// Byte strings and their numbers, from 0 in the order in which they were added.
public struct ByteStringTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Open addressing: a number and one, 0 for free.
    private var slots: [UInt32] = Array(repeating: 0, count: 16)

    /// An empty table.
    public init() {}

    /// How many byte strings there are.
    public var count: Int { ends.count }

    /// The number of a byte string, or nil.
    public func find(_ start: UnsafePointer<UInt8>, count: Int) -> Int? {
        let slot = slot(of: start, count: count)
        return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }

    /// The number of a byte string, a new one when it was never added.
    public mutating func add(_ start: UnsafePointer<UInt8>, count: Int) -> Int {
        var slot = slot(of: start, count: count)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        ends.append(bytes.count)
        if ends.count * 2 > slots.count {
            rebuild(capacity: slots.count * 2)
        } else {
            slots[slot] = UInt32(ends.count)
            slot = 0
        }
        return ends.count - 1
    }

    /// Takes out all byte strings with this number or a higher one.
    public mutating func removeAll(from number: Int) {
        guard number < ends.count else { return }
        bytes.removeLast(bytes.count - range(number).lowerBound)
        ends.removeLast(ends.count - number)
        rebuild(capacity: slots.count)
    }

    /// The byte string of a number.
    public subscript(_ number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    /// Where a byte string stands or would stand.
    private func slot(of start: UnsafePointer<UInt8>, count: Int) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: ByteHash.hash(start, count: count, seed: 0)) & mask
        while slots[slot] != 0 {
            let range = range(Int(slots[slot]) - 1)
            if range.count == count {
                let isSame = bytes.withUnsafeBufferPointer { bytes in
                    bytes.baseAddress.map { ByteHash.areEqual($0 + range.lowerBound, start, count: count) } ?? true
                }
                if isSame { return slot }
            }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func rebuild(capacity: Int) {
        slots = Array(repeating: 0, count: capacity)
        for number in 0..<ends.count {
            let range = range(number)
            let slot = bytes.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { self.slot(of: $0 + range.lowerBound, count: range.count) } ?? 0
            }
            slots[slot] = UInt32(number + 1)
        }
    }
}
