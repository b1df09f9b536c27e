import RDF

/// A text that is being read, as code points, so that every range and caret counts what the user sees in an editor.
public struct SourceText: Hashable, Sendable {
    /// The file or other source that the text comes from, or nil for text typed at the prompt.
    public let name: String?
    /// The text's code points.
    public let scalars: [Unicode.Scalar]

    /// The code points of a text.
    public init(_ text: String, name: String? = nil) {
        self.name = name
        self.scalars = Array(text.unicodeScalars)
    }

    /// The text of a range; what lies outside of the text is left out.
    public func text(in range: SourceRange) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
        return String(view)
    }

    /// An error whose caret run stands under a range. Linear in the text before the range.
    public func error(_ message: String, at range: SourceRange, hint: String? = nil) -> SyntaxError {
        let start = min(range.lowerBound, scalars.count)
        var line = 1
        var lineStart = 0
        for index in 0..<start where Self.isLineEnd(scalars, index) {
            line += 1
            lineStart = index + 1
        }
        var lineEnd = start
        while lineEnd < scalars.count, scalars[lineEnd] != "\n", scalars[lineEnd] != "\r" { lineEnd += 1 }
        let end = max(start + 1, min(range.upperBound, max(lineEnd, start + 1)))
        return SyntaxError(
            message, source: name, line: line, column: start - lineStart + 1, length: end - start,
            lineText: text(in: lineStart..<lineEnd), hint: hint)
    }

    /// Whether a line ends with the code point at an index: LF, or CR without LF after it.
    private static func isLineEnd(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        if scalars[index] == "\n" { return true }
        return scalars[index] == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n")
    }
}
