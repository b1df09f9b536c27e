import Foundation
import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import QueryEngine

/// Queries of each shape over skewed data, by the most rows that any node of the plan may give: a bad order of joins, a
/// filter that comes late or a path walked from the wrong end gives a hundred times as many.
@Suite struct PlanShapeTests {
    /// 3,000 people of 30 towns in 3 regions. Town0 has half of all people; 3 people are mayors; half of all have the tag
    /// `common`, 5 have the tag `rare`; each but the first has a boss in a tree of two to one; scores run from 0 to 2999.
    static let graph: Graph = {
        var triples: [Triple] = []
        func add(_ subject: String, _ predicate: String, _ object: Term) {
            triples.append(Triple(Make.iri(subject), Make.iri(predicate), object))
        }
        for number in 0..<3000 {
            let person = "p\(number)"
            add(person, "type", Make.iri("Person"))
            add(person, "lives", Make.iri("town\(number % 2 == 0 ? 0 : number % 30)"))
            add(person, "knows", Make.iri("p\((number + 1) % 3000)"))
            add(person, "knows", Make.iri("p\((number * 7 + 3) % 3000)"))
            add(person, "score", .integer(number))
            add(person, "name", .string("name of \(number)"))
            if number % 2 == 1 { add(person, "tag", Make.iri("common")) }
            if number % 600 == 1 { add(person, "tag", Make.iri("rare")) }
            if number > 0 { add(person, "boss", Make.iri("p\((number - 1) / 2)")) }
        }
        for town in 0..<30 {
            add("town\(town)", "in", Make.iri("region\(town % 3)"))
            add("town\(town)", "type", Make.iri("Town"))
        }
        for (place, mayor) in [5, 601, 77].enumerated() { add("p\(mayor)", "mayorOf", Make.iri("town\(place + 1)")) }
        return Graph(triples)
    }()

    /// A shape, the most rows that a node of its plan may give, and the query.
    struct Shape: Sendable, CustomTestStringConvertible {
        var name: String
        var most: Int
        var query: String
        var testDescription: String { name }
    }

    static let shapes: [Shape] = {
        let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
        return stride(from: 0, to: lines.count, by: 2).map { place in
            let head = lines[place].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return Shape(
                name: head[1], most: Int(head[0]) ?? 0, query: lines[place + 1].trimmingCharacters(in: .whitespaces))
        }
    }()

