import QuerySyntax
import RDF
import Testing

/// What is said of mistakes in SPARQL.
struct SPARQLErrorTests {
    /// SPARQL 1.1 Query Language, 4.1.4 and 19.6: a label belongs to one pattern, or to one INSERT DATA.
    @Test(
        "A blank node label in two places is a mistake",
        arguments: [
            (
                "INSERT DATA { _:x <urn:p> 1 } ; INSERT DATA { _:x <urn:p> 2 }",
                "the blank node _:x is used in two INSERT DATA operations of one request"
            ),
            (
                "INSERT { ?s <urn:q> 1 } WHERE { _:x <urn:p> ?s . { _:x <urn:p> ?t } }",
                "the blank node _:x is used in two graph patterns"
            ),
        ])
    func labels(update: String, message: String) {
        let error = #expect(throws: SyntaxError.self) { try SPARQLParser.parseUpdate(update) }
        #expect(error?.message == message)
    }

    @Test("A label may come again inside one INSERT DATA, and in another request")
    func oneOperation() throws {
        let update = "INSERT DATA { _:x <urn:p> 1 . GRAPH <urn:g> { _:x <urn:p> 2 } }"
        #expect(try SPARQLParser.parseUpdate(update).count == 1)
        #expect(try SPARQLParser.parseUpdate(update).count == 1)
    }
}
