import CEnglishLexicon

/// What the product knows of English words: a namespace of look-ups in tables inside the binary.
///
/// Every look-up is a binary search on bytes, well under a microsecond; nothing is read at start-up.
/// Common words are looked up by lemma in lower case, names as they are written (a name all in capitals is also found
/// by its title-case form: IRAN, Iran).
public enum Lexicon {
    static let words = LexicalTable(tercet_lexicon_words)
    static let titles = LexicalTable(tercet_lexicon_titles)
    static let nameKeywords = LexicalTable(tercet_lexicon_name_keywords)
    static let quantities = LexicalTable(tercet_lexicon_quantities)
    static let bounds = LexicalTable(tercet_lexicon_bounds)
    static let units = LexicalTable(tercet_lexicon_units)
    static let calendar = LexicalTable(tercet_lexicon_calendar)
    static let abbreviations = LexicalTable(tercet_lexicon_abbreviations)
    static let sentenceStarters = LexicalTable(tercet_lexicon_sentence_starters)
    static let lemmas = LexicalTable(tercet_lexicon_lemmas)
    static let nouns = LexicalTable(tercet_lexicon_nouns)
    static let derivations = LexicalTable(tercet_lexicon_derivations)
    static let countries = LexicalTable(tercet_lexicon_countries)
    static let demonyms = LexicalTable(tercet_lexicon_demonyms)
    static let cities = LexicalTable(tercet_lexicon_cities)
    static let instances = LexicalTable(tercet_lexicon_instances)
    static let ownGivenNames = LexicalTable(tercet_lexicon_own_given_names)
    static let givenNames = LexicalTable(tercet_lexicon_given_names)
    static let nameTypes = LexicalTable(tercet_lexicon_name_types)
}

// MARK: - Words

extension Lexicon {
    /// Whether a lemma (or lexeme of several words, joined by a space) belongs to a closed class.
    public static func contains(_ lemma: String, in wordClass: WordClass) -> Bool {
        words.value(of: lemma, contains: wordClass.rawValue)
    }

    /// The closed classes of a lemma.
    public static func classes(of lemma: String) -> Set<WordClass> {
        Set((words.value(of: lemma) ?? "").split(separator: " ").compactMap { WordClass(rawValue: String($0)) })
    }

    /// The class that a common noun's lemma most often has, or nil for an unknown word; the last word of a compound
    /// joined by a hyphen decides for the whole.
    public static func nounClass(_ lemma: String) -> NounClass? {
        nounClasses(lemma).first
    }

    /// The classes of a common noun's senses, the likeliest first, rare senses left out.
    public static func nounClasses(_ lemma: String) -> [NounClass] {
        if let value = nouns.value(of: lemma) {
            return value.split(separator: " ").compactMap { NounClass(rawValue: String($0)) }
        }
        guard let hyphen = lemma.lastIndex(of: "-") else { return [] }
        return nounClasses(String(lemma[lemma.index(after: hyphen)...]))
    }

    /// Whether a common noun's lemma denotes a human being in its likeliest sense: hostage, minister, engineer.
    public static func isPersonNoun(_ lemma: String) -> Bool {
        nounClass(lemma) == .person
    }

    /// The verb whose event or act a noun names: visit for visit, criticize for criticism; nil where there is none.
    public static func verb(forEventNoun lemma: String) -> String? {
        verb(ofNoun: lemma, kind: "event:")
    }

    /// The verb whose doer a noun names: negotiate for negotiator; nil where there is none.
    public static func verb(forAgentNoun lemma: String) -> String? {
        verb(ofNoun: lemma, kind: "agent:")
    }

    private static func verb(ofNoun lemma: String, kind: String) -> String? {
        guard let value = derivations.value(of: lemma) else { return nil }
        for pair in value.split(separator: " ") where pair.hasPrefix(kind) { return String(pair.dropFirst(kind.count)) }
        return nil
    }
}
