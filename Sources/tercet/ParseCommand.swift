import ArgumentParser
import Shell

/// `tercet parse`: sentences and trees as CoNLL-U.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Print sentences, tags, lemmas and dependency trees as CoNLL-U.")

    @Argument(
        help: ArgumentHelp("Texts, folders of them, or - for standard input.", valueName: "files"), completion: .file())
    var files: [String] = []

    @Flag(help: "The files are CoNLL-U: keep their tokens, and tag and parse them anew.")
    var pretokenized = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func validate() throws {
        if files.isEmpty { throw ValidationError("name what to parse: tercet parse report.txt") }
    }

    func run() throws {
        throw ExitCode(Program.parse(files, pretokenized: pretokenized, output: output).rawValue)
    }
}
