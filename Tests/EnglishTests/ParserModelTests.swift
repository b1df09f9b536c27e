import Evaluation
import Foundation
import Testing

@testable import English
import EnglishKernels

@Suite("The parser on treebanks")
struct ParserTreebankTests {
    // Skipped without the treebanks: set TERCET_DATA to the folder that holds treebanks/.
    @Test(
        "keeps its floors on gold tokens",
        .enabled(if: Treebank.folder != nil, "skipped: no treebanks at TERCET_DATA or ../shared"),
        arguments: ["en_ewt-dev.conllu", "en_gum-dev.conllu"])
    func floors(name: String) throws {
        let figures = TreebankFigures(gold: try Treebank(name, stride: 4).sentences)
        #expect(figures.universalTagAccuracy >= 95)
        #expect(figures.labelledAttachment >= 85)
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

@Suite("The parser's arithmetic")
struct ParserArithmeticTests {
    /// Numbers between -1 and 1 from a linear congruential generator.
    static func numbers(_ count: Int, seed: UInt32) -> [Float] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Float(state >> 8) / Float(1 << 23) - 1
        }
    }

    @Test("gives the same bits on every kind of machine", arguments: Machine.allCases.filter(\.isAvailable))
    func machines(machine: Machine) {
        let (inputs, panels, rows) = (37, 3, 13)
        let weights = Self.numbers(inputs * panels * 16, seed: 1)
        let input = Self.numbers(inputs * rows, seed: 2)
        var out = Self.numbers(rows * panels * 16, seed: 3)
        // One sum after the other, in the order that the kernels keep for each.
        var expected = out
        for row in 0..<rows {
            for output in 0..<panels * 16 {
                for index in 0..<inputs {
                    let weight = weights[(output / 16 * inputs + index) * 16 + output % 16]
                    let product = weight * input[row * inputs + index]
                    expected[row * panels * 16 + output] += product
                }
            }
        }
        let vectors = (0..<inputs * panels).map { index in SIMD16<Float>(weights[index * 16..<index * 16 + 16]) }
        machine.accumulate(
            vectors, panels: panels, inputs: inputs, input: input, stride: inputs, rows: rows, out: &out,
            outStride: panels * 16)
        #expect(out.map(\.bitPattern) == expected.map(\.bitPattern))
    }

    @Test("steps an LSTM to the same bits on every kind of machine", arguments: Machine.allCases.filter(\.isAvailable))
    func steps(machine: Machine) {
        let hidden = 24
        let gates = Self.numbers(4 * hidden, seed: 4).map { $0 * 6 }
        func run(_ machine: Machine) -> [UInt32] {
            var cell = Self.numbers(hidden, seed: 5)
            var output = [Float](repeating: 0, count: hidden)
            machine.step(gates: gates, cell: &cell, output: &output, hidden: hidden)
            return (cell + output).map(\.bitPattern)
        }
        #expect(run(machine) == run(.any))
    }

    @Test("computes e^x to the bit as ever")
    func exponential() {
        let arguments: [Float] = [-100, -20, -1, -0.001, 0, 0.5, 1, 80]
        let result = Cell.exponential(SIMD8(arguments))
        let bits = arguments.indices.map { result[$0].bitPattern }
        #expect(
            bits == [
                0x00B3_3687, 0x310D_A433, 0x3EBC_5AB2, 0x3F7F_BE7F, 0x3F80_0000, 0x3FD3_094C, 0x402D_F854, 0x792A_BBCE,
            ])
        for (index, argument) in arguments.enumerated() where argument > -80 {
            let exact = Foundation.exp(Double(argument))
            #expect(abs(Double(result[index]) / exact - 1) < 3e-7)
        }
    }
}

@Suite("The spanning tree")
struct SpanningTreeTests {
    @Test("is the best of all trees with one root", arguments: 1...60)
    func best(seed: Int) {
        let count = 2 + seed % 4
        let numbers = ParserArithmeticTests.numbers(count * count, seed: UInt32(seed))
        let score = { (dependent: Int, head: Int) in numbers[dependent * count + head] }
        let heads = SpanningTree.heads(count: count, score: score)
        let total = { (heads: [Int]) in (1..<count).reduce(0.0) { $0 + Double(score($1, heads[$1])) } }
        // All assignments of heads that are trees with one root.
        var bestTotal = -Double.infinity
        for code in 0..<Int(Foundation.pow(Double(count), Double(count - 1))) {
            var rest = code
            var candidate = [0]
            for _ in 1..<count {
                candidate.append(rest % count)
                rest /= count
            }
            guard candidate.dropFirst().count(where: { $0 == 0 }) == 1, isTree(candidate) else { continue }
            bestTotal = max(bestTotal, total(candidate))
        }
        #expect(isTree(heads))
        #expect(heads.dropFirst().count(where: { $0 == 0 }) == 1)
        #expect(abs(total(heads) - bestTotal) < 1e-9)
    }

    private func isTree(_ heads: [Int]) -> Bool {
        heads.indices.dropFirst().allSatisfy { start in
            var (node, steps) = (start, 0)
            while node != 0 && steps < heads.count { (node, steps) = (heads[node], steps + 1) }
            return node == 0
        }
    }
}
