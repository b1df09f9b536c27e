import English
import Testing

@testable import Extraction

/// What a phrase tells of somebody or something in passing: whom one works for, where it lies, what it is.
@Suite("What is told in passing")
struct ToldInPassingTests {
    @Test(
        "One sentence a rule",
        arguments: [
            // Whom one works for, or belongs to.
            (
                "Jan|NNP|2|flat Vos|NNP|5|nsubj of|IN|4|case Reuters|NNP|2|nmod left:leave|VBD|0|root early|RB|5|advmod .|.|5|punct",
                ["Jan Vos of Reuters worksFor Reuters"]
            ),
            (
                "Scientists:scientist|NNS|4|nsubj from|IN|3|case Reuters|NNP|1|nmod agreed:agree|VBD|0|root .|.|4|punct",
                ["Scientists from Reuters worksFor Reuters"]
            ),
            (
                "Former|JJ|2|amod Vos|NNP|5|nsubj of|IN|4|case Reuters|NNP|2|nmod agreed:agree|VBD|0|root .|.|5|punct",
                []
            ),
            // A town and what it lies in.
            (
                "Vos|NNP|2|nsubj lives:live|VBZ|0|root in|IN|4|case Lund|NNP|2|obl ,|,|6|punct Malta|NNP|4|nmod:unmarked .|.|2|punct",
                ["Lund , Malta locatedIn Malta"]
            ),
            (
                "Vos|NNP|2|nsubj saw:see|VBD|0|root Lund|NNP|2|obj ,|,|5|punct Oslo|NNP|3|appos and|CC|7|cc Malta|NNP|5|conj .|.|2|punct",
                []
            ),
            // What a thing is.
            (
                "Reuters|NNP|8|nsubj ,|,|5|punct a|DT|5|det news|NN|5|compound agency|NN|1|appos ,|,|1|punct has|VBZ|8|aux agreed:agree|VBN|0|root .|.|8|punct",
                ["Reuters is 'news agency'"]
            ),
            (
                "Planes:plane|NNS|5|nsubj ,|,|4|punct a|DT|4|det jet|NN|1|appos landed:land|VBD|0|root .|.|5|punct",
                []
            ),
            (
                "Flights|NNS|2|nsubj stop:stop|VBP|0|root in|IN|4|case Lund|NNP|2|obl ,|,|7|punct a|DT|7|det move|NN|4|appos .|.|2|punct",
                []
            ),
            // Who is put in an office holds it.
            (
                "Malta|NNP|2|nsubj appointed:appoint|VBD|0|root Vos|NNP|2|obj as|IN|5|case chancellor|NN|2|obl .|.|2|punct",
                ["Vos hasRole 'chancellor'"]
            ),
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass elected:elect|VBN|0|root president|NN|3|xcomp .|.|3|punct",
                ["Vos hasRole 'president'"]
            ),
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass named:name|VBN|0|root player|NN|3|xcomp of|IN|7|case the|DT|7|det year|NN|4|nmod .|.|3|punct",
                []
            ),
        ])
    func rules(notation: String, expected: [String]) {
        let told: Set<String> = ["worksFor", "memberOf", "locatedIn", "is", "hasRole"]
        let found = claims(notation).filter { line in told.contains { line.contains(" \($0) ") } }
        #expect(found == expected)
    }

    @Test("A participle with a date tells that it was done, one alone only which thing is meant")
    func datedParticiple() {
        let dated =
            "The|DT|2|det fair|NN|6|nsubj launched:launch|VBN|2|acl in|IN|5|case 1997|CD|3|obl grew:grow|VBD|0|root .|.|6|punct"
        #expect(claims(dated).contains("The fair launched in 1997 wasLaunched"))
        let bare = "The|DT|2|det fair|NN|4|nsubj launched:launch|VBN|2|acl grew:grow|VBD|0|root .|.|4|punct"
        #expect(!claims(bare).contains { $0.contains("wasLaunched") })
    }

    @Test(
        "What somebody mentions doing, calls himself, or rejects",
        arguments: [
            (
                "Holm|NNP|2|nsubj mentions:mention|VBZ|0|root founding:found|VBG|2|xcomp a|DT|5|det school|NN|3|obj .|.|2|punct",
                "Holm mentions 'founding a school'"
            ),
            (
                "Reuters|NNP|2|nsubj describes:describe|VBZ|0|root itself|PRP|2|obj as|IN|6|case an|DT|6|det agency|NN|2|obl .|.|2|punct",
                "Reuters described 'itself as an agency'"
            ),
            (
                "Holm|NNP|2|nsubj sent:send|VBD|0|root a|DT|4|det plan|NN|2|obj ,|,|8|punct which|WDT|8|obj Malta|NNP|8|nsubj rejected:reject|VBD|4|acl:relcl .|.|2|punct",
                "Malta rejected a plan"
            ),
        ])
    func objects(notation: String, expected: String) {
        #expect(claims(notation).contains(expected))
    }

    @Test(
        "Nouns that say nothing alone keep what follows them",
        arguments: [
            (
                "Holm|NNP|2|nsubj has:have|VBZ|0|root issues:issue|NNS|2|obj staffing:staff|VBG|3|acl the|DT|6|det hotel|NN|4|obj .|.|2|punct",
                "Holm has 'issues staffing the hotel'"
            ),
            (
                "Vos|NNP|2|nsubj drew:draw|VBD|0|root comparisons:comparison|NNS|2|obj between|IN|5|case Lund|NNP|2|obl and|CC|7|cc Oslo|NNP|5|conj .|.|2|punct",
                "Vos draws 'comparisons between Lund and Oslo'"
            ),
            (
                "The|DT|2|det role|NN|4|nsubj they|PRP|4|nsubj play:play|VBP|2|acl:relcl .|.|2|punct",
                "they played The role"
            ),
        ])
    func relationalNouns(notation: String, expected: String) {
        #expect(claims(notation).contains(expected))
    }

    @Test(
        "What happened to somebody, told by a noun",
        arguments: [
            (
                "Malta|NNP|2|nsubj voted:vote|VBD|0|root after|IN|5|case the|DT|5|det resignation|NN|2|obl of|IN|7|case Vos|NNP|5|nmod .|.|2|punct",
                "Vos resigned", true
            ),
            (
                "Malta|NNP|2|nsubj called:call|VBD|0|root for|IN|5|case the|DT|5|det resignation|NN|2|obl of|IN|7|case Vos|NNP|5|nmod .|.|2|punct",
                "Vos resigned", false
            ),
            (
                "Malta|NNP|3|nsubj will|MD|3|aux vote|VB|0|root after|IN|6|case the|DT|6|det resignation|NN|3|obl of|IN|8|case Vos|NNP|6|nmod .|.|3|punct",
                "Vos resigned", false
            ),
        ])
    func eventNouns(notation: String, fact: String, isFact: Bool) {
        #expect(claims(notation).contains(fact) == isFact)
    }

    @Test("Who was something is told as such, and of two titles \"former\" goes with the first")
    func formerRoles() {
        let former =
            "Former|JJ|2|amod mayor|NN|3|nmod:desc Vos|NNP|4|nsubj died:die|VBD|0|root .|.|4|punct"
        #expect(claims(former).contains("Former mayor Vos hadRole 'mayor'"))
        let two =
            "Former|JJ|2|amod mayor|NN|4|nmod:desc Senator|NNP|4|nmod:desc Vos|NNP|5|nsubj died:die|VBD|0|root .|.|5|punct"
        #expect(claims(two).contains("Former mayor Senator Vos hadRole 'mayor'"))
        #expect(claims(two).contains("Former mayor Senator Vos hasRole 'senator'"))
    }

    @Test(
        "What is told and what is not",
        arguments: [
            (
                "Vos|NNP|2|nsubj resigned:resign|VBD|0|root as|IN|4|case governor|NN|2|obl .|.|2|punct",
                "Vos hadRole 'governor'", true
            ),
            (
                "Vos|NNP|2|nsubj raised:raise|VBD|0|root funds:fund|NNS|2|obj .|.|2|punct",
                "Vos raised funds", true
            ),
            (
                "In|IN|2|case addition|NN|7|obl to|IN|5|case the|DT|5|det storm|NN|2|nmod Vos|NNP|7|nsubj died:die|VBD|0|root .|.|7|punct",
                "Vos died", true
            ),
            (
                "They|PRP|2|nsubj quit:quit|VBD|0|root ,|,|4|punct leading:lead|VBG|2|advcl to|IN|7|case a|DT|7|det delay|NN|4|obl .|.|2|punct",
                "They causes a delay", false
            ),
            (
                "Jurors:juror|NNS|2|nsubj found:find|VBD|0|root Vos|NNP|4|nsubj guilty|JJ|2|xcomp .|.|2|punct",
                "Jurors convicted Vos", true
            ),
            (
                "Vos|NNP|2|nsubj tested:test|VBD|0|root positive|JJ|2|xcomp for|IN|5|case drugs:drug|NNS|2|obl .|.|2|punct",
                "Vos tests 'positive for drugs'", true
            ),
        ])
    func misreadings(notation: String, fact: String, isFact: Bool) {
        #expect(claims(notation).contains(fact) == isFact)
    }

    @Test("What was used to do something did it")
    func used() {
        let notation =
            "Holm|NNP|2|nsubj used:use|VBD|0|root gliders:glider|NNS|2|obj to|TO|5|mark study|VB|2|advcl the|DT|7|det water|NN|5|obj .|.|2|punct"
        #expect(claims(notation).contains("Holm studied the water"))
    }

    @Test("A noun with a relative clause inside its phrase, and \"itself\", stand before the verb of what is said")
    func lostSubjects() {
        let relative =
            "Vos|NNP|2|nsubj says:say|VBZ|0|root a|DT|4|det part|NN|2|obj of|IN|7|case the|DT|7|det jet|NN|4|nmod ,|,|10|punct which|WDT|10|nsubj crashed:crash|VBD|7|acl:relcl ,|,|10|punct was:be|VBD|13|aux failing:fail|VBG|2|ccomp .|.|2|punct"
        #expect(
            repaired(relative).contains("Vos said 'a part of the jet, which crashed, was failing'"))
        let emphatic =
            "Vos|NNP|2|nsubj says:say|VBZ|0|root the|DT|4|det jet|NN|2|obj itself|PRP|7|obl:unmarked had:have|VBD|7|aux failed:fail|VBN|2|ccomp .|.|2|punct"
        #expect(repaired(emphatic).contains("Vos said 'the jet itself had failed'"))
    }

    private func repaired(_ notation: String) -> [String] {
        let sentences = [TreeRepair.repaired(tree(notation))]
        return ClaimExtractor().claims(sentences: sentences).map { line($0, in: sentences) }
    }
}
