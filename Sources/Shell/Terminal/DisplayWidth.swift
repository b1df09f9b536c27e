/// How many terminal cells text takes.
package enum DisplayWidth {
    /// The cells of a text without escape sequences.
    package static func of(_ text: String) -> Int { text.count }

    /// The text with spaces after it up to a width.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }
}
