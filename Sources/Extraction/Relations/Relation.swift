/// A relation of the vocabulary.
package struct Relation: Hashable, Sendable {
    /// Its camelCase name.
    package var name: String
    /// The classes its subject may have.
    package var domain: [String]
    /// The classes its object may have; `Claim`, `Role`, `Quantity`, `Date` and `Thing` among them.
    package var range: [String]
    /// Whether it holds in both directions.
    package var isSymmetric: Bool
    /// Whether it is an act of speech.
    package var isSpeech: Bool
    /// Whether it is a state rather than an act.
    package var isState: Bool
    /// The gloss without its kind.
    package var gloss: String

    /// Whether the object may be a number.
    package var takesQuantity: Bool { range.contains("Quantity") }
    /// Whether the object may be a content clause.
    package var takesClaim: Bool { range.contains("Claim") }
    /// Whether the object is a role, held as text.
    package var takesRole: Bool { range == ["Role"] }
}

/// What makes a clause or a noun phrase an instance of a relation.
package struct RelationPattern: Hashable, Sendable {
    /// Which complement is the object.
    package enum Complement: Hashable, Sendable {
        case none, that, infinitive, quote
        /// An adjective or a participle: "became angry".
        case state
        /// The verb says all: neither an object nor a complement stands beside it.
        case alone
    }

    /// The index of the relation.
    package var relation: Int
    /// The verb's lemma or the noun's; `*` for any.
    package var head: String
    /// Further words of the lexeme: after the verb, or before the noun.
    package var words: [String]
    /// The preposition of the object's phrase, or nil for the direct object.
    package var preposition: String?
    /// The complement that is the object.
    package var complement: Complement
    /// The words that the object's head, or a predicate word, must be one of; empty for any.
    package var restriction: Set<String>
    /// Whether domain and range change places.
    package var isSwapped: Bool
    /// Whether it is a role noun, used in apposition or as a predicate.
    package var isRole: Bool
    /// Whether it is a passive whose subject is the relation's domain (`be_born~in`).
    package var isPassive = false

    /// How specific the pattern is: patterns that ask for more are tried first.
    package var weight: Int {
        (preposition == nil ? 0 : 4) + (complement == .none ? 0 : 3) + (restriction.isEmpty ? 0 : 8) + 6 * words.count
            + (head == "*" ? -10 : 0)
    }
}
