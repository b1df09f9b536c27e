import Foundation
import RDF
import Testing

@testable import GraphStore

/// Predicates stand in the permutations as numbers of one byte, of two, or as they are, by how many there are.
@Suite struct PredicateColumnTests {
    private static let namespace = "http://example/"

    /// Triples with each of some predicates, many of the first few.
    private static func triples(predicates count: Int) -> [Triple] {
        func iri(_ name: String) -> Term { .iri(namespace + name) }
        let rare = (0..<count).map { Triple(iri("s\($0 % 50)"), iri("p\($0)"), iri("o\($0 % 7)")) }
        let common = (0..<400).map { Triple(iri("s\($0 % 20)"), iri("p\($0 % min(count, 3))"), iri("o\($0 % 90)")) }
        return rare + common
    }

    private func graph(predicates count: Int) throws -> Graph {
        let lines = Self.triples(predicates: count).map { triple in
            var bytes: [UInt8] = []
            CanonicalForm.append(triple, to: &bytes)
            return bytes
        }
        var graph = Graph()
        try graph.load(nTriples: Array(lines.joined()))
        return graph
    }

    @Test(arguments: [1, 2, 255, 256, 257, 700, 65_536, 65_537])
    func `Every pattern finds what a set of the triples has`(count: Int) throws {
        let all = Self.triples(predicates: count)
        let triples = Set(all)
        let graph = try graph(predicates: count)
        #expect(graph.count == triples.count)
        var asked: [(Term?, Term?, Term?)] = [(nil, nil, nil)]
        // The first, the last, and some in between; fewer of a large graph, which takes longer to look through.
        for triple in stride(from: 0, to: all.count, by: all.count / (count > 1000 ? 1 : 12)).map({ all[$0] })
            + all.suffix(1)
        {
            for mask in 1..<8 {
                asked.append(
                    (
                        mask & 1 > 0 ? triple.subject : nil, mask & 2 > 0 ? triple.predicate : nil,
                        mask & 4 > 0 ? triple.object : nil
                    ))
            }
        }
        asked.append((.iri(Self.namespace + "s0"), .iri(Self.namespace + "o0"), nil))
        for (subject, predicate, object) in asked {
            func id(_ term: Term?) -> TermID? { term.flatMap { graph.id(of: $0) } }
            let slice = graph.match(id(subject), id(predicate), id(object))
            let found = (0..<slice.count).map { place in
                Triple(
                    graph.term(slice.subjects[place]), graph.term(slice.predicates[place]),
                    graph.term(slice.objects[place]))
            }
            let wanted = triples.filter {
                (subject == nil || $0.subject == subject) && (predicate == nil || $0.predicate == predicate)
                    && (object == nil || $0.object == object)
            }
            #expect(Set(found) == wanted && found.count == wanted.count)
            #expect(graph.count(id(subject), id(predicate), id(object)) == wanted.count)
        }
    }

    @Test(arguments: [3, 300, 66_000])
    func `A saved graph is the same when it is opened`(count: Int) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("columns-\(count)-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let graph = try graph(predicates: count)
        var file = try SectionWriter(path: path, version: 1)
        graph.write(to: &file, prefix: "g")
        try file.close(isDurable: false)
        let opened = try Graph(from: SectionReader(path: path, latest: 1), prefix: "g")
        #expect(opened.nTriples() == graph.nTriples())
        let subject = opened.id(of: .iri(Self.namespace + "s1"))
        #expect(opened.match(subject, nil, nil).count == graph.match(subject, nil, nil).count)
    }

    @Test func `Triples are added to encoded columns and taken out`() throws {
        var graph = try graph(predicates: 300)
        var triples = Set(Self.triples(predicates: 300))
        let new = Triple(.iri("urn:s"), .iri("urn:p"), .string("new"))
        let old = try #require(Self.triples(predicates: 300).first)
        graph.insert(new)
        triples.insert(new)
        graph.remove(old)
        triples.remove(old)
        #expect(graph.count == triples.count && graph.contains(new) && !graph.contains(old))
        let reloaded = Graph(triples)
        #expect(graph.nTriples() == reloaded.nTriples())
    }
}

/// Graphs that are small beside the dictionary that they share keep their permutations by what they hold.
@Suite struct SmallNamedGraphTests {
    @Test func `Many small graphs find what each of them has`() throws {
        var lines = ""
        for graph in 0..<300 {
            for triple in 0..<5 {
                lines += "<urn:s\(graph * 7 + triple)> <urn:p\(triple % 3)> <urn:o\(triple)> <urn:g\(graph)> .\n"
                // Said twice, held once.
                if triple == 0 { lines += "<urn:s\(graph * 7)> <urn:p0> <urn:o0> <urn:g\(graph)> .\n" }
            }
        }
        var dataset = Dataset()
        try dataset.load(Array(lines.utf8), syntax: .nQuads)
        #expect(dataset.count == 1500 && dataset.names.count == 300)
        for number in [0, 150, 299] {
            let graph = try #require(dataset.graph(named: .iri("urn:g\(number)")))
            func id(_ name: String) -> TermID? { graph.id(of: .iri("urn:" + name)) }
            #expect(graph.count == 5 && graph.predicates.count == 3)
            #expect(graph.count(id("s\(number * 7)"), nil, nil) == 1)
            #expect(graph.count(nil, id("p0"), nil) == 2 && graph.count(nil, id("p2"), nil) == 1)
            #expect(graph.count(nil, id("p1"), id("o4")) == 1 && graph.count(nil, id("p1"), id("o3")) == 0)
            #expect(graph.count(nil, nil, id("o4")) == 1 && graph.count(id("s\(number == 0 ? 700 : 0)"), nil, nil) == 0)
            let statistics = graph.statistics(try #require(id("p0")))
            #expect(statistics == PredicateStatistics(count: 2, distinctSubjects: 2, distinctObjects: 2))
            #expect(String(decoding: graph.nTriples(), as: UTF8.self).split(separator: "\n").count == 5)
        }
        let name = try #require(dataset.defaultGraph.id(of: .iri("urn:g150")))
        dataset.insert(Triple(.iri("urn:new"), .iri("urn:p0"), .string("new")), into: .iri("urn:g150"))
        dataset.remove(Triple(.iri("urn:s1050"), .iri("urn:p0"), .iri("urn:o0")), from: .iri("urn:g150"))
        let changed = try #require(dataset.graph(named: name))
        #expect(changed.count == 5 && changed.match().count == 5)
    }
}
