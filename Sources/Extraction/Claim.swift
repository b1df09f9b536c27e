// The types that the stages of extraction hand on. A report's analysis refers to its own sentences and tokens only;
// entities come later, from the set of all analyses (see Corpus).

/// How sure a statement is.
public enum Certainty: String, Hashable, Sendable, CaseIterable {
    case stated, hedged, conditional, unrealised
}

/// Whether a statement is affirmed or negated.
public enum Polarity: String, Hashable, Sendable, CaseIterable {
    case affirmed, negated
}

/// When a statement holds, as far as its verb tells.
public enum Tense: String, Hashable, Sendable, CaseIterable {
    case past, present, future
}

/// How a number in the text stands to the true one.
public enum Bound: String, Hashable, Sendable, CaseIterable {
    case over, atLeast, under, atMost, about, between
}

/// A token of a report: its sentence and its place there, both counted from 0.
public struct TokenReference: Hashable, Sendable, Comparable {
    /// The sentence's index in the report.
    public var sentence: Int
    /// The token's index in the sentence.
    public var token: Int

    /// A reference to a token.
    public init(sentence: Int, token: Int) {
        self.sentence = sentence
        self.token = token
    }

    /// Order of the text.
    public static func < (left: TokenReference, right: TokenReference) -> Bool {
        (left.sentence, left.token) < (right.sentence, right.token)
    }
}

/// A phrase that fills a place of a claim: its head, and the words it spans.
public struct Argument: Hashable, Sendable {
    /// The phrase's head; the mention with this head tells which entity it is.
    public var head: TokenReference
    /// The tokens of the phrase, in `head.sentence`; the head alone may stand outside (an elided subject).
    public var span: Range<Int>

    /// A phrase.
    public init(head: TokenReference, span: Range<Int>) {
        self.head = head
        self.span = span
    }
}

/// A number with its bound, its unit and the thing counted.
public struct Quantity: Hashable, Sendable {
    /// The number's canonical decimal form: `105`, `40000`, `7.4`; the lower end of a range.
    public var value: String
    /// The upper end of a range, in the same form, or nil.
    public var upperValue: String?
    /// How the text bounds it; nil for an exact number.
    public var bound: Bound?
    /// What is counted or measured, as a lower-case plural noun or a unit (`hostages`, `%`, `USD`, `km`), or nil.
    public var unit: String?
    /// The full phrase counted ("Israeli hostages"), or nil.
    public var quantityOf: String?

    /// A quantity.
    public init(
        value: String, upperValue: String? = nil, bound: Bound? = nil, unit: String? = nil, quantityOf: String? = nil
    ) {
        self.value = value
        self.upperValue = upperValue
        self.bound = bound
        self.unit = unit
        self.quantityOf = quantityOf
    }
}

/// A third argument of a claim: when, where, about what …
public struct Qualifier: Hashable, Sendable {
    /// The kinds that the model knows (`v:place` …); `other` keeps the preposition.
    public enum Kind: Hashable, Sendable {
        case date, place, topic, recipient, instrument, reason
        case other(String)
    }
    /// Which property of the claim it is.
    public var kind: Kind
    /// The phrase, or nil where `text` says all (a resolved date).
    public var argument: Argument?
    /// The value as text; for dates an ISO 8601 date once resolved, else the words.
    public var text: String

    /// A qualifier.
    public init(_ kind: Kind, argument: Argument?, text: String) {
        self.kind = kind
        self.argument = argument
        self.text = text
    }
}

/// What stands at the object's place of a claim.
public enum ClaimObject: Hashable, Sendable {
    /// A phrase that names or describes an entity.
    case phrase(Argument)
    /// A number, with the counted phrase where there is one.
    case quantity(Quantity, Argument?)
    /// Text: a role, or the content of what somebody says, with the tokens it spans in the claim's sentence.
    case text(String, Range<Int>)
    /// Nothing: an intransitive ("the crisis deepens").
    case none
}

/// A statement read from a report: who, what, to whom, how sure, says who, where it stands.
public struct Claim: Hashable, Sendable {
    /// The sentence's index in the report.
    public var sentence: Int
    /// The tokens that carry the relation, in order (verb group, particle, preposition; not the arguments).
    public var predicate: [Int]
    /// The relation's camelCase name, of the vocabulary or open.
    public var relation: String
    /// Whether the relation stands in the vocabulary.
    public var isNamed: Bool
    /// The relation's words as they stand ("has criticized").
    public var surface: String
    /// Who or what it is said of; nil where the text names nobody (an agentless passive).
    public var subject: Argument?
    /// To whom or what.
    public var object: ClaimObject
    /// Affirmed or negated.
    public var polarity: Polarity
    /// How sure.
    public var certainty: Certainty
    /// The verb's time.
    public var tense: Tense
    /// Who says so, innermost speaker first; empty where the report itself does.
    public var attribution: [Argument]
    /// Third arguments, in the order of the text.
    public var qualifiers: [Qualifier]
    /// Indices, in the report's claims, of the statements inside this claim's content.
    public var contents: [Int]
    /// Whether the parser itself doubts who does what to whom: then it is never a fact.
    public var isDoubtful: Bool

    /// A claim; stated, affirmed and the report's own unless told.
    public init(
        sentence: Int, predicate: [Int], relation: String, isNamed: Bool, surface: String, subject: Argument?,
        object: ClaimObject, polarity: Polarity = .affirmed, certainty: Certainty = .stated, tense: Tense = .present,
        attribution: [Argument] = [], qualifiers: [Qualifier] = [], contents: [Int] = [],
        isDoubtful: Bool = false
    ) {
        self.sentence = sentence
        self.predicate = predicate
        self.relation = relation
        self.isNamed = isNamed
        self.surface = surface
        self.subject = subject
        self.object = object
        self.polarity = polarity
        self.certainty = certainty
        self.tense = tense
        self.attribution = attribution
        self.qualifiers = qualifiers
        self.contents = contents
        self.isDoubtful = isDoubtful
    }

    /// Whether the report itself states it, positively, without hedge, as past or present, and the tree leaves no doubt:
    /// only then is it a fact.
    public var isFact: Bool {
        !isDoubtful && polarity == .affirmed && certainty == .stated && tense != .future && attribution.isEmpty
            && subject != nil
    }
}
