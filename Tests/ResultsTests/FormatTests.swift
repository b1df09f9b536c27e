import GraphStore
import QueryEngine
import QuerySyntax
import RDF
import Testing

@testable import Results

/// Each format over one small result: a label, a number, an unbound cell, an empty text, and what needs escapes.
@Suite struct FormatTests {
    static let graph = Graph([
        Triple(.iri("urn:hamas"), .iri(RDFS.label), .string("Hamas")),
        Triple(.iri("urn:hamas"), .iri("urn:holds"), .integer(105)),
        Triple(.iri("urn:un"), .iri("urn:holds"), .string("")),
        Triple(.iri("urn:un"), .iri("urn:says"), .string("a\t\"b\",\nc|d")),
    ])

    static func solutions() throws -> Solutions {
        let values = Algebra.values(
            ["who", "n", "text"].map { Variable($0) },
            [
                [.iri("urn:hamas"), .integer(105), .string("")],
                [.iri("urn:un"), nil, .string("a\t\"b\",\nc|d")],
                [.blank("b"), .integer(7), .literal(Literal("non", language: "fr"))],
            ])
        let query = Query(form: .select(["who", "n", "text"].map { Variable($0) }), algebra: values)
        guard case .solutions(let solutions) = try Engine(graph).evaluate(query) else { throw Missing() }
        return solutions
    }

    struct Missing: Error {}

    static func text(_ format: some ResultFormat) throws -> String {
        let output = Output()
        format.write(try solutions(), to: output)
        return output.text
    }

    var labels: Labels { Labels(Self.graph) }

    @Test func `A box table aligns numbers right, shows labels, and tells unbound from empty`() throws {
        #expect(
            try Self.text(BoxTable(labels: labels)) == """
                ┌──────────┬─────┬────────────┐
                │ who      │   n │ text       │
                ├──────────┼─────┼────────────┤
                │ Hamas    │ 105 │            │
                │ <urn:un> │   · │ a "b",↵c|d │
                │ _:b      │   7 │ non        │
                └──────────┴─────┴────────────┘

                """)
    }

    @Test func `A box table fits the width and says what it cut`() throws {
        let table = BoxTable(labels: labels, width: 30, rowLimit: 2, wayToSeeAll: ".last")
        let lines = try Self.text(table).split(separator: "\n")
        #expect(lines.dropLast().allSatisfy { TextWidth.columns(String($0)) <= 30 })
        #expect(lines.last == "… 1 more row not shown; some cells are cut (.last shows everything)")
    }

    @Test func `Plain tab-separated values have labels and escapes`() throws {
        #expect(
            try Self.text(TabSeparated(.plain, labels: labels)) == """
                who\tn\ttext
                Hamas\t105\t
                <urn:un>\t\ta\\t"b",\\nc|d
                _:b\t7\tnon

                """)
    }

    @Test func `Standard tab-separated values have terms`() throws {
        #expect(
            try Self.text(TabSeparated(.standard, labels: labels)) == """
                ?who\t?n\t?text
                <urn:hamas>\t"105"^^<http://www.w3.org/2001/XMLSchema#integer>\t""
                <urn:un>\t\t"a\\t\\"b\\",\\nc|d"
                _:b\t"7"^^<http://www.w3.org/2001/XMLSchema#integer>\t"non"@fr

                """)
    }

    @Test func `Comma-separated values quote what they must`() throws {
        #expect(
            try Self.text(CommaSeparated(.plain, labels: labels)) == """
                who,n,text
                Hamas,105,
                <urn:un>,,"a\t""b"",\nc|d"
                _:b,7,non

                """)
        #expect(
            try Self.text(CommaSeparated(.standard, labels: labels))
                == "who,n,text\r\nurn:hamas,105,\r\nurn:un,,\"a\t\"\"b\"\",\nc|d\"\r\n_:b,7,non\r\n")
    }

    @Test func `JSON results leave unbound variables out`() throws {
        #expect(
            try Self.text(JSONResults()) == """
                {"head":{"vars":["who","n","text"]},"results":{"bindings":[
                {"who":{"type":"uri","value":"urn:hamas"},"n":{"type":"literal","value":"105","datatype":"http://www.w3.org/2001/XMLSchema#integer"},"text":{"type":"literal","value":""}},
                {"who":{"type":"uri","value":"urn:un"},"text":{"type":"literal","value":"a\\t\\"b\\",\\nc|d"}},
                {"who":{"type":"bnode","value":"b"},"n":{"type":"literal","value":"7","datatype":"http://www.w3.org/2001/XMLSchema#integer"},"text":{"type":"literal","value":"non","xml:lang":"fr"}}
                ]}}

                """)
    }

    @Test func `XML results escape markup`() throws {
        let text = try Self.text(XMLResults())
        #expect(text.contains("<binding name=\"text\"><literal>a\t&quot;b&quot;,\nc|d</literal></binding>"))
        #expect(text.contains("<result><binding name=\"who\"><uri>urn:un</uri></binding><binding name=\"text\">"))
        #expect(text.hasSuffix("</results>\n</sparql>\n"))
    }

    @Test func `Line, list and Markdown`() throws {
        #expect(
            try Self.text(LineFormat(labels: labels)) == """
                 who = Hamas
                   n = 105
                text =\u{20}

                 who = <urn:un>
                   n = ·
                text = a "b",↵c|d

                 who = _:b
                   n = 7
                text = non

                """)
        #expect(try Self.text(ListFormat(labels: labels)) == "Hamas|105|\n<urn:un>||a \"b\",↵c|d\n_:b|7|non\n")
        #expect(
            try Self.text(MarkdownFormat(labels: labels)) == """
                | who | n | text |
                | --- | --: | --- |
                | Hamas | 105 |  |
                | &lt;urn:un> |  | a "b",↵c\\|d |
                | \\_:b | 7 | non |

                """)
    }

    @Test func `The triples that the rows' patterns match come out as N-Triples`() throws {
        let pattern = TriplePattern(.variable(Variable("who")), .term(.iri("urn:holds")), .variable(Variable("n")))
        #expect(
            try Self.text(NTriplesFormat(patterns: [pattern], graph: Self.graph))
                == "<urn:hamas> <urn:holds> \"105\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n")
    }

    @Test(arguments: [
        ("abc", 3), ("中文", 4), ("e\u{301}a", 2), ("👩‍👩‍👧", 2), ("🇬🇧", 2), ("❤️", 2), ("مرحبا", 5), ("", 0),
        ("a\u{200B}b", 2),
    ])
    func `Signs are as wide as a terminal draws them`(text: String, columns: Int) {
        #expect(TextWidth.columns(text) == columns)
    }

    @Test func `Cutting keeps signs whole`() {
        #expect(TextWidth.cut("中文字", to: 4) == "中…")
        #expect(TextWidth.cut("abcdef", to: 4) == "abc…")
        #expect(TextWidth.cut("abcd", to: 4) == "abcd")
    }

    @Test func `Yes, no, true and false`() {
        let output = Output()
        BoxTable(labels: labels).write(true, to: output)
        TabSeparated(.plain, labels: labels).write(false, to: output)
        JSONResults().write(true, to: output)
        #expect(output.text == "yes\nno\n{\"head\":{},\"boolean\":true}\n")
    }
}
