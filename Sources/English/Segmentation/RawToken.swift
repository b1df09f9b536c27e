/// A token as the tokenizer finds it: bytes of the text, and what the sentence splitter has to know of it.
struct RawToken {
    /// What the full stop that belongs to a token says of the sentence's end.
    enum Ending: UInt8 {
        /// No full stop, or one that stands by itself as a token.
        case none
        /// A title or its like: the sentence goes on.
        case title
        /// A single capital, as in a name: the sentence goes on.
        case initial
        /// Any other abbreviation: the sentence may end with it.
        case abbreviation
    }

    /// The token's bytes in the text.
    var start: Int
    var end: Int
    /// The kind of its first character.
    var kind: CharacterKind
    /// Whether white space stands before it.
    var followsSpace: Bool
    /// Whether it is written as one word with the token before it (do|n't).
    var joinsPrevious: Bool
    /// What its own full stop says.
    var ending: Ending
}
