import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import QueryEngine

/// What plans do, by rows a node: a bad plan fails here without a clock.
@Suite struct PlanTests {
    /// 2,000 people of 100 towns; one of them is the mayor of town0, each knows the next.
    static let graph: Graph = {
        var triples: [Triple] = []
        for number in 0..<2000 {
            let person = Make.iri("person\(number)")
            triples.append(Triple(person, Make.iri("type"), Make.iri("Person")))
            triples.append(Triple(person, Make.iri("livesIn"), Make.iri("town\(number % 100)")))
            triples.append(Triple(person, Make.iri("knows"), Make.iri("person\((number + 1) % 2000)")))
            triples.append(Triple(person, Make.iri("age"), .integer(number % 90)))
        }
        triples.append(Triple(Make.iri("person42"), Make.iri("mayorOf"), Make.iri("town0")))
        return Graph(triples)
    }()

    private func explain(_ text: String) throws -> (result: QueryResult, plan: PlanDescription) {
        try Engine(Self.graph).explain(try SPARQLParser.parseQuery("PREFIX : <\(Make.namespace)> " + text))
    }

    /// The most rows that any node of a plan gave.
    @Test func `The selective pattern comes first, wherever it is written`() throws {
        let (_, plan) = try explain("SELECT ?x ?y { ?x :type :Person . ?x :knows ?y . ?x :mayorOf :town0 }")
        #expect(plan.mostRows == 1)
    }

    @Test func `Patterns that share no variable are joined last`() throws {
        let (_, plan) = try explain("SELECT * { ?x :mayorOf ?t . ?y :type :Person . ?x :knows ?y }")
        #expect(plan.mostRows == 1)
    }

    @Test func `LIMIT and ASK stop the scan`() throws {
        #expect(try explain("SELECT * { ?x :type :Person . ?x :knows ?y } LIMIT 5").plan.mostRows <= 512)
        #expect(try explain("ASK { ?x :type :Person . ?x :knows ?y }").plan.mostRows <= 512)
    }

    @Test func `Counting a pattern reads the index only`() throws {
        let (_, plan) = try explain("SELECT (COUNT(*) AS ?n) { ?x :knows ?y }")
        #expect(plan.nodes.contains { $0.name == "count from index" })
        #expect(plan.mostRows == 1)
    }

    @Test func `OPTIONAL looks up its pattern for the rows that there are`() throws {
        let (_, plan) = try explain("SELECT * { ?x :mayorOf ?t OPTIONAL { ?x :knows ?y . ?y :age ?a } }")
        #expect(plan.mostRows == 1)
    }

    @Test func `EXISTS looks up each row once`() throws {
        let (_, plan) = try explain("SELECT ?t { ?x :mayorOf ?t FILTER EXISTS { ?p :livesIn ?t } }")
        #expect(plan.mostRows == 1)
    }

    @Test func `A filter runs as soon as its variables are bound`() throws {
        let (_, plan) = try explain("SELECT * { ?x :age ?a . ?x :knows ?y . ?y :livesIn ?t FILTER(?a > 88) }")
        let joins = plan.nodes.filter { $0.name == "index join" }
        #expect(joins.allSatisfy { ($0.rows ?? 0) <= 22 })
    }

    @Test func `A subquery with few rows comes before a large pattern`() throws {
        let (_, plan) = try explain(
            "SELECT * { ?x :type :Person . { SELECT ?x { ?x :mayorOf ?t } LIMIT 1 } }")
        #expect(plan.mostRows == 1)
    }

    @Test func `An explained plan reads as an indented text`() throws {
        let plan = try Engine(Self.graph).plan(
            try SPARQLParser.parseQuery("PREFIX : <\(Make.namespace)> SELECT ?y { ?x :mayorOf :town0 ; :knows ?y }"))
        #expect(
            plan.lines == [
                "project ?y  (~1 rows)", "  index join ?x knows ?y  (~1 rows)", "    scan ?x mayorOf town0  (~1 rows)",
            ])
    }

    @Test func `The last side of a triangle is looked for among the ends of both others`() throws {
        // Everybody of a ring of 600 is followed by the next 20; who lies within 20 of both of two neighbours is few.
        var triples: [Triple] = []
        for number in 0..<600 {
            for step in 1...20 {
                for relation in ["leads", "backs", "pays"] where (number + step) % 7 == 0 || relation == "leads" {
                    triples.append(
                        Triple(
                            Make.iri("n\(number)"), Make.iri(relation), Make.iri("n\((number + step) % 600)")))
                }
            }
        }
        let query = try SPARQLParser.parseQuery(
            "PREFIX : <\(Make.namespace)> SELECT * { ?a :leads ?b . ?b :backs ?c . ?a :pays ?c }")
        let (result, plan) = try Engine(Graph(triples)).explain(query)
        guard case .solutions(let solutions) = result else { return }
        #expect(plan.nodes.contains { $0.name == "intersect" })
        // No node gives more rows than the result or the largest pattern has: no table of all paths of two steps.
        #expect(plan.mostRows <= max(solutions.count, 12000))
    }

    @Test func `The patterns of a star that name no other variable are taken together`() throws {
        let (_, plan) = try explain("SELECT ?x { ?x :livesIn :town5 . ?x :type :Person . ?x :age 5 }")
        #expect(plan.nodes.contains { $0.name == "intersect" })
        #expect(plan.mostRows <= 20)
    }

    @Test func `A flag that is set, a time that is over and a limit of memory stop the query`() throws {
        let product = try SPARQLParser.parseQuery(
            "PREFIX : <\(Make.namespace)> SELECT * { ?a :type ?b . ?c :type ?d . ?e :type ?f }")
        let engine = Engine(Self.graph)
        let flag = Cancellation()
        flag.cancel()
        #expect(throws: QueryError.cancelled) { try engine.evaluate(product, cancellation: flag) }
        #expect(throws: QueryError.timedOut(seconds: 0.05)) {
            try engine.evaluate(product, limits: QueryLimits(seconds: 0.05))
        }
        #expect(throws: QueryError.outOfMemory(bytes: 1 << 20)) {
            try engine.evaluate(product, limits: QueryLimits(bytes: 1 << 20))
        }
    }

    @Test func `Rows come in the same order each time`() throws {
        let query = try SPARQLParser.parseQuery(
            "PREFIX : <\(Make.namespace)> SELECT ?x (COUNT(?y) AS ?n) { ?y :livesIn ?x OPTIONAL { ?y :mayorOf ?m } } GROUP BY ?x"
        )
        func rows() throws -> [[Term?]] {
            guard case .solutions(let solutions) = try Engine(Self.graph).evaluate(query) else { return [] }
            return (0..<solutions.count).map { solutions.row($0) }
        }
        #expect(try rows() == rows())
    }
}
