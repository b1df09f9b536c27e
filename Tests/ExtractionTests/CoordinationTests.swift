import English
import Testing

@testable import Extraction

@Suite("Repairs of coordination and of names")
struct CoordinationTests {
    private func edges(_ notation: String) -> [String] {
        TreeRepair.repaired(tree(notation)).tokens.map { "\($0.form):\($0.head + 1):\($0.relation)" }
    }

    @Test("A noun phrase behind and, right before a finite verb, is that verb's subject")
    func subjectBehindAnd() {
        let mended = edges(
            "Troops:troop|NNS|3|nsubj had|VBD|3|aux beaten:beat|VBN|0|root rebels:rebel|NNS|3|obj and|CC|6|cc Malta|NNP|4|conj would|MD|8|aux send|VB|3|advcl aid|NN|8|obj"
        )
        #expect(mended.contains("Malta:8:nsubj"))
        #expect(mended.contains("send:3:conj"))
    }

    @Test("What and joins to the content without a comma is said as well")
    func contentGoesOn() {
        #expect(
            edges(
                "Police|NNS|2|nsubj said:say|VBD|0|root roads:road|NNS|5|nsubj:pass were:be|VBD|5|aux:pass closed:close|VBN|2|ccomp and|CC|9|cc trains:train|NNS|9|nsubj had|VBD|9|aux stopped:stop|VBN|2|conj"
            ).contains("stopped:5:conj"))
    }

    @Test("A verb behind and goes on with the clause right before it")
    func nearestClause() {
        #expect(
            edges(
                "She|PRP|2|nsubj called:call|VBD|0|root ;|:|5|punct officers:officer|NNS|5|nsubj came:come|VBD|2|parataxis and|CC|7|cc asked:ask|VBD|2|conj friends:friend|NNS|7|obj"
            ).contains("asked:5:conj"))
    }

    @Test("Titles joined by and before one name are that person's")
    func titles() {
        let mended = edges(
            "Former|JJ|2|amod adviser|NN|8|nsubj and|CC|6|cc retired|JJ|5|amod general|NN|6|nmod:desc Jan|NNP|2|conj Vos|NNP|6|flat spoke:speak|VBD|0|root"
        )
        #expect(mended.contains("Jan:8:nsubj"))
        #expect(mended.contains("adviser:6:nmod:desc"))
    }

    @Test("Joined words before a title or a keyword of bodies are one phrase")
    func joinedWords() {
        let commissioner = edges(
            "Police|NNP|7|nsubj and|CC|3|cc Crime|NNP|1|conj Commissioner|NNP|5|nmod:desc Mary|NNP|3|appos Okoro|NNP|5|flat spoke:speak|VBD|0|root to|IN|9|case workers:worker|NNS|7|obl there|RB|7|advmod"
        )
        #expect(commissioner.contains("Police:4:compound"))
        #expect(commissioner.contains("Mary:7:nsubj"))
        #expect(
            edges(
                "the|DT|2|det Ministry|NNP|0|root of|IN|4|case Health|NNP|2|nmod and|CC|7|cc Social|NNP|7|compound Affairs|NNPS|2|conj which|WDT|9|nsubj runs:run|VBZ|2|acl:relcl it|PRP|9|obj all|DT|10|det"
            ).contains("Health:7:compound"))
    }

    @Test("A given name with a hyphen and its surname are one name")
    func givenName() {
        let sentence = TreeRepair.repaired(
            glued("Man|NNP|5|nsubj -|HYPH|1|punct kei|NN|1|flat Okoro|NNP|5|nsubj spoke:speak|VBD|0|root"))
        #expect(sentence.tokens[3].head == 0)
        #expect(sentence.tokens[3].relation == "flat")
        #expect(sentence.tokens[0].relation == "nsubj")
    }

    /// The sentence with its second to third tokens written together with the first.
    private func glued(_ notation: String) -> Sentence {
        var sentence = tree(notation)
        for index in 1...2 {
            let begin = sentence.tokens[index - 1].range.upperBound
            sentence.tokens[index].range = begin..<begin + sentence.tokens[index].form.count
        }
        return sentence
    }

    @Test("Beside another subject, himself is none; a keyword before a name is part of it")
    func words() {
        #expect(
            edges("who|WP|4|nsubj:pass had|VBD|4|aux himself|PRP|4|nsubj:pass left:leave|VBN|0|root")
                .contains("himself:4:obl:unmarked"))
        #expect(
            edges("Hurricane|NNP|2|nmod:desc Ada|NNP|3|nsubj passed:pass|VBD|0|root").contains("Hurricane:2:compound"))
    }

    @Test("A name behind of belongs to the keyword of bodies before it")
    func ofCompound() {
        let mended = edges(
            "the|DT|2|det Bank|NNP|5|compound of|IN|5|case Malta|NNP|5|compound governor|NN|6|nsubj spoke:speak|VBD|0|root there|RB|6|advmod"
        )
        #expect(mended.contains("Malta:2:nmod"))
        #expect(mended.contains("of:4:case"))
    }

    @Test("A title with its place before a name is the name's title")
    func placedTitle() {
        let mended = edges(
            "Senator|NNP|6|nsubj from|IN|3|case Malta|NNP|1|nmod Mary|NNP|1|appos Holm|NNP|4|flat spoke:speak|VBD|0|root"
        )
        #expect(mended.contains("Mary:6:nsubj"))
        #expect(mended.contains("Senator:4:nmod:desc"))
        #expect(mended.contains("Malta:1:nmod"))
    }

    @Test("Joined to an apposition is no second subject")
    func joinedRole() {
        #expect(
            edges(
                "Jan|NNP|11|nsubj Vos|NNP|1|flat ,|,|5|punct a|DT|5|det minister|NN|1|appos and|CC|8|cc a|DT|8|det poet|NN|1|conj ,|,|1|punct had|VBD|11|aux died:die|VBN|0|root"
            ).contains("poet:5:conj"))
    }

    @Test("A clause between commas belongs to the subject of what is said")
    func lostSubject() {
        #expect(
            edges(
                "Lund|NNP|2|nsubj reported:report|VBD|0|root Vos|NNP|2|iobj ,|,|6|punct who|WP|6|nsubj died:die|VBD|3|acl:relcl ,|,|2|punct will|MD|10|aux be|VB|10|aux:pass buried:bury|VBN|2|ccomp"
            ).contains("Vos:10:nsubj:pass"))
    }
}
