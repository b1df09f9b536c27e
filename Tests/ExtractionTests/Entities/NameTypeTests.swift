import English
import Testing

@testable import Extraction

@Suite("Types of names")
struct NameTypeTests {
    @Test("A name is one thing in all its mentions: what stands around one tells of the others")
    func oneName() {
        let mentions = MentionFinder.mentions(in: [
            tree(
                "Fighting:fighting|NN|2|nsubj broke:break|VBD|0|root out|RP|2|compound:prt in|IN|5|case Ikolu|NNP|2|obl .|.|2|punct"
            ),
            tree("Troops:troop|NNS|2|nsubj reached:reach|VBD|0|root Ikolu|NNP|2|obj .|.|2|punct"),
        ])
        #expect(mentions.filter { $0.kind == .named }.map(\.type) == ["Place", "Place"])
    }

    @Test("A name that ends a longer one is of its type")
    func endings() {
        let mentions = MentionFinder.mentions(in: [
            tree("The|DT|3|det Okar|NNP|3|compound Rovers|NNPS|4|nsubj won:win|VBD|0|root .|.|4|punct"),
            tree("Rovers|NNPS|2|nsubj lost:lose|VBD|0|root in|IN|4|case May|NNP|2|obl .|.|2|punct"),
        ])
        #expect(mentions.filter { $0.kind == .named }.map(\.type) == ["Organization", "Organization", "Date"])
    }

    @Test(
        "The last word tells more than the first, and what is built more than a title before it",
        arguments: [
            (
                "The|DT|3|det San|NNP|4|compound Okar|NNP|4|compound Bulletin|NNP|5|nsubj closed:close|VBD|0|root",
                "Organization"
            ),
            (
                "The|DT|2|det Centre|NNP|6|nsubj for|IN|5|case Harbour|NNP|5|compound Studies|NNPS|2|nmod closed:close|VBD|0|root",
                "Organization"
            ),
            (
                "The|DT|4|det Emperor|NNP|4|nmod:desc Okoro|NNP|4|compound Bridge|NNP|5|nsubj closed:close|VBD|0|root",
                "Place"
            ),
        ])
    func lastWord(notation: String, type: String) {
        #expect(MentionFinder.mentions(in: [tree(notation)]).first?.type == type)
    }

    @Test("The parties of a case are one name, and so is a body of two states")
    func severalNames() {
        let versus = TreeRepair.repaired(
            tree("Holm|NNP|5|nsubj v.|IN|4|case United|NNP|4|compound States|NNP|1|nmod began:begin|VBD|0|root"))
        let party = MentionFinder.mentions(in: [versus]).first
        #expect(party?.nameSpan == 0..<4 && party?.type == "Event")
        #expect(
            mentions(
                "The|DT|3|det Port|NNP|3|compound Authority|NNP|10|nsubj of|IN|6|case New|NNP|6|compound York|NNP|3|nmod "
                    + "and|CC|9|cc New|NNP|9|compound Jersey|NNP|6|conj met:meet|VBD|0|root"
            ).first
                == "The Port Authority of New York and New Jersey (Port Authority of New York and New Jersey) Organization"
        )
        #expect(
            mentions(
                "The|DT|2|det leaders:leader|NNS|7|nsubj of|IN|4|case France|NNP|2|nmod and|CC|6|cc Spain|NNP|4|conj met:meet|VBD|0|root"
            ).filter { $0.contains("(") } == ["France (France) Country", "Spain (Spain) Country"])
    }

    @Test("His career is one with his career where both are his, and no other's")
    func owned() {
        let sentences = [
            "Ada|NNP|3|nsubj Okoro|NNP|1|flat began:begin|VBD|0|root her|PRP$|5|nmod:poss career|NN|3|obj",
            "Jan|NNP|3|nsubj Vos|NNP|1|flat ended:end|VBD|0|root his|PRP$|5|nmod:poss career|NN|3|obj",
            "Okoro|NNP|2|nsubj ended:end|VBD|0|root her|PRP$|4|nmod:poss career|NN|2|obj",
        ].map { tree($0, startsLine: true) }
        let chained = Coreference.chained(MentionFinder.mentions(in: sentences), in: sentences)
        let careers = chained.filter { $0.kind == .common }.map(\.chain)
        #expect(careers.count == 3 && careers[0] == careers[2] && careers[0] != careers[1])
    }
}
