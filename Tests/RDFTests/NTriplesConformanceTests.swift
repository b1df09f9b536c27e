import Foundation
import RDF
import Testing

/// The W3C's tests of N-Triples 1.1. Skipped when there are no data at `TERCET_DATA` or `../shared`.
@Suite(.enabled(if: SharedData.has("w3c/index.jsonl"), "skipped: no data at TERCET_DATA or ../shared"))
struct NTriplesConformanceTests {
    struct Entry: Decodable, CustomTestStringConvertible {
        var name: String
        var suite: String
        var kind: String
        var input: String
        var testDescription: String { name }
    }

    static let entries: [Entry] = ["index.jsonl", "index_unmarked_ntriples.jsonl"].flatMap { index -> [Entry] in
        guard let text = try? String(contentsOfFile: "\(SharedData.root)/w3c/\(index)", encoding: .utf8) else {
            return []
        }
        return text.split(separator: "\n").compactMap { line in
            try? JSONDecoder().decode(Entry.self, from: Data(line.utf8))
        }.filter { $0.suite == "ntriples11" }
    }

    @Test func allSeventyAreThere() {
        #expect(NTriplesConformanceTests.entries.count == 70)
    }

    @Test(arguments: entries)
    func passes(_ entry: Entry) throws {
        let bytes = try Files.read("\(SharedData.root)/w3c/files/\(entry.input)")
        if entry.kind == "negative-syntax" {
            #expect(throws: SyntaxError.self) { try NTriples.read(bytes) }
        } else {
            let triples = try NTriples.read(bytes)
            // What is read survives being written and read again.
            let again = try NTriples.read(NTriples.sortedLines(triples))
            #expect(Set(again) == Set(triples))
        }
    }
}
