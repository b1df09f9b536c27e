import Foundation
import GraphStore
import Naming
import QueryEngine
import QuerySyntax
import RDF
import Testing

/// Generated queries, answered natively and, translated to SPARQL, by another engine over the exported graph.
struct OracleTests {
    /// How many queries a run compares.
    static let count = 1_000
    static let hasOracle = run(["python3", "-c", "import pyoxigraph"]) == 0

    @Test(
        "1,000 generated queries give what pyoxigraph gives for their translation",
        // Skipped without Python's pyoxigraph: pip install pyoxigraph
        .enabled(if: hasOracle))
    func translation() throws {
        var generator = QueryGenerator(seed: 20_240_304)
        let resolver = NameResolver(World.graph)
        let engine = Engine(World.graph)
        var texts: [String] = []
        var queries: [Query] = []
        while queries.count < Self.count {
            let text = generator.query()
            guard let statement = try? QParser.parse(text).first, let parsed = statement.query else {
                Issue.record("does not parse: \(text)")
                break
            }
            // Some random companies are mistakes: a variable that has a value already.
            guard let compiled = try? QCompiler().compile(parsed, source: statement.source) else { continue }
            queries.append(try resolver.resolve(compiled, in: statement.source).value)
            texts.append(text)
        }
        let translations = queries.map { SPARQLPrinter.print($0) }
        let expected = try oracle(translations)
        var nonEmpty = 0
        for (index, query) in queries.enumerated() {
            let native = rows(try engine.evaluate(query))
            let other = expected[index]
            if !native.isEmpty, native != ["no"] { nonEmpty += 1 }
            #expect(
                isSame(native, other, text: texts[index]),
                "\(texts[index])\n\(translations[index])\nnative: \(native.sorted().prefix(8))\noracle: \(other.sorted().prefix(8))"
            )
        }
        // Queries that find nothing compare nothing.
        #expect(nonEmpty > Self.count / 2)
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
