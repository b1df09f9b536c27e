import GraphStore
import QueryEngine
import QuerySyntax
import RDF
import Results

extension Session {
    /// How many rows of a table a terminal shows before the rest is left out.
    static let rowLimit = 500

    /// Prints an answer and, to whom types, how long it took.
    func present(_ answer: Answer, seconds: Double) throws(Failure) {
        if answer.isWhy, format == .table, case .solutions(let solutions) = answer.result {
            try presentEvidence(solutions, of: answer)
        } else {
            try write(answer, showsAllRows: settings.showsAllRows)
        }
        try flushResults()
        presentStatus(answer, seconds: seconds)
    }

    /// Writes an answer in the format that is set.
    func write(_ answer: Answer, showsAllRows: Bool) throws(Failure) {
        // What people look at may be paged; what programs read goes out as it comes.
        let isForPeople = format == .table || format == .list || format == .line || format == .markdown
        guard isForPeople, console.isInteractive else {
            try writeWatched(answer, showsAllRows: showsAllRows, to: console.results)
            return
        }
        let page = Output()
        try writeWatched(answer, showsAllRows: showsAllRows, to: page)
        console.present(page.bytes)
    }

    /// Writes an answer, unless Ctrl-C or a limit of its statement stops it.
    private func writeWatched(_ answer: Answer, showsAllRows: Bool, to output: Output) throws(Failure) {
        var reason: QueryError?
        let watch = watch
        try output.write(until: { bytes in
            reason = watch.look(holding: bytes)
            return reason != nil
        }) { () throws(Failure) in
            try write(answer, showsAllRows: showsAllRows, to: output)
        }
        guard let reason else { return }
        var failure = Failure(reason)
        if output === console.results { failure.message += "\n  not all of its result was written" }
        throw failure
    }

    private func write(_ answer: Answer, showsAllRows: Bool, to output: Output) throws(Failure) {
        let labels = Labels(answer.graph, showsIRIs: settings.showsIRIs)
        let reading: Reading = answer.isSPARQL ? .standard : .plain
        switch format {
        case .table:
            var table = BoxTable(labels: labels, width: settings.width ?? (console.isTerminal ? console.columns : nil))
            if console.isTerminal, !showsAllRows {
                table.rowLimit = Self.rowLimit
                table.wayToSeeAll = console.isInteractive ? ".last" : "--all"
            }
            if showsAllRows { table.width = nil }
            if !answer.isSPARQL, !settings.showsIRIs { table.objectColumns = answer.objectVariables }
            if console.resultStyle.isEnabled { table.style = .coloured }
            table.write(answer.result, to: output)
        case .csv: CommaSeparated(reading, labels: labels).write(answer.result, to: output)
        case .tsv: TabSeparated(reading, labels: labels).write(answer.result, to: output)
        case .json: JSONResults().write(answer.result, to: output)
        case .xml: XMLResults().write(answer.result, to: output)
        case .list: ListFormat(labels: labels).write(answer.result, to: output)
        case .line: LineFormat(labels: labels).write(answer.result, to: output)
        case .markdown: MarkdownFormat(labels: labels).write(answer.result, to: output)
        case .nt: try writeTriples(answer, to: output) { $0 }
        case .ttl: try writeTriples(answer, to: output) { TurtleFormat(rows: $0) }
        }
    }

    /// Writes the triples that an answer's rows match.
    private func writeTriples(
        _ answer: Answer, to output: Output, _ format: (NTriplesFormat) -> any ResultFormat
    ) throws(Failure) {
        guard case .solutions = answer.result else {
            format(NTriplesFormat(patterns: [], graph: answer.graph)).write(answer.result, to: output)
            return
        }
        let matched = MatchedPatterns(answer.query)
        let all = Query(
            form: .select(matched.body.scope), algebra: matched.withinRows(of: answer.query))
        format(NTriplesFormat(patterns: matched.patterns, graph: answer.graph)).write(
            try evaluate(all, watch), to: output)
    }

    // MARK: Beside the answer

    private func diagnose(_ answer: Answer) {
        for line in diagnosis.lines(of: answer.query) { console.hint("  " + line) }
    }

    /// What explains answers without rows.
    var diagnosis: Diagnosis {
        Diagnosis(names: names) { [graph = archive.graph] query in
            // An explanation is worth a moment, not minutes.
            try? Engine(graph).evaluate(
                query, limits: QueryLimits(seconds: 1, bytes: 256 << 20), cancellation: Interrupt.cancellation)
        }
    }

    private func presentStatus(_ answer: Answer, seconds: Double) {
        var parts: [String] = []
        if let count = answer.rowCount {
            parts.append(Numbers.counted(count, answer.isWhy ? "claim" : "row"))
        }
        if console.isInteractive || settings.showsTime { parts.append(Numbers.duration(seconds)) }
        if answer.hasEvidence, console.isInteractive { parts.append(".why 1 shows where it stands") }
        if console.isInteractive || settings.showsTime || answer.rowCount == 0 {
            console.hint(parts.joined(separator: " · "))
        }
        // What an endpoint holds besides is not known here.
        guard !answer.isWhy, !answer.isSPARQL, endpoint == nil else { return }
        if answer.rowCount == 0 || answer.isNo {
            diagnose(answer)
        } else if answer.rowCount != nil, let others = diagnosis.otherClaims(of: answer.query) {
            let verb = others == 1 ? "matches" : "match"
            console.hint("  \(Numbers.counted(others, "claim")) \(verb) besides; add [any] to include claims")
        }
    }

    /// Shows the sentences behind claims, unless Ctrl-C or a limit of the statement stops it.
    private func presentEvidence(_ solutions: Solutions, of answer: Answer) throws(Failure) {
        let names = GraphNames(graph: answer.graph, vocabulary: archive.vocabulary)
        guard let column = solutions.variables.firstIndex(of: WhyColumn.claim.variable) else { return }
        let view = evidenceView(names)
        var page: [UInt8] = []
        for row in 0..<solutions.count {
            if let reason = watch.look(holding: page.count) { throw Failure(reason) }
            let id = solutions.id(row: row, column: column)
            guard let evidence = solutions.terms.graphID(id).flatMap({ Evidence(claim: $0, in: names) }) else {
                continue
            }
            if !page.isEmpty { page.append(UInt8(ascii: "\n")) }
            page += view.text([evidence]).utf8
        }
        console.present(page)
    }

    // MARK: The stream

    /// Sends results to a file from now on, or back to where they went at the start.
    func redirect(to path: String?) throws(Failure) {
        try closeRedirection()
        guard let path, path != "-" else { return }
        do throws(FileError) {
            console.redirect(to: try Output(path: path))
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
    }

    /// Ends a redirection: the file takes its place.
    func closeRedirection() throws(Failure) {
        guard let file = console.endRedirection() else { return }
        do throws(FileError) {
            try file.close()
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
    }

    /// Writes out results; a pipe that nobody reads any more ends the session quietly.
    func flushResults() throws(Failure) {
        do throws(FileError) {
            try console.results.flush()
        } catch {
            guard error.reason == .brokenPipe else { throw Failure("\(error)", status: .unreadable) }
            quit()
        }
    }
}
