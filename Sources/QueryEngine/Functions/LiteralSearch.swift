import Glibc

/// Search for a fixed text in UTF-8, with or without regard to the case of ASCII letters.
struct LiteralSearch: Sendable {
    private let needle: [UInt8]
    private let ignoresCase: Bool
    /// The two neighbouring bytes that are looked for first, and how far into the needle they stand.
    private let anchor: Int

    /// A search for a text that isn't empty. Without regard to case, the text is ASCII.
    init(_ needle: [UInt8], ignoresCase: Bool) {
        self.ignoresCase = ignoresCase
        self.needle = ignoresCase ? needle.map(LiteralSearch.folded) : needle
        // Rare letters make few candidates.
        var best = 0
        var bestCost = Int.max
        for index in 0..<max(0, self.needle.count - 1) {
            let cost = LiteralSearch.frequency(self.needle[index]) * LiteralSearch.frequency(self.needle[index + 1])
            if cost < bestCost {
                best = index
                bestCost = cost
            }
        }
        anchor = best
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }

    /// How often a byte stands in texts of most European languages, roughly.
    private static func frequency(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "e"): 12
        case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "r"),
            UInt8(ascii: "s"), UInt8(ascii: "t"):
            8
        case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "m"),
            UInt8(ascii: "u"):
            4
        default: 1
        }
    }

    /// Whether the text stands somewhere in some bytes.
    func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= needle.count, let start = text.baseAddress else { return needle.isEmpty }
        return needle.withUnsafeBufferPointer { needle in
            guard let pattern = needle.baseAddress, needle.count > 1 else {
                return needle.isEmpty || text.contains { matches($0, needle[0]) }
            }
            return search(start, text.count, pattern, needle.count)
        }
    }

    @inline(__always)
    private func matches(_ byte: UInt8, _ wanted: UInt8) -> Bool {
        byte == wanted || (ignoresCase && LiteralSearch.folded(byte) == wanted)
    }

    private func search(
        _ text: UnsafePointer<UInt8>, _ length: Int, _ pattern: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        let last = length &- count
        let anchored = text + anchor
        let a = pattern[anchor]
        let b = pattern[anchor &+ 1]
        // Letters that differ in case differ in this bit; other bytes that do are told apart later.
        let bit: UInt8 = ignoresCase ? 0x20 : 0
        // Eight places at a time: a byte of `difference` is zero where both anchor bytes stand.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let first = UInt64(a | bit) &* ones
        let second = UInt64(b | bit) &* ones
        let fold = UInt64(bit) &* ones
        var offset = 0
        while offset &+ 8 <= last {
            let raw = UnsafeRawPointer(anchored + offset)
            let here = raw.loadUnaligned(as: UInt64.self) | fold
            let next = raw.loadUnaligned(fromByteOffset: 1, as: UInt64.self) | fold
            let difference = (here ^ first) | (next ^ second)
            if (difference &- ones) & ~difference & (ones &<< 7) != 0 {
                for place in offset..<offset &+ 8
                where anchored[place] | bit == a | bit && isHere(text + place, pattern, count) {
                    return true
                }
            }
            offset &+= 8
        }
        while offset <= last {
            if anchored[offset] | bit == a | bit, isHere(text + offset, pattern, count) { return true }
            offset &+= 1
        }
        return false
    }

    @inline(__always)
    private func isHere(_ text: UnsafePointer<UInt8>, _ pattern: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        if !ignoresCase { return memcmp(text, pattern, count) == 0 }
        for index in 0..<count where LiteralSearch.folded(text[index]) != pattern[index] { return false }
        return true
    }
}
