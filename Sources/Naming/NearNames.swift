import GraphStore

/// Names side by side in one run of bytes, to be looked through for those that are spelt nearly as a word is.
///
/// A graph may have a million names, and a mistyped one is to be answered at once. Two words per name tell most of
/// them apart without a look at their letters, and what is left is compared bit-parallel.
struct NearNames: Sendable {
    /// The names, in UTF-8, one behind the other.
    private var bytes: [UInt8] = []
    /// Where each name begins and ends.
    private var ranges: [(start: UInt32, end: UInt32)] = []
    /// The letters of each name.
    private var letters: [LetterSignature] = []
    /// How many scalars each name has; 255 for more.
    private var lengths: [UInt8] = []
    /// What each name names.
    private var ids: [TermID] = []

    /// Takes in a name.
    mutating func add(_ name: String, _ things: [TermID]) {
        let start = bytes.count
        bytes.append(contentsOf: name.utf8)
        let signature = LetterSignature(bytes[start...])
        let length = UInt8(clamping: bytes[start...].count { $0 & 0xC0 != 0x80 })
        for id in things {
            ranges.append((UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: bytes.count)))
            letters.append(signature)
            lengths.append(length)
            ids.append(id)
        }
    }

    /// How far each thing is from a word, for those within so many edits.
    ///
    /// - Complexity: O(names), a few nanoseconds for most of them.
    func near(_ word: String, within bound: Int) -> [TermID: Int] {
        let pattern = SpellingPattern(word)
        let wanted = LetterSignature(Array(word.utf8)[...])
        let length = pattern.count
        var best: [TermID: Int] = [:]
        bytes.withUnsafeBufferPointer { bytes in
            for index in ids.indices {
                guard wanted.mayBeNear(letters[index], within: bound),
                    abs(Int(lengths[index]) - length) <= bound || lengths[index] == .max
                else { continue }
                guard let distance = pattern.distance(to: name(index, bytes), bound) else { continue }
                best[ids[index]] = min(best[ids[index]] ?? .max, distance)
            }
        }
        return best
    }

    /// The things with a name that holds each of some words, as it stands, as a beginning, or nearly so spelt; with the
    /// edits that this takes.
    ///
    /// - Complexity: O(bytes of all names).
    func holding(_ words: [String]) -> [TermID: Int] {
        let wanted = words.map { Wanted($0) }
        var best: [TermID: Int] = [:]
        bytes.withUnsafeBufferPointer { bytes in
            for index in ids.indices {
                guard let edits = Self.edits(wanted, name(index, bytes)) else { continue }
                best[ids[index]] = min(best[ids[index]] ?? .max, edits)
            }
        }
        return best
    }

    private func name(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(ranges[index].start)..<Int(ranges[index].end)])
    }

    // MARK: Words

    /// A word that a name is to hold.
    private struct Wanted {
        let bytes: [UInt8]
        let pattern: SpellingPattern
        let letters: LetterSignature
        /// How many letters may differ: none in a short word, which is near to too many.
        let bound: Int

        init(_ word: String) {
            bytes = Array(word.utf8)
            pattern = SpellingPattern(word)
            letters = LetterSignature(bytes[...])
            bound = pattern.count / 4
        }
    }

    /// The edits that make each wanted word one of a name's, or nil where one stands for none.
    private static func edits(_ wanted: [Wanted], _ name: UnsafeBufferPointer<UInt8>) -> Int? {
        var sum = 0
        for word in wanted {
            var least: Int?
            var begin = 0
            while begin < name.count, least != 0 {
                let end = name[begin...].firstIndex(of: UInt8(ascii: " ")) ?? name.count
                if let edits = edits(word, UnsafeBufferPointer(rebasing: name[begin..<end])) {
                    least = min(least ?? .max, edits)
                }
                begin = end + 1
            }
            guard let least else { return nil }
            sum += least
        }
        return sum
    }

    private static func edits(_ wanted: Wanted, _ part: UnsafeBufferPointer<UInt8>) -> Int? {
        if part.starts(with: wanted.bytes) { return 0 }
        guard wanted.bound > 0, part.count + 4 * wanted.bound >= wanted.bytes.count,
            part.count <= wanted.bytes.count + 4 * wanted.bound,
            wanted.letters.mayBeNear(LetterSignature(part), within: wanted.bound)
        else { return nil }
        return wanted.pattern.distance(to: part, wanted.bound)
    }
}

/// Which letters a name holds once, and which twice: tells quickly that two names differ in too many.
struct LetterSignature: Hashable, Sendable {
    private var bits: UInt64 = 0

    init(_ text: some Sequence<UInt8>) {
        // A letter beyond ASCII is known by its last byte.
        var last: UInt8?
        for byte in text {
            if byte & 0xC0 != 0x80, let last { add(last) }
            last = byte
        }
        if let last { add(last) }
    }

    private mutating func add(_ byte: UInt8) {
        let once: UInt64 = 1 << UInt64(byte & 31)
        bits |= bits & once == 0 ? once : once << 32
    }

    /// Whether so few edits may make one name of the other: each brings in one letter at most, and takes out one.
    func mayBeNear(_ other: LetterSignature, within edits: Int) -> Bool {
        (bits & ~other.bits).nonzeroBitCount <= edits && (other.bits & ~bits).nonzeroBitCount <= edits
    }
}
