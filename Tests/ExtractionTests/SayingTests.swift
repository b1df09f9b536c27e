import English
import Testing

@testable import Extraction

@Suite("What is said, whole and no more")
struct SayingTests {
    /// The claims of a text that say that somebody says something.
    private func sayings(_ text: String, _ relations: Set<String> = ["said"]) -> [String] {
        let sentences = Analyzer().analyze(text)
        return ClaimExtractor().claims(sentences: sentences.map(TreeRepair.repaired)).filter {
            relations.contains($0.relation)
        }.map { line($0, in: sentences) }
    }

    @Test(
        "The words before the quotation marks that begin it are part of it",
        arguments: [
            (
                "Vos said the president had \"heard the demands of women\".",
                "Vos said 'the president had \"heard the demands of women\"'"
            ),
            (
                "Holm tweeted that Vos \"was a warm and gentle soul.\"",
                "Holm said 'Vos \"was a warm and gentle soul.\"'"
            ),
        ])
    func begun(text: String, expected: String) { #expect(sayings(text).contains(expected), "\(sayings(text))") }

    @Test(
        "Both halves of what its cue cuts in two are one",
        arguments: [
            ("\"We won,\" Vos said, \"and they lost.\"", "Vos said 'We won and they lost'"),
            ("\"The deal,\" Vos said, \"is dead.\"", "Vos said 'The deal is dead'"),
            ("\"We stand ready\" tweeted Vos \"to help them all.\"", "Vos said 'We stand ready to help them all'"),
            ("Fuel, the officials said, spilled into the river.", "the officials said 'Fuel spilled into the river'"),
            (
                "On Friday, the officials said, the tanker spilled fuel.",
                "the officials said 'On Friday, the tanker spilled fuel'"
            ),
        ])
    func halves(text: String, expected: String) { #expect(sayings(text).contains(expected), "\(sayings(text))") }

    @Test(
        "All of the clause is the source's, without the source",
        arguments: [
            (
                "According to the study, frogs with spikes, at times, ate large prey.",
                "the study said 'frogs with spikes, at times, ate large prey'"
            ),
            (
                "Rescuers, according to the ministry, found ten survivors.",
                "the ministry said 'Rescuers found ten survivors'"
            ),
            ("At noon, according to his office, he died in Lund.", "his office said 'At noon, he died in Lund'"),
            (
                "The family named no cause, but, according to his agent, Holm had undergone surgery.",
                "his agent said 'Holm had undergone surgery'"
            ),
        ])
    func sources(text: String, expected: String) { #expect(sayings(text).contains(expected), "\(sayings(text))") }

    @Test(
        "What is said begins where it begins",
        arguments: [
            ("Vos said he can and may declare an emergency.", "Vos said 'he can and may declare an emergency'"),
            (
                "On Thursday, Waddoups wrote giving American Samoans citizenship violated the Fourteenth Amendment.",
                "Waddoups said 'giving American Samoans citizenship violated the Fourteenth Amendment'"
            ),
            (
                "Vos told reporters today psychiatric tests will be carried out.",
                "Vos said 'psychiatric tests will be carried out'"
            ),
            (
                "Police said that two people were killed, and that nine others had been injured.",
                "Police said 'two people were killed, and that nine others had been injured'"
            ),
            (
                "The minister told reporters in Paris, where he met the president, that the talks had failed.",
                "The minister said 'the talks had failed'"
            ),
            ("Police said two died; the road was closed.", "Police said 'two died'"),
            (
                "Analysts say that Sudania, whose economy shrank last year, cannot afford a long war.",
                "Analysts said 'Sudania, whose economy shrank last year, cannot afford a long war'"
            ),
            (
                "The mayor said that the bridge would be torn down, that the school had lost its roof and that 300 families were homeless.",
                "The mayor said 'the bridge would be torn down, that the school had lost its roof and that 300 families were homeless'"
            ),
            ("Asked whether she would go, Holm said: \"Ask me tomorrow.\"", "Holm said 'Ask me tomorrow'"),
            (
                "The airline said it was cancelling 200 flights, adding that passengers would be refunded.",
                "The airline said 'it was cancelling 200 flights'"
            ),
            ("Vos also said earlier he might rename the monument.", "Vos said 'he might rename the monument'"),
            (
                "Chief Greg Allen said late Sunday the police were searching the house.",
                "Chief Greg Allen said 'the police were searching the house'"
            ),
            (
                "Duda told local media Holm's heart was restarted by doctors.",
                "Duda said 'Holm's heart was restarted by doctors'"
            ),
            (
                "The researchers found when fish were plentiful, they would eat algae off the corals.",
                "The researchers found 'when fish were plentiful, they would eat algae off the corals'"
            ),
            (
                "Maróth pointed out it would have been much more costly and time-consuming to research mortar technology than to acquire it this way.",
                "Maróth said 'it would have been much more costly and time-consuming to research mortar technology than to acquire it this way'"
            ),
            (
                "The boy and his mother drowned in 2015; they had, his surviving father says, paid smugglers to take them.",
                "his surviving father said 'they had paid smugglers to take them'"
            ),
            (
                "NASA has chosen two people for its first mission, which officials said might take place this summer.",
                "officials said 'its first mission might take place this summer'"
            ),
            (
                "Vos paid tribute to four guests, who, he said, had lost their homes in the flood.",
                "he said 'four guests had lost their homes in the flood'"
            ),
            (
                "The mayor said publicly the forest should be opened to farming.",
                "The mayor said 'the forest should be opened to farming'"
            ),
            (
                "According to the embassy, the man died on Friday; local officials called him a tourist.",
                "the embassy said 'the man died on Friday'"
            ),
            (
                "\"What is so sad for me\", Holm said, \"is not seeing the guilty punished.\"",
                "Holm said 'What is so sad for me is not seeing the guilty punished'"
            ),
            (
                "The court found the advice \"was motivated by an improper purpose.\"",
                "The court found 'the advice \"was motivated by an improper purpose.\"'"
            ),
        ])
    func beginnings(text: String, expected: String) {
        let sayings = sayings(text, ["said", "found"])
        #expect(sayings.contains(expected), "\(sayings)")
    }

    @Test("Whom one urges or accuses keeps what they are to do or have done")
    func acts() throws {
        let sentences = Analyzer().analyze(
            "Vos urged Malta to pay its debts. Critics accused the firm of ignoring warnings.")
        let claims = ClaimExtractor().claims(sentences: sentences.map(TreeRepair.repaired))
        let urged = try #require(claims.first { $0.relation == "urged" })
        #expect(urged.qualifiers.map(\.text) == ["pay its debts"])
        let accused = try #require(claims.first { $0.relation == "accused" })
        #expect(accused.qualifiers.map(\.text) == ["ignoring warnings"])
    }

    @Test(
        "A headline ends with who says it",
        arguments: [
            (
                "Voracious fish defend coral reefs against warming, say scientists",
                "scientists said 'Voracious fish defend coral reefs against warming'"
            ),
            (
                "Baby finds illegal drugs in a playground in British Columbia, Canadian police report",
                "Canadian police said 'Baby finds illegal drugs in a playground in British Columbia'"
            ),
        ])
    func headlines(text: String, expected: String) { #expect(sayings(text).contains(expected), "\(sayings(text))") }

    @Test(
        "Who says it, and not whose it is",
        arguments: [
            (
                "News source Daily Xtra's editorial director, Rachel Giese, said she felt sad.",
                "editorial director said 'she felt sad'"
            ),
            ("The vote was described by Vos as a mandate, saying he will leave.", "Vos said 'he will leave'"),
        ])
    func speakers(text: String, expected: String) {
        #expect(sayings(text).contains { $0.hasSuffix(expected) }, "\(sayings(text))")
    }

    @Test("Who is not to blame is said so")
    func notToBlame() {
        #expect(
            sayings("Vos insisted that his government was not to blame.", ["insists"])
                == ["Vos insists 'his government was not to blame'"])
    }

    @Test("A day behind the clock is no statement of its own")
    func clock() {
        let text = "The mayor of Lund was found dead, police reported Friday morning, local time (UTC+9)."
        #expect(sayings(text).contains("police said 'The mayor of Lund was found dead'"), "\(sayings(text))")
    }
}
