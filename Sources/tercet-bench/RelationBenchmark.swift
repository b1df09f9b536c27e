import Evaluation
import Extraction
import RDF

/// How many clauses of news land on a named relation; which ones do, or do not.
enum RelationBenchmark {
    static let benchmark = Benchmark(
        name: "relations",
        summary:
            "clauses of all reports on a named relation; --draw SEED N lists some to judge, --list named or open all; --reports and --relations give other reports and a vocabulary"
    ) { arguments in
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        var vocabulary = RelationVocabulary.embedded
        if let path = option("--relations") {
            vocabulary = RelationVocabulary()
            let text = String(decoding: try Files.read(path), as: UTF8.self)
            for error in vocabulary.add(text, source: path) { print(error) }
        }
        let folder = try option("--reports") ?? SharedData.news()
        let extractor = Extractor(vocabulary: vocabulary)
        var figures = RelationFigures()
        for file in try ReportFinder.find(folder).reports where file.path.hasSuffix(".txt") {
            figures.add(ReportView(extractor.analyze(try ReportReader().read(path: file.path, source: file.source))))
        }
        if let seed = option("--draw").flatMap({ UInt64($0) }), let at = arguments.firstIndex(of: "--draw"),
            at + 2 < arguments.count, let count = Int(arguments[at + 2])
        {
            list(drawn(count, of: figures.clauses, seed: seed))
        } else if let which = option("--list") {
            list(which == "open" ? figures.openClauses : figures.clauses)
        } else {
            print("clauses on a named relation       \(figures.named)")
            if let key = try? KeyPath.key("relations-judged", arguments) {
                let judged = JudgedFigures(key: key)
                print("of those drawn, named rightly     \(judged.right)")
                for (kind, count) in judged.errors { print("  \(count)  \(kind)") }
            }
        }
    }

    private static func list(_ clauses: [RelationFigures.Clause]) {
        print(["file", "begin", "subject", "relation", "surface", "object", "sentence"].joined(separator: "\t"))
        for clause in clauses {
            let fields = [
                clause.file, "\(clause.begin)", clause.subject, clause.claim.relation, clause.claim.surface,
                clause.object, clause.sentence,
            ]
            print(fields.joined(separator: "\t"))
        }
    }

    /// Some elements in their order, the same for the same seed (selection sampling over SplitMix64).
    private static func drawn<Element>(_ count: Int, of elements: [Element], seed: UInt64) -> [Element] {
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
}
