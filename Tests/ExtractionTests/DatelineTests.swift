import Testing

@testable import Extraction

@Suite("Datelines")
struct DatelineTests {
    @Test(
        "Place, date and agency before the first words",
        arguments: [
            ("NAIROBI, June 3, 2024 — Talks stalled.", "Talks stalled.", "2024-06-03"),
            ("NAIROBI, May 6, 2025 (Reuters) - Floods came.", "Floods came.", "2025-05-06"),
            ("GOMA, Congo, Jan 28 2025 (AFP) – Rebels came.", "Rebels came.", "2025-01-28"),
            ("MOSCOW (Reuters) - The bank said so.", "The bank said so.", nil),
            ("PARIS, France – Two men fled.", "Two men fled.", nil),
            ("Lund, 5 May 2021 -- \"It is over,\" he said.", "\"It is over,\" he said.", "2021-05-05"),
            ("WASHINGTON, D.C. — The court met.", "The court met.", nil),
        ])
    func datelines(line: String, rest: String, date: String?) throws {
        let dateline = try #require(Dateline(line.unicodeScalars))
        #expect(String(line.unicodeScalars.dropFirst(dateline.length)) == rest)
        #expect(dateline.date == date)
    }

    @Test(
        "What is no dateline",
        arguments: [
            "Paris — the capital — is large.", "NATO — The alliance met.", "The talks — Malta's — failed.",
            "State-owned Gazprom said so.", "It rained. Lund - Sweden", "",
        ])
    func none(line: String) { #expect(Dateline(line.unicodeScalars) == nil) }
}
