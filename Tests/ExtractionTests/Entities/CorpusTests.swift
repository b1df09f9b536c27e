import English
import Foundation
import RDF
import Testing

@testable import Extraction

@Suite("Entities across reports")
struct CorpusTests {
    /// A record that names people and other things, one sentence "X met Y." for each two.
    private func record(_ source: String, _ names: [(name: String, type: String)], titles: [String: [String]] = [:])
        -> ReportRecord
    {
        let entities = names.enumerated().map { index, one in
            LocalEntity(
                kind: .named, type: one.type, isTypeSure: true, canonicalName: nil, label: one.name, names: [one.name],
                surfaceForms: [one.name], titles: titles[one.name] ?? [], isGeneric: false, begin: index * 10,
                end: index * 10 + 5)
        }
        let claim = ClaimRecord(
            id: SHA256.hexadecimal(of: source), sentence: 0, range: 0..<5, relation: "met", isNamed: true,
            surface: "met",
            subject: 0, object: .entity(entities.count - 1), polarity: .affirmed, certainty: .stated, tense: .past,
            attribution: [], qualifiers: [], contents: [], isFact: true)
        return ReportRecord(
            hash: SHA256.hexadecimal(of: "text of " + source), source: source, title: nil, date: nil,
            sentences: [SentenceRecord(range: 0..<5, text: "They met.")], entities: entities, claims: [claim])
    }

    private func labels(_ records: [ReportRecord]) -> [String] {
        var corpus = Corpus()
        for record in records { corpus.add(record) }
        return corpus.entities().entities.map { "\($0.identifier): \($0.otherLabels.joined(separator: ", "))" }
    }

    @Test("A surname in one report is the only person of that surname in another")
    func surname() {
        let full = record("a", [("Ada Okoro", "Person"), ("Lars Lind", "Person")])
        let short = record("b", [("Okoro", "Person")])
        #expect(labels([full, short]) == ["ada-okoro: Okoro", "lars-lind: "])
    }

    @Test("A lone name that many bear needs a title, or a second report that names its bearer in full")
    func commonSurname() {
        let full = record("a", [("Ada Scott", "Person")], titles: ["Ada Scott": ["mayor"]])
        let short = record("b", [("Scott", "Person")])
        #expect(labels([full, short]) == ["ada-scott: ", "scott: "])
        let titled = record("c", [("Scott", "Person")], titles: ["Scott": ["mayor"]])
        #expect(labels([full, titled]) == ["ada-scott: Scott"])
        #expect(labels([full, short, record("d", [("Ada Scott", "Person")])]) == ["ada-scott: Scott"])
    }

    @Test("Two people of one surname are never one; a title decides for whom it is meant, nothing else does")
    func twoOfOneSurname() {
        let first = record("a", [("Ada Okoro", "Person")], titles: ["Ada Okoro": ["mayor"]])
        let second = record("b", [("Ben Okoro", "Person")], titles: ["Ben Okoro": ["judge"]])
        let bare = record("c", [("Okoro", "Person")])
        #expect(labels([first, second, bare]) == ["ada-okoro: ", "ben-okoro: ", "okoro: "])
        let titled = record("d", [("Okoro", "Person")], titles: ["Okoro": ["judge"]])
        #expect(labels([first, second, titled]) == ["ada-okoro: ", "ben-okoro: Okoro"])
    }

    @Test("A surname alone is the person of whom by far most reports speak; one mistaken title decides nothing")
    func famousSurname() {
        let famous = (1...6).map { record("a\($0)", [("Ada Okoro", "Person")], titles: ["Ada Okoro": ["president"]]) }
        let other = record("b", [("Ben Okoro", "Person")], titles: ["Ben Okoro": ["president"]])
        let bare = record("c", [("Okoro", "Person")])
        #expect(labels(famous + [other, bare]) == ["ada-okoro: Okoro", "ben-okoro: "])
        let titled = record("d", [("Okoro", "Person")], titles: ["Okoro": ["president"]])
        #expect(labels(famous + [other, titled]) == ["ada-okoro: Okoro", "ben-okoro: "])
        #expect(labels([famous[0], other, titled]) == ["ada-okoro: ", "ben-okoro: ", "okoro: "])
    }

    @Test("A middle name, diacritics, dots and case make no second person")
    func forms() {
        let reports = [
            record("a", [("Jan K. Dvořák", "Person")]), record("b", [("Jan Dvorak", "Person")]),
            record("c", [("JAN DVORAK", "Person")]),
        ]
        #expect(labels(reports).count == 1)
    }

