/// Strict UTF-8, as RFC 3629 has it: no surrogates, no overlong forms, nothing above U+10FFFF.
enum UTF8Check {
    /// The length in bytes of the scalar that begins at `position`, or nil when the bytes there are not UTF-8.
    ///
    /// Reads no further than the first byte that does not fit, so a line end or other ASCII byte after `position`
    /// is guard enough.
    static func length(_ text: UnsafePointer<UInt8>, at position: Int) -> Int? {
        let first = text[position]
        guard first >= 0x80 else { return 1 }
        let second = text[position + 1]
        switch first {
        case 0xC2...0xDF:
            return isContinuation(second) ? 2 : nil
        case 0xE0...0xEF:
            let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
            let high: UInt8 = first == 0xED ? 0x9F : 0xBF
            guard second >= low, second <= high, isContinuation(text[position + 2]) else { return nil }
            return 3
        case 0xF0...0xF4:
            let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
            guard second >= low, second <= high, isContinuation(text[position + 2]),
                isContinuation(text[position + 3])
            else { return nil }
            return 4
        default:
            return nil
        }
    }

    /// The first byte in a range that no UTF-8 text could have there, or nil.
    static func firstError(_ text: UnsafePointer<UInt8>, in range: Range<Int>) -> Int? {
        var position = range.lowerBound
        while position < range.upperBound {
            if text[position] < 0x80 {
                position += 1
            } else if let length = length(text, at: position), position + length <= range.upperBound {
                position += length
            } else {
                return position
            }
        }
        return nil
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
