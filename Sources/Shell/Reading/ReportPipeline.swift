import English
import Extraction
import RDF

/// From a report's text to what it says: sentences, trees, mentions, claims.
package struct ReportPipeline: Sendable {
    /// The user's own relations with the built-in ones; nil for the built-in ones alone.
    private let vocabulary: RelationVocabulary?
    /// What these find.
    private let extended: Extractor?
    /// SHA-256 of the user's own relations, or nothing.
    package let relationsHash: String

    /// What the built-in relations find; made when the first report is read, since not every session reads one.
    private static let builtIn = Extractor()
    private static let analyzer = Analyzer()

    /// With the built-in relations.
    package static let standard = ReportPipeline(vocabulary: nil, relationsHash: "")

    private init(vocabulary: RelationVocabulary?, relationsHash: String) {
        self.vocabulary = vocabulary
        extended = vocabulary.map { Extractor(vocabulary: $0) }
        self.relationsHash = relationsHash
    }

    /// With the relations of a file besides the built-in ones, or with these alone.
    ///
    /// - Throws: `Failure` when the file cannot be read or is malformed.
    package init(relations path: String?) throws(Failure) {
        guard let path else {
            self.init(vocabulary: nil, relationsHash: "")
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
        self.init(vocabulary: vocabulary, relationsHash: SHA256.hexadecimal(of: bytes))
    }

    /// What a report says.
    package func analyze(_ report: Report) -> ReportAnalysis {
        extractor.analyze(report, sentences: Self.analyzer.analyze(report.readableText))
    }

    /// What the graph needs of a report; the same on any thread. From the cache where it was read before.
    package func record(of report: Report, cache: AnalysisCache?) -> StoredRecord {
        guard let cache else { return StoredRecord(RecordBuilder.record(of: analyze(report))) }
        let key = cache.key(of: report, relationsHash: relationsHash)
        if let known = cache.record(key, source: report.source) { return known }
        let record = StoredRecord(RecordBuilder.record(of: analyze(report)))
        cache.store(record, key)
        return record
    }

    /// How its claims become triples. What reads reports is not needed for it, and takes megabytes.
    package func mapping(_ iris: TercetVocabulary) -> MappingOptions {
        (vocabulary ?? .embedded).mappingOptions(namespace: iris.namespace)
    }

    private var extractor: Extractor { extended ?? Self.builtIn }
}
