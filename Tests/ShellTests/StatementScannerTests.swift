import Testing

@testable import Shell

@Suite struct StatementScannerTests {
    @Test(
        "Text is split at ; outside quotes, brackets, comments and IRIs; a line beginning with a dot is a command",
        arguments: [
            ("who holds hostages", ["who holds hostages"]),
            ("a b; c d;", ["a b", "c d"]),
            ("a 'x;y'; b \"p;q\"; c “r;s”", ["a 'x;y'", "b \"p;q\"", "c “r;s”"]),
            ("O'Brien met ?x; the Times' editor", ["O'Brien met ?x", "the Times' editor"]),
            ("?n ~ 'it''s'; b", ["?n ~ 'it''s'", "b"]),
            ("a (b; c); d [x; y]; sparql { e; f }", ["a (b; c)", "d [x; y]", "sparql { e; f }"]),
            ("?s <urn:x;y#z> ?o; ?n < 5; ?m > 3", ["?s <urn:x;y#z> ?o", "?n < 5", "?m > 3"]),
            ("# only; a comment\na b # c; d\n; e", ["a b # c; d", "e"]),
            (".help\nwho holds hostages;\n  .timer on\n", [".help", "who holds hostages", ".timer on"]),
            ("a b\n.5 c", ["a b\n.5 c"]),
            (";;  ; # nothing", []),
            ("", []),
        ])
    func splitting(text: String, statements: [String]) {
        #expect(StatementScanner.items(in: text).map(\.text) == statements)
    }

    @Test(
        "What is open at the end is known, for the prompt that asks for the rest",
        arguments: [
            ("who (a", StatementScanner.Open.delimiter("(")),
            ("who (a [b", .delimiter("[")),
            ("who (a [b]", .delimiter("(")),
            ("a \"b", .delimiter("\"")),
            ("a 'b", .delimiter("'")),
            ("select * {", .delimiter("{")),
            ("a b", .nothing),
            ("a ) b", .nothing),
        ])
    func openPart(text: String, open: StatementScanner.Open) {
        #expect(StatementScanner.items(in: text).last?.open == open)
    }

    @Test func linesAreCounted() {
        let items = StatementScanner.items(in: "a\n b;\n\n.help\n'x\ny'; c")
        #expect(items.map(\.line) == [0, 3, 4, 5])
        #expect(items.map(\.isCommand) == [false, true, false, false])
        #expect(items.map(\.isClosed) == [true, true, true, false])
    }

    @Test func deepNestingAndLongTextEnd() {
        #expect(StatementScanner.items(in: String(repeating: "(", count: 100_000)).count == 1)
        #expect(StatementScanner.items(in: String(repeating: "a;", count: 100_000)).count == 100_000)
    }
}
