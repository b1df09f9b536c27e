import Testing

@testable import Extraction

@Suite("Numbers and dates")
struct NumberAndDateTests {
    @Test(
        "Numbers in words and digits, exactly",
        arguments: [
            ("105", "105"), ("1,200", "1200"), ("4.35 million", "4350000"), ("two hundred and five", "205"),
            ("twenty five", "25"), ("7.40", "7.4"), ("three thousand", "3000"), ("hundred", "100"),
        ])
    func values(words: String, value: String) {
        #expect(NumberWords.value(of: words.split(separator: " ").map(String.init))?.text == value)
    }

    @Test("What is no number", arguments: ["24/7", "1990s", "3rd", "1,20", "", "many", "1.2.3"])
    func noValues(word: String) {
        #expect(NumberWords.value(of: [word]) == nil)
    }

    @Test(
        "Quantities: number, bound, unit and what is counted",
        arguments: [
            (
                "over|RB|2|advmod 40,000|CD|3|nummod deaths:death|NNS|0|root",
                Quantity(value: "40000", bound: .over, unit: "deaths", quantityOf: "deaths")
            ),
            (
                "105|CD|3|nummod Maltese|JJ|3|amod sailors:sailor|NNS|0|root",
                Quantity(value: "105", unit: "sailors", quantityOf: "Maltese sailors")
            ),
            (
                "dozens:dozen|NNS|0|root of|IN|3|case homes:home|NNS|1|nmod",
                Quantity(value: "24", bound: .atLeast, unit: "homes", quantityOf: "homes")
            ),
            (
                "Almost|RB|4|advmod half|PDT|5|det:predet a|DT|4|det million|CD|5|nummod people|NNS|0|root",
                Quantity(value: "500000", bound: .under, unit: "people", quantityOf: "people")
            ),
            (
                "half|PDT|4|det:predet a|DT|3|det dozen|CD|4|nummod sailors:sailor|NNS|0|root",
                Quantity(value: "6", unit: "sailors", quantityOf: "sailors")
            ),
            (
                "two|CD|6|nummod and|CC|6|cc a|DT|4|det half|NN|5|compound million|CD|6|nummod homes:home|NNS|0|root",
                Quantity(value: "2500000", unit: "homes", quantityOf: "homes")
            ),
            (
                "a|DT|2|det quarter|NN|0|root of|IN|6|case a|DT|5|det million|CD|6|nummod homes:home|NNS|2|nmod",
                Quantity(value: "250000", unit: "homes", quantityOf: "homes")
            ),
            (
                "$|$|0|root 4.35|CD|1|nummod million|CD|2|compound",
                Quantity(value: "4350000", unit: "USD")
            ),
        ])
    func quantities(notation: String, expected: Quantity) {
        let tree = DependencyTree(tree(notation))
        let root = tree.heads.firstIndex(of: -1) ?? 0
        #expect(QuantityReader(tree).quantity(at: root) == expected)
    }

    @Test(
        "Dates resolve against the report's date, a Tuesday",
        arguments: [
            ("Monday|NNP|0|root", "2024-08-19"), ("Thursday|NNP|0|root", "2024-08-15"),
            ("yesterday|NN|0|root", "2024-08-19"),
            ("last|JJ|2|amod month|NN|0|root", "2024-07"), ("last|JJ|2|amod year|NN|0|root", "2023"),
            ("June|NNP|2|compound 5|CD|0|root", "2024-06-05"), ("December|NNP|2|compound 5|CD|0|root", "2023-12-05"),
            ("5|CD|0|root June|NNP|1|nmod:unmarked 2019|CD|1|nmod:unmarked", "2019-06-05"), ("2019|CD|0|root", "2019"),
            ("yesterday|NN|2|nmod:unmarked morning|NN|0|root", "2024-08-19"),
            ("three|CD|2|nummod years:year|NNS|0|root ago|RB|2|advmod", "2021"),
        ])
    func dates(notation: String, expected: String) {
        let tree = DependencyTree(tree(notation))
        let root = tree.heads.firstIndex(of: -1) ?? 0
        let reader = DateReader(tree, publication: CalendarDate(iso: "2024-08-20"))
        #expect(reader.time(at: root, isFuture: false) == DateReader.Time(text: expected, isResolved: true))
    }

    @Test(
        "A month that begins a person's name is no time",
        arguments: [
            "Police|NNS|2|nsubj arrested:arrest|VBD|0|root Jan|NNP|2|obj Novak|NNP|3|flat",
            "Police|NNS|2|nsubj arrested:arrest|VBD|0|root April|NNP|2|obj Jones|NNP|3|flat",
        ])
    func monthsOfNames(notation: String) {
        #expect(!DateReader(DependencyTree(tree(notation)), publication: nil).isTime(2))
        #expect(claims(notation).first?.hasPrefix("Police arrested") ?? false)
    }

    @Test("Without the report's date a weekday stays a word")
    func unresolved() {
        let tree = DependencyTree(tree("Monday|NNP|0|root"))
        let time = DateReader(tree, publication: nil).time(at: 0, isFuture: false)
        #expect(time == DateReader.Time(text: "Monday", isResolved: false))
    }

    @Test("Days count both ways", arguments: ["1970-01-01", "2000-02-29", "2024-12-31", "1600-03-01"])
    func calendar(iso: String) {
        let date = CalendarDate(iso: iso)
        #expect(date?.iso == iso)
        #expect(date.map { CalendarDate(days: $0.days + 1).days - 1 } == date?.days)
    }

    @Test("What is no day", arguments: ["2023-02-29", "2024-13-01", "2024-1-1", "yesterday", "2024-00-10"])
    func noDays(iso: String) {
        #expect(CalendarDate(iso: iso) == nil)
    }
}
