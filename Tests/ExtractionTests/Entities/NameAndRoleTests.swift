import English
import Testing

@testable import Extraction

/// Who is who in sentences as news has them: parsed, repaired and read as a report's are.
@Suite("Names and roles in plain sentences")
struct NameAndRoleTests {
    /// The asserted facts of a text, each as subject, relation and object; a mention with a name by the name alone.
    private func facts(_ text: String) -> [String] {
        let report = Report(
            hash: "0", source: "a.txt", text: StoredText(text), readableText: text, title: nil, date: nil)
        let analysis = Extractor().analyze(report)
        func words(_ argument: Argument) -> String {
            let tokens = analysis.sentences[argument.head.sentence].tokens
            let name = analysis.mentions.first { $0.head == argument.head }?.nameSpan
            return tokens[name ?? argument.span].map(\.form).joined(separator: " ")
        }
        return analysis.claims.filter { $0.polarity == .affirmed && $0.certainty == .stated && $0.attribution.isEmpty }
            .map { claim in
                let object =
                    switch claim.object {
                    case .phrase(let argument): words(argument)
                    case .text(let content, _): content
                    case .quantity(let quantity, _): quantity.value
                    case .none: ""
                    }
                return "\(claim.subject.map(words) ?? "_") | \(claim.relation) | \(object)"
            }
    }

