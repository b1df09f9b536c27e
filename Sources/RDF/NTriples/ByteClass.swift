/// What a byte may do inside a term, one bit a role, so that scanning is one table look-up a byte.
enum ByteClass {
    /// Ends or spoils an IRI: controls, space and `<>"{}|^` + "`" + `\`.
    static let stopsIRI: UInt8 = 1 << 0
    /// A letter, as a scheme or language tag begins.
    static let letter: UInt8 = 1 << 2
    /// A digit.
    static let digit: UInt8 = 1 << 3
    /// A space or a tab.
    static let blank: UInt8 = 1 << 4
    /// A letter, digit or `_`, or a byte above ASCII: what a blank node's label is made of, but for `-` and `.`.
    static let label: UInt8 = 1 << 5
    /// A separator in an IRI: `/` or `#`.
    static let separator: UInt8 = 1 << 6
    /// A colon.
    static let colon: UInt8 = 1 << 7

    /// The roles of each byte.
    static let table: [UInt8] = (0...255).map { classify(UInt8($0)) }

    private static func classify(_ byte: UInt8) -> UInt8 {
        var roles: UInt8 = 0
        switch byte {
        case 0x00...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
            roles |= stopsIRI
        default: break
        }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): roles |= letter | label
        case UInt8(ascii: "0")...UInt8(ascii: "9"): roles |= digit | label
        case UInt8(ascii: "_"), 0x80...0xFF: roles |= label
        case 0x20, 0x09: roles |= blank
        case UInt8(ascii: "/"), UInt8(ascii: "#"): roles |= separator
        case UInt8(ascii: ":"): roles |= colon
        default: break
        }
        return roles
    }
}
