import RDF

/// A date, a time, or a part of a date, of XML Schema.
///
/// Source: XML Schema 1.1 Datatypes, section 3.3.7 and appendix E.
package struct Temporal: Hashable, Sendable {
    /// Which datatype.
    package enum Kind: String, Hashable, Sendable {
        case dateTime, dateTimeStamp, date, time, gYear, gYearMonth, gMonth, gMonthDay, gDay

        /// The kind of an `xsd:` local name, or nil.
        package init?(localName: Substring) { self.init(rawValue: String(localName)) }

        /// The datatype's IRI.
        package var datatype: String { XSD.namespace + rawValue }
    }

    /// Which datatype.
    package let kind: Kind
    /// The year; 1972 (a leap year) where the datatype has none.
    package let year: Int
    /// The month, 1 where the datatype has none.
    package let month: Int
    /// The day, 1 where the datatype has none.
    package let day: Int
    /// The hour, 0…23.
    package let hour: Int
    /// The minute.
    package let minute: Int
    /// The seconds with their fraction.
    package let second: ExactDecimal
    /// The offset from UTC in minutes, or nil.
    package let timeZone: Int?
    /// The lexical form, as read or canonical.
    package let lexicalForm: String

    /// A lexical form, or nil when it doesn't fit the kind.
    package init?(lexicalForm text: Substring, kind: Kind) {
        var scanner = Scanner(rest: Substring(text).utf8[...])
        var year = 1972
        var month = 1
        var day = 1
        var hour = 0
        var minute = 0
        var second = ExactDecimal.zero
        switch kind {
        case .dateTime, .dateTimeStamp, .date, .gYear, .gYearMonth:
            guard let value = scanner.year() else { return nil }
            year = value
        case .gMonth, .gMonthDay, .gDay:
            guard scanner.take("-") else { return nil }
        case .time: break
        }
        switch kind {
        case .dateTime, .dateTimeStamp, .date, .gYearMonth, .gMonth, .gMonthDay:
            guard scanner.take("-"), let value = scanner.two(1...12) else { return nil }
            month = value
        case .gDay: guard scanner.take("-") else { return nil }
        case .gYear, .time: break
        }
        switch kind {
        case .dateTime, .dateTimeStamp, .date, .gMonthDay, .gDay:
            guard scanner.take("-"), let value = scanner.two(1...31), value <= GregorianCalendar.days(month, of: year)
            else { return nil }
            day = value
        case .gYear, .gYearMonth, .gMonth, .time: break
        }
        if kind == .dateTime || kind == .dateTimeStamp { guard scanner.take("T") else { return nil } }
        if kind == .dateTime || kind == .dateTimeStamp || kind == .time {
            guard let h = scanner.two(0...24), scanner.take(":"), let m = scanner.two(0...59), scanner.take(":"),
                let s = scanner.seconds(), h < 24 || (m == 0 && s.coefficient == 0)
            else { return nil }
            (hour, minute, second) = (h, m, s)
            // 24:00 is the midnight that begins the next day; a time is of no day.
            if h == 24 {
                hour = 0
                if kind != .time {
                    let next = GregorianCalendar.daysSinceEpoch(year, month, day) + 1
                    (year, month, day) = GregorianCalendar.civil(daysSinceEpoch: next)
                }
            }
        }
        guard let zone = scanner.timeZone() else { return nil }
        if kind == .dateTimeStamp, zone == nil { return nil }
        self.init(
            kind: kind, year: year, month: month, day: day, hour: hour, minute: minute, second: second, timeZone: zone,
            lexicalForm: String(text))
    }

    /// A value from its parts.
    package init(
        kind: Kind, year: Int, month: Int, day: Int, hour: Int, minute: Int, second: ExactDecimal, timeZone: Int?,
        lexicalForm: String
    ) {
        self.kind = kind
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.timeZone = timeZone
        self.lexicalForm = lexicalForm
    }

    /// Seconds since 1970 as if the value were in UTC.
    private var localSeconds: ExactDecimal {
        let whole =
            Int128(GregorianCalendar.daysSinceEpoch(year, month, day)) * 86400 + Int128(hour * 3600 + minute * 60)
        return second.adding(ExactDecimal(coefficient: whole)) ?? second
    }

    /// The place on the time line, taking a missing time zone as UTC, in seconds.
    package var seconds: ExactDecimal {
        guard let timeZone else { return localSeconds }
        return localSeconds.subtracting(ExactDecimal(coefficient: Int128(timeZone) * 60)) ?? localSeconds
    }

    /// The order of two values of one kind; nil when the kinds differ, or when one has a time zone, the other has none,
    /// and they are less than 14 hours apart.
    package static func compare(_ left: Temporal, _ right: Temporal) -> Ordering? {
        guard left.kind == right.kind || (left.kind.isDateTime && right.kind.isDateTime) else { return nil }
        let a = left.seconds
        let b = right.seconds
        if (left.timeZone == nil) == (right.timeZone == nil) { return Ordering(a, b) }
        let margin = ExactDecimal(coefficient: 14 * 3600)
        if let sum = a.adding(margin), sum < b { return .less }
        if let sum = b.adding(margin), sum < a { return .greater }
        return nil
    }

    /// The `xsd:dateTime` in UTC of a moment, in milliseconds since 1970.
    package init(dateTimeAt milliseconds: Int) {
        let days = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
        let rest = milliseconds - days * 86_400_000
        let (year, month, day) = GregorianCalendar.civil(daysSinceEpoch: days)
        let second = ExactDecimal(coefficient: Int128(rest % 60000), scale: 3)
        let hour = rest / 3_600_000
        let minute = rest / 60000 % 60
        let secondText = (rest % 60000 < 10000 ? "0" : "") + second.lexicalForm
        self.init(
            kind: .dateTime, year: year, month: month, day: day, hour: hour, minute: minute, second: second,
            timeZone: 0,
            lexicalForm:
                "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))T\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(secondText)Z"
        )
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(abs(number))
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// The value cast to another kind by dropping parts or adding midnight, or nil where XPath has no such cast.
    package func cast(to target: Kind) -> Temporal? {
        if target == kind { return self }
        let zone: String =
            switch timeZone {
            case nil: ""
            case .some(0): "Z"
            case .some(let minutes):
                (minutes < 0 ? "-" : "+") + Self.padded(abs(minutes) / 60, 2) + ":" + Self.padded(abs(minutes) % 60, 2)
            }
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        let text: String
        switch (kind, target) {
        case (.date, .dateTime): text = date + "T00:00:00" + zone
        case (.dateTime, .date), (.dateTimeStamp, .date): text = date + zone
        case (.dateTimeStamp, .dateTime): text = lexicalForm
        case (.dateTime, .time), (.dateTimeStamp, .time):
            let whole = (second.scale == 0 && second.coefficient < 10) || second < ExactDecimal(coefficient: 10)
            text = "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(whole ? "0" : "")\(second.lexicalForm)" + zone
        case (.dateTime, .gYear), (.dateTimeStamp, .gYear), (.date, .gYear): text = Self.padded(year, 4) + zone
        case (.dateTime, .gYearMonth), (.dateTimeStamp, .gYearMonth), (.date, .gYearMonth):
            text = "\(Self.padded(year, 4))-\(Self.padded(month, 2))" + zone
        default: return nil
        }
        return Temporal(lexicalForm: Substring(text), kind: target)
    }
}

extension Temporal.Kind {
    /// Whether the kind is a date with a time.
    var isDateTime: Bool { self == .dateTime || self == .dateTimeStamp }
}

/// Reads the parts of a date.
private struct Scanner {
    var rest: Substring.UTF8View.SubSequence

    /// Takes one character.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Takes a run of digits.
    mutating func digits() -> Substring.UTF8View.SubSequence {
        let run = rest.prefix { (48...57).contains($0) }
        rest = rest.dropFirst(run.count)
        return run
    }

    /// Takes two digits with a value in a range.
    mutating func two(_ range: ClosedRange<Int>) -> Int? {
        let run = rest.prefix(2)
        guard run.count == 2, run.allSatisfy({ (48...57).contains($0) }) else { return nil }
        rest = rest.dropFirst(2)
        let value = run.reduce(0) { $0 * 10 + Int($1 - 48) }
        return range.contains(value) ? value : nil
    }

    /// Takes a year of at least four digits with an optional minus.
    mutating func year() -> Int? {
        let isNegative = take("-")
        let run = digits()
        guard (4...15).contains(run.count), run.count == 4 || run.first != 48 else { return nil }
        let value = run.reduce(0) { $0 * 10 + Int($1 - 48) }
        return isNegative ? -value : value
    }

    /// Takes two digits of seconds with an optional fraction.
    mutating func seconds() -> ExactDecimal? {
        let start = rest
        guard two(0...59) != nil else { return nil }
        if take("."), digits().isEmpty { return nil }
        return ExactDecimal(lexicalForm: start.prefix(start.count - rest.count))
    }

    /// Takes the time zone that ends a value; the outer nil is a mistake, the inner one no zone.
    mutating func timeZone() -> Int?? {
        if rest.isEmpty { return .some(nil) }
        if take("Z") { return rest.isEmpty ? .some(0) : nil }
        let isNegative: Bool
        if take("-") { isNegative = true } else if take("+") { isNegative = false } else { return nil }
        guard let hours = two(0...14), take(":"), let minutes = two(0...59), rest.isEmpty, hours < 14 || minutes == 0
        else { return nil }
        return .some((hours * 60 + minutes) * (isNegative ? -1 : 1))
    }
}