    @Test("An acronym is the body with these initials; a word of a place's name is no short form of it")
    func acronyms() {
        let reports = [
            record("a", [("Northern Fishing Union", "Organization"), ("Perth Ontario", "Place")]),
            record("b", [("NFMU", "Organization"), ("Perth", "Place")]),
            record("c", [("Northern Fishers and Miners Union", "Organization")]),
        ]
        #expect(
            labels(reports) == [
                "northern-fishers-and-miners-union: NFMU", "northern-fishing-union: ", "perth: ", "perth-ontario: ",
            ])
    }

    @Test("Three letters are a body's where a report uses them beside its name; elsewhere they may be another's")
    func threeLetters() {
        let named = record("a", [("Northern Fishing Union", "Organization")])
        let short = record("b", [("NFU", "Organization")])
        #expect(labels([named, short]).count == 2)
        var both = record("c", [("Northern Fishing Union", "Organization")])
        both.entities[0].names.append("NFU")
        #expect(labels([named, short, both]) == ["northern-fishing-union: NFU"])
    }

    @Test("A place is no short form of its council or its team, nor a company of somebody who bears its name")
    func otherKinds() {
        var council = record("a", [("Turku Council", "Organization"), ("Hannah Lind", "Person")])
        council.entities[0].names.append("Turku")
        let place = record("b", [("Turku", "City"), ("Lind", "Company")])
        #expect(labels([council, place]).count == 4)
    }

    @Test("An event that comes again is one within its year")
    func recurring() {
        #expect(
            ["World Cup", "Winter Olympics", "2014 World Cup", "Olympics", "Cup"].map { RecurringEvent.isName($0) }
                == [true, true, false, true, false])
        var reports = ["a", "b", "c"].map { record($0, [("World Cup", "Event")]) }
        for (index, setting) in ["year 2014", "year 2014", "year 2018"].enumerated() {
            reports[index].entities[0].setting = setting
        }
        #expect(labels(reports).count == 2)
    }

    @Test("A body that every country has is one within its country; its name alone is no evidence")
    func bodies() {
        var reports = [
            record("a", [("Supreme Court", "GovernmentOrganization")]),
            record("b", [("U.S. Supreme Court", "GovernmentOrganization")]),
            record("c", [("Supreme Court", "GovernmentOrganization")]),
        ]
        for (index, setting) in ["US", "US", "IN"].enumerated() { reports[index].entities[0].setting = setting }
        #expect(labels(reports) == ["supreme-court: ", "us-supreme-court: Supreme Court"])
    }

    @Test("Words that many bodies are called by are no short form of one of them in another report")
    func keywords() {
        var full = record("a", [("Harland University", "Organization")])
        full.entities[0].names.append("University")
        #expect(labels([full, record("b", [("University", "Organization")])]).count == 2)
    }

    @Test("Descriptions of two reports are two entities that add a hash to their name")
    func descriptions() throws {
        var corpus = Corpus()
        corpus.add(try ExampleReport.analysis())
        var other = try ExampleReport.analysis(source: "other.txt")
        other.hash = SHA256.hexadecimal(of: "other")
        corpus.add(other)
        let unions = corpus.entities().entities.filter { $0.label == "union" }.map(\.identifier)
        #expect(unions.count == 2)
        #expect(unions.allSatisfy { $0.hasPrefix("union-") && $0.count == 14 })
        #expect(corpus.entities().entities.count { $0.label == "Ada Okoro" } == 1)
    }

    @Test("No order of adding shows, and what was added and removed leaves no trace", arguments: 0..<6)
    func order(seed: Int) throws {
        let records = [
            record("a", [("Ada Okoro", "Person"), ("Lars Lind", "Person")]), record("b", [("Okoro", "Person")]),
            record("c", [("Ben Okoro", "Person")]), record("d", [("NFU", "Organization")]),
            record("e", [("Northern Fishing Union", "Organization"), ("Lind", "Person")]),
        ]
        func export(_ records: [ReportRecord]) -> String {
            var corpus = Corpus()
            for record in records { corpus.add(record) }
            return lines(corpus.triples())
        }
        var order = records
        var random = SystemRandomNumberGenerator()
        order.shuffle(using: &random)
        #expect(export(order) == export(records))
        var corpus = Corpus()
        for record in order { corpus.add(record) }
        let gone = records[seed % records.count]
        corpus.remove(ReportKey(hash: gone.hash, source: gone.source))
        #expect(lines(corpus.triples()) == export(records.filter { $0 != gone }))
    }
}

@Suite("Forms of names")
struct NameFormTests {
    @Test(arguments: [
        ("Joe Biden", "joe-biden"), ("U.S. Steel", "us-steel"), ("Recep Erdoğan", "recep-erdogan"), ("AT&T", "atandt"),
        ("the Hague", "hague"), ("Hamas's", "hamas"), ("北京", "北京"), ("—", "unnamed"), ("O’Brien", "obrien"),
    ])
    func slugs(name: String, slug: String) {
        #expect(NameForms.slug(name) == slug)
    }

    @Test(arguments: [
        ("PG&E", true), ("WHO", true), ("Who", false), ("U.S.", true), ("MoD", true), ("NEW YORK CITY", false),
    ])
    func acronyms(name: String, isAcronym: Bool) {
        #expect(NameForms.looksLikeAcronym(name) == isAcronym)
    }

    @Test(arguments: [
        ("european union", "eu", true), ("department of justice", "doj", true),
        ("pacific gas and electric", "pacific gas", true),
        ("european union", "union european", false), ("european union", "uk", false),
    ])
    func explaining(full: String, short: String, explains: Bool) {
        #expect(NameForms.explains(full: NameForms.words(full), short: NameForms.words(short)) == explains)
    }
}
