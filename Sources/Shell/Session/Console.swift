import RDF

/// Where a session's words go: results to one stream, everything else to the other.
package final class Console {
    /// Results, and nothing else.
    package private(set) var results: Output
    /// Where results went before they were redirected.
    private var original: Output?
    /// Errors, notes and counts.
    package let messages: Output
    /// The style of results; plain while they go to a file.
    package var resultStyle: Style { isRedirected ? .plain : terminalStyle }
    private let terminalStyle: Style
    /// The style of messages.
    package let messageStyle: Style
    /// Whether somebody types: counts and hints are then shown.
    package let isInteractive: Bool
    /// Whether results go to a terminal: boxes are then drawn, and long tables cut.
    package var isTerminal: Bool { resultsAreTerminal && !isRedirected }
    private let resultsAreTerminal: Bool
    /// Whether a line on standard error may show how far work has come.
    package var showsProgress = false
    /// The room that results have, in character cells; nil where there is no limit.
    package var columns: Int?
    /// How many rows the screen has; nil where there is none, and nothing is paged.
    package var rows: Int?

    /// A console.
    package init(
        results: Output, messages: Output, resultStyle: Style = .plain, messageStyle: Style = .plain,
        isInteractive: Bool, isTerminal: Bool = false, columns: Int? = nil
    ) {
        self.results = results
        self.messages = messages
        terminalStyle = resultStyle
        self.messageStyle = messageStyle
        self.isInteractive = isInteractive
        resultsAreTerminal = isTerminal
        self.columns = columns
    }

    /// A console whose two streams are one text, in the order of their writing (transcripts).
    package static func transcript(columns: Int) -> Console {
        let output = Output()
        return Console(results: output, messages: output, isInteractive: true, isTerminal: true, columns: columns)
    }

    /// Sends results elsewhere, to a file that is no terminal.
    func redirect(to output: Output) {
        if original == nil { original = results }
        results = output
    }

    /// Sends results where they went before; the output that they went to meanwhile, or nil.
    func endRedirection() -> Output? {
        guard let original else { return nil }
        defer {
            results = original
            self.original = nil
        }
        return results
    }

    /// Whether results go to a file for the time being.
    package var isRedirected: Bool { original != nil }

    /// Writes a result that is complete: through the pager where somebody types and it is longer than the screen.
    ///
    /// - Parameter place: the line, counted from 0, that a pager is to show first.
    package func present(_ bytes: [UInt8], at place: Int? = nil) {
        let lines = bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        if isInteractive, !isRedirected, let rows, lines > rows - 2, let command = Pager.command {
            try? results.flush()
            if Pager.show(bytes, with: Pager.command(command, at: place)) { return }
        }
        results.write(bytes)
    }

    /// Writes a line of messages.
    package func note(_ text: String) {
        write(text + "\n", style: .plain)
    }

    /// Writes a line of messages that matters less than the answer.
    package func hint(_ text: String) {
        write(messageStyle(.dim, text) + "\n", style: .plain)
    }

    /// Writes a query behind some words.
    package func hint(_ text: String, query: String) {
        write(messageStyle(.dim, text) + Highlighter(style: messageStyle)(query) + "\n", style: .plain)
    }

    /// Writes a warning.
    package func warn(_ text: String) {
        write(messageStyle(.warning, "warning:") + " \(text)\n", style: .plain)
    }

    /// Writes an error; its first word is coloured, so is the line of carets under a piece of source text.
    package func report(_ failure: Failure) {
        var lines = failure.message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let mark = "error: "
        if let first = lines.first {
            // A mistake in a file begins with its place: `query.q:3:7: error: …`.
            let parts = first.ranges(of: mark).first.map { (first[..<$0.lowerBound], first[$0.upperBound...]) }
            lines[0] = (parts?.0 ?? "") + messageStyle(.error, "error:") + " " + (parts?.1 ?? first[...])
        }
        for index in lines.indices.dropFirst() where isCaretLine(lines[index]) {
            lines[index] = messageStyle(.error, lines[index])
            // The line above it is a piece of a query, or of a file.
            if index > 1 { lines[index - 1] = Highlighter(style: messageStyle)(lines[index - 1]) }
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
