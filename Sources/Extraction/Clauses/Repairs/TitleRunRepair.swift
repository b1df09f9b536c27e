import English

/// "Harbour Sans Frontières coordinator Ana Holm", "Harbour Lines boss Jan Vos", "managing director of the bank", "Mayor Oh Holm":
/// a noun for a person between a body's name and a person's parts the two.
enum TitleRunRepair {
    static func apply(to sentence: inout Sentence) {
        guard !SentenceView.isTitleCase(sentence.tokens) else { return }
        for token in sentence.tokens.indices {
            makeAdjective(token, &sentence)
            joinGeneral(token, &sentence)
            joinOffice(token, &sentence)
            makeName(token, &sentence)
            makePart(token, &sentence)
            partRuns(token, &sentence)
            joinSibling(token, &sentence)
        }
    }

    /// "Jan Vos, managing director of the bank": nobody manages a director.
    private static func makeAdjective(_ token: Int, _ sentence: inout Sentence) {
        guard sentence.tokens[token].form.lowercased() == "managing", sentence.tokens[token].upos == "VERB",
            token + 1 < sentence.tokens.count,
            ["director", "editor", "partner", "directors", "editors", "partners"].contains(
                sentence.tokens[token + 1].form.lowercased()),
            sentence.tokens[token + 1].head == token
        else { return }
        let noun = token + 1
        for other in sentence.tokens.indices where other != noun && sentence.tokens[other].head == token {
            sentence.tokens[other].head = noun
        }
        let outer = sentence.tokens[token]
        sentence.tokens[noun].head = outer.head
        sentence.tokens[noun].relation =
            ["acl", "advcl", "parataxis"].contains(outer.relation) ? "appos" : outer.relation
        sentence.tokens[token].head = noun
        sentence.tokens[token].relation = "amod"
        sentence.tokens[token].upos = "ADJ"
    }

    /// "The Attorney | -General, Ana Holm,": one office, whose last word is its head.
    private static func joinGeneral(_ hyphen: Int, _ sentence: inout Sentence) {
        let (office, general) = (hyphen - 1, hyphen + 1)
        guard office >= 0, general < sentence.tokens.count, sentence.tokens[hyphen].form == "-",
            sentence.tokens[general].form.lowercased() == "general", sentence.tokens[general].head == office,
            sentence.tokens[hyphen].range.lowerBound == sentence.tokens[office].range.upperBound,
            sentence.tokens[general].range.lowerBound == sentence.tokens[hyphen].range.upperBound
        else { return }
        for token in sentence.dependents(of: office) { sentence.tokens[token].head = general }
        sentence.tokens[general].head = sentence.tokens[office].head
        sentence.tokens[general].relation = sentence.tokens[office].relation
        sentence.tokens[hyphen].relation = "punct"
        sentence.tokens[office].head = general
        sentence.tokens[office].relation = "compound"
    }

    /// "Jan Vos, the attorney | general of the state,": one office of two words.
    private static func joinOffice(_ office: Int, _ sentence: inout Sentence) {
        let general = office + 1
        guard general < sentence.tokens.count, sentence.tokens[general].form.lowercased() == "general",
            sentence.tokens[office].upos == "NOUN", sentence.tokens[general].upos == "NOUN",
            Lexicon.title(sentence.tokens[office].form + " " + sentence.tokens[general].form) != nil,
            sentence.tokens[general].head == office
                && ["flat", "appos", "conj", "nmod"].contains(sentence.tokens[general].relation)
                || sentence.tokens[general].head == sentence.tokens[office].head && sentence.tokens[general].head >= 0
        else { return }
        let outer = sentence.tokens[office]
        for token in sentence.dependents(of: office) where token != general { sentence.tokens[token].head = general }
        sentence.tokens[general].head = outer.head
        sentence.tokens[general].relation = outer.relation
        sentence.tokens[office].head = general
        sentence.tokens[office].relation = "compound"
    }

    /// "Mayor Oh Se-hoon": a capital between a title and a name is a name, whatever else the word may be.
    private static func makeName(_ token: Int, _ sentence: inout Sentence) {
        guard token > 0, token + 1 < sentence.tokens.count, isCapital(token, sentence),
            sentence.tokens[token].upos == "INTJ", isName(token + 1, sentence),
            Lexicon.title(sentence.tokens[token - 1].form)?.isRole ?? false, isCapital(token - 1, sentence)
        else { return }
        sentence.tokens[token].upos = "PROPN"
        sentence.tokens[token].xpos = "NNP"
        if sentence.tokens[token].head == token + 1 { sentence.tokens[token].relation = "compound" }
    }

    /// "Tika Ram Rana": what is no title is a part of the name.
    private static func makePart(_ token: Int, _ sentence: inout Sentence) {
        let head = sentence.tokens[token].head
        // "Senators Ana Holm and Jan Vos": a plural is a title of several.
        guard sentence.tokens[token].relation == "nmod:desc", isName(token, sentence), head > token,
            sentence.tokens[token].xpos == "NNP",
            (token + 1...head).allSatisfy({ isName($0, sentence) }),
            Lexicon.title(sentence.tokens[token].form) == nil,
            !Lexicon.isPersonNoun(sentence.tokens[token].form.lowercased()),
            Lexicon.nounClass(sentence.tokens[token].form.lowercased()) == nil,
            Lexicon.demonym(sentence.tokens[token].form) == nil
        else { return }
        sentence.tokens[token].relation = "compound"
    }

