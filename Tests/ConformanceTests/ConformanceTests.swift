import Foundation
import GraphStore
import QueryEngine
import QuerySyntax
import RDF
import Results
import Testing

/// The W3C's tests of SPARQL, Turtle and N-Triples: `make conformance W3C=…` runs them and prints a line a group.
///
/// Without the suite's files they are skipped.
@Suite(.enabled(if: W3CTest.folder != nil, "skipped: no suite at W3C, TERCET_DATA/w3c or ../shared/w3c"))
struct ConformanceTests {
    /// The tests that are known not to pass, each with its reason.
    static let known: [String: String] = [:]

    @Test(arguments: ["index.jsonl", "index_unmarked_ntriples.jsonl"])
    func `Every test passes`(index: String) throws {
        var counts: [String: (passed: Int, all: Int)] = [:]
        var failures: [String] = []
        for test in try W3CTest.all(index) {
            let reason = Self.failure(of: test)
            let group = test.suite + "/" + test.group
            counts[group, default: (0, 0)].all += 1
            if let reason {
                if Self.known[test.id] == nil { failures.append("\(test.id): \(reason)") }
            } else {
                counts[group, default: (0, 0)].passed += 1
            }
        }
        for (group, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("\(group): \(count.passed) of \(count.all)")
        }
        for failure in failures { print("  " + failure) }
        #expect(failures.isEmpty)
    }

    /// Why a test doesn't pass; nil when it does.
    static func failure(of test: W3CTest) -> String? {
        do {
            switch (test.kind, test.input ?? test.query) {
            case ("positive-syntax", let path?): return try syntaxError(test, path).map { "refused: \($0)" }
            case ("negative-syntax", let path?):
                return try syntaxError(test, path) == nil ? "accepted what is wrong" : nil
            case ("parse-eval", let path?):
                guard let result = test.result else { return "the test has no result" }
                let actual = try ResultReader.triples(path, base: test.base)
                let expected = try ResultReader.triples(result, base: nil)
                return Isomorphism.areEqual(actual, expected) ? nil : "other triples"
            case ("query-eval", let path?), ("query-eval-csv", let path?): return try evaluate(test, path)
            default: return "unknown kind of test"
            }
        } catch {
            return "\(error)"
        }
    }

    /// The message for a text that isn't well formed; nil for one that is.
    private static func syntaxError(_ test: W3CTest, _ path: String) throws -> String? {
        guard let url = W3CTest.url(path) else { return "no such file" }
        let data = try Data(contentsOf: url)
        do {
            if let syntax = DataSyntax(path: path) {
                _ = try syntax.quads(of: Array(data), base: test.base)
            } else {
                _ = try SPARQLParser.parseQuery(String(decoding: data, as: UTF8.self), base: W3CTest.iri(path))
            }
            return nil
        } catch let error {
            return error.description
        }
    }

    private static func evaluate(_ test: W3CTest, _ path: String) throws -> String? {
        guard let url = W3CTest.url(path), let resultPath = test.result else { return "no query or result" }
        let text = try String(contentsOf: url, encoding: .utf8)
        let query = try SPARQLParser.parseQuery(text, base: W3CTest.iri(path))
        var inputs = (test.data ?? []).map { DataInput(W3CTest.path($0), base: W3CTest.iri($0)) }
        for graph in test.named ?? [] {
            inputs.append(DataInput(W3CTest.path(graph.file), base: graph.graph, graph: graph.graph))
        }
        for file in Set((test.from ?? []) + (test.fromNamed ?? [])).sorted() {
            inputs.append(DataInput(W3CTest.path(file), base: W3CTest.iri(file), graph: W3CTest.iri(file)))
        }
        var dataset = Dataset()
        try dataset.load(inputs)
        let actual = try Engine(dataset).evaluate(query)
        if resultPath.hasSuffix(".csv") {
            guard let expectedURL = W3CTest.url(resultPath) else { return "no result" }
            let output = Output()
            CommaSeparated(.standard, labels: Labels(Graph())).write(actual, to: output)
            let expected = try String(contentsOf: expectedURL, encoding: .utf8)
            // Blank nodes may have any label.
            let lines = { (text: String) in
                text.replacingOccurrences(of: "\r", with: "").split(separator: "\n").map { line in
                    line.split(separator: ",", omittingEmptySubsequences: false)
                        .map { $0.hasPrefix("_:") ? "_:" : String($0) }.joined(separator: ",")
                }.sorted()
            }
            return lines(output.text) == lines(expected) ? nil : "other text: \(output.text)"
        }
        let expected = try ResultReader.read(resultPath)
        return ResultComparison.difference(
            actual, expected, isOrdered: test.ordered ?? false,
            isLax: test.cardinality == "lax" || test.cardinality == "LaxCardinality")
    }
}
