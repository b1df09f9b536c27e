import Glibc

/// How probable it is that a careful reader agrees with a claim: logistic regression over a few features, learned from facts
/// that readers judged (`Training/confidence.py`).
///
/// Source: Fader, Soderland, Etzioni (2011), "Identifying relations for open information extraction", section 4.3.
package enum FactConfidence {
    /// Below this a claim is no fact.
    package static let bound: Float = 0.75

    private static let bias: Float = 1.732
    private static let weights: [FactFeature: Float] = [
        .leastArcOfSubject: 0.032,
        .leastArcOfObject: 0.140,
        .leastArcAbove: 0.095,
        .meanArc: 2.491,
        .sentenceLength: -0.155,
        .isCopula: -0.537,
        .isOpen: -0.274,
        .isOfNoClause: 0.893,
        .subjectIsPerson: 0.169,
        .subjectIsPlace: -0.514,
        .subjectIsThing: -0.867,
        .subjectIsUnknown: -0.744,
        .objectIsPronoun: -1.335,
        .isConjunct: -0.237,
        .isRelative: -0.416,
        .leavesOblique: -0.363,
        .leavesComplement: -0.343,
        .leavesObject: 0.390,
        .nextIsOf: -1.398,
        .nextIsTo: -1.260,
        .nextIsAdverb: -0.463,
        .textEndsEarly: -0.890,
    ]

    /// The weights in the order of the features.
    private static let ordered = FactFeature.allCases.map { weights[$0] ?? 0 }

    /// The confidence, from 0 to 1.
    package static func confidence(_ features: FactFeatures) -> Float {
        var sum = bias
        for (weight, value) in zip(ordered, features.values) { sum += weight * value }
        return 1 / (1 + expf(-sum))
    }
}
