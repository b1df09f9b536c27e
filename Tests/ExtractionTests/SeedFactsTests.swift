import English
import Evaluation
import Foundation
import RDF
import Testing

@testable import Extraction

/// The report in `seeds/`, read once for all tests.
private enum Seed {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let analysis: ReportAnalysis? = {
        let path = folder.appendingPathComponent("seeds/000_4ec1a80465840910.txt").path
        guard let report = try? ReportReader().read(path: path) else { return nil }
        return Extractor().analyze(report, sentences: Analyzer().analyze(report.readableText))
    }()
    static let corpus: Corpus = {
        var corpus = Corpus()
        if let analysis { corpus.add(analysis) }
        return corpus
    }()
}

@Suite("The facts of the seed report")
struct SeedFactsTests {
    /// Whether the extractor found a statement of the key: a fact asserted, a claim held but not asserted.
    private func isFound(_ statement: KeyedStatement, in analysis: ReportAnalysis) -> Bool {
        let view = ReportView(analysis)
        let text = Array(analysis.text.string.unicodeScalars)
        let words = Array(statement.words.unicodeScalars)
        guard let begin = text.indices.first(where: { text[$0...].starts(with: words) }) else { return false }
        func contains(_ alternatives: [String], in names: [String]) -> Bool {
            Alternatives(alternatives.joined(separator: "|")).isContained(in: names)
        }
        return analysis.claims.contains { claim in
            guard analysis.sentences[claim.sentence].range.overlaps(begin..<begin + words.count),
                Alternatives(statement.relation.joined(separator: "|")).matches(name: claim.relation),
                contains(statement.subject, in: claim.subject.map { view.names(of: $0) } ?? [""])
            else { return false }
            let third = claim.qualifiers.flatMap { [$0.text] + ($0.argument.map { view.names(of: $0) } ?? []) }
            guard statement.object.contains("") || contains(statement.object, in: view.names(of: claim.object) + third)
            else { return false }
            if statement.kind == "fact" { return claim.isFact }
            let speakers = claim.attribution.flatMap { view.names(of: $0) }
            return !claim.isFact && statement.polarity.contains(claim.polarity.rawValue)
                && statement.certainty.contains(claim.certainty.rawValue)
                && (statement.attribution == [""] || contains(statement.attribution, in: speakers))
        }
    }

    @Test("At least 35 of the 45 statements that a careful reader takes are found")
    func statementsAreFound() throws {
        let analysis = try #require(Seed.analysis)
        let key = try KeyedStatement.all()
        let missed = key.filter { !isFound($0, in: analysis) }
        #expect(key.count - missed.count >= 35, "missed:\n\(missed.map(\.description).joined(separator: "\n"))")
    }

    @Test("The statements that the report is about are found, each")
    func namedStatementsAreFound() throws {
        let analysis = try #require(Seed.analysis)
        let key = try KeyedStatement.all()
        let relations = [
            "holdshostages", "reporteddeaths", "visited", "met", "urged", "seeks", "criticized", "mediates",
            "advocatesfor", "backs", "hasrole", "accepted",
        ]
        // Who is "seeking a resolution" the tree leaves open, so that nobody is named: better than a guess.
        let named = key.filter { !Set($0.relation).isDisjoint(with: relations) && $0.words != "seeking a resolution" }
        let missed = named.filter { !isFound($0, in: analysis) }
        #expect(missed.isEmpty, "missed:\n\(missed.map(\.description).joined(separator: "\n"))")
    }

    @Test("Nothing is asserted but what a reader has judged true")
    func nothingFalseIsAsserted() throws {
        let judged = try String(
            contentsOf: Seed.folder.appendingPathComponent("Tests/Keys/seed-judged.tsv"), encoding: .utf8
        ).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        let catalog = Dictionary(
            Seed.corpus.entities().entities.map { ($0.identifier, $0.label) }, uniquingKeysWith: { first, _ in first })
        let vocabulary = TercetVocabulary()
        func name(_ term: Term) -> String {
            switch term {
            case .iri(let iri) where iri.hasPrefix(vocabulary.entity):
                let identifier = String(iri.dropFirst(vocabulary.entity.count))
                return catalog[identifier] ?? identifier
            case .iri(let iri) where iri.hasPrefix(vocabulary.relation):
                return String(iri.dropFirst(vocabulary.relation.count))
            case .iri(let iri): return iri
            case .literal(let literal): return literal.lexicalForm
            case .blank(let label): return label
            }
        }
        let asserted = Seed.corpus.triples().filter { triple in
            if case .iri(let predicate) = triple.predicate { return predicate.hasPrefix(vocabulary.relation) }
            return false
        }.map { "\(name($0.subject))\t\(name($0.predicate))\t\(name($0.object))" }
        let unjudged = asserted.filter { !judged.contains($0) }
        #expect(unjudged.isEmpty, "asserted, but judged by nobody:\n\(unjudged.joined(separator: "\n"))")
    }
}
