import English
import Testing

@testable import Extraction

@Suite("Facts that keep what they mean, and sentences that say none")
struct WholeFactTests {
    /// The facts of a text by the labels of their entities.
    private func facts(_ text: String) throws -> [String] {
        let report = try ReportReader().report(bytes: Array(text.utf8), path: "a.txt", source: "a.txt")
        let record = RecordBuilder.record(of: Extractor().analyze(report))
        return record.claims.filter(\.isFact).map { claim in
            let object =
                switch claim.object {
                case .entity(let entity): record.entities[entity].label
                case .quantity(let quantity, _): quantity.value + (quantity.unit.map { " " + $0 } ?? "")
                case .text(let text): text
                case .none: "."
                }
            return "\(claim.subject.map { record.entities[$0].label } ?? "_") | \(claim.relation) | \(object)"
        }
    }

    @Test(
        "A fact keeps what it would mean something else without",
        arguments: [
            (
                "Ada Okoro, a chemist at the academy, has spent four decades researching glass.",
                "Ada Okoro | spent | four decades researching glass"
            ),
            ("The fire broke out in a town where many painters live.", "many painters | livesIn | town"),
            (
                "Holm has spoken about how she wanted to change the role.",
                "Ana Holm | spokeAbout | how she wanted to change the role"
            ),
            (
                "Analysts have identified the most stable part of the market.",
                "analysts | identified | most stable part of the market"
            ),
            (
                "Most senators in the chamber say they support Vos.",
                "most senators in the chamber | said | they support Vos"
            ),
            (
                "The two countries struggled on Thursday to resolve a deep dispute.",
                "two countries | strugglesTo | resolve a deep dispute"
            ),
            (
                "Malta is sensitive to any suggestion that the town would sell the dam.",
                "Malta | isSensitiveTo | suggestion that the town would sell the dam"
            ),
            ("Holm sees value in offering courses.", "Ana Holm | saw | value in offering courses"),
            ("The party is slightly behind the conservatives.", "party | isBehind | conservatives"),
            ("Concerns were shared by developing countries.", "developing countries | shared | concerns"),
            (
                "The strong language from the ministry indicated that the government was furious.",
                "strong language from the ministry | indicated | the government was furious"
            ),
            (
                "Okoro spends more than 300 days a year travelling around the world.",
                "Okoro | spent | more than 300 days travelling around the world"
            ),
            (
                "Okoro was tasked with painting the hall and spent three weeks on it.",
                "Okoro | wasTaskedWith | painting the hall"
            ),
            ("More soldiers have since taken to the streets demanding a rise.", "soldiers | demands | rise"),
            ("Okoro came under scrutiny for investments.", "Okoro | faced | scrutiny for investments"),
            (
                "The road is crowded with people who think in such terms.",
                "road | crowdedWith | people who think in such terms"
            ),
            ("The footage shows a prison officer having a fit.", "footage | showed | a prison officer having a fit"),
            ("Malta is in the midst of a reform of its ports.", "Malta | is | in the midst of a reform of its ports"),
            (
                "Mr Vos said Mr Lind \"could have stated it more clearly but it was not intentional\" and accused the party.",
                "Vos | accused | party"
            ),
            ("Vos has stood by his claim.", "Vos | standsBy | claim"),
            ("Vos opened the fund, which, he said, had helped many farmers.", "Vos | opens | fund"),
            ("Girls smuggled into Malta and sold as servants", "girls | smuggledInto | Malta"),
            ("Product aims to boost milk production", "product | aimsTo | boost milk production"),
            ("English councils had received ?9.25bn for care.", "English councils | received | 9250000000 XXX"),
            (
                "The talks failed Police in Lund say so. Talks at the border The two ministers met.",
                "two ministers | gathered | ."
            ),
        ])
    func whole(text: String, expected: String) throws {
        let found = try facts("Ana Holm resigned.\n\n" + text)
        #expect(found.contains(expected), "\(found)")
    }

    @Test(
        "Nothing is said that the sentence does not say",
        arguments: [
            ("The village is facing a challenge when it comes to the new dam.", "comesTo"),
            ("Her lead was short lived.", "wasLived"),
            ("The planes approached the coast undetected by the radar.", "undetect"),
            ("When we left, there was shouting.", "exists"),
            ("The new version is released in Malta on 17 March.", "wasReleased"),
            ("The spokesman played down suggestions she was delaying due to the vote.", "delayed"),
            ("The rules will affect the islands and have a huge impact on trade.", "rules | has"),
            ("Vos was playing her final, after finishing runner-up in May.", "finishesUp"),
            ("Examples include the Lund-based Vos Bank.", "partOf"),
            ("There are many groups involved in the fight.", "exists"),
            ("Farmers feel abandoned by the state.", "abandoned | farmers"),
            ("There is little room for ethics when heaps of money are at stake.", "at stake"),
            ("After the ferry leaves the site, divers will search the waters.", "ferry | left"),
            ("Ana Holm won. It has been this way for more than a century.", "way"),
            ("A barrier was put up http://cms.example.com/index.htm#by protesters.", "http"),
            ("Vos told the court Lind loved her, and had a good heart.", "| has |"),
            ("The stock has multiplied by six times.", "multiplies"),
            ("France goes to the polls next month.", "polls"),
            ("Ana Lind / Lund Daily In the past year dozens of students have played golf here.", "Ana Lind | played"),
            ("The talks failed. a.lind@example.com - A worker clears snow in Lund.", "Ana Holm | clear"),
            ("The walls point to its old history.", "raisedIssue"),
        ])
    func nothing(text: String, unwanted: String) throws {
        let found = try facts("Ana Holm resigned.\n\n" + text)
        #expect(!found.contains { $0.contains(unwanted) }, "\(found)")
    }
}
