import RDF

/// What Tab found: the words that could stand before the cursor instead of what stands there.
package struct Completion: Hashable, Sendable {
    /// One possible continuation.
    package struct Candidate: Hashable, Sendable {
        /// What is inserted.
        package var text: String
        /// What is shown beside it in a list (a type, a count), or nothing.
        package var note: String
        /// What follows it once it is the only one left: a space, a slash, a closing quote or nothing.
        package var suffix: String

        /// A candidate, followed by a space unless told.
        package init(_ text: String, note: String = "", suffix: String = " ") {
            self.text = text
            self.note = note
            self.suffix = suffix
        }
    }

    /// The text before the cursor that a candidate replaces.
    package var replaced: String
    /// The candidates, in the order in which they are listed.
    package var candidates: [Candidate]

    /// Candidates for a piece of text.
    package init(replacing replaced: String, _ candidates: [Candidate]) {
        self.replaced = replaced
        self.candidates = candidates
    }

    /// Nothing found.
    package static let none = Completion(replacing: "", [])

    /// What stands in place of `replaced`: the only candidate, or what all have in common; nil without candidates.
    package var insertion: String? {
        guard let first = candidates.first else { return nil }
        guard candidates.count > 1 else { return first.text + first.suffix }
        // A name that needs quotes and one that needs none begin alike, until the quote has been typed.
        let isQuoted = replaced.first == "\""
        func letters(_ text: String) -> Substring { !isQuoted && text.first == "\"" ? text.dropFirst() : text[...] }
        var common = Array(letters(first.text))
        for candidate in candidates.dropFirst() {
            var count = 0
            for (left, right) in zip(common, letters(candidate.text)) {
                guard left == right || (left.lowercased() == right.lowercased()) else { break }
                count += 1
            }
            common.removeLast(common.count - count)
        }
        // Letter case may differ from what was typed; less than what was typed would take text away.
        return common.count >= replaced.count ? String(common) : replaced
    }

    /// The candidates in columns that fit, down each column, at most 20 lines of them.
    package func listing(columns: Int) -> String {
        var shown = candidates.map { $0.note.isEmpty ? $0.text : "\($0.text)  \($0.note)" }
        let width = min((shown.map { DisplayWidth.columns($0) }.max() ?? 0) + 3, max(columns, 8))
        let across = max(1, columns / width)
        let lineLimit = 20
        let leftOut = shown.count - lineLimit * across
        if leftOut > 0 { shown.removeLast(leftOut) }
        let lineCount = (shown.count + across - 1) / across
        var lines: [String] = []
        for line in 0..<lineCount {
            let indices = stride(from: line, to: shown.count, by: lineCount)
            let cells = indices.map { index in
                index + lineCount < shown.count ? DisplayWidth.padded(shown[index], to: width) : shown[index]
            }
            lines.append(cells.joined())
        }
        if leftOut > 0 { lines.append("… and \(leftOut) more; type another letter") }
        return lines.joined(separator: "\n") + "\n"
    }
}
