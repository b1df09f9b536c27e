import QueryEngine
import RDF

/// What `--time` prints to standard error: JSON, one object a line, times in seconds.
extension Session {
    /// Reads the sources as `prepare` does and says what that took: to load them, until every index stands, and to read
    /// those that are N-Triples without a store.
    func prepareMeasured(_ options: ShellOptions) throws(Failure) {
        let (_, load) = try Measurement.of { () throws(Failure) in try prepare(options) }
        let resident = ResidentMemory.now
        let peak = ResidentMemory.peak
        let (_, parse) = Measurement.of { for source in options.sources { Self.readThrough(source) } }
        report([
            ("load_s", "\(load.wall)"), ("load_cpu_s", "\(load.cpu)"), ("parse_s", "\(parse.wall)"),
            ("parse_cpu_s", "\(parse.cpu)"), ("triples", "\(archive.graph.count)"), ("rss_bytes", "\(resident)"),
            ("peak_rss_bytes", "\(peak)"),
        ])
    }

    /// Reads a file of N-Triples and forgets it. Mistakes in it were said when it was loaded.
    private static func readThrough(_ path: String) {
        guard path.hasSuffix(".nt") || path.hasSuffix(".nt.gz"), let input = try? InputFile(path) else { return }
        let reader = StatementReader(input)
        var statement = ScannedStatement()
        while (try? reader.next(&statement)) == true {}
    }

    /// The result of some work; with `--time`, the work is done `--runs` times, and what each run took is said.
    ///
    /// A run ends when each row stands in memory as text. Nothing is kept from one run for the next.
    func measured(_ work: () throws(Failure) -> QueryResult) throws(Failure) -> QueryResult {
        guard settings.runs > 0 else { return try work() }
        var times: [Measurement] = []
        var last: QueryResult?
        for _ in 0..<settings.runs {
            last = nil
            let (result, time) = try Measurement.of { () throws(Failure) in
                let result = try work()
                if case .solutions(let solutions) = result {
                    solutions.writeRows(to: nil, separator: UInt8(ascii: "\t"))
                }
                return result
            }
            last = result
            times.append(time)
        }
        report([
            ("query_s", "[" + times.map { "\($0.wall)" }.joined(separator: ",") + "]"),
            ("query_cpu_s", "[" + times.map { "\($0.cpu)" }.joined(separator: ",") + "]"),
        ])
        guard let last else { return try work() }
        return last
    }

    /// Does the work of an export and says, with `--time`, what it took.
    func measureExport(_ isMeasured: Bool, _ work: () throws(Failure) -> Void) throws(Failure) {
        let (_, time) = try Measurement.of(work)
        if isMeasured { report([("export_s", "\(time.wall)"), ("export_cpu_s", "\(time.cpu)")]) }
    }

    private func report(_ fields: [(name: String, value: String)]) {
        console.messages.write("{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}\n")
        try? console.messages.flush()
    }
}
