import Extraction
import GraphStore
import RDF

extension Session {
    /// Takes what the command line gave: parameters, the file to run first, and the sources.
    ///
    /// - Throws: `Failure` when a source that was named cannot be read.
    package func prepare(_ options: ShellOptions) throws(Failure) {
        for pair in options.parameters {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            settings.parameters[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        if let path = options.reading.corrections { correctionPaths = [path] }
        try load(options.sources)
        try loadNamedGraphs()
        if let endpoint = options.endpoint.flatMap({ Endpoint(url: $0) }) { try connect(to: endpoint) }
        if let path = options.initialization { runFile(path) }
    }

    /// Reads sources, each whole or not at all.
    ///
    /// - Throws: `Failure` for the first that cannot be read; what was read before stays.
    package func load(_ sources: [String]) throws(Failure) {
        let start = clock()
        defer {
            // Ctrl-C gives the prompt back at once: the graph of what was read is made for the next statement. A batch ends.
            if !Interrupt.isPending { archive.refresh() }
            lastLoadSeconds = clock() - start
        }
        resolver?.release()
        let reader = SourceReader(console: console, reading: reading, loader: loader)
        // What was saved comes first, since it takes the place of everything.
        let sources = sources.filter(SavedArchive.isNamed) + sources.filter { !SavedArchive.isNamed($0) }
        for source in sources where !SavedArchive.isNamed(source) { expectCorrections(beside: source) }
        let corrections = try readCorrections()
        let snapshot = archive.isEmpty ? GraphCache(sources, of: self) : nil
        var changed = snapshot?.open(into: &archive, loaded: &loaded, relationsHash: pipeline.relationsHash)
        let isKept = changed != nil
        defer { archive.correctionFiles = correctionsInForce }
        if sources.first.map(SavedArchive.isNamed) != true { archive.correct(corrections) }
        for source in sources {
            let summary: SourceReader.Summary
            do throws(Failure) {
                summary = try reader.read(source, into: &archive, saysAll: isKept)
            } catch {
                guard error.status == .interrupted, !stopsAtFailure else { throw error }
                note(.interrupted)
                console.note(error.message)
                return
            }
            if SavedArchive.isNamed(source) {
                adoptCorrections()
                archive.correct(try readCorrections())
            }
            loaded.add(summary)
            changed = changed.map { $0 + summary.reports }
            warn(skipped: summary.skipped, of: source)
            if summary.failures > 0 {
                // One bad file among many is no reason to fail, unless it was said so.
                if reading.isStrict { note(.error) }
                console.warn("\(source): \(Numbers.counted(summary.failures, "file")) could not be read")
            }
            if summary.unread > 0 {
                note(.interrupted)
                console.note(
                    "stopped: \(Numbers.counted(summary.unread, "report")) of \(source) not read, "
                        + "\(Numbers.grouped(summary.reports)) kept"
                        + (cache != nil && stopsAtFailure ? "; --resume goes on from here" : ""))
                if stopsAtFailure { throw Failure("interrupted", status: .interrupted) }
                return
            }
        }
        if let snapshot {
            archive.refresh()
            archive.correctionFiles = correctionsInForce
            if isKept, let counts = archive.counts { (loaded.reports, loaded.sentences) = counts }
            snapshot.store(&archive, loaded: loaded, changed: changed, relationsHash: pipeline.relationsHash)
        }
    }

    /// How reports are read in this session.
    var loader: ReportLoader {
        ReportLoader(
            pipeline: pipeline, reader: ReportReader(date: reading.date, encoding: reading.encoding), cache: cache,
            jobs: reading.jobs ?? OrderedWork.usualJobs)
    }

    /// Reads the files of `--named`.
    ///
    /// - Throws: `Failure` for the first that cannot be read.
    private func loadNamedGraphs() throws(Failure) {
        guard !reading.named.isEmpty else { return }
        let start = clock()
        defer {
            archive.refresh()
            lastLoadSeconds += clock() - start
        }
        let reader = SourceReader(console: console, reading: reading, loader: loader)
        for text in reading.named {
            let (iri, path) = try GraphSources.named(text, base: reading.base)
            let summary = try reader.readGraph(path, graph: iri, into: &archive)
            loaded.add(summary)
            warn(skipped: summary.skipped, of: path)
        }
    }

    private func warn(skipped: Int, of source: String) {
        guard skipped > 0 else { return }
        note(.error)
        console.warn("\(source): \(Numbers.counted(skipped, "malformed statement")) skipped")
    }

    /// Says what is loaded, one query to try, and where help is.
    package func greet() {
        archive.refresh()
        let style = console.resultStyle
        var parts = [style(.heading, "tercet") + " \(Version.number)"]
        if loaded.reports > 0 {
            parts.append(
                Numbers.counted(loaded.reports, "report") + ", " + Numbers.counted(loaded.sentences, "sentence"))
        }
        if archive.graph.isEmpty {
            parts.append("nothing loaded")
        } else {
            let counts = GraphCounts(names)
            parts.append(Numbers.counted(counts.facts, "fact") + ", " + Numbers.counted(counts.otherClaims, "claim"))
            parts.append(Numbers.duration(lastLoadSeconds))
        }
        var lines = [parts.joined(separator: "  ·  ")]
        if archive.graph.isEmpty {
            lines.append("Load:  " + style(.command, ".load FOLDER"))
        } else if let query = TellingFacts(names).relation.map({ "who \($0)" }) {
            lines.append("Try:   " + style(.command, query) + "        Tour:  " + style(.command, ".tour"))
        }
        lines.append("Help:  " + style(.command, ".help") + "        Leave:  " + style(.command, ".quit"))
        console.results.write(lines.joined(separator: "\n") + "\n\n")
        try? console.results.flush()
    }
}
