import Testing

@testable import Extraction

@Suite("Lines that are no prose")
struct ListingLineTests {
    @Test(
        "Rows of tables and lists of web addresses",
        arguments: [
            ("| fire.txt | Fire in the harbour | https://example.org/fire |", true),
            ("| a | b |", true),
            ("fire.txt\tFire in the harbour\thttps://example.org/fire", true),
            ("Fire in the harbour, https://example.org/fire", true),
            ("https://example.org/fire", true),
            ("www.example.org Harbour news", true),
            ("Read more: https://example.org/fire", true),
            ("The harbour published its figures at https://example.org/fire.", false),
            ("It burnt. Figures stand at https://example.org/fire and in print.", false),
            ("The harbour burnt.", false),
            ("Holm || Vos", false),
            ("", false),
        ])
    func listing(line: String, isListing: Bool) {
        #expect(ListingLine.matches(Array(line.unicodeScalars)[...], isMarkdown: true) == isListing)
    }
}