    @Test(
        "One sentence a rule",
        arguments: [
            ("UN Secretary-General Ana Holm condemned the attack.", "Ana Holm | hasRole | secretary-general"),
            ("Senators Mark Lund and Peter Vos voted against the bill.", "Peter Vos | hasRole | senator"),
            ("Deputy Foreign Minister Ana Holm received them.", "Ana Holm | hasRole | deputy foreign minister"),
            ("Sen. Ana Holm voted against the bill.", "Ana Holm | hasRole | senator"),
            ("Kelly, the governor's deputy chief of staff, resigned.", "Kelly | hasRole | deputy chief of staff"),
            ("Bishop Emeritus Jan Vos of Lund died.", "Jan Vos | hasRole | bishop emeritus"),
            ("Jan Vos, managing director of Harbour Bank, said it worked.", "Jan Vos | hasRole | managing director"),
            (
                "The Centers for Disease Control and Prevention issued guidelines.",
                "Centers for Disease Control and Prevention | issued | guidelines"
            ),
            (
                "Doctors Without Borders treated the wounded.",
                "Doctors Without Borders | treats | the wounded"
            ),
            ("Holm et al cite research.", "Holm | cited | research"),
            ("They met al-Muhandis in Baghdad.", "They | met | al - Muhandis"),
            ("German Ana Holm beat Jan Vos.", "Ana Holm | nationality | German"),
            (
                "Ana Holm from the Australian Workers Union resigned.",
                "Ana Holm | memberOf | Australian Workers Union"
            ),
            ("Palestinian Authorities met Ana Holm.", "Palestinian Authorities | met | Ana Holm"),
            (
                "The Court of Appeals for the D.C. Circuit vacated the verdict.",
                "Court of Appeals for the D.C. Circuit | vacates | the verdict"
            ),
            ("Humane Society director Ana Holm resigned.", "Ana Holm | leads | Humane Society"),
            (
                "Holm County Sheriff's Department arrested Jan Vos.",
                "Holm County Sheriff 's Department | arrested | Jan Vos"
            ),
            ("They praised Game of Thrones star Ana Holm.", "They | praised | Ana Holm"),
            ("The Sons of Anarchy star Jan Vos died.", "Jan Vos | hasRole | star"),
            (
                "US singer, actor, and animal rights advocate Ana Day died.",
                "Ana Day | hasRole | singer"
            ),
            ("Children's author, poet and playwright Jan Vos died.", "Jan Vos | hasRole | author"),
            ("Foreign Affairs Minister Ana Holm resigned.", "Ana Holm | hasRole | foreign affairs minister"),
            ("The Defence Minister, Robert Hill, resigned.", "Robert Hill | hasRole | defence minister"),
            ("The Attorney-General, Ana Holm, says the man left.", "Ana Holm | hasRole | attorney-general"),
            (
                "Transport Secretary and deputy party leader Ana Holm resigned.",
                "Ana Holm | hasRole | deputy party leader"
            ),
            (
                "Peter Lund and the head of the bank, Mary Holm, met Jan Vos.",
                "Mary Holm | leads | the bank"
            ),
            (
                "UN Secretary-General Ana Holm and the Secretary-General of the Arab League, Hassan Vos, resigned.",
                "Hassan Vos | hasRole | secretary-general"
            ),
            (
                "The Organisation for the Prohibition of Chemical Weapons met Ana Holm.",
                "Organisation for the Prohibition of Chemical Weapons | met | Ana Holm"
            ),
            ("The Bank of England's governor, Ana Holm, resigned.", "Ana Holm | hasRole | governor"),
            (
                "The Foreign Minister, Mary Holm, and her aide, Peter Lund, resigned.",
                "Mary Holm | hasRole | foreign minister"
            ),
            ("They were treated at St John's Hospital.", "They | wasTreatedAt | St John 's Hospital"),
            ("Chief executive Ana Holm resigned.", "Ana Holm | hasRole | chief executive"),
            ("Holm was criticised when she was the mayor of Lund.", "she | hadRole | mayor"),
            ("Holm was the governor from 1998 until 2005.", "Holm | hadRole | governor"),
            ("He was a superb advocate.", "He | hadRole | superb advocate"),
            ("Jan Vos, who used to be a judge, resigned.", "Jan Vos | hadRole | judge"),
            ("Former Rowing Union leader Jan Vos spoke.", "Jan Vos | wasLeaderOf | Rowing Union"),
            ("Ana Holm was a member of the Green Party.", "Ana Holm | wasMemberOf | Green Party"),
            ("Ana Holm is a member of the Green Party.", "Ana Holm | memberOf | Green Party"),
            ("Ana Holm is the president of Malta.", "Ana Holm | leads | Malta"),
            (
                "Jan Vos, Volvo's top security officer at the time of the breach, left.",
                "Jan Vos | wasEmployedBy | Volvo"
            ),
            ("Ex-Harbour Bank chief Jan Vos was jailed.", "Jan Vos | hadRole | chief"),
            ("Ana Holm, wife of Jan Vos, spoke.", "Ana Holm | relativeOf | Jan Vos"),
            ("Ana Holm is a close ally of Jan Vos.", "Ana Holm | is | close ally of Jan Vos"),
            ("Harbour Cup winner Ana Holm spoke.", "Ana Holm | hasRole | harbour cup winner"),
            (
                "Jan Vos, founder of Lund-based consultancy Acme, spoke.",
                "Jan Vos | hasRole | founder of lund-based consultancy"
            ),
            ("The Bank of England's rates rose.", "The Bank of England 's rates | rose | "),
            ("The list includes, among others, Ana Holm.", "Ana Holm | partOf | The list"),
            (
                "The Sydney to Hobart yacht race ended.",
                "The Sydney to Hobart yacht race | ended | "
            ),
            // Roles that say little alone are told whole, and two side by side are two.
            (
                "Ana Holm is an outspoken advocate for peace talks.",
                "Ana Holm | hasRole | outspoken advocate for peace talks"
            ),
            (
                "Jan Vos, an advocate of Malta leaving the bloc, spoke.",
                "Jan Vos | hasRole | advocate of Malta leaving the bloc"
            ),
            ("Labour's spokeswoman Baroness Holm spoke.", "Holm | hasRole | spokeswoman"),
            ("The Free French leader Jan Vos spoke.", "Jan Vos | hasRole | leader"),
            ("Jan Vos, the attorney general of Malta, spoke.", "Jan Vos | hasRole | attorney general"),
            ("Ex-Prime Minister Jan Vos spoke.", "Jan Vos | hadRole | prime minister"),
            ("Jan Vos, president of the bank until earlier this year, spoke.", "Jan Vos | wasLeaderOf | the bank"),
            (
                "Jan Vos, an economist at Harbour Group, spoke.",
                "an economist at Harbour Group | worksFor | Harbour Group"
            ),
            // Names that hold small words, marks and ranks.
            ("The rating was lowered by Moody's.", "Moody 's | reduced | The rating"),
            ("The militant group Alliance of Grey Wolves attacked Lund.", "Alliance of Grey Wolves | attacked | Lund"),
            ("Marks and Spencer closed 30 shops.", "Marks and Spencer | closed | 30 shops"),
            ("The aircraft carrier Admiral Vos sank.", "The aircraft carrier | sank | "),
            ("O Jong Vos, 55, fled.", "O Jong Vos | fled | "),
            ("The Royal Lund Children's Hospital closed.", "Royal Lund Children 's Hospital | closed | "),
            ("Jan Vos beat Ana Holm 6:7 in Lund.", "Jan Vos | defeated | Ana Holm"),
            ("Holm and Partners closed 30 shops.", "Holm and Partners | closed | 30 shops"),
            (
                "The story was told in the film Harbour: Letters from the Front Lines, and she left.",
                "The story | toldIn | Harbour : Letters from the Front Lines"
            ),
            ("Office of Works and Trade director Ana Holm spoke.", "Ana Holm | leads | Office of Works and Trade"),
            (
                "Ana Holm, chairman of the House of Representatives Permanent Select Committee on Trade, spoke.",
                "Ana Holm | leads | House of Representatives Permanent Select Committee on Trade"
            ),
            ("Article 50 outlines the procedure.", "Article 50 | outlined | the procedure"),
            ("Jan Vos, independent analyst and founder of the bank, spoke.", "Jan Vos | spoke | "),
            // What an army denies is a deed.
            ("Harland accused Okar. The army denied it.", "The army | denied | it"),
            ("West Australian Senator Andrew Vos spoke.", "Andrew Vos | hasRole | senator"),
            // A month after a hyphen ends no sentence.
            (
                "Malta backs the post-Sept. 11 antiterrorism coalition.",
                "Malta | backs | the post-Sept. 11 antiterrorism coalition"
            ),
            // Nobody says what a flood reveals, and what is left to be read is left by nobody who has gone.
            (
                "The river receded, revealing the full extent of the damage.",
                "The river | showed | the full extent of the damage"
            ),
            ("Readers left comments.", "Readers | leaves | comments"),
            // No phrase begins inside a compound (words as tokens).
            (
                "Oslo's exclusive and formerly whites-only suburb of Lund is the wealthiest neighbourhood in the continent.",
                "whites - only suburb of Lund | is | wealthiest neighbourhood in the continent"
            ),
        ])
    func rules(_ text: String, expected: String) {
        #expect(facts(text).contains(expected), "\(facts(text))")
    }

