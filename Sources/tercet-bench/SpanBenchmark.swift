import Evaluation
import Extraction
import RDF

/// Entities and relations against the spans marked in re3d's press releases, in `$TERCET_DATA/re3d-dev`: the half of the documents
/// that may be read for errors, and the other one.
let spanBenchmark = Benchmark(
    name: "re3d", summary: "entities and relations against re3d's press releases; --misses lists the first half's"
) { arguments in
    let folder = SharedData.folder + "/re3d-dev"
    guard Files.kind(folder) == .directory else { throw SharedData.Missing(path: folder) }
    func text(_ name: String) throws -> String {
        String(decoding: try Files.read("\(folder)/\(name).json"), as: UTF8.self)
    }
    let documents = try SpanDocument.documents(
        texts: text("documents"), entities: text("entities"), relations: text("relations"))
    let extractor = Extractor()
    for isFirst in [true, false] {
        var figures = SpanFigures()
        let half = documents.filter { $0.isOfFirstHalf == isFirst }
        for document in half {
            let report = Report(
                hash: document.name, source: document.name, text: StoredText(document.text),
                readableText: document.text, title: nil, date: nil)
            figures.add(document, extractor.analyze(report))
        }
        print("\(isFirst ? "first half (read for errors)" : "second half (measured only)"), \(half.count) documents")
        func line(_ name: String, _ share: Proportion?) {
            let padding = String(repeating: " ", count: max(1, 40 - name.unicodeScalars.count))
            print("\(isFirst ? "first" : "second") \(name)\(padding)\(share ?? Proportion())")
        }
        func total(_ shares: [String: Proportion]) -> Proportion {
            shares.values.reduce(into: Proportion()) { sum, share in
                sum.right += share.right
                sum.total += share.total
            }
        }
        let names = ["Organisation", "Location", "Person"]
        line("names and phrases found", total(figures.found.filter { names.contains($0.key) }))
        line("of them with the same words", total(figures.exact.filter { names.contains($0.key) }))
        line("of them with the right class", total(figures.typed.filter { names.contains($0.key) }))
        line("names that are marked too", figures.marked)
        line("relations linked", total(figures.linked))
        line("relations rightly named", total(figures.named))
        for type in SpanFigures.entityTypes {
            line("\(type) found", figures.found[type])
            line("\(type) same words", figures.exact[type])
            line("\(type) right class", figures.typed[type])
        }
        for type in figures.linked.keys.sorted() {
            line("\(type) linked", figures.linked[type])
            line("\(type) rightly named", figures.named[type])
        }
        if isFirst, arguments.contains("--misses") { figures.misses.forEach { print("  \($0)") } }
    }
}

/// The names of reports with the chain, class and entity of each: what a rule for names did.
let namesBenchmark = Benchmark(
    name: "names", summary: "the mentions of reports with their chains and classes, one a line"
) {
    arguments in
    let extractor = Extractor()
    for path in arguments {
        let analysis = extractor.analyze(try ReportReader().read(path: path))
        let view = ReportView(analysis)
        for mention in analysis.mentions {
            let sentence = mention.head.sentence
            print(
                [
                    "\(sentence)", "\(mention.chain)", mention.kind.rawValue,
                    mention.type + (mention.isTypeSure ? "!" : ""),
                    mention.canonicalName ?? "–", mention.nameSpan.map { view.words($0, in: sentence) } ?? "–",
                    view.words(mention.span, in: sentence),
                ].joined(separator: "\t"))
        }
    }
}
