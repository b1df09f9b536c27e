/// What is known about the triples of one predicate.
public struct PredicateStatistics: Hashable, Sendable {
    /// How many triples there are.
    public var count: Int
    /// How many different subjects they have.
    public var distinctSubjects: Int
    /// How many different objects they have.
    public var distinctObjects: Int

    /// Statistics of three counts.
    public init(count: Int, distinctSubjects: Int, distinctObjects: Int) {
        self.count = count
        self.distinctSubjects = distinctSubjects
        self.distinctObjects = distinctObjects
    }
}
