import Testing

@testable import English

@Suite struct AnalyzerTests {
    @Test func pretokenizedWordsKeepTheirLines() throws {
        var read = try CoNLLUReader().sentences(of: CoNLLUTests.contraction)
        var sentences = read.map(\.sentence)
        Analyzer().annotate(&sentences)
        read[0].sentence = sentences[0]
        var writer = CoNLLUWriter()
        writer.append(read[0])
        let lines = String(decoding: writer.bytes, as: UTF8.self).split(separator: "\n")
        try #require(lines.count == 10)
        #expect(lines[3] == "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No")
        #expect(lines[4].hasPrefix("2\tdo\tdo\tAUX\tVBP\tMood=Ind\t"))
        #expect(lines.dropFirst(2).count { $0.split(separator: "\t")[7] == "root" } == 1)
    }

    @Test func aTextBecomesTreesWithLemmas() throws {
        let sentence = try #require(Analyzer().analyze("The envoys didn't meet.").first)
        #expect(sentence.tokens.map(\.lemma) == ["the", "envoy", "do", "not", "meet", "."])
        #expect(sentence.tokens.map(\.upos) == ["DET", "NOUN", "AUX", "PART", "VERB", "PUNCT"])
        #expect(sentence.tokens.map(\.head) == [1, 4, 4, 4, -1, 4])
        #expect(sentence.tokens.map(\.relation) == ["det", "nsubj", "aux", "advmod", "root", "punct"])
    }

    @Test("Capitals that spell a pronoun are a name, but in a line of capitals")
    func pronounAcronyms() throws {
        let words = try #require(Analyzer().analyze("Doctors from the WHO visited the town.").first).tokens
        #expect(words[3].form == "WHO")
        #expect(words[3].upos == "PROPN")
        let capitals = try #require(Analyzer().analyze("THE MAN WHO LEFT THE TOWN.").first).tokens
        #expect(capitals[2].upos == "PRON")
    }

    @Test func anEmptyTextHasNoSentences() {
        #expect(Analyzer().analyze("").isEmpty)
    }
}
