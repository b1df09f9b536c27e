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

    /// Pages that show conversations: each block is played over the sources that its comment names.
    static let pages = ["README.md", "docs/shell.md"]

    @Test(arguments: pages)
    func pagesShowRealSessions(page: String) throws {
        let url = Repository.file(page)
        let text = try String(contentsOf: url, encoding: .utf8)
        let opening = "<!-- session: "
        var parts = text.components(separatedBy: opening)
        #expect(parts.count > 1)
        for index in parts.indices.dropFirst() {
            let source = String(parts[index].prefix { $0 != " " })
            let block = parts[index].components(separatedBy: "```\n")
            let shown = try #require(block.count > 2 ? block[1] : nil)
            let expected = try played(shown, over: source)
            if ProcessInfo.processInfo.environment["TERCET_RECORD"] == "1" {
                parts[index] = parts[index].replacing(shown, with: expected)
            } else {
                #expect(shown == expected)
            }
        }
        if ProcessInfo.processInfo.environment["TERCET_RECORD"] == "1" {
            try parts.joined(separator: opening).write(to: url, atomically: true, encoding: .utf8)
        }
    }

    private func played(_ shown: String, over source: String) throws -> String {
        let session = session()
        if source != "seeds" {
            session.archive = Archive(pipeline: .standard)
            try session.load([Repository.file(source).path])
        }
        var played: [String] = []
        for line in shown.components(separatedBy: "\n") where line.hasPrefix("tercet> ") {
            let before = session.console.results.text.count
            session.run(String(line.dropFirst("tercet> ".count)))
            let answer = session.console.results.text.dropFirst(before)
                .replacing(" · 0.0 ms", with: "").replacing("0.0 ms\n", with: "")
            played.append(line + "\n" + answer)
        }
        return played.joined(separator: "\n")
    }

    @Test func everyPictureIsThere() throws {
        let text = try String(contentsOf: Repository.file("docs/shell.md"), encoding: .utf8)
        let pictures = text.components(separatedBy: "](captures/").dropFirst().map { $0.prefix { $0 != ")" } }
        #expect(pictures.count > 8)
        for picture in pictures {
            let path = Repository.file("docs/captures/\(picture)").path
            #expect(FileManager.default.fileExists(atPath: path), "make captures draws it")
        }
    }
}
