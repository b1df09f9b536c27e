/// A report's text as stored, with code points counted.
///
/// It is the whole of the file's bytes read as UTF-8: a byte order mark stays and counts as one code point (U+FEFF), CR LF are
/// two, and every maximal ill-formed part of a sequence counts as one code point, U+FFFD, which stands in its place. An offset
/// of the graph is an index into these code points; what Python's `open(file, encoding="utf-8", errors="replace", newline="")`
/// reads is indexed alike.
///
/// Source: The Unicode Standard, section 3.9, "U+FFFD Substitution of Maximal Subparts".
public struct StoredText: Hashable, Sendable {
    /// The text.
    public let string: String
    /// How many code points it has.
    public let count: Int
    /// The UTF-8 offset of every 64th code point, so that a place is found in constant time.
    private let marks: [Int]

    private static let stride = 64

    /// The text of a string.
    public init(_ string: String) {
        var string = string
        string.makeContiguousUTF8()
        var marks: [Int] = []
        var count = 0
        var offset = 0
        for byte in string.utf8 {
            if byte & 0xC0 != 0x80 {
                if count % Self.stride == 0 { marks.append(offset) }
                count += 1
            }
            offset += 1
        }
        self.string = string
        self.count = count
        self.marks = marks
    }

    /// The words in a range of code points; a range that reaches outside is cut to what there is.
    ///
    /// Complexity: linear in the length of the range.
    public subscript(_ range: Range<Int>) -> String {
        let lower = min(max(0, range.lowerBound), count)
        let upper = min(max(lower, range.upperBound), count)
        return String(string.unicodeScalars[index(of: lower)..<index(of: upper)])
    }

    private func index(of codePoint: Int) -> String.Index {
        let mark = codePoint / Self.stride
        guard codePoint < count, mark < marks.count else { return string.endIndex }
        let start = string.utf8.index(string.startIndex, offsetBy: marks[mark])
        return string.unicodeScalars.index(start, offsetBy: codePoint % Self.stride)
    }
}
