import English

/// "The coast guard suspended its search.": a common noun in small letters is no name; and "The party had 52.3 percent":
/// what stands right behind "have" is had.
enum WordClassRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices.dropLast() where sentence.tokens[token].relation == "nmod:desc" {
            mendKeyword(token, in: &sentence)
        }
        for token in sentence.tokens.indices.dropFirst() {
            mendAddress(token, in: &sentence)
            mendAcronym(token, in: &sentence)
            if sentence.tokens[token].upos == "PROPN" { mendName(token, in: &sentence) }
            if sentence.tokens[token].relation == "obl" { mendObject(token, in: &sentence) }
            mendReflexive(token, in: &sentence)
            mendReciprocal(token, in: &sentence)
            mendAmongOthers(token, in: &sentence)
            mendVerb(token, in: &sentence)
            mendMay(token, in: &sentence)
            mendFuture(token, in: &sentence)
        }
    }

    /// "Theresa May met the king.": with a capital behind a name it is no modal, unless all words have one.
    private static func mendMay(_ token: Int, in sentence: inout Sentence) {
        let name = token - 1
        guard sentence.tokens[token].form == "May", sentence.tokens[token].xpos == "MD",
            sentence.tokens[name].upos == "PROPN", token + 1 < sentence.tokens.count,
            sentence.tokens[token + 1].form.utf8.first.map({ (0x61...0x7a).contains($0) }) ?? false,
            let verb = sentence.governor(of: token), verb > token
        else { return }
        var top = name
        while sentence.tokens[top].relation == "flat", let above = sentence.governor(of: top) { top = above }
        sentence.tokens[token].head = top
        sentence.tokens[token].relation = "flat"
        sentence.tokens[token].upos = "PROPN"
        sentence.tokens[token].xpos = "NNP"
        sentence.tokens[token].lemma = "May"
        if sentence.tokens[verb].xpos == "VB", sentence.tokens[verb].form != sentence.tokens[verb].lemma {
            sentence.tokens[verb].xpos = "VBD"
        }
    }

    /// "The rules will affect the islands and have an impact": what the first verb's "will" governs too.
    private static func mendFuture(_ token: Int, in sentence: inout Sentence) {
        guard sentence.tokens[token].xpos == "VBP", sentence.tokens[token].relation == "conj",
            sentence.tokens[token].form.lowercased() == sentence.tokens[token].lemma, !sentence.hasSubject(token),
            let first = sentence.governor(of: token), first < token, sentence.tokens[first].xpos == "VB",
            sentence.dependents(of: first).contains(where: {
                sentence.tokens[$0].xpos == "MD" && sentence.tokens[$0].relation == "aux"
            })
        else { return }
        sentence.tokens[token].xpos = "VB"
    }

    /// "https://a.example/Ada_Okoro": an address names nobody.
    private static func mendAddress(_ token: Int, in sentence: inout Sentence) {
        let form = sentence.tokens[token].form
        guard sentence.tokens[token].upos == "PROPN" || sentence.tokens[token].upos == "NOUN",
            form.contains("://") || form.hasPrefix("www.") || form.contains("_") && form.utf8.count > 12
        else { return }
        sentence.tokens[token].upos = "X"
        sentence.tokens[token].xpos = "ADD"
    }

    /// "UNRWA spokesperson Ada Holm": capitals before a noun are a name.
    private static func mendAcronym(_ token: Int, in sentence: inout Sentence) {
        for index in token == 1 ? [0, 1] : [token] {
            let form = sentence.tokens[index].form
            guard sentence.tokens[index].upos == "ADJ",
                sentence.tokens[index].relation == "compound" || sentence.tokens[index].xpos == "JJ",
                (3...6).contains(form.utf8.count), form.utf8.allSatisfy({ (0x41...0x5a).contains($0) }),
                index + 1 < sentence.tokens.count,
                sentence.tokens[index + 1].form.utf8.contains(where: { (0x61...0x7a).contains($0) })
            else { continue }
            sentence.tokens[index].upos = "PROPN"
            sentence.tokens[index].xpos = "NNP"
            if sentence.tokens[index].relation == "amod" { sentence.tokens[index].relation = "compound" }
        }
    }

    /// Small words of names that are common nouns too: "van Okoro", "bin Okoro".
    private static let particles: Set<String> = ["van", "von", "bin", "ibn", "den", "der", "dos", "las", "los", "abu"]

    private static func mendName(_ token: Int, in sentence: inout Sentence) {
        let form = sentence.tokens[token].form
        guard form.utf8.count > 2, form.utf8.allSatisfy({ (0x61...0x7a).contains($0) }),
            sentence.tokens[token].relation != "flat", sentence.tokens[token - 1].upos != "PROPN",
            !particles.contains(form)
        else { return }
        let tag = sentence.tokens[token].xpos == "NNPS" ? "NNS" : "NN"
        let lemma = Lemmatizer().lemma(form: form, upos: "NOUN", xpos: tag)
        guard Lexicon.nounClass(lemma) != nil else { return }
        sentence.tokens[token].upos = "NOUN"
        sentence.tokens[token].xpos = tag
        sentence.tokens[token].lemma = lemma
    }

    /// "Hurricane Ada", "Operation Dawn": a keyword of names is a part of the name, and no title.
    private static func mendKeyword(_ token: Int, in sentence: inout Sentence) {
        let name = sentence.tokens[token].head
        guard name == token + 1, sentence.tokens[token].upos == "PROPN", sentence.tokens[name].upos == "PROPN",
            Lexicon.title(sentence.tokens[token].form) == nil,
            Lexicon.nameKeywords(sentence.tokens[token].form).contains(where: { $0 == .event || $0 == .place })
        else { return }
        sentence.tokens[token].relation = "compound"
    }

    /// "who had himself been killed": beside another subject, himself is none.
    private static func mendReflexive(_ token: Int, in sentence: inout Sentence) {
        guard sentence.tokens[token].relation.hasPrefix("nsubj"),
            Lexicon.contains(sentence.tokens[token].form.lowercased(), in: .reflexivePronoun),
            sentence.tokens.indices.contains(where: {
                $0 != token && sentence.tokens[$0].head == sentence.tokens[token].head
                    && sentence.tokens[$0].relation.hasPrefix("nsubj")
            })
        else { return }
        sentence.tokens[token].relation = "obl:unmarked"
    }

    /// "accused each other Thursday", "praised one another": two words that are one pronoun.
    private static func mendReciprocal(_ token: Int, in sentence: inout Sentence) {
        let words = (sentence.tokens[token - 1].form.lowercased(), sentence.tokens[token].form.lowercased())
        guard words == ("each", "other") || words == ("one", "another"), sentence.tokens[token - 1].head != token else {
            return
        }
        sentence.tokens[token].head = token - 1
        sentence.tokens[token].relation = "fixed"
    }

    /// "The list included, among others, two mayors.": that there are more is said in passing.
    private static func mendAmongOthers(_ token: Int, in sentence: inout Sentence) {
        guard sentence.tokens[token].form == "others",
            ["among", "amongst"].contains(sentence.tokens[token - 1].form.lowercased()),
            sentence.tokens[token - 1].head == token, ["obl", "nmod"].contains(sentence.tokens[token].relation)
        else { return }
        sentence.tokens[token].relation = "discourse"
        // What is listed behind is the verb's.
        let verb = sentence.tokens[token].head
        let listed = sentence.dependents(of: token).filter {
            $0 > token && ["appos", "conj"].contains(sentence.tokens[$0].relation)
        }
        guard verb >= 0, verb < token, let first = listed.first,
            !sentence.dependents(of: verb).contains(where: { sentence.tokens[$0].relation == "obj" })
        else { return }
        sentence.tokens[first].head = verb
        sentence.tokens[first].relation = "obj"
        for other in listed.dropFirst() {
            sentence.tokens[other].head = first
            sentence.tokens[other].relation = "conj"
        }
    }

    /// "School board fires superintendent": with a subject and an object, what has a verb's form is a verb.
    private static func mendVerb(_ token: Int, in sentence: inout Sentence) {
        guard sentence.tokens[token].upos == "NOUN", ["VBZ", "VBP", "VBD"].contains(sentence.tokens[token].xpos),
            sentence.hasSubject(token),
            sentence.dependents(of: token).contains(where: {
                sentence.tokens[$0].relation == "obj" && $0 > token
            })
        else { return }
        sentence.tokens[token].upos = "VERB"
        sentence.tokens[token].lemma = Lemmatizer().lemma(
            form: sentence.tokens[token].form, upos: "VERB", xpos: sentence.tokens[token].xpos)
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
