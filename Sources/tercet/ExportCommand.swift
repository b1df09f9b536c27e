import ArgumentParser
import Shell

/// `tercet export`: the graphs as N-Triples, N-Quads or Turtle.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the graph as N-Triples, N-Quads or Turtle.")

    @OptionGroup var sources: SourceOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to a file (.nt, .nq, .ttl, also .gz) instead of standard output.", valueName: "file"),
        completion: .file(extensions: ["nt", "nq", "ttl", "gz"]))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "nt, nq or ttl; only nq holds named graphs. Usual: as the file's name says, else nt.", valueName: "format"),
        completion: .list(GraphFormat.allCases.map(\.rawValue)))
    var format: GraphFormat?

    @Flag(help: "Write the bare facts only, without claims, labels and types.")
    var facts = false

    @Flag(help: "Sort the lines of graph files too: the same bytes for the same triples, whatever their order.")
    var sort = false

    @Flag(help: "Print what loading and writing took, as JSON, to standard error.")
    var time = false

    func validate() throws {
        if sources.sources.isEmpty, sources.named.isEmpty {
            throw ValidationError("name what to read: tercet export reports/ -o graph.nt")
        }
        try sources.validateValues()
    }

    func run() throws {
        var options = Program.ExtractionOptions(
            sources: sources.sources, reading: sources.options, output: output, factsOnly: facts,
            format: format)
        options.sorts = sort
        options.measures = time
        throw ExitCode(Program.export(options).rawValue)
    }
}

extension GraphFormat: ExpressibleByArgument {}
