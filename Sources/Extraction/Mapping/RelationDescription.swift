/// What the graph says of a relation besides its IRI.
public struct RelationDescription: Hashable, Sendable {
    /// Its label (`holds hostages`).
    public var label: String
    /// Other words for it, such as the verbs of the vocabulary's patterns.
    public var otherLabels: [String]
    /// Whether a fact holds in both directions.
    public var isSymmetric: Bool

    /// A description.
    public init(label: String, otherLabels: [String] = [], isSymmetric: Bool = false) {
        self.label = label
        self.otherLabels = otherLabels
        self.isSymmetric = isSymmetric
    }

    /// The description of an open relation, from its camelCase name.
    public init(openRelation name: String) {
        self.init(label: CamelCase.words(name))
    }
}
