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

    @Test(
        "An arc that the parser doubts is none to doubt where the words leave no other reading",
        arguments: [
            // Nothing stands between a subject and its finite verb.
            ("Vos|NNP|2|nsubj visited:visit|VBD|0|root Malta|NNP|2|obj .|.|2|punct", 0, true),
            (
                "Vos|NNP|5|nsubj ,|,|4|punct who|WP|4|nsubj left:leave|VBD|1|acl:relcl visited:visit|VBD|0|root Malta|NNP|5|obj .|.|5|punct",
                0, true
            ),
            (
                "Vos|NNP|4|nsubj the|DT|3|det union|NN|4|dep visited:visit|VBD|0|root Malta|NNP|4|obj .|.|4|punct", 0,
                false
            ),
            // Who says the one adds the other.
            (
                "Vos|NNP|2|nsubj said:say|VBD|0|root it|PRP|4|nsubj failed:fail|VBD|2|ccomp ,|,|6|punct adding:add|VBG|2|advcl that|IN|9|mark Malta|NNP|9|nsubj won:win|VBD|6|ccomp .|.|2|punct",
                5, true
            ),
            // Between commas, with an article.
            (
                "Reuters|NNP|7|nsubj ,|,|5|punct a|DT|5|det news|NN|5|compound agency|NN|1|appos ,|,|1|punct agreed:agree|VBD|0|root .|.|7|punct",
                4, true
            ),
        ])
    func plainArc(notation: String, token: Int, isFact: Bool) {
        var sentence = tree(notation)
        sentence.tokens[token].probability = 0.2
        let claims = ClaimExtractor(leastConfidence: 0).claims(sentences: [sentence])
        let touched = claims.filter {
            $0.predicate.contains(token) || $0.subject?.head.token == token || $0.relation == "is"
        }
        #expect(!touched.isEmpty)
        #expect(touched.allSatisfy { $0.isFact == isFact }, "\(touched.map(\.relation))")
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