    @Test(
        "What is no role and no nationality",
        arguments: [
            ("Harland man Jan Vos resigned.", "hasRole"), ("Countryman Jan Vos won the race.", "hasRole"),
            ("Latino voters backed her.", "nationality"),
            ("The Philippine Red Cross chair Jan Vos left.", "nationality"),
            ("Ex-President Jan Vos resigned.", "hasRole"),
            ("Senate minority leader Jan Vos resigned.", "leads"),
            ("House Minority Leader Ana Holm resigned.", "leads"),
            ("The party's Lund leader Ana Holm resigned.", "leads"),
            ("Ana Holm, the Green Party's leader in Malta, resigned.", "leads"),
            ("Ana Holm, the Harbour Bank's head of taxation, resigned.", "leads"),
            ("Ana Holm, a leader of the movement, resigned.", "leads"),
            ("The Maltese-American President Ana Holm resigned.", "leads"),
            ("Maltese presidential spokesman Jan Vos resigned.", "represents"),
            ("The aircraft carrier Admiral Vos sank.", "hasRole"),
            ("Malta believes that four suspects are French spies.", "nationality"),
            ("The Japanese bomber attacked the ship.", "nationality"),
            ("Okar was the old capital of Malta, a trading hub.", "is | trading"),
            ("Foreign Affairs Minister Ana Holm resigned.", "worksFor"),
            ("Lund emergency spokesman Jan Vos resigned.", "represents"),
            ("They met Ana Shah Okoro.", "hasRole"),
            ("The man is not a Maltese citizen.", "nationality"),
            ("They want a vote on a Maltese head of state.", "nationality"),
        ])
    func none(_ text: String, relation: String) {
        #expect(!facts(text).contains { $0.contains("| \(relation) |") }, "\(facts(text))")
    }

