import English
import Evaluation
import Glibc
import RDF

/// Mentions, types and coreference against the gold entities of a treebank (GUM dev in `$TERCET_DATA` unless a file is named).
let coreferenceBenchmark = Benchmark(
    name: "coreference", summary: "names, their types and chains, against GUM's gold entities"
) { arguments in
    let data = getenv("TERCET_DATA").map { String(cString: $0) } ?? "../shared"
    let path = arguments.first { !$0.hasPrefix("--") } ?? "\(data)/treebanks/en_gum-dev.conllu"
    let documents = try EntityDocument.documents(of: String(decoding: Files.read(path), as: UTF8.self))
    let isGold = arguments.contains("--gold")
    let analyzer = Analyzer()
    let figures = CoreferenceFigures(documents) { document in
        var sentences = document.sentences
        if !isGold { analyzer.annotate(&sentences) }
        return sentences
    }
    let output = Output.standardOutput()
    if arguments.contains("--features") {
        for document in try EntityDocument.documents(of: String(decoding: Files.read(path), as: UTF8.self), genres: nil)
        {
            var sentences = document.sentences
            if !isGold { analyzer.annotate(&sentences) }
            for line in NameTypeSamples.lines(of: document, sentences) { output.write(line + "\n") }
        }
        try output.close()
        return
    }
    func line(_ name: String, _ score: Score) {
        func percent(_ share: Double) -> String { rounded(share * 100, 1) }
        let padding = String(repeating: " ", count: max(1, 44 - name.unicodeScalars.count))
        output.write(
            "\(name)\(padding)F1 \(percent(score.f1))  precision \(percent(score.precision))  recall \(percent(score.recall))\n"
        )
    }
    func line(_ name: String, _ share: Proportion) {
        output.write("\(name)\(String(repeating: " ", count: max(1, 44 - name.unicodeScalars.count)))\(share)\n")
    }
    output.write("\(documents.count) documents, \(isGold ? "gold" : "predicted") trees\n")
    line("all mentions, exact phrase", figures.allMentions)
    line("named mentions, exact phrase", figures.namedMentions)
    line("named mentions, head", figures.namedHeads)
    line("types of names", figures.types)
    line("types of persons, organizations, places", figures.coreTypes)
    line("coreference, MUC", figures.muc)
    line("coreference, B³", figures.bCubed)
    line("coreference, CEAF-e", figures.ceafe)
    output.write("coreference, mean F1 (CoNLL)                \(rounded(figures.conll * 100, 1))\n")
    line("he, she at the right name", figures.pronounsRight)
    line("he, she at a wrong name", figures.pronounsWrong)
    line("it, they at the right name", figures.thingsRight)
    line("it, they at a wrong name", figures.thingsWrong)
    for (name, share) in figures.links.sorted(by: { $0.key < $1.key }) { line("link \(name)", share) }
    if arguments.contains("--misses") { figures.samples.forEach { output.write($0 + "\n") } }
    try output.close()
}
