import English
import Extraction
import RDF

/// From a report's text to what it says: sentences, trees, mentions, claims.
package struct ReportPipeline: Sendable {
    /// The relations of the user's own, with the built-in ones; nil for the built-in ones alone.
    private let vocabulary: RelationVocabulary?

    /// What the built-in relations find; made when the first report is read, since not every session reads one.
    private static let builtIn = Extractor()
    private static let analyzer = Analyzer()

    /// With the built-in relations.
    package static let standard = ReportPipeline(vocabulary: nil)

    private init(vocabulary: RelationVocabulary?) { self.vocabulary = vocabulary }

    /// With the relations of a file besides the built-in ones, or with these alone.
    ///
    /// - Throws: `Failure` when the file cannot be read or is malformed.
    package init(relations path: String?) throws(Failure) {
        guard let path else {
            self.init(vocabulary: nil)
            return
        }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try Files.read(path)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        var vocabulary = RelationVocabulary.embedded
        let errors = vocabulary.add(String(decoding: bytes, as: UTF8.self), source: path)
        guard errors.isEmpty else {
            let more = errors.count > 5 ? "\n… and \(errors.count - 5) more" : ""
            throw Failure(errors.prefix(5).map(\.description).joined(separator: "\n") + more)
        }
        self.init(vocabulary: vocabulary)
    }

    /// What a report says.
    package func analyze(_ report: Report) -> ReportAnalysis {
        extractor.analyze(report, sentences: Self.analyzer.analyze(report.readableText))
    }

    /// How its claims become triples.
    package func mapping(_ iris: TercetVocabulary) -> MappingOptions {
        extractor.mappingOptions(namespace: iris.namespace)
    }

    private var extractor: Extractor { vocabulary.map { Extractor(vocabulary: $0) } ?? Self.builtIn }
}
