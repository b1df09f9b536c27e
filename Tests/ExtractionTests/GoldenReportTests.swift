import English
import Foundation
import Testing

@testable import Extraction

/// Whole reports, written for this purpose, and what is read from them: a change of the extractor or of the parser shows here as a
/// difference that a person can read.
///
/// `TERCET_RECORD=1 swift test --filter GoldenReport` writes the recorded files anew: look at `git diff` before it is committed.
/// A recorded file says what comes out, not what should: `Tests/Keys` says that.
@Suite struct GoldenReportTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")
    static let names = ["attack", "court", "earthquake", "election", "quotations", "storm", "talks"]

    @Test("What is read from a whole report is what was recorded", arguments: names)
    func report(name: String) throws {
        let text = Self.folder.appendingPathComponent("\(name).txt").path
        let recording = Self.folder.appendingPathComponent("\(name).claims")
        let report = try ReportReader().read(path: text)
        let read = Self.claims(of: Extractor().analyze(report))
        if ProcessInfo.processInfo.environment["TERCET_RECORD"] == "1" {
            try read.write(to: recording, atomically: true, encoding: .utf8)
        } else {
            let recorded = try String(contentsOf: recording, encoding: .utf8)
            let difference = Self.difference(from: recorded, to: read)
            #expect(
                difference.isEmpty,
                "\(difference)\nrun TERCET_RECORD=1 swift test --filter GoldenReport, and look at git diff")
        }
    }

    /// Each sentence with its claims: facts after `+`, what is not asserted after `-`, with the reason.
    private static func claims(of analysis: ReportAnalysis) -> String {
        var corpus = Corpus()
        corpus.add(analysis)
        let catalog = corpus.entities()
        guard let key = corpus.reports.first, let record = corpus.record(key) else { return "" }
        func label(_ local: Int) -> String { catalog.entity(key, local)?.label ?? record.entities[local].label }
        var text = ""
        var last = -1
        for claim in record.claims {
            if claim.sentence != last {
                last = claim.sentence
                let sentence = record.sentences[last].text
                text += (text.isEmpty ? "" : "\n") + sentence.replacingOccurrences(of: "\n", with: " ") + "\n"
            }
            var parts = [claim.subject.map(label) ?? "?", claim.relation]
            switch claim.object {
            case .entity(let local): parts.append(label(local))
            case .quantity(let quantity, _):
                parts.append(
                    [
                        quantity.bound?.rawValue, quantity.value + (quantity.upperValue.map { "–" + $0 } ?? ""),
                        quantity.unit,
                    ].compactMap { $0 }.joined(separator: " "))
            case .text(let words): parts.append("“\(words)”")
            case .none: break
            }
            let status = [
                claim.polarity == .negated ? "negated" : nil,
                claim.certainty == .stated ? nil : claim.certainty.rawValue, claim.tense == .future ? "future" : nil,
                claim.attribution.isEmpty ? nil : "says " + claim.attribution.map(label).joined(separator: " ← "),
            ].compactMap { $0 }
            let qualifiers = claim.qualifiers.map { "\($0.kind.name): \($0.text)" }
            text += "  \(claim.isFact ? "+" : "-") " + parts.joined(separator: " | ")
            text += qualifiers.isEmpty ? "" : "  [" + qualifiers.joined(separator: "; ") + "]"
            text += status.isEmpty ? "\n" : "  (" + status.joined(separator: ", ") + ")\n"
        }
        return text
    }

    /// The lines that came and went, as a reader of a diff expects them.
    private static func difference(from recorded: String, to read: String) -> String {
        let old = recorded.components(separatedBy: "\n")
        let new = read.components(separatedBy: "\n")
        return new.difference(from: old).map { change in
            switch change {
            case .insert(let line, let words, _): "line \(line + 1) came: \(words)"
            case .remove(let line, let words, _): "line \(line + 1) went: \(words)"
            }
        }.joined(separator: "\n")
    }
}
