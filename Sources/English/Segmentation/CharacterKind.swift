/// What a character is to the tokenizer.
enum CharacterKind: UInt8 {
    /// A letter without case or not of ASCII, or anything else that words are made of.
    case letter
    case lower, upper, digit
    /// White space, controls and marks of no width: they part words.
    case space
    case lineBreak
    case period, ellipsis, comma, colon, semicolon
    /// `!` and `?`, and the full stops of other scripts.
    case terminal
    case apostrophe, quote, openBracket, closeBracket
    /// A hyphen-minus or a hyphen of Unicode.
    case hyphen
    /// En dash, em dash and their like.
    case dash
    case slash, currency
    /// `%`, `°` and their like: tokens of their own.
    case sign
    case hash, at, ampersand
    /// `*`, `+`, `=` …: tokens of their own at the edge of a word.
    case symbol
    case emoji

    /// Whether a word may hold it anywhere.
    var isWord: Bool { rawValue <= CharacterKind.digit.rawValue }
}

/// UTF-8 text read by position; positions are byte offsets.
struct CharacterReader {
    let text: UnsafeBufferPointer<UInt8>

    /// The kind of the character at a position, and its width in bytes.
    func character(at index: Int) -> (kind: CharacterKind, width: Int) {
        let byte = text[index]
        if byte < 0x80 { return (asciiKinds[Int(byte)], 1) }
        let (scalar, width) = scalar(at: index)
        return (Self.kind(ofScalar: scalar), width)
    }

    /// The scalar that begins at a position; text is valid UTF-8, but a stray byte is a scalar of its own.
    func scalar(at index: Int) -> (value: UInt32, width: Int) {
        let byte = UInt32(text[index])
        func continuation(_ offset: Int) -> UInt32 {
            index + offset < text.count ? UInt32(text[index + offset] & 0x3f) : 0
        }
        switch byte {
        case 0xc0..<0xe0 where index + 1 < text.count: return ((byte & 0x1f) << 6 | continuation(1), 2)
        case 0xe0..<0xf0 where index + 2 < text.count:
            return ((byte & 0x0f) << 12 | continuation(1) << 6 | continuation(2), 3)
        case 0xf0... where index + 3 < text.count:
            return ((byte & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4)
        default: return (byte, 1)
        }
    }

    /// The kind of the character that ends before a position, or nil at the start.
    func kind(before index: Int) -> CharacterKind? {
        guard index > 0 else { return nil }
        var start = index - 1
        while start > 0, index - start < 4, text[start] & 0xc0 == 0x80 { start -= 1 }
        return character(at: start).kind
    }

    private static func kind(ofScalar scalar: UInt32) -> CharacterKind {
        switch scalar {
        case 0x85, 0x2028, 0x2029: .lineBreak
        case 0x80...0xa0, 0x1680, 0x2000...0x200b, 0x2060, 0x202f, 0x205f, 0x3000, 0xfeff: .space
        case 0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0xff07, 0x02bc: .apostrophe
        case 0x201c...0x201f, 0xab, 0xbb, 0x2039, 0x203a, 0x2033, 0xff02, 0x300c...0x300f: .quote
        case 0x2010, 0x2011, 0x2212: .hyphen
        case 0x2012...0x2015, 0x2e3a, 0x2e3b: .dash
        case 0x2026: .ellipsis
        case 0xa2...0xa5, 0x20a0...0x20c0: .currency
        case 0xb0, 0x2030, 0xa6...0xa9, 0xac, 0xae, 0xaf, 0xb1, 0xb4...0xb8, 0xd7, 0xf7, 0x2020...0x2025,
            0x2190...0x23ff,
            0x2500...0x25ff:
            .sign
        case 0x3002, 0xff01, 0xff1f, 0xff0e, 0x061f, 0x06d4, 0x0964: .terminal
        case 0x3001, 0xff0c, 0x060c: .comma
        case 0xff1a: .colon
        case 0xff1b, 0x061b: .semicolon
        case 0xff08, 0x3010, 0x300a: .openBracket
        case 0xff09, 0x3011, 0x300b: .closeBracket
        case 0xa1, 0xbf: .sign
        case 0x2600...0x27bf, 0x1f000...0x1faff, 0xfe0f, 0x200d: .emoji
        case 0xc0...0xde: .upper
        case 0xdf...0xff: .lower
        case 0x100...0x17f: scalar.isMultiple(of: 2) ? .upper : .lower
        case 0x391...0x3a9, 0x400...0x42f: .upper
        default: .letter
        }
    }
}

private let asciiKinds: [CharacterKind] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x0a...0x0d: .lineBreak
    case 0...0x20, 0x7f: .space
    case UInt8(ascii: "."): .period
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .terminal
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "\""), UInt8(ascii: "`"): .quote
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): .closeBracket
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "%"): .sign
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "&"): .ampersand
    default: .symbol
    }
}
