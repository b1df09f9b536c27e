import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import Naming

/// The first name of a query, resolved over the sample graph.
private func resolve(_ text: String, _ kind: Name.Kind) throws -> Resolved<Term> {
    let name = Name(text, kind: kind, range: 0..<text.unicodeScalars.count)
    return try Sample.resolver.resolve(name, in: SourceText(text))
}

/// Parses, compiles and resolves a query over the sample graph.
private func query(_ text: String) throws -> Resolved<Query> {
    let statement = try #require(try QParser.parse(text).first)
    let query = try QCompiler().compile(try #require(statement.query), source: statement.source)
    return try Sample.resolver.resolve(query, in: statement.source)
}

struct ResolvingTests {
    @Test(
        "Labels, however they are written, need no announcement",
        arguments: [
            ("Ada Okoro", "ada-okoro"), ("ada okoro", "ada-okoro"), ("ADA OKORO", "ada-okoro"),
            ("Recep Tayyip Erdogan", "recep-erdogan"), ("harbour plan", "harbour-plan"),
            ("the harbour plan", "harbour-plan"), ("Harbour-Plan", "harbour-plan"), ("Ada Okoro's", "ada-okoro"),
            ("The United States", "united-states"),
        ])
    func exactEntities(text: String, slug: String) throws {
        let resolved = try resolve(text, .entity)
        #expect(resolved.value == Sample.entity(slug))
        #expect(resolved.notes.isEmpty)
    }

    @Test(
        "Aliases, surnames, acronyms and titles are announced",
        arguments: [
            ("the union", "dock-workers-union"), ("Mayor Ada Okoro", "ada-okoro"), ("Okoro", "ada-okoro"),
            ("Mr. Okoro", "ada-okoro"), ("Erdogan", "recep-erdogan"), ("President Erdoğan", "recep-erdogan"),
            ("DWU", "dock-workers-union"), ("US", "united-states"), ("U.S.", "united-states"),
            ("Prime Minister Lars Lind", "lars-lind"),
        ])
    func looseEntities(text: String, slug: String) throws {
        let resolved = try resolve(text, .entity)
        #expect(resolved.value == Sample.entity(slug))
        #expect(resolved.notes.count == 1)
    }

    @Test func aNoteSaysWhatWasUnderstood() throws {
        #expect(try resolve("Okoro", .entity).notes.map(\.description) == ["“Okoro” is read as “Ada Okoro”"])
    }

    @Test(
        "Relations by their inflections, camelCase and verbs",
        arguments: [
            ("holds hostages", "holdsHostages", true), ("holdsHostages", "holdsHostages", true),
            ("hold hostages", "holdsHostages", true), ("held hostages", "holdsHostages", true),
            ("holding hostages", "holdsHostages", true), ("hold_hostages", "holdsHostages", true),
            ("accepts", "accepted", true), ("approved", "accepted", false), ("approves", "accepted", false),
            ("meets", "met", true), ("meet", "met", true), ("is a critic of", "criticOf", true),
            ("has the role", "hasRole", true),
        ])
    func relations(text: String, name: String, isExact: Bool) throws {
        let resolved = try resolve(text, .relation)
        #expect(resolved.value == Sample.relation(name))
        #expect(resolved.notes.isEmpty == isExact)
    }

    @Test(arguments: ["person", "Person", "persons"])
    func classes(text: String) throws {
        #expect(try resolve(text, .classification).value == .iri("http://schema.org/Person"))
    }

    @Test(
        "Whole messages",
        arguments: [
            (
                "?who hold hostges ?n",
                """
                error: no relation is called "hold hostges"
                  ?who hold hostges ?n
                       ^~~~~~~~~~~~
                  did you mean "holds hostages"?
                """
            ),
            (
                "Lind met ?x",
                """
                error: "Lind" may be any of 2
                  Lind met ?x
                  ^~~~
                  write one of "Lars Lind" (person, 2 facts), "Anna Lind" (person, 1 fact)
                """
            ),
            (
                "Ada Okoru met ?x",
                """
                error: nothing is called "Ada Okoru"
                  Ada Okoru met ?x
                  ^~~~~~~~~
                  did you mean "Ada Okoro"?
                """
            ),
            (
                "?x accepted \"plan\"",
                """
                error: nothing is called "plan"
                  ?x accepted "plan"
                              ^~~~~~
                  did you mean "harbour plan"?
                """
            ),
            (
                "?x has role \"captain\"",
                """
                error: nothing is called "captain"
                  ?x has role "captain"
                              ^~~~~~~~~
                  it is a text, which stands in single quotes: 'captain'
                """
            ),
            (
                "who accepted the harbour plan",
                """
                error: no relation is called "accepted the harbour plan"
                  who accepted the harbour plan
                      ^~~~~~~~~~~~~~~~~~~~~~~~~
                  a name in small letters stands in quotes: accepted "harbour plan"
                """
            ),
            (
                "?x is a bank",
                """
                error: no class is called "bank"
                  ?x is a bank
                          ^~~~
                  the classes are agent, organization, person, proposal
                """
            ),
            (
                "$who met ?x",
                """
                error: $who has no value
                  $who met ?x
                  ^~~~
                  give it one: --param who=…, or .param who …
                """
            ),
        ])
    func errors(text: String, message: String) {
        let error = #expect(throws: NamingError.self) { try query(text) }
        #expect(error?.description == message)
    }

    @Test func aSymmetricRelationsClaimsMatchInBothDirections() throws {
        let symmetric = try query("ask Ada Okoro met Lars Lind [any]").value.algebra
        let plain = try query("ask Lars Lind accepted \"harbour plan\" [any]").value.algebra
        guard case .union = symmetric else {
            Issue.record("not a union: \(symmetric)")
            return
        }
        guard case .bgp(let patterns) = plain else {
            Issue.record("not one basic graph pattern: \(plain)")
            return
        }
        #expect(patterns.count == 3)
    }

    @Test func aGraphWithoutLabelsIsNamedByItsIRIs() throws {
        let graph = Graph([
            Triple(
                .iri("http://example.org/JohnSmith"), .iri("http://example.org/knows"),
                .iri("http://example.org/mary_jones"))
        ])
        let resolver = NameResolver(graph)
        let statement = try #require(try QParser.parse("John Smith knows Mary Jones").first)
        let query = try QCompiler().compile(try #require(statement.query), source: statement.source)
        #expect(
            try resolver.resolve(query, in: statement.source).value.algebra
                == .bgp([
                    TriplePattern(
                        .term(.iri("http://example.org/JohnSmith")), .term(.iri("http://example.org/knows")),
                        .term(.iri("http://example.org/mary_jones")))
                ]))
    }
}
