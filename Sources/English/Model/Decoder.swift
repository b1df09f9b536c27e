extension ParserModel {
    /// Heads of a word that are thought of, at most, and how far (as a logarithm) they may be behind the likeliest.
    private static let (mostHeads, furthestHead) = (4, Float(5))
    /// Relations that are thought of for each of them.
    private static let mostRelations = 2
    /// What the relation of another head costs: about as much as an unlikely one.
    private static let unknownRelation: Float = 2

    /// The arc of every row, its head as a position in its sentence (0: the root, also for the roots themselves).
    ///
    /// The tree of a sentence is the likeliest one, heads and relations taken together, and then searched for what breaks no rules.
    func arcs(of batch: Batch, _ encoded: borrowing Rows) -> [Arc] {
        let scores = headScores(of: batch, encoded)
        let relations = RelationScorer(self, encoded)
        // The likeliest heads of every word.
        var pairs: [(dependent: Int, head: Int)] = []
        var candidates: [[(head: Int, score: Float)]] = []
        for sentence in 0..<batch.count {
            let range = batch.range(sentence)
            for row in range {
                let heads = row == range.lowerBound ? [] : Self.likeliest(scores[sentence][row - range.lowerBound])
                candidates.append(heads)
                for (head, _) in heads where head != 0 { pairs.append((row, range.lowerBound + head)) }
            }
        }
        let labels = relations.likeliest(Self.mostRelations, of: pairs)
        var found: [Arc] = []
        found.reserveCapacity(batch.rows)
        var pair = 0
        for sentence in 0..<batch.count {
            let range = batch.range(sentence)
            var choices = ArcChoices()
            for row in range {
                var arcs: [Arc] = []
                for (head, score) in candidates[row] {
                    if head == 0 {
                        arcs.append(Arc(head: 0, relation: rootRelation, score: score))
                        continue
                    }
                    for label in labels[pair] {
                        arcs.append(Arc(head: head, relation: label.relation, score: score + label.score))
                    }
                    pair += 1
                }
                choices.append(arcs)
            }
            found += tree(scores[sentence], choices) { position, head in
                relations.likeliest(1, of: [(range.lowerBound + position, range.lowerBound + head)])[0][0]
            }
        }
        return found
    }

    /// The best tree of a sentence; `relation` says that of a word to a head that is not among the choices.
    private func tree(
        _ scores: [[Float]], _ choices: ArcChoices,
        relation: (Int, Int) -> (relation: Int, score: Float)
    ) -> [Arc] {
        let heads = SpanningTree.heads(count: scores.count) { position, head in
            choices.best(position, from: head)?.score ?? scores[position][head] - Self.unknownRelation
        }
        let first = heads.enumerated().map { position, head in
            if position == 0 { return Arc(relation: rootRelation) }
            if let arc = choices.best(position, from: head) { return arc }
            if head == 0 { return Arc(head: 0, relation: rootRelation, score: scores[position][0]) }
            let label = relation(position, head)
            return Arc(head: head, relation: label.relation, score: scores[position][head] + label.score)
        }
        var search = TreeSearch(first, kinds: relationKinds)
        search.improve(choices)
        return search.tree
    }

    /// The likeliest heads of a word by their logarithms, the best first; ties go to the lower index.
    private static func likeliest(_ scores: [Float]) -> [(head: Int, score: Float)] {
        var best: [(head: Int, score: Float)] = []
        for (head, score) in scores.enumerated() where best.count < mostHeads || score > best[mostHeads - 1].score {
            let place = best.firstIndex { score > $0.score } ?? best.count
            best.insert((head, score), at: place)
            if best.count > mostHeads { best.removeLast() }
        }
        let limit = best[0].score - furthestHead
        return best.filter { $0.score >= limit }
    }

    /// For each sentence and each of its positions the logarithms of how probable every position is as its head.
    private func headScores(of batch: Batch, _ encoded: borrowing Rows) -> [[[Float]]] {
        let dependents = rows(of: arcDependent, over: encoded)
        Activation.leakyReLU(dependents.values, count: dependents.count * dependents.width)
        let heads = rows(of: arcHead, over: encoded)
        Activation.leakyReLU(heads.values, count: heads.count * heads.width)
        let wanted = rows(of: arc, over: dependents)
        return (0..<batch.count).map { sentence in
            let range = batch.range(sentence)
            // The heads' vectors serve as the weights: the score of a pair is one sum like any other.
            let candidates = Matrix(rows: heads[range.lowerBound], count: range.count, width: heads.width)
            let scores = Rows(count: range.count, width: candidates.paddedOutputs)
            candidates.apply(wanted[range.lowerBound], stride: wanted.width, rows: range.count, into: scores.values)
            return (0..<range.count).map { position in
                // No word heads itself.
                if position > 0 { scores[position][position] = -.infinity }
                return Activation.logarithms(scores[position], count: range.count)
            }
        }
    }
}

/// Scores the relations of pairs of words.
private struct RelationScorer: ~Copyable {
    private let model: ParserModel
    private let dependents: Rows
    private let governors: Rows

    init(_ model: ParserModel, _ encoded: borrowing Rows) {
        self.model = model
        dependents = model.rows(of: model.labelDependent, over: encoded)
        Activation.leakyReLU(dependents.values, count: dependents.count * dependents.width)
        governors = model.rows(of: model.labelHead, over: encoded)
        Activation.leakyReLU(governors.values, count: governors.count * governors.width)
    }

    /// For each pair of rows its likeliest relations, with their logarithms; `root` is none of them.
    func likeliest(_ count: Int, of pairs: [(dependent: Int, head: Int)]) -> [[(relation: Int, score: Float)]] {
        let width = dependents.width
        let vectors = Rows(count: pairs.count, width: 3 * width)
        for (index, pair) in pairs.enumerated() {
            let (out, dependent, governor) = (vectors[index], dependents[pair.dependent], governors[pair.head])
            out.update(from: dependent, count: width)
            (out + width).update(from: governor, count: width)
            for index in 0..<width { out[2 * width + index] = dependent[index] * governor[index] }
        }
        let scores = model.rows(of: model.label, over: vectors)
        return pairs.indices.map { index in
            scores[index][model.rootRelation] = -.infinity
            var logarithms = Activation.logarithms(scores[index], count: model.relations.count)
            return (0..<count).map { _ in
                let best = Activation.largest(logarithms, count: logarithms.count)
                defer { logarithms[best] = -.infinity }
                return (best, logarithms[best])
            }
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
