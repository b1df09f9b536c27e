import English

/// "The coast guard suspended its search.": a common noun in small letters is no name; and "The party had 52.3 percent":
/// what stands right behind "have" is had.
enum WordClassRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices.dropFirst() {
            if sentence.tokens[token].upos == "PROPN" { mendName(token, in: &sentence) }
            if sentence.tokens[token].relation == "obl" { mendObject(token, in: &sentence) }
        }
    }

    private static func mendName(_ token: Int, in sentence: inout Sentence) {
        let form = sentence.tokens[token].form
        guard form.utf8.count > 3, form.utf8.allSatisfy({ (0x61...0x7a).contains($0) }),
            sentence.tokens[token].relation != "flat", sentence.tokens[token - 1].upos != "PROPN"
        else { return }
        let tag = sentence.tokens[token].xpos == "NNPS" ? "NNS" : "NN"
        let lemma = Lemmatizer().lemma(form: form, upos: "NOUN", xpos: tag)
        guard Lexicon.nounClass(lemma) != nil else { return }
        sentence.tokens[token].upos = "NOUN"
        sentence.tokens[token].xpos = tag
        sentence.tokens[token].lemma = lemma
    }

    private static func mendObject(_ token: Int, in sentence: inout Sentence) {
        let verb = sentence.tokens[token].head
        guard verb >= 0, verb < token, sentence.tokens[verb].lemma == "have", sentence.tokens[verb].upos == "VERB",
            ["NOUN", "PROPN"].contains(sentence.tokens[token].upos), sentence.start(of: token) == verb + 1,
            !sentence.tokens.contains(where: {
                ($0.head == token && $0.relation == "case") || ($0.head == verb && $0.relation == "obj")
            })
        else { return }
        sentence.tokens[token].relation = "obj"
    }
}
