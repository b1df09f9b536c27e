import Foundation
import RDF
import Testing

@testable import Shell

/// The saved queries of `queries/`, and the conversation that the README shows, over the seed report.
@Suite struct SavedQueryTests {
    static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: Repository.file("queries").path)) ?? [])
        .filter { $0.hasSuffix(".q") }.sorted()

    /// The seed report, read once for all tests.
    private static let archive: Archive = {
        let session = Session.forTests(console: .transcript(columns: 80))
        try? session.load([Repository.file("seeds").path])
        return session.archive
    }()

    private func session() -> Session {
        let session = Session.forTests(console: .transcript(columns: 80))
        session.archive = Self.archive
        return session
    }

    @Test func thereAreAtLeastTen() { #expect(Self.names.count >= 10) }

    @Test(arguments: names)
    func expectationsHold(name: String) {
        let session = session()
        session.runFile(Repository.file("queries/\(name)").path)
        #expect(session.status == .success, "\(session.console.results.text)")
        #expect(session.expectationsMet > 0, "a saved query says what it expects")
    }

    @Test(arguments: names)
    func itSaysWhatItAnswers(name: String) throws {
        let text = try String(contentsOf: Repository.file("queries/\(name)"), encoding: .utf8)
        #expect(text.hasPrefix("# "))
    }

    @Test func theReadmeShowsARealSession() throws {
        let url = Repository.file("README.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let parts = try #require(text.components(separatedBy: "<!-- session: seeds -->\n```\n").dropFirst().first)
        let shown = try #require(parts.components(separatedBy: "```\n").first)
        let session = session()
        var played: [String] = []
        for line in shown.components(separatedBy: "\n") where line.hasPrefix("tercet> ") {
            let before = session.console.results.text.count
            session.run(String(line.dropFirst("tercet> ".count)))
            let answer = session.console.results.text.dropFirst(before)
                .replacing(" · 0.0 ms", with: "").replacing("0.0 ms\n", with: "")
            played.append(line + "\n" + answer)
        }
        let expected = played.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["TERCET_RECORD"] == "1" {
            try text.replacing(shown, with: expected).write(to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(shown == expected)
        }
    }
}
