import English
import Foundation
import Testing

@testable import Extraction

@Suite("Figures on GUM dev", .enabled(if: sharedData != nil, "skipped: no data at ../shared"))
struct GUMFiguresTests {
    /// `TERCET_SAMPLES=1` prints what went wrong; `TERCET_TRAIN=1` measures on GUM train as well.
    private func report(_ title: String, _ figures: GUMFigures) {
        print("== \(title)\n\(figures.summary)")
        guard ProcessInfo.processInfo.environment["TERCET_SAMPLES"] == "1" else { return }
        for (kind, count) in figures.typeErrors.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
            print("  \(count) \(kind)")
        }
        for sample in figures.typeSamples + figures.mentionSamples + figures.pronounSamples { print("  \(sample)") }
    }

    @Test("Gold trees")
    func gold() throws {
        let documents = try GUMDocument.read("en_gum-dev.conllu", genres: measuredGenres)
        let figures = GUMFigures.measure(documents) { $0.sentences }
        report("GUM dev, gold trees", figures)
        #expect(figures.namedMentions.f1 > 0.80)
        #expect(figures.conll > 0.53)
        if ProcessInfo.processInfo.environment["TERCET_TRAIN"] == "1" {
            let train = try GUMDocument.read("en_gum-train.conllu", genres: measuredGenres)
            report("GUM train, gold trees", GUMFigures.measure(train) { $0.sentences })
        }
    }

    @Test("Predicted trees: floors of the extraction's issue")
    func predicted() throws {
        let documents = try GUMDocument.read("en_gum-dev.conllu", genres: measuredGenres)
        let analyzer = Analyzer()
        let figures = GUMFigures.measure(documents) { document in
            var sentences = document.sentences
            analyzer.annotate(&sentences)
            return sentences
        }
        report("GUM dev, predicted trees", figures)
        #expect(figures.namedMentions.f1 > 0.70)
        #expect(Double(figures.typedRight) / Double(figures.typed) > 0.80)
        #expect(Double(figures.coreTypedRight) / Double(figures.coreTyped) > 0.83)
        #expect(figures.conll > 0.50)
        #expect(Double(figures.pronounsRight) / Double(figures.pronouns) > 0.74)
        #expect(Double(figures.pronounsWrong) / Double(figures.pronouns) < 0.20)
    }
}
