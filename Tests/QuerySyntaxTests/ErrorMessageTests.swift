import RDF
import Testing

@testable import QuerySyntax

/// Whole error messages, as a user sees them.
struct ErrorMessageTests {
    @Test(
        arguments: [
            (
                "x",
                """
                error: a pattern is expected, not “x”
                  x
                  ^
                  a pattern is subject, relation, object: Ada Okoro met ?whom
                """
            ),
            (
                "visited and met ?whom",
                """
                error: “visited” has no subject
                  visited and met ?whom
                  ^~~~~~~
                  begin with who does it: a name, `who` or `?x`; a name without capitals stands in double quotes
                """
            ),
            (
                "Blinken visited and met ?whom",
                """
                error: `visited` needs an object before `and`
                  Blinken visited and met ?whom
                          ^~~~~~~
                  write one, or `_` for anything: visited _ and …
                """
            ),
            (
                "Hamas",
                """
                error: a relation is expected after “Hamas”
                  Hamas
                       ^
                  `about Hamas` shows everything that is known of it
                """
            ),
            (
                "?x > 3 or ?x < 1",
                """
                error: this branch of `or` has no pattern to filter
                  ?x > 3 or ?x < 1
                  ^~~~~~
                  for alternatives in one test write `if … || …`
                """
            ),
            (
                "?x met ?y, (?x > 3 or ?x met Hamas)",
                """
                error: this branch of `or` has no pattern to filter
                  ?x met ?y, (?x > 3 or ?x met Hamas)
                              ^~~~~~
                  for alternatives in one test write `if … || …`
                """
            ),
            (
                "Hamas holds hostages 40,000",
                """
                error: a number takes no commas
                  Hamas holds hostages 40,000
                                         ^
                  write 40_000, or a space after the comma
                """
            ),
            (
                "Hamas holds \"hostages",
                """
                error: the quote that opens here is not closed
                  Hamas holds "hostages
                              ^
                  close it with "
                """
            ),
            (
                "find ?who, count(?x) where ?who ?r ?x",
                """
                error: `as` is expected, not “where”
                  find ?who, count(?x) where ?who ?r ?x
                                       ^~~~~
                  name the column: count(?x) as ?n
                """
            ),
            (
                "find ?wo where ?who met ?x",
                """
                error: ?wo stands in no pattern
                  find ?wo where ?who met ?x
                       ^~~
                  did you mean ?who?
                """
            ),
            (
                "?who met ?x, ?y > 3",
                """
                error: ?y stands in no pattern that this can see
                  ?who met ?x, ?y > 3
                               ^~
                  did you mean ?x?
                """
            ),
            (
                "?x met ?y [hedgd]",
                """
                error: “hedgd” is no qualifier
                  ?x met ?y [hedgd]
                             ^~~~~
                  did you mean “hedged”?
                """
            ),
            (
                "?x is a person [hedged]",
                """
                error: `is a` takes no claim qualifiers
                  ?x is a person [hedged]
                                 ^
                  classes are not claimed, relations are
                """
            ),
            (
                "?x met/knows ?y [hedged]",
                """
                error: a path with `/`, `+` or `*` takes no claim qualifiers
                  ?x met/knows ?y [hedged]
                                  ^
                  qualify its steps one by one
                """
            ),
            (
                "?x met ?y limit many",
                """
                error: a whole number is expected, not “many”
                  ?x met ?y limit many
                                  ^~~~
                  for example: limit 10
                """
            ),
            (
                "find ?x, count(?y) as ?n where ?x met ?y order by ?y",
                """
                error: ?y has many values in a group
                  find ?x, count(?y) as ?n where ?x met ?y order by ?y
                                                                    ^~
                  show ?y too, or take count, sum, min, max or list of it
                """
            ),
            (
                "?x met ?y, let ?y = 5",
                """
                error: ?y has a value already, and `let` cannot give it another
                  ?x met ?y, let ?y = 5
                             ^~~~~~~~~~
                  to compare write ?y = …; to compute take another variable
                """
            ),
            (
                "?x met ?y, ?y ~ ceasefire",
                """
                error: a text in single quotes is expected, not “ceasefire”
                  ?x met ?y, ?y ~ ceasefire
                                  ^~~~~~~~~
                  for example: ?x ~ 'ceasefire'
                """
            ),
            (
                "?x met ?y, if lenght(?y) > 3",
                """
                error: no function is called “lenght”
                  ?x met ?y, if lenght(?y) > 3
                                ^~~~~~
                  did you mean “length”?
                """
            ),
            (
                "?x met ?y, if substr(?y) > 3",
                """
                error: `substr` takes 2 to 3 arguments, not 1
                  ?x met ?y, if substr(?y) > 3
                                ^~~~~~~~~~
                """
            ),
            (
                "?x met ?y && ?y met ?z",
                """
                error: `;`, `,` or the end is expected, not “&&”
                  ?x met ?y && ?y met ?z
                            ^~
                  between conditions write `and`, or `,`
                """
            ),
            (
                "?x met ?y.",
                """
                error: `;`, `,` or the end is expected, not “.”
                  ?x met ?y.
                           ^
                  a statement ends with `;`
                """
            ),
            (
                "Hamas 3 ?x",
                """
                error: a relation is expected, not “3”
                  Hamas 3 ?x
                        ^
                """
            ),
            (
                "?x visited ?y [on 2024-13-01]",
                """
                error: 2024-13-01 is not a date
                  ?x visited ?y [on 2024-13-01]
                                    ^~~~~~~~~~
                  write a date as 2024-06-05, 2024-06 or 2024
                """
            ),
            (
                "expect 3: who met ?x",
                """
                error: `rows` is expected, not “:”
                  expect 3: who met ?x
                          ^
                  for example: expect 2 rows: …, expect (105): …, expect yes: …, expect empty: …
                """
            ),
            (
                "expect (1, 2), (3): who met ?x",
                """
                error: this row has 1 values and the first has 2
                  expect (1, 2), (3): who met ?x
                                 ^~~
                """
            ),
            (
                "param who = Hamas",
                """
                error: a parameter is expected, not “who”
                  param who = Hamas
                        ^~~
                  for example: param $who : entity = Ada Okoro "whom to look for"
                """
            ),
            (
                "define ?x is a rival: ?y met ?z",
                """
                error: ?x stands nowhere in the definition
                  define ?x is a rival: ?y met ?z
                         ^~
                  for example: define ?x is at odds with ?y: ?x criticized ?p, ?y backs ?p
                """
            ),
            (
                "7-Eleven met ?x",
                """
                error: a name that begins with a digit stands in quotes
                  7-Eleven met ?x
                  ^~~~~~~~
                  write "7-Eleven"
                """
            ),
            (
                "北京 met ?x",
                """
                error: words of a script without capital letters stand in quotes
                  北京 met ?x
                  ^~~~
                  write "北京"
                """
            ),
            (
                "?x met \u{0}",
                """
                error: the character U+0000 means nothing here
                  ?x met \u{20}
                         ^
                """
            ),
            (
                "ask Hamas met Israel limit 3",
                """
                error: a question that is answered yes or no takes no `order by`, `limit`, `offset` or `having`
                  ask Hamas met Israel limit 3
                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  name a variable to see rows
                """
            ),
            (
                "output xml",
                """
                error: a format is expected, not “xml”
                  output xml
                         ^~~
                  one of table, csv, tsv, json, nt
                """
            ),
            (
                "add Hamas met ?x",
                """
                error: ?x has no value to add
                  add Hamas met ?x
                      ^~~~~~~~~~~~
                  say where it comes from: add … where …
                """
            ),
            (
                "about ?x",
                """
                error: `about` needs a name
                  about ?x
                  ^~~~~~~~
                  for what is said of anything: ?s ?r ?o
                """
            ),
            (
                "?x met ?y, maybe ?y > 3",
                """
                error: `maybe` needs a pattern
                  ?x met ?y, maybe ?y > 3
                                   ^~~~~~
                  a test that may fail is no test: leave it out
                """
            ),
            (
                "?x met ?y order by",
                """
                error: a variable to order by is expected here
                  ?x met ?y order by
                                    ^
                  for example: order by ?n desc
                """
            ),
            (
                "why ?x is a person",
                """
                error: `why` asks about relations, and classes are not claimed
                  why ?x is a person
                      ^~~~~~~~~~~~~~
                  `about` shows everything that is known of a name
                """
            ),
        ])
    func message(text: String, expected: String) {
        let error = #expect(throws: SyntaxError.self) {
            for statement in try QParser.parse(text) {
                if case .edit(let edit) = statement.kind {
                    _ = try QCompiler().compile(edit, source: statement.source)
                }
                if let query = statement.query { _ = try QCompiler().compile(query, source: statement.source) }
            }
        }
        #expect(error?.description == expected)
    }

    @Test(
        "Deep nests and long chains are errors or answers, never a crash",
        arguments: [
            String(repeating: "(", count: 10_000), String(repeating: "not ", count: 10_000) + "?x met ?y",
            "?x met ?y, if " + String(repeating: "(", count: 10_000) + "1",
            "?x met ?y, if " + String(repeating: "!", count: 10_000) + "?x",
            "?x met ?y, if ?y > 1" + String(repeating: " + 1", count: 20_000),
            "?x " + String(repeating: "(", count: 10_000) + "met ?y",
            "?x met" + String(repeating: "/met", count: 50_000) + " ?y",
            "?x met ?y" + String(repeating: ", ?x met ?y", count: 20_000),
            "?x met ?y [" + String(repeating: "any,", count: 20_000),
            String(repeating: "\"", count: 9_999), String(repeating: "[", count: 10_000),
        ])
    func depth(text: String) {
        #expect(throws: SyntaxError.self) { try QParser.parse(text) }
    }

    @Test func aLongStatementCompiles() throws {
        let patterns = (0..<2_000).map { "?x\($0) met ?y" }.joined(separator: ", ")
        let alternatives = (0..<2_000).map { "?x met ?y\($0)" }.joined(separator: " or ")
        let tests = (0..<2_000).map { "?y != \($0)" }.joined(separator: ", ")
        for text in [patterns, alternatives, "?x met ?y, " + tests] {
            let statement = try #require(try QParser.parse(text).first)
            let query = try QCompiler().compile(try #require(statement.query), source: statement.source)
            #expect(!SPARQLPrinter.print(query).isEmpty)
        }
    }

    @Test("Bytes that mean nothing", arguments: 0..<200)
    func noise(seed: Int) {
        // A fixed sequence: noise must be the same on every run.
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let pieces = Array(
            "?x \"'(),;[]{}<>=!~^|/*+-_.$#%&@\u{0}\u{201C}é字aB1 or and not maybe if let where is a in find ")
        var text = ""
        for _ in 0..<60 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text.append(pieces[Int(state >> 33) % pieces.count])
        }
        _ = try? QParser.parse(text)
        _ = PromptState(ofQ: text)
        _ = QCompletionContext(before: text)
    }
}
