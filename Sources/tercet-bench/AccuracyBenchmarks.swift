import English
import Evaluation
import Extraction
import Glibc
import RDF

/// Figures against the keys of `Tests/Keys`, over the reports in `$TERCET_DATA/news`.
let accuracyBenchmarks: [Benchmark] = [
    Benchmark(name: "attribution", summary: "who says so, against Tests/Keys/attribution.tsv") { arguments in
        let reports = try KeyedReports(key: "attribution.tsv")
        let figures = AttributionFigures(key: reports.key, view: reports.view)
        print("right source of reported clauses  \(figures.reported)")
        print("unreported clauses given a source \(figures.wronglyAttributed)")
        printMisses(figures.misses, arguments)
    },
    Benchmark(name: "certainty", summary: "how sure, against Tests/Keys/certainty.tsv") { arguments in
        let reports = try KeyedReports(key: "certainty.tsv")
        let figures = CertaintyFigures(key: reports.key, view: reports.view)
        print("certainty and polarity right      \(figures.right)")
        print("not plainly stated, yet asserted  \(figures.wronglyAsserted)")
        printMisses(figures.misses, arguments)
    },
    Benchmark(name: "facts", summary: "recall of listed facts, against Tests/Keys/report-facts.tsv") { arguments in
        let reports = try KeyedReports(key: "report-facts.tsv")
        let figures = FactFigures(key: reports.key, view: reports.view) { words, file in
            reports.place(of: words, in: file)
        }
        print("listed facts asserted             \(figures.recall)")
        printMisses(figures.misses, arguments)
    },
    Benchmark(name: "entities", summary: "who is who, against Tests/Keys/entities.tsv") { arguments in
        let reports = try KeyedReports(key: "entities.tsv")
        let links = reports.links()
        let figures = EntityFigures(key: reports.key, occurrences: reports.occurrences) { file, range in
            links[file]?.first { $0.range.overlaps(range) && $0.range.upperBound >= range.upperBound }?.entity
        }
        print("pairs linked rightly (precision)  \(figures.precision)")
        print("pairs found (recall)              \(figures.recall)")
        print("names with a mention              \(figures.found)")
        if arguments.contains("--misses") { figures.wrong.forEach { print("  \($0)") } }
    },
]

private func print(_ line: String) {
    let output = Output.standardOutput()
    output.write(line + "\n")
    try? output.close()
}

private func printMisses(_ misses: [Miss], _ arguments: [String]) {
    guard arguments.contains("--misses") else { return }
    for miss in misses {
        print("\(miss.file)\n  expected \(miss.expected)\n  found    \(miss.found)\n  \(miss.sentence)")
    }
}

/// A key and the analyses of the reports that it speaks of.
private struct KeyedReports {
    let key: KeyFile
    private var reports: [String: Report] = [:]
    private var analyses: [String: ReportAnalysis] = [:]

    /// Reads a key and analyses its reports.
    ///
    /// - Throws: `FileError` when the key is not there, `ReportError` when a report is not.
    init(key name: String) throws {
        key = KeyFile(String(decoding: try Files.read("Tests/Keys/" + name), as: UTF8.self))
        let data = getenv("TERCET_DATA").map { String(cString: $0) } ?? "../shared"
        let analyzer = Analyzer()
        let extractor = Extractor()
        for file in Set(key.rows.compactMap { $0["file"] }).sorted() {
            let report = try ReportReader().read(path: "\(data)/news/\(file)")
            reports[file] = report
            analyses[file] = extractor.analyze(report, sentences: analyzer.analyze(report.readableText))
        }
    }

    func view(_ file: String) -> ReportView? { analyses[file].map { ReportView($0) } }

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
        var corpus = Corpus()
        for analysis in analyses.values { corpus.add(analysis) }
        let catalog = corpus.entities()
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
