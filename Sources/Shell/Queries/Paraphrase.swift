import QuerySyntax
import RDF

/// A query in plain English, so that one sees what was understood.
struct Paraphrase {
    /// The query as a sentence.
    static func of(_ query: QQuery) -> String {
        var text = nouns(query) ?? opening(query)
        if !query.having.isEmpty {
            text += ", keeping those where " + query.having.map(words).joined(separator: " and ")
        }
        if !query.order.isEmpty {
            let keys = query.order.map { words($0.expression) + ($0.isDescending ? " (largest first)" : "") }
            text += ", ordered by " + keys.joined(separator: ", then ")
        }
        if let limit = query.limit { text += ", the first \(Numbers.grouped(limit)) of them" }
        if let offset = query.offset, offset > 0 { text += " after leaving out \(Numbers.grouped(offset))" }
        return text + (isQuestion(query) ? "?" : ".")
    }

    private static func isQuestion(_ query: QQuery) -> Bool {
        switch query.form {
        case .ask, .why, .whyNot: true
        case .bare: query.shown.isEmpty
        default: false
        }
    }

    private static func opening(_ query: QQuery) -> String {
        let body = query.body.map(words) ?? ""
        switch query.form {
        case .bare where query.shown.isEmpty: return "Is it a fact that " + body
        case .bare: return "Find " + list(query.shown.map(\.name)) + " such that " + body
        case .find(let isDistinct, let items):
            let shown = items.map { item in
                item.expression.map { "\(words($0)) as \(item.variable.name)" } ?? item.variable.name
            }
            return "Find " + (isDistinct ? "each different " : "") + list(shown) + " such that " + body
        case .ask: return "Is it a fact that " + body
        case .count(let variable): return "Count the different \(variable.name) such that " + body
        case .about(let term): return "Find all facts about " + words(term)
        case .why(let pattern): return "In which sentences does it stand that " + words(pattern)
        case .whyNot(let pattern): return "Why is it no fact that " + words(pattern)
        case .build(let patterns): return "Build " + list(patterns.map { words($0) }) + " for all such that " + body
        }
    }

    // MARK: Conditions

    private static func words(_ body: QBody) -> String {
        let branches = body.branches.map { $0.map(words).joined(separator: ", and ") }
        return branches.count == 1 ? branches[0] : "either " + branches.joined(separator: ", or ")
    }

    private static func words(_ unit: QUnit) -> String {
        switch unit {
        case .pattern(let pattern): words(pattern)
        case .filter(let condition, _): words(condition)
        case .assignment(let variable, let expression, _): "\(variable.name) stands for \(words(expression))"
        case .not(let body): "it is not so that " + words(body)
        case .maybe(let body): "where it is known, " + words(body)
        case .group(let body): "(" + words(body) + ")"
        }
    }

    private static func words(_ pattern: QPattern) -> String {
        var text: String
        switch pattern.relation {
        case .isA:
            let kind = if case .name(let name) = pattern.object { name.text } else { words(pattern.object) }
            text = "\(words(pattern.subject)) is a \(kind)"
        case .variable(let variable):
            text = "\(words(pattern.subject)) has the relation \(variable.name) to \(words(pattern.object))"
        case .path(let path): text = "\(words(pattern.subject)) \(words(path)) \(words(pattern.object))"
        }
        if let qualifiers = pattern.claim {
            text += " (as a claim" + qualifiers.map { ", " + words($0) }.joined() + ")"
        }
        return text
    }

    static func words(_ path: PropertyPath) -> String {
        switch path {
        case .predicate(let place): words(place)
        case .inverse(let inner): "is what is meant by “\(words(inner))” of"
        case .sequence(let first, let second): "\(words(first)) something that \(words(second))"
        case .alternative(let first, let second): "\(words(first)) or \(words(second))"
        case .zeroOrMore(let inner): "\(words(inner)) in any number of steps"
        case .oneOrMore(let inner): "\(words(inner)) in one or more steps"
        case .zeroOrOne(let inner): "\(words(inner)) in at most one step"
        case .negated: "has any other relation to"
        }
    }

