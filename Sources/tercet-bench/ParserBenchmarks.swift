import English
import Evaluation
import RDF

/// The parser's speed on sentences whose words are given.
let parserBenchmarks: [Benchmark] = [
    Benchmark(name: "parse", summary: "tags and trees of a CoNLL-U file's words, tokens a second") { arguments in
        let sentences = try arguments.first.map { path in
            try CoNLLUReader().sentences(of: String(decoding: Files.read(path), as: UTF8.self)).map(\.sentence)
        }
        // Without a file: a plain sentence again and again, in documents of forty.
        let words =
            "Officials in the capital said on Tuesday that at least 40 people had died in the floods , and that more rain was expected ."
        let plain = Sentence(
            range: 0..<0, tokens: words.split(separator: " ").map { Token(form: String($0), range: 0..<0) })
        let given = sentences ?? [Sentence](repeating: plain, count: 2000)
        let (model, loading) = Measurement.of { ParserModel.embedded }
        loading.report("load", amount: 1, unit: "models")
        let tokens = given.reduce(0) { $0 + $1.tokens.count }
        for size in [1, 40] {
            let (_, time) = Measurement.of {
                for start in stride(from: 0, to: given.count, by: size) {
                    var document = Array(given[start..<min(start + size, given.count)])
                    model.annotate(&document)
                }
            }
            time.report("parse \(tokens) tokens, \(size) sentences at once", amount: Double(tokens), unit: "tokens")
        }
    },
    Benchmark(name: "treebank", summary: "accuracy of tags and trees on a CoNLL-U file's words") { arguments in
        guard let path = arguments.first else { return }
        let gold = try CoNLLUReader().sentences(of: String(decoding: Files.read(path), as: UTF8.self)).map(\.sentence)
        let figures = TreebankFigures(gold: gold)
        let output = Output.standardOutput()
        func line(_ name: String, _ value: Double) { output.write("\(name)\t\(rounded(value, 2))\n") }
        line("UPOS", figures.universalTagAccuracy)
        line("XPOS", figures.pennTagAccuracy)
        line("UAS", figures.unlabelledAttachment)
        line("LAS", figures.labelledAttachment)
        for relation in figures.goldRelations { line(relation, figures.f1(of: relation)) }
        try output.close()
    },
]
