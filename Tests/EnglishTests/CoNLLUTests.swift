import Testing

@testable import English

@Suite struct CoNLLUTests {
    static let contraction = """
        # sent_id = 1
        # text = They don't, he said.
        1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
        2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        2\tdo\tdo\tAUX\tVBP\tMood=Ind\t4\taux\t_\t_
        3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
        4\t,\t,\tPUNCT\t,\t_\t0\troot\t_\t_
        4.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\tCopyOf=-1
        5\the\the\tPRON\tPRP\t_\t6\tnsubj\t_\t_
        6\tsaid\tsay\tVERB\tVBD\t_\t4\tparataxis\t_\tSpaceAfter=No
        7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_


        """

    @Test func readsMultiwordTokensAndPassesOverEmptyNodes() throws {
        let sentences = try CoNLLUReader().sentences(of: Self.contraction)
        let sentence = try #require(sentences.first)
        #expect(sentences.count == 1)
        #expect(sentence.sentence.tokens.map(\.form) == ["They", "do", "n't", ",", "he", "said", "."])
        #expect(sentence.sentence.tokens.map(\.joinsPrevious) == [false, false, true, false, false, false, false])
        #expect(sentence.multiwordTokens == [.init(words: 1..<3, form: "don't", misc: "SpaceAfter=No")])
        #expect(sentence.comments == ["# sent_id = 1", "# text = They don't, he said."])
        #expect(sentence.sentence.tokens[3].range == 10..<11)
        #expect(sentence.sentence.tokens[4].head == 5)
        #expect(sentence.sentence.tokens[3].head == -1)
    }

    @Test func whatIsReadIsWrittenAgain() throws {
        let read = try CoNLLUReader().sentences(of: Self.contraction)
        var writer = CoNLLUWriter()
        for sentence in read { writer.append(sentence) }
        let expected = Self.contraction.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("4.1\t") }.joined(separator: "\n")
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test func lineEndsMayBeCRLFAndTheLastEmptyLineMayLack() throws {
        let text = "\u{feff}# c\r\n1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\r\n2\t!\t_\t_\t_\t_\t_\t_\t_\t_"
        let sentences = try CoNLLUReader().sentences(of: text)
        #expect(sentences.map { $0.sentence.tokens.map(\.form) } == [["Go", "!"]])
        #expect(sentences.first?.comments == ["# c"])
    }

    @Test(arguments: [
        ("1\tword\n", "a line of CoNLL-U has 10 columns, this one 2", 1),
        ("\n2\tword\t_\t_\t_\t_\t_\t_\t_\t_\n", "expected the word number 1", 2),
        ("x\tword\t_\t_\t_\t_\t_\t_\t_\t_\n", "expected the word number 1", 1),
        ("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n", "the FORM column is empty", 1),
        ("2-1\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", "a multiword token must span the words that follow it", 1),
        (
            "1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n",
            "the words of the multiword token \"ab\" are missing", 3
        ),
    ])
    func mistakes(text: String, message: String, line: Int) {
        #expect {
            try CoNLLUReader().sentences(of: text)
        } throws: { error in
            let error = error as? CoNLLUError
            return error?.message == message && error?.line == line
        }
    }

    @Test func writesPlacesAndClitics() {
        var writer = CoNLLUWriter()
        let text = "They don’t go."
        writer.beginDocument(named: "a.txt")
        for sentence in Segmenter().sentences(of: text) { writer.append(sentence) }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == """
                # newdoc id = a.txt
                # newpar
                # sent_id = 1
                # text = They don’t go.
                1\tThey\t_\t_\t_\t_\t_\t_\t_\tstart_char=0|end_char=4
                2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\tstart_char=5|end_char=10
                2\tdo\t_\t_\t_\t_\t_\t_\t_\tstart_char=5|end_char=7
                3\tn’t\t_\t_\t_\t_\t_\t_\t_\tstart_char=7|end_char=10
                4\tgo\t_\t_\t_\t_\t_\t_\t_\tstart_char=11|end_char=13|SpaceAfter=No
                5\t.\t_\t_\t_\t_\t_\t_\t_\tstart_char=13|end_char=14


                """)
    }
}
