/// A value of JSON.
///
/// Source: RFC 8259.
public enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number as it is written.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Members by name; of several with one name the last.
    case object([String: JSONValue])

    /// The member of a name, where this is an object that has it.
    public subscript(_ name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The text, where this is a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The elements, where this is an array.
    public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// The members, where this is an object.
    public var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }

    /// Where and why a text is no JSON.
    public struct SyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong.
        public var message: String
        /// The offset of the byte where it is.
        public var offset: Int

        /// `a string that is not closed, at byte 17`.
        public var description: String { "\(message), at byte \(offset + 1)" }
    }

    /// The value that a text is.
    ///
    /// - Throws: `JSONValue.SyntaxError` at the first mistake; values nested more than 200 deep are one.
    public init(_ bytes: [UInt8]) throws(SyntaxError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.document()
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    var position = 0
    var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONValue.SyntaxError) -> JSONValue {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw error("something stands behind the value") }
        return value
    }

    private func error(_ message: String) -> JSONValue.SyntaxError {
        JSONValue.SyntaxError(message: message, offset: position)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONValue.SyntaxError) -> JSONValue {
        skipSpace()
        guard position < bytes.count else { throw error("the text ends where a value should stand") }
        guard depth < 200 else { throw error("nested more than 200 deep") }
        depth += 1
        defer { depth -= 1 }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONValue.SyntaxError) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw error("no value begins like this") }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONValue.SyntaxError) -> JSONValue {
        let start = position
        func digits() -> Int {
            let begin = position
            while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
            return position - begin
        }
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        guard digits() > 0 else {
            position = start
            throw error("no value begins like this")
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard digits() > 0 else { throw error("a digit is expected behind the point") }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard digits() > 0 else { throw error("a digit is expected in the exponent") }
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func array() throws(JSONValue.SyntaxError) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        if accept("]") { return .array(elements) }
        repeat { elements.append(try value()) } while accept(",")
        guard accept("]") else { throw error("`,` or `]` is expected") }
        return .array(elements)
    }

    private mutating func object() throws(JSONValue.SyntaxError) -> JSONValue {
        position += 1
        var members: [String: JSONValue] = [:]
        if accept("}") { return .object(members) }
        repeat {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw error("a name in quotes is expected")
            }
            let name = try string()
            guard accept(":") else { throw error("`:` is expected") }
            members[name] = try value()
        } while accept(",")
        guard accept("}") else { throw error("`,` or `}` is expected") }
        return .object(members)
    }

    private mutating func string() throws(JSONValue.SyntaxError) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&text)
            case 0..<0x20: throw error("a control character in a string")
            default:
                text.append(byte)
                position += 1
            }
        }
        position = start
        throw error("a string that is not closed")
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONValue.SyntaxError) {
        guard position + 1 < bytes.count else { throw error("a string that is not closed") }
        let escaped = bytes[position + 1]
        let plain: [UInt8: UInt8] = [
            0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
        ]
        if let byte = plain[escaped] {
            text.append(byte)
            position += 2
            return
        }
        guard escaped == UInt8(ascii: "u"), var unit = unit(at: position + 2) else {
            throw error("no escape is written like this")
        }
        position += 6
        if (0xD800..<0xDC00).contains(unit), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u"), let low = self.unit(at: position + 2),
            (0xDC00..<0xE000).contains(low)
        {
            unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            position += 6
        }
        // Half of a pair alone stands for nothing.
        text += Array(String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8)
    }

    private func unit(at place: Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        return UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    }
}
