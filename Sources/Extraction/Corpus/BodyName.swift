import English

/// The name of a body that every country has one of: "Supreme Court", "Ministry of Health", "the Senate".
///
/// Such a name alone is no evidence that two reports mean one body; name and country together are.
struct BodyName {
    /// The name's folded words without the country's.
    let words: [String]
    /// The country's code or name, where the name itself tells it ("the French Senate", "Supreme Court of the United Kingdom").
    let country: String?

    /// What such bodies are called by.
    private static let heads: Set<String> = [
        "parliament", "senate", "congress", "assembly", "house", "court", "courts", "ministry", "department", "police",
        "army",
        "navy", "force", "forces", "guard", "cabinet", "treasury", "constitution", "government", "party", "commission",
        "office",
        "administration", "bank", "council", "committee", "university", "agency", "authority", "board", "service",
        "school",
        "college", "hospital", "city", "state", "district", "province", "county", "region", "election", "elections",
        "ministers", "museum", "gallery", "library", "theatre", "theater", "hall", "park", "stadium", "church",
        "cathedral", "airport", "station", "square", "institute", "academy", "association", "federation", "union",
        "league",
    ]

    /// Words that tell one body of a country from another, but no country.
    private static let generic: Set<String> = [
        "national", "federal", "royal", "central", "supreme", "high", "foreign", "public", "air", "armed", "civil",
        "social",
        "democratic", "republican", "general", "military", "naval", "coast", "constitutional", "electoral", "election",
        "justice",
        "interior", "defense", "defence", "health", "education", "finance", "affairs", "labor", "labour", "liberal",
        "conservative",
        "green", "communist", "socialist", "people", "peoples", "appeals", "appeal", "reserve", "security", "state",
        "city", "home",
        "lower", "upper", "legislative", "representatives", "commons", "lords", "deputies", "delegates", "agriculture",
        "transport", "transportation", "energy", "environment", "trade", "commerce", "culture", "tourism", "science",
        "information",
        "of", "the", "and", "for", "in", "prime", "press", "secret", "border", "fire", "revolutionary", "independent",
        "ruling",
        "human", "services", "emergency", "situations", "road", "water", "local", "municipal", "provincial", "district",
        "first",
    ]

    /// Words of bodies that are of no country.
    private static let worldwide: Set<String> = ["world", "international", "global", "united", "european", "african"]

    /// The body that a name as it stands means, or nil where the name tells enough by itself.
    init?(_ name: String) {
        var parts = name.split(separator: " ").map(String.init)
        if parts.first?.lowercased() == "the" { parts.removeFirst() }
        var country: String?
        if let (length, found) = Self.country(before: parts) {
            country = found
            parts.removeFirst(length)
        } else if let (length, found) = Self.country(behind: parts) {
            country = found
            parts.removeLast(length)
        }
        let words = NameForms.words(parts.joined(separator: " "))
        guard !words.isEmpty, words.contains(where: { Self.heads.contains($0) }),
            words.allSatisfy({ Self.heads.contains($0) || Self.generic.contains($0) }),
            !words.contains(where: { Self.worldwide.contains($0) })
        else { return nil }
        self.words = words
        // That council alone is known by its bare name everywhere.
        self.country = country ?? (words == ["security", "council"] ? Self.code(of: "United Nations") : nil)
    }

    private static func country(before parts: [String]) -> (length: Int, country: String)? {
        for length in stride(from: min(3, parts.count - 1), through: 1, by: -1) {
            var words = parts[..<length].joined(separator: " ")
            for ending in ["'s", "’s"] where words.hasSuffix(ending) { words.removeLast(2) }
            if let code = code(of: words) ?? Lexicon.demonym(words).flatMap({ code(of: $0) }) { return (length, code) }
        }
        return nil
    }

    /// "… of the United Kingdom"
    private static func country(behind parts: [String]) -> (length: Int, country: String)? {
        guard let of = parts.lastIndex(where: { $0 == "of" || $0 == "in" }), of > 0, of + 1 < parts.count else {
            return nil
        }
        let start = parts[of + 1].lowercased() == "the" ? of + 2 : of + 1
        guard start < parts.count, let code = code(of: parts[start...].joined(separator: " ")) else { return nil }
        return (parts.count - of, code)
    }

    /// The code of a country, of a state or territory with its own name, so that no state's court is the country's.
    static func code(of name: String) -> String? {
        guard let country = Lexicon.country(named: name) else { return nil }
        switch country.kind {
        case .country: return country.code ?? country.name
        case .state, .territory, .region, .bloc, .continent: return country.name
        case .armedGroup: return nil
        }
    }

    /// The country or territory whose bodies are meant where only a place of it is named.
    private static func home(_ place: Country) -> String? {
        place.kind == .territory ? place.name : place.code
    }

    /// The country that a report is about, as far as its places tell: the one with at least half of the mentions of countries,
    /// their states and their cities; nil where none has.
    ///
    /// A place in a body's name tells whose that body is, and what the title names counts twice.
    static func country(of mentions: [Mention], words: (Mention) -> String) -> String? {
        var counts: [String: Int] = [:]
        var known: [String: String?] = [:]
        var total = 0
        var outer: (sentence: Int, name: Range<Int>) = (-1, 0..<0)
        for mention in mentions where mention.kind == .named {
            if let name = mention.nameSpan {
                let isInside =
                    outer.sentence == mention.head.sentence && outer.name.contains(name.lowerBound)
                    && outer.name.contains(name.upperBound - 1)
                if isInside { continue }
                outer = (mention.head.sentence, name)
            }
            let name: String
            switch mention.type {
            case "Country", "Place": name = mention.canonicalName ?? ""
            case "City": name = words(mention)
            default: continue
            }
            guard !name.isEmpty else { continue }
            let code: String?
            if let found = known[name] {
                code = found
            } else {
                // A territory has bodies of its own.
                let place = Lexicon.country(named: name)
                code =
                    place.flatMap(home)
                    ?? Lexicon.city(named: name)?.country.flatMap { Lexicon.country(named: $0) }.flatMap(home)
                known[name] = .some(code)
            }
            guard let code else { continue }
            let weight = mention.head.sentence == 0 ? 2 : 1
            counts[code, default: 0] += weight
            total += weight
        }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.flatMap { $0.value * 2 >= total ? $0.key : nil }
    }
}
