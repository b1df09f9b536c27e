/// The characters of SPARQL's names and references.
///
/// Source: SPARQL 1.1 Query Language, section 19.8.
extension Unicode.Scalar {
    /// Whether it may stand in an IRI reference; a backslash only begins an escape.
    @inline(__always)
    var isAllowedInIRI: Bool {
        switch value {
        case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D: false
        default: true
        }
    }

    /// Whether it is a letter or digit of ASCII, or `_`.
    @inline(__always)
    var isASCIIWord: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }

    /// The value of a hexadecimal digit.
    var hexadecimalValue: UInt32? {
        switch self {
        case "0"..."9": value - 48
        case "a"..."f": value - 87
        case "A"..."F": value - 55
        default: nil
        }
    }

    /// PN_CHARS_U: a letter as names have it, or `_`.
    var isNameStart: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// What PN_CHARS has beyond PN_CHARS_U and digits.
    var isNameExtender: Bool {
        self == "-" || value == 0xB7 || (0x300...0x36F).contains(value) || (0x203F...0x2040).contains(value)
    }
}
