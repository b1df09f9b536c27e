import RDF

extension DisplayWidth {
    /// A text with spaces after it up to a width in columns.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(text)))
    }

    /// A text cut to a width in columns, an ellipsis in place of what is left out; on one line.
    static func cut(_ text: String, to width: Int) -> String {
        let isWide = columns(text) > width
        var cut = ""
        var used = 0
        for scalar in text.unicodeScalars {
            let columns = columns(scalar)
            if isWide, used + columns > width - 1 { return cut + "…" }
            cut.unicodeScalars.append(shown(scalar))
            used += columns
        }
        return cut
    }

    /// A text over as many lines as it takes, broken at spaces; lines behind the first are indented. As it stands where
    /// there is no limit.
    static func wrapped(_ text: String, to width: Int?, indent: Int, first: Int? = nil) -> String {
        guard let width, width > indent + 20 else { return text }
        var lines: [String] = []
        var line = ""
        var room = width - (first ?? indent)
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let needed = columns(line) + columns(String(word)) + (line.isEmpty ? 0 : 1)
            if needed > room, !line.isEmpty {
                lines.append(line)
                (line, room) = ("", width - indent)
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }
}
