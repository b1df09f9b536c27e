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

    /// Tags, parses and lemmatises sentences whose tokens are given.
    public func annotate(_ sentences: inout [Sentence]) {
        model.annotate(&sentences)
        for index in sentences.indices { lemmatizer.lemmatize(&sentences[index]) }
    }
}

extension Analyzer {
    /// A text's analysis as CoNLL-U; `document` names it in `# newdoc id`.
    public func conllu(of text: String, document: String? = nil) -> [UInt8] {
        let sentences = analyze(text)
        var writer = CoNLLUWriter()
        if let document { writer.beginDocument(named: document) }
        for index in sentences.indices {
            writer.append(
                sentences[index], next: index + 1 < sentences.count ? sentences[index + 1].range.lowerBound : nil)
        }
        return writer.takeBytes()
    }

    /// Tags, parses and lemmatises the words of a CoNLL-U file anew and gives the file with them: comments, multiword
    /// tokens, FEATS and MISC stay, enhanced dependencies and empty nodes do not.
    ///
    /// - Throws: `CoNLLUError` for the first mistake in the file.
    public func conllu(ofPretokenized text: String) throws(CoNLLUError) -> [UInt8] {
        let read = try CoNLLUReader().sentences(of: text)
        var sentences = read.map { sentence in
            // Tags of the file must not show through where the model says nothing.
            var bare = sentence.sentence
            for index in bare.tokens.indices {
                bare.tokens[index].upos = ""
                bare.tokens[index].xpos = ""
                bare.tokens[index].relation = ""
                bare.tokens[index].head = -1
            }
            return bare
        }
        annotate(&sentences)
        var writer = CoNLLUWriter()
        for (original, analysed) in zip(read, sentences) {
            var sentence = original
            sentence.sentence = analysed
            writer.append(sentence)
        }
        return writer.takeBytes()
    }
}
