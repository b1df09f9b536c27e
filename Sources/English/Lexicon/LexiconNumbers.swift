/// What a word says of a number.
public enum NumberWord: Hashable, Sendable {
    /// A cardinal: seven is 7.
    case cardinal(Int)
    /// What the number before it is multiplied by: million.
    case multiplier(Int)
    /// An ordinal: third is 3.
    case ordinal(Int)
    /// A vague count: dozens is 12, hundreds 100.
    case vague(Int)
    /// A count that may be multiplied and is exact after a number: dozen is 12.
    case collective(Int)
    /// A fraction by its denominator: half is 2, third 3.
    case fraction(Int)
    /// How often: twice is 2.
    case frequency(Int)
}

/// A unit of measure.
public struct Unit: Hashable, Sendable {
    /// What is measured.
    public enum Kind: String, Hashable, Sendable {
        case percent, currency, length, area, volume, mass, time, speed, temperature, angle, power, energy, data
    }
    /// What is measured.
    public var kind: Kind
    /// Its symbol (`km`, `USD`, `%`); ISO 4217 codes for money.
    public var symbol: String
}

/// A word of the calendar.
public enum CalendarWord: Hashable, Sendable {
    /// A month, 1 to 12.
    case month(Int)
    /// A weekday as ISO 8601 counts: Monday is 1.
    case weekday(Int)
    /// Days from the day of the report: yesterday is -1.
    case relativeDay(Int)
    /// A season: spring 1, summer 2, autumn 3, winter 4.
    case season(Int)
    /// A part of the day: morning 1, afternoon 2, evening 3, night 4.
    case dayPart(Int)
}

extension Lexicon {
    /// What a word says of a number, all readings ("third" is an ordinal and a fraction); looked up without regard to case.
    public static func numberWords(_ word: String) -> [NumberWord] {
        (quantities.value(of: word.lowercased()) ?? "").split(separator: ";").compactMap { reading in
            let fields = reading.split(separator: " ")
            guard fields.count == 2, let value = Int(fields[1]) else { return nil }
            switch fields[0] {
            case "cardinal": return .cardinal(value)
            case "multiplier": return .multiplier(value)
            case "ordinal": return .ordinal(value)
            case "vague": return .vague(value)
            case "collective": return .collective(value)
            case "fraction": return .fraction(value)
            case "frequency": return .frequency(value)
            default: return nil
            }
        }
    }

    /// The bounds that words beside a number may set: `over`, `atLeast`, `under`, `atMost`, `about`, `between`; lower case.
    public static func bounds(_ words: String) -> [String] {
        (bounds.value(of: words) ?? "").split(separator: " ").map(String.init)
    }

    /// The unit that a word or abbreviation stands for; looked up without regard to case.
    public static func unit(_ words: String) -> Unit? {
        guard let value = units.value(of: words.lowercased()) else { return nil }
        let fields = value.prefix { $0 != ";" }.split(separator: " ")
        guard fields.count == 2, let kind = Unit.Kind(rawValue: String(fields[0])) else { return nil }
        return Unit(kind: kind, symbol: String(fields[1]))
    }

    /// The word of the calendar, looked up without regard to case; "may", "march", "sun" are found too: their tags decide.
    public static func calendarWord(_ word: String) -> CalendarWord? {
        guard let value = calendar.value(of: word.lowercased()) else { return nil }
        let fields = value.prefix { $0 != ";" }.split(separator: " ")
        guard fields.count == 2, let number = Int(fields[1]) else { return nil }
        switch fields[0] {
        case "month": return .month(number)
        case "weekday": return .weekday(number)
        case "relativeDay": return .relativeDay(number)
        case "season": return .season(number)
        case "dayPart": return .dayPart(number)
        default: return nil
        }
    }
}
