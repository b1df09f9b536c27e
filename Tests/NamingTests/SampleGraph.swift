@testable import Naming
import GraphStore
import RDF

/// A small graph in the model's shape.
enum Sample {
    static let vocabulary = TercetVocabulary()

    static func entity(_ slug: String) -> Term { .iri(vocabulary.entity + slug) }
    static func relation(_ name: String) -> Term { .iri(vocabulary.relation + name) }

    static let graph: Graph = {
        var triples: [Triple] = []
        let label = Term.iri(RDFS.label)
        let type = Term.iri(RDFVocabulary.type)
        func thing(_ term: Term, _ name: String, _ className: Term? = nil, aliases: [String] = []) {
            triples.append(Triple(term, label, .string(name)))
            if let className { triples.append(Triple(term, type, className)) }
            for alias in aliases { triples.append(Triple(term, .iri(SKOS.altLabel), .string(alias))) }
        }
        let person = Term.iri(Schema.namespace + "Person")
        let organization = Term.iri(Schema.namespace + "Organization")
        let proposal = Term.iri(vocabulary.ownClass + "Proposal")
        let agent = Term.iri(vocabulary.ownClass + "Agent")
        let property = Term.iri(RDFVocabulary.property)
        for (term, name) in [
            (person, "person"), (organization, "organization"), (proposal, "proposal"), (agent, "agent"),
        ] {
            thing(term, name, .iri(RDFS.classType))
        }
        triples.append(Triple(person, .iri(RDFS.subClassOf), agent))
        thing(entity("ada-okoro"), "Ada Okoro", person, aliases: ["Mayor Ada Okoro", "the mayor"])
        thing(entity("lars-lind"), "Lars Lind", person)
        thing(entity("anna-lind"), "Anna Lind", person)
        thing(entity("recep-erdogan"), "Recep Tayyip Erdoğan", person)
        thing(entity("dock-workers-union"), "Dock Workers Union", organization, aliases: ["the union"])
        thing(entity("harbour-plan"), "harbour plan", proposal)
        thing(entity("united-states"), "United States", nil, aliases: ["U.S."])
        thing(relation("holdsHostages"), "holds hostages", property)
        thing(relation("accepted"), "accepted", property, aliases: ["accept", "approve"])
        thing(relation("met"), "met", property, aliases: ["meet"])
        triples.append(Triple(relation("met"), type, .iri(OWL.symmetricProperty)))
        thing(relation("hasRole"), "has role", property)
        thing(relation("criticOf"), "critic of", property)
        triples += [
            Triple(entity("ada-okoro"), relation("met"), entity("lars-lind")),
            Triple(entity("lars-lind"), relation("met"), entity("ada-okoro")),
            Triple(entity("ada-okoro"), relation("hasRole"), .string("mayor")),
            Triple(entity("anna-lind"), relation("hasRole"), .string("captain")),
            Triple(entity("dock-workers-union"), relation("accepted"), entity("harbour-plan")),
            Triple(entity("dock-workers-union"), relation("holdsHostages"), .integer(3)),
        ]
        return Graph(triples)
    }()

    static let resolver = NameResolver(graph)
}
