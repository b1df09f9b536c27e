import English
import Testing

@testable import Extraction

/// Who is meant by a word for how many, and by what stands beside a name.
@Suite("Quantifiers and second roles as subjects")
struct QuantifierTests {
    @Test(
        "Some of the many are somebody, a quantifier alone is nobody; what a name is besides is nobody else",
        arguments: [
            (
                "Some|DT|5|nsubj of|IN|4|case the|DT|4|det sailors:sailor|NNS|1|nmod visited:visit|VBD|0|root Malta|NNP|5|obj .|.|5|punct",
                ["Some of the sailors visited Malta"]
            ),
            ("Some|DT|2|nsubj visited:visit|VBD|0|root Malta|NNP|2|obj .|.|2|punct", ["_ visited Malta"]),
            (
                "All|DT|5|nsubj of|IN|4|case a|DT|4|det sudden|JJ|1|nmod visited:visit|VBD|0|root Malta|NNP|5|obj .|.|5|punct",
                ["_ visited Malta"]
            ),
            (
                "Holm|NNP|6|nsubj ,|,|3|punct analyst|NN|1|appos and|CC|5|cc founder|NN|1|conj visited:visit|VBD|0|root Malta|NNP|6|obj .|.|6|punct",
                ["Holm visited Malta"]
            ),
            (
                "Holm|NNP|4|nsubj and|CC|3|cc Vos|NNP|1|conj visited:visit|VBD|0|root Malta|NNP|4|obj .|.|4|punct",
                ["Holm visited Malta", "Vos visited Malta"]
            ),
        ])
    func subjects(notation: String, expected: [String]) {
        let found = claims(notation).filter { $0.contains("visited") }
        #expect(found.count == expected.count, "\(found)")
        for (claim, words) in zip(found, expected) { #expect(claim.hasPrefix(words), "\(found)") }
    }

    @Test("A number of two words before a hyphen and an age is one")
    func age() {
        let found = claims(
            "Thirty|CD|3|nummod -|HYPH|3|punct one|CD|5|nummod -|HYPH|5|punct year|NN|7|nmod -|HYPH|7|punct old|JJ|8|amod Vos|NNP|9|nsubj left:leave|VBD|0|root .|.|9|punct"
        )
        #expect(found.contains { $0.contains("Vos hasAge 31") }, "\(found)")
    }

    @Test("How long a ship is does nothing, and what is cited as one's part in a thing is alleged")
    func measuresAndCharges() {
        let ship = claims(
            "The|DT|4|det 90|CD|4|nummod -|HYPH|4|punct foot|NN|5|nsubj hit|VBD|0|root Malta|NNP|5|obj .|.|5|punct")
        #expect(ship.allSatisfy { $0.hasPrefix("_") }, "\(ship)")
        let part = claims(
            "Vos|NNP|2|nsubj cited:cite|VBD|0|root his|PRP$|4|nmod:poss involvement|NN|2|obj in|IN|7|case the|DT|7|det war|NN|4|nmod .|.|2|punct"
        )
        #expect(!part.contains("his participantIn the war"), "\(part)")
    }

    @Test("Whoever hears what is told in court says nothing")
    func hearing() {
        let found = repairedClaims(
            "The|DT|2|det court|NN|3|nsubj heard:hear|VBD|0|root Vos|NNP|5|nsubj visited:visit|VBD|3|ccomp Malta|NNP|5|obj .|.|3|punct"
        )
        #expect(found.contains { $0.hasPrefix("The court heard") }, "\(found)")
    }
}
