import Glibc

/// How probable it is that a careful reader agrees with a claim: logistic regression over a few features, learned from facts
/// that readers judged (`Training/confidence.py`).
///
/// Source: Fader, Soderland, Etzioni (2011), "Identifying relations for open information extraction", section 4.3.
package enum FactConfidence {
    /// Below this a claim is no fact.
    package static let bound: Float = 0.65

    private static let bias: Float = 2.045
    private static let weights: [FactFeature: Float] = [
        .leastArcOfSubject: 0.047,
        .leastArcOfObject: 0.147,
        .leastArcAbove: 0.070,
        .meanArc: 2.199,
        .sentenceLength: -0.392,
        .isCopula: -0.470,
        .isOpen: -0.305,
        .isOfNoClause: 0.820,
        .subjectIsPerson: 0.422,
        .subjectIsPlace: -0.579,
        .subjectIsThing: -0.757,
        .subjectIsUnknown: -0.751,
        .objectIsPronoun: -1.077,
        .isConjunct: -0.475,
        .isRelative: -0.249,
        .leavesOblique: -0.959,
        .leavesComplement: -1.617,
        .leavesObject: -0.516,
        .nextIsOf: -1.705,
        .nextIsTo: -1.049,
        .nextIsAdverb: -0.677,
        .subjectTouchesHyphen: -2.347,
        .objectTouchesHyphen: -1.082,
        .textEndsEarly: -0.992,
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
