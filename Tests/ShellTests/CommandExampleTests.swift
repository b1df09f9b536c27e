import Foundation
import Testing

@testable import Shell

/// What help shows can be typed as it stands.
@Suite struct CommandExampleTests {
    /// Those whose examples name files that a reader has, or would write.
    private static let needingFiles = [
        "load", "retract", "correct", "diff", "save", "export", "read", "output", "report",
    ]

    private func session(_ source: String) throws -> Session {
        let session = Session.forTests(console: .transcript(columns: 100))
        try session.load([Repository.file(source).path])
        return session
    }

    @Test(arguments: ["Tests/Fixtures/harbour.nt", "Tests/Fixtures/flood.nt", "seeds"])
    func everyExampleRuns(source: String) throws {
        let session = try session(source)
        for command in Command.table where !Self.needingFiles.contains(command.name) && command.name != "quit" {
            // Where an example looks back at an answer, there has to be one.
            session.run("?who ?does ?what limit 3")
            session.forgetStatus()
            let example = session.examples.fill(command.example)
            session.run(example)
            #expect(session.status == .success, "\(example): \(session.console.results.text.suffix(200))")
        }
    }

    @Test(arguments: Command.table.map(\.name))
    func everyCommandIsExplainedWithAnExample(name: String) throws {
        let session = try session("Tests/Fixtures/harbour.nt")
        session.run(".help \(name)")
        let text = session.console.results.text
        #expect(text.hasPrefix(".\(name)"))
        #expect(text.contains("\n  Example: ."))
    }

    /// The first query to try names people or bodies, in several rows.
    @Test(arguments: [("Tests/Fixtures/harbour.nt", "met"), ("Tests/Fixtures/flood.nt", "met")])
    func theFirstQueryReadsWell(source: String, relation: String) throws {
        #expect(TellingFacts(try session(source).names).relation == relation)
    }

    @Test func helpFitsANarrowScreen() throws {
        let session = Session.forTests(console: .transcript(columns: 60))
        for name in Command.table.map(\.name) { session.run(".help \(name)") }
        session.run(".timeline ?n of ?who holds ?n")
        let examples = session.console.results.text.split(separator: "\n").filter { $0.hasPrefix("  Example") }
        for line in session.console.results.text.split(separator: "\n") where !examples.contains(line) {
            #expect(line.count <= 60 || line.hasPrefix("."), "\(line)")
        }
    }
}
