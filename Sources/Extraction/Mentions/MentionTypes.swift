import English

/// A type with how sure the rule was that gave it.
struct TypeGuess: Hashable, Sendable {
    /// How much a rule's word counts; a surer rule elsewhere in the report overrules a weaker one here.
    enum Strength: Int, Comparable, Sendable {
        case fallback, context, lexical, sure
        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }
    var type: String
    var strength: Strength
    var canonicalName: String?
    /// The rule that gave it.
    var rule = ""

    init(_ type: String, _ strength: Strength, canonicalName: String? = nil) {
        self.type = type
        self.strength = strength
        self.canonicalName = canonicalName
    }

    /// Whether what it rests on is no more than what stands around the name, or a place or people that others are called by too:
    /// there the learned model tells more.
    var isOpen: Bool {
        rule == "context" || rule == "lexical" && ["City", "Place"].contains(type)
            || rule == "demonym" && type == "Person"
    }

    /// The same, with the rule that gave it.
    func by(_ rule: String) -> TypeGuess {
        var guess = self
        guess.rule = rule
        return guess
    }
}

/// The class of what a mention names or describes.
///
/// Rules in the order of their precision; the first that speaks decides.
struct MentionTypes {
    let view: SentenceView
    var tree: DependencyTree { view.tree }

    init(_ view: SentenceView) { self.view = view }

    // MARK: Common nouns

    /// The type of a phrase without a name, by its head noun.
    func common(_ head: Int) -> String {
        let token = tree.tokens[head]
        if token.upos == "NUM" { return "Thing" }
        let lemma = tree.lemmas[head]
        // "MPs", "MEPs": an office written short.
        let isOffice = lemma.hasSuffix("s") && Lexicon.title(String(token.form.dropLast()))?.isRole ?? false
        let nounClass = compoundClass(head) ?? Lexicon.nounClass(lemma) ?? (isOffice ? .person : nil)
        let isPlural = token.xpos == "NNS" || token.xpos == "NNPS"
        guard let nounClass else { return "Thing" }
        return Self.type(of: nounClass, isPlural: isPlural)
    }

    /// The class of a noun with the one before it ("press conference", "armed group"), where the lexicon has both.
    private func compoundClass(_ head: Int) -> NounClass? {
        guard head > 0, [.compound, .adjectivalModifier].contains(tree.labels[head - 1]) else { return nil }
        return Lexicon.nounClass(tree.words[head - 1] + " " + tree.lemmas[head])
    }

    static func type(of nounClass: NounClass, isPlural: Bool) -> String {
        switch nounClass {
        case .person: isPlural ? "Group" : "Person"
        case .people: "Group"
        case .organization: "Organization"
        case .government: "GovernmentOrganization"
        case .armedGroup: "ArmedGroup"
        case .place: "Place"
        case .building: "Facility"
        case .event: "Event"
        case .proposal: "Proposal"
        case .law, .communication, .work: "Work"
        case .time: "Date"
        case .vehicle, .artifact: "Product"
        case .activity, .money, .quantity, .animal, .plant, .food, .body, .substance, .natural, .abstract: "Thing"
        }
    }

    // MARK: Names

