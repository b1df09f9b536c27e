import Testing

@testable import RDF

@Suite("Days are counted from 1970-01-01")
struct GregorianCalendarTests {
    @Test(
        "A day and its count",
        arguments: [
            ((1970, 1, 1), 0), ((1969, 12, 31), -1), ((2000, 2, 29), 11_016), ((2000, 3, 1), 11_017),
            ((1600, 2, 29), -135_081), ((0, 3, 1), -719_468), ((-1, 12, 31), -719_529), ((9999, 12, 31), 2_932_896),
        ])
    func countsDays(date: (year: Int, month: Int, day: Int), days: Int) {
        #expect(GregorianCalendar.daysSinceEpoch(date.year, date.month, date.day) == days)
        #expect(GregorianCalendar.civil(daysSinceEpoch: days) == date)
    }

    @Test("February has 29 days in a leap year", arguments: [(2023, 28), (2024, 29), (1900, 28), (2000, 29)])
    func knowsLeapYears(year: Int, length: Int) { #expect(GregorianCalendar.days(2, of: year) == length) }
}
