import English
import Evaluation
import Foundation
import Testing

/// The file of GUM dev, or nil: in `TERCET_DATA`, else in `../shared` beside the repository.
private let treebank: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["TERCET_DATA"].map { URL(fileURLWithPath: $0) }
    let folder = given ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let file = folder.appendingPathComponent("treebanks/en_gum-dev.conllu")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
}()

/// The floors under the figures that `tercet-bench coreference` prints.
@Suite("Figures on GUM dev", .enabled(if: treebank != nil, "skipped: no data at ../shared"))
struct GUMFiguresTests {
    private func documents() throws -> [EntityDocument] {
        guard let treebank else { return [] }
        return try EntityDocument.documents(of: String(contentsOf: treebank, encoding: .utf8))
    }

    @Test("Gold trees")
    func gold() throws {
        let figures = CoreferenceFigures(try documents()) { $0.sentences }
        #expect(figures.namedMentions.f1 > 0.80)
        #expect(figures.conll > 0.53)
    }

    @Test("Predicted trees")
    func predicted() throws {
        let analyzer = Analyzer()
        let figures = CoreferenceFigures(try documents()) { document in
            var sentences = document.sentences
            analyzer.annotate(&sentences)
            return sentences
        }
        #expect(figures.namedMentions.f1 > 0.70)
        #expect(figures.types.percent > 80)
        #expect(figures.coreTypes.percent > 83)
        #expect(figures.conll > 0.50)
        #expect(figures.pronounsRight.percent > 74)
        #expect(figures.pronounsWrong.percent < 20)
    }
}
