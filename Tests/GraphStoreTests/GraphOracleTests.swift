import RDF
import Testing

@testable import GraphStore

/// A graph against a plain set of triples, under random sequences of changes.
@Suite struct GraphOracleTests {
    @Test(arguments: 1...6)
    func agreesWithASet(_ seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        var graph = Graph()
        var oracle: Set<Triple> = []
        // Few terms make many patterns match; odd seeds have a graph beyond the delta's size.
        let variety = seed % 2 == 0 ? 6 : 12
        func term(_ kind: String, _ random: inout SplitMix) -> Term {
            .iri("http://example.org/\(kind)\(Int.random(in: 0..<variety, using: &random))")
        }
        func triple(_ random: inout SplitMix) -> Triple {
            let number = Int.random(in: 0..<variety, using: &random)
            let object: Term = Bool.random(using: &random) ? term("s", &random) : .integer(number)
            return Triple(term("s", &random), term("p", &random), object)
        }
        for _ in 0..<25 {
            switch Int.random(in: 0..<7, using: &random) {
            case 0, 1:
                for _ in 0..<20 {
                    let triple = triple(&random)
                    #expect(graph.insert(triple) == oracle.insert(triple).inserted)
                }
            case 2, 3:
                for _ in 0..<15 {
                    let triple = triple(&random)
                    #expect(graph.remove(triple) == (oracle.remove(triple) != nil))
                }
            case 4:
                let many = (0..<(seed % 3 == 0 ? 1500 : 50)).map { _ in triple(&random) }
                let before = oracle.count
                oracle.formUnion(many)
                #expect(graph.insert(contentsOf: many) == oracle.count - before)
            case 5:
                let many = Set((0..<100).map { _ in triple(&random) })
                let before = oracle.count
                oracle.formUnion(many)
                let summary = try graph.load(nTriples: NTriples.sortedLines(many))
                #expect(summary == LoadSummary(statements: many.count, added: oracle.count - before))
            default:
                let predicate = term("p", &random)
                let gone = oracle.filter { $0.predicate == predicate }
                oracle.subtract(gone)
                guard let id = graph.id(of: predicate) else { continue }
                #expect(graph.remove(matching: nil, id, nil) == gone.count)
            }
            check(graph, oracle, &random)
        }
        #expect(graph.nTriples() == NTriples.sortedLines(oracle))
    }

    /// All patterns of one triple, all orders, counts and statistics.
    private func check(_ graph: Graph, _ oracle: Set<Triple>, _ random: inout SplitMix) {
        #expect(graph.count == oracle.count)
        let all = graph.match()
        guard !all.isEmpty else { return }
        let chosen = all[Int.random(in: 0..<all.count, using: &random)]
        let (s, p, o) = (chosen.subject, chosen.predicate, chosen.object)
        let sample = Triple(graph.term(s), graph.term(p), graph.term(o))
        #expect(oracle.contains(sample))
        #expect(graph.contains(sample))
        for mask in 0..<8 {
            let (subject, predicate, object) = (
                mask & 1 == 0 ? nil : s, mask & 2 == 0 ? nil : p, mask & 4 == 0 ? nil : o
            )
            let expected = oracle.filter {
                (subject == nil || $0.subject == sample.subject)
                    && (predicate == nil || $0.predicate == sample.predicate)
                    && (object == nil || $0.object == sample.object)
            }
            let slice = graph.match(subject, predicate, object)
            #expect(triples(slice, graph) == expected)
            #expect(graph.count(subject, predicate, object) == expected.count)
            #expect(isSorted(slice))
        }
        for order in TripleOrder.allCases {
            let all = graph.slice(order)
            #expect(all.count == oracle.count)
            #expect(isSorted(all))
        }
        let bySubject = graph.slice(.pso, p)
        #expect(triples(bySubject, graph) == oracle.filter { $0.predicate == sample.predicate })
        #expect(isSorted(bySubject))
        #expect(Set(graph.predicates.map { graph.term($0) }) == Set(oracle.map(\.predicate)))
        #expect(graph.statistics(p).count == bySubject.count)
    }

    private func triples(_ slice: TripleSlice, _ graph: Graph) -> Set<Triple> {
        Set(
            (0..<slice.count).map {
                Triple(graph.term(slice[$0].subject), graph.term(slice[$0].predicate), graph.term(slice[$0].object))
            })
    }

    /// Strictly rising, so that nothing is there twice.
    private func isSorted(_ slice: TripleSlice) -> Bool {
        (0..<max(0, slice.count - 1)).allSatisfy { slice.order.key(slice[$0]) < slice.order.key(slice[$0 + 1]) }
    }
}

/// Random numbers from a seed, the same everywhere.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
