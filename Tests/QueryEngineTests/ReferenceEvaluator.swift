import QuerySyntax
import RDF

@testable import QueryEngine

/// The algebra evaluated as section 18 of SPARQL 1.1 defines it, by nested loops over multisets of solutions: slow,
/// and simple enough to be read against the text.
struct ReferenceEvaluator {
    typealias Solution = [Variable: Term]

    let triples: [Triple]

    func evaluate(_ algebra: Algebra) -> [Solution] {
        switch algebra {
        case .bgp(let patterns):
            return patterns.reduce([[:]]) { solutions, pattern in
                solutions.flatMap { solution in triples.compactMap { match(pattern, $0, solution) } }
            }
        case .path(let subject, let path, let object):
            var result: [Solution] = []
            for (start, end) in pairs(path, subject, object) {
                if let one = bind(subject, start, [:]), let both = bind(object, end, one) { result.append(both) }
            }
            return result
        case .join(let left, let right): return join(evaluate(left), evaluate(right))
        case .leftJoin(let left, let right, let condition):
            let rights = evaluate(right)
            return evaluate(left).flatMap { solution -> [Solution] in
                let matches = join([solution], rights).filter { joined in
                    condition.map { holds($0, joined) } ?? true
                }
                return matches.isEmpty ? [solution] : matches
            }
        case .filter(let condition, let inner): return evaluate(inner).filter { holds(condition, $0) }
        case .union(let left, let right): return evaluate(left) + evaluate(right)
        case .minus(let left, let right):
            let rights = evaluate(right)
            return evaluate(left).filter { solution in
                !rights.contains { areCompatible(solution, $0) && !Set(solution.keys).isDisjoint(with: $0.keys) }
            }
        case .extend(let inner, let variable, let expression):
            return evaluate(inner).map { solution in
                var extended = solution
                extended[variable] = value(expression, solution)
                return extended
            }
        case .values(let variables, let rows):
            return rows.map { row in
                var solution: Solution = [:]
                for (variable, term) in zip(variables, row) { solution[variable] = term }
                return solution
            }
        case .project(let inner, let variables):
            return evaluate(inner).map { $0.filter { variables.contains($0.key) } }
        case .distinct(let inner):
            var seen: Set<Solution> = []
            return evaluate(inner).filter { seen.insert($0).inserted }
        case .group(let inner, let keys, let aggregates):
            var groups: [[Term?]: [Solution]] = [:]
            for solution in evaluate(inner) {
                groups[keys.map { value($0.expression, solution) }, default: []].append(solution)
            }
            if keys.isEmpty, groups.isEmpty { groups[[]] = [] }
            return groups.map { key, members in
                var solution: Solution = [:]
                for (groupKey, term) in zip(keys, key) { solution[groupKey.variable] = term }
                for binding in aggregates {
                    // Counts are enough to check grouping; the other aggregates have tests of their own.
                    let values = members.compactMap { member in
                        binding.aggregate.argument.map { value($0, member) } ?? .some(.integer(0))
                    }
                    let bound = values.compactMap { $0 }
                    solution[binding.variable] = .integer(
                        binding.aggregate.isDistinct ? Set(bound).count : bound.count)
                }
                return solution
            }
        case .graph, .orderBy, .reduced, .slice, .service: return []
        }
    }

    // MARK: Solutions

    private func areCompatible(_ left: Solution, _ right: Solution) -> Bool {
        left.allSatisfy { right[$0.key] == nil || right[$0.key] == $0.value }
    }

    private func join(_ left: [Solution], _ right: [Solution]) -> [Solution] {
        left.flatMap { a in right.filter { areCompatible(a, $0) }.map { a.merging($0) { old, _ in old } } }
    }

    private func bind(_ place: PatternTerm, _ term: Term, _ solution: Solution) -> Solution? {
        switch place {
        case .term(let wanted): return wanted == term ? solution : nil
        case .variable(let variable):
            if let known = solution[variable] { return known == term ? solution : nil }
            var extended = solution
            extended[variable] = term
            return extended
        case .name, .parameter: return nil
        }
    }

    private func match(_ pattern: TriplePattern, _ triple: Triple, _ solution: Solution) -> Solution? {
        bind(pattern.subject, triple.subject, solution).flatMap { bind(pattern.predicate, triple.predicate, $0) }
            .flatMap { bind(pattern.object, triple.object, $0) }
    }

    // MARK: Paths

