import English
import Extraction
import GraphStore
import RDF

/// Reports from their files to the bytes of an export, on one core, and where the time goes.
let readBenchmark = Benchmark(
    name: "read", summary: "a folder of reports to triples: sentences and tokens a second, time by stage"
) { arguments in
    guard let folder = arguments.first(where: { !$0.hasPrefix("--") }) else { return }
    let findings = try ReportFinder.find(folder)
    // The model and the tables are loaded once in a session, however many reports it reads.
    let (extractor, loading) = Measurement.of {
        let extractor = Extractor()
        _ = extractor.analyze(
            Report(hash: "", source: "", text: StoredText(""), readableText: "One.", title: nil, date: nil))
        return extractor
    }
    var clock = StageClock()
    var records: [StoredRecord] = []
    var sentences = 0
    var tokens = 0
    var bytes = 0
    for file in findings.reports {
        guard let report = try? ReportReader().read(path: file.path, source: file.source) else { continue }
        clock.finish("reading files")
        var parsed = Segmenter().sentences(of: report.readableText)
        clock.finish("segmentation")
        ParserModel.embedded.annotate(&parsed)
        clock.finish("tagging and parsing")
        for index in parsed.indices { Lemmatizer().lemmatize(&parsed[index]) }
        clock.finish("lemmas")
        let analysis = extractor.analyze(report, sentences: parsed) { stage in clock.finish(stage.rawValue) }
        records.append(StoredRecord(RecordBuilder.record(of: analysis)))
        clock.finish("records")
        sentences += parsed.count
        tokens += parsed.reduce(0) { $0 + $1.tokens.count }
        bytes += report.text.string.utf8.count
    }
    var derivation = GraphDerivation(options: extractor.mappingOptions())
    _ = derivation.update(adding: records)
    clock.finish("linking")
    var triples: [Triple] = []
    derivation.forEachTriple { triples.append($0) }
    clock.finish("mapping")
    var graph = Graph()
    graph.insert(contentsOf: triples)
    clock.finish("storing")
    let exported = graph.nTriples().count
    clock.finish("export")
    let output = Output.standardOutput()
    let total = clock.total
    output.write(
        "\(findings.reports.count) reports, \(bytes) bytes, \(sentences) sentences, \(tokens) tokens → "
            + "\(graph.count) triples, \(exported) bytes; \(rounded(total, 2)) s of CPU on one core\n"
            + "\(rounded(Double(sentences) / total, 0)) sentences/s, \(rounded(Double(tokens) / total, 0)) tokens/s, "
            + "peak memory \(ResidentMemory.peak / 1_000_000) MB; loading before that \(rounded(loading.cpu, 3)) s\n")
    for (stage, seconds) in clock.stages {
        let name = stage + String(repeating: " ", count: max(1, 22 - stage.count))
        let share = rounded(100 * seconds / total, 1)
        output.write("  \(name)\(rounded(seconds, 3)) s  \(share)%\n")
    }
    try output.close()
}

/// Seconds of CPU by stage, in the order in which the stages first ended.
private struct StageClock {
    private(set) var stages: [(name: String, seconds: Double)] = []
    private var last = Measurement.cpuSeconds

    var total: Double { stages.reduce(0) { $0 + $1.seconds } }

    /// Books the time since the last stage ended.
    mutating func finish(_ name: String) {
        let now = Measurement.cpuSeconds
        defer { last = now }
        if let place = stages.firstIndex(where: { $0.name == name }) {
            stages[place].seconds += now - last
        } else {
            stages.append((name, now - last))
        }
    }
}
