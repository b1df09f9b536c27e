import Foundation
import Testing

@testable import Shell

/// Questions as a reporter types them, over the flood's graph: what each is read as, and that it has an answer.
@Suite struct QuestionTests {
    private func session() throws -> Session {
        let session = Session.forTests(console: .transcript(columns: 100))
        try session.load([Repository.file("Tests/Fixtures/flood.nt").path])
        return session
    }

    @Test(
        "A question is read as a query, and has an answer",
        arguments: [
            ("Who did Maria Tavares meet?", "Maria Tavares met ?what"),
            ("Whom did Tavares meet?", "Maria Tavares met ?what"),
            ("Who was met by Maria Tavares?", "Maria Tavares met ?what"),
            ("Who is Rui Prates?", "about Rui Prates"),
            ("What do we know about Rui Prates?", "about Rui Prates"),
            ("Tell me about the Red Cross", "about Red Cross"),
            ("Who was Rui Prates?", "about Rui Prates"),
            (
                "Who is the governor?",
                "find distinct ?who, ?role where ?who has role ?role, ?role ~ 'governor'"
            ),
            (
                "Who is the governor of Porto Alto?",
                "find distinct ?who, ?role where ?who has role ?role, ?role ~ 'governor', ?who ?does Porto Alto"
            ),
            ("How many people died?", "?who reported deaths ?n"),
            ("How many people were killed?", "?who reported deaths ?n"),
            ("Who reported how many deaths?", "?who reported deaths ?n"),
            (
                "How many people died in Porto Alto?",
                "?who reported deaths ?n [stated, affirmed, sentence ?text], ?text ~ 'Porto Alto'"
            ),
            ("How many deaths did the national police report?", "\"national police\" reported deaths ?n"),
            ("Did Maria Tavares visit Porto Alto?", "ask Maria Tavares visited Porto Alto"),
            ("Was Porto Alto visited by Maria Tavares?", "ask Maria Tavares visited Porto Alto"),
            ("Has Maria Tavares visited Porto Alto?", "ask Maria Tavares visited Porto Alto"),
            ("Where did Maria Tavares travel?", "Maria Tavares visited ?where"),
            ("Which people met Rui Prates?", "find distinct ?x where ?x is a person, ?x met Rui Prates"),
            (
                "Why did Maria Tavares visit Porto Alto?",
                "find distinct ?text where Maria Tavares visited Porto Alto [any, sentence ?text]"
            ),
            (
                "What happened in Porto Alto?",
                "find distinct ?who, ?does, ?what, ?text where ?who ?does ?what "
                    + "[stated, affirmed, place Porto Alto, sentence ?text]"
            ),
            (
                "What did Tavares say about the army?",
                "find distinct ?text where _ ?does _ [any, said by Maria Tavares, sentence ?text], ?text ~ 'army'"
            ),
            (
                "Who said that the army sent water?",
                "find distinct ?who where \"army\" sent \"water\" [any, said by ?who]"
            ),
            ("Who visited the port?", "?who visited ?what, ?what ~ 'port'"),
        ])
    func isReadAs(question: String, query: String) throws {
        let session = try session()
        session.run(question)
        let output = session.console.results.text
        let read = output.split(separator: "\n").first { $0.hasPrefix("read as: ") }?.dropFirst("read as: ".count)
        #expect(read.map(String.init) == query, "\(output)")
        #expect(session.status == .success)
        #expect(session.hasAnswer(query))
    }

    @Test(
        "What cannot be read says which words, and the query that it comes nearest to",
        arguments: [
            ("Who visited Porto Alto and Lisbon?", "“Lisbon” means nothing here", "who visited Porto Alto"),
            ("Who bombed Porto Alto?", "“bombed” means nothing here", "about Porto Alto"),
        ])
    func isNotRead(question: String, words: String, nearest: String) throws {
        let session = try session()
        session.run(question)
        let output = session.console.results.text
        #expect(output.contains("error: the question cannot be read: \(words)\n"), "\(output)")
        #expect(output.contains("the query that it comes nearest to: \(nearest)\n"), "\(output)")
    }

    @Test("A noun behind an article is no verb, and a longer word for a relation counts whole")
    func nounsAreNoVerbs() throws {
        let relations = QuestionRelations(names: try session().names)
        func phrases(_ text: String) throws -> [String] {
            relations.matches(try #require(QuestionWords(text) { _ in false })).map(\.phrase)
        }
        #expect(try phrases("Who attended the visit?").contains("visited") == false)
        #expect(try phrases("Who did Tavares visit?").first == "visited")
    }

    @Test("Where no source counts the dead, those who died are counted themselves")
    func theDeadAreCounted() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tercet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = folder.appendingPathComponent("report.txt")
        try "Flood in Lund\n\nTwenty people died in Lund on Monday. The river rose by two metres.\n".write(
            to: report, atomically: true, encoding: .utf8)
        let session = Session.forTests(console: .transcript(columns: 100))
        try session.load([report.path])
        session.run("How many people died?")
        let lines = session.console.results.text.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("twenty people") && $0.hasSuffix(" 20 │") }, "\(lines)")
    }
}
