import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import QueryEngine

/// Joins, OPTIONAL, UNION, MINUS, EXISTS and VALUES over a small graph.
@Suite struct GroupPatternTests {
    let engine = Engine(
        Make.graph(
            "ann knows bob", "bob knows cat", "cat knows ann", "ann age 30", "bob age 20", "dan age 40",
            "ann likes tea", "ann likes rum", "cat likes tea"))

    @Test func `A pattern binds its variables, in the order of the index`() throws {
        #expect(try engine.rows(Make.bgp("?x knows ?y"), "x", "y").count == 3)
        #expect(Set(try engine.rows(Make.bgp("?x knows ?y"), "x", "y")) == ["ann bob", "bob cat", "cat ann"])
    }

    @Test func `Patterns join on their common variables`() throws {
        #expect(Set(try engine.rows(Make.bgp("?x knows ?y", "?y age ?a"), "x", "a")) == ["cat 30", "ann 20"])
    }

    @Test func `A cycle closes`() throws {
        let rows = try engine.rows(Make.bgp("?x knows ?y", "?y knows ?z", "?z knows ?x"), "x")
        #expect(Set(rows) == ["ann", "bob", "cat"])
    }

    @Test func `A variable may stand twice in a pattern`() throws {
        let engine = Engine(Make.graph("a p a", "a p b", "b b b"))
        #expect(try engine.rows(Make.bgp("?x p ?x"), "x") == ["a"])
        #expect(try engine.rows(Make.bgp("?x ?x ?x"), "x") == ["b"])
    }

    @Test func `OPTIONAL keeps rows without a match`() throws {
        let algebra = Algebra.leftJoin(Make.bgp("?x knows ?y"), Make.bgp("?x age ?a"), nil)
        #expect(Set(try engine.rows(algebra, "x", "a")) == ["ann 30", "bob 20", "cat -"])
    }

    @Test func `The filter of an OPTIONAL sees the outer row and decides on the match only`() throws {
        let filter = Expression.compare(.greater, Make.variable("a"), Make.integer(25))
        let algebra = Algebra.leftJoin(Make.bgp("?x knows ?y"), Make.bgp("?x age ?a"), filter)
        #expect(Set(try engine.rows(algebra, "x", "a")) == ["ann 30", "bob -", "cat -"])
    }

    @Test func `An OPTIONAL whose inner group has a filter on an outer variable does not see it`() throws {
        let outer = Make.bgp("?x age ?a")
        let inner = Algebra.filter(
            .compare(.equal, Make.variable("a"), Make.integer(30)), Make.bgp("?x likes ?thing"))
        #expect(Set(try engine.rows(.leftJoin(outer, inner, nil), "x", "thing")) == ["ann -", "bob -", "dan -"])
    }

    @Test(arguments: [
        ("OPTIONAL { ?x :likes ?t FILTER(?a = 30) }", "ann rum, ann tea, bob -, dan -"),
        ("OPTIONAL { { ?x :likes ?t FILTER(?a = 30) } }", "ann -, bob -, dan -"),
        ("OPTIONAL { { ?x :likes ?t } FILTER(?a = 30) }", "ann rum, ann tea, bob -, dan -"),
        ("OPTIONAL { { ?x :likes ?t FILTER(!BOUND(?a)) } }", "ann rum, ann tea, bob -, dan -"),
        ("SERVICE SILENT <http://nowhere.example/> { ?x :likes ?t }", "ann -, bob -, dan -"),
        ("OPTIONAL { SERVICE SILENT <http://nowhere.example/> { ?x :likes ?t } }", "ann -, bob -, dan -"),
        ("SERVICE SILENT <http://nowhere.example/> { ?x :likes ?t } FILTER(?a > 20)", "ann -, dan -"),
    ]) func `A filter sees what its own group has, and OPTIONAL's the rows before it`(_ pattern: String, _ rows: String)
        throws
    {
        let query = try SPARQLParser.parseQuery(
            "PREFIX : <\(Make.namespace)> SELECT ?x ?t { ?x :age ?a . \(pattern) } ORDER BY ?x ?t")
        #expect(try engine.rows(query.algebra, "x", "t").joined(separator: ", ") == rows)
        // And so does what is printed of it.
        let printed = try SPARQLParser.parseQuery(SPARQLPrinter.print(query))
        #expect(try engine.rows(printed.algebra, "x", "t").joined(separator: ", ") == rows)
    }

    @Test func `A service that is asked is not there yet`() throws {
        let query = try SPARQLParser.parseQuery("SELECT * { SERVICE <http://nowhere.example/> { ?x ?p ?t } }")
        #expect(throws: QueryError.unsupported("SERVICE")) { try engine.evaluate(query) }
    }

    @Test func `UNION concatenates, and a later pattern joins each branch`() throws {
        let union = Algebra.union(Make.bgp("?x knows ?y"), Make.bgp("?x likes ?y"))
        #expect(try engine.rows(union, "x", "y").count == 6)
        let joined = Algebra.join(Make.bgp("?x age ?a"), union)
        #expect(Set(try engine.rows(joined, "x", "y")) == ["ann bob", "bob cat", "ann tea", "ann rum"])
    }

    @Test func `MINUS takes away only rows that share a variable`() throws {
        let people = Make.bgp("?x age ?a")
        #expect(Set(try engine.rows(.minus(people, Make.bgp("?x knows ?y")), "x")) == ["dan"])
        #expect(Set(try engine.rows(.minus(people, Make.bgp("?p knows ?q")), "x")) == ["ann", "bob", "dan"])
    }

