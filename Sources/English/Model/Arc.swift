/// A word's head and its relation to it.
struct Arc: Sendable {
    /// The head's position in the sentence; 0: the root.
    var head = 0
    /// An index into the model's relations.
    var relation = 0
    /// The logarithm of how probable head and relation are.
    var score: Float = 0
}

/// The arcs that come into question for the words of a sentence: for each its likeliest heads, each with its likeliest relations.
struct ArcChoices: Sendable {
    /// The arcs of all words; those of a word stand together, the likeliest head first.
    private(set) var arcs: [Arc] = []
    /// Where each word's arcs begin; that of the root (position 0) has none.
    private var starts = [0]

    /// The arcs of the word at a position.
    subscript(position: Int) -> ArraySlice<Arc> { arcs[starts[position]..<starts[position + 1]] }

    /// The best arc of a word from a head, nil where that head is out of the question.
    func best(_ position: Int, from head: Int) -> Arc? { self[position].first { $0.head == head } }

    /// Adds the arcs of the next word.
    mutating func append(_ word: [Arc]) {
        arcs += word
        starts.append(arcs.count)
    }
}
