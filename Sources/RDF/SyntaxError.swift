/// A mistake in a text that the product reads (N-Triples, `.q`, SPARQL, `relations.tsv` …): what, where, what to do.
public struct SyntaxError: Error, Hashable, Sendable {
    /// What is wrong, without a full stop, beginning in lower case.
    public var message: String
    /// The file or other source that the text comes from, or nil for text typed at the prompt.
    public var source: String?
    /// The line, counted from 1.
    public var line: Int
    /// The column of the first character at fault, counted from 1 in code points.
    public var column: Int
    /// How many code points are at fault, at least 1.
    public var length: Int
    /// The line as it stands, without its line end; long lines may be cut around the column by `description`.
    public var lineText: String
    /// What to do about it ("did you mean …?"), or nil.
    public var hint: String?

    /// An error at a place in a text.
    public init(
        _ message: String, source: String? = nil, line: Int, column: Int, length: Int = 1, lineText: String,
        hint: String? = nil
    ) {
        self.message = message
        self.source = source
        self.line = line
        self.column = column
        self.length = max(1, length)
        self.lineText = lineText
        self.hint = hint
    }
}
