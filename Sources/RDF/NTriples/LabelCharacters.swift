/// The characters above ASCII that a blank node's label may hold.
///
/// Source: RDF 1.1 N-Triples, section 7, PN_CHARS_BASE and PN_CHARS.
enum LabelCharacters {
    /// Whether the scalar of `length` bytes at `position` may stand in a label.
    static func allows(_ text: UnsafePointer<UInt8>, at position: Int, length: Int, first: Bool) -> Bool {
        let scalar = decode(text, at: position, length: length)
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
            0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            return true
        case 0xB7, 0x300...0x36F, 0x203F...0x2040:
            return !first
        default:
            return false
        }
    }

    /// The scalar of `length` bytes (2 to 4, known to be UTF-8) at `position`.
    static func decode(_ text: UnsafePointer<UInt8>, at position: Int, length: Int) -> UInt32 {
        var scalar = UInt32(text[position]) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(text[position + offset] & 0x3F) }
        return scalar
    }
}
