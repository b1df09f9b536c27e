/// A word as the parser sees it: hashes of its spelling, the same as `Training/features.py` computes.
struct WordFeatures {
    /// The sizes of the hashed tables: powers of two.
    struct Sizes {
        var suffix2: Int
        var suffix3: Int
        var prefix3: Int
        var shape: Int
        var grams: Int
    }

    /// Characters of a word that its n-grams and shape look at: long strings cost no more.
    static let longest = 64

    /// The normalized word: quotes and hyphens made plain, lower-cased, ASCII digits as `0`.
    let normalized: [Unicode.Scalar]
    /// The CRC-32 of the normalized word.
    let word: UInt32
    let suffix2: Int
    let suffix3: Int
    let prefix3: Int
    let shape: Int
    /// The buckets of the 3- and 4-grams of `^word$`, one for each occurrence.
    let grams: [Int]

    init(_ form: String, sizes: Sizes) {
        let normalized = Self.normalize(form)
        self.normalized = normalized
        word = CRC32.of(normalized[...])
        suffix2 = Self.bucket(normalized.suffix(2), sizes.suffix2)
        suffix3 = Self.bucket(normalized.suffix(3), sizes.suffix3)
        prefix3 = Self.bucket(normalized.prefix(3), sizes.prefix3)
        shape = Self.bucket(Self.shape(form)[...], sizes.shape)
        let framed = ["^"] + normalized.prefix(Self.longest) + ["$"]
        var grams: [Int] = []
        for length in [3, 4] where framed.count >= length {
            for start in 0...(framed.count - length) {
                grams.append(Self.bucket(framed[start..<start + length], sizes.grams))
            }
        }
        if grams.isEmpty { grams.append(Self.bucket(framed[...], sizes.grams)) }
        self.grams = grams
    }

    private static func bucket(_ text: ArraySlice<Unicode.Scalar>, _ size: Int) -> Int {
        Int(CRC32.of(text)) & (size - 1)
    }

    /// The form with typographic quotes and hyphens made plain, each character lower-cased on its own, ASCII digits as `0`.
    static func normalize(_ form: String) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        for scalar in form.unicodeScalars {
            switch scalar {
            case "0"..."9": out.append("0")
            case "A"..."Z": out.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            case "`": out.append("'")
            case "\0"..."\u{7F}": out.append(scalar)
            case "\u{201C}", "\u{201D}", "\u{201E}": out.append("\"")
            case "\u{2018}", "\u{2019}": out.append("'")
            case "\u{2010}", "\u{2011}": out.append("-")
            default: out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return out
    }

    /// `X` for an upper-case letter, `x` for another letter, `d` for an ASCII digit, else the character; runs cut to four.
    static func shape(_ form: String) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        var run = 0
        for scalar in form.unicodeScalars.prefix(longest) {
            let mark = mark(of: scalar)
            run = out.last == mark ? run + 1 : 1
            if run <= 4 { out.append(mark) }
        }
        return out
    }

    private static func mark(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "0"..."9": return "d"
        case "A"..."Z": return "X"
        case "a"..."z": return "x"
        case "\0"..."\u{7F}": return scalar
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
                return scalar.properties.lowercaseMapping.unicodeScalars.elementsEqual([scalar]) ? "x" : "X"
            default: return scalar
            }
        }
    }
}

/// The CRC-32 of zlib and PNG (polynomial 0xEDB88320), of the UTF-8 bytes of a text.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func of(_ text: ArraySlice<Unicode.Scalar>) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for scalar in text {
            if scalar.isASCII {
                value = table[Int((value ^ scalar.value) & 0xFF)] ^ (value >> 8)
            } else {
                for byte in scalar.utf8 {
                    value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8)
                }
            }
        }
        return value ^ 0xFFFF_FFFF
    }
}
