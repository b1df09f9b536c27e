import Testing

@testable import Extraction

/// Row by row what the design's table of cues says; each with its sentence.
@Suite("Polarity and certainty, on trees written by hand")
struct CertaintyTests {
    @Test(
        "Auxiliaries, adverbs and negative words",
        arguments: [
            (
                "Vos|NNP|3|nsubj never|RB|3|advmod visited:visit|VBD|0|root Malta|NNP|3|obj",
                ["Vos visited Malta [negated]"]
            ),
            (
                "Nobody|NN|2|nsubj visited:visit|VBD|0|root Malta|NNP|2|obj",
                ["Nobody visited Malta [negated]"]
            ),
            (
                "No|DT|2|det envoy|NN|3|nsubj visited:visit|VBD|0|root Malta|NNP|3|obj",
                ["No envoy visited Malta [negated]"]
            ),
            (
                "Few|JJ|2|amod envoys:envoy|NNS|3|nsubj visited:visit|VBD|0|root Malta|NNP|3|obj",
                ["Few envoys visited Malta [negated, hedged]"]
            ),
            (
                "Vos|NNP|3|nsubj reportedly|RB|3|advmod visited:visit|VBD|0|root Malta|NNP|3|obj",
                ["Vos visited Malta [hedged]"]
            ),
            (
                "Vos|NNP|3|nsubj should|MD|3|aux visit|VB|0|root Malta|NNP|3|obj",
                ["Vos visited Malta [unrealised]"]
            ),
            (
                "Vos|NNP|3|nsubj would|MD|3|aux visit|VB|0|root Malta|NNP|3|obj",
                ["Vos visited Malta [unrealised]"]
            ),
            (
                "Did:do|VBD|3|aux Vos|NNP|3|nsubj visit|VB|0|root Malta|NNP|3|obj ?|.|3|punct",
                ["Vos visited Malta [unrealised]"]
            ),
            (
                "Vos|NNP|4|nsubj did:do|VBD|4|aux n't|RB|4|advmod visit|VB|0|root Malta|NNP|4|obj",
                ["Vos visited Malta [negated]"]
            ),
        ])
    func ownMarks(notation: String, expected: [String]) {
        #expect(claims(notation) == expected)
    }

    @Test(
        "Governing verbs and adjectives",
        arguments: [
            (
                "Vos|NNP|2|nsubj managed:manage|VBD|0|root to|TO|4|mark visit|VB|2|xcomp Malta|NNP|4|obj",
                ["Vos visited Malta"]
            ),
            (
                "Vos|NNP|2|nsubj seems:seem|VBZ|0|root to|TO|4|mark support|VB|2|xcomp Malta|NNP|4|obj",
                ["Vos backs Malta [hedged]"]
            ),
            (
                "Vos|NNP|3|nsubj is:be|VBZ|3|cop unable|JJ|0|root to|TO|5|mark visit|VB|3|xcomp Malta|NNP|5|obj",
                ["Vos visited Malta [negated]"]
            ),
            (
                "Vos|NNP|3|nsubj is:be|VBZ|3|aux going:go|VBG|0|root to|TO|5|mark visit|VB|3|xcomp Malta|NNP|5|obj",
                ["Vos visited Malta [future]"]
            ),
            (
                "Unions:union|NNS|2|nsubj claim|VBP|0|root that|IN|5|mark Vos|NNP|5|nsubj visited:visit|VBD|2|ccomp Malta|NNP|5|obj",
                ["Unions claims 'Vos visited Malta'", "Vos visited Malta [hedged, by Unions]"]
            ),
            (
                "Unions:union|NNS|2|nsubj deny|VBP|0|root that|IN|5|mark Vos|NNP|5|nsubj visited:visit|VBD|2|ccomp Malta|NNP|5|obj",
                ["Unions denied 'Vos visited Malta'", "Vos visited Malta [negated, by Unions]"]
            ),
        ])
    func governors(notation: String, expected: [String]) {
        #expect(claims(notation) == expected)
    }

    @Test("A condition makes its clause and the main clause conditional")
    func condition() {
        #expect(
            claims(
                "If|IN|3|mark talks:talk|NNS|3|nsubj fail|VBP|7|advcl ,|,|3|punct Vos|NNP|7|nsubj will|MD|7|aux visit|VB|0|root Malta|NNP|7|obj"
            ) == ["talks failed [conditional]", "Vos visited Malta [conditional, future]"])
    }

    @Test("A purpose is no fact")
    func purpose() {
        #expect(
            claims(
                "Vos|NNP|2|nsubj left:leave|VBD|0|root Oslo|NNP|2|obj to|TO|5|mark visit|VB|2|advcl Malta|NNP|5|obj"
            ) == ["Vos left Oslo", "Vos visited Malta [unrealised]"])
    }
}
