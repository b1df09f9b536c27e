import Testing

@testable import Extraction

@Suite("Claims of clauses, on trees written by hand")
struct ClaimTests {
    @Test(
        "One sentence a rule",
        arguments: [
            (
                "Rebels|NNS|2|nsubj captured:capture|VBD|0|root the|DT|4|det town|NN|2|obj",
                ["Rebels captured the town"]
            ),
            (
                "Vos|NNP|2|nsubj resigned:resign|VBD|0|root and|CC|4|cc left:leave|VBD|2|conj Oslo|NNP|4|obj",
                ["Vos resigned", "Vos left Oslo"]
            ),
            (
                "The|DT|2|det children:child|NNS|4|nsubj:pass were:be|VBD|4|aux:pass freed:free|VBN|0|root by|IN|6|case police|NNS|4|obl:agent",
                ["police released The children"]
            ),
            (
                "Unions:union|NNS|2|nsubj said:say|VBD|0|root that|IN|6|mark talks:talk|NNS|6|nsubj had:have|VBD|6|aux failed:fail|VBN|2|ccomp",
                ["Unions said 'talks had failed'", "talks failed [by Unions]"]
            ),
            // An adjective, a verb that says all, a passive whose subject is meant, and words behind "be" name relations, too.
            ("The|DT|2|det crowd|NN|3|nsubj became:become|VBD|0|root angry|JJ|3|xcomp", ["The crowd became 'angry'"]),
            ("Exports:export|NNS|2|nsubj rose:rise|VBD|0|root", ["Exports rose"]),
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass born:bear|VBN|0|root in|IN|5|case Malta|NNP|3|obl",
                ["Vos bornIn Malta"]
            ),
            (
                "Vos|NNP|3|nsubj is:be|VBZ|3|cop responsible|JJ|0|root for|IN|6|case the|DT|6|det leak|NN|3|obl",
                ["Vos responsibleFor the leak"]
            ),
            (
                "Doctors:doctor|NNS|6|nsubj who|WP|3|nsubj treated:treat|VBD|1|acl:relcl the|DT|5|det crew|NN|3|obj spoke:speak|VBD|0|root",
                ["Doctors treated the crew", "Doctors spoke"]
            ),
            (
                "Police|NNS|2|nsubj tried:try|VBD|0|root to|TO|4|mark clear|VB|2|xcomp the|DT|6|det square|NN|4|obj",
                ["Police tried 'clear the square'", "Police clears the square [unrealised]"]
            ),
            (
                "Unions:union|NNS|2|nsubj continue|VBP|0|root to|TO|4|mark support|VB|2|xcomp Vos|NNP|4|obj",
                ["Unions backs Vos"]
            ),
            (
                "Vos|NNP|4|nsubj has:have|VBZ|4|aux not|RB|4|advmod visited:visit|VBN|0|root Malta|NNP|4|obj",
                ["Vos visited Malta [negated]"]
            ),
            (
                "Vos|NNP|3|nsubj may|MD|3|aux visit|VB|0|root Malta|NNP|3|obj",
                ["Vos visited Malta [hedged]"]
            ),
            (
                "Vos|NNP|3|nsubj will|MD|3|aux visit|VB|0|root Malta|NNP|3|obj",
                ["Vos visited Malta [future]"]
            ),
            (
                "Talks:talk|NNS|2|nsubj failed:fail|VBD|0|root ,|,|6|punct according|VBG|6|case to|IN|4|fixed Reuters|NNP|2|obl",
                ["Talks failed [by Reuters]", "Reuters said 'Talks failed'"]
            ),
            (
                "Malta|NNP|2|nsubj failed:fail|VBD|0|root to|TO|4|mark pay|VB|2|xcomp the|DT|6|det fine|NN|4|obj",
                ["Malta paid the fine [negated]"]
            ),
            (
                "Ana|NNP|4|nsubj and|CC|3|cc Vos|NNP|1|conj met:meet|VBD|0|root",
                ["Ana met Vos"]
            ),
            (
                "The|DT|2|det fate|NN|4|nsubj is:be|VBZ|4|cop uncertain|JJ|0|root",
                ["The fate is 'uncertain'"]
            ),
            (
                "The|DT|2|det strike|NN|3|nsubj killed:kill|VBD|0|root at|IN|5|case least|JJS|6|nmod 18|CD|7|nummod people|NNS|3|obj",
                ["The strike killed 18 atLeast people (people)"]
            ),
        ])
    func rule(notation: String, expected: [String]) {
        #expect(claims(notation) == expected)
    }
}
