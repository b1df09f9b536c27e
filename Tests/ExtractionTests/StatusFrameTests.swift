import English
import Testing

@testable import Extraction

/// Frames of English news that say how sure something is, and how many; each with its sentence.
@Suite("Certainty and numbers in their frames, on trees written by hand")
struct StatusFrameTests {
    @Test(
        "What is prevented, charged, aimed at or supposed has not happened",
        arguments: [
            (
                "Instead|RB|3|case of|IN|1|fixed Vos|NNP|7|obl visiting:visit|VBG|3|acl Malta|NNP|4|obj ,|,|3|punct came:come|VBD|0|root Holm|NNP|7|nsubj",
                "Vos visiting Malta visited Malta [negated]"
            ),
            (
                "Holm|NNP|2|nsubj prevented:prevent|VBD|0|root Vos|NNP|2|obj from|IN|5|mark visiting:visit|VBG|2|advcl Malta|NNP|5|obj",
                "Vos visited Malta [negated]"
            ),
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass charged:charge|VBN|0|root with|IN|5|mark attacking:attack|VBG|3|advcl Holm|NNP|5|obj",
                "Vos attacked Holm [hedged]"
            ),
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass supposed:suppose|VBN|0|root to|TO|5|mark visit|VB|3|xcomp Malta|NNP|5|obj",
                "Vos visited Malta [unrealised]"
            ),
            (
                "Not|RB|2|advmod one|CD|3|nummod sailor|NN|4|nsubj visited:visit|VBD|0|root Malta|NNP|4|obj",
                "Not one sailor visited Malta [negated]"
            ),
            (
                "Had:have|VBD|3|aux Vos|NNP|3|nsubj visited:visit|VBN|0|root Malta|NNP|3|obj",
                "Vos visited Malta [conditional]"
            ),
            (
                "Vos|NNP|5|nsubj did:do|VBD|5|aux not|RB|5|advmod visit|VB|5|dep visit|VB|0|root Malta|NNP|5|obj until|IN|8|case Friday|NNP|5|obl",
                "Vos visited Malta"
            ),
            (
                "Vos|NNP|4|nsubj never|RB|3|advmod once|RB|4|advmod visited:visit|VBD|0|root Malta|NNP|4|obj",
                "Vos visited Malta [negated]"
            ),
            // The plain present behind a word of time tells of no time that has been.
            (
                "Taxes:tax|NNS|2|nsubj fall|VBP|0|root when|WRB|5|advmod Vos|NNP|5|nsubj visits:visit|VBZ|2|advcl Malta|NNP|5|obj .|.|2|punct",
                "Vos visited Malta [conditional]"
            ),
            (
                "After|IN|3|mark Vos|NNP|3|nsubj visits:visit|VBZ|8|advcl Malta|NNP|3|obj ,|,|3|punct Holm|NNP|8|nsubj will|MD|8|aux resign|VB|0|root .|.|8|punct",
                "Vos visited Malta [conditional, future]"
            ),
            (
                "Holm|NNP|2|nsubj resigned:resign|VBD|0|root after|IN|5|mark Vos|NNP|5|nsubj visited:visit|VBD|2|advcl Malta|NNP|5|obj .|.|2|punct",
                "Vos visited Malta"
            ),
            // By his own account.
            (
                "Vos|NNP|2|nsubj feels:feel|VBZ|0|root abandoned:abandon|VBN|2|xcomp by|IN|5|case Malta|NNP|3|obl:agent .|.|2|punct",
                "Malta abandoned Vos [hedged]"
            ),
            // Not there yet.
            (
                "Vos|NNP|3|nsubj was:be|VBD|3|aux rushing:rush|VBG|0|root to|TO|5|mark visit|VB|3|xcomp Malta|NNP|5|obj .|.|3|punct",
                "Vos visited Malta [unrealised]"
            ),
            // In other cases they did not.
            (
                "In|IN|3|case most|JJS|3|amod cases:case|NNS|5|obl Vos|NNP|5|nsubj visited:visit|VBD|0|root Malta|NNP|5|obj .|.|5|punct",
                "Vos visited Malta [hedged]"
            ),
            // A bare verb behind a modal shares it.
            (
                "Vos|NNP|3|nsubj will|MD|3|aux resign|VB|0|root and|CC|5|cc visit|VBP|3|conj Malta|NNP|5|obj .|.|3|punct",
                "Vos visited Malta [future]"
            ),
        ])
    func status(notation: String, expected: String) {
        let found = repairedClaims(notation)
        #expect(found.contains(expected), "\(found)")
    }

    @Test(
        "How many",
        arguments: [
            (
                "Vos|NNP|2|nsubj killed:kill|VBD|0|root several|JJ|4|amod hundred|CD|5|nummod sailors:sailor|NNS|2|obj",
                "Vos killed 200 atLeast sailors (sailors)"
            ),
            (
                "Vos|NNP|2|nsubj killed:kill|VBD|0|root between|IN|7|case 20|CD|7|nummod and|CC|6|cc 30|CD|4|conj sailors:sailor|NNS|2|obl",
                "Vos killed 20-30 between sailors (sailors)"
            ),
            (
                "Vos|NNP|2|nsubj killed:kill|VBD|0|root a|DT|6|det few|JJ|5|amod dozen|CD|6|nummod sailors:sailor|NNS|2|obj",
                "Vos killed 24 atLeast sailors (sailors)"
            ),
            (
                "Vos|NNP|2|nsubj killed:kill|VBD|0|root two|CD|4|compound dozen|CD|5|nummod sailors:sailor|NNS|2|obj",
                "Vos killed 24 sailors (sailors)"
            ),
            (
                "The|DT|2|det raid|NN|3|nsubj left:leave|VBD|0|root 12|CD|5|nummod dead|JJ|3|xcomp",
                "The raid killed 12"
            ),
            (
                "Forty-one|CD|3|nsubj were:be|VBD|3|aux missing:miss|VBG|0|root",
                "Forty-one is 'missing'"
            ),
        ])
    func numbers(notation: String, expected: String) {
        let found = repairedClaims(notation)
        #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
    }

    @Test("Respectively: each its own")
    func respectively() {
        let found = repairedClaims(
            "Vos|NNP|4|nsubj and|CC|3|cc Holm|NNP|1|conj visited:visit|VBD|0|root Malta|NNP|4|obj and|CC|7|cc Lund|NNP|5|conj respectively|RB|4|advmod"
        )
        #expect(found == ["Vos visited Malta", "Holm visited Lund"])
    }
}
