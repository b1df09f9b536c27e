/// Numbers written in words, and in digits with separators and scales.
package enum NumberWords {
    /// A decimal held exactly: digits and a power of ten. Never a Double: 4.35 million is 4350000.
    struct Decimal {
        var digits: Int
        var exponent: Int

        /// The canonical form: `105`, `7.4`, `4350000`.
        var text: String {
            guard exponent < 0 else {
                guard digits != 0 else { return "0" }
                return String(digits) + String(repeating: "0", count: exponent)
            }
            let negative = digits < 0
            var body = String(abs(digits))
            if body.count <= -exponent { body = String(repeating: "0", count: -exponent - body.count + 1) + body }
            let point = body.index(body.endIndex, offsetBy: exponent)
            var fraction = body[point...]
            while fraction.last == "0" { fraction = fraction.dropLast() }
            return (negative ? "-" : "") + body[..<point] + (fraction.isEmpty ? "" : "." + fraction)
        }

        /// The product with a power of ten.
        func scaled(by power: Int) -> Decimal { Decimal(digits: digits, exponent: exponent + power) }
    }

    /// A number in digits: `1,234.5`, `105`; nil for anything else (`24/7`, `1990s`, `3rd`).
    static func digits(_ word: String) -> Decimal? {
        var digits = 0
        var exponent = 0
        var sawPoint = false
        var sawDigit = false
        var group = -1
        for scalar in word.unicodeScalars {
            switch scalar {
            case "0"..."9":
                sawDigit = true
                let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
                guard !overflow, product < Int.max - 10 else { return nil }
                digits = product + Int(scalar.value - 48)
                if sawPoint { exponent -= 1 } else if group >= 0 { group += 1 }
            case ",":
                guard sawDigit, !sawPoint, group < 0 || group == 3 else { return nil }
                group = 0
            case ".":
                guard sawDigit, !sawPoint, group < 0 || group == 3 else { return nil }
                sawPoint = true
                group = -1
            default: return nil
            }
        }
        guard sawDigit, group < 0 || group == 3, word.last != "." else { return nil }
        return Decimal(digits: digits, exponent: exponent)
    }

    /// Whether one number is less than another.
    static func isLess(_ left: Decimal, _ right: Decimal) -> Bool {
        let lowest = min(left.exponent, right.exponent)
        func scaled(_ number: Decimal) -> Int? {
            var digits = number.digits
            for _ in 0..<(number.exponent - lowest) {
                let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
                if overflow { return nil }
                digits = product
            }
            return digits
        }
        guard let one = scaled(left), let other = scaled(right) else { return false }
        return one < other
    }

    /// The value of a small number word, or nil.
    static func small(_ word: String) -> Int? { smallNumbers[word] }

    /// Whether a word counts by what stands before it: `hundred`, `dozen`, `million`.
    static func isScale(_ word: String) -> Bool { word == "dozen" || scales[word] != nil }

    /// The power of ten that a scale word stands for (`million`: 6), or nil.
    static func scale(_ word: String) -> Int? { scales[word] }

    /// Reads a run of lower-cased words as one number ("two hundred and five", "4.35 million", "1,200"), or nil.
    static func value(of words: [String]) -> Decimal? {
        var total = 0
        var current = 0
        var sawAny = false
        var pending: Decimal?
        for word in words {
            if word == "and" || word == "-" || word == "a" && !sawAny { continue }
            if let number = digits(word) {
                guard !sawAny else { return nil }
                pending = number
                sawAny = true
            } else if let number = small(word) {
                guard pending == nil else { return nil }
                // "twenty-five" adds up; "seven twenty" does not.
                current += number
                sawAny = true
            } else if word == "dozen" || word == "dozens" {
                guard pending == nil else { return nil }
                current = max(1, current) * 12
                sawAny = true
            } else if let power = scale(word) {
                if let number = pending {
                    pending = number.scaled(by: power)
                } else if power == 2 {
                    current = max(1, current) * 100
                } else {
                    total += max(1, current) * ten(to: power)
                    current = 0
                }
                sawAny = true
            } else {
                return nil
            }
        }
        guard sawAny else { return nil }
        return pending ?? Decimal(digits: total + current, exponent: 0)
    }

    private static func ten(to power: Int) -> Int { (0..<power).reduce(1) { product, _ in product * 10 } }

    private static let smallNumbers: [String: Int] = {
        let units = """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen
            """.split(whereSeparator: \.isWhitespace)
        let tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
        var table: [String: Int] = [:]
        for (value, word) in units.enumerated() { table[String(word)] = value }
        for (index, word) in tens.enumerated() { table[String(word)] = 20 + 10 * index }
        return table
    }()

    private static let scales: [String: Int] = [
        "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "m": 6, "bn": 9, "tn": 12,
    ]
}
