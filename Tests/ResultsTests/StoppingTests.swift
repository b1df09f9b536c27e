import GraphStore
import QueryEngine
import QuerySyntax
import RDF
import Testing

@testable import Results

/// Writing a result is as easy to stop as evaluating its query: each format asks all the time whether it may go on.
@Suite(.serialized) struct StoppingTests {
    /// Meant is a tenth of a second, which a quiet machine keeps to; one whose cores others use takes up to twice as long.
    static let longest = 0.2

    static let graph: Graph = {
        var text = ""
        for number in 0..<150 {
            text += "<urn:thing:\(number)> <urn:label> \"a text that is some words long, \(number)\" .\n"
        }
        var graph = Graph()
        _ = try? graph.load(nTriples: Array(text.utf8))
        return graph
    }()

    static func result(_ text: String) throws -> QueryResult {
        try Engine(graph).evaluate(SPARQLParser.parseQuery(text))
    }

    static let formats: [(name: String, format: any ResultFormat)] = [
        ("table", BoxTable(labels: Labels(graph))),
        ("table with a width", BoxTable(labels: Labels(graph), width: 40)),
        ("csv", CommaSeparated(.standard, labels: Labels(graph))),
        ("csv, plain", CommaSeparated(.plain, labels: Labels(graph))),
        ("tsv", TabSeparated(.standard, labels: Labels(graph))),
        ("tsv, plain", TabSeparated(.plain, labels: Labels(graph))),
        ("json", JSONResults()), ("xml", XMLResults()), ("list", ListFormat(labels: Labels(graph))),
        ("line", LineFormat(labels: Labels(graph))), ("markdown", MarkdownFormat(labels: Labels(graph))),
        ("nt", triples), ("ttl", TurtleFormat(rows: triples)),
    ]

    static let triples = NTriplesFormat(
        patterns: [TriplePattern(.variable(Variable("a")), .term(.iri("urn:label")), .variable(Variable("b")))],
        graph: graph)

    static let results = [
        "SELECT ?a ?b ?c ?d { ?a <urn:label> ?b . ?c <urn:label> ?d }",
        "CONSTRUCT { ?a <urn:with> ?c } WHERE { ?a <urn:label> ?b . ?c <urn:label> ?d }",
    ]

    @Test(arguments: formats) func `A format asks all the time whether it may go on, and stops when told to`(
        _ format: (name: String, format: any ResultFormat)
    ) throws {
        for query in Self.results {
            let result = try Self.result(query)
            for isPage in [true, false] {
                let output = isPage ? Output() : try Output(path: "/dev/null")
                var last = Clock.threadSeconds
                var longest = 0.0
                var looks = 0
                var looksAllowed = Int.max
                func write() {
                    last = Clock.threadSeconds
                    looks = 0
                    output.write(until: { _ in
                        longest = max(longest, Clock.threadSeconds - last)
                        last = Clock.threadSeconds
                        looks += 1
                        return looks >= looksAllowed
                    }) { format.format.write(result, to: output) }
                }
                write()
                #expect(longest < Self.longest, "\(format.name): \(longest) s without a look")
                guard isPage else { continue }
                let whole = output.bytes.count
                #expect(!output.hasFailed)
                #expect(looks > 4)
                looksAllowed = looks / 2
                write()
                #expect(looks == looksAllowed, "nothing is asked again after the answer was to stop")
                #expect(output.bytes.count - whole < whole)
                #expect(!output.hasFailed, "the next work may write again")
            }
        }
    }

    @Test func `What a page and the triples of rows take is told to whoever counts memory`() throws {
        let result = try Self.result(Self.results[0])
        for (format, least) in [
            (BoxTable(labels: Labels(Self.graph)) as any ResultFormat, 2_000_000), (Self.triples, 2000),
        ] {
            let page = Output()
            var most = 0
            page.write(until: { bytes in
                most = max(most, bytes)
                return false
            }) { format.write(result, to: page) }
            #expect(most > least)
        }
    }
}
