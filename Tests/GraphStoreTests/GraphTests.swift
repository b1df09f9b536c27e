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

    @Test func aCopyIsASnapshot() throws {
        var graph = Graph()
        try graph.load(nTriples: Array(lines.utf8))
        let snapshot = graph
        let slice = graph.match()
        let before = snapshot.nTriples()
        graph.insert(Triple(.iri("urn:new"), .iri("urn:p"), .string("new")))
        graph.remove(matching: graph.id(of: .iri("http://example.org/a")))
        #expect(graph.count == 3)
        #expect(snapshot.nTriples() == before)
        #expect(snapshot.id(of: .iri("urn:new")) == nil)
        #expect(slice.count == 4)
    }

    @Test func blankNodesOfAnotherFileAreOtherNodes() throws {
        var graph = Graph()
        let text = Array("_:a <urn:p> _:b .\n_:b <urn:p> _:a-2 .\n".utf8)
        try graph.load(nTriples: text)
        try graph.load(nTriples: text)
        #expect(
            String(decoding: graph.nTriples(), as: UTF8.self) == """
                _:a <urn:p> _:b .
                _:a-3 <urn:p> _:b-2 .
                _:b <urn:p> _:a-2 .
                _:b-2 <urn:p> _:a-2-2 .

                """)
    }

    /// A label that was given to another node is no longer free for the node that bears it in the file.
    @Test func renamedBlankNodesDoNotCollide() throws {
        var graph = Graph()
        try graph.load(nTriples: Array("_:a <urn:p> <urn:first> .".utf8))
        try graph.load(nTriples: Array("_:a <urn:p> <urn:second> .\n_:a-2 <urn:p> <urn:third> .".utf8))
        #expect(graph.count == 3 && Set((0..<3).map { graph.match()[$0].subject }).count == 3)
    }

    /// Escaped and plain forms are one term, and so are `xsd:string` and no datatype.
    @Test func oneTermHasOneID() throws {
        var graph = Graph()
        try graph.load(
            nTriples: Array(
                """
                <http://a/\\u00e9> <urn:p> "\\u0041\\t" .
                <http://a/é> <urn:p> "A\\u0009"^^<http://www.w3.org/2001/XMLSchema#string> .
                <http://a/é> <urn:p> "A\\t"^^<http://www.w3.org/2001/XMLSchema#\\u0073tring> .
                """.utf8))
        #expect(graph.count == 1)
        #expect(graph.contains(Triple(.iri("http://a/é"), .iri("urn:p"), .string("A\t"))))
        // Neither are forms of one number one term, nor tags of one language.
        graph.insert(contentsOf: [
            Triple(.iri("urn:a"), .iri("urn:p"), .literal(Literal("1", datatype: XSD.integer))),
            Triple(.iri("urn:a"), .iri("urn:p"), .literal(Literal("01", datatype: XSD.integer))),
            Triple(.iri("urn:a"), .iri("urn:p"), .literal(Literal("a", language: "en"))),
            Triple(.iri("urn:a"), .iri("urn:p"), .literal(Literal("a", language: "EN"))),
        ])
        #expect(graph.count == 5)
    }

    /// Namespaces that begin in one another, and names that sort between them.
    @Test func exportIsSortedByWholeLines() throws {
        let namespaces = [
            "http://a/", "http://a/b/", "http://a/b/c#", "http://a/b#", "http://a/b", "urn:x:", "urn:x:y/", "urn:x:y:",
        ]
        let locals = ["", "b", "b.", "bc", "a", "é", "~", "!", "b=", "%41", "0", "y", "Y"]
        let iris = namespaces.flatMap { namespace in locals.map { Term.iri(namespace + $0) } }
        let literals = ["", "a", "a b", "ab", "abcdefgh", "abcdefghi", "a\"", "a\\", "\u{1}", "é", " "].flatMap {
            [Term.string($0), .literal(Literal($0, language: "en")), .literal(Literal($0, datatype: "urn:t"))]
        }
        let subjects = iris + [.blank("a"), .blank("a-b"), .blank("a.b"), .blank("ab")]
        var triples = subjects.map { Triple($0, .iri("urn:p"), .iri("urn:o")) }
        triples += iris.map { Triple(.iri("urn:s"), $0, .string("o")) }
        triples += (subjects + literals).map { Triple(.iri("urn:s"), .iri("urn:p"), $0) }
        #expect(Graph(triples).nTriples() == NTriples.sortedLines(triples))
    }

    @Test func aTermLongerThanTheBuffers() throws {
        let long = Term.string(String(repeating: "é\"", count: 400_000))
        let triples = [Triple(.iri("urn:a"), .iri("urn:p"), long), Triple(.iri("urn:b"), .iri("urn:p"), long)]
        var graph = Graph()
        try graph.load(nTriples: NTriples.sortedLines(triples))
        #expect(graph.nTriples() == NTriples.sortedLines(triples))
        #expect(graph.contains(triples[1]))
    }

    /// More namespaces, datatypes and languages than there are affixes.
    @Test func manyNamespacesAndDatatypes() throws {
        var triples: [Triple] = []
        for number in 0..<70_000 {
            let object: Term
            switch number % 3 {
            case 0: object = .literal(Literal("\"\(number)", datatype: "urn:type:\(number)"))
            case 1: object = .literal(Literal("\n", language: "x-\(number)"))
            default: object = .iri("http://host\(number)/path#")
            }
            triples.append(Triple(.iri("http://host/\(number)/name"), .iri("urn:p"), object))
        }
        var graph = Graph(triples)
        #expect(graph.count == triples.count)
        for triple in triples.suffix(100) + triples.prefix(100) {
            #expect(graph.contains(triple))
            let id = try #require(graph.id(of: triple.object))
            #expect(graph.term(id) == triple.object)
            if case .literal(let literal) = triple.object {
                #expect(graph.language(id) == literal.language)
                #expect((graph.datatype(id) == .langString) == (literal.language != nil))
            }
        }
        let exported = graph.nTriples()
        #expect(exported == NTriples.sortedLines(triples))
        #expect(try graph.load(nTriples: exported) == LoadSummary(statements: 70_000, added: 0))
        #expect(throws: InputError.self) {
            try graph.load(nTriples: Array("<urn:new/a> <urn:p> \"a\"@x-new .\n.".utf8))
        }
        #expect(graph.nTriples() == exported)
        #expect(graph.id(of: .iri("urn:new/a")) == nil)
    }

    @Test(arguments: [
        NumericCase("1", XSD.integer, 1), NumericCase("-007", XSD.integer, -7), NumericCase("+5", XSD.integer, 5),
        NumericCase(" 5 ", XSD.integer, 5), NumericCase("1.50", XSD.decimal, 1.5), NumericCase(".5", XSD.decimal, 0.5),
        NumericCase("5.", XSD.decimal, 5), NumericCase("1e3", XSD.double, 1000),
        NumericCase("-INF", XSD.double, -Double.infinity),
        NumericCase("12345678901234567890", XSD.integer, 1.2345678901234567e19),
        NumericCase("1e3", XSD.decimal, nil), NumericCase("", XSD.integer, nil), NumericCase("1.0", XSD.integer, nil),
        NumericCase("0x10", XSD.double, nil), NumericCase("nan", XSD.double, nil), NumericCase("5", XSD.string, nil),
        NumericCase("-", XSD.integer, nil), NumericCase(".", XSD.decimal, nil),
        NumericCase("5", "http://www.w3.org/2001/XMLSchema#byte", 5),
    ])
    func numericValues(_ example: NumericCase) {
        var graph = Graph()
        let id = graph.intern(.literal(Literal(example.form, datatype: example.datatype)))
        #expect(graph.numericValue(id) == example.value)
    }
}

/// A lexical form and what it is worth.
struct NumericCase: Sendable {
    var form: String
    var datatype: String
    var value: Double?

    init(_ form: String, _ datatype: String, _ value: Double?) {
        self.form = form
        self.datatype = datatype
        self.value = value
    }
}
