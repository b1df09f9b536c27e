import Extraction
import GraphStore
import RDF

/// Reads what source arguments name: reports, folders of reports, graphs.
package struct SourceReader {
    /// What a load did, for the line that says so.
    package struct Summary: Hashable, Sendable {
        /// How many reports were read.
        package var reports = 0
        /// How many sentences they have.
        package var sentences = 0
        /// How many statements came from graph files.
        package var statements = 0
        /// How many files in folders could not be read.
        package var failures = 0
        /// How many reports were there already, as they are.
        package var unchanged = 0
        /// How many malformed statements of graph files were skipped.
        package var skipped = 0
        /// How many reports were left unread, because Ctrl-C ended the work.
        package var unread = 0

        /// Adds what another load did.
        package mutating func add(_ other: Summary) {
            reports += other.reports
            sentences += other.sentences
            statements += other.statements
            failures += other.failures
            unchanged += other.unchanged
            skipped += other.skipped
            unread += other.unread
        }
    }

    private let console: Console
    private let reading: ReadingOptions
    private let loader: ReportLoader
    private var reader: ReportReader { loader.reader }

    /// A reader whose warnings go to a console.
    ///
    /// - Parameter reading: how sources are read.
    package init(console: Console, reading: ReadingOptions, loader: ReportLoader) {
        self.console = console
        self.reading = reading
        self.loader = loader
    }

    /// Reads a source into an archive.
    ///
    /// - Parameter saysAll: whether warnings are given of reports too that are there already.
    /// - Throws: `Failure` when nothing of it can be read; the archive is then as it was.
    package func read(
        _ source: String, into archive: inout Archive, saysAll: Bool = false
    ) throws(Failure) -> Summary {
        if source == "-" { return try readStandardInput(into: &archive) }
        if SavedArchive.isNamed(source), Files.kind(source) != .directory { return try open(source, into: &archive) }
        if Self.isGraph(source), Files.kind(source) != .directory { return try readGraph(source, into: &archive) }
        let findings: ReportFinder.Findings
        do throws(ReportError) {
            findings = try ReportFinder.find(source)
        } catch {
            throw PathSuggestion.failure("\(error)", path: source)
        }
        return try readReports(
            findings, isFolder: Files.kind(source) == .directory, into: &archive, saysAll: saysAll)
    }

    /// Whether a file holds a graph, by its name.
    package static func isGraph(_ path: String) -> Bool {
        DataSyntax(path: path) != nil
    }

    /// Reads a file of RDF into an archive; `graph` is the named graph that takes its triples, or nil.
    ///
    /// - Throws: `Failure` when it cannot be read; the archive is then as it was.
    package func readGraph(
        _ path: String, graph: String? = nil, into archive: inout Archive
    ) throws(Failure) -> Summary {
        let input = DataInput(path, base: graph ?? reading.base ?? GraphSources.iri(ofFile: path), graph: graph)
        // The work is done on a copy by another thread, so that Ctrl-C can leave it behind at once.
        var loaded: GraphLoad?
        _ = try OrderedWork.run(
            count: 1, jobs: 1, isStopped: { Interrupt.isPending },
            work: { [before = archive, reading] _ in GraphLoad(input, keepsGoing: reading.keepsGoing, into: before) },
            consume: { (_, load) throws(Failure) in loaded = load })
        guard let loaded else {
            throw Failure("stopped: nothing of \(path) was added", status: .interrupted)
        }
        switch loaded.error {
        case nil: break
        case .file(let error): throw PathSuggestion.failure("\(error)", path: path)
        case .syntax(let error): throw Failure("\(error)\n  nothing of this file was added")
        case .stopped: throw Failure("stopped: nothing of \(path) was added", status: .interrupted)
        }
        archive = loaded.archive
        var summary = Summary()
        if let counts = loaded.summary {
            summary.statements = counts.statements
            summary.skipped = counts.skipped
            for error in counts.firstErrors { console.report(Failure("\(error)")) }
        }
        return summary
    }

    /// An archive with what a graph file adds to it.
    private struct GraphLoad: Sendable {
        var archive: Archive
        var summary: LoadSummary?
        var error: InputError?

        init(_ input: DataInput, keepsGoing: Bool, into archive: Archive) {
            self.archive = archive
            do throws(InputError) {
                // The thread that was left behind ends soon.
                summary = try self.archive.load([input], keepsGoing: keepsGoing, isStopped: { Interrupt.isPending })
            } catch {
                self.error = error
            }
        }
    }

    private func open(_ path: String, into archive: inout Archive) throws(Failure) -> Summary {
        guard archive.isEmpty else {
            throw Failure("\(path) must be opened before anything else is loaded\n  for example: tercet \(path) more/")
        }
        let contents = try SavedArchive.open(
            path, relationsHash: loader.pipeline.relationsHash, into: &archive)
        if contents.relationsHash != loader.pipeline.relationsHash {
            console.warn(
                "\(path) was made with other --relations; what is read from now on follows those of this session")
        }
        return contents.loaded
    }

    private func readStandardInput(into archive: inout Archive) throws(Failure) -> Summary {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try Files.readStandardInput()
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        let report: Report
        do throws(ReportError) {
            report = try reader.report(bytes: bytes, path: "standard input", source: "standard-input.txt")
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        var summary = Summary()
        for warning in report.warnings { console.warn(warning) }
        let record = loader.record(of: report)
        archive.add(record, from: "-")
        summary.reports += 1
        summary.sentences += record.sentenceCount
        return summary
    }

    private func readReports(
        _ findings: ReportFinder.Findings, isFolder: Bool, into archive: inout Archive, saysAll: Bool
    ) throws(Failure) -> Summary {
        var summary = Summary()
        for failure in findings.failures {
            console.warn("\(failure)")
            summary.failures += 1
        }
        let total = findings.reports.count
        let progress = Progress("reports", total: total, isVisible: console.showsProgress && total > 1)
        defer { progress.finish() }
        var done = 0
        let seen = try loader.read(
            findings.reports, known: archive.hashes(of: findings.reports),
            warned: saysAll ? archive.warnedFiles : [], corrections: archive.corrections,
            waiting: { progress.update(done: done, units: summary.sentences) },
            consume: { (file, outcome) throws(Failure) in
                done += 1
                progress.update(done: done, units: summary.sentences)
                switch outcome {
                case .read(let prepared, let warnings):
                    if !warnings.isEmpty { progress.finish() }
                    for warning in warnings { console.warn(warning) }
                    archive.add(prepared, from: file.path)
                    archive.note(file.path, isWarned: !warnings.isEmpty)
                    summary.reports += 1
                    summary.sentences += prepared.stored.sentenceCount
                case .unchanged(let warnings):
                    if !warnings.isEmpty { progress.finish() }
                    for warning in warnings { console.warn(warning) }
                    summary.unchanged += 1
                case .failed(let error):
                    // A file that was named is the user's business; one among many in a folder does not stop the others.
                    guard isFolder else { throw Failure("\(error)", status: .unreadable) }
                    progress.finish()
                    console.warn("\(error)")
                    summary.failures += 1
                }
            })
        summary.unread = total - seen
        if let note = findings.note {
            progress.finish()
            console.note(note)
        }
        return summary
    }
}
