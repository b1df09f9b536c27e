import RDF

/// Where a session's words go: results to one stream, everything else to the other.
package final class Console {
    /// Results, and nothing else.
    package var results: Output
    /// Errors, notes and counts.
    package let messages: Output
    /// The style of results.
    package var resultStyle: Style
    /// The style of messages.
    package let messageStyle: Style
    /// Whether somebody types: counts and hints are then shown.
    package let isInteractive: Bool
    /// Whether results go to a terminal: boxes are then drawn, and long tables cut.
    package let isTerminal: Bool
    /// The room that results have, in character cells; nil where there is no limit.
    package var columns: Int?

    /// A console.
    package init(
        results: Output, messages: Output, resultStyle: Style = .plain, messageStyle: Style = .plain,
        isInteractive: Bool, isTerminal: Bool = false, columns: Int? = nil
    ) {
        self.results = results
        self.messages = messages
        self.resultStyle = resultStyle
        self.messageStyle = messageStyle
        self.isInteractive = isInteractive
        self.isTerminal = isTerminal
        self.columns = columns
    }

    /// A console whose two streams are one text, in the order of their writing (transcripts).
    package static func transcript(columns: Int) -> Console {
        let output = Output()
        return Console(results: output, messages: output, isInteractive: true, isTerminal: true, columns: columns)
    }

    /// Writes a line of messages.
    package func note(_ text: String) {
        write(text + "\n", style: .plain)
    }

    /// Writes a line of messages that matters less than the answer.
    package func hint(_ text: String) {
        write(messageStyle(.dim, text) + "\n", style: .plain)
    }

    /// Writes a warning.
    package func warn(_ text: String) {
        write(messageStyle(.warning, "warning:") + " \(text)\n", style: .plain)
    }

    /// Writes an error; its first word is coloured, so is the line of carets under a piece of source text.
    package func report(_ failure: Failure) {
        var lines = failure.message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let mark = "error:"
        if let first = lines.first {
            let text = first.hasPrefix(mark) ? String(first.dropFirst(mark.count + 1)) : first
            lines[0] = messageStyle(.error, mark) + " " + text
        }
        for index in lines.indices.dropFirst() where isCaretLine(lines[index]) {
            lines[index] = messageStyle(.error, lines[index])
        }
        write(lines.joined(separator: "\n") + "\n", style: .plain)
    }

    private func isCaretLine(_ line: String) -> Bool {
        let marks = line.drop { $0 == " " || $0 == "\t" }
        return marks.first == "^" && marks.allSatisfy { $0 == "^" || $0 == "~" }
    }

    private func write(_ text: String, style: Style) {
        // Both streams may be one terminal: what was answered before stands above.
        try? results.flush()
        messages.write(text)
        try? messages.flush()
    }
}
