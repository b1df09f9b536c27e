import Testing

@testable import English

@Suite struct LemmatizerTests {
    @Test(arguments: [
        ("went", "VERB", "VBD", "go"), ("stalled", "VERB", "VBD", "stall"), ("urged", "VERB", "VBN", "urge"),
        ("hoping", "VERB", "VBG", "hope"), ("hopping", "VERB", "VBG", "hop"), ("dies", "VERB", "VBZ", "die"),
        ("lying", "VERB", "VBG", "lie"), ("panicked", "VERB", "VBD", "panic"), ("was", "AUX", "VBD", "be"),
        ("fled", "VERB", "VBD", "flee"), ("put", "VERB", "VBD", "put"), ("hostages", "NOUN", "NNS", "hostage"),
        ("Countries", "NOUN", "NNS", "country"), ("children", "NOUN", "NNS", "child"),
        ("crises", "NOUN", "NNS", "crisis"),
        ("wives", "NOUN", "NNS", "wife"), ("series", "NOUN", "NNS", "series"), ("1990s", "NOUN", "NNS", "1990s"),
        ("TVs", "NOUN", "NNS", "TV"), ("better", "ADJ", "JJR", "good"), ("biggest", "ADJ", "JJS", "big"),
        ("worse", "ADV", "RBR", "badly"), ("Israeli", "ADJ", "JJ", "Israeli"), ("Major", "ADJ", "JJ", "major"),
        ("n't", "PART", "RB", "not"), ("n’t", "PART", "RB", "not"), ("these", "DET", "DT", "this"),
        ("them", "PRON", "PRP", "they"), ("Hamas", "PROPN", "NNP", "Hamas"), ("Americans", "PROPN", "NNPS", "American"),
        ("40,000", "NUM", "CD", "40000"), ("’s", "PART", "POS", "'s"), ("Wo", "AUX", "MD", "will"),
    ])
    func lemmas(form: String, upos: String, xpos: String, lemma: String) {
        #expect(Lemmatizer().lemma(form: form, upos: upos, xpos: xpos) == lemma)
    }

    @Test func anUnknownTagKeepsTheWord() {
        #expect(Lemmatizer().lemma(form: "Blorb", upos: "", xpos: "") == "blorb")
        #expect(Lemmatizer().lemma(form: "", upos: "NOUN", xpos: "NNS") == "")
    }

    /// Gold tags, as the lemma column of the treebanks has it.
    @Test(
        .enabled(if: DevelopmentData.folder != nil, "needs the treebanks of TERCET_DATA"),
        arguments: [("en_gum-dev", 98.9), ("en_ewt-dev", 98.1)])
    func accuracy(treebank: String, floor: Double) throws {
        var right = 0
        var total = 0
        var errors: [String: Int] = [:]
        for read in try DevelopmentData.treebank(treebank) {
            var sentence = read.sentence
            Lemmatizer().lemmatize(&sentence)
            for (token, gold) in zip(sentence.tokens, read.sentence.tokens) {
                total += 1
                if token.lemma == gold.lemma {
                    right += 1
                } else {
                    errors["\(gold.form) \(gold.upos) \(gold.xpos): \(gold.lemma), not \(token.lemma)", default: 0] += 1
                }
            }
        }
        let accuracy = 100 * Double(right) / Double(total)
        print(treebank, "lemma accuracy \(accuracy)")
        for (error, count) in errors.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(25) {
            print("  ", count, error)
        }
        #expect(accuracy >= floor)
    }
}
