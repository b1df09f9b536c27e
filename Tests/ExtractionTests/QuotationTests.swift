import English
import Testing

@testable import Extraction

@Suite("Whose a quotation is, over sentences")
struct QuotationTests {
    /// The claims of a paragraph whose sentences are written by hand.
    private func claims(_ notations: [String]) -> [String] {
        var sentences: [Sentence] = []
        for notation in notations {
            let begin = sentences.last.map { $0.range.upperBound + 1 } ?? 0
            sentences.append(tree(notation, from: begin, startsLine: sentences.isEmpty))
        }
        return ClaimExtractor().claims(sentences: sentences).map { line($0, in: sentences) }
    }

    private let said =
        "``|``|4|punct Talks:talk|NNS|3|nsubj failed:fail|VBD|6|ccomp ''|''|3|punct Vos|NNP|6|nsubj said:say|VBD|0|root .|.|6|punct"
    private let quoted = "``|``|3|punct Malta|NNP|3|nsubj paid:pay|VBD|0|root .|.|3|punct ''|''|3|punct"

    @Test("It goes on with the last speaker of its paragraph")
    func speakerBefore() {
        #expect(
            claims([said, quoted]).contains("Malta pays [by Vos]")
                || claims([said, quoted]).contains("_ pays [by Vos]"))
    }

    @Test("Without one before, the next speaker of the paragraph has said it")
    func speakerBehind() {
        #expect(
            claims([quoted, said]).contains("Malta pays [by Vos]")
                || claims([quoted, said]).contains("_ pays [by Vos]"))
    }

    @Test("Else who speaks in the sentence before has")
    func speakerAnnounced() {
        let before = "Holm|NNP|2|nsubj commented:comment|VBD|0|root .|.|2|punct"
        let found = claims([before, quoted])
        #expect(found.contains("Malta pays [by Holm]") || found.contains("_ pays [by Holm]"))
    }

    @Test("Nobody known: the words are still not the report's own")
    func nobody() {
        let found = claims([quoted])
        #expect(found.allSatisfy { $0.contains("hedged") })
    }

    @Test("Who thinks something inside the marks is not who is quoted")
    func thinkerInside() {
        let inner =
            "``|``|3|punct They|PRP|3|nsubj think|VBP|0|root Malta|NNP|5|nsubj paid:pay|VBD|3|ccomp .|.|3|punct ''|''|3|punct"
        #expect(claims([said, inner]).contains { $0.hasSuffix("[hedged, by They < Vos]") })
    }

    @Test("What analysts say of a noun in its relative clause is theirs")
    func extracted() {
        let found = claims([
            "Vos|NNP|2|nsubj made:make|VBD|0|root claims:claim|NNS|2|obj which|WDT|6|obj analysts:analyst|NNS|6|nsubj say|VBP|3|acl:relcl could|MD|8|aux hurt|VB|6|ccomp Malta|NNP|8|obj"
        ])
        #expect(found.contains("claims wounded Malta [hedged, by analysts]"))
    }
}
