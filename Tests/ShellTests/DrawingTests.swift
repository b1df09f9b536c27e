import Foundation
import Testing

@testable import Shell

@Suite struct TimelineTests {
    private func point(_ date: String?, _ value: Double, _ bound: String = "", _ who: String) -> Timeline.Point {
        Timeline.Point(
            date: date, value: value, text: Timeline.figure(value), bound: bound, speaker: who, source: "\(who).txt")
    }

    private var timeline: Timeline {
        Timeline([
            point("2024-06-06", 37, "", "police"), point("2024-06-05", 40, "over", "agency"),
            point("2024-06-05", 12, "atLeast", "mayor"), point("2024-06-05", 12, "atLeast", "mayor"),
            point(nil, 3, "", "nobody"),
        ])
    }

    @Test func figuresStandInTheOrderOfTheirDaysAndOnce() {
        #expect(timeline.points.map(\.speaker) == ["mayor", "agency", "police", "nobody"])
    }

    @Test func aChartHasALineAFigure() {
        #expect(
            timeline.chart(columns: 60, style: .plain) == """
                 40 ┤     ▲
                 37 ┤                ●
                 12 ┤     ▲
                    └──────────────────────
                     2024-06-05 2024-06-06

                """)
    }

    @Test func aPictureSaysWhoGaveAFigure() {
        let svg = timeline.svg(title: "deaths <in> \"the city\"")
        #expect(svg.contains("<title>at least 12, mayor, mayor.txt</title>"))
        #expect(svg.contains("deaths &lt;in&gt; &quot;the city&quot;"))
        #expect(svg.components(separatedBy: "<circle").count == 4)
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
