import English
import Testing

@testable import Extraction

/// What is said and where it ends, what is only talked of, and who is no speaker: each with its sentence, as parsers read it.
@Suite("What is said, on trees written by hand")
struct SpeechFrameTests {
    @Test(
        "One sentence a rule",
        arguments: [
            // Behind a comma a participle of saying is the speaker's again, and no part of what was said before it.
            (
                "Holm|NNP|2|nsubj told:tell|VBD|0|root Reuters|NNP|2|iobj she|PRP|5|nsubj accepted:accept|VBD|2|ccomp the|DT|7|det deal|NN|5|obj ,|,|9|punct saying:say|VBG|5|advcl Malta|NNP|11|nsubj paid:pay|VBD|9|ccomp Lund|NNP|11|obj",
                ["Holm said 'she accepted the deal'", "Holm said 'Malta paid Lund'", "Malta paid Lund [by Holm]"]
            ),
            // A clause without a subject is somebody's words all the same.
            (
                "Holm|NNP|2|nsubj wrote:write|VBD|0|root :|:|5|punct Deeply|RB|5|advmod saddened:sadden|VBN|2|ccomp by|IN|8|case the|DT|8|det loss|NN|5|obl",
                ["_ saddens [by Holm]"]
            ),
            // What a source says ends before "but" with a subject of its own.
            (
                "Vos|NNP|2|nsubj paid:pay|VBD|0|root Lund|NNP|2|obj ,|,|7|punct according:accord|VBG|7|case to|TO|5|fixed prosecutors:prosecutor|NNS|2|obl ,|,|11|punct but|CC|11|cc Malta|NNP|11|nsubj left:leave|VBD|2|conj Oslo|NNP|11|obj",
                ["prosecutors said 'Vos paid Lund'", "Vos paid Lund [by prosecutors]", "Malta left Oslo"]
            ),
            // A court's finding is the court's.
            (
                "The|DT|2|det court|NN|3|nsubj found:find|VBD|0|root the|DT|5|det order|NN|3|obj to|TO|8|mark be|VB|8|cop unlawful|JJ|3|xcomp",
                ["the order is 'unlawful' [by The court]"]
            ),
            // A bill changes nothing yet.
            (
                "Parliament|NN|2|nsubj approved:approve|VBD|0|root a|DT|4|det bill|NN|2|obj legalising:legalise|VBG|4|acl abortion|NN|5|obj",
                ["a bill legalising abortion legalises abortion [unrealised]"]
            ),
            // Who talks of what happened tells it.
            (
                "Vos|NNP|2|nsubj talked:talk|VBD|0|root of|IN|5|mark being:be|VBG|5|aux:pass robbed:rob|VBN|2|advcl by|IN|7|case Holm|NNP|5|obl:agent",
                ["Holm robbed Vos [by Vos]"]
            ),
            // The family of a play runs no shop.
            (
                "It|PRP|3|nsubj is:be|VBZ|3|cop based:base|VBN|0|root on|IN|6|case a|DT|6|det play|NN|3|obl about|IN|9|case a|DT|9|det family|NN|6|nmod that|WDT|11|nsubj runs:run|VBZ|9|acl:relcl Oslo|NNP|11|obj",
                ["a family leads Oslo [hedged]"]
            ),
            // What "newspaper" names stands behind it.
            (
                "Malta|NNP|2|nsubj paid:pay|VBD|7|ccomp ,|,|7|punct newspaper|NN|7|nsubj The|DT|6|det Courier|NNP|7|nsubj reported:report|VBD|0|root .|.|7|punct",
                ["newspaper The Courier said 'Malta paid'"]
            ),
            // Officials of two states are no state.
            (
                "Ohio|NNP|5|nsubj and|CC|4|cc Texas|NNP|4|compound officials:official|NNS|5|nsubj said:say|VBD|0|root Malta|NNP|7|nsubj paid:pay|VBD|5|ccomp Lund|NNP|7|obj",
                ["Malta paid Lund [by Ohio and Texas officials]"]
            ),
            // A condition belongs to what is said under it.
            (
                "Vos|NNP|2|nsubj says:say|VBZ|0|root if|IN|5|mark Malta|NNP|5|nsubj pays:pay|VBZ|2|ccomp ,|,|8|punct Lund|NNP|8|nsubj wins:win|VBZ|2|ccomp Oslo|NNP|8|obj",
                ["Vos said 'if Malta pays, Lund wins Oslo'", "Lund won Oslo [conditional, by Vos]"]
            ),
            // May behind a name, with a capital, is no modal.
            (
                "Ada|NNP|3|nsubj May|MD|3|aux met:meet|VB|0|root Holm|NNP|3|obj in|IN|6|case Oslo|NNP|3|obl",
                ["Ada May met Holm"]
            ),
        ])
    func rule(notation: String, expected: [String]) {
        let read = repairedClaims(notation)
        for line in expected { #expect(read.contains(line), "\(read)") }
    }

    @Test("A second of goes on with the first, and so is as doubtful")
    func markedConjunct() {
        let read = repairedClaims(
            "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass accused:accuse|VBN|0|root of|IN|5|mark robbing:rob|VBG|3|advcl Malta|NNP|5|obj and|CC|9|cc of|IN|9|mark killing:kill|VBG|3|conj Holm|NNP|9|obj"
        )
        #expect(read.contains("Vos killed Holm [hedged]"), "\(read)")
    }
}
