import Foundation
import Testing

@testable import Shell

@Suite struct HistoryTests {
    /// Each test has a suite of its own, and so a folder.
    private let folder = TemporaryFolder("history")

    private func temporaryFile() -> String { folder.path + "/state/history" }

    @Test func statementsOfSeveralLinesComeBackWhole() {
        let path = temporaryFile()
        let history = History(path: path)
        let entries = ["who holds hostages", "find ?a where\n  ?a met ?b", "a \\ b \\n c", ".help"]
        for entry in entries { history.append(entry) }
        #expect(history.load() == entries)
    }

    @Test func twoShellsAtOnceLoseNothing() async {
        let path = temporaryFile()
        await withTaskGroup(of: Void.self) { group in
            for shell in 0..<2 {
                group.addTask { for index in 0..<100 { History(path: path).append("shell \(shell) \(index)") } }
            }
        }
        let entries = History(path: path).load()
        #expect(entries.count == 200)
        for shell in 0..<2 {
            #expect(entries.filter { $0.hasPrefix("shell \(shell)") } == (0..<100).map { "shell \(shell) \($0)" })
        }
    }

    @Test func othersCannotReadIt() throws {
        let path = temporaryFile()
        History(path: path).append("a")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func aHistoryThatCannotBeKeptIsNoError() {
        History(path: "/proc/nowhere/history").append("a")
        #expect(History(path: "/proc/nowhere/history").load().isEmpty)
        #expect(History(path: nil).load().isEmpty)
    }
}

@Suite struct CommandCallTests {
    @Test(
        "Arguments are split at spaces; quotes and backslashes keep them together",
        arguments: [
            (".load a b", "load", ["a", "b"], "a b"),
            (
                "  .LOAD  'my reports/a.txt' \"x y\"  ", "load", ["my reports/a.txt", "x y"],
                "'my reports/a.txt' \"x y\""
            ),
            (".load my\\ reports", "load", ["my reports"], "my\\ reports"),
            (".export ''", "export", [""], "''"),
            (".quit", "quit", [], ""),
            (".", "", [], ""),
        ])
    func splitting(line: String, name: String, arguments: [String], rest: String) {
        let call = CommandCall(line)
        #expect(call.name == name)
        #expect(call.arguments == arguments)
        #expect(call.rest == rest)
    }

    @Test(
        "A mistyped command is met with a suggestion",
        arguments: [
            ("halp", "no command is called \".halp\"\n  did you mean .help?"),
            ("xyzzy", "no command is called \".xyzzy\"\n  .help lists them all"),
            ("", "no command is called \".\"\n  .help lists them all"),
        ])
    func unknownCommand(name: String, message: String) {
        #expect(throws: Failure(message)) { try Command.named(name) }
    }

    @Test func everyCommandIsExplained() {
        for command in Command.table {
            #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."), "\(command.name)")
            #expect(command.example.hasPrefix("." + command.name), "\(command.name)")
        }
        #expect(Set(Command.table.map(\.name)).count == Command.table.count)
    }
}

@Suite struct HighlighterTests {
    @Test func wordsOfBothLanguagesAreColoured() {
        let shown = Highlighter(style: Style(enabled: true))("ask ?who met \"the union\" 40 # and so on")
        #expect(
            shown == "\u{1B}[35mask\u{1B}[0m \u{1B}[36m?who\u{1B}[0m met \u{1B}[33m\"the union\"\u{1B}[0m "
                + "\u{1B}[36m40\u{1B}[0m \u{1B}[2m# and so on\u{1B}[0m")
    }

    @Test(arguments: ["SELECT * { ?s <urn:a> \"b\" }", "?a < 3", "a ' b", "", "\"", "#", "<", "?", "日本 \"👍\""])
    func nothingIsAddedOrLost(text: String) {
        #expect(Highlighter(style: .plain)(text) == text)
        let shown = Highlighter(style: Style(enabled: true))(text)
        #expect(shown.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == text)
    }
}

@Suite struct PathSuggestionTests {
    @Test func theNearestNameOfTheFolderIsOffered() {
        let folder = Repository.file("Tests/Fixtures").path
        #expect(PathSuggestion.hint(for: folder + "/harbuor.nt") == "did you mean \(folder)/harbour.nt?")
        #expect(PathSuggestion.hint(for: folder + "/harbour.nt") == nil)
        #expect(PathSuggestion.hint(for: folder + "/entirely-other") == nil)
        #expect(PathSuggestion.hint(for: "/nowhere/at/all") == nil)
    }
}

@Suite struct SuggestionTests {
    @Test(
        arguments: [("hlep", "help"), ("laod", "load"), ("ex", "export"), ("zzz", nil), ("", nil)]
            as [(String, String?)])
    func nearest(word: String, suggestion: String?) {
        #expect(Suggestion.nearest(to: word, among: ["help", "load", "export", "quit"]) == suggestion)
    }
}

@Suite struct CompletionTests {
    @Test func oneCandidateIsInsertedWithWhatFollowsIt() {
        #expect(Completion(replacing: "he", [.init("help")]).insertion == "help ")
        #expect(Completion(replacing: "se", [.init("seeds", suffix: "/")]).insertion == "seeds/")
    }

    @Test func severalCandidatesGiveWhatTheyHaveInCommon() {
        let completion = Completion(replacing: "ho", [.init("holds hostages"), .init("holds talks")])
        #expect(completion.insertion == "holds ")
        #expect(Completion(replacing: "h", [.init("help"), .init("Hamas")]).insertion == "h")
        #expect(Completion.none.insertion == nil)
    }

    @Test func longListsAreCutAndSaySo() {
        let many = Completion(replacing: "", (0..<100).map { .init("candidate \($0)") })
        let lines = many.listing(columns: 40).split(separator: "\n")
        #expect(lines.count == 21)
        #expect(lines.last == "… and 60 more; type another letter")
        let few = Completion(replacing: "", ["a", "b", "c"].map { .init($0, note: "1") })
        #expect(few.listing(columns: 80) == "a  1   b  1   c  1\n")
    }
}
