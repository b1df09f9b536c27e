import Foundation
import Testing

@testable import Shell

/// What Tab offers over the harbour's graph.
@Suite struct CompletionEngineTests {
    private func complete(_ text: String) throws -> Completion {
        let session = Session.forTests(console: .transcript(columns: 80))
        try session.load([Repository.file("Tests/Fixtures/harbour.nt").path])
        return session.completion(before: text)
    }

    @Test(
        "Names, relations, objects, classes, variables and commands, each at its place",
        arguments: [
            ("Lar", ["Lars Lind"]),
            ("lar", ["Lars Lind"]),
            ("\"harb", ["\"harbour plan"]),
            ("Lars Lind ", ["met", "said", "is a"]),
            ("Lars Lind m", ["met", "maybe"]),
            ("who ha", ["has role"]),
            ("who has", ["has role"]),
            ("who has r", ["has role"]),
            ("Lars Lind met ", ["Ada Okoro"]),
            ("Lars Lind met A", ["Ada Okoro"]),
            ("ask Lars Lind met A", ["Ada Okoro"]),
            ("who met Lars Lind and me", ["met"]),
            ("?x is a per", ["person"]),
            ("?person is a person, ?pe", ["?person"]),
            ("fin", ["find"]),
            ("who met 'A", []),
            ("who met ?x; Ada", ["Ada Okoro"]),
            ("find ?a where\n?a me", ["met"]),
            (".lo", [".load"]),
            (".help lo", ["load"]),
            (".format js", ["json"]),
            (".timer o", ["on", "off"]),
            (".show Ad", ["Ada Okoro"]),
            (".nonsense x", []),
            ("\"plan", ["\"harbour plan"]),
            (".timeline ?n of ?who ho", ["holds"]),
            (".plot ?n of \"harb", ["\"harbour plan"]),
        ])
    func candidates(text: String, expected: [String]) throws {
        #expect(try complete(text).candidates.map(\.text) == expected)
    }

    @Test func countsStandBesideRelations() throws {
        #expect(try complete("Lars Lind ").candidates.map(\.note) == ["1", "1", ""])
    }

    @Test func whatIsReplacedIsWhatWasTyped() throws {
        #expect(try complete("who met ?x; Ada").replaced == "Ada")
        #expect(try complete("who has r").replaced == "has r")
        #expect(try complete("\"harb").insertion == "\"harbour plan\" ")
    }

    @Test func pathsWithSpacesAreEscaped() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tercet \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: folder.appendingPathComponent("a report.txt"))
        defer { try? FileManager.default.removeItem(at: folder) }
        let typed = folder.path.replacingOccurrences(of: " ", with: "\\ ") + "/a"
        #expect(try complete(".load \(typed)").insertion == "\(typed)\\ report.txt ")
    }
}
