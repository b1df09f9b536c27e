import Glibc

/// How probable it is that a careful reader agrees with a claim: logistic regression over a few features, learned from facts
/// that readers judged (`Training/confidence.py`).
///
/// Source: Fader, Soderland, Etzioni (2011), "Identifying relations for open information extraction", section 4.3.
package enum FactConfidence {
    /// Below this a claim is no fact.
    package static let bound: Float = 0.65

    private static let bias: Float = 1.802
    private static let weights: [FactFeature: Float] = [
        .leastArcOfSubject: 0.009,
        .leastArcOfObject: 0.158,
        .leastArcAbove: 0.085,
        .meanArc: 2.236,
        .sentenceLength: -0.266,
        .isCopula: -0.517,
        .isOpen: -0.182,
        .isOfNoClause: 0.784,
        .subjectIsPerson: 0.233,
        .subjectIsPlace: -0.429,
        .subjectIsThing: -0.743,
        .subjectIsUnknown: -1.047,
        .objectIsPronoun: -1.415,
        .isConjunct: -0.067,
        .isRelative: -0.357,
        .leavesOblique: -0.311,
        .leavesComplement: -0.888,
        .leavesObject: -0.240,
        .nextIsOf: -1.513,
        .nextIsTo: -0.628,
        .nextIsAdverb: -0.622,
        .subjectTouchesHyphen: 1.361,
        .objectTouchesHyphen: -1.894,
        .textEndsEarly: -0.971,
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
