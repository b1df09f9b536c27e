import RDF
import Testing

/// What TriG and RDF/XML forbid, beside what looks like it and is allowed. The W3C's suites here hold neither language.
@Suite struct MistakesOfSyntaxTests {
    static let badTriG = [
        ":g { :a :b :c ",
        ":g { :a :b :c } }",
        ":g { @prefix x: <http://x/> . :a :b :c }",
        #""g" { :a :b :c }"#,
        "GRAPH { :a :b :c }",
        "GRAPH :g :a :b :c .",
        "(:g) { :a :b :c }",
        ":g { :h { :a :b :c } }",
        ":g { :a :b }",
        ":g { :a :b :c . } .",
        "GRAPH [ :p :q ] { :a :b :c }",
        "[ :p :q ] { :a :b :c }",
        ":g1, :g2 { :a :b :c }",
        "a { :a :b :c }",
        "GRAPH ?g { :a :b :c }",
        ":g { :a :b :c , }",
        ":g { :a :b :c ;; . ; }",
        "=> { :a :b :c }",
        ":g = { :a :b :c }",
        "{ :a :b :c } .",
        "GRAPH () { :a :b :c }",
        ":g { :a :b :c } :h",
        ":g { . }",
        "{ { :a :b :c } }",
        #":g { "lit" :b :c }"#,
        ":g { :a _:b :c }",
        #":g { :a "p" :c }"#,
    ]

    static let goodTriG = [
        ":g { :a :b :c }",
        "GRAPH :g { :a :b :c . } { :d :e :f }",
        "_:g { :a :b :c } GRAPH _:g { :a :b :d }",
        "[] { :a :b :c }",
        ":g {}",
        "{ }",
        ":a :b :c . :g { :a :b :c ; }",
        "graph [] { :a :b :c . :d :e :f }",
        "PREFIX x: <http://x/> x:g { [ :p :q ] . [] :r ( 1 2 ) }",
        ":g { :a a :c }:h{:a :b 1}",
        "_:a :b :c . _:a { :x :y :z }",
        ":a {:a :b :c} :a :b :c .",
        "GrApH :g { ( 1 ) :b :c }",
        "BASE <http://z/> <g> { <a> <b> <c> }",
        "( 1 ) :b :c . [] :p [ ] .",
    ]

    static let badRDFXML = [
        #"<rdf:Description rdf:ID="a b"/>"#,
        #"<rdf:Description rdf:ID="1a"/>"#,
        #"<rdf:Description rdf:ID="a"/><rdf:Description rdf:ID="a"/>"#,
        #"<rdf:Description rdf:ID="a" rdf:about="http://x/"/>"#,
        #"<rdf:Description rdf:nodeID="a" rdf:about="http://x/"/>"#,
        #"<rdf:Description rdf:nodeID="a" rdf:ID="x"/>"#,
        #"<rdf:Description rdf:bagID="x"/>"#,
        #"<rdf:Description rdf:aboutEach="http://x/"/>"#,
        #"<rdf:Description rdf:aboutEachPrefix="http://x/"/>"#,
        "<rdf:li/>",
        #"<rdf:Description rdf:li="x"/>"#,
        #"<rdf:Description><e:p rdf:resource="http://x/" rdf:nodeID="a"/></rdf:Description>"#,
        #"<rdf:Description><e:p rdf:parseType="Literal" rdf:resource="http://x/"/></rdf:Description>"#,
        #"<rdf:Description><e:p rdf:parseType="Resource" rdf:datatype="http://x/"/></rdf:Description>"#,
        #"<rdf:Description><e:p rdf:parseType="Collection" e:q="x"/></rdf:Description>"#,
        #"<rdf:Description><e:p rdf:resource="http://x/">text</e:p></rdf:Description>"#,
        "<rdf:Description><e:p><rdf:Description/><rdf:Description/></e:p></rdf:Description>",
        "<rdf:Description><e:p>text<rdf:Description/></e:p></rdf:Description>",
        "<rdf:Description>text</rdf:Description>",
        "text",
        "<rdf:Description><rdf:Description/></rdf:Description>",
        "<rdf:Description><rdf:RDF/></rdf:Description>",
        "<rdf:Description><rdf:ID/></rdf:Description>",
        "<rdf:Description><rdf:about/></rdf:Description>",
        "<rdf:resource/>",
        "<rdf:datatype/>",
        #"<rdf:Description rdf:parseType="Literal"/>"#,
        #"<rdf:Description rdf:resource="http://x/"/>"#,
        #"<rdf:Description rdf:datatype="http://x/"/>"#,
        #"<rdf:Description><e:p rdf:about="http://x/"/></rdf:Description>"#,
        #"<rdf:Description><e:p rdf:datatype="http://x/"><rdf:Description/></e:p></rdf:Description>"#,
        #"<rdf:Description rdf:nodeID="a:b"/>"#,
        #"<rdf:Description><e:p rdf:ID="x"/><e:q rdf:ID="x"/></rdf:Description>"#,
        "<rdf:Description>",
        "<x:y/>",
        #"<rdf:Description><e:p rdf:parseType="Literal"><b></e:p></rdf:Description>"#,
        #"<rdf:Description><e:p rdf:datatype="http://x/" rdf:resource="http://y/"/></rdf:Description>"#,
        #"<rdf:Description><e:p e:q="x">text</e:p></rdf:Description>"#,
        "<plain/>",
    ]

