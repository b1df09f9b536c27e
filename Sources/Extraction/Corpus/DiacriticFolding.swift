import RDF

/// Folds case and the diacritics of Latin letters, so that "Erdoğan" and "Erdogan" are one key.
enum DiacriticFolding {
    /// The folded form of a character; a combining mark folds to nothing.
    static func fold(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII {
            return (65...90).contains(scalar.value)
                ? String(Character(Unicode.Scalar(UInt8(scalar.value + 32)))) : String(scalar)
        }
        if scalar.properties.generalCategory == .nonspacingMark { return "" }
        return LatinLetters.base(of: scalar) ?? scalar.properties.lowercaseMapping
    }
}
