import RDF

/// A day of the proleptic Gregorian calendar; arithmetic without time zones or the system's clock.
package struct CalendarDate: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    package var days: Int

    /// A day by its count.
    package init(days: Int) { self.days = days }

    /// A day by year, month and day of the month; nil where the calendar has none.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...GregorianCalendar.days(month, of: year)).contains(day)
        else { return nil }
        days = GregorianCalendar.daysSinceEpoch(year, month, day)
    }

    /// A day in ISO 8601 (`2024-08-20`); nil for anything else.
    package init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month and day of the month.
    package var parts: (year: Int, month: Int, day: Int) { GregorianCalendar.civil(daysSinceEpoch: days) }

    /// The day of the week: 0 is Monday.
    package var weekday: Int { ((days + 3) % 7 + 7) % 7 }

    /// ISO 8601: `2024-08-20`.
    package var iso: String {
        let (year, month, day) = parts
        return "\(CalendarDate.padded(year, 4))-\(CalendarDate.padded(month, 2))-\(CalendarDate.padded(day, 2))"
    }

    /// Order in time.
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }

    static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
