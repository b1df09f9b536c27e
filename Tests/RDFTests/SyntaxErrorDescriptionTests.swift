import RDF
import Testing

@Suite struct SyntaxErrorDescriptionTests {
    @Test func aTypedLine() {
        let error = SyntaxError(
            "no relation is called \"hold hostges\"", line: 1, column: 7, length: 12, lineText: "Hamas hold hostges ?n",
            hint: "did you mean \"holds hostages\"?")
        #expect(
            "\(error)" == """
                error: no relation is called "hold hostges"
                  Hamas hold hostges ?n
                        ^~~~~~~~~~~~
                  did you mean "holds hostages"?
                """)
    }

    @Test func withoutAHint() {
        #expect(
            "\(SyntaxError("expected a name", source: "a.q", line: 3, column: 1, lineText: "?"))" == """
                a.q:3:1: error: expected a name
                  ?
                  ^
                """)
    }

    @Test func behindTheLine() {
        #expect(
            "\(SyntaxError("the query ends here", line: 1, column: 6, lineText: "Hamas"))" == """
                error: the query ends here
                  Hamas
                       ^
                """)
    }

    /// Neither a wrong column nor a wrong length is a crash.
    @Test(arguments: [-5, 0, 1, 3, 4, 99], [-1, 0, 1, 50])
    func anyColumnAndLength(_ column: Int, _ length: Int) {
        let text = "\(SyntaxError("wrong", line: 1, column: column, length: length, lineText: "abc"))"
        #expect(text.contains("^"))
        #expect(!text.hasSuffix("\n"))
    }

    @Test func theEndOfALongLineIsShownWithWhatStandsBeforeIt() {
        let line = String(repeating: "a", count: 150) + " end"
        #expect(
            "\(SyntaxError("wrong", line: 1, column: 152, length: 3, lineText: line))" == """
                error: wrong
                  …\(String(repeating: "a", count: 95)) end
                   \(String(repeating: " ", count: 96))^~~
                """)
    }
}
