/// "treatments such as homeopathy, a form of medicine": an apposition belongs to the noun right before its comma; but "the
/// mayor of Lund, Ana Holm,": a person's name belongs to the noun for a person.
enum AppositionBearerRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices where sentence.tokens[token].relation == "appos" {
            let bearer = sentence.tokens[token].head
            guard bearer >= 0, bearer < token else { continue }
            if let noun = person(above: bearer, of: token, sentence) ?? body(above: bearer, of: token, sentence) {
                sentence.tokens[token].head = noun
                continue
            }
            guard ["NOUN", "PROPN", "PRON", "NUM"].contains(sentence.tokens[bearer].upos),
                let nearest = nearest(to: token, behind: bearer, sentence)
            else { continue }
            // "Vos and the head of the bank, Ana Holm,": the noun for a person above the nearest.
            let noun = person(above: nearest, of: token, sentence)
            sentence.tokens[token].head = noun.map { $0 > bearer ? $0 : nearest } ?? nearest
        }
    }

    private static func nearest(to token: Int, behind bearer: Int, _ sentence: Sentence) -> Int? {
        var start = sentence.start(of: token)
        if sentence.tokens[start].upos != "PUNCT" { start -= 1 }
        let end = start - 1
        guard sentence.isComma(start), end > bearer, sentence.isNoun(end), !sentence.dominates(token, end) else {
            return nil
        }
        let noun = sentence.nameHead(endingAt: end)
        // The parts of the bearer's own name, and what stands beside it.
        guard noun > bearer,
            !["flat", "compound", "appos", "nmod:unmarked"].contains(sentence.tokens[noun].relation),
            sentence.tokens[noun].relation != "conj" || sentence.tokens[token].upos == "PROPN",
            !sentence.dominates(noun, bearer),
            !isPlural(token, sentence) || !isPlural(bearer, sentence)
                || isPlural(noun, sentence), !isPersonsOwn(bearer, token, noun, sentence),
            !isInitials(sentence.form(token)) || !isDescribedPlace(noun, sentence),
            !isOfWhole(token, bearer, noun, sentence)
        else { return nil }
        if sentence.form(start) != ",", !isSameKind(token, noun, sentence) { return nil }
        return noun
    }

    /// What says of two nouns one after the other that the first is meant, the second being a part of its phrase: a name of two
    /// names ("Al Okar Stadium in Malta, a venue", "the University of California, Berkeley"), a settlement by its name ("the village
    /// of Okar, a town of 30 houses"), the noun itself once more ("the right to land, the right to keep it").
    private static func isOfWhole(_ token: Int, _ bearer: Int, _ noun: Int, _ sentence: Sentence) -> Bool {
        if sentence.tokens[bearer].upos == "PROPN", sentence.tokens[noun].upos == "PROPN" { return true }
        if sentence.tokens[token].lemma == sentence.tokens[bearer].lemma { return true }
        return sentence.tokens[noun].upos == "PROPN" && isDescribedPlace(bearer, sentence)
            && sentence.tokens[noun].head == bearer
    }

    /// "journals — journals that", "societies — ones in which": behind a dash the word itself says which noun it takes up; so does
    /// what parts a subject from its verb.
    private static func isSameKind(_ token: Int, _ noun: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].lemma == sentence.tokens[noun].lemma
            || ["one", "ones", "those", "that"].contains(sentence.form(token).lowercased())
            || sentence.tokens[noun].relation.hasPrefix("nsubj") && sentence.tokens[noun].head > token
    }

    /// Whether the noun before the name's comma is a place or body of the person that is named.
    private static func isPersonsOwn(_ bearer: Int, _ token: Int, _ noun: Int, _ sentence: Sentence) -> Bool {
        (isPersonName(token, sentence) || isTitled(token, sentence)) && isPersonNoun(bearer, sentence)
            && !isPersonNoun(noun, sentence)
    }

    /// "charges against Vos, those of last May": several things are no one person.
    private static func isPlural(_ token: Int, _ sentence: Sentence) -> Bool {
        ["NNS", "NNPS"].contains(sentence.tokens[token].xpos) || sentence.form(token).lowercased() == "those"
    }

    private static func person(above bearer: Int, of token: Int, _ sentence: Sentence) -> Int? {
        guard isPersonName(token, sentence), !isPersonNoun(bearer, sentence), !isPersonName(bearer, sentence),
            ["nmod", "nmod:poss", "compound"].contains(sentence.tokens[bearer].relation)
        else { return nil }
        let noun = sentence.tokens[bearer].head
        guard noun >= 0, noun < bearer, isPersonNoun(noun, sentence),
            !sentence.dependents(of: noun).contains(where: {
                sentence.tokens[$0].relation == "appos" && isPersonName($0, sentence)
            })
        else { return nil }
        return noun
    }

    /// "the mission in the country, MINUSTAH,": initials belong to the noun that they can be short for, and not to the
    /// place in between.
    private static func body(above bearer: Int, of token: Int, _ sentence: Sentence) -> Int? {
        guard isInitials(sentence.form(token)), isDescribedPlace(bearer, sentence) else { return nil }
        let noun = sentence.tokens[bearer].head
        guard noun >= 0, noun < bearer, sentence.isNoun(noun), sentence.tokens[bearer].relation == "nmod" else {
            return nil
        }
        return noun
    }

    private static func isInitials(_ form: String) -> Bool {
        form.utf8.count > 2 && form.utf8.allSatisfy { (0x41...0x5a).contains($0) }
    }

    /// "the country", "this city": a place without a name.
    private static func isDescribedPlace(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "NOUN" && Lexicon.nounClass(sentence.form(token).lowercased()) == .place
    }

    private static func isPersonNoun(_ token: Int, _ sentence: Sentence) -> Bool {
        ["NN", "NNP"].contains(sentence.tokens[token].xpos)
            && Lexicon.isPersonNoun(sentence.form(token).lowercased())
    }

    /// "Mayor Holm": a name behind a title.
    private static func isTitled(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "PROPN" && token > 0
            && Lexicon.title(sentence.form(token - 1)) != nil && sentence.tokens[token - 1].head == token
    }

    private static func isPersonName(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "PROPN" && Lexicon.givenName(sentence.form(token)) != nil
            && Lexicon.country(named: sentence.form(token)) == nil
            && token + 1 < sentence.tokens.count && sentence.tokens[token + 1].upos == "PROPN"
    }
}
