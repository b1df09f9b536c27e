/// A token of a `.q` text.
struct QToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A word with a small first letter: part of a phrase, or a keyword.
        case word
        /// A word with a capital first, or after a hyphen or apostrophe: part of a name.
        case capital
        /// A name in double quotes.
        case quoted
        /// A text in single quotes.
        case text
        case variable
        case parameter
        case iri
        case integer
        case decimal
        /// `2024-06` or `2024-06-05`.
        case date
        /// `_`
        case anything
        case symbol
        /// The raw text between the braces of `sparql { … }`.
        case raw
        case end
    }

    var kind: Kind
    /// The value: without quotes, marks and brackets, with doubled quotes undone.
    var value: String
    var range: SourceRange

    func isSymbol(_ symbol: String) -> Bool { kind == .symbol && value == symbol }
    func isWord(_ word: String) -> Bool { kind == .word && value == word }
}
