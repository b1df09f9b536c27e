/// A line that is no prose: a row of a table, or an entry of a list of web addresses ("Harbour fire | https://…"), of which nothing
/// is read.
enum ListingLine {
    /// Whether a line is one.
    ///
    /// - Parameters:
    ///   - line: The line without its end.
    ///   - isMarkdown: Whether bars part the cells of tables.
    static func matches(_ line: ArraySlice<Unicode.Scalar>, isMarkdown: Bool) -> Bool {
        let line = trimmed(line)
        guard let first = line.first, let last = line.last else { return false }
        if isMarkdown, first == "|", last == "|", line.count > 1 { return true }
        guard let address = address(in: line) else { return false }
        let before = trimmed(line[line.startIndex..<address.lowerBound])
        let after = trimmed(line[address.upperBound..<line.endIndex])
        // Cells stand beside the address, or the address alone ends or begins what is no sentence.
        let separators: Set<Unicode.Scalar> = ["|", "\t", ",", ";"]
        if line.contains("|") || line.contains("\t") { return true }
        if let mark = before.last, separators.contains(mark), address.lowerBound == before.endIndex { return true }
        if after.isEmpty { return !isSentence(before) }
        return before.isEmpty && !isSentence(after)
    }

    /// The scalars that an address begins with: few places of a line are looked at more closely.
    private static let beginnings: [Unicode.Scalar] = ["h", "f", "w"]

    /// The first web address of a line.
    private static func address(in line: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
        for start in line.indices where beginnings.contains(line[start]) {
            let rest = line[start...]
            guard start == line.startIndex || !line[start - 1].properties.isAlphabetic,
                ["http://", "https://", "ftp://", "www."].contains(where: { rest.starts(with: $0.unicodeScalars) })
            else { continue }
            var end = rest.firstIndex { $0.properties.isWhitespace || $0 == "|" || $0 == "\"" } ?? line.endIndex
            // The stop behind an address ends the sentence.
            if let last = line[start..<end].last, [".", "!", "?"].contains(last) { end -= 1 }
            return start..<end
        }
        return nil
    }

    /// Whether words end as a sentence does; "Read more:" does not.
    private static func isSentence(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        let closing: Set<Unicode.Scalar> = ["\"", "”", "’", "'", ")", "]"]
        var words = words
        while let last = words.last, closing.contains(last) { words.removeLast() }
        guard let last = words.last else { return false }
        return [".", "!", "?", "…"].contains(last)
    }

    private static func trimmed(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var line = line
        while let first = line.first, first.properties.isWhitespace { line.removeFirst() }
        while let last = line.last, last.properties.isWhitespace { line.removeLast() }
        return line
    }
}
