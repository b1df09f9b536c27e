/// An exact decimal number of up to 38 digits: `coefficient` × 10^−`scale`, always in lowest terms.
///
/// Arithmetic gives nil where the exact (or, for a quotient, the 18-digit) result does not fit; a caller makes an
/// expression error of it and never a rounded sum.
package struct ExactDecimal: Hashable, Sendable {
    /// The digits, with their sign.
    package let coefficient: Int128
    /// How many of the digits stand behind the point, 0…38.
    package let scale: Int

    /// A decimal, brought to lowest terms.
    package init(coefficient: Int128, scale: Int = 0) {
        var coefficient = coefficient
        var scale = scale
        while scale > 0, coefficient % 10 == 0 {
            coefficient /= 10
            scale -= 1
        }
        self.coefficient = coefficient
        self.scale = scale
    }

    /// An `xsd:decimal` or `xsd:integer` lexical form (`[+-]?` digits with at most one point), or nil.
    package init?(lexicalForm utf8: some Sequence<UInt8>) {
        var coefficient: Int128 = 0
        var scale = 0
        var isNegative = false
        var hasDigits = false
        var hasPoint = false
        var isFirst = true
        // Trailing zeros behind the point don't count towards the 38 digits.
        var pendingZeros = 0
        for byte in utf8 {
            defer { isFirst = false }
            switch byte {
            case UInt8(ascii: "-") where isFirst: isNegative = true
            case UInt8(ascii: "+") where isFirst: break
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            case UInt8(ascii: "0") where hasPoint:
                hasDigits = true
                pendingZeros += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigits = true
                if hasPoint { scale += 1 + pendingZeros }
                for _ in 0..<pendingZeros {
                    guard let product = coefficient.times(10) else { return nil }
                    coefficient = product
                }
                pendingZeros = 0
                guard let product = coefficient.times(10), let sum = product.plus(Int128(byte - 48)) else { return nil }
                coefficient = sum
            default: return nil
            }
        }
        guard hasDigits, scale <= 38 else { return nil }
        self.init(coefficient: isNegative ? -coefficient : coefficient, scale: scale)
    }

    /// The exact value of a double's shortest decimal form, or nil where it has none or is too large.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        var text = Substring("\(value)")
        var exponent = 0
        if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            exponent = Int(text[text.index(after: mark)...]) ?? 0
            text = text[..<mark]
        }
        guard let digits = ExactDecimal(lexicalForm: text.utf8) else { return nil }
        var coefficient = digits.coefficient
        var scale = digits.scale - exponent
        while scale < 0 {
            guard let product = coefficient.times(10) else { return nil }
            coefficient = product
            scale += 1
        }
        while scale > 38 {
            coefficient /= 10
            scale -= 1
        }
        self.init(coefficient: coefficient, scale: scale)
    }

    /// Zero.
    package static let zero = ExactDecimal(coefficient: 0)

    /// Whether there is no fraction.
    package var isIntegral: Bool { scale == 0 }

    /// The nearest double.
    package var doubleValue: Double {
        if scale == 0 { return Double(coefficient) }
        if coefficient.magnitude < 1 << 53, scale <= 22 { return Double(coefficient) / Self.doublePowers[scale] }
        return Double("\(coefficient)e-\(scale)") ?? .nan
    }

    private static let doublePowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The canonical form of XML Schema 1.1: no exponent, no superfluous zeros, no point for an integral value.
    package var lexicalForm: String {
        if scale == 0 { return String(coefficient) }
        let digits = String(coefficient.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -scale)
        return (coefficient < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
    }

    /// Two coefficients at one scale, or nil where one doesn't fit.
    private static func aligned(_ left: Self, _ right: Self) -> (Int128, Int128, Int)? {
        if left.scale == right.scale { return (left.coefficient, right.coefficient, left.scale) }
        if left.scale < right.scale {
            guard let power = powerOfTen(right.scale - left.scale), let scaled = left.coefficient.times(power)
            else { return nil }
            return (scaled, right.coefficient, right.scale)
        }
        guard let power = powerOfTen(left.scale - right.scale), let scaled = right.coefficient.times(power)
        else { return nil }
        return (left.coefficient, scaled, left.scale)
    }

    /// 10^`exponent`, or nil from 39 on.
    package static func powerOfTen(_ exponent: Int) -> Int128? {
        guard (0...38).contains(exponent) else { return nil }
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }

    /// The exact sum, or nil where it doesn't fit.
    package func adding(_ other: Self) -> Self? {
        guard let (left, right, scale) = Self.aligned(self, other), let sum = left.plus(right) else { return nil }
        return Self(coefficient: sum, scale: scale)
    }

    /// The negated number, or nil where it doesn't fit.
    package func negated() -> Self? {
        let (value, overflow) = Int128(0).subtractingReportingOverflow(coefficient)
        return overflow ? nil : Self(coefficient: value, scale: scale)
    }

    /// The exact difference, or nil where it doesn't fit.
    package func subtracting(_ other: Self) -> Self? {
        guard let negated = other.negated() else { return nil }
        return adding(negated)
    }

    /// The exact product, or nil where it doesn't fit.
    package func multiplied(by other: Self) -> Self? {
        guard let product = coefficient.times(other.coefficient), scale + other.scale <= 38 else { return nil }
        return Self(coefficient: product, scale: scale + other.scale)
    }

    /// The quotient to at most 18 digits behind the point, rounded half away from zero; nil for a zero divisor or a
    /// quotient that doesn't fit.
    package func divided(by other: Self) -> Self? {
        guard other.coefficient != 0, let (left, right, _) = Self.aligned(self, other) else { return nil }
        let (whole, overflow) = left.dividedReportingOverflow(by: right)
        guard !overflow else { return nil }
        var quotient = whole.magnitude
        let divisor = right.magnitude
        var remainder = left.magnitude % divisor
        let isNegative = (left < 0) != (right < 0)
        var scale = 0
        while remainder != 0, scale < 18, quotient < UInt128(Int128.max) / 10, remainder < UInt128.max / 10 {
            remainder *= 10
            quotient = quotient * 10 + remainder / divisor
            remainder %= divisor
            scale += 1
        }
        if remainder >= divisor - remainder, remainder != 0 { quotient += 1 }
        guard quotient <= UInt128(Int128.max) else { return nil }
        return Self(coefficient: isNegative ? -Int128(quotient) : Int128(quotient), scale: scale)
    }

    /// The largest integer not above, as a decimal.
    package var roundedDown: Self {
        guard let power = Self.powerOfTen(scale), scale > 0 else { return self }
        let whole = coefficient / power
        return Self(coefficient: coefficient < 0 ? whole - 1 : whole)
    }

    /// The smallest integer not below, as a decimal.
    package var roundedUp: Self {
        guard let power = Self.powerOfTen(scale), scale > 0 else { return self }
        let whole = coefficient / power
        return Self(coefficient: coefficient > 0 ? whole + 1 : whole)
    }

    /// The nearest integer; of two, the larger (as XPath's `fn:round`).
    package var rounded: Self {
        guard scale > 0, let sum = adding(Self(coefficient: 5, scale: 1)) else { return self }
        return sum.roundedDown
    }

    /// The integer without the fraction.
    package var truncated: Int128 {
        guard let power = Self.powerOfTen(scale) else { return 0 }
        return coefficient / power
    }
}

extension ExactDecimal: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        if let (a, b, _) = aligned(left, right) { return a < b }
        // One of them doesn't fit the other's scale, so they are far apart.
        return left.doubleValue < right.doubleValue
    }
}

extension Int128 {
    /// The product, or nil on overflow.
    fileprivate func times(_ other: Int128) -> Int128? {
        let (value, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? nil : value
    }

    /// The sum, or nil on overflow.
    fileprivate func plus(_ other: Int128) -> Int128? {
        let (value, overflow) = addingReportingOverflow(other)
        return overflow ? nil : value
    }
}
