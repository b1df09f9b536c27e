import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import QueryEngine

/// Random algebra over random small graphs, compared with the reference evaluator as multisets of rows.
@Suite struct RandomAlgebraTests {
    @Test(arguments: 0..<60)
    func `The engine agrees with the definition`(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed) &* 7919 &+ 17)
        for round in 0..<50 {
            var generator = AlgebraGenerator(random: random)
            let triples = generator.triples()
            let algebra = generator.algebra(depth: 3)
            random = generator.random
            let variables = algebra.visibleVariables.sorted()
            let expected = ReferenceEvaluator(triples: triples).evaluate(algebra)
            // Products of products are no use as tests.
            if expected.count > 20000 { continue }
            let query = Query(form: .select(variables), algebra: algebra)
            // Sorted permutations take other operators than what was inserted since they were sorted.
            var graph = Graph(triples)
            if round % 2 == 1 {
                graph = Graph()
                for triple in triples { graph.insert(triple) }
            }
            guard case .solutions(let solutions) = try Engine(graph).evaluate(query) else { continue }
            let actual = (0..<solutions.count).map { row in
                solutions.row(row).map { $0.map(Engine.short) ?? "-" }.joined(separator: " ")
            }
            let wanted = expected.map { solution in
                variables.map { solution[$0].map(Engine.short) ?? "-" }.joined(separator: " ")
            }
            if actual.sorted() != wanted.sorted() {
                Issue.record(
                    "seed \(seed) round \(round): \(algebra)\n\(triples)\n\(actual.sorted())\n\(wanted.sorted())")
                return
            }
        }
    }
}

/// A small deterministic generator.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Makes graphs and algebra over a few names, so that joins have matches.
struct AlgebraGenerator {
    var random: SplitMix

    private static let nodes = ["a", "b", "c", "d"]
    private static let predicates = ["p", "q", "r"]
    private static let variables = ["x", "y", "z", "w"]

    private mutating func pick<Element>(_ items: [Element]) -> Element {
        items[Int(random.next() % UInt64(items.count))]
    }

    private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

    mutating func triples() -> [Triple] {
        var triples: Set<Triple> = []
        for _ in 0..<(2 + Int(random.next() % 10)) {
            var object = Make.iri(pick(Self.nodes))
            if chance(30) { object = .integer(Int(random.next() % 3)) }
            if chance(5) { object = .string("1") }
            triples.insert(Triple(Make.iri(pick(Self.nodes)), Make.iri(pick(Self.predicates)), object))
        }
        return triples.sorted { "\($0)" < "\($1)" }
    }

    private mutating func variable() -> Variable { Variable(pick(Self.variables)) }

    private mutating func place(_ names: [String]) -> PatternTerm {
        chance(70) ? .variable(variable()) : .term(Make.iri(pick(names)))
    }

    private mutating func pattern() -> TriplePattern {
        let predicate: PatternTerm =
            chance(80) ? .term(Make.iri(pick(Self.predicates))) : .variable(variable())
        return TriplePattern(place(Self.nodes), predicate, place(Self.nodes))
    }

    private mutating func bgp() -> Algebra {
        .bgp((0..<(1 + Int(random.next() % 3))).map { _ in pattern() })
    }

    private mutating func path(depth: Int) -> PropertyPath {
        let step = PropertyPath.predicate(.term(Make.iri(pick(Self.predicates))))
        if depth == 0 { return step }
        switch random.next() % 8 {
        case 0: return .inverse(path(depth: depth - 1))
        case 1: return .sequence(path(depth: depth - 1), path(depth: depth - 1))
        case 2: return .alternative(path(depth: depth - 1), path(depth: depth - 1))
        case 3: return .zeroOrMore(path(depth: depth - 1))
        case 4: return .oneOrMore(path(depth: depth - 1))
        case 5: return .zeroOrOne(path(depth: depth - 1))
        case 6: return .negated(forward: [.term(Make.iri(pick(Self.predicates)))], inverse: [])
        default: return step
        }
    }

    private mutating func text() -> QuerySyntax.Expression { .function("STR", [.variable(variable())]) }

    private mutating func expression(depth: Int) -> QuerySyntax.Expression {
        switch random.next() % (depth > 0 ? 8 : 4) {
        case 0: return .function("BOUND", [.variable(variable())])
        case 1:
            if chance(30) { return .compare(.equal, text(), text()) }
            return .compare(.equal, .variable(variable()), .variable(variable()))
        case 2: return .compare(.less, .variable(variable()), .term(.integer(2)))
        case 3:
            let constant = QuerySyntax.Expression.term(Make.iri(pick(Self.nodes + Self.predicates)))
            switch random.next() % 4 {
            case 0: return .compare(.equal, .variable(variable()), constant)
            case 1:
                return .isIn(.variable(variable()), [constant, .term(Make.iri(pick(Self.nodes))), .term(.string("1"))])
            default: return .compare(.notEqual, .variable(variable()), constant)
            }
        case 4: return .and(expression(depth: depth - 1), expression(depth: depth - 1))
        case 5: return .or(expression(depth: depth - 1), expression(depth: depth - 1))
        case 6: return .not(expression(depth: depth - 1))
        default: return .exists(bgp())
        }
    }

    mutating func algebra(depth: Int) -> Algebra {
        if depth == 0 {
            return chance(85) ? bgp() : .path(place(Self.nodes), path(depth: 2), place(Self.nodes))
        }
        switch random.next() % 12 {
        case 0, 1: return .join(algebra(depth: depth - 1), algebra(depth: depth - 1))
        case 2, 3:
            let condition = chance(40) ? expression(depth: 1) : nil
            return .leftJoin(algebra(depth: depth - 1), algebra(depth: depth - 1), condition)
        case 4: return .union(algebra(depth: depth - 1), algebra(depth: depth - 1))
        case 5: return .minus(algebra(depth: depth - 1), algebra(depth: depth - 1))
        case 6, 7: return .filter(expression(depth: 2), algebra(depth: depth - 1))
        case 8:
            let rows: [[Term?]] = [
                [Make.iri(pick(Self.nodes)), chance(50) ? nil : Make.iri(pick(Self.nodes))],
                [chance(30) ? nil : Make.iri(pick(Self.nodes)), .integer(1)],
            ]
            return .join(algebra(depth: depth - 1), .values([Variable("x"), Variable("y")], rows))
        case 9:
            let inner = algebra(depth: depth - 1)
            return .project(inner, Array(inner.visibleVariables.sorted().prefix(2)))
        case 10:
            let inner = algebra(depth: depth - 1)
            return .distinct(.project(inner, Array(inner.visibleVariables.sorted().prefix(2))))
        default:
            let inner = algebra(depth: depth - 1)
            let sum = QuerySyntax.Expression.arithmetic(.add, .variable(variable()), .term(.integer(1)))
            let free = Self.variables.first { !inner.visibleVariables.contains(Variable($0)) }
            return free.map { .extend(inner, Variable($0), sum) } ?? inner
        }
    }
}
