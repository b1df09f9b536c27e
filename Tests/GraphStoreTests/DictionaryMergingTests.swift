import RDF
import Testing

@testable import GraphStore

@Suite struct DictionaryMergingTests {
    static let terms: [Term] = [
        .iri("http://news.example/a"), .iri("http://news.example/b"), .iri("urn:tercet:report/1#char=0,5"),
        .iri("plain"),
        .iri(""), .blank("b1"), .string(""), .string("Ada \"Okoro\"\n"), .integer(105),
        .literal(Literal("2024-06-05", datatype: XSD.date)),
        .literal(Literal("x", datatype: "http://news.example/type")),
        .literal(Literal("maire", language: "fr")), .literal(Literal("maire", language: "fr-CA")),
    ]

    @Test("Terms of another graph are the same terms here, whichever of them were here before")
    func merging() {
        for known in 0...Self.terms.count {
            var other = Graph()
            let old = Self.terms.map { other.intern($0) }
            var graph = Graph()
            let before = Self.terms.reversed().prefix(known).map { graph.intern($0) }
            let ids = graph.intern(termsOf: other)
            #expect(graph.termCount == Self.terms.count)
            for (term, id) in zip(Self.terms, old) {
                #expect(graph.term(ids[Int(id.rawValue)]) == term)
                #expect(graph.id(of: term) == ids[Int(id.rawValue)])
            }
            #expect(zip(Self.terms.reversed(), before).allSatisfy { graph.id(of: $0) == $1 })
        }
    }

    @Test("Where one of two tables has no room for more namespaces, a term is still one")
    func fullTables() {
        var full = Graph()
        for number in 0..<60_100 { _ = full.intern(.iri("http://x.example/\(number)/a")) }
        var small = Graph()
        for number in [0, 59_999, 60_050, 60_200] { _ = small.intern(.iri("http://x.example/\(number)/a")) }
        let count = full.termCount
        #expect(full.intern(termsOf: small).count == 5)
        #expect(full.termCount == count + 1)
        let ids = small.intern(termsOf: full)
        #expect(small.termCount == full.termCount)
        for id in ids.indices.dropFirst() { #expect(small.term(ids[id]) == full.term(TermID(UInt32(id)))) }
    }
}
