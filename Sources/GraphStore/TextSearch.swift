extension Graph {
    /// The offsets in a column of literals whose text may begin with a text, letter case aside; in order.
    ///
    /// Bytes of ASCII are compared as lower-case letters. Where a text has a byte beyond ASCII before anything differs, its
    /// offset is given too, since only folding can tell: the caller looks at those again.
    ///
    /// - Parameters:
    ///   - prefix: lower-case UTF-8.
    ///   - atWords: whether it may begin at any word of the text, and not only at the first.
    ///   - limit: how many offsets are wanted at most.
    /// - Complexity: O(column), a few nanoseconds each.
    public func offsets(
        in literals: IDColumn, beginningWith prefix: [UInt8], atWords: Bool = false, limit: Int
    ) -> [Int] {
        var found: [Int] = []
        terms.withBodies { bodies in
            prefix.withUnsafeBufferPointer { prefix in
                for offset in 0..<literals.count {
                    guard Self.mayBegin(bodies(literals[offset].rawValue), prefix, atWords: atWords) else { continue }
                    found.append(offset)
                    if found.count == limit { return }
                }
            }
        }
        return found
    }

    @inline(__always)
    private static func mayBegin(
        _ text: UnsafeBufferPointer<UInt8>, _ prefix: UnsafeBufferPointer<UInt8>, atWords: Bool
    ) -> Bool {
        if mayBegin(text, at: 0, prefix) { return true }
        guard atWords else { return false }
        var index = 1
        while index < text.count {
            let before = text[index - 1]
            if before == UInt8(ascii: " ") || before == UInt8(ascii: "-"), mayBegin(text, at: index, prefix) {
                return true
            }
            index += 1
        }
        return false
    }

    @inline(__always)
    private static func mayBegin(
        _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ prefix: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var index = 0
        while index < prefix.count {
            guard start + index < text.count else { return false }
            var byte = text[start + index]
            // An escape in a body stands for another character, and a byte beyond ASCII may fold to one.
            if byte >= 0x80 || byte == UInt8(ascii: "\\") || prefix[index] >= 0x80 { return true }
            if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { byte |= 0x20 }
            guard byte == prefix[index] else { return false }
            index += 1
        }
        return true
    }
}
