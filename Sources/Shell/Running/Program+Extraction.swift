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

        /// Whether what an export takes is printed for programs (`--time`).
        package var measures = false
        /// Whether the lines of a graph file are sorted, as those of reports always are.
        package var sorts = false

        /// Options.
        package init(sources: [String], reading: ReadingOptions, output: String?, factsOnly: Bool = false) {
            self.sources = sources
            self.reading = reading
            self.output = output
            self.factsOnly = factsOnly
        }
    }

    /// Writes every claim of the sources as TSV.
    package static func extract(_ options: ExtractionOptions) -> ExitStatus {
        run(options) { session, output in
            output.write(ClaimRow.header)
            session.archive.forEachRow { row in
                output.write(row.line)
                return !output.hasFailed
            }
        }
    }

    /// Writes the graph of the sources as N-Triples.
    package static func export(_ options: ExtractionOptions) -> ExitStatus {
        run(options) { session, output in
            session.measureExport(options.measures) {
                let graph = session.archive.exported(factsOnly: options.factsOnly)
                // Reports give sorted lines; a graph file keeps its order, which takes half the time.
                if options.sorts || session.loaded.reports > 0 {
                    graph.writeNTriples(to: output)
                } else {
                    graph.writeUnsortedNTriples(to: output)
                }
                try? output.flush()
            }
        }
    }

    private static func run(_ options: ExtractionOptions, _ work: (Session, Output) -> Void) -> ExitStatus {
        var shell = ShellOptions()
        shell.sources = options.sources
        shell.reading = options.reading
        shell.output = options.output
        return withSession(shell, isInteractive: false) { (session) throws(Failure) in
            session.stopsAtFailure = true
            if options.measures { try session.prepareMeasured(shell) } else { try session.prepare(shell) }
            work(session, session.console.results)
        }
    }
}
