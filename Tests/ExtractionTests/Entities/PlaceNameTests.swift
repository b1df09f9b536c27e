import English
import Testing

@testable import Extraction

@Suite("Names of places, peoples and bodies")
struct PlaceNameTests {
    @Test(
        "What only stands beside a place makes a place of an unknown name",
        arguments: [
            "Okar|NNP|4|nsubj ,|,|3|punct England|NNP|1|appos flooded:flood|VBD|0|root",
            "The|DT|2|det city|NN|5|nsubj of|IN|4|case Okar|NNP|2|nmod flooded:flood|VBD|0|root",
            "Okar|NNP|2|compound province|NN|3|nsubj flooded:flood|VBD|0|root",
            "Rain|NN|2|nsubj hit:hit|VBD|0|root northern|JJ|4|amod Okar|NNP|2|obj",
        ])
    func placed(notation: String) {
        #expect(mentions(notation).contains { $0.hasSuffix("(Okar) Place") })
    }

    @Test("A list of countries behind a person's name makes no place of him")
    func list() {
        #expect(
            mentions(
                "Holm|NNP|7|nsubj ,|,|3|punct France|NNP|1|appos and|CC|5|cc Spain|NNP|3|conj ,|,|7|punct met:meet|VBD|0|root"
            ).first == "Holm (Holm) Person")
    }

    @Test("What stands around a name counts where nothing does")
    func context() {
        #expect(
            mentions(
                "Rain|NN|2|nsubj fell:fall|VBD|0|root in|IN|4|case Okar|NNP|2|obl",
                "Rebels:rebel|NNS|2|nsubj left:leave|VBD|0|root Okar|NNP|2|obj"
            ).filter { $0.hasPrefix("Okar") } == ["Okar (Okar) Place", "Okar (Okar) Place"])
    }

    @Test("A people of two names is neither's country; South Korean is one name")
    func peoples() {
        #expect(
            mentions("The|DT|4|det Turkish|JJ|4|amod Cypriot|JJ|4|amod mayor|NN|5|nsubj spoke:speak|VBD|0|root")
                == ["The Turkish Cypriot mayor Person", "Turkish Cypriot (Turkish Cypriot) Group"])
        #expect(
            mentions("South|JJ|3|amod Korean|JJ|3|amod ships:ship|NNS|4|nsubj left:leave|VBD|0|root").last
                == "South Korean (South Korean) Country")
    }

    @Test("A number before a unit is part of its name, and a result behind a party none of it")
    func numbers() {
        #expect(
            mentions("The|DT|4|det 82nd|JJ|4|amod Airborne|NNP|4|compound Division|NNP|5|nsubj left:leave|VBD|0|root")
                == ["The 82nd Airborne Division (82nd Airborne Division) GovernmentOrganization"])
        #expect(
            mentions("Civic|NNP|2|compound Union|NNP|4|nsubj 44.1|CD|2|nummod won:win|VBD|0|root").first?
                .contains("(Civic Union)") == true)
    }

    @Test(
        "Capitals that hang on a body's name are part of it, whatever their tags; a ship is no person",
        arguments: [
            (
                "The|DT|5|det Royal|NNP|5|amod Canadian|NNP|5|amod Mounted|NNP|5|amod Police|NNP|6|nsubj met:meet|VBD|0|root",
                "Royal Canadian Mounted Police", "GovernmentOrganization"
            ),
            (
                "She|PRP|2|nsubj attended:attend|VBD|0|root the|DT|7|det British|NNP|7|amod American|NNP|7|amod Drama|NNP|7|compound Academy|NNP|2|obj",
                "British American Drama Academy", "Organization"
            ),
            (
                "She|PRP|2|nsubj joined:join|VBD|0|root All|DT|6|det Harland|NNP|6|compound Trade|NNP|6|compound Union|NNP|2|obj",
                "All Harland Trade Union", "Organization"
            ),
            (
                "The|DT|3|det USS|NNP|3|nmod:desc Ada|NNP|5|nsubj Okoro|NNP|3|flat sailed:sail|VBD|0|root",
                "USS Ada Okoro", "Product"
            ),
            (
                "Marine|JJ|2|amod Corps|NNP|3|nsubj landed:land|VBD|0|root", "Corps", "GovernmentOrganization"
            ),
        ])
    func capitals(notation: String, name: String, type: String) {
        #expect(mentions(notation).contains { $0.hasSuffix("(\(name)) \(type)") })
    }

    @Test("A ruler known by a given name is nobody who merely begins with it")
    func rulers() {
        #expect(
            chains(
                "Mary|NNP|3|nsubj Okoro|NNP|1|flat spoke:speak|VBD|0|root",
                "Queen|NNP|2|nmod:desc Mary|NNP|3|nsubj left:leave|VBD|0|root") == [])
    }

    @Test("A place that only tells where is not what acts")
    func setting() {
        #expect(
            chains(
                "The|DT|2|det plane|NN|5|nsubj from|IN|4|case Sweden|NNP|2|nmod turned:turn|VBD|0|root before|IN|8|mark it|PRP|8|nsubj landed:land|VBD|5|advcl"
            ) == [["The plane from Sweden", "it"]])
    }

    @Test("Georgia is the state where a report tells of the United States and of nothing Georgian")
    func georgias() {
        func names(_ trees: String...) -> [String?] {
            MentionFinder.mentions(in: trees.map { tree($0, startsLine: true) }).map(\.canonicalName)
        }
        let visit = "She|PRP|2|nsubj left:leave|VBD|0|root Georgia|NNP|2|obj"
        #expect(names(visit).last == "Georgia")
        #expect(
            names(visit, "Texas|NNP|2|nsubj voted:vote|VBD|0|root").dropFirst().first == "Georgia (U.S. state)")
    }

    @Test("The longest name that a table knows, and the word that makes another place of a place")
    func known() {
        #expect(
            mentions(
                "The|DT|3|det Islamic|NNP|3|compound State|NNP|8|nsubj of|IN|5|case Iraq|NNP|3|nmod and|CC|7|cc Syria|NNP|5|conj fell:fall|VBD|0|root"
            ).first == "The Islamic State of Iraq and Syria (Islamic State of Iraq and Syria) ArmedGroup")
        #expect(
            mentions("Northern|JJ|2|amod Ireland|NNP|3|nsubj voted:vote|VBD|0|root")
                == ["Northern Ireland (Northern Ireland) Country"])
    }

    @Test("A movement is one by all its names")
    func armedGroups() {
        let names = ["ISIL", "Daesh", "Islamic State", "al-Qaida"].map { Lexicon.country(named: $0)?.name }
        #expect(names == ["Islamic State", "Islamic State", "Islamic State", "al-Qaeda"])
        #expect(
            chains(
                "Daesh|NNP|2|nsubj fled:flee|VBD|0|root", "ISIL|NNP|2|nsubj returned:return|VBD|0|root")
                == [["Daesh", "ISIL"]])
    }

    @Test("A storm is called by its name alone")
    func storms() {
        #expect(
            chains(
                "Hurricane|NNP|2|compound Ada|NNP|3|nsubj struck:strike|VBD|0|root",
                "Ada|NNP|2|nsubj weakened:weaken|VBD|0|root")
                == [["Hurricane Ada", "Ada"]])
    }

    @Test("A state behind a university's name and a city behind it tell which of its universities")
    func campus() {
        #expect(
            mentions(
                "The|DT|2|det University|NNP|8|nsubj of|IN|4|case California|NNP|2|nmod ,|,|6|punct San|NNP|7|compound Diego|NNP|2|appos said:say|VBD|0|root"
            ).contains { $0.contains("(University of California , San Diego)") })
    }

    @Test("A commission keeps what it is on")
    func commission() {
        #expect(
            mentions(
                "The|DT|2|det Commission|NNP|6|nsubj on|IN|5|case Human|NNP|5|amod Rights|NNPS|2|nmod met:meet|VBD|0|root"
            ).contains { $0.contains("(Commission on Human Rights)") })
    }

    @Test("One of the ministers is who is named behind it")
    func oneOf() {
        #expect(
            chains(
                "One|CD|9|nsubj of|IN|4|case the|DT|4|det ministers:minister|NNS|1|nmod ,|,|6|punct Ana|NNP|1|appos Holm|NNP|6|flat ,|,|6|punct left:leave|VBD|0|root"
            ).contains { $0.contains("Ana Holm") && $0.count == 2 })
    }
}

