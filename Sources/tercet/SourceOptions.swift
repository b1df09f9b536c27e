import ArgumentParser
import Shell

/// What is read, and how.
struct SourceOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Reports (.txt, .md), folders of them, graphs (.nt, .nt.gz), or - for a report on standard input.",
            valueName: "sources"),
        completion: .file(extensions: ["txt", "md", "nt", "gz"]))
    var sources: [String] = []

    @Option(help: ArgumentHelp("The publication date of the reports, whatever they say.", valueName: "YYYY-MM-DD"))
    var date: String?

    @Option(
        help: ArgumentHelp("A file of relations beside the built-in ones.", valueName: "file.tsv"),
        completion: .file(extensions: ["tsv"]))
    var relations: String?

    @Option(help: ArgumentHelp("What the graph's own IRIs begin with.", valueName: "IRI"))
    var namespace = "urn:tercet:"

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("How many reports are read at once; usual: the number of processors.", valueName: "N"))
    var jobs: Int?

    @Flag(help: "Read every report anew, and keep nothing under $XDG_CACHE_HOME/tercet.")
    var noCache = false

    /// The same as the program takes it.
    var options: ReadingOptions {
        var options = ReadingOptions()
        options.date = date
        options.relations = relations
        options.namespace = namespace
        options.jobs = jobs
        options.usesCache = !noCache
        return options
    }

    /// - Throws: `ValidationError` for a value that cannot be meant.
    func validateValues() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
        if namespace.isEmpty || !namespace.contains(":") || namespace.contains(where: { " <>\"{}|\\^`".contains($0) }) {
            throw ValidationError(
                "--namespace takes an IRI such as urn:example: or https://example.org/, not \"\(namespace)\"")
        }
    }
}
