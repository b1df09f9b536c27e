import Testing

@testable import English

@Suite("The parser on treebanks")
struct ParserTreebankTests {
    // Skipped without the treebanks: set TERCET_DATA to the folder that holds treebanks/.
    @Test(
        "keeps its floors on gold tokens",
        .enabled(if: Treebank.folder != nil, "skipped: no treebanks at TERCET_DATA or ../shared"),
        arguments: ["en_ewt-dev.conllu", "en_gum-dev.conllu"])
    func floors(name: String) throws {
        let treebank = try Treebank(name, stride: 4)
        var parsed = treebank.bare
        ParserModel.embedded.annotate(&parsed)
        let score = TreeScore(gold: treebank.sentences, predicted: parsed)
        #expect(score.universalTags >= 95, "\(name): \(score)")
        #expect(score.labelled >= 84, "\(name): \(score)")
    }
}

@Suite("The parser")
struct ParserModelTests {
    static func sentence(_ text: String) -> Sentence {
        Sentence(range: 0..<0, tokens: text.split(separator: " ").map { Token(form: String($0), range: 0..<0) })
    }

    static func parse(_ text: String) -> String {
        var sentence = sentence(text)
        ParserModel.embedded.annotate(&sentence)
        return sentence.tokens.map { "\($0.form)/\($0.upos)/\($0.xpos)/\($0.head + 1)/\($0.relation)" }.joined(
            separator: " ")
    }

    @Test(
        "tags and parses plain sentences",
        arguments: [
            (
                "The president visited Paris .",
                "The/DET/DT/2/det president/NOUN/NN/3/nsubj visited/VERB/VBD/0/root Paris/PROPN/NNP/3/obj ./PUNCT/./3/punct"
            ),
            (
                "Two soldiers were killed by the rebels .",
                """
                Two/NUM/CD/2/nummod soldiers/NOUN/NNS/4/nsubj:pass were/AUX/VBD/4/aux:pass killed/VERB/VBN/0/root \
                by/ADP/IN/7/case the/DET/DT/7/det rebels/NOUN/NNS/4/obl:agent ./PUNCT/./4/punct
                """
            ),
            (
                "Officials said that the talks failed .",
                """
                Officials/NOUN/NNS/2/nsubj said/VERB/VBD/0/root that/SCONJ/IN/6/mark the/DET/DT/5/det talks/NOUN/NNS/6/nsubj \
                failed/VERB/VBD/2/ccomp ./PUNCT/./2/punct
                """
            ),
        ])
    func plain(text: String, tree: String) {
        #expect(Self.parse(text) == tree)
    }

    @Test("gives a sentence the same tree alone and among others")
    func independent() {
        let texts = [
            "The president visited Paris .", "Stocks fell .",
            "He hopes that the two sides , who met on Monday , will agree .", "No",
            "Officials in the capital of the country said on Tuesday that at least 40 people had died in the floods .",
        ]
        var together = (0..<40).map { Self.sentence(texts[$0 % texts.count]) }
        ParserModel.embedded.annotate(&together)
        for (index, sentence) in together.enumerated() {
            var alone = Self.sentence(texts[index % texts.count])
            ParserModel.embedded.annotate(&alone)
            #expect(sentence == alone)
        }
    }

    @Test("gives every word a head and every sentence one root, whatever the words", arguments: [0, 1, 2, 7, 251, 700])
    func trees(length: Int) {
        let words = [
            "the", "(", "\u{0}", "🙂", "said", ",", "12", "İstanbul", "which", String(repeating: "ab", count: 5000),
        ]
        var sentence = Self.sentence((0..<length).map { words[($0 * 7 + $0 / 3) % words.count] }.joined(separator: " "))
        ParserModel.embedded.annotate(&sentence)
        #expect(sentence.tokens.count { $0.head < 0 } == min(length, 1))
        for start in sentence.tokens.indices {
            var (node, steps) = (start, 0)
            while sentence.tokens[node].head >= 0 && steps <= length {
                node = sentence.tokens[node].head
                steps += 1
            }
            #expect(steps < length)
            #expect((sentence.tokens[start].relation == "root") == (sentence.tokens[start].head < 0))
            #expect(!sentence.tokens[start].upos.isEmpty)
        }
    }
}
