import Extraction

/// What the command line asks of the default command.
package struct ShellOptions: Sendable {
    /// What is read first.
    package var sources: [String] = []
    /// How it is read.
    package var reading = ReadingOptions()
    /// What a batch runs, in the order in which it was given.
    package var inputs: [Input] = []
    /// The name of the result format, or nil for the usual one.
    package var format: String?
    /// The file that takes the results, or nil for standard output.
    package var output: String?
    /// `name=value` pairs.
    package var parameters: [String] = []
    /// Seconds that a statement may take, or nil.
    package var timeout: Double?
    /// Megabytes that a statement may take, or nil.
    package var memoryLimit: Int?
    /// Whether to colour.
    package var color = ColorChoice.automatic
    /// Whether the interactive shell reads the user's `config.q`.
    package var readsConfiguration = true
    /// A file of statements and commands that is run before anything else, or nil.
    package var initialization: String?
    /// The address of an endpoint that is asked instead of what is read, or nil.
    package var endpoint: String?
    /// Whether times are shown.
    package var showsTime = false
    /// Whether what loading and queries take is printed for programs (`--time`).
    package var measures = false
    /// How often each query is run when it is measured.
    package var runs = 1
    /// Whether every row is shown, however many.
    package var showsAllRows = false

    /// The options of a bare `tercet`.
    package init() {}

    /// Whether the statements to run come from the command line.
    package var isBatch: Bool { !inputs.isEmpty }

    /// What an option gives a batch to run.
    package enum Input: Hashable, Sendable {
        /// Statements or commands (`-c`).
        case text(String)
        /// A file of statements (`-f`).
        case file(String)
    }
}

/// How sources are read.
package struct ReadingOptions: Sendable {
    /// The publication date of the reports (ISO 8601), or nil where they are to say.
    package var date: String?
    /// The encoding of the reports by its name for iconv, or nil where they are to say.
    package var encoding: String?
    /// Whether a run that was interrupted is gone on with.
    package var resumes = false
    /// A file of relations beside the built-in ones, or nil.
    package var relations: String?
    /// What minted IRIs begin with.
    package var namespace = "urn:tercet:"
    /// How many threads read reports; nil for as many as there are processors.
    package var jobs: Int?
    /// Whether analyses are kept between runs.
    package var usesCache = true
    /// The file of corrections, or nil for `corrections.q` beside the sources.
    package var corrections: String?
    /// Whether a file that cannot be read makes a batch fail.
    package var isStrict = false

    /// What relative IRIs of graphs and SPARQL are resolved against, or nil for each file's own IRI.
    package var base: String?
    /// `IRI=FILE` pairs: named graphs to load.
    package var named: [String] = []
    /// Whether malformed statements of graphs are skipped and counted.
    package var keepsGoing = false

    /// Reads as usual.
    package init() {}

    /// Whether the system knows an encoding by this name.
    package static func isKnown(encoding: String) -> Bool { TextEncoding.isKnown(encoding) }
}
