import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// Explains an answer without rows: the pattern that emptied it, what there is instead, the claims that match.
struct Diagnosis {
    let names: GraphNames
    /// Evaluates a query; nil where it takes too long to be worth it.
    let evaluate: (Query) -> QueryResult?

    /// The lines to say of a query that has no rows, or whose answer is no.
    func lines(of query: Query) -> [String] {
        let units = Self.units(MatchedPatterns(query).body)
        guard let culprit = firstEmpty(units) else { return [] }
        guard case .pattern(let pattern) = units[culprit] else {
            return culprit == 0 ? [] : ["the conditions leave nothing of what the patterns match"]
        }
        if let line = qualifierLine(pattern) { return [line] }
        var lines: [String] = []
        let patternCount = units.count { if case .pattern = $0 { true } else { false } }
        if patternCount == 1 {
            lines.append("no fact says it")
        } else if isEmptyAlone(pattern) {
            lines.append("no fact says \(words(pattern))")
        } else {
            lines.append("\(words(pattern)) leaves nothing of what the patterns before it match")
        }
        if let claims = claimsLine(pattern) { lines.append(claims) }
        if case .variable(let variable) = pattern.subject, culprit > 0 {
            lines += insteadLines(pattern, of: variable, among: Array(units[..<culprit]))
        } else if let instead = insteadLine(pattern) {
            lines.append(instead)
        }
        return lines
    }

    /// How many claims match a query's only pattern that are no facts; nil where it has none or several.
    func otherClaims(of query: Query) -> Int? {
        let relationPatterns = MatchedPatterns(query).patterns.filter { isRelation($0.predicate) }
        guard relationPatterns.count == 1, MatchedPatterns(query).patterns.count == 1 else { return nil }
        let count = claims(relationPatterns[0]).count { !$0.isFact }
        return count > 0 ? count : nil
    }

    // MARK: Finding the pattern at fault

    private enum Unit {
        case pattern(TriplePattern)
        case other(Algebra)
        case condition(Expression)
    }

    /// The conditions of a body in the order of the text.
    private static func units(_ algebra: Algebra) -> [Unit] {
        switch algebra {
        case .bgp(let patterns): patterns.map(Unit.pattern)
        case .join(let left, let right): units(left) + units(right)
        case .filter(let condition, let inner): units(inner) + [.condition(condition)]
        case .extend(let inner, _, _), .leftJoin(let inner, _, _): units(inner)
        default: [.other(algebra)]
        }
    }

    private func firstEmpty(_ units: [Unit]) -> Int? {
        var algebra = Algebra.bgp([])
        for (index, unit) in units.enumerated() {
            switch unit {
            case .pattern(let pattern): algebra = Self.joined(algebra, .bgp([pattern]))
            case .other(let other): algebra = Self.joined(algebra, other)
            case .condition(let condition): algebra = .filter(condition, algebra)
            }
            guard case .boolean(let isThere)? = evaluate(Query(form: .ask, algebra: algebra)) else { return nil }
            if !isThere { return index }
        }
        return nil
    }

    private static func joined(_ left: Algebra, _ right: Algebra) -> Algebra {
        switch (left, right) {
        case (.bgp(let first), .bgp(let second)): .bgp(first + second)
        default: .join(left, right)
        }
    }

    /// What there is to say where it is a qualifier of claims that nothing meets.
    private func qualifierLine(_ pattern: TriplePattern) -> String? {
        guard case .term(.iri(let property)) = pattern.predicate, !names.isRelation(property) else { return nil }
        switch property {
        case RDFVocabulary.subject, RDFVocabulary.predicate, RDFVocabulary.object: return "no claim says it"
        case PROV.wasAttributedTo:
            guard case .term(let term) = pattern.object, let speaker = names.graph.id(of: term) else {
                return "the reports themselves say it, nobody else"
            }
            return "no claim that matches is said by \(names.label(speaker))"
        default:
            guard property.hasPrefix(names.vocabulary.property("")) else { return nil }
            let name = property.dropFirst(names.vocabulary.property("").count)
            guard case .term = pattern.object else { return "no claim that matches tells its \(name)" }
            return "no claim that matches has this \(name)"
        }
    }

    private func isEmptyAlone(_ pattern: TriplePattern) -> Bool {
        guard case .boolean(let isThere)? = evaluate(Query(form: .ask, algebra: .bgp([pattern]))) else { return false }
        return !isThere
    }

    // MARK: What there is instead

    private func claimsLine(_ pattern: TriplePattern) -> String? {
        guard isRelation(pattern.predicate) else { return nil }
        let found = claims(pattern).filter { !$0.isFact }
        guard let first = found.first else { return nil }
        let how = " add [any] to include claims"
        guard found.count == 1 else {
            return "\(found.count) claims match, none of them a fact;" + how
        }
        let speaker = first.speaker.map { "by \(names.label($0)), " } ?? ""
        return "1 claim matches: \(speaker)\(first.standing.joined(separator: ", "));" + how
    }

