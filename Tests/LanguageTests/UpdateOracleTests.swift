import Foundation
import GraphStore
import QueryEngine
import QuerySyntax
import RDF
import Testing

/// Generated sequences of SPARQL updates, carried out here and by another engine: the datasets come out the same.
struct UpdateOracleTests {
    /// How many sequences a run compares.
    static let count = 250

    @Test(
        "250 generated sequences of updates leave what pyoxigraph leaves",
        // Skipped without Python's pyoxigraph: pip install pyoxigraph
        .enabled(if: OracleTests.hasOracle))
    func sequences() throws {
        var generator = UpdateGenerator(seed: 20_240_917)
        let sequences = (0..<Self.count).map { _ in generator.sequence() }
        let expected = try oracle(sequences)
        var changed = 0
        var refused = 0
        for (sequence, expected) in zip(sequences, expected) {
            var dataset = Dataset()
            var outcomes: [String] = []
            for request in sequence {
                do {
                    try Updater.apply(try SPARQLParser.parseUpdate(request), to: &dataset)
                    outcomes.append("done")
                } catch {
                    outcomes.append("refused")
                    refused += 1
                }
            }
            let lines = Self.lines(dataset)
            if !lines.isEmpty { changed += 1 }
            let text = sequence.joined(separator: "\n----\n")
            #expect(outcomes == expected.outcomes, "\(text)")
            #expect(lines == expected.quads, "\(text)")
            #expect(Set(dataset.names.map { dataset.defaultGraph.text($0) }) == Set(expected.graphs), "\(text)")
        }
        #expect(changed > Self.count / 2)
        #expect(refused > 20)
    }

    /// The quads of a dataset as sorted lines, each blank node as `_:b`.
    private static func lines(_ dataset: Dataset) -> [String] {
        let output = Output()
        dataset.writeNQuads(to: output)
        return output.text.split(separator: "\n").map { String($0).replacing(/_:[^ ]+/, with: "_:b") }.sorted()
    }

    private struct Outcome: Decodable {
        var outcomes: [String]
        var quads: [String]
        var graphs: [String]
    }

    private func oracle(_ sequences: [[String]]) throws -> [Outcome] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tercet-update-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["sequences.json", "results.json"].map { folder.appendingPathComponent($0) }
        try JSONEncoder().encode(sequences).write(to: files[0])
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("update_oracle.py")
        #expect(OracleTests.run(["python3", script.path] + files.map(\.path)) == 0)
        return try JSONDecoder().decode([Outcome].self, from: Data(contentsOf: files[1]))
    }
}

/// Writes requests of SPARQL Update at random, over few terms, so that they meet.
private struct UpdateGenerator {
    private var numbers: Sequence64

    init(seed: UInt64) { numbers = Sequence64(seed: seed) }

    mutating func sequence() -> [String] {
        (0..<(3 + Int(numbers.next() % 5))).map { _ in request() }
    }

    private mutating func request() -> String {
        let count = 1 + Int(numbers.next() % 3)
        return "PREFIX : <http://e/>\n" + (0..<count).map { _ in operation() }.joined(separator: " ;\n")
    }

    private mutating func operation() -> String {
        switch numbers.next() % 20 {
        case 0...4: return "INSERT DATA { \(data(allowsBlank: true)) }"
        case 5: return "DELETE DATA { \(data(allowsBlank: false)) }"
        case 6: return "DELETE WHERE { \(pattern()) }"
        case 7: return "DELETE WHERE { GRAPH \(graph()) { \(pattern()) } }"
        case 8: return "DELETE { \(pattern()) } INSERT { ?s :seen ?o } WHERE { \(pattern()) }"
        case 9: return "INSERT { GRAPH \(graph()) { ?s ?p ?o } } WHERE { ?s ?p ?o FILTER(isIRI(?s)) }"
        case 10:
            return "WITH \(graph()) DELETE { ?s ?p ?o } INSERT { ?s ?p 7 } WHERE { ?s ?p ?o FILTER(isNumeric(?o)) }"
        case 11: return "INSERT { ?s :from ?g } WHERE { GRAPH ?g { ?s ?p ?o } }"
        case 12:
            return "INSERT { ?s :double ?d . _:n :of ?s } USING \(graph()) WHERE { ?s ?p ?o BIND(?o * 2 AS ?d) }"
        case 13:
            return "DELETE { GRAPH ?g { ?s ?p ?o } } USING NAMED \(graph()) WHERE { GRAPH ?g { ?s ?p ?o } }"
        case 14: return "CLEAR \(silent())\(target())"
        case 15: return "DROP SILENT \(target())"
        case 16: return "CREATE \(silent())GRAPH \(graph())"
        case 17: return "DROP \(target())"
        default:
            // A graph that is surely there: made by the operation before it.
            let isDefault = numbers.chance(30)
            let source = isDefault ? "DEFAULT" : graph()
            let triple = isDefault ? ":a :p 1" : "GRAPH \(source) { :a :p 1 }"
            let verb = numbers.pick(["ADD", "COPY", "MOVE"])
            let other = numbers.chance(40) ? "DEFAULT" : graph()
            return "INSERT DATA { \(triple) } ;\n\(verb) \(source) TO \(other)"
        }
    }

    private mutating func silent() -> String { numbers.chance(70) ? "SILENT " : "" }

    private mutating func graph() -> String { numbers.pick([":g1", ":g2", ":g3"]) }

    private mutating func target() -> String {
        numbers.pick(["DEFAULT", "NAMED", "ALL", "GRAPH :g1", "GRAPH :g2"])
    }

    private mutating func data(allowsBlank: Bool) -> String {
        (0..<(1 + Int(numbers.next() % 4))).map { _ in
            let triple = "\(subject(allowsBlank)) \(predicate()) \(object(allowsBlank))"
            return numbers.chance(50) ? "GRAPH \(graph()) { \(triple) }" : "\(triple) ."
        }.joined(separator: " ")
    }

    private mutating func pattern() -> String {
        numbers.pick(["?s ?p ?o", "?s :p ?o", "?s ?p 1", ":a ?p ?o", "?s :q ?o . ?o ?p ?x"])
    }

    private mutating func subject(_ allowsBlank: Bool) -> String {
        allowsBlank && numbers.chance(10) ? "_:x" : numbers.pick([":a", ":b", ":c"])
    }

    private mutating func predicate() -> String { numbers.pick([":p", ":q"]) }

    private mutating func object(_ allowsBlank: Bool) -> String {
        allowsBlank && numbers.chance(10) ? "_:y" : numbers.pick([":a", ":b", "1", "2", "\"x\"", "\"x\"@en", "\"3\""])
    }
}
