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
}
