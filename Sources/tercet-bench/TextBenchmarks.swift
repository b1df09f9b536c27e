import English
import RDF

/// The speed of what surrounds the parser: sentences and tokens, lemmas, look-ups.
let textBenchmarks: [Benchmark] = [
    Benchmark(name: "segment", summary: "sentences and tokens of a text file, megabytes a second") { arguments in
        let bytes = try arguments.first.map { path in try Files.read(path) } ?? Array(plainText.utf8)
        // At least 8 MB, so that the clock has something to measure.
        var text: [UInt8] = []
        while text.count < 8_000_000 { text += bytes + [0x0a] }
        let (sentences, time) = Measurement.of { text.withUnsafeBufferPointer { Segmenter().sentences(ofUTF8: $0) } }
        let tokens = sentences.reduce(0) { $0 + $1.tokens.count }
        time.report(
            "segment \(sentences.count) sentences, \(tokens) tokens", amount: Double(text.count) / 1e6, unit: "MB")
    },
    Benchmark(name: "lemmas", summary: "lemmas of a tagged CoNLL-U file's words, tokens a second") { arguments in
        guard let path = arguments.first else { return }
        var sentences = try CoNLLUReader().sentences(of: String(decoding: Files.read(path), as: UTF8.self)).map(
            \.sentence)
        let tokens = sentences.reduce(0) { $0 + $1.tokens.count }
        let (_, time) = Measurement.of {
            for index in sentences.indices { Lemmatizer().lemmatize(&sentences[index]) }
        }
        time.report("lemmatise \(tokens) tokens", amount: Double(tokens), unit: "tokens")
    },
    Benchmark(name: "lexicon", summary: "look-ups of common words, look-ups a second") { _ in
        let words = plainText.split { !$0.isLetter }.map { $0.lowercased() }
        let rounds = 20_000
        let (found, time) = Measurement.of {
            var found = 0
            for _ in 0..<rounds {
                for word in words where Lexicon.nounClass(word) != nil { found += 1 }
            }
            return found
        }
        time.report(
            "look up \(words.count) words, \(found / rounds) of them nouns", amount: Double(rounds * words.count),
            unit: "words")
    },
]

private let plainText = """
    Officials in the capital said on Tuesday that at least 40,000 people had died in the floods, and that the U.S.-backed \
    "rescue plan" wouldn't be ready before Jan. 5. "We can't wait," Dr. J. Smith told reporters; the mayor's office declined.
    """
