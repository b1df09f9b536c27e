import GraphStore
import QuerySyntax
import RDF
import Testing

@testable import QueryEngine

/// Expressions written in SPARQL, and what each gives.
@Suite struct ExpressionTests {
    private let engine = Engine(Make.graph("a p b"))

    /// The value of an expression, as an N-Triples term with `xsd:` for its datatype, or `error`.
    private func value(_ text: String) throws -> String {
        let prologue = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
        let query = try SPARQLParser.parseQuery(prologue + "SELECT (\(text) AS ?value) {}")
        guard case .solutions(let solutions) = try engine.evaluate(query) else { return "no rows" }
        return solutions.term(row: 0, column: 0).map(Engine.canonical) ?? "error"
    }

    @Test(arguments: [
        ("1 + 2", "\"3\"^^xsd:integer"), ("7 / 2", "\"3.5\"^^xsd:decimal"),
        ("1 / 3", "\"0.333333333333333333\"^^xsd:decimal"),
        ("1 / 0", "error"), ("1.0 / 0.0", "error"), ("1e0 / 0", "\"INF\"^^xsd:double"),
        ("0.1 + 0.2", "\"0.3\"^^xsd:decimal"),
        ("1 + 1e0", "\"2.0E0\"^^xsd:double"), ("1.5 * 2", "\"3\"^^xsd:decimal"), ("-(5)", "\"-5\"^^xsd:integer"),
        ("1 + \"a\"", "error"), ("99999999999999999999 + 1", "\"100000000000000000000\"^^xsd:integer"),
        ("\"1\"^^xsd:float + 1", "\"2.0E0\"^^xsd:float"), ("\"5\"^^xsd:byte + 1", "\"6\"^^xsd:integer"),
        ("\"300\"^^xsd:byte + 1", "error"),
    ])
    func `Arithmetic promotes types and is exact where it can be`(text: String, expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test(arguments: [
        ("1 = 1.0", true), ("1 = \"1\"", false), ("\"a\" = \"a\"@en", false), ("\"a\"@en = \"a\"@EN", true),
        ("<urn:a> = <urn:a>", true), ("<urn:a> = 1", false), ("\"x\"^^<urn:t> = \"x\"^^<urn:t>", true),
        ("\"x\"^^<urn:t> = \"y\"^^<urn:t>", nil), ("true > false", true), ("\"a\" < \"b\"", true),
        ("\"Z\" < \"a\"", true),
        ("<urn:a> < <urn:b>", nil), ("\"NaN\"^^xsd:double = \"NaN\"^^xsd:double", false), ("2 IN (1, 2)", true),
        ("2 IN (1, 1/0)", nil), ("2 NOT IN (1, 3)", true), ("2 IN ()", false),
        ("\"2024-01-01\"^^xsd:date < \"2024-01-02\"^^xsd:date", true),
        ("\"2024-01-01T12:00:00Z\"^^xsd:dateTime = \"2024-01-01T13:00:00+01:00\"^^xsd:dateTime", true),
        ("\"2024-01-01T00:00:00\"^^xsd:dateTime < \"2024-01-01T01:00:00Z\"^^xsd:dateTime", nil),
        ("true || 1/0", true), ("false || 1/0", nil), ("false && 1/0", false), ("true && 1/0", nil), ("!(1/0)", nil),
        ("!\"\"", true), ("!\"a\"", false), ("!0", true), ("!\"NaN\"^^xsd:double", true), ("!<urn:a>", nil),
        ("!\"abc\"^^xsd:integer", true), ("sameTerm(1, 1.0)", false), ("sameTerm(1, 1)", true),
        ("bound(?nothing)", false),
    ])
    func `Comparisons and connectives, nil for an error`(text: String, expected: Bool?) throws {
        #expect(try value(text) == (expected.map { "\"\($0)\"^^xsd:boolean" } ?? "error"))
    }

    /// XPath's own examples of `fn:substring`, and more of its kind.
    @Test(arguments: [
        ("1.5, 2.6", "234"), ("0, 3", "12"), ("5, -3", ""), ("-3, 5", "1"), ("0e0 / 0, 3", ""), ("1, 0e0 / 0", ""),
        ("-42, 1e0 / 0", "12345"), ("-1e0 / 0, 1e0 / 0", ""), ("2.5", "345"), ("2.4999", "2345"), ("-0.5, 2", "1"),
        ("1.0, 2.5", "123"), ("9", ""), ("1e0 / 0", ""), ("\"2\"^^xsd:float", "2345"),
    ])
    func `SUBSTR rounds as XPath does`(places: String, expected: String) throws {
        #expect(try value("SUBSTR(\"12345\", \(places))") == "\"\(expected)\"")
    }

    @Test(arguments: ["SUBSTR(\"a\", \"1\")", "SUBSTR(1, 1)", "SUBSTR(<urn:a>, 1)", "SUBSTR(\"a\", 1, \"1\")"])
    func `SUBSTR takes a string and numbers`(text: String) throws { #expect(try value(text) == "error") }

    /// 24:00 is the midnight that begins the next day.
    @Test(arguments: [
        ("\"24:00:00\"^^xsd:time = \"00:00:00\"^^xsd:time", "true"),
        ("\"24:00:00\"^^xsd:time < \"00:00:01\"^^xsd:time", "true"),
        ("\"24:00:01\"^^xsd:time = \"00:00:01\"^^xsd:time", nil),
        ("HOURS(\"24:00:00\"^^xsd:time) = 0", "true"),
        ("STR(\"24:00:00\"^^xsd:time) = \"24:00:00\"", "true"),
        ("\"1999-12-31T24:00:00\"^^xsd:dateTime = \"2000-01-01T00:00:00\"^^xsd:dateTime", "true"),
        ("YEAR(\"1999-12-31T24:00:00\"^^xsd:dateTime) = 2000", "true"),
        ("xsd:date(\"1999-12-31T24:00:00\"^^xsd:dateTime) = \"2000-01-01\"^^xsd:date", "true"),
        ("xsd:time(\"1999-12-31T24:00:00\"^^xsd:dateTime) = \"00:00:00\"^^xsd:time", "true"),
    ])
    func `Midnight may be written as 24`(text: String, expected: String?) throws {
        #expect(try value(text) == (expected.map { "\"\($0)\"^^xsd:boolean" } ?? "error"))
    }

    @Test(arguments: [
        "\"2024-01-02\"^^xsd:date - \"2024-01-01\"^^xsd:date", "\"2024-01-02\"^^xsd:date + 1", "\"b\" - \"a\"",
        "\"2024-01-02T00:00:00Z\"^^xsd:dateTime - \"P1D\"^^xsd:dayTimeDuration", "-\"2024-01-02\"^^xsd:date",
    ])
    func `SPARQL has no arithmetic of dates`(text: String) throws { #expect(try value(text) == "error") }

    @Test(arguments: [
        ("CONTAINS(LCASE(\"KLIMA \u{212A}\"), \"k\")", true), ("CONTAINS(LCASE(\"\u{212A}\"), \"k\")", true),
        ("CONTAINS(LCASE(\"\u{130}\"), \"i\")", true), ("CONTAINS(LCASE(\"éÉ京\"), \"k\")", false),
        ("CONTAINS(LCASE(\"é HAVEN\"), \"haven\")", true), ("STRENDS(\"abc\", \"bc\")", true),
        ("STRENDS(\"bc\", \"abc\")", false),
        ("STRSTARTS(\"abc\", \"\")", true), ("STRENDS(\"\", \"\")", true), ("CONTAINS(\"aab\", \"ab\")", true),
    ])
    func `Searches, of constants and of texts of the graph`(text: String, expected: Bool) throws {
        #expect(try value(text) == "\"\(expected)\"^^xsd:boolean")
        // The same over a term of the graph, which is read where it stands.
        let parts = text.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        let graph = Graph([Triple(Make.iri("a"), Make.iri("p"), .string(parts[1]))])
        let query = try SPARQLParser.parseQuery("ASK { ?a ?b ?text FILTER(\(parts[0])?text\(parts[2])) }")
        guard case .boolean(let verdict) = try Engine(graph).evaluate(query) else { return }
        #expect(verdict == expected)
    }

    @Test(arguments: [
        ("STR(<urn:a>)", "\"urn:a\""), ("STR(\"01\"^^xsd:integer)", "\"01\""),
        ("DATATYPE(\"5\"^^xsd:byte)", "<http://www.w3.org/2001/XMLSchema#byte>"),
        ("LANG(\"a\"@fr)", "\"fr\""), ("LANG(1)", "\"\""), ("STRLEN(\"péché\")", "\"5\"^^xsd:integer"),
        ("STRLEN(\"👩‍👩‍👧\")", "\"5\"^^xsd:integer"), ("SUBSTR(\"foobar\", 4)", "\"bar\""),
        ("SUBSTR(\"foobar\"@en, 4, 1)", "\"b\"@en"),
        ("SUBSTR(\"metadata\", 0, 3)", "\"me\""), ("UCASE(\"straße\"@de)", "\"STRASSE\"@de"),
        ("LCASE(\"ÀB\")", "\"àb\""),
        ("CONCAT(\"a\"@en, \"b\"@en)", "\"ab\"@en"), ("CONCAT(\"a\"@en, \"b\")", "\"ab\""), ("CONCAT()", "\"\""),
        ("CONCAT(1)", "error"),
        ("STRBEFORE(\"abc\"@en, \"b\")", "\"a\"@en"), ("STRBEFORE(\"abc\"@en, \"z\")", "\"\""),
        ("STRAFTER(\"abc\", \"\")", "\"abc\""),
        ("STRAFTER(\"abc\", \"b\"@en)", "error"), ("CONTAINS(\"foobar\", \"oba\")", "\"true\"^^xsd:boolean"),
        ("ENCODE_FOR_URI(\"a b/é\")", "\"a%20b%2F%C3%A9\""),
        ("LANGMATCHES(\"en-US\", \"en\")", "\"true\"^^xsd:boolean"),
        ("LANGMATCHES(\"\", \"*\")", "\"false\"^^xsd:boolean"), ("STRDT(\"007\", xsd:integer)", "\"007\"^^xsd:integer"),
        ("STRLANG(\"a\", \"en\")", "\"a\"@en"), ("STRLANG(\"a\"@fr, \"en\")", "error"),
        ("IF(1 = 1, \"y\", 1/0)", "\"y\""), ("IF(1/0, 1, 2)", "error"),
        ("COALESCE(1/0, ?x, 3)", "\"3\"^^xsd:integer"), ("ISNUMERIC(\"1\"^^xsd:short)", "\"true\"^^xsd:boolean"),
        ("ISNUMERIC(\"x\"^^xsd:short)", "\"false\"^^xsd:boolean"),
        ("ROUND(2.5)", "\"3\"^^xsd:decimal"), ("ROUND(-2.5)", "\"-2\"^^xsd:decimal"),
        ("CEIL(-1.5)", "\"-1\"^^xsd:decimal"),
        ("FLOOR(1e0 + 0.5)", "\"1.0E0\"^^xsd:double"), ("ABS(-3)", "\"3\"^^xsd:integer"),
        ("YEAR(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "\"2011\"^^xsd:integer"),
        ("SECONDS(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "\"13.815\"^^xsd:decimal"),
        ("TIMEZONE(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "\"-PT5H\"^^xsd:dayTimeDuration"),
        ("TZ(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "\"-05:00\""),
        ("TZ(\"2011-01-10T14:45:13\"^^xsd:dateTime)", "\"\""),
        ("MD5(\"abc\")", "\"900150983cd24fb0d6963f7d28e17f72\""),
        ("SHA1(\"abc\")", "\"a9993e364706816aba3e25717850c26c9cd0d89d\""),
        ("SHA256(\"\")", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\""),
        ("SUBSTR(SHA512(\"abc\"), 1, 16)", "\"ddaf35a193617aba\""),
        ("SUBSTR(SHA384(\"abc\"), 1, 16)", "\"cb00753f45a35e8b\""),
    ])
    func `Functions`(text: String, expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test(arguments: [
        ("xsd:integer(\" 7 \")", "\"7\"^^xsd:integer"), ("xsd:integer(7.9)", "\"7\"^^xsd:integer"),
        ("xsd:integer(\"7.9\")", "error"),
        ("xsd:boolean(\"1\")", "\"true\"^^xsd:boolean"), ("xsd:boolean(0.0)", "\"false\"^^xsd:boolean"),
        ("xsd:decimal(1.5e0)", "\"1.5\"^^xsd:decimal"),
        ("xsd:double(\"1e3\")", "\"1.0E3\"^^xsd:double"), ("xsd:string(1e0)", "\"1\""),
        ("xsd:string(<urn:a>)", "\"urn:a\""),
        ("xsd:dateTime(\"2024-02-30T00:00:00\")", "error"),
        ("xsd:date(\"2024-02-29T10:00:00Z\"^^xsd:dateTime)", "\"2024-02-29Z\"^^xsd:date"),
        ("<urn:unknown>(1)", "error"),
    ])
    func `Casts`(text: String, expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test(arguments: [
        (#"REGEX("Hello", "^hel", "i")"#, "\"true\"^^xsd:boolean"),
        (#"REGEX("a\nb", "a.b")"#, "\"false\"^^xsd:boolean"),
        (#"REGEX("a\nb", "a.b", "s")"#, "\"true\"^^xsd:boolean"),
        (#"REGEX("a\nb", "^b$", "m")"#, "\"true\"^^xsd:boolean"),
        (#"REGEX("a b", "a b", "x")"#, "\"false\"^^xsd:boolean"),
        (#"REGEX("a.b", "a.b", "q")"#, "\"true\"^^xsd:boolean"),
        (#"REGEX("é", "^\\w$")"#, "\"true\"^^xsd:boolean"), (#"REGEX("x", "[a-z-[aeiou]]")"#, "\"true\"^^xsd:boolean"),
        (#"REGEX("e", "^[a-z-[aeiou]]$")"#, "\"false\"^^xsd:boolean"),
        (#"REGEX("abab", "^(ab)\\1$")"#, "\"true\"^^xsd:boolean"),
        (#"REGEX("a", "(")"#, "error"), (#"REGEX("a", "a", "z")"#, "error"), (#"REGEX(1, "1")"#, "error"),
        (#"REPLACE("abcd", "b(.)", "[$1]")"#, "\"a[c]d\""), (#"REPLACE("abc"@en, "B", "x", "i")"#, "\"axc\"@en"),
        (#"REPLACE("aaa", "a", "$0$0")"#, "\"aaaaaa\""), (#"REPLACE("abc", "x*", "-")"#, "error"),
        (#"REPLACE("a", "(a)|(b)", "1$2")"#, "\"1\""),
        (#"REPLACE("a", "a", "\\$")"#, "\"$\""), (#"REPLACE("日本", "本", "x")"#, "\"日x\""),
    ])
    func `Regular expressions of XPath`(text: String, expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test func `A regular expression that would run for ever stops the query with an error`() throws {
        let text = "SELECT ?x { BIND(REGEX(\"" + String(repeating: "a", count: 40) + "!\", \"^(a+)+$\") AS ?x) }"
        let query = try SPARQLParser.parseQuery(text)
        #expect(throws: QueryError.regularExpressionTooCostly(pattern: "^(a+)+$")) { try engine.evaluate(query) }
    }

    /// What the ids and the bytes of the dictionary decide must be what the values say.
    @Test func `Terms of the graph compare as their values do`() throws {
        let terms: [Term] = [
            .iri("http://example/a"), .iri("http://example/b"), .iri("urn:a"), .blank("x"), .string(""), .string("a"),
            .string("b\n\"c\""), .string("é"), .string("\u{1F600}"), .string("http://example/a"),
            .literal(Literal("a", language: "en")), .literal(Literal("a", language: "EN")),
            .literal(Literal("a", language: "fr")), .integer(1), Make.literal("01", "integer"),
            Make.literal("1.0", "decimal"), Make.literal("NaN", "double"), Make.literal("x", "integer"),
            Make.literal("2024-01-01", "date"), Make.literal("2024-01-01Z", "date"), Make.literal("true", "boolean"),
            Make.literal("1", "boolean"), .literal(Literal("a", datatype: "urn:t")),
            .literal(Literal("b", datatype: "urn:t")),
        ]
        let graph = Graph(
            terms.enumerated().map { Triple(Make.iri("s\($0.offset)"), Make.iri("p"), $0.element) })
        func text(_ term: Term) -> Value? {
            switch term {
            case .iri(let iri): .string(iri)
            case .blank: nil
            case .literal(let literal): .string(literal.lexicalForm)
            }
        }
        for mark in ["=", "!=", "<", "<=", ">", ">="] {
            let comparison = try #require(Comparison(rawValue: mark))
            let sides: [(condition: String, value: (Term, Term) -> Bool?)] = [
                ("?a \(mark) ?b", { ValueComparison.compare(comparison, Value($0), Value($1)) }),
                (
                    "STR(?a) \(mark) STR(?b)",
                    { a, b in
                        text(a).flatMap { a in text(b).flatMap { ValueComparison.compare(comparison, a, $0) } }
                    }
                ),
                (
                    "STR(?a) \(mark) ?b",
                    { a, b in text(a).flatMap { ValueComparison.compare(comparison, $0, Value(b)) } }
                ), ("?a \(mark) \"a\"", { a, _ in ValueComparison.compare(comparison, Value(a), .string("a")) }),
            ]
            for (condition, value) in sides {
                let query = try SPARQLParser.parseQuery(
                    "PREFIX : <\(Make.namespace)> SELECT ?a ?b { ?s :p ?a . ?t :p ?b FILTER(\(condition)) }")
                guard case .solutions(let solutions) = try Engine(graph).evaluate(query) else { continue }
                let found = Set((0..<solutions.count).map { solutions.row($0) })
                for a in terms {
                    for b in terms {
                        #expect(found.contains([a, b]) == (value(a, b) == true), "\(a) \(b): \(condition)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ("STRLANG(\"a\", \"en-GB\")", "\"a\"@en-GB"), ("STRLANG(\"a\", \"de-1996\")", "\"a\"@de-1996"),
        ("STRLANG(\"a\", \"\")", "error"), ("STRLANG(\"a\", \"en GB\")", "error"),
        ("STRLANG(\"a\", \"1en\")", "error"), ("STRLANG(\"a\", \"en-\")", "error"),
        ("STRLANG(\"a\"@fr, \"en\")", "error"), ("STRLANG(\"a\", \"é\")", "error"),
    ])
    func `A language tag is letters, and letters and digits behind hyphens`(text: String, expected: String) throws {
        #expect(try value(text) == expected)
    }
}
