import Testing

@testable import QuerySyntax

struct PromptStateTests {
    @Test(
        "What runs, what goes on, what is wrong",
        arguments: [
            ("", PromptState.empty), ("  # nothing yet", .empty), (";;", .empty),
            ("who holds hostages", .complete), ("who holds hostages;", .complete),
            ("Who holds hostages?", .complete), ("?x met ?y; ?y met ?z", .complete),
            ("?x met ?y,", .open(",")), ("?x met ?y and", .open("and")), ("?x met ?y or", .open("or")),
            ("?x met ?y, (", .open("(")), ("?x met ?y, (?x met ?z", .open("(")), ("?x met ?y [any", .open("[")),
            ("?x met \"bridging", .open("\"")), ("?x met ?y, ?y ~ 'cease", .open("'")),
            ("find ?x", .open("find")), ("find ?x where", .open("where")), ("count ?x", .open("count")),
            ("?x met ?y, maybe", .open("maybe")), ("?x met ?y, not", .open("not")), ("let ?x =", .open("=")),
            ("?x met ?y order by", .open("by")), ("?x met ?y, if ?y >", .open(">")),
            ("expect (105):", .open(":")), ("define ?x is a rival:", .open(":")), ("sparql { SELECT", .open("{")),
            ("?x backs/", .open("/")), ("ask", .open("ask")),
        ])
    func state(text: String, expected: PromptState) {
        #expect(PromptState(ofQ: text) == expected)
    }

    @Test("More text does not mend these", arguments: ["Hamas", "?x met ?y]", "?x met 40,000", "?x > 3 or ?y met ?z"])
    func wrong(text: String) {
        guard case .wrong = PromptState(ofQ: text) else {
            Issue.record("\(PromptState(ofQ: text))")
            return
        }
    }

    @Test(
        "SPARQL is told by its first words",
        arguments: [
            ("SELECT * { ?s ?p ?o }", StatementLanguage.sparql), ("# note\n  prefix x: <urn:x>", .sparql),
            ("ASK { ?s ?p ?o }", .sparql), ("ask where { }", .sparql), ("insert data {}", .sparql),
            ("ask Hamas met Israel", .tercet), ("who holds hostages", .tercet), ("add Hamas met Israel", .tercet),
            ("select_committee met ?x", .tercet), ("", .tercet),
        ])
    func language(text: String, expected: StatementLanguage) {
        #expect(StatementLanguage(of: text) == expected)
    }
}
