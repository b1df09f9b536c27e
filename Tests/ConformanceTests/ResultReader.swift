import Foundation
import FoundationXML
import QuerySyntax
import RDF

/// Reads data and expected results of all the formats that the suites use.
enum ResultReader {
    struct Unreadable: Error {
        var path: String
    }

    static func triples(_ path: String, base: String?, blankNodePrefix: String = "") throws -> [Triple] {
        guard let url = W3CTest.url(path) else { throw Unreadable(path: path) }
        let data = try Data(contentsOf: url)
        switch url.pathExtension {
        case "nt": return try NTriples.read(Array(data))
        case "ttl":
            return try TurtleParser.parse(
                String(decoding: data, as: UTF8.self), base: base ?? W3CTest.iri(path), source: path,
                blankNodePrefix: blankNodePrefix)
        case "rdf": return RDFXMLReader(base: base ?? W3CTest.iri(path)).triples(data)
        default: throw Unreadable(path: path)
        }
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
                row[name] = try TurtleParser.parse("<urn:s> <urn:p> \(cell) .").first?.object
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

/// As much of RDF/XML as the suites' own files need.
final class RDFXMLReader: NSObject, XMLParserDelegate {
    private enum Frame {
        case root
        case node(Term)
        case property(subject: Term, predicate: String)
    }
    private let base: String
    private var triples: [Triple] = []
    private var frames: [Frame] = []
    private var text = ""
    private var datatype: String?
    private var language: String?
    private var isLiteral = false
    private var count = 0

    init(base: String) { self.base = base }

    func triples(_ data: Data) -> [Triple] {
        let parser = XMLParser(data: data)
        parser.shouldProcessNamespaces = true
        parser.shouldReportNamespacePrefixes = false
        parser.delegate = self
        _ = parser.parse()
        return triples
    }

    private func attribute(_ name: String, _ attributes: [String: String]) -> String? { attributes["rdf:" + name] }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let rdf = RDFVocabulary.namespace
        let iri = (namespaceURI ?? "") + element
        text = ""
        guard let top = frames.last else {
            frames.append(.root)
            return
        }
        switch top {
        case .root, .property:
            let node: Term
            if let about = attribute("about", attributes) {
                node = .iri(IRIReference.resolve(about, against: base))
            } else if let id = attribute("nodeID", attributes) {
                node = .blank("x" + id)
            } else {
                count += 1
                node = .blank("genid-x\(count)")
            }
            if iri != rdf + "Description" { triples.append(Triple(node, .iri(rdf + "type"), .iri(iri))) }
            if case .property(let subject, let predicate) = top {
                triples.append(Triple(subject, .iri(predicate), node))
                isLiteral = false
            }
            frames.append(.node(node))
        case .node(let subject):
            isLiteral = true
            datatype = attribute("datatype", attributes)
            language = attributes["xml:lang"] ?? attributes["lang"]
            if let resource = attribute("resource", attributes) {
                triples.append(Triple(subject, .iri(iri), .iri(IRIReference.resolve(resource, against: base))))
                isLiteral = false
            } else if let id = attribute("nodeID", attributes) {
                triples.append(Triple(subject, .iri(iri), .blank("x" + id)))
                isLiteral = false
            } else if attribute("parseType", attributes) == "Resource" {
                count += 1
                let node = Term.blank("genid-x\(count)")
                triples.append(Triple(subject, .iri(iri), node))
                isLiteral = false
                frames.append(.node(node))
                return
            }
            frames.append(.property(subject: subject, predicate: iri))
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard let top = frames.popLast() else { return }
        if case .property(let subject, let predicate) = top, isLiteral {
            let literal =
                language.map { Literal(text, language: $0) } ?? Literal(text, datatype: datatype ?? XSD.string)
            triples.append(Triple(subject, .iri(predicate), .literal(literal)))
        }
        isLiteral = false
    }
}
