import RDF
import Testing

/// Whole messages, as a user sees them.
@Suite struct NTriplesErrorTests {
    private func message(_ text: String, source: String? = "data.nt") -> String {
        message(Array(text.utf8), source: source)
    }

    private func message(_ bytes: [UInt8], source: String? = "data.nt") -> String {
        do {
            let triples = try NTriples.read(bytes, source: source)
            return "read \(triples.count) triples"
        } catch {
            return "\(error)"
        }
    }

    @Test func missingFullStop() {
        #expect(
            message("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> \"c\"\n") == """
                data.nt:2:20: error: expected a full stop after the statement
                  <urn:a> <urn:b> "c"
                                     ^
                  a statement is subject, predicate, object and a full stop
                """)
    }

    @Test func relativeIRI() {
        #expect(
            message("<urn:a> <b> <urn:c> .") == """
                data.nt:1:9: error: the IRI is relative
                  <urn:a> <b> <urn:c> .
                          ^~~
                  write it whole, beginning in a scheme, as in <http://example.org/a>
                """)
    }

    @Test func spaceInIRI() {
        #expect(
            message("<urn:a> <urn:b> <urn:c d> .") == """
                data.nt:1:23: error: an IRI cannot hold a space
                  <urn:a> <urn:b> <urn:c d> .
                                        ^
                  close the IRI with >, or write the space as %20
                """)
    }

    @Test func escapedSpaceInIRI() {
        #expect(
            message("<urn:a\\u0020b> <urn:b> <urn:c> .") == """
                data.nt:1:7: error: an IRI cannot hold U+0020, not even escaped
                  <urn:a\\u0020b> <urn:b> <urn:c> .
                        ^~~~~~
                  write it as %20
                """)
    }

    @Test func openIRI() {
        #expect(
            message("<urn:a> <urn:b> <urn:c") == """
                data.nt:1:17: error: the IRI has no end
                  <urn:a> <urn:b> <urn:c
                                  ^~~~~~
                  close it with >
                """)
    }

    @Test func openLiteral() {
        #expect(
            message("<urn:a> <urn:b> \"c .\n\" .\n") == """
                data.nt:1:17: error: the text has no end
                  <urn:a> <urn:b> "c .
                                  ^~~~
                  close it with ", and write a line end within it as \\n
                """)
    }

    @Test func literalAsSubject() {
        #expect(
            message("\"a\" <urn:b> <urn:c> .", source: nil) == """
                error: a literal cannot be the subject
                  "a" <urn:b> <urn:c> .
                  ^~~
                  write an IRI in < > or a blank node _:label
                """)
    }

    @Test func turtle() {
        #expect(
            message("@prefix ex: <urn:x#> .") == """
                data.nt:1:1: error: expected the subject
                  @prefix ex: <urn:x#> .
                  ^~~~~~~
                  this looks like Turtle; N-Triples has only <iri>, _:label and "text"
                """)
        #expect(
            message("<urn:a> a <urn:c> .") == """
                data.nt:1:9: error: expected the predicate
                  <urn:a> a <urn:c> .
                          ^
                  N-Triples has no "a": write <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>
                """)
        #expect(
            message("<urn:a> <urn:b> ex:c .") == """
                data.nt:1:17: error: expected the object
                  <urn:a> <urn:b> ex:c .
                                  ^~~~
                  N-Triples has no prefixes: write the whole IRI in < >
                """)
        #expect(
            message("<urn:a> <urn:b> <urn:c> ; <urn:d> <urn:e> .") == """
                data.nt:1:25: error: expected a full stop after the statement
                  <urn:a> <urn:b> <urn:c> ; <urn:d> <urn:e> .
                                          ^
                  N-Triples has no ; or , lists as Turtle has: write each statement whole
                """)
    }

    @Test func aFourthTerm() {
        #expect(
            message("<urn:a> <urn:b> <urn:c> <urn:g> .") == """
                data.nt:1:25: error: expected a full stop after the statement
                  <urn:a> <urn:b> <urn:c> <urn:g> .
                                          ^~~~~~~
                  a fourth term needs N-Quads (.nq)
                """)
    }

    @Test func wrongEscapes() {
        #expect(
            message(#"<urn:a> <urn:b> "a\qb" ."#) == #"""
                data.nt:1:19: error: not an escape
                  <urn:a> <urn:b> "a\qb" .
                                    ^~
                  the escapes are \t \b \n \r \f \" \' \\ \uXXXX \UXXXXXXXX
                """#)
        #expect(
            message(#"<urn:a> <urn:b> "\uD83D\uDE00" ."#) == #"""
                data.nt:1:18: error: half of a surrogate pair is not a character
                  <urn:a> <urn:b> "\uD83D\uDE00" .
                                   ^~~~~~
                  write the character itself, or \U and its eight digits
                """#)
        #expect(
            message(#"<urn:a> <urn:b> "\U00110000" ."#) == #"""
                data.nt:1:18: error: no character has this number
                  <urn:a> <urn:b> "\U00110000" .
                                   ^~~~~~~~~~
                  the last is \U0010FFFF
                """#)
        #expect(
            message(#"<urn:a> <urn:b> "\u00" ."#) == #"""
                data.nt:1:18: error: expected 4 hexadecimal digits
                  <urn:a> <urn:b> "\u00" .
                                   ^~~~
                  for example \u00E9
                """#)
    }

    @Test func languageTags() {
        #expect(
            message("<urn:a> <urn:b> \"x\"@en- .") == """
                data.nt:1:20: error: not a language tag
                  <urn:a> <urn:b> "x"@en- .
                                     ^~~~
                  a tag is letters, then parts of letters and digits after hyphens, as in @en or @pt-BR
                """)
    }

    @Test func columnsCountCodePointsAndCaretsCountColumns() {
        // A wide character takes two columns, a combining one none, a tab is shown as one space.
        #expect(
            message("<urn:a>\t<urn:b> \"京e\u{301}\"x .") == """
                data.nt:1:22: error: expected a full stop after the statement
                  <urn:a> <urn:b> "京e\u{301}"x .
                                       ^
                  a statement is subject, predicate, object and a full stop
                """)
    }

    @Test func invalidUTF8() {
        var bytes = Array("<urn:a> <urn:b> \"caf".utf8)
        bytes += [0xE9]
        bytes += Array("\" .\n".utf8)
        #expect(
            message(bytes) == """
                data.nt:1:21: error: these bytes are not UTF-8
                  <urn:a> <urn:b> "caf\u{FFFD}" .
                                      ^
                  save the file as UTF-8
                """)
    }

    @Test(arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xFF]])
    func everyKindOfInvalidUTF8(_ wrong: [UInt8]) {
        for (before, after) in [("<urn:a", "> <urn:b> <urn:c> ."), ("# ", ""), ("<urn:a> <urn:b> _:b", " ."), ("", "")]
        {
            let text = message(Array(before.utf8) + wrong + Array(after.utf8))
            #expect(text.contains("error: these bytes are not UTF-8"), "\(text)")
        }
    }

    @Test func aNulByteOutsideALiteral() {
        #expect(
            message("<urn:a\0> <urn:b> <urn:c> .") == """
                data.nt:1:7: error: an IRI cannot hold the control character U+0000
                  <urn:a > <urn:b> <urn:c> .
                        ^
                  write it as %00
                """)
    }

    @Test func longLinesAreCutAroundTheCaret() {
        let long = String(repeating: "x", count: 10_000_000)
        func x(_ count: Int) -> String { String(repeating: "x", count: count) }
        #expect(
            message("<urn:a> <urn:b> \"\(long)\" \"\(long)\" .") == """
                data.nt:1:10000020: error: expected a full stop after the statement
                  …\(x(28))" "\(x(67))…
                  \(String(repeating: " ", count: 31))^\(String(repeating: "~", count: 67))
                  a quote within a text is written \\"
                """)
    }

    @Test func colonsInLabels() {
        #expect(
            message("_:a:b <urn:b> <urn:c> .") == """
                data.nt:1:4: error: a blank node's label cannot hold a colon
                  _:a:b <urn:b> <urn:c> .
                     ^
                  a label is made of letters, digits, _ , - and .
                """)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func lineNumbersWithEveryLineEnd(_ end: String) {
        let text = ["# a comment", "", "<urn:a> <urn:b> <urn:c> . # and one more", "oops"].joined(separator: end)
        #expect(
            message(text) == """
                data.nt:4:1: error: expected the subject
                  oops
                  ^~~~
                  write an IRI in < > or a blank node _:label
                """)
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstLine() {
        #expect(message("\u{FEFF}<urn:a> <urn:b> <urn:c> .") == "read 1 triples")
        #expect(message("\u{FEFF}") == "read 0 triples")
        #expect(
            message("\u{FEFF}oops") == """
                data.nt:1:1: error: expected the subject
                  oops
                  ^~~~
                  write an IRI in < > or a blank node _:label
                """)
    }
}
