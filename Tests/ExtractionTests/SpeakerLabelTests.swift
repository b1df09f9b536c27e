import English
import Testing

@testable import Extraction

@Suite("Who speaks where a line begins with a name and a colon, and over sentences without marks")
struct SpeakerLabelTests {
    /// The claims of a text, read from its first character to its last.
    private func speakers(_ text: String) -> [String] {
        let report = Report(hash: "", source: "", text: StoredText(text), readableText: text, title: nil, date: nil)
        let analysis = Extractor().analyze(report)
        return analysis.claims.map { claim in
            let speakers = claim.attribution.map { argument in
                let tokens = analysis.sentences[argument.head.sentence].tokens
                return tokens[argument.span].map(\.form).joined(separator: " ")
            }
            return "\(claim.relation) [\(speakers.joined(separator: " < "))]"
        }
    }

    @Test("A line of an interview is its speaker's, to the next one's")
    func interview() {
        let found = speakers(
            "Holm: The party opposed the bill. It won the vote.\nVos: The bank backed the plan.\nHolm: Malta rejected it."
        )
        #expect(found.contains("opposed [Holm]"), "\(found)")
        #expect(found.contains("won [Holm]"), "\(found)")
        #expect(found.contains("rejected [Holm]"), "\(found)")
    }

    @Test("An answer on its question's line is its speaker's, but for what tells of the speaker by name")
    func answers() {
        let found = speakers(
            "Echo: Was that so? Ana Holm: Yes, it was. The party opposed the bill. Ana Holm won the vote.")
        #expect(found.contains("opposed [Ana Holm]"), "\(found)")
        #expect(found.contains("won []"), "\(found)")
    }

    @Test("A colon behind other words names no speaker")
    func noSpeaker() {
        let found = speakers("Update: The party opposed the bill.\nHere is what came next: Malta rejected the plan.")
        #expect(found.contains("opposed []"), "\(found)")
    }

    @Test("Between commas who says it is no part of what is said")
    func reportingClause() {
        let found = speakers("A car hit a rail; fuel from the tank, the fire brigade said, destroyed the bridge.")
        #expect(found.contains("destroyed [the fire brigade]"), "\(found)")
    }

    @Test("Whoever is quoted by another has said it, by the word of the other")
    func quotedBy() {
        let found = speakers("Reuters quoted Ana Holm as saying that Malta rejected the plan.")
        #expect(found.contains("rejected [Ana Holm < Reuters]"), "\(found)")
    }
}
