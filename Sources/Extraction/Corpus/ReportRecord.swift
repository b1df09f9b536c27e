/// What the graph needs of a report's analysis: no trees, entities of this report by index, claims that refer to them.
///
/// A record is a pure function of one analysis; entities of the graph are a function of the set of records (see `Corpus`).
public struct ReportRecord: Hashable, Sendable {
    /// SHA-256 of the report's bytes, in lower-case hexadecimal.
    public var hash: String
    /// Where it was read, relative to the source argument.
    public var source: String
    /// The title, if any.
    public var title: String?
    /// Publication date, ISO 8601, if known.
    public var date: String?
    /// The sentences that claims stand in, in the order of the text.
    public var sentences: [SentenceRecord]
    /// The entities that this report tells of, in the order of their first mention.
    public var entities: [LocalEntity]
    /// The claims, in the order of the text.
    public var claims: [ClaimRecord]
    /// How many sentences the report has, those without a claim among them.
    public var sentenceCount = 0
}

/// A sentence that a claim stands in.
public struct SentenceRecord: Hashable, Sendable {
    /// Its place in the text as stored, in code points.
    public var range: Range<Int>
    /// Its words as stored.
    public var text: String
}

/// An entity as one report tells of it: a chain of mentions.
public struct LocalEntity: Hashable, Sendable {
    /// The best kind of phrase that mentions it: a name, else a common noun, else a pronoun.
    public var kind: Mention.Kind
    /// Its class.
    public var type: String
    /// Whether the class rests on a sure rule.
    public var isTypeSure: Bool
    /// What a table says its name stands for, or nil.
    public var canonicalName: String?
    /// Its name here: the fullest name, else the most telling phrase, else the pronoun.
    public var label: String
    /// The names proper by which it goes here, sorted.
    public var names: [String]
    /// All surface forms that may serve to find it, sorted.
    public var surfaceForms: [String]
    /// Words that stand before its name as titles, lower-cased and sorted: evidence when names are ambiguous.
    public var titles: [String]
    /// Of a body that every country has one of ("Supreme Court"): its country, else its report; nil for every other entity.
    public var setting: String? = nil
    /// Whether the phrase names a kind and nothing particular ("peace"), so that every report means the same.
    public var isGeneric: Bool
    /// Where its first mention begins, in code points.
    public var begin: Int
    /// Where its first mention ends, in code points.
    public var end: Int

    /// How much a name counts among those of all reports: the one that it mostly goes by here twice.
    func weight(of name: String) -> Int { name == label ? 2 : 1 }
}

/// What stands at the object's place of a claim, entities by index.
public enum ObjectRecord: Hashable, Sendable {
    /// An entity of the report.
    case entity(Int)
    /// A number, and the entity that the counted phrase is, if any.
    case quantity(Quantity, Int?)
    /// Text.
    case text(String)
    /// Nothing: an intransitive.
    case none
}

/// A third argument of a claim.
public struct QualifierRecord: Hashable, Sendable {
    /// Which property of the claim it is.
    public var kind: Qualifier.Kind
    /// The entity, or nil where there is only text.
    public var entity: Int?
    /// The words, or a resolved date.
    public var text: String
}

/// A claim, its entities by index.
public struct ClaimRecord: Hashable, Sendable {
    /// Hash over report, predicate span, argument spans, polarity and certainty: 32 hexadecimal digits.
    public var id: String
    /// The index of its sentence in the record.
    public var sentence: Int
    /// The words that it rests on, in code points.
    public var range: Range<Int>
    /// The relation's camelCase name.
    public var relation: String
    /// Whether the relation stands in the vocabulary.
    public var isNamed: Bool
    /// The relation's words as they stand.
    public var surface: String
    /// The subject, or nil where the text names nobody.
    public var subject: Int?
    /// The object.
    public var object: ObjectRecord
    /// Affirmed or negated.
    public var polarity: Polarity
    /// How sure.
    public var certainty: Certainty
    /// The verb's time.
    public var tense: Tense
    /// Who says so, innermost speaker first; empty where the report does.
    public var attribution: [Int]
    /// Third arguments, in the order of the text.
    public var qualifiers: [QualifierRecord]
    /// Indices of the statements inside this claim's content.
    public var contents: [Int]
    /// Whether the graph asserts it: the report states it without hedge, of somebody or something that it names.
    public var isFact: Bool

    /// Whether the report states it plainly as its own, of somebody, and only the reading is in doubt, so that it is no fact.
    public var isDoubtful: Bool {
        !isFact && subject != nil && certainty == .stated && polarity == .affirmed && tense != .future
            && attribution.isEmpty
    }
}
