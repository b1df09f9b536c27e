import RDF

/// A duration of XML Schema: months, and seconds beside them.
package struct Duration: Hashable, Sendable {
    /// The months, with their sign.
    package let months: Int
    /// The seconds of days, hours, minutes and seconds, with their sign.
    package let seconds: ExactDecimal
    /// The lexical form, as read or canonical.
    package let lexicalForm: String
    /// The datatype.
    package let datatype: String

    /// A lexical form such as `-P1Y2M3DT4H5M6.7S`, or nil.
    package init?(lexicalForm text: Substring, datatype: String) {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        guard rest.first == UInt8(ascii: "P") else { return nil }
        rest = rest.dropFirst()
        var months = 0
        var seconds = ExactDecimal.zero
        var isTime = false
        var number: [UInt8] = []
        var parts = 0
        for byte in rest {
            switch byte {
            case UInt8(ascii: "T") where !isTime && number.isEmpty: isTime = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): number.append(byte)
            default:
                guard let value = ExactDecimal(lexicalForm: number) else { return nil }
                let factor: Int128
                switch (byte, isTime) {
                case (UInt8(ascii: "Y"), false), (UInt8(ascii: "M"), false):
                    guard value.isIntegral, let count = Int(exactly: value.coefficient), count < 1_000_000_000
                    else { return nil }
                    months += count * (byte == UInt8(ascii: "Y") ? 12 : 1)
                    factor = 0
                case (UInt8(ascii: "D"), false): factor = 86400
                case (UInt8(ascii: "H"), true): factor = 3600
                case (UInt8(ascii: "M"), true): factor = 60
                case (UInt8(ascii: "S"), true): factor = 1
                default: return nil
                }
                guard let product = value.multiplied(by: ExactDecimal(coefficient: factor)),
                    let sum = seconds.adding(product)
                else { return nil }
                seconds = sum
                number = []
                parts += 1
            }
        }
        guard number.isEmpty, parts > 0 else { return nil }
        self.months = isNegative ? -months : months
        self.seconds = isNegative ? (seconds.negated() ?? seconds) : seconds
        self.lexicalForm = String(text)
        self.datatype = datatype
    }

    /// The `xsd:dayTimeDuration` of a time zone of so many minutes.
    package init(timeZoneMinutes minutes: Int) {
        months = 0
        seconds = ExactDecimal(coefficient: Int128(minutes) * 60)
        let magnitude = abs(minutes)
        var text = minutes < 0 ? "-PT" : "PT"
        if magnitude == 0 { text += "0S" }
        if magnitude / 60 > 0 { text += "\(magnitude / 60)H" }
        if magnitude % 60 > 0 { text += "\(magnitude % 60)M" }
        lexicalForm = text
        datatype = XSD.namespace + "dayTimeDuration"
    }
}
