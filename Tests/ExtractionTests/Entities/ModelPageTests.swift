import Foundation
import Testing

@testable import Extraction

@Suite("docs/model.md")
struct ModelPageTests {
    private let page: String = {
        let root = fixture("").deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("docs/model.md"), encoding: .utf8)) ?? ""
    }()

    private func block(_ name: String) -> String {
        let parts = page.components(separatedBy: "<!-- \(name) -->\n```\n")
        guard parts.count == 2, let end = parts[1].range(of: "```") else { return "" }
        return String(parts[1][..<end.lowerBound])
    }

    @Test("The worked example is what the program writes")
    func workedExample() throws {
        var corpus = Corpus()
        corpus.add(try ExampleReport.analysis())
        let facts = lines(corpus.triples(MappingOptions(factsOnly: true, relations: ExampleReport.relations)))
        #expect(block("facts") == facts)
        let all = lines(corpus.triples(MappingOptions(relations: ExampleReport.relations))).split(separator: "\n")
        let claim = block("claim")
        let node = claim.prefix { $0 != " " }
        #expect(claim == all.filter { $0.hasPrefix(node + " ") }.map { $0 + "\n" }.joined())
    }

    @Test("Every class that the extractor knows is in the table", arguments: EntityClass.all.map(\.label))
    func classes(label: String) {
        #expect(page.contains(label))
    }
}
