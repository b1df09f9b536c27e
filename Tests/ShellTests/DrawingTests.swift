import Foundation
import FoundationXML
import Testing

@testable import Shell

@Suite struct TimelineTests {
    private func figure(
        _ date: String?, _ value: Double, _ bound: Figure.Bound, upper: Double? = nil, _ who: String
    ) -> Figure {
        Figure(
            date: date, value: value, upper: upper, text: ValueScale.figure(value), bound: bound, speaker: who,
            source: "\(who).txt")
    }

    private var table: FigureTable {
        FigureTable([
            figure("2024-06-06", 37, .exactly, "police"), figure("2024-06-05", 40, .over, "agency"),
            figure("2024-06-05", 12, .atLeast, "mayor"), figure("2024-06-05", 12, .atLeast, "mayor"),
            figure("2024-06-07", 30, .between, upper: 36, "union"), figure(nil, 3, .exactly, "nobody"),
        ])
    }

    @Test func figuresStandInTheOrderOfTheirDaysAndOnce() {
        #expect(table.figures.map(\.speaker) == ["mayor", "agency", "police", "union", "nobody"])
    }

    @Test func competingFiguresStandSideBySideUnderBarsThatBoundThem() {
        #expect(
            TimelineChart(table: table, columns: 70, style: .plain).text() == """
                 50 ┤      ↑
                    │      │
                 40 ┤      ■
                    │                   ◆             ┬
                    │                                 │
                 30 ┤                                 ▲
                    │
                 20 ┤    ↑
                    │    │
                    │    ●
                 10 ┤
                    │
                  0 ┤
                    └───────────────────────────────────────
                     2024-06-05    2024-06-06    2024-06-07
                     ● mayor   ■ agency   ◆ police   ▲ union   ○ nobody
                     │↑ at least, over   ┬┴ about, or a range

                """)
    }

    @Test(
        arguments: [
            ([12.0, 40, 37], [0.0, 10, 20, 30, 40]), ([40_000], [0, 10_000, 20_000, 30_000, 40_000]),
            ([-5, 20], [-5, 0, 5, 10, 15, 20]),
            ([0], [0, 0.2, 0.4, 0.6, 0.8, 1]), ([0.1, 0.3], [0, 0.1, 0.2, 0.3]),
        ])
    func marksStandAtRoundValues(values: [Double], marks: [Double]) {
        #expect(ValueScale(values).ticks.map { ($0 * 1000).rounded() / 1000 } == marks)
    }

    @Test(
        arguments: [
            ("1970-01-01", 0), ("2024-06-05", 19_879), ("2024-06", 19_875), ("2024", 19_723), ("Tuesday", nil),
            ("2024-13-01", nil), ("", nil),
        ] as [(String, Int?)])
    func daysOfDates(date: String, day: Int?) { #expect(DayNumber.of(date) == day) }

    @Test func aPictureSaysWhoGaveAFigure() {
        let svg = TimelineSVG(table: table, title: "deaths <in> \"the city\"").text()
        #expect(svg.contains("<title>2024-06-05: at least 12, mayor, mayor.txt</title>"))
        #expect(svg.contains("deaths &lt;in&gt; &quot;the city&quot;"))
        #expect(svg.contains("no day: 3, nobody, nobody.txt</desc>"))
        // A figure each, but for the one without a day; sources differ in shape and not only in colour.
        #expect(svg.components(separatedBy: "<g>").count == 5)
        #expect(svg.contains("<circle") && svg.contains("<rect x") && svg.contains("l6 6l-6 6l-6 -6z"))
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }
}

@Suite struct BarChartTests {
    private let chart = BarChart(bars: [
        .init(label: "the mayor of the town", value: 12, words: "at least 12", bound: .atLeast),
        .init(label: "police", value: 37, words: "37"),
        .init(label: "Übung", value: 20, upper: 30, words: "20 to 30", bound: .between),
        .init(label: "agency", value: 40, words: "about 40", bound: .about),
    ])

    @Test func barsHaveEighthsOfACellAndTheirBounds() {
        #expect(
            chart.text(columns: 72, style: .plain) == """
                the mayor of the town │██████████▎╌→ at least 12
                police                │███████████████████████████████▌ 37
                Übung                 │█████████████████░░░░░░░░░ 20 to 30
                agency                │██████████████████████████████████╌ about 40
                                      └──────────────────────────────────
                                       0      10       20      30      40

                """)
    }

    @Test func numbersBelowZeroGoTheOtherWay() {
        let chart = BarChart(bars: [
            .init(label: "a", value: -10, words: "-10"), .init(label: "b", value: 10, words: "10"),
        ])
        let lines = chart.text(columns: 40, style: .plain).split(separator: "\n")
        #expect(lines[0].hasPrefix("a │█"))
        #expect(lines[1].hasPrefix("b │ "))
    }

    @Test func aPictureIsWellFormed() {
        #expect(XMLParser(data: Data(chart.svg(title: "a & b").utf8)).parse())
    }
}

@Suite struct ReportPageTests {
    @Test func thePageHoldsTheWholeReportAndItsFacts() throws {
        let session = Session.forTests(console: .transcript(columns: 80))
        try session.load([Repository.file("seeds").path])
        let path = NSTemporaryDirectory() + "tercet-\(UUID().uuidString).html"
        defer { try? FileManager.default.removeItem(atPath: path) }
        session.run(".report -o \(path)")
        let html = try String(contentsOfFile: path, encoding: .utf8)
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        #expect(html.contains("<mark>Hamas</mark>"))
        #expect(html.contains(">Hamas · holds hostages · 105</a>"))
        // Every link of the list leads to a sentence of the text, and nothing is fetched from elsewhere.
        let links = html.components(separatedBy: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(!links.isEmpty)
        for link in links { #expect(html.contains("id=\"\(link)\"")) }
        #expect(!html.contains("src=") && !html.contains("http"))
    }
}

@Suite struct ProgressTests {
    @Test func theLineTellsShareSpeedAndTimeLeft() {
        let line = Progress.line(
            what: "reports", done: 780, total: 1000, units: 12_000, seconds: 30, isStalled: false, columns: 100)
        #expect(line == "reading 1,000 reports  ██████████████████▋       78%  400 sentences/s  0:09 left")
        let stalled = Progress.line(
            what: "reports", done: 780, total: 1000, units: 12_000, seconds: 30, isStalled: true, columns: 30)
        #expect(stalled == "reading 1,000 reports    78% ")
    }

    @Test(arguments: [(0.0002, "0.2 ms"), (0.084, "84 ms"), (1.25, "1.3 s"), (125, "2:05 min")])
    func durations(seconds: Double, text: String) { #expect(Numbers.duration(seconds) == text) }
}

@Suite struct OpenPartTests {
    @Test(
        arguments: [
            ("find ?who where", "where"), ("who met ?x,", ","), ("who met ?x and", "and"), ("who (met", "("),
            ("find ?x", "find"), ("who holds hostages", nil), ("who met ?x;", nil), ("", nil),
            ("find ?who where\n", nil),
            (".load", nil), ("select * {", "{"), ("select * { ?s ?p ?o }", nil),
        ] as [(String, String?)])
    func openPart(text: String, open: String?) { #expect(OpenPart.of(text) == open) }
}