    /// The type of a named mention: its head, the name proper, and the titles that stand in the name span before it.
    func named(_ head: Int, name: Range<Int>, hasTitle: Bool) -> TypeGuess {
        let words = view.words(name)
        let last = name.upperBound - 1
        // "Mrs May", "Prime Minister May said": a surname. "May said it": only people say.
        if !hasTitle, name.count > 1 || !isSubjectOfSpeech(name),
            name.allSatisfy({ $0 == name.lowerBound || tree.tokens[$0].upos == "NUM" || $0 == last }),
            let guess = calendar(name.lowerBound), name.count == 1 || tree.tokens[last].upos == "NUM"
        {
            return guess
        }
        // "the USS Ada Okoro": a ship, whoever it is named after.
        if name.count > 1, ShipName.isPrefix(tree.tokens[name.lowerBound].form) { return TypeGuess("Product", .sure) }
        // "the aircraft carrier Admiral Okoro"
        for end in name.indices.dropFirst() {
            if let title = Lexicon.title(view.words(name.lowerBound..<end)),
                title.kind == .rank || title.kind == .noble,
                ShipName.isShip(tree.tokens, rank: name.lowerBound..<end)
            {
                return TypeGuess("Product", .sure)
            }
        }
        // "Sultan Ada Grand Mosque": named after somebody.
        let isNamedAfter =
            name.count > (Self.builtThings.contains(tree.words[last]) ? 1 : 2)
            && Lexicon.nameKeywords(tree.words[last]).contains { [.place, .organization].contains($0) }
            && Lexicon.title(tree.tokens[name.lowerBound - (name.lowerBound > 0 ? 1 : 0)].form)?.kind != .occupation
            && Lexicon.givenName(tree.tokens[name.lowerBound].form) == nil
        if hasTitle, !isNamedAfter { return TypeGuess("Person", .sure).by("title") }
        // "Jan Lane, a former officer": beside a noun for a person no keyword counts.
        if isGivenName(first: name), Lexicon.country(named: words) == nil, let role = role(head) {
            return role.by("role")
        }
        return listed(words, name: name)?.by("listed")
            ?? keyword(words, name: name, head: head)?.by("keyword")
            ?? demonym(words, name: name)?.by("demonym")
            ?? quoted(name, head: head)?.by("quoted")
            ?? role(head)?.by("role")
            ?? placed(head, name: name)?.by("placed")
            ?? lexical(words, name: name)?.by("lexical")
            ?? description(head)?.by("description")
            ?? context(head, name: name).by("context")
    }

    private func calendar(_ token: Int) -> TypeGuess? {
        switch Lexicon.calendarWord(tree.tokens[token].form) {
        case .month, .weekday: TypeGuess("Date", .sure)
        default: nil
        }
    }

    private func listed(_ words: String, name: Range<Int>) -> TypeGuess? {
        guard let country = Lexicon.country(named: withoutArticle(words)) else { return nil }
        switch country.kind {
        case .country: return TypeGuess("Country", .sure, canonicalName: country.name)
        case .territory, .continent, .region, .state: return TypeGuess("Place", .sure, canonicalName: country.name)
        case .bloc: return TypeGuess("Organization", .sure, canonicalName: country.name)
        case .armedGroup: return TypeGuess("ArmedGroup", .sure, canonicalName: country.name)
        }
    }

    private func withoutArticle(_ words: String) -> String {
        words.hasPrefix("the ") || words.hasPrefix("The ") ? String(words.dropFirst(4)) : words
    }