    private static func words(_ qualifier: QQualifier) -> String {
        let text: String
        switch qualifier.kind {
        case .any: text = "whatever its certainty"
        case .certainty(let value), .polarity(let value): text = value
        case .future: text = "about the future"
        case .saidBy(let term): text = "said by \(words(term))"
        case .node(let variable): text = "called \(variable.name)"
        case .within(let term): text = "in \(words(term))"
        case .date(let relation, let term): text = "\(relation.rawValue) \(words(term))"
        case .published(let relation, let term): text = "published \(relation.rawValue) \(words(term))"
        case .property(let property, let term): text = "with the \(property.rawValue) \(words(term))"
        }
        return qualifier.isNegated ? "not " + text : text
    }

    // MARK: Terms and expressions

    static func words(_ term: QTerm) -> String {
        switch term {
        case .variable(let variable): variable.name
        case .anything: "anything"
        case .constant(.literal(let literal)):
            literal.datatype == XSD.string ? "‘\(literal.lexicalForm)’" : literal.lexicalForm
        case .constant(.iri(let iri)): iri
        case .constant(.blank(let label)): label
        case .quantity(.literal(let literal), let unit): "\(literal.lexicalForm) \(unit)"
        case .quantity(_, let unit): unit
        case .name(let name):
            // A name without capitals is a description, and takes its article.
            name.text.first?.isLowercase == true && !name.text.hasPrefix("the ") ? "the " + name.text : name.text
        case .parameter(let name, _): "the \(name) that was given"
        }
    }

    static func words(_ place: PatternTerm) -> String {
        switch place {
        case .term(let term): words(QTerm.constant(term))
        case .variable(let variable): variable.name
        case .name(let name): name.text
        case .parameter(let name, _): "the \(name) that was given"
        }
    }

    static func words(_ expression: Expression) -> String {
        switch expression {
        case .term(let term): return words(QTerm.constant(term))
        case .variable(let variable): return variable.name
        case .name(let name): return name.text
        case .parameter(let name, _): return "the \(name) that was given"
        case .or(let left, let right): return "\(words(left)) or \(words(right))"
        case .and(let left, let right): return "\(words(left)) and \(words(right))"
        case .not(let inner): return "it is not so that \(words(inner))"
        case .compare(let comparison, let left, let right):
            return "\(words(left)) \(words(comparison)) \(words(right))"
        case .arithmetic(let sign, let left, let right): return "\(words(left)) \(sign.rawValue) \(words(right))"
        case .negative(let inner): return "−\(words(inner))"
        case .isIn(let value, let choices): return "\(words(value)) is one of \(list(choices.map(words)))"
        case .exists: return "there is a match"
        case .function("REGEX", let arguments) where arguments.count >= 2,
            .function("~", let arguments) where arguments.count == 2,
            .call("~", let arguments) where arguments.count == 2:
            return "\(words(arguments[0])) contains \(words(arguments[1]))"
        case .function("STR", let arguments) where arguments.count == 1: return words(arguments[0])
        case .function(let name, let arguments), .call(let name, let arguments):
            return "\(name.lowercased())(\(arguments.map(words).joined(separator: ", ")))"
        case .aggregate(let aggregate): return words(aggregate)
        }
    }

    private static func words(_ comparison: Comparison) -> String {
        switch comparison {
        case .equal: "is"
        case .notEqual: "is not"
        case .less: "is below"
        case .lessOrEqual: "is at most"
        case .greater: "is above"
        case .greaterOrEqual: "is at least"
        }
    }

    private static func words(_ aggregate: Aggregate) -> String {
        let argument = aggregate.argument.map(words) ?? "rows"
        let what = (aggregate.isDistinct ? "different " : "") + argument
        switch aggregate.function {
        case .count: return "the number of \(what)"
        case .sum: return "the sum of \(what)"
        case .average: return "the average \(what)"
        case .minimum: return "the least \(what)"
        case .maximum: return "the greatest \(what)"
        case .sample: return "one \(what)"
        case .groupConcat: return "the list of \(what)"
        }
    }

    /// `a`, `b` and `c`.
    private static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }
}
