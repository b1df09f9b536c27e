import RDF

extension DisplayWidth {
    /// A text with spaces after it up to a width in columns.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(text)))
    }
}
