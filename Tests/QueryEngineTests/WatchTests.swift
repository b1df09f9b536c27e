import Foundation
import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import QueryEngine

/// How long an evaluation goes without a look at the flag and the limits: what Ctrl-C and `--timeout` wait for. Measured in
/// seconds of CPU of the thread, so that a busy machine changes nothing.
@Suite(.serialized) struct WatchTests {
    /// Meant is a tenth of a second, which a quiet machine keeps to; one whose cores others use takes up to twice as long.
    static let longest = 0.2
    /// What each query may take before it is stopped.
    static let limit = 0.4

    /// 60,000 things: each has a label with a long common beginning, a number, a town, and two neighbours; all of them are
    /// linked to one hub.
    static let graph: Graph = {
        var text = ""
        let count = 60_000
        for number in 0..<count {
            let thing = "<\(Make.namespace)t\(number)>"
            func line(_ predicate: String, _ object: String) {
                text += "\(thing) <\(Make.namespace)\(predicate)> \(object) .\n"
            }
            line("label", "\"a text that begins as all others do, number \(number * 7919 % count)\"")
            line("number", "\"\(number)\"^^<http://www.w3.org/2001/XMLSchema#integer>")
            line("town", "<\(Make.namespace)town\(number % 200)>")
            line("next", "<\(Make.namespace)t\((number + 1) % count)>")
            line("near", "<\(Make.namespace)t\((number * 31 + 7) % count)>")
            line("hub", "<\(Make.namespace)hub>")
            line("back", "<\(Make.namespace)t\(max(0, number - 1))>")
        }
        var graph = Graph()
        _ = try? graph.load(nTriples: Array(text.utf8))
        return graph
    }()