    /// The last word of the name, or the one before "of", tells what it names.
    private func keyword(_ words: String, name: Range<Int>, head: Int) -> TypeGuess? {
        // "Security Council Committee 1267": a number behind the keyword.
        var end = name.upperBound - 1
        while end > name.lowerBound, tree.tokens[end].upos == "NUM" { end -= 1 }
        var places = [end]
        if let of = name.first(where: { ["of", "for"].contains(tree.words[$0]) }), of > name.lowerBound {
            places = [of - 1]
        }
        if name.count == 1, tree.words[name.lowerBound] == "house" {
            return TypeGuess("GovernmentOrganization", .lexical)
        }
        // "House of Representatives", "House of Lords", behind a country's name too.
        if let of = name.first(where: { tree.words[$0] == "of" }), of > name.lowerBound, tree.words[of - 1] == "house" {
            return TypeGuess("GovernmentOrganization", .sure)
        }
        // "San Francisco Bulletin", "Lake District Council": the last word outweighs the first.
        let endsInBody =
            Lexicon.nameKeywords(tree.words[places[0]]).first.map { [.organization, .government].contains($0) } ?? false
        if name.count > 1, !endsInBody, let type = Self.firstWords[tree.words[name.lowerBound]] {
            return TypeGuess(type, .sure)
        }
        // "Holm v. United States", "Lakeside vs. Harbour Rovers"
        if name.count > 2, name.dropFirst().contains(where: { ["v.", "v", "vs.", "vs"].contains(tree.words[$0]) }) {
            return TypeGuess("Event", .sure)
        }
        // "Centre for Harbour Studies"
        if name.count > 2, ["center", "centre"].contains(tree.words[name.lowerBound]) || name.count > 3,
            let of = name.first(where: { tree.words[$0] == "for" }), of > name.lowerBound,
            ["center", "centre", "centers", "centres"].contains(tree.words[of - 1])
        {
            return TypeGuess("Organization", .sure)
        }
        // "Doctors Without Borders"
        if name.count > 2, ["without", "for", "against"].contains(tree.words[name.lowerBound + 1]),
            tree.tokens[name.lowerBound].xpos == "NNPS", tree.labels[name.lowerBound + 1] == .flat
        {
            return TypeGuess("Organization", .sure)
        }
        // "Tropical Storm Chantal", "Tropical Depression Three"
        if name.count > 2, ["tropical", "subtropical", "winter"].contains(tree.words[name.lowerBound]),
            ["storm", "depression", "cyclone"].contains(tree.words[name.lowerBound + 1])
        {
            return TypeGuess("Event", .sure)
        }
        for place in places {
            if place > name.lowerBound, let both = Lexicon.nameKeywords(view.words(place - 1..<place + 1)).first {
                return guess(both, isPart: true)
            }
            if let keyword = Lexicon.nameKeywords(tree.words[place]).first {
                // "Doris Day": the keyword is a surname.
                // "The Doris Day Show": it is not.
                if [.event, .work, .product, .law].contains(keyword), isGivenName(first: name),
                    place == name.upperBound - 1, name.lowerBound == 0 || tree.words[name.lowerBound - 1] != "the"
                {
                    return TypeGuess("Person", .lexical)
                }
                // "Okoro Ana Hall was convicted": a surname, of whom only people are said to be so.
                if keyword == .place, (2...3).contains(name.count), place == name.upperBound - 1,
                    name.dropLast().contains(where: { Lexicon.givenName(tree.tokens[$0].form) != nil }),
                    isActingPerson(head)
                {
                    return TypeGuess("Person", .lexical)
                }
                // "the United States House": a chamber, no building.
                if tree.words[place] == "house", Lexicon.country(named: view.words(name.lowerBound..<place)) != nil {
                    return TypeGuess("GovernmentOrganization", .sure)
                }
                return guess(keyword, isPart: name.count > 1)
            }
        }
        // "Song of the Harbour director Ana Holm"
        if tree.labels[head] == .compound, name.contains(where: { tree.words[$0] == "of" }), tree.heads[head] >= 0,
            Self.makers.contains(tree.lemmas[tree.heads[head]])
        {
            return TypeGuess("Work", .sure)
        }
        return nil
    }

    /// Whether a name is the subject of what only people do or undergo.
    private func isActingPerson(_ head: Int) -> Bool {
        guard tree.labels[head].isSubject, tree.heads[head] >= 0 else { return false }
        let verb = tree.lemmas[tree.heads[head]]
        return Lexicon.contains(verb, in: .sayingVerb) || Self.personalVerbs.contains(verb)
    }

    private static let personalVerbs: Set<String> = [
        "convict", "sentence", "jail", "arrest", "marry", "bear", "die", "resign", "retire", "indict", "acquit",
        "plead",
        "testify", "graduate", "study",
    ]

    /// Those who make works or take part in them.
    private static let makers: Set<String> = [
        "director", "star", "actor", "actress", "author", "creator", "writer", "producer", "composer", "screenwriter",
        "novelist", "singer",
    ]

    /// What is built and named after people, and no surname: "the Emperor Okoro Bridge".
    private static let builtThings: Set<String> = [
        "bridge", "airport", "hospital", "university", "college", "school", "stadium", "avenue", "highway", "library",
        "museum", "theatre", "theater", "dam", "memorial", "boulevard", "tunnel", "cathedral", "mosque",
    ]

    /// Whether a name of two or three words begins with a person's given name.
    private func isGivenName(first name: Range<Int>) -> Bool {
        (2...3).contains(name.count) && Lexicon.givenName(tree.tokens[name.lowerBound].form) != nil
    }

    /// Words that stand first in names and tell what is named.
    private static let firstWords: [String: String] = [
        "hurricane": "Event", "cyclone": "Event", "typhoon": "Event", "operation": "Event", "storm": "Event",
        "mount": "Place", "mt": "Place", "mt.": "Place", "lake": "Place", "fort": "Place", "cape": "Place",
        "port": "Place",
        "camp": "Place", "isle": "Place", "strait": "Place", "gulf": "Place", "el": "Place", "los": "Place",
        "las": "Place",
        "san": "Place", "santa": "Place",
    ]

