extension ParserModel {
    /// The matrix applied to every row.
    func rows(of matrix: Matrix, over input: borrowing Rows) -> Rows {
        let out = Rows(count: input.count, width: matrix.paddedOutputs)
        matrix.apply(input.values, stride: input.width, rows: input.count, into: out.values)
        return out
    }

    /// Each row's vector in its context: the last layer's outputs in both directions, side by side.
    func encode(_ batch: Batch) -> Rows {
        // The first layer reads words, whatever their place: each distinct word is computed once.
        var input = vectors(of: batch.forms)
        var types: [Int]? = batch.types
        for layer in layers {
            let output = Rows(count: batch.rows, width: 2 * hidden)
            for backwards in [false, true] {
                let direction = backwards ? layer.backwards : layer.forwards
                let start = rows(of: direction.input, over: input)
                run(direction.recurrent, start: start, types: types, batch: batch, backwards: backwards, into: output)
            }
            input = output
            types = nil
        }
        return input
    }

    /// The words' input vectors, after that of the root.
    private func vectors(of forms: [String]) -> Rows {
        let out = Rows(count: forms.count + 1, width: root.count)
        out.fill(0)
        for (index, value) in root.enumerated() { out[0][index] = value }
        for (index, form) in forms.enumerated() {
            let features = WordFeatures(form, sizes: features)
            var at = out[index + 1]
            func add(_ table: EmbeddingTable, _ row: Int) {
                table.add(row: row, to: at)
                at += table.width
            }
            add(words, row(of: features.word, in: wordKeys))
            add(suffix2, features.suffix2)
            add(suffix3, features.suffix3)
            add(prefix3, features.prefix3)
            add(shape, features.shape)
            let weight = 1 / Float(features.grams.count).squareRoot()
            for gram in features.grams { grams.add(row: gram, times: weight, to: at) }
            at += grams.width
            if let classes {
                for index in classes.lexicon.classes(of: features.normalized) {
                    classes.vectors.add(row: index, to: at)
                }
                at += classes.vectors.width
            }
            if let pretrained { add(pretrained.vectors, row(of: features.word, in: pretrained.keys)) }
        }
        return out
    }

    /// The row of a word in its table, by its hash; 0 where it has none.
    private func row(of key: UInt32, in keys: EmbeddedArray<UInt32>) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low + 1 : 0
    }

    /// Runs one direction of an LSTM over all sentences at once, step by step.
    ///
    /// - Parameters:
    ///   - start: what the input adds to the gates: a row for each row of the batch, or for each of its distinct words.
    ///   - types: the row of `start` for each row of the batch; nil: the same.
    ///   - output: rows of both directions; this one fills its half.
    private func run(
        _ recurrent: Matrix, start: borrowing Rows, types: [Int]?, batch: Batch, backwards: Bool,
        into output: borrowing Rows
    ) {
        let state = Rows(count: batch.count, width: hidden)
        let cells = Rows(count: batch.count, width: hidden)
        let gates = Rows(count: batch.count, width: start.width)
        state.fill(0)
        cells.fill(0)
        let longest = batch.count > 0 ? batch.range(0).count : 0
        var active = batch.count
        for step in 0..<longest {
            // Sentences stand in descending order of length: those that have ended are the last ones.
            while active > 0 && batch.range(active - 1).count <= step { active -= 1 }
            func row(_ sentence: Int) -> Int {
                let range = batch.range(sentence)
                return backwards ? range.upperBound - 1 - step : range.lowerBound + step
            }
            for sentence in 0..<active {
                let at = row(sentence)
                gates[sentence].update(from: start[types?[at] ?? at], count: start.width)
            }
            if step > 0 {
                recurrent.accumulate(state.values, stride: hidden, rows: active, into: gates.values)
            }
            for sentence in 0..<active {
                Machine.current.step(
                    gates: gates[sentence], cell: cells[sentence], output: state[sentence], hidden: hidden)
                (output[row(sentence)] + (backwards ? hidden : 0)).update(from: state[sentence], count: hidden)
            }
        }
    }
}
