import Evaluation
import Extraction
import RDF

/// Figures against the keys of `Tests/Keys`, over the reports in `$TERCET_DATA/news`; `--key second` takes the second key,
/// `--misses` prints what was missed.
let accuracyBenchmarks: [Benchmark] =
    [
        Benchmark(name: "attribution", summary: "who says so, against Tests/Keys/attribution.tsv") { arguments in
            let reports = try KeyedReports(key: "attribution", arguments)
            let figures = AttributionFigures(key: reports.key, view: reports.view)
            print("right source of reported clauses  \(figures.reported)")
            print("unreported clauses given a source \(figures.wronglyAttributed)")
            printMisses(figures.misses, arguments)
        },
        Benchmark(name: "certainty", summary: "how sure, against Tests/Keys/certainty.tsv") { arguments in
            let reports = try KeyedReports(key: "certainty", arguments)
            let figures = CertaintyFigures(key: reports.key, view: reports.view)
            print("certainty and polarity right      \(figures.right)")
            print("not plainly stated, yet asserted  \(figures.wronglyAsserted)")
            printMisses(figures.misses, arguments)
        },
        Benchmark(name: "facts", summary: "recall of listed facts, against Tests/Keys/report-facts.tsv") { arguments in
            let reports = try KeyedReports(key: "report-facts", arguments)
            let figures = FactFigures(key: reports.key, view: reports.view) { words, file in
                reports.place(of: words, in: file)
            }
            print("listed facts asserted             \(figures.recall)")
            printMisses(figures.misses, arguments)
        },
        Benchmark(name: "entities", summary: "who is who, against Tests/Keys/entities.tsv") { arguments in
            let reports = try KeyedReports(key: "entities", arguments)
            let links = reports.links()
            let figures = EntityFigures(key: reports.key, occurrences: reports.occurrences) { file, range in
                nearest(links[file] ?? [], range)
            }
            print("pairs linked rightly (precision)  \(figures.precision)")
            print("pairs found (recall)              \(figures.recall)")
            print("names with a mention              \(figures.found)")
            if arguments.contains("--misses") { (figures.wrong + figures.split).forEach { print("  \($0)") } }
        },
    ] + judgedBenchmarks

/// Prints a line to standard output.
func print(_ line: String) {
    let output = Output.standardOutput()
    output.write(line + "\n")
    try? output.close()
}

/// The entity of the name that covers a place best: a place inside a body's name is a name too ("Parliament of the United
/// Kingdom").
private func nearest(_ links: [(range: Range<Int>, entity: String)], _ range: Range<Int>) -> String? {
    let covering = links.filter { $0.range.overlaps(range) && $0.range.upperBound >= range.upperBound }
    func share(_ other: Range<Int>) -> Double {
        let common = other.clamped(to: range).count
        return Double(common) / Double(other.count + range.count - common)
    }
    return covering.max { share($0.range) < share($1.range) }?.entity
}

private func printMisses(_ misses: [Miss], _ arguments: [String]) {
    guard arguments.contains("--misses") else { return }
    for miss in misses {
        print("\(miss.file)\n  expected \(miss.expected)\n  found    \(miss.found)\n  \(miss.sentence)")
    }
}