@Suite("Bodies that every country has one of")
struct BodyNameTests {
    @Test(
        arguments: [
            ("Supreme Court", "supreme court", nil), ("U.S. Senate", "senate", "US"),
            ("Supreme Court of the United Kingdom", "supreme court", "GB"),
            ("Puerto Rico Senate", "senate", "Puerto Rico"),
            ("Security Council", "security council", "United Nations"), ("National Museum", "national museum", nil),
            ("European Parliament", "parliament", "Europe"),
        ] as [(String, String, String?)])
    func body(name: String, words: String, country: String?) {
        #expect(BodyName(name)?.words.joined(separator: " ") == words)
        #expect(BodyName(name)?.country == country)
    }

    @Test("A name that tells enough is none", arguments: ["Turku University", "Harbour Lines"])
    func telling(name: String) { #expect(BodyName(name) == nil) }

    /// What the places of a report, each a sentence of one word, say of whose its bodies are.
    private func country(_ names: (name: String, sentence: Int)...) -> String? {
        let mentions = names.map { name, sentence in
            Mention(
                head: TokenReference(sentence: sentence, token: 0), span: 0..<1, nameSpan: 0..<1, kind: .named,
                type: "Place", canonicalName: name, chain: 0)
        }
        return BodyName.country(of: mentions) { $0.canonicalName ?? "" }
    }

    @Test("A territory has bodies of its own; what the title names counts twice")
    func territory() {
        #expect(
            country(("Puerto Rico", 0), ("Puerto Rico", 1), ("United States", 2), ("United States", 3)) == "Puerto Rico"
        )
        #expect(country(("Spain", 1), ("France", 2), ("Italy", 3)) == nil)
    }

    @Test("A bare name that stands before a country's body is no short form of it; behind it, it is")
    func order() {
        let bare = "The|DT|2|det Senate|NNP|3|nsubj voted:vote|VBD|0|root"
        let full = "The|DT|3|det U.S.|NNP|3|compound Senate|NNP|4|nsubj voted:vote|VBD|0|root"
        #expect(!chains(bare, full).contains { $0.contains("The Senate") })
        #expect(chains(full, bare).contains { $0 == ["The U.S. Senate", "The Senate"] })
    }
}
