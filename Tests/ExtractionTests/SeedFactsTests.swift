import English
import Foundation
import Testing

@testable import Extraction

/// What the report in `seeds/` says, read end to end, against the key that was written before.
@Suite("The facts of the seed report")
struct SeedFactsTests {
    private static let analysis: ReportAnalysis? = {
        guard let text = try? seedText(),
            let report = try? ReportReader().report(bytes: Array(text.utf8), path: "seed.txt", source: "seed.txt")
        else { return nil }
        return Extractor().analyze(report, sentences: Analyzer().analyze(report.readableText))
    }()

    @Test("At least 28 of the stated facts are found")
    func recall() throws {
        let analysis = try #require(Self.analysis)
        let facts = try KeyedStatement.all().filter { $0.kind == "fact" }
        let missed = facts.filter { fact in !analysis.claims.contains { $0.isFact && matches(fact, $0, analysis) } }
        #expect(facts.count - missed.count >= 28, "missed: \(missed.map(\.words))")
    }

    @Test("What is hedged, negated, conditional or wished for is asserted nowhere")
    func nothingFalse() throws {
        let analysis = try #require(Self.analysis)
        for claim in try KeyedStatement.all().filter({ $0.kind == "claim" }) {
            let asserted = analysis.claims.filter { $0.isFact && matches(claim, $0, analysis) }
            #expect(asserted.isEmpty, "\(claim.words)")
        }
    }

    private func matches(_ statement: KeyedStatement, _ claim: Claim, _ analysis: ReportAnalysis) -> Bool {
        guard statement.relation.contains(where: { glob($0, claim.relation.lowercased()) }) else { return false }
        let subjects = claim.subject.map { names($0, analysis) } ?? []
        guard statement.subject.contains(where: { part in part.isEmpty || subjects.contains { $0.contains(part) } })
        else {
            return false
        }
        let objects: [String]
        switch claim.object {
        case .phrase(let argument): objects = names(argument, analysis)
        case .quantity(let quantity, _): objects = [quantity.value]
        case .text(let text, _): objects = [text.lowercased()]
        case .none: objects = []
        }
        return statement.object.contains { part in part.isEmpty || objects.contains { $0.contains(part) } }
    }

    private func names(_ argument: Argument, _ analysis: ReportAnalysis) -> [String] {
        func words(_ span: Range<Int>, _ sentence: Int) -> String {
            analysis.sentences[sentence].tokens[span].map { $0.form.lowercased() }.joined(separator: " ")
        }
        var found = [words(argument.span, argument.head.sentence)]
        if let mention = analysis.mentions.first(where: { $0.head == argument.head }) {
            for other in analysis.mentions where other.chain == mention.chain {
                found.append(words(other.nameSpan ?? other.span, other.head.sentence))
            }
        }
        return found
    }

    /// Matches `*` as any run of letters.
    private func glob(_ pattern: String, _ text: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return pattern == text }
        guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else { return false }
        var rest = text[...]
        for part in parts {
            guard let range = part.isEmpty ? rest.startIndex..<rest.startIndex : rest.range(of: part) else {
                return false
            }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
