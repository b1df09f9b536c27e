import English

/// Forms of names by which entities are matched: folded keys, short forms, acronyms, slugs.
enum NameForms {
    /// A name without case, diacritics, dots, apostrophes, possessive ending and leading article, its words parted by one space.
    static func key(_ name: String) -> String {
        words(name).joined(separator: " ")
    }

    /// The words of `key`.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var name = name[...]
        for ending in ["'s", "’s"] where name.hasSuffix(ending) { name = name.dropLast(2) }
        for scalar in name.unicodeScalars {
            if scalar.isASCII {
                switch scalar {
                case "a"..."z", "0"..."9", "&": word.unicodeScalars.append(scalar)
                case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
                case ".", "'", "`": break
                default:
                    if !word.isEmpty { words.append(word) }
                    word = ""
                }
                continue
            }
            if scalar == "’" || scalar == "‘" { continue }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
            {
                word += DiacriticFolding.fold(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        return words
    }

    /// A name that begins with a country's name or abbreviation and goes on, with the country's usual name: "U.S. Geological
    /// Survey" → "United States Geological Survey".
    static func spellingCountry(_ name: String) -> String {
        guard let first = name.unicodeScalars.first, first.properties.isUppercase else { return name }
        let parts = name.split(separator: " ")
        for length in stride(from: min(2, parts.count - 1), through: 1, by: -1) {
            let words = parts[..<length].joined(separator: " ")
            if let country = Lexicon.country(named: words), country.kind == .country {
                return ([country.name] + parts[length...].map(String.init)).joined(separator: " ")
            }
        }
        return name
    }

    /// Whether words name nothing in particular: each is what bodies, places or events are called by.
    static func areKeywords(_ words: [String]) -> Bool {
        words.allSatisfy { smallWords.contains($0) || !Lexicon.nameKeywords($0).isEmpty }
    }

    /// The part of an IRI that stands for a name: `joe-biden`; at most 80 characters, never empty.
    static func slug(_ name: String) -> String {
        let slug = words(name).joined(separator: "-").replacing("&", with: "and")
        guard !slug.isEmpty else { return "unnamed" }
        guard slug.utf8.count > 80 else { return slug }
        var cut = String(slug.unicodeScalars.prefix(80).map(Character.init))
        if let dash = cut.lastIndex(of: "-"), dash > cut.startIndex { cut = String(cut[..<dash]) }
        return cut
    }

    /// Words that an acronym passes over.
    private static let smallWords: Set<String> = [
        "of", "the", "and", "for", "in", "on", "to", "a", "de", "la", "del", "&",
    ]

    /// The acronyms that a name of several words may have, lower-cased: its initials without small words, and with them.
    static func acronyms(of words: [String]) -> [String] {
        guard words.count >= 2 else { return [] }
        let main = words.filter { !smallWords.contains($0) }
        guard main.count >= 2 else { return [] }
        let short = String(main.compactMap(\.first))
        let long = String(words.compactMap(\.first))
        return short == long ? [short] : [short, long]
    }

    /// Whether a name as it stands looks like an acronym: two to seven letters, at least two of them capitals and at most one
    /// small ("PG&E", "WHO", "U.S.", "MoD").
    static func looksLikeAcronym(_ name: String) -> Bool {
        var capitals = 0
        var small = 0
        for scalar in name.unicodeScalars {
            if scalar.properties.isUppercase {
                capitals += 1
            } else if scalar.properties.isLowercase {
                small += 1
            } else if scalar.properties.isWhitespace {
                return false
            }
        }
        return capitals >= 2 && capitals <= 7 && small <= 1
    }

    /// Whether `short` can be explained as a short form of `full`: its acronym, or some of its words in their order.
    static func explains(full: [String], short: [String]) -> Bool {
        guard !short.isEmpty, short.count < full.count else { return false }
        if short.count == 1, acronyms(of: full).contains(short[0].replacing("&", with: "")) { return true }
        if short.count == 1, acronyms(of: full).contains(short[0]) { return true }
        var rest = full[...]
        for word in short {
            guard let place = rest.firstIndex(of: word) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }
}