    @Test(
        "Who is meant by he and she",
        arguments: [
            // Who is named inside a quotation is not who says it.
            (
                "Jan Vos attacked the mayor. \"Peter Lund is guilty of it,\" he said.",
                "Jan Vos"
            ),
            // Who has just spoken speaks on.
            (
                "Peter Lund died. Peter Lund was 52. Jan Vos said Peter Lund was ill. \"We miss him,\" he said.",
                "Jan Vos"
            ),
            // A paragraph that begins with another person is about that one.
            (
                "Mary Lund was jailed. She left.\n\nOkka Vos was jailed too. She paid the fine.", "Okka Vos"
            ),
        ])
    func pronouns(_ text: String, expected: String) throws {
        let report = Report(
            hash: "0", source: "a.txt", text: StoredText(text), readableText: text, title: nil, date: nil)
        let analysis = Extractor().analyze(report)
        let pronoun = try #require(
            analysis.mentions.last {
                $0.kind == .pronoun
                    && ["he", "she"].contains(
                        analysis.sentences[$0.head.sentence].tokens[$0.head.token].form.lowercased())
            })
        let names = analysis.mentions.filter { $0.chain == pronoun.chain && $0.kind == .named }
            .map { mention in
                (mention.nameSpan ?? mention.span).map {
                    analysis.sentences[mention.head.sentence].tokens[$0].form
                }
                .joined(separator: " ")
            }
        #expect(Set(names) == [expected])
    }

    @Test(
        "Which phrases mean one thing",
        arguments: [
            // The one told of last, and no other's children, report or body.
            ("The final began. Lund won another final. The final was short.", "The final", "The final", false),
            ("Three children died. Ana Holm and her children left.", "Three children", "her children", false),
            (
                "Lund Radio had a report on it. Jan Vos contributed to this report.", "a report on it", "this report",
                false
            ),
            ("The BBC asked Jan Vos. BBC Breakfast began at nine.", "The BBC", "BBC Breakfast", false),
            ("The IMX asked Jan Vos. IMX Holdings sold it.", "The IMX", "IMX Holdings", true),
            ("The plan failed. Jan Vos wrote the plan.", "The plan", "the plan", true),
        ])
    func phrases(_ text: String, first: String, second: String, isOne: Bool) throws {
        let report = Report(
            hash: "0", source: "a.txt", text: StoredText(text), readableText: text, title: nil, date: nil)
        let analysis = Extractor().analyze(report)
        func words(_ mention: Mention) -> String {
            analysis.sentences[mention.head.sentence].tokens[mention.span].map(\.form).joined(separator: " ")
        }
        let left = try #require(analysis.mentions.first { words($0) == first })
        let right = try #require(analysis.mentions.last { words($0) == second })
        #expect((left.chain == right.chain) == isOne)
    }

    @Test("A surname in front tells no gender")
    func surnameFirst() {
        #expect(SurnameFirst.isSurname("Lu", before: "Yuanming"))
        #expect(!SurnameFirst.isSurname("Lu", before: "Holm"))
        #expect(!SurnameFirst.isSurname("Anna", before: "Lin"))
    }
}
