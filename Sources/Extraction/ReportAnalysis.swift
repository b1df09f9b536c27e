import English

/// A phrase of a report that refers to an entity.
public struct Mention: Hashable, Sendable {
    /// What kind of phrase it is.
    public enum Kind: String, Hashable, Sendable {
        case named, common, pronoun
    }
    /// The head.
    public var head: TokenReference
    /// The tokens of the whole phrase, determiner to last modifier: the evidence.
    public var span: Range<Int>
    /// The tokens of the name proper, for a named mention: label and identity.
    public var nameSpan: Range<Int>?
    /// What kind of phrase it is.
    public var kind: Kind
    /// The class of the entity (`Person`, `Organization`, `ArmedGroup`, `Country`, `Place`, `Group`, `Proposal` …).
    public var type: String
    /// The index of its chain: mentions of one entity in this report share it.
    public var chain: Int

    /// A mention.
    public init(
        head: TokenReference, span: Range<Int>, nameSpan: Range<Int>?, kind: Kind, type: String, chain: Int
    ) {
        self.head = head
        self.span = span
        self.nameSpan = nameSpan
        self.kind = kind
        self.type = type
        self.chain = chain
    }
}

/// All that was read from one report; a pure function of its text and its date.
public struct ReportAnalysis: Hashable, Sendable {
    /// SHA-256 of the report's bytes, in lower-case hexadecimal: its identity.
    public var hash: String
    /// Where it was read, relative to the source argument.
    public var source: String
    /// The title (its first line), if any.
    public var title: String?
    /// Publication date, ISO 8601, from the header line, the file name or an option.
    public var date: String?
    /// Its sentences, with trees.
    public var sentences: [Sentence]
    /// Its mentions, in the order of the text.
    public var mentions: [Mention]
    /// Its claims, in the order of the text.
    public var claims: [Claim]

    /// An analysis.
    public init(
        hash: String, source: String, title: String?, date: String?, sentences: [Sentence], mentions: [Mention],
        claims: [Claim]
    ) {
        self.hash = hash
        self.source = source
        self.title = title
        self.date = date
        self.sentences = sentences
        self.mentions = mentions
        self.claims = claims
    }
}
