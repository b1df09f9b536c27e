import RDF
import Testing

@testable import GraphStore

@Suite struct GraphTests {
    private let lines = """
        <http://example.org/a> <http://example.org/knows> <http://example.org/b> .
        <http://example.org/a> <http://example.org/age> "041"^^<http://www.w3.org/2001/XMLSchema#integer> .
        <http://example.org/b> <http://example.org/name> "B\\u00e9a \\"B\\""@fr .
        _:x <http://example.org/knows> <http://example.org/a> .

        """

    @Test func loadsMatchesAndExports() throws {
        var graph = Graph()
        let summary = try graph.load(nTriples: Array(lines.utf8))
        #expect(summary == LoadSummary(statements: 4, added: 4))
        let a = try #require(graph.id(of: .iri("http://example.org/a")))
        let knows = try #require(graph.id(of: .iri("http://example.org/knows")))
        #expect(graph.count(a, nil, nil) == 2)
        #expect(graph.count(nil, knows, nil) == 2)
        #expect(graph.count(nil, nil, a) == 1)
        #expect(graph.match(nil, knows, a).subjects[0] == graph.id(of: .blank("x")))
        let age = graph.match(a, graph.id(of: .iri("http://example.org/age")), nil).objects[0]
        #expect(graph.term(age) == .literal(Literal("041", datatype: XSD.integer)))
        #expect(graph.numericValue(age) == 41)
        #expect(graph.datatype(age) == .integer)
        #expect(graph.predicates.count == 3)
        #expect(
            String(decoding: graph.nTriples(), as: UTF8.self) == """
                <http://example.org/a> <http://example.org/age> "041"^^<http://www.w3.org/2001/XMLSchema#integer> .
                <http://example.org/a> <http://example.org/knows> <http://example.org/b> .
                <http://example.org/b> <http://example.org/name> "Béa \\"B\\""@fr .
                _:x <http://example.org/knows> <http://example.org/a> .

                """)
    }

    @Test func aBadLineAddsNothing() throws {
        var graph = Graph()
        try graph.load(nTriples: Array(lines.utf8))
        let before = graph.nTriples()
        #expect(throws: InputError.self) {
            try graph.load(nTriples: Array("<http://a/b> <http://a/c> <http://a/d> .\n<x> <y> <z> .\n".utf8))
        }
        #expect(graph.nTriples() == before)
        #expect(graph.id(of: .iri("http://a/b")) == nil)
    }
}
