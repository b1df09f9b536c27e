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

    func validate() throws {
        if sources.sources.isEmpty { throw ValidationError("name what to read: tercet extract reports/") }
        guard format == "tsv" else { throw ValidationError("claims are printed as tsv, not \"\(format)\"") }
        try sources.validateValues()
    }

    func run() throws {
        let options = Program.ExtractionOptions(
            sources: sources.sources, reading: sources.options, output: output)
        throw ExitCode(Program.extract(options).rawValue)
    }
}
