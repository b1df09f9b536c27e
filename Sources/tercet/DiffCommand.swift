import ArgumentParser
import Shell

/// `tercet diff`: what changed between two sources.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show the facts that came, went and changed between two sources.",
        discussion: "Exit status: 0 the same, 1 different, 2 trouble.")

    @OptionGroup var sources: SourceOptions

    @Option(help: "table or json.")
    var format = "table"

    @Option(
        help: ArgumentHelp("Write the facts that came as N-Triples.", valueName: "file.nt"),
        completion: .file(extensions: ["nt", "gz"]))
    var added: String?

    @Option(
        help: ArgumentHelp("Write the facts that went as N-Triples.", valueName: "file.nt"),
        completion: .file(extensions: ["nt", "gz"]))
    var gone: String?

    @Flag(help: "Compare all triples, claims and labels among them, and not the facts alone.")
    var all = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func validate() throws {
        guard sources.sources.count == 2 else {
            throw ValidationError("name two sources: tercet diff monday.nt tuesday.nt")
        }
        guard ["table", "json"].contains(format) else {
            throw ValidationError("a difference is printed as table or json, not \"\(format)\"")
        }
        try sources.validateValues()
    }

    func run() throws {
        var options = Program.DifferenceOptions()
        options.reading = sources.options
        options.sources = sources.sources
        options.isJSON = format == "json"
        options.comparesAll = all
        options.added = added
        options.gone = gone
        options.output = output
        throw ExitCode(Program.compare(options).rawValue)
    }
}
