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

    /// The logarithms of the scores' softmax: of how probable each of them is.
    static func logarithms(_ scores: UnsafePointer<Float>, count: Int) -> [Float] {
        let greatest = scores[largest(scores, count: count)]
        var sum = 0.0
        // What is far below adds nothing that counts.
        for index in 0..<count where scores[index] - greatest > -12 { sum += exp(Double(scores[index] - greatest)) }
        let total = greatest + Float(log(sum))
        return (0..<count).map { scores[$0] - total }
    }
}
