import Glibc
import RDF

/// Benchmarks with fixed seeds: CPU time beside wall time, and peak memory. Each runs in a process of its own.
@main
struct TercetBench {
    /// All benchmarks, in the order in which help lists them.
    static let benchmarks: [Benchmark] =
        storeBenchmarks + textBenchmarks + parserBenchmarks + accuracyBenchmarks + shellBenchmarks + [
            coreferenceBenchmark, spanBenchmark, namesBenchmark, readBenchmark,
        ]

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let name = arguments.first, let benchmark = benchmarks.first(where: { $0.name == name }) else {
            printUsage()
            exit(arguments.isEmpty || arguments[0] == "--help" || arguments[0] == "help" ? 0 : 64)
        }
        do {
            try benchmark.run(Array(arguments.dropFirst()))
        } catch let missing as SharedData.Missing {
            print("\(missing)")
        } catch {
            let output = Output.standardError()
            output.write("\(error)\n")
            try? output.close()
            exit(1)
        }
    }

    private static func printUsage() {
        let output = Output.standardOutput()
        output.write("usage: tercet-bench BENCHMARK [FILE]\n\n")
        let width = benchmarks.map(\.name.count).max() ?? 0
        for benchmark in benchmarks {
            let padding = String(repeating: " ", count: width - benchmark.name.count)
            output.write("  \(benchmark.name)\(padding)  \(benchmark.summary)\n")
        }
        try? output.close()
    }
}

/// A benchmark that can be called by name.
struct Benchmark: Sendable {
    var name: String
    /// One line for the help.
    var summary: String
    /// Runs with the arguments behind the name, and prints.
    var run: @Sendable ([String]) throws -> Void
}