    static let goodRDFXML = [
        #"<rdf:Description rdf:about="http://x/"><e:p>text</e:p></rdf:Description>"#,
        #"<e:T rdf:ID="a" e:q="v"><e:p rdf:parseType="Resource"><e:q>1</e:q></e:p></e:T>"#,
        #"<rdf:Description><e:p rdf:parseType="Collection"><rdf:Description/><e:T/></e:p></rdf:Description>"#,
        #"<rdf:Description><e:p rdf:parseType="Foo"><b>x</b></e:p></rdf:Description>"#,
        "<rdf:Bag><rdf:li>1</rdf:li><rdf:_3>2</rdf:_3></rdf:Bag>",
        #"<rdf:Seq rdf:_1="a"/>"#,
        #"<rdf:Description rdf:type="http://t/" xml:lang="de"><e:p rdf:resource="x" e:q="y"/><e:r/></rdf:Description>"#,
        "<rdf:Description><e:p><!-- c --><rdf:Description/><?pi?></e:p></rdf:Description>",
        #"<rdf:Description><e:p rdf:nodeID="n"/><e:p rdf:ID="r">x</e:p></rdf:Description>"#,
        "",
        #"<rdf:Description xml:base="http://b/c" rdf:about="d"><e:p xml:base="http://z/" rdf:resource=""/></rdf:Description>"#,
    ]

    /// The lines that a reader hands on.
    private func lines(_ reader: some StatementTranscoder) throws -> String {
        var lines: [UInt8] = []
        while try reader.transcode(into: &lines) {}
        return String(decoding: lines, as: UTF8.self)
    }

    private func triG(_ text: String) throws -> String {
        let text = "@prefix : <http://e/> .\n" + text
        return try lines(TurtleReader(Array(text.utf8), dialect: .triG, base: "http://b/", source: nil))
    }

    private func rdfXML(_ text: String) throws -> String {
        let text =
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\">\(text)</rdf:RDF>"
        return try lines(RDFXMLReader(Array(text.utf8), base: "http://b/", source: nil))
    }

    @Test(arguments: badTriG) func `TriG with a mistake is not read`(_ text: String) throws {
        #expect(throws: InputError.self) { try triG(text) }
    }

    @Test(arguments: goodTriG) func `TriG without one is read`(_ text: String) throws {
        _ = try triG(text)
    }

    @Test(arguments: badRDFXML) func `RDF XML with a mistake is not read`(_ text: String) throws {
        #expect(throws: InputError.self) { try rdfXML(text) }
    }

    @Test(arguments: goodRDFXML) func `RDF XML without one is read`(_ text: String) throws {
        _ = try rdfXML(text)
    }

    @Test(arguments: ["", "<rdf:RDF", "<a>", "text"]) func `RDF XML that is no XML is not read`(_ text: String) throws {
        #expect(throws: InputError.self) {
            try lines(RDFXMLReader(Array(text.utf8), base: "http://b/", source: nil))
        }
    }

    @Test func `What is read of TriG stands in its graph`() throws {
        #expect(
            try triG("GRAPH :g { :a :b :c } { :d :e :f } :a :b 1 .").hasPrefix(
                "<http://e/a> <http://e/b> <http://e/c> <http://e/g> .\n"))
    }

    @Test func `Names and text of RDF XML become terms`() throws {
        #expect(
            try rdfXML(
                "<e:T rdf:ID=\"a\" e:q=\"1 &lt; 2\"><e:p rdf:resource=\"c\"/><rdf:li xml:lang=\"de\">ä</rdf:li></e:T>")
                    == """
                    <http://b/#a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/T> .
                    <http://b/#a> <http://e/q> "1 < 2" .
                    <http://b/#a> <http://e/p> <http://b/c> .
                    <http://b/#a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#_1> "ä"@de .

                    """)
    }
}
