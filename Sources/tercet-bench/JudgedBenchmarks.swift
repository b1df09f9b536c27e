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
        let columns = AssertedFact.keyColumns + (isForLearning ? FactFeature.allCases.map { "\($0)" } : ["sentence"])
        print(columns.joined(separator: "\t"))
        for fact in AssertedFact.all(in: corpus) {
            let values = features[fact.file]?[fact.claim]?.values.map { "\($0)" } ?? [fact.sentence]
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
    Benchmark(
        name: "relations", summary: "clauses of all reports on a named relation; --draw SEED N lists some to judge"
    ) {
        arguments in
        let news = try SharedData.news()
        let extractor = Extractor()
        var figures = RelationFigures()
        for file in try ReportFinder.find(news).reports where file.path.hasSuffix(".txt") {
            figures.add(ReportView(extractor.analyze(try ReportReader().read(path: file.path, source: file.source))))
        }
        if let option = arguments.firstIndex(of: "--draw"), option + 2 < arguments.count,
            let seed = UInt64(arguments[option + 1]), let count = Int(arguments[option + 2])
        {
            print(["file", "begin", "subject", "relation", "surface", "object", "sentence"].joined(separator: "\t"))
            for clause in drawn(count, of: figures.clauses, seed: seed) {
                let fields = [
                    clause.file, "\(clause.begin)", clause.subject, clause.claim.relation, clause.claim.surface,
                    clause.object, clause.sentence,
                ]
                print(fields.joined(separator: "\t"))
            }
        } else {
            print("clauses on a named relation       \(figures.named)")
            if let key = try? KeyPath.key("relations-judged", arguments) {
                let judged = JudgedFigures(key: key)
                print("of those drawn, named rightly     \(judged.right)")
                for (kind, count) in judged.errors { print("  \(count)  \(kind)") }
            }
        }
    },
]

/// Some elements in their order, the same for the same seed (selection sampling over SplitMix64).
private func drawn<Element>(_ count: Int, of elements: [Element], seed: UInt64) -> [Element] {
    var state = seed
    var wanted = min(count, elements.count)
    var drawn: [Element] = []
    for (index, element) in elements.enumerated() where wanted > 0 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        mixed ^= mixed >> 31
        if mixed % UInt64(elements.count - index) < UInt64(wanted) {
            drawn.append(element)
            wanted -= 1
        }
    }
    return drawn
}
