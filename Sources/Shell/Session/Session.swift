import Extraction
import Naming
import QueryEngine
import QuerySyntax
import RDF

/// A conversation: a line in, its output on the console. It knows no terminal, so that tests run it in process.
package final class Session {
    /// Where its words go.
    package let console: Console
    /// What the user has set.
    package var settings: Settings
    /// Whether a failure ends what is being run (batches), or is only shown (the shell).
    package var stopsAtFailure = false
    /// Whether `.quit` was said.
    package private(set) var wantsToQuit = false
    /// The worst that happened so far: what a batch ends with.
    package private(set) var status = ExitStatus.success
    /// All that has been read.
    package internal(set) var archive: Archive
    /// How sources are read.
    let reading: ReadingOptions
    /// What makes claims of a report.
    let pipeline: ReportPipeline
    /// Where analyses are kept between runs, or nil.
    let cache: AnalysisCache?
    /// Seconds since an arbitrary moment; stands still in tests.
    package var clock: () -> Double = { Clock.seconds }
    /// What looks at Ctrl-C and the limits of the statement that runs.
    var watch = Watch()
    /// The last query and its answer.
    var lastAnswer: Answer?
    /// The parameters that `param` has declared.
    var parameters: [String: QParameter] = [:]
    /// The relations and classes that `define` has made.
    var definitions: [QDefinition] = []
    /// The guided session under way, or nil.
    var tour: Tour?
    /// How many expectations were met.
    var expectationsMet = 0
    /// Where names are looked up; made when the first query comes, and anew when the graph has changed.
    var resolver: NameResolver?
    /// The texts of reports that were looked at last, by the IRIs of the reports.
    var reportTexts: [String: ReportText] = [:]
    /// The files of corrections, the one first that `.correct` writes to.
    var correctionPaths: [String] = []
    /// Those of them that a saved graph named; they may be where it was saved only.
    var savedCorrectionPaths: Set<String> = []
    /// What the files of corrections said when they were read last.
    var correctionsInForce: [CorrectionFile] = []
    /// The endpoint that queries are sent to, or nil: what is loaded is asked.
    var endpoint: Endpoint?
    /// What was loaded so far.
    var loaded = SourceReader.Summary()
    /// How long the last load took.
    var lastLoadSeconds = 0.0
    /// Whether something failed after which a batch must not go on.
    private var hasFailed = false
    /// The line, counted from 0, on which the text that is being run begins in its file.
    var firstLine = 0
    /// How deep `.read` and `include` are inside each other.
    private var fileDepth = 0

    /// A session over nothing yet.
    package init(
        console: Console, settings: Settings = Settings(), reading: ReadingOptions = ReadingOptions(),
        pipeline: ReportPipeline, cache: AnalysisCache? = nil
    ) {
        self.console = console
        self.settings = settings
        self.reading = reading
        self.pipeline = pipeline
        self.cache = cache
        archive = Archive(
            pipeline: pipeline, vocabulary: TercetVocabulary(namespace: reading.namespace),
            jobs: reading.jobs ?? OrderedWork.usualJobs)
    }

    /// The words for what the graph holds.
    var names: GraphNames { GraphNames(graph: archive.graph, vocabulary: archive.vocabulary) }

    /// How results are printed: as set, else as a table to a terminal and as TSV elsewhere.
    var format: FormatName { settings.format ?? (console.isTerminal ? .table : .tsv) }

    /// Ends the session after the statement that is running.
    func quit() { wantsToQuit = true }

    // MARK: Running

    /// Runs a text of statements and dot-commands one after the other, until `.quit` is said or, where failures stop a
    /// batch, one fails.
    package func run(_ text: String) {
        run(text, source: nil)
    }

    /// Runs the statements and dot-commands of a file.
    package func runFile(_ path: String, allowsCommands: Bool = true) {
        guard fileDepth < 16 else {
            fail(Failure("\(path): files that read one another are nested too deeply"))
            return
        }
        fileDepth += 1
        defer { fileDepth -= 1 }
        do throws(FileError) {
            let text = String(decoding: try Files.read(path), as: UTF8.self)
            if let kind = SPARQLKind(path: path) {
                runSPARQLFile(text, path: path, kind: kind)
            } else {
                run(text, source: path, allowsCommands: allowsCommands)
            }
        } catch {
            fail(PathSuggestion.failure("\(error)", path: path))
        }
    }

    private func run(_ text: String, source: String?, allowsCommands: Bool = true) {
        for item in StatementScanner.items(in: text) {
            guard mayGoOn else { break }
            archive.refresh()
            do throws(Failure) {
                if item.isCommand {
                    guard allowsCommands else {
                        throw Failure(
                            "\(source ?? "statement"), line \(item.line + 1): \(item.text) is a command of the shell; "
                                + "a file of queries holds none (use .read, or a pipe)")
                    }
                    let call = CommandCall(item.text)
                    try Command.named(call.name).run(call, in: self)
                } else if let name = RetractCommand.name(inStatement: item.text) {
                    try RetractCommand.retract(name, in: self)
                } else {
                    try execute(SourceText(item.indented, name: source), firstLine: item.line)
                }
                advanceTour(item.text)
            } catch {
                fail(error)
            }
        }
        try? console.results.flush()
    }

    private func advanceTour(_ input: String) {
        guard let next = tour?.advance(input) else { return }
        console.note(next)
        if tour?.isOver == true { tour = nil }
    }

    /// Whether the next statement may run.
    package var mayGoOn: Bool { !wantsToQuit && !(stopsAtFailure && hasFailed) }

    /// Whether nothing has failed that would leave a hole in the results: only then does a file take its place.
    package var isOutputWhole: Bool { !(stopsAtFailure && hasFailed) }

    /// Shows a failure and remembers its status.
    package func fail(_ failure: Failure) {
        hasFailed = true
        note(failure.status)
        console.report(failure)
    }

    /// Remembers what a batch is to end with, without stopping it.
    func note(_ status: ExitStatus) { self.status = max(self.status, status) }

    /// Forgets what failed: at a prompt it was said, and that is all.
    package func forgetStatus() {
        status = .success
        hasFailed = false
    }

    // MARK: Talking to the line reader

    /// The command that a bare word stands for: `help`, `quit`, `exit` and `?` work wherever one is.
    package static func bareCommand(_ line: String) -> String? {
        let trimmed = line.drop(while: \.isWhitespace).lowercased()
        let word = trimmed.prefix { !$0.isWhitespace && $0 != ";" }
        guard trimmed.dropFirst(word.count).allSatisfy({ $0.isWhitespace || $0 == ";" }) else { return nil }
        switch word {
        case "help", "?": return ".help"
        case "quit", "exit": return ".quit"
        default: return nil
        }
    }

    /// What is still open in a text typed so far, for the prompt that asks for the rest; nil when it can run.
    package func openPart(of text: String) -> String? { OpenPart.of(text) }

    /// Words of what is loaded, for examples.
    var examples: Examples {
        Examples(names, report: archive.reportFiles.map(\.source).min { ($0.count, $0) < ($1.count, $1) })
    }

    /// The parameters that have a value or a default, with their sign.
    var parameterNames: [String] {
        Set(settings.parameters.keys).union(parameters.keys).sorted().map { "$" + $0 }
    }

    /// What Tab offers behind a text.
    package func completion(before text: String) -> Completion {
        CompletionEngine(session: self).complete(text)
    }
}
