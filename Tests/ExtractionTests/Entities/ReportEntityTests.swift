import English
import Testing

@testable import Extraction

/// Who is one in a report as news has it: parsed, repaired and linked as a report is.
@Suite("Entities of a report")
struct ReportEntityTests {
    /// The named entities of a text: label, class and other forms.
    private func entities(_ text: String) -> [String] {
        let report = Report(
            hash: "0", source: "a.txt", text: StoredText(text), readableText: text, title: nil, date: nil)
        return RecordBuilder.record(of: Extractor().analyze(report)).entities.filter { $0.kind == .named }.map {
            "\($0.label) (\($0.type)): " + $0.surfaceForms.joined(separator: ", ")
        }
    }

    @Test(
        "One report a rule",
        arguments: [
            // A president is not the woman of his surname whom nothing calls so.
            (
                "First Lady Eva Vos met pupils. President Vos was in Lund. Eva Vos read to them.",
                "Vos (Person): President Vos, Vos"
            ),
            (
                "Eva Vos, the president, resigned. President Vos was ill.",
                "Eva Vos (Person): Eva Vos, President Vos, Vos"
            ),
            // A month that bears a title, or says something, is a person.
            (
                "Theresa May flew to Lund. Prime Minister May met pupils.",
                "Theresa May (Person): May, Prime Minister May, Theresa May"
            ),
            (
                "Theresa May flew to Lund. May, speaking to pupils, insisted it was late.",
                "Theresa May (Person): May, Theresa May"
            ),
            // A list of bodies is none of them.
            (
                "Groups including Harbour Watch, the Lund Rowing Union and others met.",
                "Lund Rowing Union (Organization): Lund Rowing Union"
            ),
            // What only says where and which is no form of a name.
            ("Even Ada Okoro in Lund heard it.", "Ada Okoro (Person): Ada Okoro"),
        ])
    func rules(_ text: String, expected: String) {
        #expect(entities(text).contains(expected), "\(entities(text))")
    }
}
