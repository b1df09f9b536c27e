import ArgumentParser
import Shell

/// `tercet extract`: every claim, one a line.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print every claim read from the sources, one a line.",
        discussion: """
            With - alone, reports come on standard input: one plain text, or a line of JSON each with "text" and perhaps "id", \
            "date" and "title". What each says is written as it comes, each report read on its own.
            """)

    @OptionGroup var sources: SourceOptions

    @Option(help: "tsv, or nt for N-Triples.")
    var format = "tsv"

    @Flag(
        help:
            "Read files with one tokenised sentence a line, and print open tuples: sentence, confidence, relation, arguments."
    )
    var openie = false

    @Flag(help: "With --openie: short triples, one for each argument, rather than one tuple per subject and verb.")
    var minimal = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func validate() throws {
        if sources.sources.isEmpty { throw ValidationError("name what to read: tercet extract reports/") }
        guard Program.StreamFormat(rawValue: format) != nil else {
            throw ValidationError("claims are printed as tsv or nt, not \"\(format)\"")
        }
        if minimal, !openie { throw ValidationError("--minimal goes with --openie") }
        try sources.validateValues()
    }

    func run() throws {
        if openie {
            throw ExitCode(Program.extractOpenly(sources.sources, minimal: minimal, output: output).rawValue)
        }
        let options = Program.ExtractionOptions(
            sources: sources.sources, reading: sources.options, output: output)
        let format = Program.StreamFormat(rawValue: format) ?? .tsv
        if sources.sources == ["-"] { throw ExitCode(Program.extractStream(options, format: format).rawValue) }
        throw ExitCode((format == .nt ? Program.export(options) : Program.extract(options)).rawValue)
    }
}