    /// The most rows, the shape, and below them the query.
    private static let table = """
        # Stars.
           5 | star with one selective ray
             SELECT * { ?x :type :Person ; :score ?s ; :name ?n ; :tag :rare }
           6 | star with its selective ray last
             SELECT * { ?x :name ?n ; :knows ?k ; :lives ?t ; :mayorOf ?m }
           1 | star of two rays that few share
             SELECT ?x { ?x :tag :common ; :lives :town1 ; :score 31 }
         300 | star around an object
             SELECT * { ?a :lives ?t . ?b :mayorOf ?t . ?t :in :region1 }
        # Chains.
          32 | chain from its selective end
             SELECT * { ?a :knows ?b . ?b :knows ?c . ?c :knows ?d . ?d :knows ?e . :p9 :knows ?a }
          14 | chain to its selective end
             SELECT * { ?a :boss ?b . ?b :boss ?c . ?c :boss :p0 }
           8 | chain with its selective middle
             SELECT * { ?a :knows ?b . ?b :mayorOf ?t . ?t :in ?r }
           1 | two chains that meet
             SELECT * { :p9 :boss ?a . ?a :boss ?b . :p10 :boss ?c . ?c :boss ?b }
           1 | long chain
             SELECT * { :p2999 :boss ?a . ?a :boss ?b . ?b :boss ?c . ?c :boss ?d . ?d :boss ?e }
        # Cycles.
          40 | triangle with a known corner
             SELECT * { ?a :knows ?b . ?b :knows ?c . ?c :knows ?a . ?a :tag :rare }
          24 | square
             SELECT * { ?a :mayorOf ?t . ?a :knows ?b . ?b :knows ?c . ?c :lives ?u . ?t :in ?r . ?u :in ?r }
        # OPTIONAL.
           8 | OPTIONAL of few
             SELECT * { ?x :mayorOf ?t OPTIONAL { ?x :knows ?y . ?y :lives ?u } }
           5 | OPTIONAL chain
             SELECT * { ?x :tag :rare OPTIONAL { ?x :boss ?b OPTIONAL { ?b :boss ?c OPTIONAL { ?c :boss ?d } } } }
           6 | OPTIONAL of what has no match
             SELECT * { ?x :mayorOf ?t OPTIONAL { ?x :missing ?y . ?y :knows ?z } }
        # UNION.
          10 | UNION before a selective pattern
             SELECT * { ?x :tag :rare . { ?x :lives ?t } UNION { ?x :mayorOf ?t } }
           8 | UNION behind a large pattern
             SELECT * { ?x :name ?n . { ?x :tag :rare } UNION { ?x :mayorOf ?t } }
         120 | UNION between patterns that share nothing
             SELECT * { { ?x :mayorOf ?t } UNION { ?x :knows ?t . ?t :tag :rare } ?t :in ?r . ?x :score ?s }
           6 | subquery between patterns that share nothing
             SELECT * { ?t :in :region1 . ?x :tag :rare . { SELECT ?x ?t { ?x :mayorOf ?t } } }
        3000 | filter over a UNION
             SELECT * { { ?x :score ?s } UNION { ?x :score ?s . ?x :tag :rare } FILTER(?s < 3) }
        # Paths.
          12 | path from its start
             SELECT * { :p2999 :boss+ ?x }
           2 | path from its end
             SELECT * { ?x :boss+ :p1000 }
          24 | path behind a selective pattern
             SELECT * { ?a :boss+ ?b . ?a :mayorOf ?t }
           2 | path to a selective pattern
             SELECT * { ?a :boss+ ?b . ?b :score 1400 }
           1 | path with both ends known
             SELECT * { :p2999 :boss+ :p0 . :p2999 :lives ?t }
           8 | path of a sequence
             SELECT * { ?x :boss/:boss/:boss ?y . ?y :score 100 }
        # Numbers and dates have ids in their order.
        3000 | range of numbers
             SELECT * { ?x :score ?s . ?x :knows ?y . ?y :lives ?t FILTER(?s >= 2990 && ?s < 2995) }
        3000 | equal number
             SELECT * { ?x :score ?s . ?x :knows ?y . ?y :name ?n FILTER(?s = 17) }
        # Skew.
          10 | a common value beside a rare one
             SELECT * { ?x :lives :town0 . ?x :knows ?y . ?y :tag :rare }
           5 | the rare of two values of one predicate
             SELECT * { ?x :tag :common . ?x :tag :rare . ?x :name ?n }
           3 | a common object
             SELECT * { ?x :type :Town . ?p :lives ?x . ?p :mayorOf ?m }
        # Subqueries, VALUES, EXISTS, MINUS.
         512 | subquery with LIMIT
             SELECT * { ?x :name ?n . { SELECT ?x { ?x :tag :common } LIMIT 5 } }
           6 | VALUES
             SELECT * { ?x :name ?n ; :knows ?y . VALUES ?x { :p1 :p2 :p3 } }
           5 | VALUES of an object
             SELECT * { ?x :name ?n ; :tag ?t . VALUES ?t { :rare } }
           6 | EXISTS
             SELECT * { ?x :mayorOf ?t FILTER EXISTS { ?x :knows ?y . ?y :knows ?z } }
           5 | NOT EXISTS
             SELECT * { ?x :tag :rare FILTER NOT EXISTS { ?x :mayorOf ?t } }
           5 | MINUS of what shares nothing but the subject
             SELECT * { ?x :tag :rare MINUS { ?x :mayorOf ?t } }
          12 | MINUS of a product
             SELECT * { ?x :mayorOf ?t MINUS { ?x :tag :rare . ?y :tag :common . ?y :lives ?t } }
           3 | MINUS that shares two variables
             SELECT * { ?x :mayorOf ?t MINUS { ?x :lives ?t } }
        # Conditions that say how to join.
        3000 | equation of two patterns
             SELECT * { ?x :mayorOf ?t . ?y :name ?n FILTER(STRAFTER(STR(?x), "p") = STRAFTER(?n, "of ")) }
           5 | equation of two numbers
             SELECT * { ?x :score ?s . ?x :tag :rare . ?y :score ?u . ?y :mayorOf ?t FILTER(?s = ?u) }
        3000 | equation with a subquery
             SELECT * { { SELECT (MAX(?s) AS ?most) { ?x :score ?s } } ?y :score ?u FILTER(?u = ?most) }
           5 | a constant in a filter
             SELECT * { ?x :tag ?g . ?x :name ?n FILTER(?g = :rare) }
           3 | constants in a filter
             SELECT * { ?x ?p ?y . ?x :name ?n FILTER(?p IN (:mayorOf, :missing)) }
          33 | constants of an alternative
             SELECT * { ?x ?p ?y FILTER(?p = :mayorOf || ?p = :in) }
           6 | constants that are no start
             SELECT * { ?x :mayorOf ?t . ?x :tag ?g FILTER(?g IN (:common, :rare)) }
          30 | path between any two nodes
             SELECT * { ?a :in+ ?b }
        # Aggregates and modifiers.
         600 | LIMIT
             SELECT * { ?x :knows ?y . ?y :knows ?z . ?z :name ?n } LIMIT 3
         600 | ASK
             ASK { ?x :knows ?y . ?y :knows ?z . ?z :name ?n }
           1 | COUNT of a predicate
             SELECT (COUNT(*) AS ?n) { ?x :knows ?y }
           3 | DISTINCT of one column
             SELECT DISTINCT ?t { ?x :mayorOf ?m . ?x :lives ?t }
        """

    private static func explain(_ query: String) throws -> PlanDescription {
        try Engine(graph).explain(SPARQLParser.parseQuery("PREFIX : <\(Make.namespace)> " + query)).plan
    }

    @Test(arguments: shapes) func `No node of a plan gives more rows than the shape needs`(
        _ shape: Shape
    ) throws {
        let plan = try Self.explain(shape.query)
        #expect(
            plan.mostRows <= shape.most, "\(shape.name): \(plan.mostRows) rows\n\(plan.lines.joined(separator: "\n"))")
    }

    /// The order in which a query's patterns are written must not matter.
    @Test(arguments: [
        ["?x :tag :rare", "?x :knows ?y", "?y :lives ?t", "?t :in ?r"],
        ["?a :boss ?b", "?b :boss ?c", "?c :mayorOf ?t"],
        ["?x :type :Person", "?x :lives ?t", "?m :mayorOf ?t", "?t :in :region1"],
        ["?x :knows ?y", "?y :knows ?z", "?z :knows ?x", "?x :mayorOf ?t"],
    ]) func `The order in which patterns are written does not matter`(_ patterns: [String]) throws {
        var most: Set<Int> = []
        for turn in patterns.indices {
            for order in [
                patterns[turn...] + patterns[..<turn], (patterns[turn...] + patterns[..<turn]).reversed()[...],
            ] {
                most.insert(try Self.explain("SELECT * { \(order.joined(separator: " . ")) }").mostRows)
            }
        }
        #expect(most.count == 1, "\(most.sorted())")
    }
}
