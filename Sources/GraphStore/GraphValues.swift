import RDF

extension Graph {
    /// The number that a literal of a numeric datatype stands for, or nil when it is none or ill-typed.
    ///
    /// Integers above 2^53 and long decimals are rounded: for filters and order, not for exact arithmetic.
    public func numericValue(_ id: TermID) -> Double? {
        guard let datatype = terms.affix(id).datatype, datatype.isNumeric else { return nil }
        return terms.withBody(id.rawValue) { NumericForm.value($0, datatype) }
    }

    /// The whole number that a literal of `xsd:integer` or a datatype derived from it stands for; nil when it is none,
    /// ill-typed, or does not fit.
    public func integerValue(_ id: TermID) -> Int? {
        guard let datatype = terms.affix(id).datatype, datatype.isInteger else { return nil }
        return terms.withBody(id.rawValue) { NumericForm.integer($0) }
    }
}

/// Lexical forms of numbers.
///
/// Source: XML Schema Part 2, sections 3.2.3 to 3.2.5 and 3.3.13.
enum NumericForm {
    /// The value of a form under a numeric datatype; nil when the form is not one of that datatype.
    static func value(_ form: UnsafeBufferPointer<UInt8>, _ datatype: Datatype) -> Double? {
        if datatype.isInteger, let value = integer(form) { return Double(value) }
        let trimmed = trim(form)
        switch datatype {
        case .double, .float:
            if trimmed.elementsEqual("INF".utf8) { return .infinity }
            if trimmed.elementsEqual("-INF".utf8) { return -.infinity }
            if trimmed.elementsEqual("NaN".utf8) { return .nan }
            guard hasNumberShape(trimmed, allowsPoint: true, allowsExponent: true) else { return nil }
        case .decimal:
            guard hasNumberShape(trimmed, allowsPoint: true, allowsExponent: false) else { return nil }
        default:
            guard hasNumberShape(trimmed, allowsPoint: false, allowsExponent: false) else { return nil }
        }
        var digits = String(decoding: trimmed, as: UTF8.self)
        // Swift's own reader wants a digit on both sides of the point.
        if let point = digits.firstIndex(of: ".") {
            let after = digits.index(after: point)
            if after == digits.endIndex || !digits[after].isASCII || !digits[after].isNumber {
                digits.insert("0", at: after)
            }
            if point == digits.startIndex || !digits[digits.index(before: point)].isNumber {
                digits.insert("0", at: point)
            }
        }
        guard let value = Double(digits) else { return nil }
        return datatype == .float ? Double(Float(value)) : value
    }

    /// The value of a whole number with an optional sign that fits.
    static func integer(_ form: UnsafeBufferPointer<UInt8>) -> Int? {
        let digits = trim(form)
        var index = digits.startIndex
        guard index < digits.endIndex else { return nil }
        let isNegative = digits[index] == UInt8(ascii: "-")
        if isNegative || digits[index] == UInt8(ascii: "+") { index += 1 }
        guard index < digits.endIndex else { return nil }
        var value = 0
        while index < digits.endIndex {
            let digit = Int(digits[index]) - 48
            guard digit >= 0, digit <= 9 else { return nil }
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.subtractingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
            index += 1
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// White space around a number is no part of it; in a canonical body it is spaces or escaped.
    private static func trim(_ form: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>.SubSequence {
        var slice = form[...]
        while slice.first == UInt8(ascii: " ") { slice.removeFirst() }
        while slice.last == UInt8(ascii: " ") { slice.removeLast() }
        return slice
    }

    private static func hasNumberShape(
        _ form: UnsafeBufferPointer<UInt8>.SubSequence, allowsPoint: Bool, allowsExponent: Bool
    ) -> Bool {
        var rest = form
        func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
        func skipDigits() -> Int {
            let before = rest.count
            while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { rest.removeFirst() }
            return before - rest.count
        }
        if isSign(rest.first) { rest.removeFirst() }
        var digits = skipDigits()
        if allowsPoint, rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            digits += skipDigits()
        }
        guard digits > 0 else { return false }
        if allowsExponent, rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if isSign(rest.first) { rest.removeFirst() }
            guard skipDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
