/// A token of a sentence with its place in the text and, after analysis, its tags, lemma and head.
public struct Token: Hashable, Sendable {
    /// The word as it stands.
    public var form: String
    /// Its place in the text, in Unicode code points of the text as stored, end-exclusive.
    public var range: Range<Int>
    /// The lemma, lower-cased unless a name.
    public var lemma: String
    /// Universal part of speech.
    public var upos: String
    /// Penn Treebank part of speech.
    public var xpos: String
    /// The head's index in the sentence's tokens, counted from 0; -1 for the root.
    public var head: Int
    /// The relation to the head: a Universal Dependencies relation with its subtype (`nsubj:pass`).
    public var relation: String
    /// How probable the parser thinks head and relation, from 0 to 1; 1 where they are given or the words decide.
    public var probability: Float = 1

    /// Whether it is written as one word with the token before it (do|n't, Warhol|'s): a multiword token in CoNLL-U.
    public var joinsPrevious: Bool

    /// A token before analysis.
    public init(
        form: String, range: Range<Int>, lemma: String = "", upos: String = "", xpos: String = "", head: Int = -1,
        relation: String = "", joinsPrevious: Bool = false
    ) {
        self.form = form
        self.range = range
        self.lemma = lemma
        self.upos = upos
        self.xpos = xpos
        self.head = head
        self.relation = relation
        self.joinsPrevious = joinsPrevious
    }
}

/// A sentence: its place in the text and its tokens.
public struct Sentence: Hashable, Sendable {
    /// Its place in the text, in code points, end-exclusive.
    public var range: Range<Int>
    /// Its tokens, in order.
    public var tokens: [Token]
    /// Whether a paragraph, headline or list item begins with it (a line break stands before it).
    public var startsLine: Bool

    /// A sentence.
    public init(range: Range<Int>, tokens: [Token], startsLine: Bool = false) {
        self.range = range
        self.tokens = tokens
        self.startsLine = startsLine
    }
}
