import Evaluation
import Extraction
import RDF

/// Figures that a reader's marks in `Tests/Keys` give, and the lists that were put before him.
let judgedBenchmarks: [Benchmark] = [
    Benchmark(name: "asserted", summary: "the facts that reports assert, one a line, to judge; --features for learning")
    {
        arguments in
        let isForLearning = arguments.contains("--features")
        // Those who learn what a confidence is computed from see the facts that it leaves out, too.
        let extractor = isForLearning ? Extractor(leastConfidence: 0) : Extractor()
        var corpus = Corpus()
        var features: [String: [FactFeatures?]] = [:]
        for path in arguments where path != "--features" {
            for file in try ReportFinder.find(path).reports {
                let analysis = extractor.analyze(try ReportReader().read(path: file.path, source: file.source))
                corpus.add(analysis)
                if isForLearning {
                    features[analysis.source] = ClaimExtractor().features(
                        sentences: analysis.sentences, mentions: analysis.mentions, date: analysis.date)
                }
            }
        }
        let columns =
            AssertedFact.keyColumns
            + (isForLearning ? FactFeature.allCases.map { "\($0)" } : ["sentence", "qualifiers"])
        print(columns.joined(separator: "\t"))
        for fact in AssertedFact.all(in: corpus) {
            let values = features[fact.file]?[fact.claim]?.values.map { "\($0)" } ?? [fact.sentence, fact.qualifiers]
            print((fact.key + values).joined(separator: "\t"))
        }
    },
    Benchmark(name: "precision", summary: "asserted facts judged right, of Tests/Keys/facts-judged.tsv") { arguments in
        let reports = try KeyedReports(key: "facts-judged", arguments)
        let figures = JudgedFigures(key: reports.key)
        let asserted = Set(AssertedFact.all(in: reports.corpus()).map(\.key))
        let stillAsserted = JudgedFigures(
            key: reports.key.filtered { row in asserted.contains(AssertedFact.keyColumns.map { row[$0] ?? "" }) })
        print("asserted facts judged right       \(figures.right)")
        print("those of them still asserted      \(stillAsserted.right)")
        for (kind, count) in figures.errors { print("  \(count)  \(kind)") }
    },
    RelationBenchmark.benchmark,
]
