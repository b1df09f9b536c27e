import Evaluation
import Foundation
import Testing

@testable import Extraction

@Suite("Figures against keys")
struct FiguresTests {
    @Test("A key's rows are read by column, comments passed over")
    func keyRows() {
        let key = KeyFile("# about\nfile\tword\na.txt\tfled\nb.txt\t\n")
        #expect(key.rows == [["file": "a.txt", "word": "fled"], ["file": "b.txt", "word": ""]])
        #expect(key.filtered { $0["file"] == "b.txt" }.rows == [["file": "b.txt", "word": ""]])
    }

    @Test(
        "What a cell allows: alternatives, and any run of characters in names",
        arguments: [
            ("said*|claims", "saidIn", true), ("said*|claims", "claims", true), ("said*|claims", "claimsThat", false),
            ("*convict*", "wasConvictedOf", true), ("", "met", false),
        ])
    func alternatives(cell: String, name: String, isAllowed: Bool) {
        #expect(Alternatives(cell).matches(name: name) == isAllowed)
    }

    @Test("Marks are counted; errors come by kind, the commonest first")
    func judged() {
        let marks = JudgedFigures(
            key: KeyFile("mark\tkind\nright\t\nwrong\tname\nwrong\tnumber\nwrong\tnumber\n?\t\n"))
        #expect(marks.right == Proportion(1, of: 4))
        #expect(marks.right.description == "1 of 4 (25.0%)")
        #expect(marks.errors.map(\.kind) == ["number", "name"])
        #expect(marks.errors.map(\.count) == [2, 1])
    }

    @Test("A fact is listed with its label, relation, number and sentence; a hedged claim is not")
    func assertedFacts() {
        let text = "Paula Maier killed over 40 wolves.\nFarmers may leave."
        let report = Report(
            hash: "0", source: "a.txt", text: StoredText(text), readableText: text, title: nil, date: nil)
        var corpus = Corpus()
        corpus.add(Extractor().analyze(report))
        let facts = AssertedFact.all(in: corpus)
        #expect(facts.allSatisfy { $0.sentence == "Paula Maier killed over 40 wolves." })
        #expect(facts.contains { $0.key == ["a.txt", "0", "Paula Maier", "killed", "over 40 wolves"] })
    }

    @Test("A clause is named or open; a title alone is no clause")
    func namedClauses() {
        let text = "President Eva Holm visited Oslo. The president yawned."
        let report = Report(
            hash: "0", source: "a.txt", text: StoredText(text), readableText: text, title: nil, date: nil)
        var figures = RelationFigures()
        figures.add(ReportView(Extractor().analyze(report)))
        #expect(figures.named == Proportion(1, of: 2))
        #expect(figures.clauses.map(\.claim.relation) == ["visited"])
        #expect(figures.clauses.map(\.begin) == [19])
    }

    @Test("Without the data the table of figures is not measured, and says so")
    func missingData() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", root.appendingPathComponent("scripts/figures.py").path]
        process.environment = ProcessInfo.processInfo.environment.merging(["TERCET_DATA": "/no/such"]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(printed == "skipped: no data at /no/such\n")
        #expect(process.terminationStatus == 0)
    }
}
