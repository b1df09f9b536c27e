import Glibc

extension ParserModel {
    /// Words that are computed together, at most (about: whole windows).
    private static let batchTokens = 1024

    /// Fills the tags, heads and relations of a sentence whose words are given.
    public func annotate(_ sentence: inout Sentence) {
        var sentences = [sentence]
        annotate(&sentences)
        sentence = sentences[0]
    }

    /// Fills the tags, heads and relations of sentences whose words are given.
    ///
    /// Time grows with the number of words; memory does not. A sentence of more than 250 words is parsed in parts, cut at punctuation where
    /// there is some; the later parts hang from the root of the first as `parataxis`.
    public func annotate(_ sentences: inout [Sentence]) {
        var windows: [Window] = []
        for index in sentences.indices { Self.cut(sentences[index].tokens, sentence: index, into: &windows) }
        // Long ones first: sentences of like length are computed together.
        windows.sort {
            ($1.range.count, $0.sentence, $0.range.lowerBound) < ($0.range.count, $1.sentence, $1.range.lowerBound)
        }
        var start = 0
        while start < windows.count {
            var end = start
            var count = 0
            while end < windows.count, count == 0 || count + windows[end].range.count + 1 <= Self.batchTokens {
                count += windows[end].range.count + 1
                end += 1
            }
            annotate(windows[start..<end], of: &sentences)
            start = end
        }
        for index in sentences.indices { Self.join(&sentences[index].tokens) }
    }

    /// A part of a sentence that is parsed as one.
    struct Window {
        let sentence: Int
        let range: Range<Int>
    }

    private static func cut(_ tokens: [Token], sentence: Int, into windows: inout [Window]) {
        var start = 0
        while tokens.count - start > longestWindow {
            let limit = start + longestWindow
            let punctuation = (start + longestWindow / 2..<limit).last { index in
                [",", ";", ":", ".", "!", "?", "-", "–", "—", "|"].contains(tokens[index].form)
            }
            let end = (punctuation ?? limit - 1) + 1
            windows.append(Window(sentence: sentence, range: start..<end))
            start = end
        }
        if start < tokens.count { windows.append(Window(sentence: sentence, range: start..<tokens.count)) }
    }

    /// Makes one tree of the parts of a sentence.
    private static func join(_ tokens: inout [Token]) {
        guard let root = tokens.firstIndex(where: { $0.head < 0 }) else { return }
        for index in tokens.indices where index > root && tokens[index].head < 0 {
            tokens[index].head = root
            tokens[index].relation = "parataxis"
        }
    }

    private func annotate(_ windows: ArraySlice<Window>, of sentences: inout [Sentence]) {
        let batch = Batch(windows.map { window in sentences[window.sentence].tokens[window.range].map(\.form) })
        let encoded = encode(batch)
        let tags = [(universal, universalTags), (penn, pennTags)].map { matrix, names in
            rows(of: matrix, over: encoded).largest(among: names.count).map { names[$0] }
        }
        let arcs = arcs(of: batch, encoded)
        for (index, window) in windows.enumerated() {
            for offset in 0..<window.range.count {
                // Row 0 of a sentence is the root.
                let row = batch.starts[index] + offset + 1
                let head = arcs[row].head - 1
                let at = window.range.lowerBound + offset
                sentences[window.sentence].tokens[at].upos = tags[0][row]
                sentences[window.sentence].tokens[at].xpos = tags[1][row]
                sentences[window.sentence].tokens[at].head = head < 0 ? -1 : window.range.lowerBound + head
                sentences[window.sentence].tokens[at].relation = relations[arcs[row].relation]
                sentences[window.sentence].tokens[at].probability = expf(arcs[row].score)
            }
        }
    }
}

/// Sentences that are computed together: a row for each word, and one before each sentence for its root.
struct Batch {
    /// The distinct words, in the order of their first occurrence.
    private(set) var forms: [String] = []
    /// The distinct word of each row, counted from 1; 0 for a root.
    private(set) var types: [Int] = []
    /// The first row (the root's) of each sentence, and the number of rows.
    private(set) var starts = [0]

    /// Sentences in descending order of length.
    init(_ sentences: [[String]]) {
        var known: [String: Int] = [:]
        for sentence in sentences {
            types.append(0)
            for form in sentence {
                if let type = known[form] {
                    types.append(type)
                } else {
                    forms.append(form)
                    known[form] = forms.count
                    types.append(forms.count)
                }
            }
            starts.append(types.count)
        }
    }

    /// Sentences.
    var count: Int { starts.count - 1 }
    /// Rows: words and roots.
    var rows: Int { types.count }
    /// The rows of a sentence, its root first.
    func range(_ sentence: Int) -> Range<Int> { starts[sentence]..<starts[sentence + 1] }
}

/// Vectors, one a row.
struct Rows: ~Copyable {
    let count: Int
    let width: Int
    let values: UnsafeMutablePointer<Float>

    /// Rows whose values are not set yet.
    init(count: Int, width: Int) {
        self.count = count
        self.width = width
        values = .allocate(capacity: max(count * width, 1))
    }

    deinit { values.deallocate() }

    subscript(row: Int) -> UnsafeMutablePointer<Float> { values + row * width }

    func fill(_ value: Float) { values.update(repeating: value, count: count * width) }

    /// For each row the index of the greatest of its first values.
    borrowing func largest(among first: Int) -> [Int] {
        (0..<count).map { Activation.largest(values + $0 * width, count: first) }
    }
}
