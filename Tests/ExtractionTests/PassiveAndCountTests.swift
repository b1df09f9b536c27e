import Testing

@testable import Extraction

@Suite("Passives, counts and who is meant, on trees written by hand")
struct PassiveAndCountTests {
    @Test(
        "One sentence a rule",
        arguments: [
            // A label behind a participle is no object of an act.
            (
                "The|DT|2|det move|NN|6|nsubj ,|,|4|punct called:call|VBN|2|acl Brexit|NNP|4|obj failed:fail|VBD|0|root .|.|6|punct",
                ["The move knownAs Brexit", "The move failed"]
            ),
            // A measure behind "by" acts in nothing.
            (
                "The|DT|2|det motion|NN|4|nsubj:pass was:be|VBD|4|aux:pass defeated:defeat|VBN|0|root by|IN|7|case one|CD|7|nummod vote|NN|4|obl .|.|4|punct",
                ["_ defeated The motion", "The motion wasDefeated"]
            ),
            // A headline's past form of a verb that needs an object is a passive.
            (
                "Vos|NNP|2|nsubj arrested:arrest|VBD|0|root in|IN|4|case Oslo|NNP|2|obl",
                ["_ arrested Vos", "Vos wasArrested"]
            ),
            // The relative clause's verb tells which noun it is said of.
            (
                "The|DT|2|det leader|NN|9|nsubj of|IN|5|case the|DT|5|det rebels:rebel|NNS|2|nmod who|WP|8|nsubj have|VBP|8|aux fled:flee|VBN|2|acl:relcl spoke:speak|VBD|0|root",
                ["the rebels fled", "The leader of the rebels spoke"]
            ),
            // Two nouns joined by "or": nothing is sure of either.
            (
                "Vos|NNP|4|nsubj or|CC|3|cc Holm|NNP|1|conj visited:visit|VBD|0|root Malta|NNP|4|obj",
                ["Vos visited Malta [hedged]", "Holm visited Malta [hedged]"]
            ),
            // Who was killed has died, and how many.
            (
                "At|IN|2|case least|JJS|3|nmod 27|CD|4|nummod people|NNS|6|nsubj:pass were:be|VBD|6|aux:pass killed:kill|VBN|0|root",
                [
                    "_ killed 27 atLeast people (people)", "At least 27 people died",
                    "At least 27 people hasCount 27 atLeast people (people)",
                ]
            ),
            // A counted group keeps its number.
            (
                "Malta|NNP|2|nsubj sent:send|VBD|0|root two|CD|4|nummod helicopters:helicopter|NNS|2|obj",
                ["Malta sent two helicopters", "two helicopters hasCount 2 helicopters (helicopters)"]
            ),
            // A year counts nothing.
            (
                "Malta|NNP|2|nsubj banned:ban|VBD|0|root the|DT|5|det 2006|CD|5|nummod riots:riot|NNS|2|obj",
                ["Malta banned the 2006 riots"]
            ),
            // A sum is a number with its unit.
            (
                "Malta|NNP|2|nsubj pledged:pledge|VBD|0|root $|$|2|obj 3|CD|5|compound million|CD|3|nummod",
                ["Malta promised 3000000 USD"]
            ),
            // A number between commas behind a name is an age.
            (
                "Vos|NNP|5|nsubj ,|,|3|punct 61|CD|1|nmod:unmarked ,|,|1|punct resigned:resign|VBD|0|root",
                ["Vos , 61 hasAge 61 years", "Vos , 61 resigned"]
            ),
            // A verb and a bare noun that are one predicate.
            (
                "Vos|NNP|2|nsubj opened:open|VBD|0|root fire|NN|2|obj in|IN|5|case Oslo|NNP|2|obl",
                ["Vos opensFireIn Oslo"]
            ),
        ])
    func rule(notation: String, expected: [String]) {
        #expect(Set(claims(notation)) == Set(expected))
    }

    @Test(
        "Shares are decimals, about where no decimal is exact",
        arguments: [
            (
                "a|DT|2|det third|NN|0|root of|IN|5|case the|DT|5|det voters:voter|NNS|2|nmod",
                Quantity(value: "0.333", bound: .about, unit: "share", quantityOf: "voters")
            ),
            (
                "half|NN|0|root of|IN|4|case the|DT|4|det city|NN|1|nmod",
                Quantity(value: "0.5", unit: "share", quantityOf: "city")
            ),
            (
                "two|CD|2|nummod thirds:third|NNS|0|root of|IN|5|case the|DT|5|det seats:seat|NNS|2|nmod",
                Quantity(value: "0.667", bound: .about, unit: "share", quantityOf: "seats")
            ),
        ])
    func shares(notation: String, expected: Quantity) {
        let tree = DependencyTree(tree(notation))
        let root = tree.heads.firstIndex(of: -1) ?? 0
        #expect(QuantityReader(tree).quantity(at: root) == expected)
    }
}

@Suite("A verb in the sense of its relation, on trees written by hand")
struct VerbSenseTests {
    @Test(
        "One sentence a sense",
        arguments: [
            ("Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass left:leave|VBN|0|root alone|RB|3|advmod", "withdrewFrom"),
            ("Vos|NNP|2|nsubj left:leave|VBD|0|root Holm|NNP|2|obj", "withdrewFrom"),
            ("Vos|NNP|2|nsubj found:find|VBD|0|root the|DT|4|det law|NN|2|obj unlawful|JJ|2|xcomp", "discovered"),
            ("Vos|NNP|2|nsubj opened:open|VBD|0|root fire|NN|2|obj", "launched"),
            (
                "The|DT|2|det court|NN|3|nsubj acquitted:acquit|VBD|0|root Vos|NNP|3|obj", "convicted"
            ),
            (
                "The|DT|2|det UN|NNP|3|nsubj estimates:estimate|VBZ|0|root talks:talk|NNS|6|nsubj have|VBP|6|aux failed:fail|VBN|3|ccomp",
                "predicts"
            ),
        ])
    func isNot(notation: String, relation: String) {
        #expect(!claims(notation).contains { $0.contains(" \(relation)") })
    }

    @Test("With the word that makes it one, the sense is there")
    func isThere() {
        #expect(claims("Vos|NNP|2|nsubj left:leave|VBD|0|root Oslo|NNP|2|obj") == ["Vos left Oslo"])
        #expect(claims("Vos|NNP|2|nsubj opposed:oppose|VBD|0|root Holm|NNP|2|obj") == ["Vos opposed Holm"])
    }
}
