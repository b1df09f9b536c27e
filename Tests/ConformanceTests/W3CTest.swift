import Foundation

/// One line of the index of the W3C's tests.
struct W3CTest: Decodable, Sendable {
    struct NamedGraph: Decodable, Sendable {
        var file: String
        var graph: String
    }

    var id: String
    var suite: String
    var group: String
    var kind: String
    var type: String
    var form: String?
    var query: String?
    var input: String?
    var base: String?
    var result: String?
    var data: [String]?
    var named: [NamedGraph]?
    var from: [String]?
    var fromNamed: [String]?
    var ordered: Bool?
    var cardinality: String?

    /// Where the suite's files lie: `W3C`, or `w3c` within `TERCET_DATA` or `../shared`; nil when they aren't there.
    static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment
        var candidates = [environment["W3C"], environment["TERCET_DATA"].map { $0 + "/w3c" }].compactMap { $0 }
        candidates.append("../shared/w3c")
        let found = candidates.first { FileManager.default.fileExists(atPath: $0 + "/index.jsonl") }
        return found.map { URL(fileURLWithPath: $0) }
    }()

    static func all(_ name: String) throws -> [W3CTest] {
        guard let folder else { return [] }
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try text.split(separator: "\n").map {
            try decoder.decode(W3CTest.self, from: Data($0.utf8))
        }
    }

    static func url(_ path: String) -> URL? { folder?.appendingPathComponent("files/" + path) }

    static func path(_ path: String) -> String { url(path)?.path ?? path }

    static func iri(_ path: String) -> String { "https://w3c.github.io/rdf-tests/" + path }
}
