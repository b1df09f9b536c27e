import English
import Testing

@testable import Extraction

@Suite("Repairs of trees")
struct RepairTests {
    private func edges(_ notation: String) -> [String] {
        TreeRepair.repaired(tree(notation)).tokens.map { "\($0.form):\($0.head + 1):\($0.relation)" }
    }

    @Test("The name is the head, and the title describes it")
    func title() {
        #expect(
            edges(
                "Prime|NNP|2|amod Minister|NNP|5|nsubj Jan|NNP|2|appos Vos|NNP|3|flat resigned:resign|VBD|0|root"
            ) == ["Prime:2:compound", "Minister:3:nmod:desc", "Jan:5:nsubj", "Vos:3:flat", "resigned:0:root"])
    }

    @Test("A verb of saying gives its object back to the clause behind it")
    func lostSubject() {
        #expect(
            edges(
                "Unions:union|NNS|2|nsubj claim|VBP|0|root talks:talk|NNS|2|obj could|MD|5|aux fail|VB|2|ccomp"
            ) == ["Unions:2:nsubj", "claim:0:root", "talks:5:nsubj", "could:5:aux", "fail:2:ccomp"])
    }

    @Test("A noun between with and a participle is the participle's subject")
    func withParticiple() {
        #expect(
            edges(
                "Fighting|NN|2|nsubj resumed:resume|VBD|0|root ,|,|5|punct with|IN|5|case officials:official|NNS|2|obl reporting:report|VBG|2|advcl deaths:death|NNS|6|obj"
            ) == [
                "Fighting:2:nsubj", "resumed:0:root", ",:5:punct", "with:6:mark", "officials:6:nsubj",
                "reporting:2:advcl",
                "deaths:6:obj",
            ])
    }

    @Test("A right tree stays as it is")
    func unchanged() {
        let notation =
            "Vos|NNP|2|nsubj visited:visit|VBD|0|root Malta|NNP|2|obj with|IN|6|case his|PRP$|6|nmod:poss staff|NN|2|obl"
        #expect(TreeRepair.repaired(tree(notation)) == tree(notation))
    }
}
