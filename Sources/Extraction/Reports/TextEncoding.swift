import Glibc

/// Texts in other encodings than UTF-8.
public enum TextEncoding {
    /// Whether the system knows an encoding by this name.
    public static func isKnown(_ name: String) -> Bool {
        guard !isUTF8(name) else { return true }
        let converter = iconv_open("UTF-8", name)
        guard let converter, UInt(bitPattern: converter) != UInt.max else { return false }
        iconv_close(converter)
        return true
    }

    static func isUTF8(_ name: String) -> Bool { ["utf-8", "utf8"].contains(name.lowercased()) }

    /// Bytes of an encoding as text; what the encoding lacks is U+FFFD. Nil when the system does not know the encoding.
    ///
    /// Source: POSIX.1-2017, iconv().
    static func decode(_ bytes: [UInt8], as name: String) -> (text: String, replaced: Int)? {
        guard let converter = iconv_open("UTF-8", name), UInt(bitPattern: converter) != UInt.max else { return nil }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var replaced = 0
        var piece = [CChar](repeating: 0, count: 1 << 14)
        var input = bytes.map { CChar(bitPattern: $0) }
        input.withUnsafeMutableBufferPointer { input in
            var source = input.baseAddress
            var left = input.count
            while left > 0 {
                var target = piece.count
                let status = piece.withUnsafeMutableBufferPointer { piece in
                    var place = piece.baseAddress
                    return iconv(converter, &source, &left, &place, &target)
                }
                let code = errno
                output.append(contentsOf: piece[..<(piece.count - target)].lazy.map { UInt8(bitPattern: $0) })
                guard status == -1, code != E2BIG else { continue }
                // A sequence that means nothing, or is cut off at the end.
                output += [0xEF, 0xBF, 0xBD]
                replaced += 1
                source = source.map { $0 + 1 }
                left -= 1
            }
        }
        return (String(decoding: output, as: UTF8.self), replaced)
    }

    /// Whether bytes that are no UTF-8 read like Windows-1252: every byte above ASCII that is no UTF-8 is a letter of a western
    /// language or a mark that Windows writes, and there are more of them than of characters in UTF-8.
    static func looksLikeWindows1252(_ bytes: [UInt8], replaced: Int, wellFormed: Int) -> Bool {
        guard replaced > wellFormed else { return false }
        return bytes.allSatisfy { byte in
            switch byte {
            case 0..<0x80: true
            // € ‚ ƒ „ … † ‡ ‰ Š ‹ Œ Ž ‘ ’ “ ” • – — ™ š › œ ž Ÿ
            case 0x80, 0x82...0x87, 0x89...0x8C, 0x8E, 0x91...0x97, 0x99...0x9C, 0x9E, 0x9F: true
            // Space, ¡ £ § © « ® ° · » ½ ¿ and others that texts hold.
            case 0xA0...0xBF: true
            case 0xC0...0xFE: byte != 0xD7 && byte != 0xF7
            default: false
            }
        }
    }
}
