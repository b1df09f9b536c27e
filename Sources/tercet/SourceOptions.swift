import ArgumentParser
import RDF
import Shell

/// What is read, and how.
struct SourceOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Reports (.txt, .md, .html), folders of them, graphs (.nt, .nq, .ttl, .trig, .rdf, also .gz; .tercet), or - for a report on standard input.",
            valueName: "sources"),
        completion: .file(extensions: ["txt", "md", "html", "nt", "nq", "ttl", "trig", "rdf", "gz", "tercet"]))
    var sources: [String] = []

    @Option(help: ArgumentHelp("The publication date of the reports, whatever they say.", valueName: "YYYY-MM-DD"))
    var date: String?

    @Option(
        help: ArgumentHelp(
            "The encoding of the reports, as iconv calls it; usual: UTF-8, and Windows-1252 where it is plainly that.",
            valueName: "name"))
    var encoding: String?

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

    @Option(
        help: ArgumentHelp("A file of corrections; usual: corrections.q beside the reports.", valueName: "file.q"),
        completion: .file(extensions: ["q"]))
    var corrections: String?

    @Flag(help: "Go on where Ctrl-C ended a run: what was read by then is not read again.")
    var resume = false

    @Flag(help: "Exit with 1 when a file in a folder cannot be read; usual: it is named and passed over.")
    var strict = false

    @Flag(help: "Read every report anew, and keep nothing under $XDG_CACHE_HOME/tercet.")
    var noCache = false

    @Option(
        help: ArgumentHelp(
            "Load a file of triples as a named graph of SPARQL; repeatable.", valueName: "IRI=file"),
        completion: .file(extensions: ["nt", "ttl", "rdf", "gz"]))
    var named: [String] = []

    @Option(
        help: ArgumentHelp(
            "What relative IRIs in graphs and SPARQL mean. Usual: each file's own IRI.", valueName: "IRI"))
    var base: String?

    @Flag(help: "Skip what is malformed in a graph, and count it.")
    var keepGoing = false

    /// The same as the program takes it.
    var options: ReadingOptions {
        var options = ReadingOptions()
        options.date = date
        options.relations = relations
        options.encoding = encoding
        options.resumes = resume
        options.namespace = namespace
        options.jobs = jobs
        options.usesCache = !noCache
        options.corrections = corrections
        options.isStrict = strict
        options.named = named
        options.base = base
        options.keepsGoing = keepGoing
        return options
    }

    /// - Throws: `ValidationError` for a value that cannot be meant.
    func validateValues() throws {
        if resume, noCache { throw ValidationError("--resume goes on from what is kept, and --no-cache keeps nothing") }
        if let encoding, !ReadingOptions.isKnown(encoding: encoding) {
            throw ValidationError("no encoding is called \"\(encoding)\"; iconv -l lists them")
        }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
        for pair in named where !pair.contains("=") || pair.hasPrefix("=") {
            throw ValidationError("--named takes IRI=FILE, not \"\(pair)\"")
        }
        if let base, !IRIReference.isAbsolute(base) {
            throw ValidationError("--base takes an IRI with a scheme such as https://example.org/, not \"\(base)\"")
        }
        if namespace.isEmpty || !namespace.contains(":") || namespace.contains(where: { " <>\"{}|\\^`".contains($0) }) {
            throw ValidationError(
                "--namespace takes an IRI such as urn:example: or https://example.org/, not \"\(namespace)\"")
        }
    }
}
