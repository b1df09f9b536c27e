import Glibc

/// How probable it is that a careful reader agrees with a claim: logistic regression over a few features, learned from facts
/// that readers judged (`Training/confidence.py`).
///
/// Source: Fader, Soderland, Etzioni (2011), "Identifying relations for open information extraction", section 4.3.
package enum FactConfidence {
    /// Below this a claim is no fact.
    package static let bound: Float = 0.6

    private static let bias: Float = 2.173
    private static let weights: [FactFeature: Float] = [
        .leastArcOfSubject: 0.036,
        .leastArcOfObject: 0.132,
        .leastArcAbove: 0.071,
        .meanArc: 2.310,
        .sentenceLength: -0.373,
        .isCopula: -0.471,
        .isOpen: -0.269,
        .isOfNoClause: 0.828,
        .subjectIsPerson: 0.398,
        .subjectIsPlace: -0.684,
        .subjectIsThing: -0.699,
        .subjectIsUnknown: -0.738,
        .objectIsPronoun: -1.220,
        .isConjunct: -0.423,
        .isRelative: -0.271,
        .leavesOblique: -0.242,
        .leavesComplement: -1.659,
        .leavesObject: -0.556,
        .nextIsOf: -1.634,
        .nextIsTo: -1.040,
        .nextIsAdverb: -0.589,
        .subjectTouchesHyphen: -2.414,
        .objectTouchesHyphen: -1.194,
        .textEndsEarly: -0.923,
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
