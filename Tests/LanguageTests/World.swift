import GraphStore
import RDF

/// A fixed sequence of numbers: tests are the same on every run.
struct Sequence64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// An element of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[Int(next() % UInt64(list.count))] }

    /// True in so many of a hundred cases.
    mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }
}

/// A made-up graph in the model's shape: people, groups, proposals, facts, and claims of every certainty and polarity.
enum World {
    static let vocabulary = TercetVocabulary()
    static let people = ["Ada Okoro", "Lars Lind", "Mina Park", "Juan Díaz", "Olga Petrova", "Tom Baker"]
    static let groups = ["Harbour Union", "Port Authority", "Green League", "River Council"]
    static let things = ["harbour plan", "tunnel project", "night ferry"]
    static let places = ["Turku", "Port Vell"]
    static let relations = ["met", "criticized", "backs", "accepted", "visited", "leads"]
    static let roles = ["mayor", "captain", "clerk"]
    static let counts = ["holds ships", "reported losses"]
    static let days = ["2024-03-04", "2024-03-05", "2024-04", "2023", "2024"]

    static func entity(_ name: String) -> Term {
        .iri(vocabulary.entity + String(name.lowercased().map { $0 == " " ? "-" : $0 == "í" ? "i" : $0 }))
    }

    static func relation(_ name: String) -> Term {
        let words = name.split(separator: " ")
        return .iri(vocabulary.relation + words[0] + words.dropFirst().map(\.capitalized).joined())
    }

    static let triples: [Triple] = {
        var world = Builder()
        world.describe()
        for number in 0..<70 { world.addClaim(number) }
        return world.triples
    }()

    static let graph = Graph(triples)
}

/// Puts the graph together.
private struct Builder {
    var triples: [Triple] = []
    var numbers = Sequence64(seed: 7)

    mutating func add(_ subject: Term, _ predicate: String, _ object: Term) {
        triples.append(Triple(subject, .iri(predicate), object))
    }

    mutating func describe() {
        let type = RDFVocabulary.type
        let classes = [
            ("Person", "person"), ("Organization", "organization"), ("Place", "place"), ("CreativeWork", "work"),
        ]
        let agent = Term.iri(World.vocabulary.ownClass + "Agent")
        add(agent, RDFS.label, .string("agent"))
        add(agent, type, .iri(RDFS.classType))
        for (name, label) in classes {
            let term = Term.iri(Schema.namespace + name)
            add(term, type, .iri(RDFS.classType))
            add(term, RDFS.label, .string(label))
            if name == "Person" || name == "Organization" { add(term, RDFS.subClassOf, agent) }
        }
        let kinds = [
            (World.people, "Person"), (World.groups, "Organization"), (World.places, "Place"),
            (World.things, "CreativeWork"),
        ]
        for (names, className) in kinds {
            for name in names {
                add(World.entity(name), RDFS.label, .string(name))
                add(World.entity(name), type, .iri(Schema.namespace + className))
            }
        }
        add(World.entity("Mina Park"), SKOS.altLabel, .string("the envoy"))
        for name in World.relations + World.counts + ["has role"] {
            add(World.relation(name), RDFS.label, .string(name))
            add(World.relation(name), type, .iri(RDFVocabulary.property))
        }
        add(World.relation("met"), type, .iri(OWL.symmetricProperty))
        for report in 0..<3 {
            let term = Term.iri(World.vocabulary.report + "r\(report)")
            add(term, type, .iri(Schema.namespace + "NewsArticle"))
            add(term, DCTerms.source, .string("day\(report)/report.txt"))
            add(term, DCTerms.issued, .literal(Literal("2024-0\(report + 3)-10", datatype: XSD.date)))
        }
    }

    mutating func addClaim(_ number: Int) {
        let claim = Term.iri(World.vocabulary.claim + "c\(number)")
        let subject = World.entity(numbers.pick(World.people + World.groups))
        var relation = World.relation(numbers.pick(World.relations))
        var object = World.entity(numbers.pick(World.people + World.groups + World.things + World.places))
        if number.isMultiple(of: 5) {
            relation = World.relation(numbers.pick(World.counts))
            object = .integer(Int(numbers.next() % 50))
        } else if number.isMultiple(of: 7) {
            relation = World.relation("has role")
            object = .string(numbers.pick(World.roles))
        }
        let report = "r\(numbers.next() % 3)"
        let sentence = Term.iri(World.vocabulary.report + report + "#char=\(number * 40),\(number * 40 + 39)")
        add(sentence, NIF.referenceContext, .iri(World.vocabulary.report + report))
        add(sentence, NIF.beginIndex, .integer(number * 40))
        add(sentence, NIF.endIndex, .integer(number * 40 + 39))
        add(sentence, NIF.anchorOf, .string("Sentence \(number) of the \(numbers.pick(World.things))."))
        add(claim, RDFVocabulary.type, .iri(RDFVocabulary.statement))
        add(claim, RDFVocabulary.subject, subject)
        add(claim, RDFVocabulary.predicate, relation)
        add(claim, RDFVocabulary.object, object)
        add(claim, PROV.wasDerivedFrom, sentence)
        add(claim, NIF.beginIndex, .integer(number * 40 + 2))
        add(claim, NIF.endIndex, .integer(number * 40 + 20))
        var isFact = true
        func property(_ name: String) -> String { World.vocabulary.property(name) }
        if numbers.chance(25) {
            add(claim, property("certainty"), .string(numbers.pick(["hedged", "conditional", "unrealised"])))
            isFact = false
        }
        if numbers.chance(15) {
            add(claim, property("polarity"), .string("negated"))
            isFact = false
        }
        if numbers.chance(20) {
            add(claim, PROV.wasAttributedTo, World.entity(numbers.pick(World.people)))
            isFact = false
        }
        if numbers.chance(10) {
            add(claim, property("tense"), .string("future"))
            isFact = false
        }
        if numbers.chance(40) {
            let day = numbers.pick(World.days)
            let datatype = day.count == 10 ? XSD.date : day.count == 7 ? XSD.gYearMonth : XSD.gYear
            add(claim, property("date"), .literal(Literal(day, datatype: datatype)))
        }
        if numbers.chance(40) { add(claim, property("place"), World.entity(numbers.pick(World.places))) }
        if case .literal(let literal) = object, literal.datatype == XSD.integer {
            add(claim, property("unit"), .string(numbers.pick(["km", "people"])))
            if numbers.chance(50) { add(claim, property("bound"), .string("atLeast")) }
        }
        guard isFact else { return }
        triples.append(Triple(subject, relation, object))
        if relation == World.relation("met") { triples.append(Triple(object, relation, subject)) }
    }
}
