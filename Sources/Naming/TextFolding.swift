import RDF

/// Folds names to the form in which they are compared.
enum TextFolding {
    /// Small letters without diacritics: Erdoğan → erdogan. Combining marks are dropped, typographic apostrophes and
    /// hyphens become plain ones.
    static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x80: result += String(scalar).lowercased()
            case 0x300...0x36F: continue
            case 0x2018, 0x2019, 0x02BC: result += "'"
            case 0x2010...0x2015: result += "-"
            case 0xA0, 0x2007, 0x202F: result += " "
            default: result += LatinLetters.base(of: scalar) ?? scalar.properties.lowercaseMapping
            }
        }
        return result
    }
}

/// Names in the form in which they are compared, for those who look through labels.
public enum NameFolding {
    /// Small letters without diacritics: Erdoğan → erdogan.
    public static func folded(_ text: String) -> String { TextFolding.folded(text) }

    /// What the inflections of a folded word have in common: accept for accepts, accepted, accepting.
    public static func stem(_ word: String) -> String { Inflection.stem(word) }
}
