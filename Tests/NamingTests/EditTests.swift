import QuerySyntax
import RDF
import Testing

@testable import Naming

struct EditTests {
    private func operations(_ text: String) throws -> (text: String, notes: [String]) {
        let statement = try #require(try QParser.parse(text).first)
        guard case .edit(let edit) = statement.kind else {
            Issue.record("no edit: \(text)")
            return ("", [])
        }
        var operations: [UpdateOperation] = []
        var notes: [String] = []
        for operation in try QCompiler().compile(edit, source: statement.source) {
            let resolved = try Sample.resolver.resolve(operation, in: statement.source)
            operations.append(resolved.value)
            notes += resolved.notes.map(\.description)
        }
        return (SPARQLPrinter.print(operations), notes)
    }

    @Test func addIsInsertData() throws {
        #expect(
            try operations("add Ada Okoro met Anna Lind").text == """
                PREFIX entity: <urn:tercet:entity/>
                PREFIX relation: <urn:tercet:relation/>
                INSERT DATA {
                  entity:ada-okoro relation:met entity:anna-lind .
                }
                """)
    }

    @Test func aNewRelationIsMadeAndAnnounced() throws {
        let added = try operations("add Ada Okoro is at odds with Anna Lind")
        #expect(added.text.contains("entity:ada-okoro relation:isAtOddsWith entity:anna-lind ."))
        #expect(added.notes == ["“is at odds with” is a new relation"])
    }

    @Test func aMisspeltRelationIsNotMade() {
        #expect(throws: NamingError.self) { try operations("add Ada Okoro metz Anna Lind") }
    }

    @Test func aliasIsInsertDataOfAnAltLabel() throws {
        #expect(
            try operations("alias \"the boss\" = Ada Okoro").text == """
                PREFIX entity: <urn:tercet:entity/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                INSERT DATA {
                  entity:ada-okoro skos:altLabel "the boss" .
                }
                """)
    }

    @Test func removeTakesTheClaimsAndTheOtherDirectionToo() throws {
        #expect(
            try operations("remove Ada Okoro met Lars Lind").text == """
                PREFIX entity: <urn:tercet:entity/>
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                PREFIX relation: <urn:tercet:relation/>
                DELETE {
                  entity:ada-okoro relation:met entity:lars-lind .
                  ?_claim1 ?_property2 ?_value3 .
                  ?_subject4 relation:met ?_object5 .
                }
                WHERE {
                  {
                    entity:ada-okoro relation:met entity:lars-lind .
                  }
                  UNION {
                    {
                      ?_claim1 rdf:subject entity:ada-okoro .
                      ?_claim1 rdf:predicate relation:met .
                      ?_claim1 rdf:object entity:lars-lind .
                    }
                    UNION {
                      ?_claim1 rdf:subject entity:lars-lind .
                      ?_claim1 rdf:predicate relation:met .
                      ?_claim1 rdf:object entity:ada-okoro .
                      relation:met a owl:SymmetricProperty .
                    }
                    ?_claim1 ?_property2 ?_value3 .
                  }
                  OPTIONAL {
                    relation:met a owl:SymmetricProperty .
                    ?_subject4 relation:met ?_object5 .
                    FILTER(?_subject4 = entity:lars-lind)
                    FILTER(?_object5 = entity:ada-okoro)
                  }
                }
                """)
    }
}
