import English
import Testing

@testable import Extraction

@Suite("Clauses that others leave open, finish or accuse of")
struct WholeClauseTests {
    private func lines(_ text: String) -> [String] {
        let sentences = Analyzer().analyze(text).map(TreeRepair.repaired)
        return ClaimExtractor().claims(sentences: sentences).map { line($0, in: sentences) }
    }

    @Test(
        "One sentence a rule",
        arguments: [
            // Who is accused of something did it by what follows, and not who accuses.
            (
                "Vos accused Malta of escalating violence by killing three people in Lund.",
                "Malta killed 3 people (people) [hedged]"
            ),
            // "are able to" is a possibility; "were able to" a deed.
            ("The patients are able to choose a doctor.", "The patients chose a doctor [hedged]"),
            ("Engineers were able to repair the bridge within a week.", "Engineers repaired the bridge"),
            // What is so in a clause with "what" has its words as the object.
            (
                "The court rejected what he saw as an attack on the press.",
                "The court rejected 'what he saw as an attack on the press'"
            ),
            // What an infinitive lies ahead of has not happened when it does.
            (
                "The firm plans to raise the issue when it has the meeting with the minister.",
                "it has the meeting with the minister [unrealised]"
            ),
            (
                "Vos was repeatedly pressed on whether his staff had met Russians.",
                "Vos wasPressedOn 'whether his staff had met Russians'"
            ),
            (
                "The Yahoo hack is the latest attack that the authorities have blamed on Malta.",
                "The Yahoo hack is 'latest attack that the authorities have blamed on Malta'"
            ),
            (
                "The officers were identified as Jan Vos, 43, and Per Holm, 33.",
                "The officers identifiedAs 'Jan Vos, 43, and Per Holm'"
            ),
            ("The sport is hard, combining football and chess.", "The sport combines 'football and chess'"),
            (
                "Holm is a former member of the board, a position he was nominated to by the president.",
                "Holm is 'former member of the board'"
            ),
            (
                "The lawyers argued that the report was not only false, but also damaged her ability to profit.",
                "the report damaged her ability to profit [hedged, by The lawyers]"
            ),
            (
                "Ruth Holm told the BBC's Andrew Marr Show that the call for a vote was \"not the will of the people\".",
                "Ruth Holm said 'the call for a vote was \"not the will of the people\"'"
            ),
            (
                "The minister was experiencing \"fatigue\", unnamed officials were quoted as saying by a local newspaper.",
                "The minister experienced fatigue [by unnamed officials]"
            ),
        ])
    func whole(text: String, expected: String) { #expect(lines(text).contains(expected), "\(lines(text))") }

    @Test(
        "What a clause leaves open is nobody's fact",
        arguments: [
            ("Where the company failed was its crisis management.", "The company failed"),
            ("He lacks an understanding of how the system works.", "the system works"),
            ("He was moved to a tomb, just as he had specified in his will.", "he specifiesIn"),
            ("Vos opposed the judge and urged his colleagues to do the same.", "Vos urged"),
            ("Several incidents occurred on planes leading to a ban of the device.", "planes causes"),
            ("Another problem is combining work with a family.", "Another problem combines work"),
            (
                "The difficulty with them is that it is very difficult to find them.",
                "The difficulty with them isDifficultTo"
            ),
        ])
    func open(text: String, unexpected: String) {
        let asserted = lines(text).filter { !$0.contains("[") }
        #expect(!asserted.contains { $0.hasPrefix(unexpected) }, "\(asserted)")
    }

    @Test("A tour that is under way is not done")
    func underWay() {
        let sentences = Analyzer().analyze("The ship was completing a tour when it ran aground.")
        let claims = ClaimExtractor().claims(sentences: sentences.map(TreeRepair.repaired))
        #expect(claims.first { $0.relation == "completed" }?.isDoubtful == true)
    }
}
