import English
import Testing

@testable import Extraction

@Suite("How probable a claim is")
struct ConfidenceTests {
    @Test(
        "A claim that leaves out what its clause needs, or whose tree is in doubt, is less probable than one that does not",
        arguments: [
            // What one was asked to do is left out.
            (
                "Vos|NNP|2|nsubj helped:help|VBD|0|root Malta|NNP|2|obj",
                "Vos|NNP|2|nsubj helped:help|VBD|0|root Malta|NNP|2|obj pay|VB|2|xcomp"
            ),
            // A word that goes on before the phrase.
            (
                "Control|NN|2|compound towers:tower|NNS|3|nsubj fell:fall|VBD|0|root",
                "Air|NN|2|dep -|HYPH|4|punct control|NN|4|compound towers:tower|NNS|5|nsubj fell:fall|VBD|0|root"
            ),
        ])
    func lessProbable(notation: String, worse: String) throws {
        #expect(try #require(confidence(worse)) < #require(confidence(notation)))
    }

    @Test("An arc that the parser doubts makes a claim less probable")
    func doubtfulArc() throws {
        let sure = tree("Vos|NNP|2|nsubj visited:visit|VBD|0|root Malta|NNP|2|obj")
        var unsure = sure
        unsure.tokens[2].probability = 0.55
        #expect(try #require(confidence([unsure])) < #require(confidence([sure])))
    }

    @Test("Below the least confidence a claim stays a claim, but no fact")
    func noFact() {
        let sentences = [tree("Vos|NNP|2|nsubj visited:visit|VBD|0|root Malta|NNP|2|obj")]
        func areFacts(_ least: Float) -> [Bool] {
            ClaimExtractor(leastConfidence: least).claims(sentences: sentences).map(\.isFact)
        }
        #expect(areFacts(0) == [true])
        #expect(areFacts(1) == [false])
    }

    private func confidence(_ notation: String) -> Float? { confidence([tree(notation)]) }

    /// The confidence of a report's first claim.
    private func confidence(_ sentences: [Sentence]) -> Float? {
        ClaimExtractor().features(sentences: sentences, mentions: [], date: nil).first.flatMap {
            $0.map(FactConfidence.confidence)
        }
    }
}
