/// How a predicate is stated: what its own words and those above it make of it.
package struct Status: Hashable, Sendable {
    /// Whether it is said not to be so.
    package var isNegated = false
    /// How sure.
    package var certainty = Certainty.stated
    /// Whether it lies ahead.
    package var isFuture = false
    /// Heads of the speakers, innermost first; empty for the report itself.
    package var speakers: [TokenReference] = []

    /// The report's own plain statement.
    package init() {}

    /// Makes it at most as sure as `other`: unrealised is weaker than conditional, conditional than hedged.
    package mutating func weaken(_ other: Certainty) {
        if Status.rank(other) > Status.rank(certainty) { certainty = other }
    }

    /// Takes certainty and time, but neither polarity nor speakers, from what governs it.
    package mutating func weaken(as other: Status) {
        weaken(other.certainty)
        isFuture = isFuture || other.isFuture
    }

    private static func rank(_ certainty: Certainty) -> Int {
        switch certainty {
        case .stated: 0
        case .hedged: 1
        case .conditional: 2
        case .unrealised: 3
        }
    }
}
