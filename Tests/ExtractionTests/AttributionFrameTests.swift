import English
import Testing

@testable import Extraction

/// The ways in which English news tells who says so; each with its sentence, as parsers read it.
@Suite("Who says so, on trees written by hand")
struct AttributionFrameTests {
    @Test(
        "What is said belongs to who says it",
        arguments: [
            // A bare noun before "and" describes the people who say it.
            (
                "Harbour|NN|5|nsubj and|CC|4|cc military|JJ|4|amod officials:official|NNS|1|conj said:say|VBD|0|root Malta|NNP|7|nsubj paid:pay|VBD|5|ccomp Lund|NNP|7|obj",
                "Malta paid Lund [by Harbour and military officials]"
            ),
            (
                "Vos|NNP|2|nsubj said:say|VBD|0|root in|IN|5|case a|DT|5|det letter|NN|2|obl that|IN|9|mark Malta|NNP|9|nsubj had:have|VBD|9|aux paid:pay|VBN|5|acl:relcl Lund|NNP|9|obj",
                "Malta paid Lund [by Vos]"
            ),
            (
                "Vos|NNP|2|nsubj told:tell|VBD|0|root the|DT|4|det paper|NN|2|obj that|WDT|9|obj the|DT|7|det dam|NN|9|nsubj had:have|VBD|9|aux collapsed:collapse|VBN|4|acl:relcl",
                "the dam collapsed [by Vos]"
            ),
            (
                "The|DT|2|det dam|NN|4|nsubj had:have|VBD|4|aux collapsed:collapse|VBN|6|advcl ,|,|4|punct said:say|VBD|0|root the|DT|8|det mayor|NN|6|iobj .|.|6|punct",
                "The dam collapsed [by the mayor]"
            ),
            (
                "The|DT|2|det dam|NN|3|nsubj collapsed:collapse|VBD|0|root ,|,|7|punct per|IN|7|case the|DT|7|det ministry|NN|3|obl",
                "The dam collapsed [by the ministry]"
            ),
            (
                "By|IN|3|case most|JJS|3|amod accounts:account|NNS|5|obl Vos|NNP|5|nsubj paid:pay|VBD|0|root Lund|NNP|5|obj",
                "Vos paid Lund [by most accounts]"
            ),
            (
                "In|IN|3|case the|DT|3|det words:word|NNS|7|obl of|IN|5|case Holm|NNP|3|nmod Vos|NNP|7|nsubj betrayed:betray|VBD|0|root Lund|NNP|7|obj",
                "Vos betrays Lund [by Holm]"
            ),
            (
                "As|IN|3|mark Holm|NNP|3|nsubj put|VBD|7|advcl it|PRP|3|obj ,|,|7|punct Vos|NNP|7|nsubj betrayed:betray|VBD|0|root Lund|NNP|7|obj",
                "Vos betrays Lund [by Holm]"
            ),
            (
                "Holm|NNP|2|nsubj said:say|VBD|0|root talks:talk|NNS|4|nsubj failed:fail|VBD|2|ccomp and|CC|7|cc Vos|NNP|7|nsubj left:leave|VBD|2|conj Malta|NNP|7|obj",
                "Vos left Malta [by Holm]"
            ),
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass quoted:quote|VBN|0|root as|IN|5|mark saying:say|VBG|3|advcl Malta|NNP|7|nsubj paid:pay|VBD|5|ccomp Lund|NNP|7|obj",
                "Malta paid Lund [by Vos]"
            ),
            (
                "Claims:claim|NNS|8|nsubj by|IN|3|case officials:official|NNS|1|nmod that|IN|6|mark Malta|NNP|6|nsubj paid:pay|VBD|3|acl:relcl Lund|NNP|6|obj angered:anger|VBD|0|root Holm|NNP|8|obj",
                "Malta paid Lund [hedged, by officials]"
            ),
            (
                "Vos|NNP|2|nsubj told:tell|VBD|0|root Reuters|NNP|5|nsubj he|PRP|5|nsubj left:leave|VBD|2|ccomp Malta|NNP|5|obj",
                "Vos said 'he left Malta'"
            ),
            (
                "Holm|NNP|2|nsubj said:say|VBD|0|root there|EX|4|expl was:be|VBD|2|ccomp a|DT|6|det lack|NN|4|nsubj and|CC|8|cc urged:urge|VBD|4|conj Vos|NNP|8|obj to|TO|11|mark leave|VB|8|xcomp",
                "Holm urged Vos"
            ),
            (
                "Holm|NNP|2|nsubj said:say|VBD|0|root in|IN|4|case May|NNP|7|obl Malta|NNP|7|nsubj had:have|VBD|7|aux paid:pay|VBN|2|ccomp Lund|NNP|7|obj",
                "Holm said 'Malta had paid Lund'"
            ),
            (
                "Holm|NNP|2|nsubj said:say|VBD|0|root Malta|NNP|4|nsubj paid:pay|VBD|2|ccomp Lund|NNP|4|obj ;|:|8|punct Vos|NNP|8|nsubj wept:weep|VBD|4|conj",
                "Holm said 'Malta paid Lund'"
            ),
            (
                "Fashion|NN|2|compound designer|NN|5|nsubj Mary|NNP|5|nsubj Quant|NNP|3|flat said:say|VBD|0|root Malta|NNP|7|nsubj paid:pay|VBD|5|ccomp Lund|NNP|7|obj",
                "Malta paid Lund [by Fashion designer Mary Quant]"
            ),
            (
                "Holm|NNP|8|nsubj reported:report|VBD|0|root in|IN|4|case May|NNP|2|obl ,|,|8|punct sailors:sailor|NNS|8|nsubj had:have|VBD|8|aux left:leave|VBN|2|ccomp Malta|NNP|8|obj",
                "sailors left Malta [by Holm]"
            ),
            (
                "Fuel|NN|4|nsubj ,|,|1|punct officials:official|NNS|4|nsubj said:say|VBD|0|root ,|,|6|punct crossed:cross|VBD|4|ccomp Malta|NNP|6|obj",
                "Fuel crossed Malta [by officials]"
            ),
            (
                "The|DT|2|det ministry|NN|3|nsubj has:have|VBZ|0|root ,|,|3|punct in|IN|7|case a|DT|7|det letter|NN|3|obl ,|,|3|punct urged:urge|VBN|7|acl Vos|NNP|9|obj",
                "The ministry urged Vos"
            ),
            (
                "Voter|NNP|2|compound Kitty|NNP|4|nsubj Mak|NNP|4|nsubj said:say|VBD|0|root Malta|NNP|6|nsubj paid:pay|VBD|4|ccomp Lund|NNP|6|obj",
                "Malta paid Lund [by Voter Kitty Mak]"
            ),
            (
                "Holm|NNP|2|nsubj said:say|VBD|0|root Vos|NNP|5|nsubj had:have|VBD|5|aux left:leave|VBN|2|ccomp Malta|NNP|5|obj but|CC|9|cc had:have|VBD|9|aux visited:visit|VBN|2|conj Lund|NNP|9|obj",
                "Vos visited Lund [by Holm]"
            ),
        ])
    func speaker(notation: String, expected: String) {
        let found = repairedClaims(notation)
        #expect(found.contains(expected), "\(found)")
    }

    @Test(
        "A clause about a noun is not what is said, and a measure is no source",
        arguments: [
            (
                "Vos|NNP|2|nsubj announced:announce|VBD|0|root a|DT|4|det plan|NN|2|obj that|WDT|7|obj unions:union|NNS|7|nsubj rejected:reject|VBD|4|acl:relcl",
                "unions rejected a plan"
            ),
            (
                "Malta|NNP|2|nsubj paid:pay|VBD|0|root Lund|NNP|2|obj nine|CD|5|nummod euros:euro|NNS|2|obj per|IN|7|case day|NN|2|obl",
                "Malta paid 9 EUR"
            ),
        ])
    func unreported(notation: String, expected: String) {
        let found = repairedClaims(notation)
        #expect(found.contains(expected), "\(found)")
    }

    @Test(
        "An object alone may be half of what is said",
        arguments: [
            (
                "Holm|NNP|2|nsubj called:call|VBD|0|root the|DT|4|det law|NN|2|obj a|DT|6|det crime|NN|2|xcomp",
                ["Holm calls 'the law a crime'"]
            ),
            (
                "Holm|NNP|2|nsubj had:have|VBD|0|root her|PRP$|4|nmod:poss home|NN|2|obj searched:search|VBN|2|xcomp",
                ["_ searches [unrealised]"]
            ),
            (
                "The|DT|2|det pact|NN|3|nsubj allows:allow|VBZ|0|root sailors:sailor|NNS|3|obj to|TO|6|mark leave|VB|3|xcomp Malta|NNP|6|obj",
                ["The pact allowed 'sailors to leave Malta'", "sailors left Malta [unrealised]"]
            ),
        ])
    func whole(notation: String, expected: [String]) {
        #expect(repairedClaims(notation) == expected)
    }
}
