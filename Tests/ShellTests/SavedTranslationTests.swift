import Foundation
import GraphStore
import QueryEngine
import QuerySyntax
import RDF
import Testing

@testable import Shell

/// The SPARQL that `.sparql` shows of each saved query, run over the exported graph, gives the query's rows.
@Suite struct SavedTranslationTests {
    private static let archive: Archive = {
        let session = Session.forTests(console: .transcript(columns: 80))
        try? session.load([Repository.file("seeds").path])
        return session.archive
    }()

    private static let exported: Graph = {
        var graph = Graph()
        _ = try? graph.load(nTriples: Array(archive.graph.nTriples()))
        return graph
    }()

    @Test(arguments: SavedQueryTests.names)
    func itsTranslationGivesTheSameRows(name: String) throws {
        let session = Session.forTests(console: .transcript(columns: 80))
        session.archive = Self.archive
        let source = SourceText(
            try String(contentsOf: Repository.file("queries/\(name)"), encoding: .utf8), name: name)
        var count = 0
        for statement in try QParser.parse(source) {
            switch statement.kind {
            case .parameter(let parameter): session.parameters[parameter.name] = parameter
            case .define(let definition): session.definitions.append(definition)
            case .query(let query), .expect(_, let query):
                let resolved = try session.resolve(query, in: statement.source)
                let text = SPARQLPrinter.print(resolved, vocabulary: session.archive.vocabulary)
                let native = try rows(Engine(session.archive.graph).evaluate(resolved))
                let translated = try rows(Engine(Self.exported).evaluate(try SPARQLParser.parseQuery(text)))
                #expect(native == translated, "\(text)")
                count += 1
            default: break
            }
        }
        #expect(count > 1)
    }

    private func rows(_ result: QueryResult) -> [String] {
        switch result {
        case .boolean(let answer): ["\(answer)"]
        case .graph(let triples): triples.map { "\($0)" }.sorted()
        case .solutions(let solutions): (0..<solutions.count).map { "\(solutions.row($0))" }.sorted()
        }
    }
}
