import GraphStore
import RDF

extension Program {
    /// What `diff` is asked.
    package struct DifferenceOptions: Sendable {
        /// How sources are read.
        package var reading = ReadingOptions()
        /// What was, and what is.
        package var sources: [String] = []
        /// Whether the answer is JSON and no table.
        package var isJSON = false
        /// Whether all triples count, and not the facts alone.
        package var comparesAll = false
        /// Where what came is written as N-Triples, or nil.
        package var added: String?
        /// Where what went is written as N-Triples, or nil.
        package var gone: String?
        /// Where the answer goes, or nil for standard output.
        package var output: String?

        /// The options of a bare comparison.
        package init() {}
    }

    /// Compares two sources: 0 when they say the same, 1 when they do not, 2 when something is wrong.
    package static func compare(_ options: DifferenceOptions) -> ExitStatus {
        var shell = ShellOptions()
        shell.reading = options.reading
        shell.output = options.output
        var isSame = true
        let status = withSession(shell, isInteractive: false) { (session) throws(Failure) in
            session.stopsAtFailure = true
            let before = session.sibling()
            try before.load([options.sources[0]])
            let after = session.sibling()
            try after.load([options.sources[1]])
            let difference = GraphDifference(from: before.names, to: after.names, comparesAll: options.comparesAll)
            isSame = difference.isEmpty
            if options.isJSON {
                session.console.results.write(difference.json)
            } else if options.added == nil, options.gone == nil {
                difference.printTable(on: session.console)
            }
            try DifferenceCommand.write(difference.added, to: options.added)
            try DifferenceCommand.write(difference.gone, to: options.gone)
        }
        if status != .success { return status == .interrupted ? status : .unreadable }
        return isSame ? .success : .error
    }
}

/// `.diff A [B]`: facts that came, went, and have another number.
enum DifferenceCommand {
    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        let before = session.sibling()
        try before.load([call.arguments[0]])
        var after = session
        if call.arguments.count > 1 {
            after = session.sibling()
            try after.load([call.arguments[1]])
        }
        let difference = GraphDifference(from: before.names, to: after.names)
        difference.printTable(on: session.console)
        try session.flushResults()
        let changed = difference.entries.count { $0.kind == .changed }
        session.console.hint(
            "\(difference.entries.count { $0.kind == .added }) added, \(difference.entries.count { $0.kind == .gone }) gone, "
                + "\(changed) changed")
    }

    /// Writes triples to a file, where one is named.
    static func write(_ triples: [Triple], to path: String?) throws(Failure) {
        guard let path else { return }
        do throws(FileError) {
            let output = try Output(path: path)
            Graph(triples).writeNTriples(to: output)
            try output.close()
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
    }
}

extension Session {
    /// A session over nothing yet that reads as this one does.
    func sibling() -> Session {
        let session = Session(
            console: console, settings: settings, reading: reading, pipeline: pipeline, cache: cache)
        session.stopsAtFailure = stopsAtFailure
        session.clock = clock
        return session
    }
}