    static let queries: [(name: String, text: String)] = [
        ("scan", "SELECT * { ?s ?p ?o }"),
        ("product of patterns", "SELECT * { ?a :town ?b . ?c :town ?d }"),
        ("product that is counted", "SELECT (COUNT(*) AS ?n) { ?a :number ?x . ?c :number ?d FILTER(?x < 0) }"),
        ("product of subqueries", "SELECT * { { SELECT ?a ?b { ?a :town ?b } } { SELECT ?c ?d { ?c :near ?d } } }"),
        (
            "product with no result",
            "SELECT * { { SELECT ?a { ?a :town ?b } } { SELECT ?c { ?c :near ?d } } FILTER(?a = ?c && false) }"
        ),
        ("hash join", "SELECT * { { SELECT ?a ?b { ?a :town ?b } } { SELECT ?c ?b { ?c :town ?b } } }"),
        (
            "join over a variable that may be unbound",
            "SELECT * { { SELECT ?a ?b { ?a :town ?t OPTIONAL { ?a :missing ?b } } } { SELECT ?c ?b { ?c :near ?n OPTIONAL { ?c :next ?b } } } }"
        ),
        (
            "OPTIONAL of a subquery that shares nothing",
            "SELECT * { ?a :town ?b OPTIONAL { SELECT ?c { ?c :near ?d } } }"
        ),
        (
            "OPTIONAL with a condition",
            "SELECT * { ?a :number ?x OPTIONAL { SELECT ?c ?y { ?c :number ?y } } FILTER(?x + ?y < 0) }"
        ),
        ("OPTIONAL", "SELECT * { ?a :hub ?h OPTIONAL { ?b :hub ?h } }"),
        ("MINUS", "SELECT * { ?a :number ?x MINUS { ?b :number ?y OPTIONAL { ?b :missing ?a } } }"),
        (
            "MINUS of much",
            "SELECT * { ?a :hub ?h OPTIONAL { ?a :missing ?b } MINUS { ?c :next ?d OPTIONAL { ?d :missing ?b } } }"
        ),
        ("EXISTS", "SELECT * { ?a :number ?x FILTER EXISTS { ?b :hub ?h . ?c :hub ?h FILTER(?x > 1000000) } }"),
        ("NOT EXISTS", "SELECT * { ?a :hub ?h FILTER NOT EXISTS { ?b :hub ?h . ?b :missing ?a } }"),
        ("UNION", "SELECT * { { ?a :hub ?h . ?b :hub ?h } UNION { ?a :town ?h . ?b :town ?h } }"),
        ("leapfrog join", "SELECT * { ?a :hub ?h . ?b :hub ?h . ?a :near ?c . ?b :next ?c }"),
        (
            "leapfrog join over long lists",
            "SELECT * { ?a :town ?t . ?b :town ?t . ?c :town ?t . ?c :hub ?h . ?b :hub ?h }"
        ),
        (
            "star over long lists",
            "SELECT (COUNT(*) AS ?n) { ?x :number ?n . ?y :hub :hub . ?y :town ?t . ?y :town :town1 FILTER(?n < 0) }"
        ),
        ("closure from each node", "SELECT * { ?a :next+ ?b }"),
        ("closure from each node, zero or more", "SELECT (COUNT(*) AS ?n) { ?a (:next|:near)* ?b }"),
        ("closure of one node", "SELECT * { :t0 (:next|:near|^:next)+ ?b }"),
        ("path through a hub", "SELECT * { ?a :hub/^:hub ?b }"),
        ("path through a hub, again and again", "SELECT * { :t1 :hub/^:hub/:hub/^:hub ?b }"),
        ("path that is negated", "SELECT * { ?a !(:next|^:near) ?b . ?b !:town ?c }"),
        ("path with both ends known", "SELECT * { ?a :number ?n . ?b :hub :hub . ?a :back+ ?b }"),
        ("ORDER BY equal beginnings", "SELECT * { ?a :label ?l } ORDER BY ?l"),
        ("ORDER BY an expression", "SELECT * { ?a :label ?l } ORDER BY DESC(SUBSTR(?l, 30)) ?a"),
        ("ORDER BY of a product", "SELECT * { ?a :town ?t . ?b :town ?t } ORDER BY ?b ?a"),
        ("ORDER BY with LIMIT", "SELECT * { ?a :label ?l . ?b :town ?t } ORDER BY ?l ?t LIMIT 10"),
        ("GROUP BY", "SELECT ?b (COUNT(DISTINCT ?a) AS ?n) { ?a :hub ?h . ?b :hub ?h } GROUP BY ?b"),
        ("GROUP_CONCAT", "SELECT ?t (GROUP_CONCAT(?l) AS ?n) { ?a :town ?t ; :label ?l } GROUP BY ?t"),
        ("GROUP BY an expression", "SELECT ?k (SAMPLE(?a) AS ?s) { ?a :label ?l } GROUP BY (SUBSTR(?l, 38) AS ?k)"),
        ("SUM of a product", "SELECT (SUM(?x * ?y) AS ?n) { ?a :number ?x . ?b :number ?y }"),
        ("DISTINCT", "SELECT DISTINCT ?a ?b { ?a :hub ?h . ?b :hub ?h }"),
        ("DISTINCT of three", "SELECT DISTINCT ?a ?t ?l { ?a :town ?t ; :label ?l ; :hub ?h }"),
        ("REGEX", "SELECT * { ?a :label ?l FILTER REGEX(?l, '(t|e|x)*number.*77$', 'i') }"),
        (
            "REGEX of a computed text",
            "SELECT * { ?a :label ?l FILTER REGEX(CONCAT(?l, ?l, ?l), '.*u.*m.*b.*e.*r.*z') }"
        ),
        ("REPLACE", "SELECT (REPLACE(?l, '(a|t|e)+?', '$1$1') AS ?r) { ?a :label ?l }"),
        ("hashes", "SELECT (SHA512(CONCAT(?l, STR(?a))) AS ?r) { ?a :label ?l }"),
        ("BIND", "SELECT * { ?a :number ?x BIND(UCASE(STR(?a)) AS ?u) BIND(STRLEN(?u) * ?x / 7 AS ?v) }"),
        (
            "VALUES",
            "SELECT * { VALUES ?v { \((0..<3000).map(String.init).joined(separator: " ")) } ?a :number ?v . ?b :hub ?h }"
        ),
        ("CONSTRUCT", "CONSTRUCT { ?a :l ?l . [] :of ?a } WHERE { ?a :label ?l }"),
        ("CONSTRUCT of a product", "CONSTRUCT { ?a :with ?b } WHERE { ?a :hub ?h . ?b :hub ?h }"),
        ("DESCRIBE", "DESCRIBE ?a { ?a :town ?t }"),
        ("ASK that is never true", "ASK { ?a :number ?x . ?b :number ?y FILTER(?x + ?y < 0) }"),
        ("LIMIT far off", "SELECT * { ?a :hub ?h . ?b :hub ?h } OFFSET 100000000 LIMIT 1"),
    ]

    private func parse(_ text: String) throws -> Query {
        try SPARQLParser.parseQuery("PREFIX : <\(Make.namespace)> " + text)
    }

    @Test(arguments: queries) func `A query of any kind looks at its limits all the time`(
        _ query: (name: String, text: String)
    ) throws {
        let parsed = try parse(query.text)
        // Not to be made while the watch runs.
        let engine = Engine(Self.graph)
        let watch = Watch(limits: QueryLimits(seconds: Self.limit, bytes: 256 << 20), measuresStretches: true)
        do throws(QueryError) {
            _ = try engine.evaluate(parsed, watch)
        } catch {
            #expect(error.isLimit, "\(error)")
        }
        #expect(watch.longestStretch < Self.longest, "\(query.name): \(watch.longestStretch) s without a look")
    }

    @Test(arguments: queries) func `A query of any kind is stopped by the flag`(
        _ query: (name: String, text: String)
    ) throws {
        let flag = Cancellation()
        flag.cancel()
        let parsed = try parse(query.text)
        #expect(throws: QueryError.cancelled) { try Engine(Self.graph).evaluate(parsed, cancellation: flag) }
    }

