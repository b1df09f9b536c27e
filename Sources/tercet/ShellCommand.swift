import ArgumentParser
import Shell
import Synchronization

/// The default command: reads the sources, then answers queries or opens the shell.
struct ShellCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shell",
        abstract: "Ask your news archive who did what to whom, who says so, how sure, and where it stands.",
        usage: "tercet [<options>] [<sources> ...]",
        discussion: """
            Reads the sources, then answers the queries of -c and -f, or of standard input where it is no terminal; else it \
            opens a shell.

              tercet reports/                            the shell
              tercet reports/ -c 'who met ?whom'         one answer
              tercet reports/ -f query.q --format csv    a saved query
              tercet data.ttl -f query.rq --format json  SPARQL over any RDF

            OTHER COMMANDS (tercet COMMAND --help tells more):
              extract                 Print every claim read from the sources, one a line.
              export                  Write the graph as N-Triples, N-Quads or Turtle.
              check                   Look for mistakes in queries and data, and print them all.
              diff                    Show the facts that came, went and changed between two sources.
              parse                   Print sentences, tags, lemmas and dependency trees as CoNLL-U.
            """,
        version: "tercet \(Version.number)",
        shouldDisplay: false)

    @Option(
        name: .customShort("c"),
        help: ArgumentHelp("Run a query or a command, and leave; repeatable.", valueName: "query"),
        transform: PlacedArgument.init)
    var queries: [PlacedArgument] = []

    @Option(
        name: .customShort("f"),
        help: ArgumentHelp(
            "Run the statements of a file (.q) or a file of SPARQL (.rq, .ru), and leave; repeatable. -c and -f run in the order given.",
            valueName: "file"),
        completion: .file(extensions: ["q", "rq", "ru"]), transform: PlacedArgument.init)
    var files: [PlacedArgument] = []

    @Option(
        help: ArgumentHelp(
            "How results are printed: \(FormatName.enumeration). Usual: table at a terminal, else tsv.",
            valueName: "format"), completion: .list(FormatName.names))
    var format: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write results to a file instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("Give a query's $parameter a value; repeatable.", valueName: "name=value"))
    var param: [String] = []

    @Option(help: ArgumentHelp("Stop a statement after so many seconds (exit status 3).", valueName: "seconds"))
    var timeout: Double?

    @Option(
        help: ArgumentHelp("Stop a statement whose tables outgrow so many megabytes (exit status 3).", valueName: "MB"))
    var memoryLimit: Int?

    @Option(
        help: ArgumentHelp(
            "Ask a SPARQL 1.1 endpoint instead of what is read; only its names are fetched at the start.",
            valueName: "URL"))
    var endpoint: String?

    @Option(help: "Colours. NO_COLOR and TERM=dumb mean never.")
    var color: ColorChoice = .automatic

    @Flag(help: "Show every row of a table, however many.")
    var all = false

    @Flag(help: "Show how long each statement took.")
    var timer = false

    @Flag(help: "Print what loading and each query took, as JSON, a line each, to standard error.")
    var time = false

    @Option(help: ArgumentHelp("With --time: run each query so often.", valueName: "count"))
    var runs = 1

    @Flag(help: "Do not read config.q when the shell opens.")
    var noInit = false

    @Option(
        name: .customLong("init"),
        help: ArgumentHelp("Run a file of statements and commands first, also in a batch.", valueName: "file"),
        completion: .file(extensions: ["q"]))
    var initialization: String?

    @OptionGroup var reading: SourceOptions

    func validate() throws {
        if let endpoint, Endpoint(url: endpoint) == nil {
            throw ValidationError("--endpoint takes an address that begins in http:// or https://, not \"\(endpoint)\"")
        }
        if endpoint != nil, !reading.sources.isEmpty {
            throw ValidationError("--endpoint is asked instead of sources; leave one of the two out")
        }
        if let timeout, !(timeout > 0) { throw ValidationError("--timeout takes seconds above 0") }
        if runs < 1 { throw ValidationError("--runs takes a number above 0") }
        if let memoryLimit, memoryLimit <= 0 { throw ValidationError("--memory-limit takes megabytes above 0") }
        if let format, FormatName(format) == nil {
            throw ValidationError("no format is called \"\(format)\"; there are \(FormatName.enumeration)")
        }
        for pair in param where !pair.contains("=") || pair.hasPrefix("=") {
            throw ValidationError("--param takes name=value, not \"\(pair)\"")
        }
        try reading.validateValues()
    }

    func run() throws {
        var options = ShellOptions()
        options.sources = reading.sources
        options.reading = reading.options
        options.inputs =
            (queries.map { ($0.place, ShellOptions.Input.text($0.text)) } + files.map { ($0.place, .file($0.text)) })
            .sorted { $0.0 < $1.0 }.map(\.1)
        options.format = format
        options.output = output
        options.parameters = param
        options.timeout = timeout
        options.memoryLimit = memoryLimit
        options.color = color
        options.endpoint = endpoint
        options.readsConfiguration = !noInit
        options.initialization = initialization
        options.showsTime = timer
        options.measures = time
        options.runs = runs
        options.showsAllRows = all
        throw ExitCode(Program.runShell(options).rawValue)
    }
}

extension ColorChoice: ExpressibleByArgument {}

/// An option's value with its place among the values of all options, since two options otherwise lose their order.
struct PlacedArgument {
    /// Grows with each value; options are read from left to right.
    let place: Int
    /// The value.
    let text: String

    private static let next = Atomic(0)

    init(_ text: String) {
        self.text = text
        place = Self.next.wrappingAdd(1, ordering: .relaxed).newValue
    }
}
