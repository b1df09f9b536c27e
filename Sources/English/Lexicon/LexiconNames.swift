/// What a name's keyword tells of the thing named: "… University", "Ministry of …".
public enum NameKeyword: String, Hashable, Sendable, CaseIterable {
    case organization, government, armedGroup, place, event, law, work, product, award
}

/// The gender that a given name or title tells.
public enum Gender: String, Hashable, Sendable {
    case male = "m"
    case female = "f"
}

/// What is known of a given name.
public enum GivenName: String, Hashable, Sendable {
    case male = "m"
    case female = "f"
    /// Borne by both.
    case either = "b"

    /// The gender, or nil where both bear the name.
    public var gender: Gender? { Gender(rawValue: rawValue) }
}

/// A title that stands before a name.
public struct Title: Hashable, Sendable {
    /// What kind of title it is.
    public enum Kind: String, Hashable, Sendable {
        /// A form of address that is no role: Mr, Lady, Dr.
        case honorific
        /// An academic rank: professor.
        case academic
        /// An office, civil or in an organization: president, spokesman.
        case office
        /// A rank of nobility.
        case noble
        /// A military or police rank.
        case rank
        /// A religious office or form of address.
        case religious
        /// A kinship term used as a title.
        case kin
        /// An occupation set before a name: actor, lawyer.
        case occupation
    }
    /// What kind of title it is.
    public var kind: Kind
    /// The gender that it tells, or nil.
    public var gender: Gender?

    /// Whether it names a role that the person holds.
    public var isRole: Bool { kind != .honorific && kind != .kin }
}

/// A country, or another place or body that stands in for one.
public struct Country: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Hashable, Sendable {
        /// A state of today or of history.
        case country
        /// A territory that is no sovereign state or is disputed.
        case territory
        /// A body of states: European Union.
        case bloc
        case continent
        /// A part of the world or of a country: Middle East.
        case region
        /// A state or province of a federation.
        case state
        /// A militant movement that goes by several names: Islamic State, al-Qaeda.
        case armedGroup
    }
    /// What it is.
    public var kind: Kind
    /// Its usual name in English: one for all its names.
    public var name: String
    /// ISO 3166-1 alpha-2 code (a state's: of its country), or nil.
    public var code: String?
}

/// A city or town.
public struct City: Hashable, Sendable {
    /// Whether it is the seat of its country's government.
    public var isCapital: Bool
    /// The usual name of its country, or nil where it is not known or the name is borne by several.
    public var country: String?
}

extension Lexicon {
    /// The title, looked up without regard to case: "Prime Minister", "Mr.", "Gen".
    public static func title(_ words: String) -> Title? {
        guard let value = titles.value(of: words.lowercased()) else { return nil }
        // The first line of the list decides where a word is two kinds of title.
        let fields = value.prefix { $0 != ";" }.split(separator: " ")
        guard fields.count == 2, let kind = Title.Kind(rawValue: String(fields[0])) else { return nil }
        return Title(kind: kind, gender: Gender(rawValue: String(fields[1])))
    }

    /// What a word tells of the name that ends in it ("… University") or has it before "of" ("Ministry of …"); the
    /// likeliest first. Looked up without regard to case.
    public static func nameKeywords(_ word: String) -> [NameKeyword] {
        (nameKeywords.value(of: word.lowercased()) ?? "").split(separator: " ")
            .compactMap { NameKeyword(rawValue: String($0)) }
    }

    /// What a feature of a name says for each kind of thing that it may name, in fiftieths, or nil for a feature that was not
    /// seen in training; `Training/name_types.py` says which features and kinds.
    public static func nameTypeWeights(of feature: String) -> [Int32]? {
        nameTypes.withValue(of: feature) { value in
            value.split(separator: 0x20).map { Int32(String(decoding: $0, as: UTF8.self)) ?? 0 }
        }
    }

    /// The country, territory, bloc or region of a name ("U.S.", "Britain", "European Union"), without its article.
    /// Case matters: "us" is no country.
    public static func country(named name: String) -> Country? {
        guard let value = countries.valueOfName(name) else { return nil }
        let fields = value.split(separator: "|", omittingEmptySubsequences: false)
        guard fields.count == 3, let kind = Country.Kind(rawValue: String(fields[0])) else { return nil }
        return Country(kind: kind, name: String(fields[1]), code: fields[2] == "-" ? nil : String(fields[2]))
    }

    /// The place whose people or things a word describes: "Israeli", "israeli", "Israelis" → "Israel". Words that mean
    /// something else in lower case (polish) count with their capital only.
    public static func demonym(_ word: String) -> String? {
        demonyms.valueOfName(word)
    }

    /// The city or town of a name, as it is written.
    public static func city(named name: String) -> City? {
        guard let value = cities.valueOfName(name), let bar = value.firstIndex(of: "|") else { return nil }
        let country = String(value[value.index(after: bar)...])
        return City(isCapital: value[..<bar] == "capital", country: country == "-" ? nil : country)
    }

    /// The given name, as it is written; nil for an unknown one.
    public static func givenName(_ name: String) -> GivenName? {
        (ownGivenNames.valueOfName(name) ?? givenNames.valueOfName(name)).flatMap(GivenName.init(rawValue:))
    }

    /// The classes of a well-known name that is no country and no living person (cities, rivers, the famous dead, wars,
    /// books), the likeliest first; person, organization, place, event, time or work.
    public static func instanceClasses(_ name: String) -> [NounClass] {
        (instances.valueOfName(name) ?? "").split(separator: " ").compactMap { NounClass(rawValue: String($0)) }
    }
}

extension LexicalTable {
    /// The value of a name as it is written, or in title case where it is all in capitals and longer than three letters.
    func valueOfName(_ name: String) -> String? {
        if let value = value(of: name) { return value }
        guard name.utf8.count > 3, !name.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7a }) else { return nil }
        var isStart = true
        let titleCase = name.unicodeScalars.reduce(into: "") { result, scalar in
            result += isStart ? String(scalar) : scalar.properties.lowercaseMapping
            isStart = !scalar.properties.isAlphabetic
        }
        return titleCase == name ? nil : value(of: titleCase)
    }
}
