import Extraction
import GraphStore
import RDF

extension Program {
    /// What `extract` and `export` are asked.
    package struct ExtractionOptions: Sendable {
        /// What is read.
        package var sources: [String]
        /// How it is read.
        package var reading: ReadingOptions
        /// Where results go; nil or `-` for standard output.
        package var output: String?
        /// Whether only bare facts are exported.
        package var factsOnly: Bool
        /// How the graph is written, or nil to go by the name of the output.
        package var format: GraphFormat?

        /// Whether what an export takes is printed for programs (`--time`).
        package var measures = false
        /// Whether the lines of a graph file are sorted, as those of reports always are.
        package var sorts = false

        /// Options.
        package init(
            sources: [String], reading: ReadingOptions, output: String?, factsOnly: Bool = false,
            format: GraphFormat? = nil
        ) {
            self.format = format
            self.sources = sources
            self.reading = reading
            self.output = output
            self.factsOnly = factsOnly
        }
    }

    /// Writes every claim of the sources as TSV.
    package static func extract(_ options: ExtractionOptions) -> ExitStatus {
        run(options) { (session, output) throws(Failure) in
            output.write(ClaimRow.header)
            session.archive.forEachRow { row in
                output.write(row.line)
                return !output.hasFailed
            }
        }
    }

    /// Writes the graphs of the sources.
    package static func export(_ options: ExtractionOptions) -> ExitStatus {
        let format = options.format ?? options.output.flatMap { GraphFormat(path: $0) } ?? .nt
        return run(options) { (session, output) throws(Failure) in
            try session.measureExport(options.measures) { () throws(Failure) in
                // Reports give sorted lines; a graph file keeps its order, which takes half the time.
                try session.writeGraph(
                    to: output, as: format, factsOnly: options.factsOnly,
                    sorted: options.sorts || session.loaded.reports > 0)
                try? output.flush()
            }
        }
    }

    private static func run(_ options: ExtractionOptions, _ work: (Session, Output) throws(Failure) -> Void)
        -> ExitStatus
    {
        var shell = ShellOptions()
        shell.sources = options.sources
        shell.reading = options.reading
        shell.output = options.output
        return withSession(shell, isInteractive: false) { (session) throws(Failure) in
            session.stopsAtFailure = true
            if options.measures { try session.prepareMeasured(shell) } else { try session.prepare(shell) }
            try work(session, session.console.results)
        }
    }
}
