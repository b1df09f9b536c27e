import English
import Testing

@testable import Extraction

/// What a verb needs to mean what it means is told with it, or nothing is.
@Suite("Verbs with what they need")
struct VerbNeedTests {
    @Test(
        "One sentence a rule",
        arguments: [
            // What began is the act, which has a fact of its own.
            (
                "Vos|NNP|2|nsubj began:begin|VBD|0|root coaching:coach|VBG|2|xcomp Holm|NNP|3|obj .|.|2|punct",
                ["Vos coached Holm"]
            ),
            (
                "The|DT|2|det trial|NN|3|nsubj began:begin|VBD|0|root .|.|3|punct", ["The trial began"]
            ),
            // What somebody pleaded, and to what.
            (
                "Vos|NNP|2|nsubj pled:plead|VBD|0|root guilty|JJ|2|xcomp to|TO|5|mark stealing:steal|VBG|2|advcl coins:coin|NNS|5|obj .|.|2|punct",
                ["Vos pleaded 'guilty to stealing coins'"]
            ),
            // A preposition that a passive leaves behind, and one of two words.
            (
                "The|DT|2|det crews:crew|NNS|4|nsubj:pass are:be|VBP|4|aux:pass accounted:account|VBN|0|root for|IN|4|obl .|.|4|punct",
                ["The crews wasAccountedFor"]
            ),
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass ruled:rule|VBN|0|root out|IN|7|case of|IN|7|case the|DT|7|det match|NN|3|obl .|.|3|punct",
                ["Vos ruledOutOf the match"]
            ),
            (
                "Pupils:pupil|NNS|3|nsubj:pass were:be|VBD|3|aux:pass diagnosed:diagnose|VBN|0|root as|IN|5|case obese|JJ|3|obl .|.|3|punct",
                ["Pupils diagnosedAs 'obese'"]
            ),
            // A participle behind a hyphen is no act.
            (
                "The|DT|2|det mills:mill|NNS|6|nsubj:pass were:be|VBD|6|aux:pass hard|JJ|6|advmod -|HYPH|4|punct pressed:press|VBN|0|root .|.|6|punct",
                []
            ),
            // A particle before "to" is part of the verb.
            (
                "Vos|NNP|2|nsubj roared:roar|VBD|0|root in|RB|2|advmod to|IN|5|case Holm|NNP|2|obl .|.|2|punct",
                ["Vos roarsInTo Holm"]
            ),
            // Time spent says what on, money stays a number.
            (
                "Vos|NNP|2|nsubj spent:spend|VBD|0|root seven|CD|4|nummod years:year|NNS|2|obj painting:paint|VBG|2|advcl walls:wall|NNS|5|obj .|.|2|punct",
                ["Vos spent 'seven years painting walls'", "Vos paints walls"]
            ),
            // What is given is the object, whoever the parser takes for it.
            (
                "Vos|NNP|2|nsubj granted:grant|VBD|0|root Holm|NNP|2|obj a|DT|6|det full|JJ|6|amod pardon|NN|2|xcomp .|.|2|punct",
                ["Vos granted a full pardon"]
            ),
            (
                "Vos|NNP|2|nsubj fined:fine|VBD|0|root the|DT|7|det bank|NN|7|compound two|CD|7|nummod million|CD|5|flat euros:euro|NNS|2|obj .|.|2|punct",
                ["Vos fined the bank"]
            ),
            // People left without homes are not left behind; who has somebody worried does not have him.
            (
                "Floods:flood|NNS|2|nsubj left:leave|VBD|0|root many|JJ|4|amod families:family|NNS|2|obj homeless|JJ|4|amod .|.|2|punct",
                ["Floods displaced many families"]
            ),
            // Whoever is told only says nothing.
            ("Vos|NNP|2|nsubj told:tell|VBD|0|root reporters:reporter|NNS|2|obj .|.|2|punct", []),
            (
                "Vos|NNP|2|nsubj assured:assure|VBD|0|root Malta|NNP|2|obj that|WDT|6|mark ships:ship|NNS|6|nsubj sail|VBP|2|parataxis .|.|2|punct",
                ["Vos said 'ships sail'"]
            ),
            // Who is called on acts, in all that he is called on to do.
            (
                "Vos|NNP|2|nsubj called:call|VBD|0|root on|IN|4|case Malta|NNP|2|obl to|TO|6|mark wait|VB|2|advcl and|CC|8|cc pay|VB|2|conj .|.|2|punct",
                ["Vos urged Malta"]
            ),
        ])
    func rules(notation: String, expected: [String]) {
        let sentences = [TreeRepair.repaired(tree(notation))]
        let facts = ClaimExtractor().claims(sentences: sentences).filter { $0.isFact && $0.relation != "hasCount" }
        #expect(facts.map { line($0, in: sentences) } == expected)
    }
}
