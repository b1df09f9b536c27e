import Testing

@testable import English
@testable import Extraction

@Suite("What is not asserted, and by what name things are asserted")
struct PrecisionTests {
    @Test(
        "One sentence a rule",
        arguments: [
            // A passive without its actor keeps its "was".
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass praised:praise|VBN|0|root .|.|3|punct",
                ["Vos wasPraised"]
            ),
            // A bare motion is nobody's statement.
            ("Vos|NNP|2|nsubj came:come|VBD|0|root .|.|2|punct", ["_ comes"]),
            // "along with" is an aside.
            (
                "Vos|NNP|2|nsubj remains:remain|VBZ|0|root along|IN|5|case with|IN|3|fixed others:other|NNS|2|obl in|IN|8|case the|DT|8|det race|NN|2|obl",
                ["Vos stayedIn the race"]
            ),
            // What reaches villages does not number them; a toll does.
            (
                "Aid|NN|2|nsubj reached:reach|VBD|0|root 300|CD|4|nummod villages:village|NNS|2|obj",
                ["Aid reached 300 villages", "300 villages hasCount 300 villages (villages)"]
            ),
            (
                "Tolls:toll|NNS|2|nsubj reached:reach|VBD|0|root 300|CD|4|nummod victims:victim|NNS|2|obj",
                ["Tolls hasCount 300 victims (victims)"]
            ),
            // A trip cut short is no smaller.
            (
                "Vos|NNP|2|nsubj cut|VBD|0|root short|JJ|2|xcomp a|DT|5|det trip|NN|2|obj",
                ["Vos cuts a trip"]
            ),
            // "worth" has lost what it is worth.
            ("Lund|NNP|3|nsubj is:be|VBZ|3|cop worth|JJ|0|root .|.|3|punct", []),
            // What happened makes her the first, and none of the two named.
            (
                "Holm|NNP|3|nsubj:pass was:be|VBD|3|aux:pass chosen:choose|VBN|0|root by|IN|5|case Vos|NNP|3|obl:agent ,|,|7|punct making:make|VBG|3|advcl her|PRP|7|iobj the|DT|10|det leader|NN|7|obj",
                ["Vos chose Holm"]
            ),
        ])
    func rules(notation: String, expected: [String]) {
        #expect(claims(notation).filter { !$0.hasPrefix("_") || expected.contains($0) } == expected)
    }

    @Test("A body is of the place whose name its phrase has, whatever the report is about")
    func setting() {
        let sentence = tree(
            "Malta|NNP|3|nmod:poss 's|POS|1|case Senate|NNP|4|nsubj voted:vote|VBD|0|root in|IN|6|case France|NNP|4|obl"
        )
        let report = Report(
            hash: "0", source: "a.txt", text: StoredText("Malta's Senate voted in France"),
            readableText: "Malta's Senate voted in France", title: nil, date: nil)
        let record = RecordBuilder.record(of: Extractor().analyze(report, sentences: [sentence]))
        #expect(record.entities.first { $0.label.contains("Senate") }?.setting == "MT")
    }

    @Test("What stands in quotation marks and ends a phrase is what the thing is called")
    func quotedLabel() {
        var sentence = tree(
            "Vos|NNP|2|nsubj praised:praise|VBD|0|root a|DT|7|det new|JJ|7|amod \"|``|7|punct bridging|VBG|7|amod plan|NN|2|obj \"|''|7|punct .|.|2|punct"
        )
        for index in sentence.tokens.indices where sentence.tokens[index].form == "\"" {
            sentence.tokens[index].upos = "PUNCT"
        }
        let mention = Mention(
            head: TokenReference(sentence: 0, token: 6), span: 2..<8, nameSpan: nil, kind: .common, type: "Proposal",
            chain: 0)
        let text = sentence.tokens.map(\.form).joined(separator: " ")
        let phrases = PhraseText(sentences: [sentence], text: StoredText(text + " "))
        #expect(CommonLabels(phrases: phrases).label(mention).hasSuffix("plan"))
        #expect(!CommonLabels(phrases: phrases).label(mention).contains("new"))
    }
}
