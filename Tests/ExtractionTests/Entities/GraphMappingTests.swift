import Foundation
import RDF
import Testing

@testable import Extraction

@Suite("From claims to triples")
struct GraphMappingTests {
    private func corpus() throws -> Corpus {
        var corpus = Corpus()
        corpus.add(try ExampleReport.analysis())
        return corpus
    }

    private let options = MappingOptions(relations: ExampleReport.relations)

    @Test("The worked example of docs/model.md; TERCET_RECORD=1 rewrites Tests/Fixtures/harbour.nt")
    func workedExample() throws {
        let text = lines(try corpus().triples(options))
        let file = fixture("harbour.nt")
        if ProcessInfo.processInfo.environment["TERCET_RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }

    @Test("Only what the report states without hedge is a fact; a symmetric relation holds both ways")
    func facts() throws {
        let facts = lines(try corpus().triples(MappingOptions(factsOnly: true, relations: ExampleReport.relations)))
        #expect(
            facts == """
                <urn:tercet:entity/ada-okoro> <urn:tercet:relation/hasRole> "mayor" .
                <urn:tercet:entity/ada-okoro> <urn:tercet:relation/met> <urn:tercet:entity/lars-lind> .
                <urn:tercet:entity/lars-lind> <urn:tercet:relation/met> <urn:tercet:entity/ada-okoro> .
                <urn:tercet:entity/lars-lind> <urn:tercet:relation/said> "the union could accept a \\"harbour plan\\"" .
                <urn:tercet:entity/union> <urn:tercet:relation/holds> "40"^^<http://www.w3.org/2001/XMLSchema#integer> .

                """)
    }

    @Test("A namespace of the user's takes the place of urn:tercet:")
    func namespace() throws {
        let options = MappingOptions(vocabulary: TercetVocabulary(namespace: "https://example.org/g/"), factsOnly: true)
        let triples = try corpus().triples(options)
        #expect(triples.first?.subject == .iri("https://example.org/g/entity/ada-okoro"))
    }

    @Test("The rows of extract --format tsv")
    func rows() throws {
        let rows = try corpus().rows()
        #expect(
            ClaimRow.header
                == "file\tsubject\trelation\tsurface\tobject\tpolarity\tcertainty\tattributed_to\tbegin\tend\tevidence"
                + "\ttense\tbound\tunit\tquantity_of\tdate\tfact\tqualifiers\n")
        #expect(
            rows[3].line
                == "harbour.txt\tunion\taccepted\tcould accept\tharbour plan\taffirmed\thedged\tLars Lind\t86\t141\t"
                + "Lind said that the union could accept a \"harbour plan\".\tpresent\t\t\t\t\tfalse\t\n")
        #expect(
            rows[4].line
                == "harbour.txt\tunion\tholds\tholds\t40\taffirmed\tstated\t\t142\t176\t"
                + "The union holds at least 40 ships.\tpresent\tatLeast\tships\tships\t\ttrue\t\n")
    }

    @Test("A claim whose reading is in doubt is no fact, and its node says so")
    func doubtful() throws {
        var analysis = try ExampleReport.analysis()
        analysis.claims[1].isDoubtful = true
        var corpus = Corpus()
        corpus.add(analysis)
        let options = MappingOptions(relations: ExampleReport.relations)
        #expect(lines(corpus.triples(options)).components(separatedBy: "vocab/doubtful> \"true\"").count == 2)
        #expect(!lines(corpus.triples(MappingOptions(factsOnly: true))).contains("relation/met>"))
        #expect(corpus.rows().map { $0.fields[16] } == ["true", "false", "true", "false", "true"])
    }

    @Test(
        "Numbers and dates are typed by their form",
        arguments: [
            ("105", XSD.integer), ("-3", XSD.integer), ("7.4", XSD.decimal), ("1e5", XSD.string), ("", XSD.string),
        ])
    func numbers(value: String, datatype: String) {
        #expect(TypedNumber.term(value) == .literal(Literal(value, datatype: datatype)))
    }

    @Test(arguments: [
        ("2019-01-15", XSD.date), ("2019-01", XSD.gYearMonth), ("2019", XSD.gYear), ("last week", XSD.string),
    ])
    func dates(value: String, datatype: String) {
        #expect(TypedDate.term(value) == .literal(Literal(value, datatype: datatype)))
    }
}
