import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import Naming

/// An index that follows changes is what one made anew is.
struct NameIndexUpdateTests {
    @Test("Names come, go and change, things become relations and classes: the index follows", arguments: [1, 2, 3, 4])
    func follows(seed: UInt64) {
        var random = Numbers(state: seed)
        let entities = (0..<8).map { Sample.entity("thing-\($0)") }
        let relations = (0..<4).map { Sample.relation("relation\($0)") }
        let classes =
            (0..<3).map { Term.iri(Sample.vocabulary.ownClass + "Class\($0)") } + [
                .iri(Schema.namespace + "Person"), .iri(RDFVocabulary.property), .iri(RDFS.classType),
            ]
        let names = [
            "Ada Okoro", "Ben Okoro", "the mayor", "United Nations", "union", "Union", "holds hostages", "met", "meets",
            "World Health Organization", "city",
        ]
        let all = entities + relations + classes
        func triple() -> Triple {
            switch random.next() % 6 {
            case 0, 1: Triple(all.pick(&random), .iri(RDFS.label), .string(names.pick(&random)))
            case 2: Triple(all.pick(&random), .iri(SKOS.altLabel), .string(names.pick(&random)))
            case 3: Triple(all.pick(&random), .iri(RDFVocabulary.type), classes.pick(&random))
            case 4: Triple(classes.pick(&random), .iri(RDFS.subClassOf), classes.pick(&random))
            default: Triple(entities.pick(&random), relations.pick(&random), entities.pick(&random))
            }
        }
        var graph = Graph((0..<40).map { _ in triple() })
        var resolver = NameResolver(graph, vocabulary: Sample.vocabulary)
        for step in 0..<60 {
            var changes = TripleChanges()
            for _ in 0..<3 {
                let one = triple()
                let ids = IDTriple(graph.intern(one.subject), graph.intern(one.predicate), graph.intern(one.object))
                if graph.remove(ids) {
                    changes.removed.append(ids)
                } else if graph.insert(ids) {
                    changes.inserted.append(ids)
                }
            }
            resolver.release()
            resolver.update(graph, changes)
            let fresh = NameIndex(graph, vocabulary: Sample.vocabulary)
            #expect(resolver.index.labels == fresh.labels, "step \(step)")
            for kind in [\NameIndex.entities, \NameIndex.relations, \NameIndex.classes] {
                let (found, expected) = (resolver.index[keyPath: kind], fresh[keyPath: kind])
                for table in [
                    \NameIndex.Forms.written, \.labels, \.aliases, \.inflections, \.aliasInflections, \.shortForms,
                ] {
                    #expect(
                        found[keyPath: table].mapValues(Set.init) == expected[keyPath: table].mapValues(Set.init),
                        "step \(step)")
                }
                #expect(found.all == expected.all, "step \(step)")
            }
            #expect(resolver.isCurrent(for: graph))
        }
    }

    /// Small, seeded, the same everywhere.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }
}

extension Array {
    fileprivate func pick(_ random: inout some RandomNumberGenerator) -> Element {
        self[Int.random(in: indices, using: &random)]
    }
}
