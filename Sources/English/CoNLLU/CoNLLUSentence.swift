/// A sentence of a CoNLL-U file with what a rewrite has to keep: comments, multiword tokens and columns that tercet does
/// not use.
///
/// Source: https://universaldependencies.org/format.html
public struct CoNLLUSentence: Hashable, Sendable {
    /// A multiword token: several words written as one.
    public struct MultiwordToken: Hashable, Sendable {
        /// The words it spans, as indices into `sentence.tokens`.
        public var words: Range<Int>
        /// The surface form, which need not be the words' forms joined.
        public var form: String
        /// The MISC column, `_` where empty.
        public var misc: String
    }

    /// Comment lines with their `#`, in order.
    public var comments: [String]
    /// The words; code-point ranges are those of the words set one after another, by `SpaceAfter=No`.
    public var sentence: Sentence
    /// The multiword tokens, in order.
    public var multiwordTokens: [MultiwordToken]
    /// Each word's FEATS column.
    public var features: [String]
    /// Each word's MISC column.
    public var misc: [String]
}

/// A mistake in a CoNLL-U file.
public struct CoNLLUError: Error, Hashable, Sendable {
    /// What is wrong, without a full stop, beginning in lower case.
    public var message: String
    /// The line, counted from 1.
    public var line: Int
    /// The line as it stands.
    public var lineText: String
}
