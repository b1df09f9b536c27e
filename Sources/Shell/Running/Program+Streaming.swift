import Extraction
import Glibc
import RDF

extension Program {
    /// What a stream of reports becomes.
    package enum StreamFormat: String, Sendable, CaseIterable {
        /// Claims, one a line.
        case tsv
        /// N-Triples.
        case nt
    }

    /// Reads reports from standard input, JSON lines or one plain text, and writes what each says as it comes. Every report is read
    /// on its own, so that memory does not grow, and any partition of the lines over machines gives the same triples.
    package static func extractStream(_ options: ExtractionOptions, format: StreamFormat) -> ExitStatus {
        var shell = ShellOptions()
        shell.reading = options.reading
        shell.output = options.output
        return withSession(shell, isInteractive: false) { (session) throws(Failure) in
            session.stopsAtFailure = true
            var stream = ReportStream(session: session, format: format)
            try stream.run()
        }
    }
}

/// Reports on standard input, one after the other.
private struct ReportStream {
    let session: Session
    let format: Program.StreamFormat
    let corrections: Corrections
    private var number = 0
    private var failures = 0
    private var hasHeader = false

    init(session: Session, format: Program.StreamFormat) {
        self.session = session
        self.format = format
        if let path = session.reading.corrections { session.correctionPaths = [path] }
        corrections = (try? session.readCorrections()) ?? Corrections()
    }

    /// What a line of the stream came to.
    private enum Outcome: Sendable {
        case text([UInt8], warnings: [String])
        case failed(String)
    }

    mutating func run() throws(Failure) {
        _ = try session.readCorrections()
        var lines = LineStream(descriptor: STDIN_FILENO, name: "standard input")
        guard let first = try nextLine(&lines) else {
            if format == .tsv { session.console.results.write(ClaimRow.header) }
            return
        }
        if first.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF })
            == UInt8(ascii: "{")
        {
            try readRecords(first, &lines)
        } else {
            try readText(first, &lines)
        }
        if failures > 0 {
            session.console.warn("\(Numbers.counted(failures, "line")) of standard input could not be read")
            if session.reading.isStrict { session.note(.error) }
        }
    }

    private func nextLine(_ lines: inout LineStream) throws(Failure) -> [UInt8]? {
        do throws(FileError) {
            return try lines.next()
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
    }

    /// One plain text up to the end of the stream.
    private mutating func readText(_ first: [UInt8], _ lines: inout LineStream) throws(Failure) {
        var bytes = first
        while let line = try nextLine(&lines) { bytes += [0x0A] + line }
        bytes.append(0x0A)
        let report: Report
        do throws(ReportError) {
            report = try session.loader.reader.report(
                bytes: bytes, path: "standard input", source: "standard-input.txt")
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        try write(.text(converter.bytes(of: report), warnings: report.warnings))
    }

    /// A report a line; as many at once as there are lines waiting, at most a few for each thread.
    private mutating func readRecords(_ first: [UInt8], _ lines: inout LineStream) throws(Failure) {
        let converter = converter
        let jobs = session.loader.jobs
        var pending: [(line: Int, bytes: [UInt8])] = [(1, first)]
        number = 1
        var isAtEnd = false
        while !isAtEnd || !pending.isEmpty {
            if Interrupt.isPending { throw Failure("interrupted", status: .interrupted) }
            while !isAtEnd, pending.isEmpty || pending.count < jobs * 8 && lines.isReady {
                guard let line = try nextLine(&lines) else {
                    isAtEnd = true
                    break
                }
                number += 1
                if line.contains(where: { $0 != 0x20 && $0 != 0x09 }) { pending.append((number, line)) }
            }
            let batch = pending
            pending = []
            _ = try OrderedWork.run(
                count: batch.count, jobs: jobs, isStopped: { Interrupt.isPending },
                work: { index in converter.outcome(of: batch[index].bytes, line: batch[index].line) },
                consume: { (_, outcome) throws(Failure) in try write(outcome) })
            try session.flushResults()
        }
    }

    private mutating func write(_ outcome: Outcome) throws(Failure) {
        if format == .tsv, !hasHeader {
            session.console.results.write(ClaimRow.header)
            hasHeader = true
        }
        switch outcome {
        case .text(let bytes, let warnings):
            for warning in warnings { session.console.warn(warning) }
            session.console.results.write(bytes)
            if session.console.results.hasFailed { try session.flushResults() }
        case .failed(let message):
            failures += 1
            session.console.warn(message)
        }
    }

    private var converter: Converter {
        Converter(
            loader: session.loader, options: session.pipeline.mapping(session.archive.vocabulary),
            corrections: corrections, format: format)
    }

    /// From a line to what is written of it; on any thread.
    private struct Converter: Sendable {
        let loader: ReportLoader
        let options: MappingOptions
        let corrections: Corrections
        let format: Program.StreamFormat

        func outcome(of line: [UInt8], line number: Int) -> Outcome {
            let place = "standard input, line \(number)"
            let value: JSONValue
            do throws(JSONValue.SyntaxError) {
                value = try JSONValue(line)
            } catch {
                return .failed("\(place): \(error.message), at column \(error.offset + 1)")
            }
            guard let text = value["text"]?.string else {
                return .failed(
                    "\(place): an object with \"text\" is expected: {\"id\": …, \"date\": …, \"title\": …, \"text\": …}"
                )
            }
            var identifier = "line-\(number)"
            switch value["id"] {
            case .string(let text): identifier = text
            case .number(let text): identifier = text
            default: break
            }
            do throws(ReportError) {
                var report = try loader.reader.report(bytes: Array(text.utf8), path: place, source: identifier)
                if let title = value["title"]?.string { report.title = title }
                if loader.reader.date == nil, let date = value["date"]?.string {
                    report.date =
                        PublicationDate.ofOption(date.prefix(10)) ?? PublicationDate.ofHeaderLine(date) ?? report.date
                }
                return .text(bytes(of: report), warnings: report.warnings)
            } catch {
                return .failed("\(error)")
            }
        }

        func bytes(of report: Report) -> [UInt8] {
            var derivation = GraphDerivation(options: options, corrections: corrections, isStandalone: true)
            let change = derivation.update(adding: [loader.record(of: report)])
            switch format {
            case .tsv:
                var text = ""
                derivation.forEachRow { row in
                    text += row.line
                    return true
                }
                return Array(text.utf8)
            case .nt:
                var triples: Set<Triple> = []
                for piece in change.pieces where piece.moment == .after {
                    let batch = derivation.statements(of: piece, in: change)
                    for place in batch.triples.indices { triples.insert(batch.triple(place)) }
                }
                return NTriples.sortedLines(triples)
            }
        }
    }
}
