import Foundation
import GraphStore
import Naming
import QueryEngine
import QuerySyntax
import RDF
import Testing

/// Generated texts of the language, answered natively and, translated to SPARQL as `.sparql` shows it, over the exported
/// graph: by our own reader of SPARQL and, where it is there, by another engine.
struct OracleTests {
    /// How many texts a run compares.
    static let count = 1_200
    static let hasOracle = run(["python3", "-c", "import pyoxigraph"]) == 0
    static let generated = TranslationSample.generate(count: count, seed: 20_240_304)
    /// The graph as it comes back from its export.
    static let exported: Graph = {
        var graph = Graph()
        _ = try? graph.load(nTriples: Array(World.graph.nTriples()))
        return graph
    }()

    @Test func `Every row of the translation table is hit by texts that find something`() throws {
        #expect(Self.generated.samples.count == Self.count, "\(Self.generated.failure ?? "")")
        var hits: [String: Int] = [:]
        for sample in Self.generated.samples where !(try native(sample)).isEmpty {
            for row in TranslationTable.rows where row.isUsed(in: sample) { hits[row.name, default: 0] += 1 }
        }
        for row in TranslationTable.rows {
            #expect(hits[row.name, default: 0] >= 1, "\(row.name): in \(hits[row.name, default: 0]) texts")
        }
    }

    @Test func `1,200 generated texts give the same rows when their SPARQL is run over the exported graph`() throws {
        for sample in Self.generated.samples {
            let native = try native(sample)
            let other = try overExport(sample.translation)
            expectSame(native, other, sample)
        }
    }

    @Test(
        "1,200 generated texts give what pyoxigraph gives for their SPARQL",
        // Skipped without Python's pyoxigraph: pip install pyoxigraph
        .enabled(if: hasOracle))
    func translation() throws {
        let samples = Self.generated.samples
        let expected = try oracle(samples.map(\.translation))
        var nonEmpty = 0
        for (sample, other) in zip(samples, expected) {
            let native = try native(sample)
            if !native.isEmpty, native != ["no"] { nonEmpty += 1 }
            expectSame(native, other, sample)
        }
        // Queries that find nothing compare nothing.
        #expect(nonEmpty > Self.count / 2)
    }

    private func expectSame(_ native: [String], _ other: [String], _ sample: TranslationSample) {
        let isEqual = isSame(native, other, text: sample.text)
        guard !isEqual else { return }
        let missing = Set(other).subtracting(native).sorted().prefix(8)
        let more = Set(native).subtracting(other).sorted().prefix(8)
        Issue.record(
            "\(sample.text)\n\(sample.translation)\n\(native.count) rows, \(other.count) by SPARQL\nmissing: \(missing)\nmore: \(more)"
        )
    }

    /// The rows of a query, or the graph that a change leaves.
    private func native(_ sample: TranslationSample) throws -> [String] {
        switch sample.statement {
        case .query(let query): return rows(try Engine(World.graph).evaluate(query))
        case .update(let operations): return try changed(operations, World.graph)
        }
    }

    /// The same by way of SPARQL as text.
    private func overExport(_ text: String) throws -> [String] {
        switch try SPARQLParser.parse(SourceText(text)) {
        case .query(let query): return rows(try Engine(Self.exported).evaluate(query))
        case .update(let operations): return try changed(operations, Self.exported)
        }
    }

    private func changed(_ operations: [UpdateOperation], _ graph: Graph) throws -> [String] {
        var dataset = Dataset(graph)
        try Updater.apply(operations, to: &dataset)
        return String(decoding: dataset.defaultGraph.nTriples(), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func isSame(_ native: [String], _ other: [String], text: String) -> Bool {
        // Which rows a limit keeps is an engine's own choice where nothing orders them.
        if text.contains(" limit ") { return native.count == other.count }
        if text.contains("list(") {
            // So is the order within a group.
            func parts(_ row: String) -> [Character] { row.sorted() }
            return native.map(parts).map { String($0) }.sorted() == other.map(parts).map { String($0) }.sorted()
        }
        return native.sorted() == other.sorted()
    }

    private func rows(_ result: QueryResult) -> [String] {
        switch result {
        case .boolean(let answer): return [answer ? "yes" : "no"]
        case .graph(let triples):
            return triples.map { "\(text($0.subject)) \(text($0.predicate)) \(text($0.object))" }
        case .solutions(let solutions):
            return (0..<solutions.count).map { row in
                solutions.row(row).map { $0.map(text) ?? "" }.joined(separator: "\t")
            }
        }
    }

    private func text(_ term: Term) -> String {
        switch term {
        case .iri(let iri): return "<\(iri)>"
        case .blank(let label): return "_:\(label)"
        case .literal(let literal):
            let form = "\"" + literal.lexicalForm.replacingOccurrences(of: "\"", with: "\\\"") + "\""
            return literal.datatype == XSD.string ? form : form + "^^<\(literal.datatype)>"
        }
    }

    /// The answers of pyoxigraph, a line a row.
    private func oracle(_ queries: [String]) throws -> [[String]] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tercet-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["graph.nt", "queries.json", "results.json"].map { folder.appendingPathComponent($0) }
        try Data(World.graph.nTriples()).write(to: files[0])
        try JSONEncoder().encode(queries).write(to: files[1])
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("oracle.py")
        let status = Self.run(["python3", script.path] + files.map(\.path))
        #expect(status == 0)
        return try JSONDecoder().decode([[String]].self, from: Data(contentsOf: files[2]))
    }

    static func run(_ arguments: [String]) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
