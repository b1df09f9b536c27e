import Testing

@testable import English

@Suite("Quotations")
struct QuotationPartsTests {
    /// Each word with the word that it hangs on.
    private func arcs(_ text: String) -> [String] {
        Analyzer().analyze(text).flatMap { sentence in
            sentence.tokens.map { token in
                let head = token.head < 0 ? "ROOT" : sentence.tokens[token.head].form
                return "\(token.form) \(token.relation) \(head)"
            }
        }
    }

    @Test(
        "What is said is parsed apart from who says it, and hangs on the verb of saying",
        arguments: [
            ("\"We won,\" Vos said, \"and they lost.\"", ["won ccomp said", "Vos nsubj said", "lost conj won"]),
            ("\"Our main goal,\" she said, \"is peace.\"", ["goal nsubj peace", "peace ccomp said", "she nsubj said"]),
            (
                "\"I disagreed with him, as did others,\" wrote Vos on Monday, \"and therefore I asked him to go.\"",
                ["disagreed ccomp wrote", "Vos nsubj wrote", "asked conj disagreed"]
            ),
            ("'I am tired,' Mr Jones said.", ["tired ccomp said", "Jones nsubj said", "I nsubj tired"]),
        ])
    func parts(text: String, expected: [String]) {
        let found = arcs(text)
        for arc in expected { #expect(found.contains(arc), "\(found)") }
    }

    @Test("What an editor put in brackets is read as the speaker's, the brackets are not")
    func brackets() {
        let found = arcs("\"[T]he talks [between the two] failed [...] twice\", said Dr Holm.")
        #expect(found.contains("talks nsubj failed"), "\(found)")
        #expect(found.contains("he det talks"), "\(found)")
        #expect(found.contains("failed ccomp said"), "\(found)")
    }

    @Test(
        "Marks are followed through the sentences of a paragraph",
        arguments: [
            ("\"We won. It is over,\" she said.", "We won . It is over ,"),
            ("“We won.”\n“It is over,” she said.", "We won . It is over ,"),
            ("'I am tired,' he said. The workers' rights.", "I am tired ,"),
            ("He had not slept 'til now, in the workers' hall.", ""),
        ])
    func marks(text: String, inside: String) {
        let sentences = Analyzer().analyze(text)
        let words = zip(sentences, QuotationMarks.read(sentences)).flatMap { sentence, marks in
            sentence.tokens.indices.filter { marks.isInside[$0] }.map { sentence.tokens[$0].form }
        }
        #expect(words.joined(separator: " ") == inside)
    }
}
