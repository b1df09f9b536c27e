import QuerySyntax

/// A word that many others are compared with by the edits between them.
///
/// Words of up to 64 letters of ASCII are compared 64 letters at a time.
/// Source: Hyyrö, “A bit-vector algorithm for computing Levenshtein and Damerau edit distances” (2003).
struct SpellingPattern {
    private let scalars: [Unicode.Scalar]
    /// Where each letter of ASCII stands in the word; empty where the word is too long or holds other letters.
    private var places: [UInt64] = []

    init(_ word: String) {
        scalars = Array(word.unicodeScalars)
        guard !scalars.isEmpty, scalars.count <= 64, scalars.allSatisfy(\.isASCII) else { return }
        places = [UInt64](repeating: 0, count: 128)
        for (index, scalar) in scalars.enumerated() { places[Int(scalar.value)] |= 1 << UInt64(index) }
    }

    /// How many letters the word has.
    var count: Int { scalars.count }

    /// The edits (a letter more, less, another, or two swapped) between the word and a text in UTF-8; nil where there are
    /// more than `bound`.
    func distance(to text: UnsafeBufferPointer<UInt8>, _ bound: Int) -> Int? {
        guard !places.isEmpty else {
            return Spelling.distance(scalars, Array(String(decoding: text, as: UTF8.self).unicodeScalars), bound: bound)
        }
        let last: UInt64 = 1 << UInt64(count - 1)
        var distance = count
        var (more, less, same, previousPlaces) = (~UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        for byte in text where byte & 0xC0 != 0x80 {
            let here = byte < 0x80 ? places[Int(byte)] : 0
            let swapped = ((~same & here) << 1) & previousPlaces
            same = (((here & more) &+ more) ^ more) | here | less | swapped
            var up = less | ~(same | more)
            var down = same & more
            if up & last != 0 { distance += 1 } else if down & last != 0 { distance -= 1 }
            up = up << 1 | 1
            down <<= 1
            more = down | ~(same | up)
            less = up & same
            previousPlaces = here
        }
        return distance <= bound ? distance : nil
    }
}
