import Foundation
import Testing

/// One line of `Keys/seed-facts.tsv`: a statement that a careful reader takes from the report in `seeds/`.
struct KeyedStatement: Sendable, CustomStringConvertible {
    var kind: String
    var subject: [String]
    var relation: [String]
    var object: [String]
    var polarity: [String]
    var certainty: [String]
    var attribution: [String]
    var words: String

    var description: String { "\(kind): \(words)" }

    /// All lines of the key.
    static func all() throws -> [KeyedStatement] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appendingPathComponent("Keys/seed-facts.tsv"), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            func alternatives(_ index: Int) -> [String] {
                fields[index].split(separator: "|", omittingEmptySubsequences: false).map { $0.lowercased() }
            }
            return KeyedStatement(
                kind: fields[0], subject: alternatives(1), relation: alternatives(2), object: alternatives(3),
                polarity: alternatives(4), certainty: alternatives(5), attribution: alternatives(6), words: fields[7])
        }
    }
}

/// The text of the report in `seeds/`.
func seedText() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try String(
        contentsOf: root.appendingPathComponent("seeds/000_4ec1a80465840910.txt"), encoding: .utf8)
}

@Suite("The key of the seed report")
struct SeedKeyTests {
    @Test("About forty statements, each with words that stand in the report")
    func keyIsWellFormed() throws {
        let key = try KeyedStatement.all()
        let text = try seedText()
        #expect(key.count >= 40)
        for statement in key {
            #expect(text.contains(statement.words))
            #expect(["fact", "claim"].contains(statement.kind))
        }
    }
}
