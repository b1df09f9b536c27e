import English
import Testing

@testable import Extraction

/// What an event comes after or amid, and what bounds a number.
@Suite("What comes with what, and how many")
struct ComingAndCountingTests {
    @Test(
        "One sentence a rule",
        arguments: [
            (
                "The|DT|2|det move|NN|3|nsubj came:come|VBD|0|root after|IN|6|mark Vos|NNP|6|nsubj cited:cite|VBD|3|advcl claims:claim|NNS|6|obj .|.|3|punct",
                ["The move followed 'Vos cited claims'", "Vos cited claims"]
            ),
            (
                "The|DT|2|det visit|NN|3|nsubj comes:come|VBZ|0|root as|IN|6|mark Malta|NNP|6|nsubj faces:face|VBZ|3|advcl pressure|NN|6|obj .|.|3|punct",
                ["The visit comesAs 'Malta faces pressure'", "Malta faced pressure"]
            ),
            // Behind an apposition the noun behind "after" has a verb of its own.
            (
                "The|DT|2|det vote|NN|3|nsubj comes:come|VBZ|0|root after|IN|5|case Holm|NNP|3|obl ,|,|8|punct the|DT|8|det envoy|NN|5|appos ,|,|10|punct withdrew:withdraw|VBD|3|conj her|PRP$|12|nmod:poss bid|NN|10|obj .|.|3|punct",
                [
                    "The vote followed 'Holm, the envoy, withdrew her bid'", "Holm is 'envoy'",
                    "Holm withdrew her bid",
                ]
            ),
            // An aim does not do what it is an aim of.
            (
                "Vos|NNP|2|nsubj trains:train|VBZ|0|root nurses:nurse|NNS|2|obj ,|,|7|punct with|IN|7|case the|DT|7|det aim|NN|2|obl of|IN|9|mark reaching:reach|VBG|7|acl villages:village|NNS|9|obj .|.|2|punct",
                ["Vos trained nurses"]
            ),
            // What has led to something, or is condemned, has happened.
            (
                "Her|PRP$|2|nmod:poss arrest|NN|3|nsubj sparked:spark|VBD|0|root protests:protest|NNS|3|obj .|.|3|punct",
                ["Her wasArrested", "Her arrest causes protests"]
            ),
            (
                "Malta|NNP|2|nsubj condemned:condemn|VBD|0|root the|DT|4|det killing|NN|2|obj of|IN|7|case a|DT|7|det teacher|NN|4|nmod by|IN|9|case soldiers:soldier|NNS|7|nmod .|.|2|punct",
                ["Malta criticized the killing of a teacher by soldiers", "soldiers killed a teacher"]
            ),
            (
                "Vos|NNP|2|nsubj said:say|VBD|0|root closing:close|VBG|2|xcomp mills:mill|NNS|3|obj was:be|VBD|6|cop wrong|JJ|2|ccomp .|.|2|punct",
                ["Vos said 'closing mills was wrong'"]
            ),
            (
                "Shares:share|NNS|2|nsubj fell:fall|VBD|0|root 3|CD|4|nummod percent|NN|2|obj .|.|2|punct",
                ["Shares declined 3 %"]
            ),
        ])
    func claims(notation: String, expected: [String]) {
        let facts = repairedClaims(notation).filter { !$0.hasPrefix("_ ") && !$0.contains("[") }
        #expect(facts == expected)
    }

    @Test(
        "A number with its bound",
        arguments: [
            (
                "Malta|NNP|2|nsubj hosts:host|VBZ|0|root up|RP|2|compound:prt to|IN|6|case 300|CD|6|nummod refugees:refugee|NNS|2|obl .|.|2|punct",
                "up to 300 refugees hasCount 300 atMost refugees (refugees)"
            ),
            (
                "Two|CD|4|nummod or|CC|3|cc more|JJR|1|conj nurses:nurse|NNS|5|nsubj left:leave|VBD|0|root .|.|5|punct",
                "Two or more nurses hasCount 2 atLeast nurses (nurses)"
            ),
            (
                "Two|CD|2|compound hundred|CD|5|nummod and|CC|4|cc five|CD|2|conj nurses:nurse|NNS|6|nsubj left:leave|VBD|0|root .|.|6|punct",
                "Two hundred and five nurses hasCount 205 nurses (nurses)"
            ),
            (
                "Sales:sale|NNS|2|nsubj exceeded:exceed|VBD|0|root 300|CD|4|nummod units:unit|NNS|2|obj .|.|2|punct",
                "Sales hasCount 300 over units (units)"
            ),
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass sentenced:sentence|VBN|0|root to|IN|6|case four|CD|6|nummod years:year|NNS|3|obl and|CC|9|cc six|CD|9|nummod months:month|NNS|6|conj .|.|3|punct",
                "Vos wasSentencedTo 'four years and six months'"
            ),
            (
                "Vos|NNP|2|nsubj raised:raise|VBD|0|root $|$|2|obj 2|CD|5|compound million|CD|3|nummod .|.|2|punct",
                "Vos raised 2000000 USD"
            ),
        ])
    func numbers(notation: String, expected: String) {
        #expect(repairedClaims(notation).contains(expected), "\(repairedClaims(notation))")
    }
}
