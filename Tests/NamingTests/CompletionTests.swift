import RDF
import Testing

@testable import Naming

struct CompletionTests {
    @Test(
        "What may follow",
        arguments: [
            ("Ad", ["add", "Ada Okoro"]),
            ("Ada Okoro ", ["has role", "met"]),
            ("Ada Okoro m", ["met"]),
            ("who ", ["has role", "met", "accepted", "holds hostages", "critic of"]),
            ("who ha", ["has role"]),
            ("?x accepted ", ["\"harbour plan\""]),
            ("?x accepted \"har", ["\"harbour plan\""]),
            ("\"Dock Workers Union\" hold", ["holds hostages"]),
            ("\"Dock Workers Union\" holds hostages ", ["3"]),
            ("?x is a p", ["person", "proposal"]),
            ("?x met ?y [he", ["hedged"]),
            ("?x met ?y [any, sai", ["said by"]),
            ("?who met ?whom, ?wh", ["?who", "?whom"]),
            ("?x met Ada Okoro and ?x has r", ["has role"]),
            ("fi", ["find"]),
            ("?x met Lars Lind or", ["order by"]),
            ("?x ~ 'cease", []),
        ])
    func completions(text: String, expected: [String]) {
        let found = Sample.resolver.completions(before: text).map(\.text)
        #expect(
            Array(found.prefix(max(expected.count, 1))) == expected)
    }

    @Test func aCompletionReplacesWhatIsThere() throws {
        let completion = try #require(Sample.resolver.completions(before: "who ha").first)
        #expect(completion.replaced == 4..<6)
        #expect(completion.detail == "relation, 2 facts")
    }
}
