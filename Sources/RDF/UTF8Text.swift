/// Texts that should be UTF-8.
public enum UTF8Text {
    /// The first byte that no UTF-8 text could have there, or nil.
    public static func firstError(in bytes: [UInt8]) -> Int? {
        // A few bytes behind the end, so that nothing looks beyond it.
        let padded = bytes + [0, 0, 0, 0]
        return padded.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { UTF8Check.firstError($0, in: 0..<bytes.count) }
        }
    }

    /// The error about a byte that is not UTF-8; `source` stands in it.
    public static func error(at place: Int, in bytes: [UInt8], source: String?) -> SyntaxError {
        bytes.withUnsafeBufferPointer {
            TextPlace(text: $0).error(
                "these bytes are not UTF-8", place..<(place + 1), source: source, hint: "save the file as UTF-8")
        }
    }
}
