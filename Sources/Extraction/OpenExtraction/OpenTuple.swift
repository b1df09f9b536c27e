/// A statement in the sentence's own words: a relation and its arguments, the subject first.
public struct OpenTuple: Hashable, Sendable {
    /// The relation's words.
    public var relation: String
    /// The arguments' words: subject, then objects, complements and phrases.
    public var arguments: [String]
    /// How much to trust it, from 0 to 1: measured by the kind of clause, not by the words.
    public var confidence: Double

    /// A tuple.
    public init(relation: String, arguments: [String], confidence: Double) {
        self.relation = relation
        self.arguments = arguments
        self.confidence = confidence
    }
}
