import RDF
import Testing

@testable import Extraction

@Suite("The relation vocabulary")
struct VocabularyTests {
    @Test("The project's own file is well formed and has its relations")
    func embedded() {
        let vocabulary = RelationVocabulary.embedded
        #expect(vocabulary.names.count >= 90)
        #expect(vocabulary.relation(named: "met")?.isSymmetric == true)
        #expect(vocabulary.relation(named: "holdsHostages")?.takesQuantity == true)
        #expect(vocabulary.relations(ofBareVerb: "endorse").first == "backs")
    }

    @Test("A user's file adds relations, and patterns to relations that exist")
    func extended() {
        var vocabulary = RelationVocabulary.embedded
        let errors = vocabulary.add(
            "# mine\nmoored\tAgent\tPlace\tmoor~in\nvisited\tPerson|Group\tPlace|Agent\tcanoe~up\n",
            source: "mine.tsv")
        #expect(errors.isEmpty)
        #expect(vocabulary.names.last == "moored")
        let visits = vocabulary.verbPatterns["canoe"]?.map { vocabulary.relations[$0.relation].name }
        #expect(visits == ["visited"])
    }

    @Test(
        "A malformed line is told with its place and what to do; the others count",
        arguments: [
            ("moored\tAgent", "a relation needs four columns: relation, domain, range, patterns; this line has 2", 1),
            ("Moored\tAgent\tPlace\tmoor~in", "\"Moored\" is not a relation's name", 1),
            ("moored\tagent\tPlace\tmoor~in", "\"agent\" is not a list of classes", 8),
            ("moored\tAgent\tPlace\tmoor~in,moor[", "\"moor[\" is not a pattern", 28),
            ("moored\tAgent\tPlace\tmoor:how", "\"moor:how\" is not a pattern", 20),
        ])
    func malformed(line: String, message: String, column: Int) {
        var vocabulary = RelationVocabulary()
        let errors = vocabulary.add("docked\tAgent\tPlace\tdock~in\n" + line, source: "mine.tsv")
        #expect(errors.map(\.message) == [message])
        #expect(errors.first?.line == 2)
        #expect(errors.first?.column == column)
        #expect(errors.first?.source == "mine.tsv")
        #expect(vocabulary.names == ["docked"])
    }

    @Test(
        "Open relations have names that do not depend on tense",
        arguments: [
            ("navigate", nil, [], nil, "navigates"), ("depend", nil, [], "on", "dependsOn"),
            ("criticize", "criticized", [], "for", "criticizedFor"), ("pass", nil, ["out"], nil, "passesOut"),
            ("carry", nil, [], nil, "carries"), ("go", nil, [], "out_of", "goesOutOf"), ("have", nil, [], nil, "has"),
        ] as [(String, String?, [String], String?, String)])
    func names(lemma: String, participle: String?, particles: [String], preposition: String?, name: String) {
        #expect(
            OpenRelationName.verb(lemma: lemma, participle: participle, particles: particles, preposition: preposition)
                == name)
    }
}
