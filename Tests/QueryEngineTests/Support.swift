import Foundation
import GraphStore
import QuerySyntax
import RDF

@testable import QueryEngine

/// Short forms for the terms, patterns and queries of tests.
enum Make {
    static let namespace = "http://example/"

    static func iri(_ name: String) -> Term { .iri(namespace + name) }

    /// `?x` is a variable, `_:b` a blank node, a number an integer, `'text'` a string, anything else an IRI.
    static func place(_ text: String) -> PatternTerm {
        if text.hasPrefix("?") { return .variable(Variable(String(text.dropFirst()))) }
        return .term(term(text))
    }

    static func term(_ text: String) -> Term {
        if text.hasPrefix("_:") { return .blank(String(text.dropFirst(2))) }
        if text.hasPrefix("'") { return .string(String(text.dropFirst().dropLast())) }
        if let number = Int(text) { return .integer(number) }
        return iri(text)
    }

    static func pattern(_ text: String) -> TriplePattern {
        let parts = text.split(separator: " ").map(String.init)
        return TriplePattern(place(parts[0]), place(parts[1]), place(parts[2]))
    }

    static func triple(_ text: String) -> Triple {
        let parts = text.split(separator: " ").map(String.init)
        return Triple(term(parts[0]), term(parts[1]), term(parts[2]))
    }

    static func graph(_ lines: String...) -> Graph { Graph(lines.map(triple)) }

    static func bgp(_ patterns: String...) -> Algebra { .bgp(patterns.map(pattern)) }

    static func variable(_ name: String) -> QuerySyntax.Expression { .variable(Variable(name)) }

    static func integer(_ value: Int) -> QuerySyntax.Expression { .term(.integer(value)) }

    static func literal(_ form: String, _ type: String) -> Term {
        .literal(Literal(form, datatype: XSD.namespace + type))
    }
}

extension Engine {
    /// The rows of an algebra, each as the short forms of its terms, `-` for unbound.
    func rows(_ algebra: Algebra, _ variables: String...) throws -> [String] {
        let query = Query(form: .select(variables.map { Variable($0) }), algebra: algebra)
        guard case .solutions(let solutions) = try evaluate(query) else { return [] }
        return (0..<solutions.count).map { row in
            solutions.row(row).map { $0.map(Engine.short) ?? "-" }.joined(separator: " ")
        }
    }

    /// The value of an expression as an N-Triples term with `xsd:` for its datatypes, or `error`.
    func value(_ expression: QuerySyntax.Expression) throws -> String {
        let algebra = Algebra.extend(.bgp([]), Variable("value"), expression)
        let query = Query(form: .select([Variable("value")]), algebra: algebra)
        guard case .solutions(let solutions) = try evaluate(query), let term = solutions.term(row: 0, column: 0)
        else { return "error" }
        return Engine.canonical(term)
    }

    static func canonical(_ term: Term) -> String {
        var bytes: [UInt8] = []
        CanonicalForm.append(term, to: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        guard let mark = text.range(of: "^^<" + XSD.namespace) else { return text }
        return text[..<mark.lowerBound] + "^^xsd:" + text[mark.upperBound...].dropLast()
    }

    static func short(_ term: Term) -> String {
        switch term {
        case .iri(let iri): iri.hasPrefix(Make.namespace) ? String(iri.dropFirst(Make.namespace.count)) : "<\(iri)>"
        case .blank(let label): "_:" + label
        case .literal(let literal): literal.lexicalForm
        }
    }
}

extension PlanDescription {
    /// The most rows that any of its nodes gave.
    var mostRows: Int { nodes.compactMap(\.rows).max() ?? 0 }
}