    static let updates: [(name: String, text: String)] = [
        ("INSERT of many", "INSERT { ?b :with ?a } WHERE { ?a :next ?b }"),
        ("INSERT of a product", "INSERT { ?a :with ?b } WHERE { ?a :hub ?h . ?b :hub ?h }"),
        ("INSERT of new nodes", "INSERT { ?a :with [ :is ?l ] } WHERE { ?a :label ?l }"),
        (
            "INSERT of computed terms",
            "INSERT { GRAPH :g { ?a :upper ?u } } WHERE { ?a :label ?l BIND(UCASE(?l) AS ?u) }"
        ),
        ("DELETE of many", "DELETE { ?a :label ?l } WHERE { ?a :label ?l }"),
        ("DELETE and INSERT", "DELETE { ?a ?p ?o } INSERT { GRAPH :g { ?a ?p ?o } } WHERE { ?a ?p ?o }"),
        ("COPY", "COPY DEFAULT TO :g"),
        ("MOVE and CLEAR", "MOVE DEFAULT TO :g ; CLEAR ALL"),
    ]

    @Test(arguments: updates)
    func `An update of any kind looks at its limits all the time, and is done whole or not at all`(
        _ update: (name: String, text: String)
    ) throws {
        let operations = try SPARQLParser.parseUpdate("PREFIX : <\(Make.namespace)> " + update.text)
        for seconds in [0.03, 0.2, 30] {
            var dataset = Dataset(Self.graph)
            let watch = Watch(limits: QueryLimits(seconds: seconds, bytes: 512 << 20), measuresStretches: true)
            do throws(UpdateError) {
                try Updater.apply(operations, to: &dataset, watch)
            } catch {
                guard case .query(let reason) = error, reason.isLimit else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(dataset.count == Self.graph.count)
                #expect(dataset.names.isEmpty)
                #expect(dataset.defaultGraph.termCount == Self.graph.termCount)
            }
            #expect(watch.longestStretch < Self.longest, "\(update.name): \(watch.longestStretch) s without a look")
        }
    }

    @Test func `A load by an update is stopped while its file is read`() throws {
        let path = FileManager.default.temporaryDirectory.path + "/tercet-\(UUID().uuidString).nt"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(Self.graph.nTriples()).write(to: URL(fileURLWithPath: path))
        let operations = try SPARQLParser.parseUpdate("LOAD <file://\(path)> INTO GRAPH <\(Make.namespace)g>")
        for seconds in [0.02, 0.2, 60] {
            var dataset = Dataset(Make.graph("a b c"))
            let watch = Watch(limits: QueryLimits(seconds: seconds), measuresStretches: true)
            do {
                try Updater.apply(operations, to: &dataset, watch)
                #expect(dataset.count == Self.graph.count + 1)
            } catch UpdateError.query(.timedOut) {
                #expect(dataset.count == 1)
                #expect(dataset.names.isEmpty)
            }
        }
    }

    @Test func `Memory that texts take is counted`() throws {
        let texts = [
            "SELECT (GROUP_CONCAT(CONCAT(?l, ?m)) AS ?n) { ?a :label ?l . ?b :label ?m }",
            "SELECT (CONCAT(?l, STR(?b)) AS ?n) { ?a :label ?l . ?b :town ?t }",
            "SELECT (COUNT(DISTINCT *) AS ?n) { ?a :label ?l . ?b :town ?t }",
            "SELECT * { ?a :hub/^:hub/:hub/^:hub ?b }",
            "CONSTRUCT { ?a :with ?b } WHERE { ?a :hub ?h . ?b :hub ?h }",
            "SELECT * { ?a :label ?l . ?b :town ?t } ORDER BY ?l",
        ]
        for text in texts {
            #expect(throws: QueryError.outOfMemory(bytes: 16 << 20), "\(text)") {
                try Engine(Self.graph).evaluate(try parse(text), limits: QueryLimits(bytes: 16 << 20))
            }
        }
    }

    @Test func `A text that doubles again and again ends the query, not the program`() throws {
        var text = "BIND('0123456789abcdef' AS ?x0) "
        for step in 1...60 { text += "BIND(CONCAT(?x\(step - 1), ?x\(step - 1)) AS ?x\(step)) " }
        let query = try parse("SELECT (STRLEN(?x60) AS ?n) { \(text) }")
        #expect(throws: QueryError.tooComplex("a text that it makes is longer than 64 MB")) {
            try Engine(Self.graph).evaluate(query)
        }
    }

    @Test func `A match that begins anew at each place of a long text is stopped`() throws {
        // Each place takes many steps, none too many.
        let query = try parse(
            "SELECT ?r { BIND(REPLACE('\(String(repeating: "a", count: 20000))', 'x', '') AS ?t) BIND(REGEX(?t, 'a{1,900}a{1,900}[bc]') AS ?r) }"
        )
        let start = Clock.threadSeconds
        do throws(QueryError) {
            _ = try Engine(Self.graph).evaluate(query, limits: QueryLimits(seconds: 0.2))
        } catch {
            #expect(error.isLimit)
        }
        #expect(Clock.threadSeconds - start < 3)
    }
}
