/// Which of the two languages a text is in, told by its first words.
public enum StatementLanguage: Hashable, Sendable {
    case tercet, sparql

    /// The language of a statement typed at the prompt.
    ///
    /// SPARQL begins with `prefix`, `base`, `select`, `construct`, `describe`, `insert`, `delete`, `with`, `load`, `clear`,
    /// `drop`, `create`, `copy`, `move`, or with `ask` before `{`, `where` or `from`, in capitals or not.
    public init(of text: some StringProtocol) {
        var words = LeadingWords(text.unicodeScalars[...])
        let first = words.next().lowercased()
        if Self.sparqlWords.contains(first) {
            self = .sparql
        } else if first == "ask" {
            self = ["{", "where", "from"].contains(words.next().lowercased()) ? .sparql : .tercet
        } else {
            self = .tercet
        }
    }

    private static let sparqlWords: Set<String> = [
        "prefix", "base", "select", "construct", "describe", "insert", "delete", "with", "load", "clear", "drop",
        "create", "copy", "move",
    ]
}

/// The first words of a text, space and comments between them left out.
private struct LeadingWords<View: Collection> where View.Element == Unicode.Scalar {
    private var rest: View.SubSequence

    init(_ text: View) { rest = text[...] }

    /// The next word, or the next single mark; empty at the end.
    mutating func next() -> String {
        while let scalar = rest.first {
            if scalar == "#" {
                rest = rest.drop { $0 != "\n" && $0 != "\r" }
            } else if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        var word = String.UnicodeScalarView()
        while let scalar = rest.first, scalar.isASCIILetter {
            word.append(scalar)
            rest = rest.dropFirst()
        }
        // A word that goes on with something else (`select_`, `load-bearing`) is no keyword.
        if let scalar = rest.first, !word.isEmpty, scalar == "-" || scalar == "_" || scalar.isDigit {
            return String(word) + "-"
        }
        if word.isEmpty, let scalar = rest.first { word.append(scalar) }
        return String(word)
    }
}