    private func claims(_ pattern: TriplePattern) -> [Evidence] {
        func id(_ place: PatternTerm) -> TermID?? {
            switch place {
            case .term(let term): names.graph.id(of: term).map { .some($0) } ?? .none
            default: .some(nil)
            }
        }
        guard let subject = id(pattern.subject), let relation = id(pattern.predicate), let object = id(pattern.object)
        else { return [] }
        guard subject != nil || relation != nil || object != nil else { return [] }
        return Evidence.claims(subject, relation, object, in: names)
    }

    /// What relations the subject does have, commonest first.
    private func insteadLine(_ pattern: TriplePattern) -> String? {
        guard isRelation(pattern.predicate) else { return nil }
        if case .term(let term) = pattern.subject, let subject = names.graph.id(of: term) {
            if case .term(let term) = pattern.predicate, let relation = names.graph.id(of: term) {
                let objects = names.graph.match(subject, relation, nil).objects
                if objects.count > 0 {
                    let shown = (0..<min(objects.count, 5)).map { names.label(objects[$0]) }.joined(separator: ", ")
                    let rest = objects.count > 5 ? " and \(objects.count - 5) more" : ""
                    return "\(names.label(subject)) \(names.label(relation)): \(shown)\(rest)"
                }
            }
            let own = names.relationCounts(subject: subject)
            guard !own.isEmpty else {
                let count = names.graph.match(nil, nil, subject).count
                return "\(names.label(subject)) is the subject of no fact"
                    + (count > 0 ? "; `about` shows those that it is the object of" : "")
            }
            return "\(names.label(subject)) does have: "
                + own.prefix(5).map { "\($0.label) (\($0.count))" }.joined(separator: ", ")
        }
        if case .term(let term) = pattern.predicate, let relation = names.graph.id(of: term) {
            let count = names.graph.count(nil, relation, nil)
            guard count > 0 else { return nil }
            return "\(Numbers.counted(count, "fact")) with \"\(names.label(relation))\" in all"
        }
        return nil
    }

    /// The same for the subjects that the patterns before leave: `United States does have: backs (2)`.
    private func insteadLines(_ pattern: TriplePattern, of variable: Variable, among units: [Unit]) -> [String] {
        guard isRelation(pattern.predicate) else { return [] }
        var algebra = Algebra.bgp([])
        for unit in units {
            switch unit {
            case .pattern(let pattern): algebra = Self.joined(algebra, .bgp([pattern]))
            case .other(let other): algebra = Self.joined(algebra, other)
            case .condition(let condition): algebra = .filter(condition, algebra)
            }
        }
        guard algebra.scope.contains(variable) else { return insteadLine(pattern).map { [$0] } ?? [] }
        let query = Query(form: .select([variable]), algebra: .distinct(.project(algebra, [variable])))
        guard case .solutions(let solutions)? = evaluate(query) else { return [] }
        var lines = (0..<min(solutions.count, Self.shownSubjects)).compactMap { row -> String? in
            guard let term = solutions.term(row: row, column: 0), case .iri = term else { return nil }
            return insteadLine(TriplePattern(.term(term), pattern.predicate, pattern.object))
        }
        if solutions.count > lines.count, !lines.isEmpty {
            lines.append("… and so for \(solutions.count - lines.count) more")
        }
        return lines
    }

    private static let shownSubjects = 3

    private func isRelation(_ place: PatternTerm) -> Bool {
        switch place {
        case .term(.iri(let iri)): names.isRelation(iri)
        case .variable: true
        default: false
        }
    }

    /// A pattern in words: `Israel accepted ?what`.
    private func words(_ pattern: TriplePattern) -> String {
        func word(_ place: PatternTerm) -> String {
            switch place {
            case .variable(let variable): return variable.name.hasPrefix(".") ? "_" : "?" + variable.name
            case .term(let term):
                if let id = names.graph.id(of: term) { return names.label(id) }
                switch term {
                case .iri(let iri):
                    // What the graph knows nothing of has no label; its own vocabulary has words.
                    guard iri.hasPrefix(names.vocabulary.namespace) else { return "<\(iri)>" }
                    return iri.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last.map(String.init)
                        ?? iri
                case .blank(let label): return "_:" + label
                case .literal(let literal): return "'\(literal.lexicalForm)'"
                }
            case .name(let name): return name.text
            case .parameter(let name, _): return "$" + name
            }
        }
        return [pattern.subject, pattern.predicate, pattern.object].map(word).joined(separator: " ")
    }
}

extension GraphNames {
    /// The relations of a subject with the number of their facts, commonest first, then by label.
    func relationCounts(subject: TermID) -> [(label: String, count: Int)] {
        let slice = graph.match(subject, nil, nil)
        var counts: [TermID: Int] = [:]
        for index in 0..<slice.count { counts[slice[index].predicate, default: 0] += 1 }
        return counts.filter { isRelation($0.key) }
            .map { (label: label($0.key), count: $0.value) }
            .sorted { ($1.count, $0.label) < ($0.count, $1.label) }
    }
}
