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

    /// A format by its name, which is all that a run says of it.
    struct Named: CustomTestStringConvertible {
        let testDescription: String
        let format: any ResultFormat

        init(_ name: String, _ format: any ResultFormat) {
            testDescription = name
            self.format = format
        }
    }

    static let formats: [Named] = [
        Named("table", BoxTable(labels: Labels(graph))),
        Named("table with a width", BoxTable(labels: Labels(graph), width: 40)),
        Named("csv", CommaSeparated(.standard, labels: Labels(graph))),
        Named("csv, plain", CommaSeparated(.plain, labels: Labels(graph))),
        Named("tsv", TabSeparated(.standard, labels: Labels(graph))),
        Named("tsv, plain", TabSeparated(.plain, labels: Labels(graph))),
        Named("json", JSONResults()), Named("xml", XMLResults()), Named("list", ListFormat(labels: Labels(graph))),
        Named("line", LineFormat(labels: Labels(graph))), Named("markdown", MarkdownFormat(labels: Labels(graph))),
        Named("nt", triples), Named("ttl", TurtleFormat(rows: triples)),
    ]

    static let triples = NTriplesFormat(
        patterns: [TriplePattern(.variable(Variable("a")), .term(.iri("urn:label")), .variable(Variable("b")))],
        graph: graph)

    static let results = [
        "SELECT ?a ?b ?c ?d { ?a <urn:label> ?b . ?c <urn:label> ?d }",
        "CONSTRUCT { ?a <urn:with> ?c } WHERE { ?a <urn:label> ?b . ?c <urn:label> ?d }",
    ]

    @Test(arguments: formats) func `A format asks all the time whether it may go on, and stops when told to`(
        _ format: Named
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
                #expect(longest < Self.longest, "\(format.testDescription): \(longest) s without a look")
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
