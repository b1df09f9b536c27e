extension ParserModel {
    /// The head of every row, as its position in its sentence (0: the root); 0 for the roots themselves; and how probable
    /// each is.
    func heads(of batch: Batch, _ encoded: borrowing Rows) -> (heads: [Int], probabilities: [Float]) {
        let dependents = rows(of: arcDependent, over: encoded)
        Activation.leakyReLU(dependents.values, count: dependents.count * dependents.width)
        let heads = rows(of: arcHead, over: encoded)
        Activation.leakyReLU(heads.values, count: heads.count * heads.width)
        let wanted = rows(of: arc, over: dependents)
        var result = [Int](repeating: 0, count: batch.rows)
        var probabilities = [Float](repeating: 1, count: batch.rows)
        for sentence in 0..<batch.count {
            let range = batch.range(sentence)
            // The heads' vectors serve as the weights: the score of a pair is one sum like any other.
            let candidates = Matrix(rows: heads[range.lowerBound], count: range.count, width: heads.width)
            let scores = Rows(count: range.count, width: candidates.paddedOutputs)
            candidates.apply(wanted[range.lowerBound], stride: wanted.width, rows: range.count, into: scores.values)
            let tree = SpanningTree.heads(count: range.count) { scores[$0][$1] }
            for (offset, head) in tree.enumerated() {
                result[range.lowerBound + offset] = head
                guard offset > 0 else { continue }
                // No word heads itself.
                scores[offset][offset] = -.infinity
                probabilities[range.lowerBound + offset] = Activation.probability(
                    of: head, in: scores[offset], count: range.count)
            }
        }
        return (result, probabilities)
    }

    /// The relation of every row to its head, and how probable each is.
    func relations(of batch: Batch, _ encoded: borrowing Rows, heads: [Int]) -> [(name: String, probability: Float)] {
        let dependents = rows(of: labelDependent, over: encoded)
        Activation.leakyReLU(dependents.values, count: dependents.count * dependents.width)
        let governors = rows(of: labelHead, over: encoded)
        Activation.leakyReLU(governors.values, count: governors.count * governors.width)
        let width = dependents.width
        let pairs = Rows(count: batch.rows, width: 3 * width)
        for sentence in 0..<batch.count {
            let range = batch.range(sentence)
            for row in range {
                let (out, dependent, governor) = (pairs[row], dependents[row], governors[range.lowerBound + heads[row]])
                out.update(from: dependent, count: width)
                (out + width).update(from: governor, count: width)
                for index in 0..<width { out[2 * width + index] = dependent[index] * governor[index] }
            }
        }
        let scores = rows(of: label, over: pairs)
        // `root` belongs to the root's dependent, and to no other word.
        for row in 0..<batch.rows { scores[row][rootRelation] = heads[row] == 0 ? .infinity : -.infinity }
        return scores.largest(among: relations.count).enumerated().map { row, relation in
            // The root's relation follows from its head.
            let isGiven = heads[row] == 0
            let probability =
                isGiven ? 1 : Activation.probability(of: relation, in: scores[row], count: relations.count)
            return (relations[relation], probability)
        }
    }
}

extension Matrix {
    /// Vectors as weights: output k is the product with vector k.
    fileprivate init(rows: UnsafePointer<Float>, count: Int, width: Int) {
        let panels = (count + Matrix.width - 1) / Matrix.width
        inputs = width
        outputs = count
        bias = [SIMD16<Float>](repeating: .zero, count: panels)
        weights = [SIMD16<Float>](unsafeUninitializedCapacity: panels * width) { buffer, initialized in
            for panel in 0..<panels {
                let first = panel * Matrix.width
                let lanes = min(Matrix.width, count - first)
                for index in 0..<width {
                    var vector = SIMD16<Float>.zero
                    for lane in 0..<lanes { vector[lane] = rows[(first + lane) * width + index] }
                    buffer[panel * width + index] = vector
                }
            }
            initialized = panels * width
        }
    }
}
