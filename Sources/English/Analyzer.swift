/// Reads English: from a text to its sentences with tokens, tags, lemmas and dependency trees.
///
/// A pure function of the text: the same bytes give the same trees on every machine and on any number of threads.
public struct Analyzer: Sendable {
    private let segmenter = Segmenter()
    private let lemmatizer = Lemmatizer()
    private let model: ParserModel

    /// An analyzer with the embedded model, which is loaded once for all.
    public init() {
        model = .embedded
    }

    /// The sentences of a text, analysed; ranges in code points of the text.
    public func analyze(_ text: String) -> [Sentence] {
        var sentences = segmenter.sentences(of: text)
        annotate(&sentences)
        return sentences
    }

    /// Tags, parses and lemmatises sentences whose tokens are given, and mends their noun phrases.
    public func annotate(_ sentences: inout [Sentence]) {
        let parts = parse(&sentences)
        for index in sentences.indices {
            lemmatizer.lemmatize(&sentences[index])
            parts[index]?.lemmatize(&sentences[index], with: lemmatizer)
            PhraseRepair.apply(to: &sentences[index])
        }
    }

    /// Tags and parses; sentences with quotations in their parts.
    private func parse(_ sentences: inout [Sentence]) -> [Int: SentenceParts] {
        var parts: [Int: SentenceParts] = [:]
        var read: [Sentence] = []
        read.reserveCapacity(sentences.count)
        for (index, marks) in QuotationMarks.read(sentences).enumerated() {
            let cut = SentenceParts(sentences[index], marks: marks, lemmatizer: lemmatizer)
            parts[index] = cut
            read += cut?.sentences(of: sentences[index]) ?? [sentences[index]]
        }
        let acronyms = PronounAcronyms(hiddenIn: &read)
        model.annotate(&read)
        acronyms.restore(in: &read)
        var start = 0
        for index in sentences.indices {
            let end = start + (parts[index]?.count ?? 1)
            if var cut = parts[index] {
                cut.join(read[start..<end], into: &sentences[index])
            } else {
                sentences[index] = read[start]
            }
            start = end
        }
        return parts
    }
}
