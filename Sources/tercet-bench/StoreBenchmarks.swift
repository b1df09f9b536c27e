import Glibc
import GraphStore
import RDF

/// The store: reading, loading and writing N-Triples.
let storeBenchmarks: [Benchmark] = [
    Benchmark(name: "parse-ntriples", summary: "N-Triples to delimited terms, without a store") { arguments in
        try withNTriples(arguments) { path in
            let size = Double((try? Files.read(path).count) ?? 0)
            var statements = 0
            let (_, time) = try Measurement.of {
                let reader = StatementReader(try InputFile(path))
                var statement = ScannedStatement()
                while try reader.next(&statement) { statements += 1 }
            }
            time.report("parse \(statements) triples", amount: size / 1e6, unit: "MB")
        }
    },
    Benchmark(name: "load", summary: "N-Triples to a graph that can be queried, and its memory") { arguments in
        try withNTriples(arguments) { path in
            let before = ResidentMemory.now
            var graph = Graph()
            let (_, time) = try Measurement.of { try graph.load(file: path) }
            time.report("load \(graph.count) triples", amount: Double(graph.count) / 1e6, unit: "M triples")
            let grown = Double(ResidentMemory.now - before)
            let peak = Double(ResidentMemory.peak - before)
            let output = Output.standardOutput()
            output.write(
                "memory: at rest \(rounded(grown / Double(graph.count), 1)) bytes a triple, "
                    + "peak \(rounded(peak / Double(graph.count), 1)) (\(rounded(peak / grown, 2)) times)\n")
            try output.close()
        }
    },
    Benchmark(name: "export", summary: "a graph to sorted N-Triples") { arguments in
        try withNTriples(arguments) { path in
            var graph = Graph()
            try graph.load(file: path)
            let target = "\(path).export.nt"
            defer { unlink(target) }
            let (_, time) = try Measurement.of { try graph.export(to: target) }
            let size = Double((try? Files.read(target).count) ?? 0)
            time.report("export \(graph.count) triples", amount: size / 1e6, unit: "MB")
        }
    },
]

/// Calls with the path of the file that was given, else of one with 200,000 generated triples that is then removed.
private func withNTriples(_ arguments: [String], _ use: (String) throws -> Void) throws {
    if let path = arguments.first { return try use(path) }
    let path = "/tmp/tercet-bench-\(getpid()).nt"
    defer { unlink(path) }
    let output = try Output(path: path)
    var generator = GraphGenerator(seed: 7)
    generator.write(200_000, to: output)
    try output.close()
    try use(path)
}
