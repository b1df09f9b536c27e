/// WordNet's classes of words as input to the parser: lexicographer files, verb frames, inflection. `Training/lexicon.py` makes the table
/// and says what each class is.
struct WordClasses: Sendable {
    /// Up to 128 classes as bits.
    struct Bits: BitwiseCopyable, Equatable {
        var low: UInt64
        var high: UInt64

        static let none = Bits(low: 0, high: 0)

        static func range(_ range: Range<Int>) -> Bits {
            range.reduce(into: none) { $0.insert($1) }
        }

        mutating func insert(_ index: Int) {
            if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index - 64) }
        }

        func contains(_ index: Int) -> Bool {
            (index < 64 ? low >> UInt64(index) : high >> UInt64(index - 64)) & 1 == 1
        }

        static func | (left: Bits, right: Bits) -> Bits {
            Bits(low: left.low | right.low, high: left.high | right.high)
        }
        static func & (left: Bits, right: Bits) -> Bits {
            Bits(low: left.low & right.low, high: left.high & right.high)
        }
    }

    private struct Ending: Sendable {
        let text: [Unicode.Scalar]
        let replacement: [Unicode.Scalar]
        /// The base must have this class.
        let required: Int
        /// What the form has of its base's classes.
        let mask: Bits
        /// The class for the inflection.
        let mark: Int
    }

    private static let nounClasses = Bits.range(4..<30)
    private static let verbClasses = Bits.range(30..<45) | Bits.range(46..<81)
    private static let adjectiveClasses = Bits.range(1..<3) | Bits.range(45..<46)
    private static let (noun, verb, adjective) = (85, 86, 87)
    private static let (plural, s, ed, ing, er, est) = (89, 90, 91, 92, 93, 94)

    private static let endings: [Ending] =
        [
            ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
            ("ies", "y"),
        ]
        .map { ending($0, $1, noun, nounClasses, plural) }
        + [
            ("s", "", s), ("ies", "y", s), ("es", "e", s), ("es", "", s), ("ed", "e", ed), ("ed", "", ed),
            ("ing", "e", ing), ("ing", "", ing),
        ].map { ending($0, $1, verb, verbClasses, $2) }
        + [("er", "", er), ("est", "", est), ("er", "e", er), ("est", "e", est)]
        .map { ending($0, $1, adjective, adjectiveClasses, $2) }

    private static func ending(
        _ text: String, _ replacement: String, _ required: Int, _ mask: Bits, _ mark: Int
    ) -> Ending {
        Ending(
            text: Array(text.unicodeScalars), replacement: Array(replacement.unicodeScalars), required: required,
            mask: mask, mark: mark)
    }

    private let keys: EmbeddedArray<UInt32>
    private let sets: EmbeddedArray<UInt16>
    private let bits: EmbeddedArray<UInt64>

    /// Reads the table.
    init(_ file: inout ModelFile) {
        file.align()
        let counts = file.numbers(2)
        keys = file.unaligned(counts[0], of: UInt32.self)
        sets = file.unaligned(counts[0], of: UInt16.self)
        bits = file.unaligned(2 * counts[1], of: UInt64.self)
    }

    private func base(_ word: ArraySlice<Unicode.Scalar>) -> Bits {
        let key = CRC32.of(word)
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        guard low < keys.count, keys[low] == key else { return .none }
        let set = Int(sets[low])
        return Bits(low: bits[2 * set], high: bits[2 * set + 1])
    }

    /// The classes of a normalized word, in ascending order; `[0]` where WordNet has none.
    func classes(of normalized: [Unicode.Scalar]) -> [Int] {
        let word = normalized.prefix(WordFeatures.longest)
        var found = base(word)
        for ending in Self.endings where word.count > ending.text.count + 1 && word.ends(with: ending.text) {
            let base = base(word.dropLast(ending.text.count) + ending.replacement)
            guard base.contains(ending.required) else { continue }
            found = found | (base & ending.mask)
            found.insert(ending.mark)
        }
        let classes = (0..<128).filter { found.contains($0) }
        return classes.isEmpty ? [0] : classes
    }
}

extension ArraySlice where Element: Equatable {
    fileprivate func ends(with text: [Element]) -> Bool { suffix(text.count).elementsEqual(text) }
}
