import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import QueryEngine

/// What updates do at the edges of the recommendation.
@Suite struct UpdateCornerTests {
    private static let prologue = "PREFIX : <\(Make.namespace)> "

    /// The quads of a dataset, the name of their graph behind them.
    private func quads(_ dataset: Dataset) throws -> [String] {
        let query = try SPARQLParser.parseQuery(
            "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?g ?s ?p ?o")
        guard case .solutions(let found) = try Engine(dataset).evaluate(query) else { return [] }
        return (0..<found.count).map { row in
            found.row(row).compactMap { $0.map(Engine.short) }.joined(separator: " ")
        }
    }

    private func dataset() throws -> Dataset {
        var dataset = Dataset()
        try apply(
            "INSERT DATA { :a :p :b . :a :n 1 . GRAPH :g1 { :a :p :x . :c :q 'z' } GRAPH :g2 { :d :q 't' } }",
            to: &dataset)
        return dataset
    }

    private func apply(_ text: String, to dataset: inout Dataset) throws {
        try Updater.apply(try SPARQLParser.parseUpdate(Self.prologue + text), to: &dataset)
    }

    static let whole = ["a n 1", "a p b", "a p x g1", "c q z g1", "d q t g2"]

    @Test(arguments: [
        // A graph that is not there is empty for WITH, and comes into being.
        ("WITH :none INSERT { :a :b :c } WHERE {}", whole + ["a b c none"]),
        ("WITH :g1 DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", ["a n 1", "a p b", "d q t g2"]),
        // USING says what is asked, WITH where it goes.
        (
            "WITH :g1 INSERT { ?s :was ?o } USING :g2 WHERE { ?s :q ?o }",
            ["a n 1", "a p b", "a p x g1", "c q z g1", "d was t g1", "d q t g2"]
        ),
        (
            "WITH :g1 INSERT { ?s :was ?o } USING NAMED :g2 WHERE { GRAPH ?g { ?s :q ?o } }",
            ["a n 1", "a p b", "a p x g1", "c q z g1", "d was t g1", "d q t g2"]
        ),
        ("DELETE { ?a ?b ?c } USING :g1 USING :g2 WHERE { ?a ?b ?c }", whole),
        ("DELETE { GRAPH :g1 { ?a ?b ?c } } USING :g1 USING :g2 WHERE { ?a ?b ?c }", ["a n 1", "a p b", "d q t g2"]),
        // What would be no triple is left out; the rest of the template is not.
        (
            "INSERT { ?n :x :y . ?s :k :l } WHERE { ?s :n ?n }",
            ["a k l", "a n 1", "a p b", "a p x g1", "c q z g1", "d q t g2"]
        ),
        (
            "INSERT { ?nothing :x :y . :k :l :m } WHERE {}",
            ["a n 1", "a p b", "k l m", "a p x g1", "c q z g1", "d q t g2"]
        ),
        (
            "DELETE { ?s :n ?n } INSERT { ?s :n ?m } WHERE { ?s :n ?n BIND(?n + 1 AS ?m) }",
            ["a n 2", "a p b", "a p x g1", "c q z g1", "d q t g2"]
        ),
        ("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", ["a n 1", "a p b"]),
        ("CLEAR NAMED", ["a n 1", "a p b"]), ("DROP NAMED", ["a n 1", "a p b"]),
        ("CLEAR DEFAULT", ["a p x g1", "c q z g1", "d q t g2"]),
        ("DROP DEFAULT", ["a p x g1", "c q z g1", "d q t g2"]),
        ("CLEAR ALL", []), ("DROP ALL", []), ("CLEAR SILENT GRAPH :none", whole), ("DROP SILENT GRAPH :none", whole),
        ("CLEAR GRAPH :g1 ; CLEAR GRAPH :g1", ["a n 1", "a p b", "d q t g2"]),
        ("CREATE SILENT GRAPH :g1", whole), ("CREATE GRAPH :new ; DROP GRAPH :new", whole),
        ("COPY :g2 TO DEFAULT", ["d q t", "a p x g1", "c q z g1", "d q t g2"]),
        ("COPY :g1 TO :g1", whole), ("MOVE :g1 TO :g1", whole), ("ADD DEFAULT TO DEFAULT", whole),
        ("MOVE :g1 TO :g2", ["a n 1", "a p b", "a p x g2", "c q z g2"]),
        ("ADD SILENT :none TO :g2", whole), ("COPY SILENT :none TO :g2", whole), ("MOVE SILENT :none TO :g2", whole),
        ("LOAD SILENT <file:///nowhere/at-all.nt>", whole), ("LOAD SILENT <http://example.org/x> INTO GRAPH :g", whole),
        ("INSERT DATA { GRAPH :g3 { } }", whole), ("DELETE { } INSERT { } WHERE { }", whole), ("", whole),
        ("DELETE DATA { :a :n 01 }", whole),
        ("INSERT DATA { :k :l :m } ; DELETE DATA { :k :l :m } ;", whole),
    ]) func `An update leaves these quads`(_ text: String, _ expected: [String]) throws {
        var dataset = try dataset()
        try apply(text, to: &dataset)
        #expect(try quads(dataset) == expected)
    }

    @Test(arguments: [
        "CLEAR GRAPH :none", "DROP GRAPH :none", "CREATE GRAPH :g1", "ADD :none TO :g2", "COPY :none TO :g2",
        "MOVE :none TO :g2",
        "LOAD <file:///nowhere/at-all.nt>", "LOAD <http://example.org/x>",
        "INSERT DATA { :k :l :m } ; CLEAR GRAPH :none",
    ]) func `What fails changes nothing`(_ text: String) throws {
        var dataset = try dataset()
        #expect(throws: UpdateError.self) { try apply(text, to: &dataset) }
        #expect(try quads(dataset) == Self.whole)
    }

    @Test(arguments: [
        ("DELETE { _:b :p :c } WHERE {}", "blank"), ("DELETE DATA { _:b :p :c }", "blank"),
        ("DELETE WHERE { _:b :p ?c }", "blank"), ("DELETE { ?s :p [] } WHERE { ?s :p ?o }", "blank"),
        ("INSERT DATA { ?s :p :o }", "variables"), ("DELETE DATA { GRAPH ?g { :a :b :c } }", "variables"),
        ("INSERT DATA { 'x' :b :c }", "literal"), ("INSERT DATA { :a 'b' :c }", ""),
        ("WITH :g DELETE WHERE { ?s ?p ?o }", ""), ("WITH :g INSERT DATA { :a :b :c }", ""), ("CLEAR :g1", ""),
        ("CREATE :g", ""), ("LOAD :x INTO :g", ""), ("COPY ALL TO :g", ""), ("INSERT { ?s :p* ?o } WHERE {}", ""),
        ("DELETE WHERE { ?s :p/:q ?o }", ""), ("INSERT DATA { GRAPH :g { GRAPH :h { :a :b :c } } }", ""),
        ("INSERT DATA { :a :b :c } INSERT DATA { :d :e :f }", ""), ("SELECT * { ?s ?p ?o }", ""),
        ("INSERT DATA { _:a :p _:a } ; INSERT DATA { _:a :p _:a }", ""),
    ]) func `What is no update is not read`(_ text: String, _ word: String) throws {
        do {
            _ = try SPARQLParser.parseUpdate(Self.prologue + text)
            Issue.record("it was read")
        } catch {
            #expect(word.isEmpty || error.message.contains(word), "\(error.message)")
        }
    }
}
