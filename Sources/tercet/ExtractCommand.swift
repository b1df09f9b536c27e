import ArgumentParser
import Shell

/// `tercet extract`: every claim, one a line.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print every claim read from the sources, one a line.")

    @OptionGroup var sources: SourceOptions

    @Option(help: "tsv.")
    var format = "tsv"

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?
}
