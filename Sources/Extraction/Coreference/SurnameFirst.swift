import English

/// "Lu Yuanming": of names whose surname comes first the first word tells no gender, though elsewhere it is a given name.
enum SurnameFirst {
    /// Whether a word is one Chinese syllable before a word of one to three, as they are written in news.
    static func isSurname(_ word: String, before next: String) -> Bool {
        guard next.count > 1, word.count > 1, next.first?.isUppercase ?? false, Lexicon.givenName(next) == nil else {
            return false
        }
        return syllables(word.lowercased()[...], most: 1) && syllables(next.lowercased()[...], most: 3)
    }

    private static func syllables(_ word: Substring, most: Int) -> Bool {
        if word.isEmpty { return true }
        guard most > 0 else { return false }
        for initial in initials where word.hasPrefix(initial) {
            let rest = word.dropFirst(initial.count)
            for final in finals where rest.hasPrefix(final) {
                if syllables(rest.dropFirst(final.count), most: most - 1) { return true }
            }
        }
        return false
    }

    private static let initials = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s",
        "y", "w", "",
    ]

    private static let finals = [
        "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ai", "ei", "ao", "ou", "an",
        "en", "er", "ia", "ie", "iu", "in", "ua", "uo", "ui", "un", "ue", "a", "o", "e", "i", "u",
    ]
}
