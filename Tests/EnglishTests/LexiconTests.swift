import Testing

@testable import English

@Suite struct LexiconTests {
    @Test(arguments: [
        ("hostage", NounClass.person), ("minister", .person), ("summit", .event), ("group", .people),
        ("proposal", .proposal), ("embassy", .government), ("city", .place), ("hospital", .organization),
        ("week", .time), ("visit", .event), ("statement", .communication), ("vice-president", .person),
    ])
    func nounClasses(lemma: String, expected: NounClass) {
        #expect(Lexicon.nounClass(lemma) == expected)
    }

    @Test func unknownNounsHaveNoClass() {
        #expect(Lexicon.nounClass("zzyzx") == nil)
        #expect(Lexicon.nounClass("") == nil)
        #expect(!Lexicon.isPersonNoun("table"))
    }

    @Test(arguments: [
        ("visit", "visit"), ("criticism", "criticize"), ("negotiation", "negotiate"), ("invasion", "invade"),
        ("announcement", "announce"), ("death", "die"),
    ])
    func verbsOfEventNouns(noun: String, verb: String) {
        #expect(Lexicon.verb(forEventNoun: noun) == verb)
        #expect(Lexicon.verb(forAgentNoun: noun) == nil)
    }

    @Test func verbsOfAgentNouns() {
        #expect(Lexicon.verb(forAgentNoun: "negotiator") == "negotiate")
        #expect(Lexicon.verb(forAgentNoun: "leader") == "lead")
    }

    @Test(arguments: [
        ("U.S.", "United States"), ("US", "United States"), ("Britain", "United Kingdom"), ("IRAN", "Iran"),
        ("Gaza", "Gaza Strip"), ("Czechia", "Czech Republic"), ("Côte d'Ivoire", "Ivory Coast"),
    ])
    func countriesByName(name: String, canonical: String) {
        #expect(Lexicon.country(named: name)?.name == canonical)
    }

    @Test func countriesKeepTheirCase() {
        #expect(Lexicon.country(named: "us") == nil)
        #expect(Lexicon.country(named: "EU")?.kind == .bloc)
        #expect(Lexicon.country(named: "Hong Kong")?.kind == .territory)
    }

    @Test(arguments: [
        ("Israeli", "Israel"), ("israeli", "Israel"), ("Israelis", "Israel"), ("American", "United States"),
        ("British", "United Kingdom"), ("Emirati", "United Arab Emirates"), ("Palestinians", "Palestine"),
    ])
    func demonyms(word: String, place: String) {
        #expect(Lexicon.demonym(word) == place)
    }

    @Test func aCommonWordIsNoDemonym() {
        #expect(Lexicon.demonym("polish") == nil)
        #expect(Lexicon.demonym("Polish") == "Poland")
    }

    @Test func citiesAndCapitals() {
        #expect(Lexicon.city(named: "Paris") == City(isCapital: true, country: "France"))
        #expect(Lexicon.city(named: "Mumbai") == City(isCapital: false, country: "India"))
        #expect(Lexicon.city(named: "Atlantis") == nil)
    }

    @Test func givenNamesTitlesAndKeywords() {
        #expect(Lexicon.givenName("Benjamin") == .male)
        #expect(Lexicon.givenName("Mary")?.gender == .female)
        #expect(Lexicon.givenName("Xyzzy") == nil)
        #expect(Lexicon.title("Mrs") == Title(kind: .honorific, gender: .female))
        #expect(Lexicon.title("Prime Minister") == Title(kind: .office, gender: nil))
        #expect(Lexicon.nameKeywords("University") == [.organization])
        #expect(Lexicon.instanceClasses("Nile") == [.place])
        #expect(Lexicon.instanceClasses("Einstein") == [.person])
    }

    @Test func numbersUnitsAndDays() {
        #expect(Lexicon.numberWords("dozens") == [.vague(12)])
        #expect(Lexicon.numberWords("third") == [.ordinal(3), .fraction(3)])
        #expect(Lexicon.bounds("more than") == ["over"])
        #expect(Lexicon.unit("kilometres") == Unit(kind: .length, symbol: "km"))
        #expect(Lexicon.calendarWord("Tuesday") == .weekday(2))
        #expect(Lexicon.calendarWord("yesterday") == .relativeDay(-1))
    }

    @Test func everyClassOfTheListsIsKnown() {
        for line in String(decoding: Lexicon.words.bytes, as: UTF8.self).split(separator: "\n") {
            for name in line.split(separator: "\t")[1].split(separator: " ") {
                #expect(WordClass(rawValue: String(name)) != nil, "\(line)")
            }
        }
        #expect(Lexicon.contains("announce", in: .sayingVerb))
        #expect(Lexicon.contains("call for", in: .sayingPhrase))
        #expect(!Lexicon.contains("announce", in: .negator))
    }

    /// Binary search rests on this: keys strictly ascending by their bytes, each line with its value.
    @Test(arguments: [
        Lexicon.words, Lexicon.titles, Lexicon.nameKeywords, Lexicon.quantities, Lexicon.bounds, Lexicon.units,
        Lexicon.calendar, Lexicon.abbreviations, Lexicon.sentenceStarters, Lexicon.lemmas, Lexicon.nouns,
        Lexicon.derivations,
        Lexicon.countries, Lexicon.demonyms, Lexicon.cities,
        Lexicon.instances, Lexicon.givenNames, Lexicon.ownGivenNames, Lexicon.nameTypes,
    ])
    func tablesAreSorted(table: LexicalTable) {
        var previous: [UInt8] = []
        var count = 0
        for line in table.bytes.split(separator: 0x0a) {
            let key = Array(line.prefix { $0 != 0x09 })
            #expect(previous.lexicographicallyPrecedes(key))
            #expect(key.count + 1 < line.count)
            previous = key
            count += 1
        }
        #expect(count > 50)
    }

    @Test("What the types of names were learned from has a weight for each of seven kinds")
    func weightsOfNameTypes() {
        #expect(
            Lexicon.nameTypes.bytes.split(separator: 0x0a).allSatisfy {
                $0.split(separator: 0x09).last?.split(separator: 0x20).count == 7
            })
        #expect(Lexicon.nameTypeWeights(of: "bias")?.count == 7)
        #expect(Lexicon.nameTypeWeights(of: "never seen") == nil)
    }
}
