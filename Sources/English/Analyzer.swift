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
        model.annotate(&sentences)
        for index in sentences.indices {
            lemmatizer.lemmatize(&sentences[index])
            PhraseRepair.apply(to: &sentences[index])
        }
    }
}
