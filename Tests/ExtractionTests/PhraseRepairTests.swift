import Testing

@testable import English
@testable import Extraction

@Suite("Repairs of noun phrases side by side")
struct PhraseRepairTests {
    private func edges(_ notation: String) -> [String] {
        var sentence = tree(notation)
        PhraseRepair.apply(to: &sentence)
        return sentence.tokens.map { "\($0.form):\($0.head + 1):\($0.relation)" }
    }

    @Test("Numbers in brackets side by side are a list; an author and a year are a source")
    func references() {
        #expect(
            edges(
                "shown|VBN|0|root [|,|3|punct 17|CD|1|dep ]|,|3|punct ,|,|7|punct [|,|7|punct 18|CD|1|dep ]|,|7|punct"
            ).contains("18:3:conj"))
        #expect(
            edges(
                "This|DT|2|det idea|NN|0|root (|,|4|punct Okoro|NNP|2|appos ,|,|6|punct 2010|CD|4|nmod:unmarked )|,|4|punct"
            ).contains("Okoro:2:dep"))
    }

    @Test("Initials belong to the noun that they can be short for, not to the place in between")
    func initials() {
        #expect(
            edges(
                "The|DT|2|det mission|NN|8|nsubj in|IN|5|case the|DT|5|det country|NN|2|nmod ,|,|7|punct MINOKA|NNP|5|appos left:leave|VBD|0|root"
            ).contains("MINOKA:2:appos"))
    }

    @Test("An apposition stays with the first noun where the second is a part of its name, or says it once more")
    func wholeNames() {
        #expect(
            edges(
                "Okar|NNP|2|compound Stadium|NNP|0|root in|IN|4|case Malta|NNP|2|nmod ,|,|7|punct a|DT|7|det venue|NN|2|appos"
            ).contains("venue:2:appos"))
        #expect(
            edges(
                "the|DT|2|det right|NN|0|root to|IN|4|case land|NN|2|nmod ,|,|7|punct the|DT|7|det right|NN|2|appos"
            ).contains("right:2:appos"))
        #expect(
            edges(
                "an|DT|2|det outbreak|NN|0|root of|IN|4|case journals:journal|NNS|2|nmod —|:|6|punct journals:journal|NNS|2|appos that|WDT|8|nsubj lie|VBP|6|acl:relcl"
            ).contains("journals:4:appos"))
        #expect(
            edges("an|DT|2|det end|NN|0|root to|IN|4|case war|NN|2|nmod —|:|7|punct a|DT|7|det dream|NN|2|appos")
                .contains("dream:2:appos"))
    }

    @Test("Two bare nouns joined by a comma are a list, and who made a picture is no other name for it")
    func bareNouns() {
        #expect(
            edges(
                "They|PRP|2|nsubj sold:sell|VBD|0|root generators:generator|NNS|2|obj ,|,|5|punct plants:plant|NNS|3|conj"
            )
            .contains("plants:3:conj"))
        #expect(edges("Image|NN|0|root :|:|3|punct Ada|NNP|1|appos Okoro|NNP|3|flat").contains("Ada:1:dep"))
    }

    @Test("Two noun phrases joined by a comma alone are one thing, in a sentence with a verb")
    func commaAlone() {
        #expect(
            edges(
                "Lund|NNP|2|nsubj saw:see|VBD|0|root a|DT|4|det boom|NN|2|obj ,|,|8|punct a|DT|8|det fishing|NN|8|compound boom|NN|4|conj"
            ).contains("boom:4:appos"))
        #expect(
            edges(
                "laws:law|NNS|2|nsubj rule|VBP|0|root laws:law|NNS|2|obj ,|,|6|punct not|RB|6|advmod kings:king|NNS|3|conj"
            ).contains("kings:3:conj"))
    }

    @Test("A number between commas behind a name is an age")
    func age() {
        #expect(
            edges("Jan|NNP|6|nsubj Vos|NNP|1|flat ,|,|4|punct 42|CD|1|list ,|,|1|punct left:leave|VBD|0|root")
                .contains("42:1:appos"))
    }

    @Test("An apposition belongs to the noun before its comma, a person's name to the noun for a person")
    func bearer() {
        #expect(
            edges(
                "treatments:treatment|NNS|0|root for|IN|3|case homeopathy|NN|1|nmod ,|,|6|punct a|DT|6|det form|NN|1|appos"
            ).contains("form:3:appos"))
        #expect(
            edges(
                "The|DT|2|det mayor|NN|9|nsubj of|IN|4|case Lund|NNP|2|nmod ,|,|6|punct Ana|NNP|4|appos Holm|NNP|6|flat ,|,|4|punct left:leave|VBD|0|root"
            ).contains("Ana:2:appos"))
    }

    @Test("Several things are no one person's apposition")
    func plurals() {
        #expect(
            edges(
                "charges:charge|NNS|0|root against|IN|3|case Vos|NNP|1|nmod ,|,|5|punct those|DT|1|appos of|IN|7|case May|NNP|5|nmod"
            ).contains("those:1:appos"))
    }

    @Test("Of two subjects the first, between commas behind a noun, is that noun's other name")
    func doubtfulSubject() {
        #expect(
            edges(
                "Before|IN|3|case the|DT|3|det prosecutor|NN|9|obl ,|,|5|punct Ana|NNP|9|nsubj Holm|NNP|5|flat ,|,|3|punct she|PRP|9|nsubj left:leave|VBD|0|root"
            ).contains("Ana:3:appos"))
    }

    @Test("A name right behind somebody's friend names the friend")
    func namedNoun() {
        #expect(
            edges("My|PRP$|2|nmod:poss friend|NN|4|nsubj Andrea|NNP|4|nsubj left:leave|VBD|0|root")
                == ["My:2:nmod:poss", "friend:4:nsubj", "Andrea:2:appos", "left:0:root"])
    }

    @Test("Words of names side by side are one name")
    func namePieces() {
        #expect(
            edges("Food|NNP|2|compound Standards|NNPS|0|root Malta|NNP|2|appos").contains("Malta:2:compound"))
    }
}
