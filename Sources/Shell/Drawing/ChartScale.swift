import Extraction

/// An axis of numbers with marks at round values.
struct ValueScale {
    /// The least and the greatest value on the axis.
    let range: ClosedRange<Double>
    /// Where marks stand.
    let ticks: [Double]

    /// An axis that holds some values; it begins at 0 unless all values are far from it.
    ///
    /// Source: P. Heckbert, "Nice Numbers for Graph Labels" (Graphics Gems, 1990).
    init(_ values: [Double], marks: Int = 5) {
        let least = values.min() ?? 0
        let greatest = values.max() ?? 1
        var low = least < 0 || least < greatest * 0.6 || least == greatest ? min(0, least) : least
        let high = greatest > low ? greatest : low + max(1, abs(low) * 0.1)
        let step = Self.round((high - low) / Double(max(1, marks)))
        low = (low / step).rounded(.down) * step
        var ticks: [Double] = []
        var index = 0.0
        while low + index * step < high + step * 0.999 {
            ticks.append(low + index * step)
            index += 1
        }
        self.ticks = ticks
        range = low...(ticks.last ?? high)
    }

    /// Where a value stands, from 0 to 1; beyond the axis it stands at its end.
    func share(_ value: Double) -> Double {
        let width = range.upperBound - range.lowerBound
        return width > 0 ? min(1, max(0, (value - range.lowerBound) / width)) : 0
    }

    /// The next of 1, 2 and 5 times a power of ten.
    private static func round(_ step: Double) -> Double {
        guard step > 0, step.isFinite else { return 1 }
        var power = 1.0
        while power * 10 <= step { power *= 10 }
        while power > step { power /= 10 }
        let rest = step / power
        return (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10) * power
    }

    /// `40,000`; with a decimal where it has one.
    static func figure(_ value: Double) -> String {
        guard value == value.rounded(), abs(value) < 1e15 else {
            let rounded = (value * 1000).rounded() / 1000
            return String(rounded)
        }
        return Numbers.grouped(Int(value))
    }
}

/// Days on an axis.
enum DayNumber {
    /// The day of a date, counted from 1970; of a month or a year its first. Nil for what is no date of ISO 8601.
    static func of(_ date: String) -> Int? {
        let day = String(date.prefix(10))
        return CalendarDate(iso: day + "-01-01".suffix(max(0, 10 - day.utf8.count)))?.days
    }
}