    private func guess(_ keyword: NameKeyword, isPart: Bool) -> TypeGuess {
        let strength: TypeGuess.Strength = isPart ? .sure : .lexical
        switch keyword {
        case .organization: return TypeGuess("Organization", strength)
        case .government: return TypeGuess("GovernmentOrganization", strength)
        case .armedGroup: return TypeGuess("ArmedGroup", strength)
        case .place: return TypeGuess("Place", strength)
        case .event: return TypeGuess("Event", strength)
        case .law: return TypeGuess("Agreement", strength)
        case .work, .award: return TypeGuess("Work", strength)
        case .product: return TypeGuess("Product", strength)
        }
    }

    private func demonym(_ words: String, name: Range<Int>) -> TypeGuess? {
        // "Turkish Cypriots": a people of two names is neither's country.
        if name.count == 2, Lexicon.demonym(words) == nil,
            name.allSatisfy({ Lexicon.demonym(tree.tokens[$0].form) != nil })
        {
            return TypeGuess("Group", .sure)
        }
        guard name.count == 1, Lexicon.demonym(words) != nil else { return nil }
        let token = tree.tokens[name.lowerBound]
        // "in Arabic", "Arabic:": a language.
        if token.form.hasSuffix("ic") || token.form.hasSuffix("sh"), tree.tokens[name.lowerBound].xpos != "NNPS",
            !tree.children(name.lowerBound).contains(where: { tree.labels[$0] == .determiner })
        {
            return TypeGuess("Thing", .lexical)
        }
        return TypeGuess(token.xpos == "NNPS" || token.form.hasSuffix("s") ? "Group" : "Person", .lexical)
    }

    private func quoted(_ name: Range<Int>, head: Int) -> TypeGuess? {
        let quotation = view.quotation[name.lowerBound]
        guard quotation >= 0, view.quotations[quotation] == name else { return nil }
        if let nounClass = Lexicon.nounClass(tree.lemmas[head]), tree.tokens[head].upos != "PROPN" {
            return TypeGuess(Self.type(of: nounClass, isPlural: false), .lexical)
        }
        return TypeGuess("Work", .lexical)
    }

    /// What tables know of the name: cities, given names, well-known names, the class of its last common noun.
    private func lexical(_ words: String, name: Range<Int>) -> TypeGuess? {
        let first = tree.tokens[name.lowerBound].form
        let isGiven = Lexicon.givenName(first) != nil
        if Lexicon.city(named: words) != nil, !(name.count == 1 && isSubjectOfSpeech(name)) {
            return TypeGuess("City", .lexical)
        }
        if let known = Lexicon.instanceClasses(words).first {
            switch known {
            case .person: return TypeGuess("Person", .lexical)
            case .time: return TypeGuess("Date", .lexical)
            default: return TypeGuess(Self.type(of: known, isPlural: false), .lexical)
            }
        }
        if isGiven, name.count > 1 { return TypeGuess("Person", .sure) }
        if isInitial(first), name.count > 1 { return TypeGuess("Person", .lexical) }
        if isGiven { return TypeGuess("Person", .lexical) }
        if name.count > 1, let nounClass = Lexicon.nounClass(tree.words[name.upperBound - 1]) {
            switch nounClass {
            case .organization, .government, .armedGroup, .place, .building, .event, .work, .proposal, .law:
                return TypeGuess(Self.type(of: nounClass, isPlural: false), .lexical)
            default: break
            }
        }
        return nil
    }

    private func isInitial(_ form: String) -> Bool {
        form.unicodeScalars.count == 2 && form.hasSuffix(".")
            && form.unicodeScalars.first?.properties.isUppercase == true
    }

    private func isSubjectOfSpeech(_ name: Range<Int>) -> Bool {
        name.contains { token in
            tree.labels[token].isSubject && tree.heads[token] >= 0
                && Lexicon.contains(tree.lemmas[tree.heads[token]], in: .sayingVerb)
        }
    }
}
