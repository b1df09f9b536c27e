/// The nearest of some words to one that was mistyped.
package enum Suggestion {
    /// The candidate at the least edit distance, if it is near enough to be what was meant; the first of equals.
    ///
    /// - Complexity: O(candidates × length²), for lists of a few hundred words.
    package static func nearest(to word: String, among candidates: [String]) -> String? {
        let folded = Array(word.lowercased().unicodeScalars)
        let limit = max(1, (folded.count + 1) / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars)
            let distance = other.starts(with: folded) && !folded.isEmpty ? 1 : self.distance(folded, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.candidate
    }

    /// Insertions, deletions, replacements and swaps of neighbours that make one word the other.
    ///
    /// Source: optimal string alignment distance (Damerau 1964).
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for i in 1...left.count {
            var current = [i] + [Int](repeating: 0, count: right.count)
            for j in 1...right.count {
                let replacement = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
                current[j] = min(replacement, previous[j] + 1, current[j - 1] + 1)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    current[j] = min(current[j], beforePrevious[j - 2] + 1)
                }
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
