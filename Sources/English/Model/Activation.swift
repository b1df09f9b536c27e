import Glibc

/// Plain functions on vectors and scores.
enum Activation {
    /// x where it is positive, x / 10 elsewhere.
    static func leakyReLU(_ values: UnsafeMutablePointer<Float>, count: Int) {
        for index in 0..<count where values[index] < 0 { values[index] *= 0.1 }
    }

    /// The index of the greatest value, the lowest where several are equal.
    static func largest(_ values: UnsafePointer<Float>, count: Int) -> Int {
        var best = 0
        for index in 1..<max(count, 1) where values[index] > values[best] { best = index }
        return best
    }

    /// The softmax of one of the scores: its probability among them.
    static func probability(of index: Int, in scores: UnsafePointer<Float>, count: Int) -> Float {
        var sum: Float = 0
        // What is far below adds nothing that counts.
        for other in 0..<count where scores[other] - scores[index] > -12 { sum += expf(scores[other] - scores[index]) }
        return 1 / sum
    }
}
