import Foundation
import RDF
import Testing

@testable import Shell

/// Conversations as they look on a screen of 80 columns, without colours and with a clock that stands still.
///
/// A transcript's first line names its sources; a line that begins with the prompt is typed, the rest is what comes.
/// `TERCET_RECORD=1 swift test --filter Transcript` writes them anew: read the difference before it is committed.
@Suite struct TranscriptTests {
    static let names = transcriptNames()

    @Test(arguments: names)
    func transcript(name: String) throws {
        let url = Repository.file("Tests/ShellTests/Transcripts/\(name)")
        let recorded = try String(contentsOf: url, encoding: .utf8)
        let played = try play(recorded)
        if ProcessInfo.processInfo.environment["TERCET_RECORD"] == "1" {
            try played.write(to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(played == recorded, "run TERCET_RECORD=1 swift test --filter Transcript, and look at git diff")
        }
    }

    private func play(_ recorded: String) throws -> String {
        let lines = recorded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let header = lines.first ?? ""
        let session = Session.forTests(console: .transcript(columns: 80))
        var text = header + "\n"
        let sources = header.dropFirst("# ".count).split(separator: " ").map { Repository.file(String($0)).path }
        try session.load(sources)
        let prompt = "tercet> "
        var index = 1
        while index < lines.count {
            defer { index += 1 }
            if lines[index].hasPrefix("# ") { text += lines[index] + "\n" }
            guard lines[index].hasPrefix(prompt) else { continue }
            var statement = String(lines[index].dropFirst(prompt.count))
            text += "\n" + lines[index] + "\n"
            while let open = session.openPart(of: statement), index + 1 < lines.count {
                index += 1
                text += lines[index] + "\n"
                statement += "\n" + (lines[index].components(separatedBy: "\(open)…> ").last ?? "")
            }
            let before = session.console.results.text.count
            session.run(Session.bareCommand(statement) ?? statement)
            text += session.console.results.text.dropFirst(before)
        }
        return text
    }

    private static func transcriptNames() -> [String] {
        let folder = Repository.file("Tests/ShellTests/Transcripts").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".txt") }
            .sorted()
    }
}

/// Where the repository stands.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file or folder of it.
    static func file(_ path: String) -> URL { root.appendingPathComponent(path) }
}

extension Session {
    /// A session with a clock that stands still.
    static func forTests(console: Console) -> Session {
        let session = Session(console: console, pipeline: .standard)
        session.clock = { 0 }
        return session
    }
}
