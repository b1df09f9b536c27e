import Evaluation
import Testing

@testable import Extraction

@Suite("Figures against marked spans")
struct SpanFiguresTests {
    private static let text = "Ada Okoro leads Harbour Lines. Rebels attacked Oslo on Monday."

    private func documents() throws -> [SpanDocument] {
        func entity(_ begin: Int, _ end: Int, _ type: String) -> String {
            #"{"documentId": "a0", "begin": \#(begin), "end": \#(end), "type": "\#(type)"}"#
        }
        func relation(_ source: Range<Int>, _ target: Range<Int>, _ type: String) -> String {
            #"{"documentId": "a0", "sourceBegin": \#(source.lowerBound), "sourceEnd": \#(source.upperBound), "#
                + #""targetBegin": \#(target.lowerBound), "targetEnd": \#(target.upperBound), "type": "\#(type)"}"#
        }
        return try SpanDocument.documents(
            texts: #"{"_id": "b1", "text": "Rain."}"# + "\n" + #"{"_id": "a0", "text": "\#(Self.text)"}"#,
            entities: [
                entity(16, 29, "Organisation"), entity(0, 9, "Person"), entity(0, 9, "Person"),
                entity(47, 51, "Location"), entity(55, 61, "Temporal"), entity(900, 910, "Person"),
            ].joined(separator: "\n"),
            relations: [relation(0..<9, 16..<29, "InChargeOf"), relation(31..<37, 47..<51, "CommWith")]
                .joined(separator: "\n"))
    }

    @Test("Documents come in order with what is marked in them, each once; a span outside the text is left out")
    func reading() throws {
        let documents = try documents()
        #expect(documents.map(\.name) == ["a0", "b1"])
        #expect(documents.map(\.isOfFirstHalf) == [true, false])
        #expect(documents[0].entities.map(\.range) == [0..<9, 16..<29, 47..<51, 55..<61])
        #expect(documents[0].relations.map(\.type) == ["InChargeOf", "CommWith"])
    }

    @Test("An entity counts by its head, its words and its class; a relation by what links its phrases")
    func counting() throws {
        let document = try documents()[0]
        let report = Report(
            hash: "a0", source: "a0", text: StoredText(document.text), readableText: document.text, title: nil,
            date: nil)
        var figures = SpanFigures()
        figures.add(document, Extractor().analyze(report))
        #expect(figures.found.values.allSatisfy { $0 == Proportion(1, of: 1) })
        #expect(figures.found.keys.sorted() == ["Location", "Organisation", "Person", "Temporal"])
        #expect(figures.exact["Organisation"] == Proportion(1, of: 1))
        #expect(figures.typed["Location"] == Proportion(1, of: 1))
        #expect(figures.linked == ["InChargeOf": Proportion(1, of: 1), "CommWith": Proportion(1, of: 1)])
        #expect(figures.named == ["InChargeOf": Proportion(1, of: 1), "CommWith": Proportion(0, of: 1)])
    }

    @Test(
        "A relation means what a marked type does by its name or by the words in it",
        arguments: [
            ("attacked", "FightingAgainst", true), ("foughtAgainst", "FightingAgainst", true),
            ("killed", "CommWith", false), ("basedIn", "CoLocated", true), ("joined", "AlliesOf", false),
        ])
    func meaning(relation: String, type: String, fits: Bool) {
        #expect(SpanFigures.fits(relation, type) == fits)
    }
}
