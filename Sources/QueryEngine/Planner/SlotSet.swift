/// A set of slots: a bit each. Most queries have few variables, whose sets are one word and no memory of their own.
package struct SlotSet: Hashable, Sendable {
    /// The slots below 64.
    private var low: UInt64 = 0
    /// Those above, the last word never zero.
    private var high: [UInt64] = []

    /// No slots.
    package init() {}

    /// Some slots, each once.
    package init(_ slots: some Sequence<Slot>) { for slot in slots { insert(slot) } }

    /// Whether a slot is in the set.
    @inline(__always)
    package func contains(_ slot: Slot) -> Bool { word(slot >> 6) >> UInt64(slot & 63) & 1 == 1 }

    /// Adds a slot.
    package mutating func insert(_ slot: Slot) {
        let bit = UInt64(1) << UInt64(slot & 63)
        guard slot >= 64 else {
            low |= bit
            return
        }
        while high.count < slot >> 6 { high.append(0) }
        high[slot >> 6 - 1] |= bit
    }

    /// Whether there is none.
    package var isEmpty: Bool { low == 0 && high.isEmpty }

    /// How many there are.
    package var count: Int { high.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

    /// The smallest slot, or nil.
    package var first: Slot? { first { _ in true } }

    private func word(_ index: Int) -> UInt64 {
        if index == 0 { return low }
        return index <= high.count ? high[index - 1] : 0
    }

    @inline(__always)
    private func combined(_ other: SlotSet, _ operation: (UInt64, UInt64) -> UInt64) -> SlotSet {
        var result = SlotSet()
        result.low = operation(low, other.low)
        guard !high.isEmpty || !other.high.isEmpty else { return result }
        for index in 1...Swift.max(high.count, other.high.count) {
            result.high.append(operation(word(index), other.word(index)))
        }
        while result.high.last == 0 { result.high.removeLast() }
        return result
    }

    /// The slots of both.
    package func union(_ other: SlotSet) -> SlotSet { combined(other, |) }

    /// The slots of both.
    package func union(_ other: [Slot]) -> SlotSet { union(SlotSet(other)) }

    /// The slots that both have.
    package func intersection(_ other: SlotSet) -> SlotSet { combined(other, &) }

    /// The slots that both have.
    package func intersection(_ other: [Slot]) -> SlotSet { intersection(SlotSet(other)) }

    /// The slots that the other doesn't have.
    package func subtracting(_ other: SlotSet) -> SlotSet { combined(other) { $0 & ~$1 } }

    /// The slots that the other doesn't have.
    package func subtracting(_ other: [Slot]) -> SlotSet { subtracting(SlotSet(other)) }

    /// Adds the slots of another.
    package mutating func formUnion(_ other: SlotSet) { self = union(other) }

    /// Adds slots.
    package mutating func formUnion(_ other: [Slot]) { for slot in other { insert(slot) } }

    /// Whether the other has all slots of this one.
    package func isSubset(of other: SlotSet) -> Bool { subtracting(other).isEmpty }

    /// Whether they have no slot in common.
    package func isDisjoint(with other: SlotSet) -> Bool { intersection(other).isEmpty }

    /// Whether they have no slot in common.
    package func isDisjoint(with other: [Slot]) -> Bool { !other.contains(where: contains) }
}

extension SlotSet: ExpressibleByArrayLiteral {
    package init(arrayLiteral slots: Slot...) { self.init(slots) }
}

extension SlotSet: Sequence {
    /// The slots from the smallest on.
    package func makeIterator() -> AnyIterator<Slot> {
        var index = 0
        var rest = low
        return AnyIterator {
            while rest == 0 {
                guard index < high.count else { return nil }
                rest = high[index]
                index += 1
            }
            defer { rest &= rest - 1 }
            return index * 64 + rest.trailingZeroBitCount
        }
    }
}
