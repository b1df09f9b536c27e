/// A report as read: its text with what its header and its file name tell.
public struct Report: Hashable, Sendable {
    /// SHA-256 of the file's bytes in lower-case hexadecimal: its identity.
    public var hash: String
    /// Where it was read, relative to the source argument.
    public var source: String
    /// The text as stored: what offsets count in.
    public var text: StoredText
    /// The same text as the analyser reads it: code point by code point as long, with list marks, Markdown signs, control
    /// characters and line breaks inside a paragraph replaced by spaces.
    public var readableText: String
    /// The first line that is no date, without heading marks; nil when there is none.
    public var title: String?
    /// The publication date, ISO 8601, from the header line, the file name or an option; nil when none tells.
    public var date: String?
    /// What was repaired or is odd, one line for people each.
    public var warnings: [String]

    /// A report.
    public init(
        hash: String, source: String, text: StoredText, readableText: String, title: String?, date: String?,
        warnings: [String] = []
    ) {
        self.hash = hash
        self.source = source
        self.text = text
        self.readableText = readableText
        self.title = title
        self.date = date
        self.warnings = warnings
    }
}
