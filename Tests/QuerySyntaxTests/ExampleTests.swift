import RDF
import Testing

@testable import QuerySyntax

/// Statements that the reference shows: each parses and compiles.
let examples = [
    "Hamas holds hostages ?n",
    "who holds hostages",
    "Who holds hostages?",
    "?who reported deaths ?n, ?n >= 40_000",
    "ask Blinken met Netanyahu",
    "Blinken visited ?where and met ?whom",
    "find ?person, ?role where ?person is a person, has role ?role order by ?person",
    "find ?p where ?p is a person, not met Netanyahu",
    "?country backs ?what, maybe ?critic criticized ?what",
    "Israel accepted ?what [any, said by ?who, certainty ?how]",
    "ask Israel accepted \"bridging proposal\"",
    "?s ?r ?o [hedged, sentence ?text, report ?where]",
    "why Hamas holds hostages ?n",
    "find ?who, count(?x) as ?facts where ?who ?r ?x order by ?facts desc, ?who limit 3",
    "about \"bridging proposal\"",
    "param $who : entity = Hamas; $who holds hostages ?n",
    "define ?x is at odds with ?y: ?x criticized ?p, ?y backs ?p;  ?x is at odds with ?y",
    "expect (105): Hamas holds hostages ?n",
    "find ?a, ?b, ?day, ?text where ?a met ?b [on ?day, sentence ?text] order by ?day desc",
    "param $who : entity = _ \"the envoy to follow\"",
    "?x in (Hamas, Israel), ?x ?r ?y",
    "?who reported deaths ?n, ?n in 5..50_000",
    "?x called for ?y, ?y ~ 'ceasefire'",
    "?x backs+ ?y",
    "?x (backs|^criticized)/accepted ?y",
    "?x met ?y or ?x visited ?y",
    "?x met Hamas or visited ?y",
    "?x ?r ?y, not (?x met ?y or ?y met ?x)",
    "let ?m = 5, ?x reported deaths ?n, if ?n > ?m * 2 && !(?n = 7)",
    "count ?who where ?who ?r ?x",
    "find ?who, list(?x) as ?xs where ?who ?r ?x having count(?x) > 2 order by count(?x) desc",
    "add Hamas met Israel",
    "remove Hamas met _",
    "alias \"the White House\" = United States",
    "?p is a critic of ?y",
    "?p is a ?class",
    "expect at least 3 rows: who ?r ?x",
    "expect yes: Hamas holds hostages 105",
    "expect empty: ?x met Hamas",
    "sparql { SELECT * { ?s ?p \"}\" } }",
    "build ?x knows ?y where ?x met ?y",
    "explain who holds hostages",
    "include 'people.q'",
    "output csv 'met.csv'",
    "why not Netanyahu promised 'dismantling'",
    "?x visited ?y [since 2024-06, before 2024-07-15, in Gaza, not hedged]",
    "?x reported deaths 40 km [published since 2024]",
]

struct ExampleTests {
    @Test(arguments: examples)
    func parsesAndCompiles(text: String) throws {
        let statements = try QParser.parse(text)
        let compiler = QCompiler(
            definitions: statements.compactMap {
                if case .define(let definition) = $0.kind { definition } else { nil }
            })
        for statement in statements {
            if case .edit(let edit) = statement.kind { _ = try compiler.compile(edit, source: statement.source) }
            guard let query = statement.query else { continue }
            if case .whyNot = query.form { continue }
            _ = try compiler.compile(query, source: statement.source)
        }
    }

    @Test func aPatternIsABasicGraphPattern() throws {
        let statement = try #require(try QParser.parse("Hamas holds hostages ?n").first)
        let query = try QCompiler().compile(try #require(statement.query), source: statement.source)
        #expect(query.form == .select([Variable("n")]))
        #expect(
            query.algebra
                == .project(
                    .bgp([
                        TriplePattern(
                            .name(Name("Hamas", kind: .entity, range: 0..<5)),
                            .name(Name("holds hostages", kind: .relation, range: 6..<20)), .variable(Variable("n")))
                    ]), [Variable("n")]))
    }
}

/// Blank nodes mean one thing in a pattern and another in a template.
@Suite struct TemplateTests {
    @Test func `Blank nodes of a template are printed as such, those of a pattern as variables`() throws {
        let query = try SPARQLParser.parseQuery(
            "CONSTRUCT { [] <urn:p> ?x . _:b <urn:q> _:b } WHERE { ?x ?p _:b . [] ?q _:b }")
        #expect(
            SPARQLPrinter.print(query) == """
                CONSTRUCT {
                  _:node.1 <urn:p> ?x .
                  _:b <urn:q> _:b .
                }
                WHERE {
                  ?x ?p ?_b .
                  ?_node_2 ?q ?_b .
                }
                """)
    }

    @Test(arguments: [
        "CONSTRUCT { [] <urn:p> ?x . _:b <urn:q> _:b } WHERE { ?x ?p _:b . [] ?q _:b }",
        "CONSTRUCT WHERE { ?x <urn:p> _:b . [] <urn:q> _:b }",
    ])
    func `A printed template is read again as it was`(text: String) throws {
        let printed = SPARQLPrinter.print(try SPARQLParser.parseQuery(text))
        #expect(SPARQLPrinter.print(try SPARQLParser.parseQuery(printed)) == printed)
    }

    @Test(arguments: [
        "INSERT DATA {\n  _:b <urn:p> _:c .\n}",
        "INSERT {\n  _:b <urn:p> ?x .\n}\nWHERE {\n  ?x <urn:q> ?_b .\n}",
    ])
    func `A printed update is read again as it was`(text: String) throws {
        #expect(SPARQLPrinter.print(try SPARQLParser.parseUpdate(text)) == text)
    }
}
