/// Finds what a misspelt word was meant to be.
public enum Spelling {
    /// `did you mean “…”?` for the nearest candidate within a third of the word's length, or nil.
    public static func suggestion(for word: String, among candidates: [String]) -> String? {
        nearest(to: word, among: candidates, limit: 1).first.map { "did you mean “\($0)”?" }
    }

    /// The candidates within a third of the word's length (at least one edit), nearest first, equal ones in order of text.
    public static func nearest(to word: String, among candidates: [String], limit: Int) -> [String] {
        let target = Array(word.lowercased().unicodeScalars)
        let bound = max(1, target.count / 3)
        var found: [(distance: Int, text: String)] = []
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars)
            if let distance = distance(target, other, bound: bound) { found.append((distance, candidate)) }
        }
        found.sort { ($0.distance, $0.text) < ($1.distance, $1.text) }
        return found.prefix(limit).map(\.text)
    }

    /// The Damerau–Levenshtein distance (optimal string alignment) of two texts, or nil where it is above a bound.
    /// Proportional to the product of the lengths.
    public static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], bound: Int) -> Int? {
        guard abs(left.count - right.count) <= bound else { return nil }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1] + [Int](repeating: 0, count: right.count)
            var least = current[0]
            for column in 0..<right.count {
                let cost = left[row] == right[column] ? 0 : 1
                var best = min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = best
                least = min(least, best)
            }
            guard least <= bound else { return nil }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count] <= bound ? previous[right.count] : nil
    }
}
