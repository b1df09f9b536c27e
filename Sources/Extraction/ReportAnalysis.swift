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
    /// The tokens of the name proper, for a named mention: label and identity. A phrase in quotation marks is a name too.
    public var nameSpan: Range<Int>?
    /// What kind of phrase it is.
    public var kind: Kind
    /// The class of the entity (`Person`, `Organization`, `ArmedGroup`, `Country`, `Place`, `Group`, `Proposal` …).
    public var type: String
    /// Whether the type rests on a sure rule (a title, a list, a keyword) and not on a default.
    public var isTypeSure: Bool
    /// What the name stands for where a table tells ("Israel" for "Israeli", "United States" for "U.S."), or nil.
    public var canonicalName: String?
    /// The index of its chain: mentions of one entity in this report share it.
    public var chain: Int

    /// A mention.
    public init(
        head: TokenReference, span: Range<Int>, nameSpan: Range<Int>?, kind: Kind, type: String,
        isTypeSure: Bool = false, canonicalName: String? = nil, chain: Int
    ) {
        self.head = head
        self.span = span
        self.nameSpan = nameSpan
        self.kind = kind
        self.type = type
        self.isTypeSure = isTypeSure
        self.canonicalName = canonicalName
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
    /// The text as stored: what offsets count in.
    public var text: StoredText
    /// Its sentences, with trees.
    public var sentences: [Sentence]
    /// Its mentions, in the order of the text.
    public var mentions: [Mention]
    /// Its claims, in the order of the text.
    public var claims: [Claim]

    /// An analysis.
    public init(
        hash: String, source: String, title: String?, date: String?, text: StoredText, sentences: [Sentence],
        mentions: [Mention], claims: [Claim]
    ) {
        self.hash = hash
        self.source = source
        self.title = title
        self.date = date
        self.text = text
        self.sentences = sentences
        self.mentions = mentions
        self.claims = claims
    }
}
