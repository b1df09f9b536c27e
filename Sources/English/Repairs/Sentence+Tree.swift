extension Sentence {
    /// The head of a token, or nil for the root.
    package func governor(of token: Int) -> Int? { tokens[token].head >= 0 ? tokens[token].head : nil }

    /// The tokens right below a token, in order.
    package func dependents(of head: Int) -> [Int] { tokens.indices.filter { tokens[$0].head == head } }

    /// Whether a token stands below another, or is it.
    package func dominates(_ ancestor: Int, _ token: Int) -> Bool {
        var at = token
        var steps = 0
        while at >= 0, at < tokens.count, steps <= tokens.count {
            if at == ancestor { return true }
            at = tokens[at].head
            steps += 1
        }
        return false
    }

    /// The last token of the phrase below a head.
    package func end(of head: Int) -> Int { tokens.indices.last { dominates(head, $0) } ?? head }

    /// The first token of the phrase below a head.
    package func start(of head: Int) -> Int { tokens.indices.first { dominates(head, $0) } ?? head }
}
