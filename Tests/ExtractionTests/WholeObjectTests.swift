import English
import Testing

@testable import Extraction

@Suite("What is done and said, as a reader of subject, relation and object alone sees it")
struct WholeObjectTests {
    /// The facts of a text by the labels of their entities: all that a row of a table shows.
    private func facts(_ text: String) throws -> [String] {
        let report = try ReportReader().report(bytes: Array(text.utf8), path: "a.txt", source: "a.txt")
        let record = RecordBuilder.record(of: Extractor().analyze(report))
        return record.claims.filter(\.isFact).map { claim in
            let object =
                switch claim.object {
                case .entity(let entity): record.entities[entity].label
                case .quantity(let quantity, _): quantity.value
                case .text(let text): text
                case .none: "."
                }
            return "\(claim.subject.map { record.entities[$0].label } ?? "_") | \(claim.relation) | \(object)"
        }
    }

    @Test(
        "An object keeps what gives it meaning",
        arguments: [
            (
                "Malta imposed a policy of confiscating land from farmers.",
                "Malta | imposed | policy of confiscating land from farmers"
            ),
            (
                "Holm cited improvements to the treatment of animals and the ending of the trade.",
                "Ana Holm | cited | improvements to the treatment of animals and the ending of the trade"
            ),
            ("The study involved 31 countries.", "study | involves | 31 countries"),
            ("Police arrested more than 20 people in Lund.", "police | arrested | more than 20 people"),
            ("At least 27 people died in the fire.", "at least 27 people | died | fire"),
            ("The race is close to being decided.", "race | isCloseTo | being decided"),
            ("The storm washed away at least five bridges.", "storm | washesAway | at least five bridges"),
        ])
    func whole(text: String, expected: String) throws {
        let found = try facts("Ana Holm resigned. " + text)
        #expect(found.contains(expected), "\(found)")
    }

    @Test(
        "Nothing is said that only its other half would make true",
        arguments: [
            // Those who died are no object of their dying.
            ("At least 27 people died in the fire.", "| died | 27"),
            // A day of the month counts nothing, nor does a score, nor who is only hoped for.
            ("The September 11 attacks changed the city.", "hasCount"),
            ("The visitors are 2 for 17.", "hasCount"),
            ("The owner expects hundreds of people to come.", "hasCount"),
            ("Malta finished the match at 7 for 381.", "match"),
            ("The number of adults being diagnosed as obese rose.", "number of adults | diagnosedAs"),
            ("The herd came from the reserve run by the government.", "herd\n"),
            ("Brent futures were up $1.10 at $74.30.", "hasCount"),
            ("Jan Vos, who used to own the club, resigned.", "owns"),
        ])
    func half(text: String, unwanted: String) throws {
        let found = try facts(text)
        #expect(!found.contains { ($0 + "\n").contains(unwanted) }, "\(found)")
    }

    @Test(
        "Who says it is nobody that only what is said speaks of",
        arguments: [
            (
                "Ana Holm opened the talks. Jan Vos says the crew acted quickly. \"They saw what Peter Lind was doing and stopped him,\" he said.",
                "Jan Vos | said | They saw what Peter Lind was doing and stopped him"
            ),
            (
                "General Jan Vos says the man was discharged, but he says he will not comment on it.",
                "Jan Vos | said | he will not comment on it"
            ),
            (
                "Jan Vos says he is ready, while Ana Holm says it is too late.",
                "Jan Vos | said | he is ready"
            ),
            (
                "Malta is ready to cut, its energy minister said, while Norway said it saw no need for action.",
                "Norway | said | it saw no need for action"
            ),
            (
                "The judge said Vos had lied, while his aide Ana Holm was freed.",
                "judge | said | Vos had lied"
            ),
            (
                "The BBC reports the boat, which resembled a trawler, was spotted by a plane.",
                "BBC | said | the boat, which resembled a trawler, was spotted by a plane"
            ),
        ])
    func speakers(text: String, expected: String) throws {
        let found = try facts(text)
        #expect(found.contains(expected), "\(found)")
    }
}
