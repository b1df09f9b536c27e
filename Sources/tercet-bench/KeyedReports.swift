import English
import Evaluation
import Extraction
import Glibc
import RDF

/// The data beside the repository, `$TERCET_DATA` or `../shared`.
enum SharedData {
    /// Its folder.
    static var folder: String { getenv("TERCET_DATA").map { String(cString: $0) } ?? "../shared" }

    /// The path of its reports.
    ///
    /// - Throws: `Missing` when they are not there.
    static func news() throws -> String {
        let path = folder + "/news"
        guard Files.kind(path) == .directory else { throw Missing(path: path) }
        return path
    }

    /// Says that there is nothing to measure on; no failure.
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "skipped: no data at \(path)" }
    }
}

/// A key of `Tests/Keys`, by its name and its turn: `attribution.tsv`, and `attribution-second.tsv` for `--key second`.
enum KeyPath {
    static func path(_ name: String, _ arguments: [String]) -> String {
        guard let option = arguments.firstIndex(of: "--key"), option + 1 < arguments.count,
            arguments[option + 1] != "first"
        else { return "Tests/Keys/\(name).tsv" }
        return "Tests/Keys/\(name)-\(arguments[option + 1]).tsv"
    }

    static func key(_ name: String, _ arguments: [String]) throws -> KeyFile {
        KeyFile(String(decoding: try Files.read(path(name, arguments)), as: UTF8.self))
    }
}

/// A key and the analyses of the reports that it speaks of.
struct KeyedReports {
    let key: KeyFile
    private var reports: [String: Report] = [:]
    private(set) var analyses: [String: ReportAnalysis] = [:]

    /// Reads a key and analyses its reports.
    ///
    /// - Throws: `FileError` when the key is not there, `ReportError` when a report is not.
    init(key name: String, _ arguments: [String]) throws {
        key = try KeyPath.key(name, arguments)
        let news = try SharedData.news()
        let extractor = Extractor()
        for file in Set(key.rows.compactMap { $0["file"] }).sorted() {
            let report = try ReportReader().read(path: "\(news)/\(file)")
            reports[file] = report
            analyses[file] = extractor.analyze(report)
        }
    }

    func view(_ file: String) -> ReportView? { analyses[file].map { ReportView($0) } }

    /// The corpus of the key's reports alone.
    func corpus() -> Corpus {
        var corpus = Corpus()
        for analysis in analyses.values { corpus.add(analysis) }
        return corpus
    }

    /// Where words begin in a report, in code points.
    func place(of words: String, in file: String) -> Int? { places(of: words, in: file).first }

    /// The places of names, the longest names first, without overlap, at word boundaries.
    func occurrences(_ names: [String], _ file: String) -> [(name: String, range: Range<Int>)] {
        var taken: [(name: String, range: Range<Int>)] = []
        for name in names.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
            for begin in places(of: name, in: file) {
                let range = begin..<begin + name.unicodeScalars.count
                if !taken.contains(where: { $0.range.overlaps(range) }) { taken.append((name, range)) }
            }
        }
        return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func places(of words: String, in file: String) -> [Int] {
        guard let text = reports[file]?.text.string else { return [] }
        let scalars = Array(text.unicodeScalars)
        let pattern = Array(words.unicodeScalars)
        guard !pattern.isEmpty, scalars.count >= pattern.count else { return [] }
        func isWord(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].properties.isAlphabetic }
        return (0...scalars.count - pattern.count).filter { begin in
            scalars[begin] == pattern[0] && scalars[begin..<begin + pattern.count].elementsEqual(pattern)
                && !isWord(begin - 1) && !isWord(begin + pattern.count)
        }
    }

    /// The named mentions of all reports, by file, with the entities that they are across the reports.
    func links() -> [String: [(range: Range<Int>, entity: String)]] {
        let catalog = corpus().entities()
        return analyses.mapValues { analysis in
            let identifiers = catalog.identifiers(ofChainsIn: analysis)
            var links: [(range: Range<Int>, entity: String)] = []
            for mention in analysis.mentions {
                guard let name = mention.nameSpan, let entity = identifiers[mention.chain] else { continue }
                let tokens = analysis.sentences[mention.head.sentence].tokens[name]
                guard let first = tokens.first, let last = tokens.last else { continue }
                links.append((first.range.lowerBound..<last.range.upperBound, entity))
            }
            return links.sorted { $0.range.count < $1.range.count }
        }
    }
}