    private var nodes: Set<Term> { Set(triples.flatMap { [$0.subject, $0.object] }) }

    private func pairs(_ path: PropertyPath, _ subject: PatternTerm, _ object: PatternTerm) -> [(Term, Term)] {
        var starts = nodes
        for case .term(let term) in [subject, object] { starts.insert(term) }
        return starts.flatMap { start in ends(path, start).map { (start, $0) } }
    }

    private func ends(_ path: PropertyPath, _ start: Term) -> [Term] {
        switch path {
        case .predicate(let predicate):
            return triples.filter { $0.subject == start && .term($0.predicate) == predicate }.map(\.object)
        case .inverse(let inner):
            return nodes.flatMap { node in ends(inner, node).filter { $0 == start }.map { _ in node } }
        case .sequence(let first, let second): return ends(first, start).flatMap { ends(second, $0) }
        case .alternative(let first, let second): return ends(first, start) + ends(second, start)
        case .zeroOrOne(let inner): return Array(Set([start] + ends(inner, start)))
        case .zeroOrMore(let inner): return Array(closure(inner, [start]))
        case .oneOrMore(let inner): return Array(closure(inner, Set(ends(inner, start))))
        case .negated(let forward, let inverse):
            var result: [Term] = []
            if !forward.isEmpty || inverse.isEmpty {
                result += triples.filter { $0.subject == start && !forward.contains(.term($0.predicate)) }.map(\.object)
            }
            if !inverse.isEmpty {
                result += triples.filter { $0.object == start && !inverse.contains(.term($0.predicate)) }.map(\.subject)
            }
            return result
        }
    }

    private func closure(_ path: PropertyPath, _ start: Set<Term>) -> Set<Term> {
        var reached = start
        while true {
            let next = reached.union(reached.flatMap { ends(path, $0) })
            if next == reached { return reached }
            reached = next
        }
    }

    // MARK: Expressions: comparison of integers, BOUND, EXISTS and the connectives

    private func value(_ expression: QuerySyntax.Expression, _ solution: Solution) -> Term? {
        switch expression {
        case .term(let term): return term
        case .variable(let variable): return solution[variable]
        case .arithmetic(.add, let left, let right):
            guard let a = number(value(left, solution)), let b = number(value(right, solution)) else { return nil }
            return .integer(a + b)
        case .function("STR", let arguments):
            switch arguments.first.flatMap({ value($0, solution) }) {
            case .iri(let iri): return .string(iri)
            case .literal(let literal): return .string(literal.lexicalForm)
            default: return nil
            }
        default: return nil
        }
    }

    private func number(_ term: Term?) -> Int? {
        guard case .literal(let literal) = term, literal.datatype == XSD.integer else { return nil }
        return Int(literal.lexicalForm)
    }

    private func holds(_ expression: QuerySyntax.Expression, _ solution: Solution) -> Bool {
        verdict(expression, solution) == true
    }

    private func verdict(_ expression: QuerySyntax.Expression, _ solution: Solution) -> Bool? {
        switch expression {
        case .and(let left, let right):
            let (a, b) = (verdict(left, solution), verdict(right, solution))
            if a == false || b == false { return false }
            return a == nil || b == nil ? nil : true
        case .or(let left, let right):
            let (a, b) = (verdict(left, solution), verdict(right, solution))
            if a == true || b == true { return true }
            return a == nil || b == nil ? nil : false
        case .not(let inner): return verdict(inner, solution).map { !$0 }
        case .function("BOUND", let arguments):
            guard case .variable(let variable) = arguments.first else { return nil }
            return solution[variable] != nil
        case .isIn(let tested, let options):
            let verdicts = options.map { verdict(.compare(.equal, tested, $0), solution) }
            return verdicts.contains(true) ? true : verdicts.contains(nil) ? nil : false
        case .compare(let comparison, let left, let right):
            guard let a = value(left, solution), let b = value(right, solution) else { return nil }
            if let x = number(a), let y = number(b) { return Ordering(x, y).satisfies(comparison) }
            switch comparison {
            case .equal: return a == b
            case .notEqual: return a != b
            default: return nil
            }
        case .exists(let algebra):
            // Substitution: the row's bindings joined with the pattern, whose filters see them.
            let substituted = algebra.mapTerms { place in
                if case .variable(let variable) = place, let term = solution[variable] { .term(term) } else { place }
            }
            return !evaluate(substituted).isEmpty
        default: return nil
        }
    }
}
