import Foundation
import Testing

@testable import English

/// The folder of development data, `TERCET_DATA` or `../shared`; tests that need it are skipped where it is not there.
enum DevelopmentData {
    static let folder: String? = {
        let environment = ProcessInfo.processInfo.environment["TERCET_DATA"]
        return [environment, "../shared"].compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0 + "/treebanks")
        }
    }()

    static func treebank(_ name: String) throws -> [CoNLLUSentence] {
        let path = (folder ?? "") + "/treebanks/\(name).conllu"
        return try CoNLLUReader().sentences(of: String(contentsOfFile: path, encoding: .utf8))
    }
}

/// Segmentation of raw text against treebanks, as the CoNLL 2018 evaluation counts: a token or sentence is right where
/// both its ends are, in characters without white space.
@Suite(.enabled(if: DevelopmentData.folder != nil, "needs the treebanks of TERCET_DATA"))
struct SegmentationAccuracyTests {
    /// The raw text of a treebank as its documents had it: paragraphs parted by an empty line.
    private func rawText(_ sentences: [CoNLLUSentence]) -> String {
        var text = ""
        var glue = ""
        for sentence in sentences {
            let startsParagraph = sentence.comments.contains { $0.hasPrefix("# newpar") || $0.hasPrefix("# newdoc") }
            let surface = sentence.comments.first { $0.hasPrefix("# text = ") }.map { String($0.dropFirst(9)) } ?? ""
            text += startsParagraph && !text.isEmpty ? "\n\n" : glue
            text += surface
            let lastMisc =
                sentence.multiwordTokens.last.flatMap { $0.words.upperBound == sentence.misc.count ? $0.misc : nil }
                ?? sentence.misc.last ?? ""
            glue = lastMisc.contains("SpaceAfter=No") ? "" : " "
        }
        return text
    }

    /// Ranges of words, multiword tokens taken as one where `surface` is set, and of sentences, counted without white space.
    private func ranges(_ sentences: [(tokens: [Token], words: [Range<Int>])]) -> (
        tokens: [Range<Int>], sentences: [Range<Int>]
    ) {
        var tokenRanges: [Range<Int>] = []
        var sentenceRanges: [Range<Int>] = []
        var offset = 0
        for (tokens, words) in sentences {
            let start = offset
            for word in words {
                let length = tokens[word].map { $0.form.unicodeScalars.filter { !$0.properties.isWhitespace }.count }
                    .reduce(0, +)
                tokenRanges.append(offset..<offset + length)
                offset += length
            }
            sentenceRanges.append(start..<offset)
        }
        return (tokenRanges, sentenceRanges)
    }

    private func f1(_ gold: [Range<Int>], _ system: [Range<Int>]) -> Double {
        200 * Double(Set(gold).intersection(system).count) / Double(gold.count + system.count)
    }

    private func surfaceWords(_ tokens: [Token]) -> [Range<Int>] {
        tokens.indices.reduce(into: []) { words, index in
            if tokens[index].joinsPrevious, let last = words.last {
                words[words.count - 1] = last.lowerBound..<index + 1
            } else {
                words.append(index..<index + 1)
            }
        }
    }

    @Test(arguments: [
        (treebank: "en_gum-dev", tokens: 99.6, sentences: 95.0),
        (treebank: "en_ewt-dev", tokens: 98.7, sentences: 79.0),
    ])
    func rawText(treebank: String, tokens: Double, sentences: Double) throws {
        let gold = try DevelopmentData.treebank(treebank)
        let text = rawText(gold)
        let system = Segmenter().sentences(of: text)
        let goldWords = ranges(gold.map { ($0.sentence.tokens, $0.sentence.tokens.indices.map { $0..<$0 + 1 }) })
        let systemWords = ranges(system.map { ($0.tokens, $0.tokens.indices.map { $0..<$0 + 1 }) })
        let goldTokens = ranges(gold.map { ($0.sentence.tokens, surfaceWords($0.sentence.tokens)) })
        let systemTokens = ranges(system.map { ($0.tokens, surfaceWords($0.tokens)) })
        let figures = [
            f1(goldTokens.tokens, systemTokens.tokens), f1(goldWords.tokens, systemWords.tokens),
            f1(goldWords.sentences, systemWords.sentences),
        ]
        print(treebank, "F1 of tokens \(figures[0]), words \(figures[1]), sentences \(figures[2])")
        if ProcessInfo.processInfo.environment["TERCET_SHOW_ERRORS"] != nil {
            showErrors(gold: goldWords, system: systemWords, text: text)
        }
        #expect(figures[0] >= tokens)
        #expect(figures[1] >= tokens)
        #expect(figures[2] >= sentences)
    }

    private func showErrors(
        gold: (tokens: [Range<Int>], sentences: [Range<Int>]), system: (tokens: [Range<Int>], sentences: [Range<Int>]),
        text: String
    ) {
        let scalars = Array(text.unicodeScalars)
        let positions = scalars.indices.filter { !scalars[$0].properties.isWhitespace }
        func show(_ range: Range<Int>, margin: Int) -> String {
            let first = max(0, range.lowerBound - margin)
            let last = min(positions.count - 1, range.upperBound + margin - 1)
            return String(String.UnicodeScalarView(scalars[positions[first]...positions[last]])).replacingOccurrences(
                of: "\n", with: "⏎")
        }
        for range in Set(gold.tokens).subtracting(system.tokens).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            print("TOKEN gold \(show(range, margin: 0)) in \(show(range, margin: 12))")
        }
        let systemEnds = Set(system.sentences.map(\.upperBound))
        let goldEnds = Set(gold.sentences.map(\.upperBound))
        for end in goldEnds.subtracting(systemEnds).sorted() { print("MISSED \(show(end..<end, margin: 28))") }
        for end in systemEnds.subtracting(goldEnds).sorted() { print("EXTRA \(show(end..<end, margin: 28))") }
    }
}
