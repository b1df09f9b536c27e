import English
import Testing

@testable import Extraction

@Suite("Labels of what has no name")
struct PhraseLabelTests {
    @Test(
        "A label keeps what its noun needs, as far as a phrase ends",
        arguments: [
            (
                "They:they|PRP|2|nsubj expressed:express|VBD|0|root interest|NN|2|obj in|IN|7|case long|JJ|7|amod term|NN|7|compound limits:limit|NNS|3|nmod in|IN|10|case the|DT|10|det recent|JJ|11|amod past|NN|7|nmod",
                "interest in long term limits in the recent past"
            ),
            // A gerund is what the noun is of.
            (
                "They:they|PRP|2|nsubj imposed:impose|VBD|0|root a|DT|4|det policy|NN|2|obj of|IN|6|mark taking:take|VBG|4|acl land|NN|6|obj from|IN|9|case owners:owner|NNS|6|obl",
                "policy of taking land from owners"
            ),
            // A number with its bound counts the head; a year names it.
            (
                "They:they|PRP|2|nsubj arrested:arrest|VBD|0|root more|JJR|5|advmod than|IN|3|fixed 20|CD|6|nummod people|NNS|2|obj",
                "more than 20 people"
            ),
            (
                "They:they|PRP|2|nsubj saw:see|VBD|0|root the|DT|5|det 2011|CD|5|nummod play|NN|2|obj",
                "2011 play"
            ),
            (
                "They:they|PRP|2|nsubj freed:free|VBD|0|root nearly|RB|5|advmod half|DT|6|det:predet a|DT|6|det million|CD|7|nummod people|NNS|2|obj",
                "nearly half a million people"
            ),
            // From where to where is one thing.
            (
                "They:they|PRP|2|nsubj boarded:board|VBD|0|root a|DT|4|det flight|NN|2|obj from|IN|6|case Lund|NNP|4|nmod to|IN|8|case Okar|NNP|4|nmod",
                "flight from Lund to Okar"
            ),
            (
                "They:they|PRP|2|nsubj studied:study|VBD|0|root ways:way|NNS|2|obj to|TO|5|mark counter|VB|3|acl military|JJ|7|amod submarines:submarine|NNS|5|obj",
                "ways to counter military submarines"
            ),
            (
                "They:they|PRP|2|nsubj have|VBP|0|root plans:plan|NNS|2|obj for|IN|6|case a|DT|6|det model|NN|3|nmod that|WDT|9|nsubj might|MD|9|aux fly|VB|6|acl:relcl",
                "plans for a model"
            ),
            (
                "It|PRP|2|nsubj hit|VBD|0|root a|DT|5|det residential|JJ|5|amod area|NN|2|obj between|IN|7|case Okar|NNP|5|nmod",
                "residential area"
            ),
            (
                "It|PRP|2|nsubj hit|VBD|0|root the|DT|4|det families:family|NNS|2|obj of|IN|6|case those|DT|4|nmod",
                "families"
            ),
            // How many are meant, where no number tells.
            ("It|PRP|2|nsubj hit|VBD|0|root most|JJS|4|amod shops:shop|NNS|2|obj", "most shops"),
            ("It|PRP|2|nsubj hit|VBD|0|root the|DT|4|det shops:shop|NNS|2|obj", "shops"),
            (
                "It|PRP|2|nsubj hit|VBD|0|root a|DT|6|det few|JJ|5|amod dozen|CD|6|nummod shops:shop|NNS|2|obj",
                "a few dozen shops"
            ),
            (
                "It|PRP|2|nsubj hit|VBD|0|root more|JJR|5|advmod than|IN|3|fixed half|NN|2|obj of|IN|8|case the|DT|8|det shops:shop|NNS|5|nmod",
                "more than half of the shops"
            ),
            (
                "It|PRP|2|nsubj hit|VBD|0|root a|DT|6|det nearly|RB|5|advmod empty|JJ|6|amod hall|NN|2|obj",
                "nearly empty hall"
            ),
            (
                "He|PRP|2|nsubj wrote|VBD|0|root a|DT|4|det letter|NN|2|obj of|IN|6|case complaint|NN|4|nmod to|IN|9|case the|DT|9|det Journal|NNP|4|nmod of|IN|11|case Harland|NNP|9|nmod",
                "letter of complaint to the Journal of Harland"
            ),
        ])
    func label(notation: String, expected: String) {
        let sentence = tree(notation)
        let text = sentence.tokens.map(\.form).joined(separator: " ")
        let labels = CommonLabels(phrases: PhraseText(sentences: [sentence], text: StoredText(text)))
        let head = sentence.tokens.firstIndex { $0.relation == "obj" && $0.head == 1 } ?? 0
        let mention = Mention(
            head: TokenReference(sentence: 0, token: head), span: 2..<sentence.tokens.count, nameSpan: nil,
            kind: .common, type: "Thing", chain: 0)
        #expect(labels.label(mention) == expected)
    }
}
