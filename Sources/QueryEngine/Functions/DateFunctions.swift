/// YEAR … TZ.
///
/// Source: SPARQL 1.1 Query Language, section 17.4.5. Dates are taken as well as dateTimes, as in other engines.
enum DateFunctions {
    static func apply(_ function: BuiltinFunction, _ value: Temporal) -> Value? {
        let hasDate = value.kind.isDateTime || value.kind == .date
        let hasTime = value.kind.isDateTime || value.kind == .time
        switch function {
        case .year: return hasDate || value.kind == .gYear || value.kind == .gYearMonth ? integer(value.year) : nil
        case .month:
            let has = hasDate || value.kind == .gYearMonth || value.kind == .gMonth || value.kind == .gMonthDay
            return has ? integer(value.month) : nil
        case .day: return hasDate || value.kind == .gDay || value.kind == .gMonthDay ? integer(value.day) : nil
        case .hours: return hasTime ? integer(value.hour) : nil
        case .minutes: return hasTime ? integer(value.minute) : nil
        case .seconds: return hasTime ? .number(.decimal(value.second)) : nil
        case .timezone: return value.timeZone.map { .duration(Duration(timeZoneMinutes: $0)) }
        case .tz:
            guard value.timeZone != nil else { return .string("") }
            return .string(value.lexicalForm.hasSuffix("Z") ? "Z" : String(value.lexicalForm.suffix(6)))
        default: return nil
        }
    }

    private static func integer(_ value: Int) -> Value { .number(.integer(Int128(value))) }
}