    @Test(arguments: [(false, ["ann", "bob"]), (true, ["dan"])])
    func `EXISTS looks at the row`(isNegated: Bool, expected: [String]) throws {
        let exists = Expression.exists(Make.bgp("?x knows ?y"))
        let algebra = Algebra.filter(isNegated ? .not(exists) : exists, Make.bgp("?x age ?a"))
        #expect(Set(try engine.rows(algebra, "x")) == Set(expected))
    }

    @Test func `A filter within EXISTS sees the outer row`() throws {
        let inner = Algebra.filter(
            .compare(.less, Make.variable("b"), Make.variable("a")), Make.bgp("?y age ?b"))
        let algebra = Algebra.filter(.not(.exists(inner)), Make.bgp("?x age ?a"))
        #expect(try engine.rows(algebra, "x") == ["bob"])
    }

    @Test func `VALUES with UNDEF joins what it can`() throws {
        let values = Algebra.values(
            [Variable("x"), Variable("a")],
            [[Make.iri("ann"), nil], [nil, .integer(40)], [Make.iri("bob"), .integer(99)]])
        #expect(Set(try engine.rows(.join(values, Make.bgp("?x age ?a")), "x", "a")) == ["ann 30", "dan 40"])
    }

    @Test func `BIND adds a value and leaves an error unbound`() throws {
        let sum = Expression.arithmetic(.add, Make.variable("a"), Make.integer(1))
        let algebra = Algebra.extend(
            .leftJoin(Make.bgp("?x knows ?y"), Make.bgp("?x age ?a"), nil), Variable("next"), sum)
        #expect(Set(try engine.rows(algebra, "x", "next")) == ["ann 31", "bob 21", "cat -"])
    }

    @Test func `The variables of a subquery that it does not project are its own`() throws {
        let subquery = Algebra.project(Make.bgp("?x likes ?y"), [Variable("x")])
        let algebra = Algebra.join(Make.bgp("?x knows ?y"), subquery)
        #expect(Set(try engine.rows(algebra, "x", "y")) == ["ann bob", "cat ann"])
        #expect(try engine.rows(algebra, "x", "y").count == 3)
    }

    @Test func `DISTINCT, ORDER BY and LIMIT`() throws {
        let people = Algebra.distinct(.project(Make.bgp("?x likes ?y"), [Variable("x")]))
        #expect(Set(try engine.rows(people, "x")) == ["ann", "cat"])
        #expect(try engine.rows(people, "x").count == 2)
        let ordered = Algebra.orderBy(Make.bgp("?x age ?a"), [OrderKey(Make.variable("a"), descending: true)])
        #expect(try engine.rows(.slice(.project(ordered, [Variable("x")]), offset: 1, limit: 1), "x") == ["ann"])
    }

    @Test func `ASK says whether there is a row`() throws {
        for (pattern, expected) in [("ann knows ?x", true), ("ann knows dan", false), ("nobody knows ?x", false)] {
            let query = Query(form: .ask, algebra: Make.bgp(pattern))
            guard case .boolean(let answer) = try engine.evaluate(query) else { return }
            #expect(answer == expected)
        }
    }

    @Test func `Aggregates by group`() throws {
        let algebra = Algebra.group(
            Make.bgp("?x likes ?y"), keys: [GroupKey(Variable("x"), Make.variable("x"))],
            aggregates: [AggregateBinding(Variable("n"), Aggregate(.count, Make.variable("y")))])
        #expect(Set(try engine.rows(algebra, "x", "n")) == ["ann 2", "cat 1"])
    }

    @Test func `An aggregate over nothing has one row without keys, and none with keys`() throws {
        let none = Make.bgp("?x hates ?y")
        let count = [AggregateBinding(Variable("n"), Aggregate(.count, nil))]
        #expect(try engine.rows(.group(none, keys: [], aggregates: count), "n") == ["0"])
        let keyed = Algebra.group(none, keys: [GroupKey(Variable("x"), Make.variable("x"))], aggregates: count)
        #expect(try engine.rows(keyed, "n") == [])
    }

    @Test(arguments: [
        ("+", ["b", "c", "a"]), ("*", ["a", "b", "c"]), ("?", ["a", "b"]),
    ])
    func `Paths over a cycle end, and give each node once`(mark: String, expected: [String]) throws {
        let engine = Engine(Make.graph("a p b", "b p c", "c p a", "c p b"))
        let step = PropertyPath.predicate(Make.place("p"))
        let path: PropertyPath = mark == "+" ? .oneOrMore(step) : mark == "*" ? .zeroOrMore(step) : .zeroOrOne(step)
        #expect(try engine.rows(.path(Make.place("a"), path, Make.place("?x")), "x") == expected)
    }

    @Test func `A path of length zero holds for a term that the graph lacks`() throws {
        let path = Algebra.path(Make.place("zoe"), .zeroOrMore(.predicate(Make.place("knows"))), Make.place("?x"))
        #expect(try engine.rows(path, "x") == ["zoe"])
    }

    @Test func `CONSTRUCT makes blank nodes anew for each row and each triple once`() throws {
        let template = [
            Make.pattern("?y knownBy ?x"), TriplePattern(Make.place("?._:b"), Make.place("about"), Make.place("?x")),
        ]
        let query = Query(form: .construct(template), algebra: Make.bgp("?x likes ?y"))
        guard case .graph(let triples) = try engine.evaluate(query) else { return }
        #expect(triples.count == 6)
        #expect(Set(triples.map(\.subject).filter { if case .blank = $0 { true } else { false } }).count == 3)
    }
}
