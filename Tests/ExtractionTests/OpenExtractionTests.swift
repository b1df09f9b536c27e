import Testing

@testable import Extraction

@Suite("Open extraction, on trees written by hand")
struct OpenExtractionTests {
    private func tuples(_ rendering: OpenExtractor.Rendering, _ notation: String) -> [String] {
        OpenExtractor(rendering).tuples(tree(notation)).map {
            ([$0.arguments[0], $0.relation] + $0.arguments.dropFirst()).joined(separator: " | ")
        }
    }

    @Test(
        "Maximal tuples",
        arguments: [
            (
                "The|DT|2|det council|NN|3|nsubj met:meet|VBD|0|root in|IN|5|case Lund|NNP|3|obl on|IN|7|case Monday|NNP|3|obl",
                ["The council | met in | Lund | on Monday"]
            ),
            (
                "Police|NNS|2|nsubj tried:try|VBD|0|root to|TO|4|mark clear|VB|2|xcomp the|DT|6|det square|NN|4|obj",
                ["Police | tried to clear | the square"]
            ),
            (
                "Ships:ship|NNS|5|nsubj:pass carrying:carry|VBG|1|acl grain|NN|2|obj were:be|VBD|5|aux:pass stopped:stop|VBN|0|root",
                ["Ships | be carrying | grain"]
            ),
            (
                "Unions:union|NNS|2|nsubj said:say|VBD|0|root that|IN|6|mark talks:talk|NNS|6|nsubj had:have|VBD|6|aux failed:fail|VBN|2|ccomp in|IN|8|case March|NNP|6|obl",
                ["Unions | said that | talks had failed in March", "talks | had failed in | March"]
            ),
        ])
    func maximal(notation: String, expected: [String]) {
        #expect(tuples(.maximal, notation) == expected)
    }

    @Test(
        "Minimal triples",
        arguments: [
            (
                "Ana|NNP|4|nsubj and|CC|3|cc Bo|NNP|1|conj sued:sue|VBD|0|root the|DT|6|det bank|NN|4|obj",
                ["Ana | sued | the bank", "Bo | sued | the bank"]
            ),
            (
                "She|PRP|2|nsubj led:lead|VBD|0|root a|DT|4|det group|NN|2|obj of|IN|6|case doctors:doctor|NNS|4|nmod",
                ["She | led | a group of doctors", "She | led a group of | doctors"]
            ),
            (
                "In|IN|2|case May|NNP|4|obl she|PRP|4|nsubj left:leave|VBD|0|root Oslo|NNP|4|obj",
                ["she | left | Oslo", "she | left Oslo In | May"]
            ),
        ])
    func minimal(notation: String, expected: [String]) {
        #expect(tuples(.minimal, notation) == expected)
    }
}
