/// Bytes read as UTF-8, with what had to be repaired.
struct DecodedText {
    /// The text; broken sequences are U+FFFD.
    var string: String
    /// How many sequences were broken.
    var replaced = 0
    /// Line and column (both from 1, columns in code points) of the first broken sequence.
    var firstReplaced: (line: Int, column: Int)?

    /// The encoding that the bytes were read in, where it is not UTF-8.
    var encoding: String?

    /// Reads bytes as UTF-8, or as the encoding that they are in by all appearances or are said to be in; never fails.
    init(_ bytes: [UInt8], encoding: String? = nil) {
        if let encoding, !TextEncoding.isUTF8(encoding), let decoded = TextEncoding.decode(bytes, as: encoding) {
            string = decoded.text
            replaced = decoded.replaced
            self.encoding = encoding
            return
        }
        string = String(decoding: bytes, as: UTF8.self)
        var line = 1
        var wellFormed = 0
        var column = 1
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue("\n"):
                line += 1
                column = 1
            case .scalarValue(let scalar):
                column += 1
                if !scalar.isASCII { wellFormed += 1 }
            case .error:
                if firstReplaced == nil { firstReplaced = (line, column) }
                replaced += 1
                column += 1
            case .emptyInput: break decoding
            }
        }
        if encoding == nil, replaced > 0,
            TextEncoding.looksLikeWindows1252(bytes, replaced: replaced, wellFormed: wellFormed),
            let decoded = TextEncoding.decode(bytes, as: "WINDOWS-1252")
        {
            string = decoded.text
            self.encoding = "Windows-1252"
            replaced = 0
            firstReplaced = nil
        }
    }
}

/// What kind of file some bytes are when they are no text.
enum BinaryFormat {
    /// A format's name with an article, and what makes text of it.
    struct Finding: Equatable {
        var kind: String
        var hint: String?
    }

    /// The signatures of files that people mistake for reports.
    private static let signatures: [(bytes: [UInt8], kind: String, hint: String?)] = [
        (Array("%PDF-".utf8), "a PDF", "convert it first, for example with pdftotext"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document", "save it as plain text first"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document", "save it as plain text first"),
        (Array("{\\rtf".utf8), "a rich text document", "save it as plain text first"),
        ([0x1F, 0x8B], "a gzip archive", "unpack it first with gunzip"),
        ([0xFF, 0xFE], "UTF-16 text", "save it as UTF-8, for example with iconv -f UTF-16 -t UTF-8"),
        ([0xFE, 0xFF], "UTF-16 text", "save it as UTF-8, for example with iconv -f UTF-16 -t UTF-8"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image", nil),
        ([0xFF, 0xD8, 0xFF], "a JPEG image", nil),
        ([0x7F, 0x45, 0x4C, 0x46], "a program", nil),
    ]

    /// What the bytes are, or nil for text. A NUL among the first 8,000 bytes, or more than a tenth of them control characters,
    /// is binary data (a later stray NUL is not).
    static func finding(in bytes: [UInt8]) -> Finding? {
        for signature in signatures where bytes.starts(with: signature.bytes) {
            return Finding(kind: signature.kind, hint: signature.hint)
        }
        let start = bytes.prefix(8000)
        var controls = 0
        for byte in start {
            if byte == 0 { return Finding(kind: "binary data", hint: nil) }
            if byte < 0x20, !(0x08...0x0D).contains(byte), byte != 0x1B { controls += 1 }
        }
        return controls * 10 > start.count ? Finding(kind: "binary data", hint: nil) : nil
    }
}
