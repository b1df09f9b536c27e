import English

/// A sentence's tree with children at hand: what every rule reads.
///
/// Heads that point at the token itself or outside the sentence count as the root, and a cycle is cut where it is found,
/// so that rules can walk up and down any input.
package struct DependencyTree: Sendable {
    /// The sentence's tokens.
    package let tokens: [Token]
    /// Each token's relation to its head.
    package let labels: [Dependency]
    /// Each token's head, -1 for a root.
    package let heads: [Int]
    /// Each token's lower-cased form.
    package let words: [String]
    /// Each token's lower-cased lemma; the word itself where there is none.
    package let lemmas: [String]

    private let childStarts: [Int]
    private let childList: [Int]

    /// Reads a sentence; linear in its length.
    package init(_ sentence: Sentence) {
        tokens = sentence.tokens
        let count = tokens.count
        labels = tokens.map { Dependency(label: $0.relation) }
        words = tokens.map { $0.form.lowercased() }
        lemmas = tokens.map { $0.lemma.isEmpty ? $0.form.lowercased() : $0.lemma.lowercased() }
        let given = sentence.tokens
        var heads = given.indices.map { index in
            let head = given[index].head
            return head == index || head < 0 || head >= count ? -1 : head
        }
        DependencyTree.cutCycles(&heads)
        self.heads = heads
        var starts = [Int](repeating: 0, count: count + 1)
        for head in heads where head >= 0 { starts[head + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var fill = starts
        var list = [Int](repeating: 0, count: starts[count])
        for (index, head) in heads.enumerated() where head >= 0 {
            list[fill[head]] = index
            fill[head] += 1
        }
        childStarts = starts
        childList = list
    }

    /// The number of tokens.
    package var count: Int { tokens.count }

    /// A token's children, in the order of the text.
    package func children(_ token: Int) -> ArraySlice<Int> { childList[childStarts[token]..<childStarts[token + 1]] }

    /// A token's children of one relation.
    package func children(_ token: Int, _ label: Dependency) -> [Int] {
        children(token).filter { labels[$0] == label }
    }

    /// The first child of one relation.
    package func child(_ token: Int, _ label: Dependency) -> Int? {
        children(token).first { labels[$0] == label }
    }

    /// Whether a token has a child of one relation.
    package func has(_ token: Int, _ label: Dependency) -> Bool { child(token, label) != nil }

    /// Whether `ancestor` dominates `token`, or is it.
    package func dominates(_ ancestor: Int, _ token: Int) -> Bool {
        var at = token
        while at >= 0 {
            if at == ancestor { return true }
            at = heads[at]
        }
        return false
    }

    /// How many tokens stand above a token.
    package func depth(_ token: Int) -> Int {
        var depth = 0
        var at = heads[token]
        while at >= 0 {
            depth += 1
            at = heads[at]
        }
        return depth
    }

    /// The tokens whose arcs join one token to another: up from the first to where both meet, then up from the second to there.
    package func arcs(from token: Int, to other: Int) -> [Int] {
        var arcs: [Int] = []
        var at = token
        while at >= 0, !dominates(at, other) {
            arcs.append(at)
            at = heads[at]
        }
        let meeting = at
        at = other
        while at >= 0, at != meeting {
            arcs.append(at)
            at = heads[at]
        }
        return arcs
    }

    /// The tokens below a head, itself too, in order, without the branches that `cutting` names.
    package func subtree(_ head: Int, cutting: (Int) -> Bool = { _ in false }) -> [Int] {
        var found = [head]
        var next = 0
        while next < found.count {
            for child in children(found[next]) where !cutting(child) { found.append(child) }
            next += 1
        }
        return found.sorted()
    }

    /// The first conjunct of the coordination that a token stands in.
    package func firstConjunct(_ token: Int) -> Int {
        var at = token
        while labels[at] == .conjunct, heads[at] >= 0 { at = heads[at] }
        return at
    }

    /// A token and the conjuncts below it, in order.
    package func conjuncts(_ token: Int) -> [Int] {
        var all = [token]
        var next = 0
        while next < all.count {
            all.append(contentsOf: children(all[next], .conjunct))
            next += 1
        }
        return all.sorted()
    }

    /// The preposition or marker of a phrase as one word (`of`, `according_to`, `because_of`, `out_of`), or nil.
    package func prepositionWord(_ token: Int) -> String? {
        let parts = prepositionTokens(token)
        return parts.isEmpty ? nil : parts.map { words[$0] }.joined(separator: "_")
    }

    /// The tokens of a phrase's preposition, in order.
    package func prepositionTokens(_ token: Int) -> [Int] {
        var parts: [Int] = []
        for child in children(token) where labels[child] == .preposition && !isPossessiveMark(child) {
            parts.append(child)
            parts.append(contentsOf: children(child, .fixed))
        }
        return parts.sorted()
    }

    /// Whether a token is the 's or ' of a possessive.
    package func isPossessiveMark(_ token: Int) -> Bool { tokens[token].xpos == "POS" }

    /// Whether a token is a noun, a name, a number or a pronoun.
    package func isNominal(_ token: Int) -> Bool {
        switch tokens[token].upos {
        case "NOUN", "PROPN", "PRON", "NUM", "SYM": true
        default: false
        }
    }

    /// Whether a token is a who, which or that (or whose, where, when) that stands for an antecedent.
    package func isRelativeWord(_ token: Int) -> Bool {
        switch tokens[token].xpos {
        case "WDT", "WP", "WP$": true
        default: words[token] == "that" && tokens[token].upos == "PRON" && labels[token].isSubject
        }
    }

    /// Whether a token is a verb used as one; a participle before a noun is not.
    package func isVerb(_ token: Int) -> Bool {
        tokens[token].upos == "VERB" || (tokens[token].upos == "AUX" && !isFunction(token))
    }

    private func isFunction(_ token: Int) -> Bool {
        switch labels[token] {
        case .auxiliary, .passiveAuxiliary, .copula: true
        default: false
        }
    }

    private static func cutCycles(_ heads: inout [Int]) {
        var state = [UInt8](repeating: 0, count: heads.count)
        for start in heads.indices where state[start] == 0 {
            var path: [Int] = []
            var at = start
            while at >= 0, state[at] == 0 {
                state[at] = 1
                path.append(at)
                at = heads[at]
            }
            if at >= 0, state[at] == 1 { heads[at] = -1 }
            for token in path { state[token] = 2 }
        }
    }
}
