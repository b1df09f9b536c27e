import RDF

/// A date of a query: a year, a month or a day, as written.
struct CalendarDate: Hashable, Sendable {
    /// `2024`, `2024-06` or `2024-06-05`.
    let text: String
    /// `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`.
    let datatype: String

    /// A date that exists in the calendar, or nil.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let year = Int(parts[0])
        else { return nil }
        self.text = text
        switch parts.count {
        case 1: datatype = XSD.gYear
        case 2: datatype = XSD.gYearMonth
        default: datatype = XSD.date
        }
        guard parts.count > 1 else { return }
        guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        guard parts.count > 2 else { return }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard let day = Int(parts[2]), day >= 1, day <= lengths[month - 1] else { return nil }
    }

    /// The date as a typed literal.
    var term: Term { .literal(Literal(text, datatype: datatype)) }

    /// Whether a term is a literal of a date type.
    static func isDate(_ term: Term) -> Bool {
        guard case .literal(let literal) = term else { return false }
        return [XSD.date, XSD.gYear, XSD.gYearMonth].contains(literal.datatype)
    }
}

/// The units that may follow a number, with the form in which a claim's `v:unit` holds them.
enum UnitTable {
    private static let units: [String: String] = [
        "%": "%", "percent": "%", "mm": "mm", "cm": "cm", "m": "m", "km": "km", "mi": "mi", "ft": "ft", "yd": "yd",
        "mg": "mg", "g": "g", "kg": "kg", "t": "t", "lb": "lb", "oz": "oz", "ml": "ml", "l": "l", "ha": "ha",
        "km²": "km²",
        "m²": "m²", "s": "s", "min": "min", "h": "h", "hours": "hours", "days": "days", "weeks": "weeks",
        "months": "months", "years": "years", "miles": "miles", "feet": "feet", "kilometres": "km",
        "kilometers": "km", "metres": "m", "meters": "m", "tons": "tons", "tonnes": "tonnes", "acres": "acres",
        "hectares": "hectares", "dollars": "dollars", "euros": "euros", "pounds": "pounds", "people": "people",
        "barrels": "barrels", "degrees": "degrees", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
    ]

    /// The unit of a word after a number, or nil.
    static func unit(_ word: String) -> String? { units[word] }

    /// Every word that is a unit, in order.
    static var words: [String] { units.keys.sorted() }
}