    /// "Sans Frontières coordinator Ana Holm": the words of one name hang on those of the other, over the noun.
    private static func partRuns(_ noun: Int, _ sentence: inout Sentence) {
        guard isPlainRole(noun, sentence), noun > 0, noun + 1 < sentence.tokens.count, isName(noun - 1, sentence),
            isName(noun + 1, sentence)
        else { return }
        var first = noun - 1
        while first > 0, isName(first - 1, sentence) { first -= 1 }
        var last = noun + 1
        while last + 1 < sentence.tokens.count, isName(last + 1, sentence) { last += 1 }
        let isCrossed =
            (first..<noun).contains { (noun + 1...last).contains(sentence.tokens[$0].head) }
            || (noun + 1...last).contains {
                (first..<noun).contains(sentence.tokens[$0].head)
                    && ["flat", "compound", "appos", "conj", "nmod"].contains(sentence.tokens[$0].relation)
            }
        guard isCrossed else { return }
        hang(first..<noun, noun, name: noun + 1, last: last, &sentence)
    }

    /// "Harbour Lines boss | Jan Vos": the noun and the name hang on one word in the same way.
    private static func joinSibling(_ noun: Int, _ sentence: inout Sentence) {
        let name = noun + 1
        guard isPlainRole(noun, sentence), name < sentence.tokens.count, isName(name, sentence),
            sentence.tokens[noun].head == sentence.tokens[name].head, sentence.tokens[noun].head >= 0,
            ["conj", "nsubj", "obj", "obl", "nmod", "appos", "nsubj:pass"].contains(sentence.tokens[noun].relation),
            Lexicon.givenName(sentence.tokens[name].form) != nil
                || sentence.tokens[noun].relation == sentence.tokens[name].relation
        else { return }
        var last = name
        while last + 1 < sentence.tokens.count, isName(last + 1, sentence) { last += 1 }
        // Of the two places the noun's is the phrase's.
        let relation = sentence.tokens[noun].relation
        for token in sentence.dependents(of: noun)
        where token > noun || ["cc", "case", "punct"].contains(sentence.tokens[token].relation) {
            sentence.tokens[token].head = name
        }
        let outer = sentence.tokens[name].head
        sentence.tokens[name].relation = relation
        sentence.tokens[noun].head = name
        sentence.tokens[noun].relation = "nmod:desc"
        // "Formula One | driver Jan Vos": more subjects right before the noun are its own words.
        var before = noun - 1
        while before >= 0, isCapital(before, sentence),
            ["NOUN", "PROPN", "NUM", "ADJ"].contains(sentence.tokens[before].upos),
            sentence.tokens[before].head == outer && sentence.tokens[before].relation == relation
                || sentence.tokens[before].head == noun
        {
            if sentence.tokens[before].head == outer {
                for token in sentence.dependents(of: before) { sentence.tokens[token].head = noun }
            }
            sentence.tokens[before].head = noun
            sentence.tokens[before].relation = sentence.tokens[before].upos == "ADJ" ? "amod" : "compound"
            before -= 1
        }
    }

    private static func hang(
        _ body: Range<Int>, _ noun: Int, name: Int, last: Int, _ sentence: inout Sentence
    ) {
        let group = body.lowerBound..<last + 1
        let tops = group.filter { !group.contains(sentence.tokens[$0].head) }
        guard let top = tops.first else { return }
        let outer = sentence.tokens[top]
        guard !group.contains(where: { outer.head >= 0 && sentence.dominates($0, outer.head) }) else { return }
        for token in sentence.tokens.indices where !group.contains(token) && group.contains(sentence.tokens[token].head)
        {
            let isTitles =
                token < body.lowerBound
                && ["amod", "det", "compound", "nmod:poss", "nummod"].contains(sentence.tokens[token].relation)
            sentence.tokens[token].head = isTitles ? noun : name
        }
        sentence.tokens[name].head = outer.head
        sentence.tokens[name].relation = outer.relation
        for token in name + 1..<last + 1 {
            sentence.tokens[token].head = name
            sentence.tokens[token].relation = "flat"
        }
        sentence.tokens[noun].head = name
        sentence.tokens[noun].relation = "nmod:desc"
        let head = body.upperBound - 1
        sentence.tokens[head].head = noun
        sentence.tokens[head].relation = "compound"
        for token in body where token != head {
            sentence.tokens[token].head = head
            sentence.tokens[token].relation = "compound"
        }
    }

    /// A noun for a person in small letters.
    private static func isPlainRole(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].xpos == "NN" && !isCapital(token, sentence)
            && Lexicon.isPersonNoun(sentence.tokens[token].lemma)
    }

    private static func isCapital(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    private static func isName(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "PROPN" && isCapital(token, sentence)
            && Lexicon.calendarWord(sentence.tokens[token].form) == nil
    }
}
