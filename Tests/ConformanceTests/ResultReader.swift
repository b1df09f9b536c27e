import Foundation
import FoundationXML
import QuerySyntax
import RDF

/// Reads data and expected results of all the formats that the suites use.
enum ResultReader {
    struct Unreadable: Error {
        var path: String
    }

    static func triples(_ path: String, base: String?) throws -> [Triple] {
        guard let url = W3CTest.url(path), let syntax = DataSyntax(path: path) else { throw Unreadable(path: path) }
        return try syntax.triples(of: Array(Data(contentsOf: url)), base: base ?? W3CTest.iri(path), source: path)
    }

    static func read(_ path: String) throws -> ExpectedResult {
        guard let url = W3CTest.url(path) else { throw Unreadable(path: path) }
        let data = try Data(contentsOf: url)
        switch url.pathExtension {
        case "srx": return ResultXMLReader().result(data)
        case "srj": return try json(data)
        case "tsv": return try tsv(String(decoding: data, as: UTF8.self))
        default:
            let triples = try triples(path, base: nil)
            return resultSet(triples) ?? .triples(triples)
        }
    }

    private static func json(_ data: Data) throws -> ExpectedResult {
        guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw Unreadable(path: "json")
        }
        if let answer = object["boolean"] as? Bool { return .boolean(answer) }
        let variables = (object["head"] as? [String: Any])?["vars"] as? [String] ?? []
        let bindings = (object["results"] as? [String: Any])?["bindings"] as? [[String: [String: String]]] ?? []
        return .rows(
            variables,
            bindings.map { row in
                row.compactMapValues { cell in
                    guard let value = cell["value"] else { return nil }
                    switch cell["type"] {
                    case "uri": return .iri(value)
                    case "bnode": return .blank(value)
                    default:
                        if let language = cell["xml:lang"] { return .literal(Literal(value, language: language)) }
                        return .literal(Literal(value, datatype: cell["datatype"] ?? XSD.string))
                    }
                }
            })
    }

    private static func tsv(_ text: String) throws -> ExpectedResult {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.replacingOccurrences(of: "\r", with: "")
        }
        let variables = lines[0].components(separatedBy: "\t").map { String($0.dropFirst()) }
        let rows = try lines.dropFirst().filter { !$0.isEmpty }.map { line in
            var row: [String: Term] = [:]
            for (name, cell) in zip(variables, line.components(separatedBy: "\t")) where !cell.isEmpty {
                row[name] = try DataSyntax.turtle.triples(of: Array("<urn:s> <urn:p> \(cell) .".utf8)).first?.object
            }
            return row
        }
        return .rows(variables, rows)
    }

    /// A result in the vocabulary that the suite of SPARQL 1.0 writes its results in; nil for other triples.
    private static func resultSet(_ triples: [Triple]) -> ExpectedResult? {
        let rs = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
        func objects(_ subject: Term, _ name: String) -> [Term] {
            triples.filter { $0.subject == subject && $0.predicate == .iri(rs + name) }.map(\.object)
        }
        func text(_ term: Term?) -> String {
            if case .literal(let literal) = term { literal.lexicalForm } else { "" }
        }
        guard let set = triples.first(where: { $0.object == .iri(rs + "ResultSet") })?.subject else { return nil }
        if let answer = objects(set, "boolean").first { return .boolean(text(answer) == "true") }
        let variables = objects(set, "resultVariable").map { text($0) }
        let solutions = objects(set, "solution").sorted {
            (Int(text(objects($0, "index").first)) ?? 0) < (Int(text(objects($1, "index").first)) ?? 0)
        }
        let rows = solutions.map { solution in
            var row: [String: Term] = [:]
            for binding in objects(solution, "binding") {
                row[text(objects(binding, "variable").first)] = objects(binding, "value").first
            }
            return row
        }
        return .rows(variables, rows)
    }
}

/// SPARQL Query Results XML Format.
final class ResultXMLReader: NSObject, XMLParserDelegate {
    private var variables: [String] = []
    private var rows: [[String: Term]] = []
    private var answer: Bool?
    private var row: [String: Term] = [:]
    private var name = ""
    private var text = ""
    private var datatype: String?
    private var language: String?

    func result(_ data: Data) -> ExpectedResult {
        let parser = XMLParser(data: data)
        parser.delegate = self
        _ = parser.parse()
        if let answer { return .boolean(answer) }
        return .rows(variables, rows)
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        switch element {
        case "variable": variables.append(attributes["name"] ?? "")
        case "result": row = [:]
        case "binding": name = attributes["name"] ?? ""
        case "literal":
            datatype = attributes["datatype"]
            language = attributes["xml:lang"]
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        switch element {
        case "uri": row[name] = .iri(text)
        case "bnode": row[name] = .blank(text)
        case "literal":
            row[name] =
                language.map { .literal(Literal(text, language: $0)) }
                ?? .literal(Literal(text, datatype: datatype ?? XSD.string))
        case "result": rows.append(row)
        case "boolean": answer = text.trimmingCharacters(in: .whitespacesAndNewlines) == "true"
        default: break
        }
    }
}
