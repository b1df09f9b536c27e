import English

/// "Jan Vos, Ana Holm and Eva Borg met.": names in a row are a list, and none describes another; "his rival, Jan Vos," is one man.
enum NameListRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices {
            joinSubjects(token, &sentence)
            listKin(token, &sentence)
            bearOne(token, &sentence)
            describe(token, &sentence)
        }
        for token in sentence.tokens.indices where sentence.tokens[token].relation == "appos" {
            listName(token, &sentence)
        }
    }

    /// "Jan Vos | and Eva Borg held talks": of two subjects of a verb the second, behind "and", is one with the first.
    private static func joinSubjects(_ second: Int, _ sentence: inout Sentence) {
        guard sentence.tokens[second].relation == "nsubj", sentence.tokens[second].upos == "PROPN",
            let first = sentence.tokens[..<second].indices.last(where: {
                sentence.tokens[$0].head == sentence.tokens[second].head && sentence.tokens[$0].relation == "nsubj"
                    && ["PROPN", "NOUN"].contains(sentence.tokens[$0].upos)
            })
        else { return }
        let start = sentence.start(of: second)
        guard start > first, sentence.tokens[start].relation == "cc", sentence.end(of: first) < second else { return }
        sentence.tokens[second].head = first
        sentence.tokens[second].relation = "conj"
    }

    /// "Jan Vos, Ana Holm and Eva Borg": a person's name in apposition to a person's name, and another behind "and"; a name
    /// whose own words begin with "and".
    private static func listName(_ token: Int, _ sentence: inout Sentence) {
        let bearer = sentence.tokens[token].head
        guard bearer >= 0, bearer < token, sentence.tokens[token].upos == "PROPN",
            sentence.tokens[bearer].upos == "PROPN"
        else { return }
        if sentence.tokens[sentence.start(of: token)].relation == "cc", isPerson(token, sentence),
            isPerson(bearer, sentence)
        {
            sentence.tokens[token].relation = "conj"
            return
        }
        guard isPerson(token, sentence), isPerson(bearer, sentence), sentence.tokens[bearer].head >= 0,
            sentence.dependents(of: bearer).contains(where: {
                $0 > token && sentence.tokens[$0].relation == "conj" && sentence.tokens[$0].upos == "PROPN"
            }),
            sentence.tokens[sentence.start(of: token)].form == ","
                || sentence.start(of: token) > 0
                    && sentence.tokens[sentence.start(of: token) - 1].form == ","
        else { return }
        sentence.tokens[token].relation = "conj"
    }

    /// "Vos, his brother, and his mother": nobody is his own brother.
    private static func listKin(_ token: Int, _ sentence: inout Sentence) {
        let bearer = sentence.tokens[token].head
        guard sentence.tokens[token].relation == "appos", sentence.tokens[token].upos == "NOUN", bearer >= 0,
            bearer < token, sentence.tokens[bearer].upos == "PROPN",
            sentence.dependents(of: token).contains(where: { isPossessive($0, sentence) }),
            sentence.dependents(of: bearer).contains(where: { other in
                other > token && sentence.tokens[other].relation == "conj" && sentence.tokens[other].upos == "NOUN"
                    && sentence.dependents(of: other).contains { isPossessive($0, sentence) }
            })
        else { return }
        sentence.tokens[token].relation = "conj"
    }

    /// "One of his lawyers, Jan Vos, agreed.": one of several is named, not all of them.
    private static func bearOne(_ token: Int, _ sentence: inout Sentence) {
        let noun = sentence.tokens[token].head
        guard sentence.tokens[token].relation == "appos", sentence.tokens[token].upos == "PROPN", noun >= 0,
            noun < token,
            sentence.tokens[noun].xpos == "NNS", sentence.tokens[noun].relation == "nmod",
            sentence.tokens[noun].head >= 0, sentence.tokens[sentence.tokens[noun].head].form.lowercased() == "one",
            !sentence.dependents(of: token).contains(where: { sentence.tokens[$0].relation == "conj" })
        else { return }
        sentence.tokens[token].head = sentence.tokens[noun].head
    }

    /// "the chief and his rival, Jan Vos, have fought": behind the last of a list and a comma, a name without "and" tells who it is.
    private static func describe(_ name: Int, _ sentence: inout Sentence) {
        guard sentence.tokens[name].relation == "conj", sentence.tokens[name].upos == "PROPN", isPerson(name, sentence)
        else { return }
        let first = sentence.tokens[name].head
        let start = sentence.start(of: name)
        guard first >= 0, first < start, start > 1,
            !sentence.dependents(of: name).contains(where: { sentence.tokens[$0].relation == "cc" }),
            let role = sentence.dependents(of: first).last(where: {
                $0 < start && sentence.tokens[$0].relation == "conj" && sentence.tokens[$0].upos == "NOUN"
            }),
            sentence.dependents(of: role).contains(where: { sentence.tokens[$0].relation == "cc" }),
            sentence.dependents(of: role).contains(where: {
                isPossessive($0, sentence) || sentence.tokens[$0].relation == "nmod:poss"
            }),
            Lexicon.isPersonNoun(sentence.tokens[role].lemma), sentence.tokens[role].xpos == "NN",
            sentence.end(of: role) + 1 >= start - 1,
            sentence.end(of: role) < start || sentence.tokens[start].form == ","
        else { return }
        sentence.tokens[name].head = role
        sentence.tokens[name].relation = "appos"
    }

    private static func isPossessive(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].relation == "nmod:poss" && sentence.tokens[token].upos == "PRON"
    }

    /// A given name, or a title before the name.
    private static func isPerson(_ name: Int, _ sentence: Sentence) -> Bool {
        Lexicon.country(named: sentence.tokens[name].form) == nil
            && (sentence.dependents(of: name).contains {
                sentence.tokens[$0].relation == "nmod:desc"
            }
                || Lexicon.givenName(sentence.tokens[name].form) != nil
                    && Lexicon.city(named: sentence.tokens[name].form) == nil
                    && sentence.dependents(of: name).contains { sentence.tokens[$0].relation == "flat" })
    }
}
