import Glibc
import GraphStore
import QueryEngine
import RDF

/// What `--time` prints to standard error: JSON, one object a line, times in seconds.
struct Timing {
    /// Seconds by the clock on the wall.
    var wall: Double
    /// Seconds of CPU, the user's and the system's, over all threads.
    var cpu: Double

    /// Measures some work.
    static func of<Result, Failure>(
        _ work: () throws(Failure) -> Result
    ) throws(Failure) -> (Result, Timing) {
        let (wall, cpu) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
        let result = try work()
        return (result, Timing(wall: seconds(CLOCK_MONOTONIC) - wall, cpu: seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu))
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Bytes of memory that are resident, mapped files among them.
    static var residentBytes: Int {
        guard let bytes = try? Files.read("/proc/self/statm") else { return 0 }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// The most that was resident at any time.
    static var peakBytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}

extension Session {
    /// Reads the sources as `prepare` does and says what that took: to load them, until every index stands, and to read
    /// those that are N-Triples without a store.
    func prepareMeasured(_ options: ShellOptions) throws(Failure) {
        let (_, load) = try Timing.of { () throws(Failure) in try prepare(options) }
        let resident = Timing.residentBytes
        // The kernel counts the peak less often.
        let peak = max(Timing.peakBytes, resident)
        let (_, parse) = Timing.of { for source in options.sources { Self.readThrough(source) } }
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
        var times: [Timing] = []
        var last: QueryResult?
        for _ in 0..<settings.runs {
            last = nil
            let (result, time) = try Timing.of { () throws(Failure) in
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
    func measureExport(_ isMeasured: Bool, _ work: () -> Void) {
        let (_, time) = Timing.of(work)
        if isMeasured { report([("export_s", "\(time.wall)"), ("export_cpu_s", "\(time.cpu)")]) }
    }

    private func report(_ fields: [(name: String, value: String)]) {
        console.messages.write("{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}\n")
        try? console.messages.flush()
    }
}
