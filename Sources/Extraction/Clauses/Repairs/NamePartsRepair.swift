import English

/// "the IF Metall union", "Pale Okoro, Ada Holm and Eva Vos", "the Harlanders Ada Okoro and Eva Vos": words that a parser takes
/// for something else than a part of the name, or for a part of it.
enum NamePartsRepair {
    static func apply(to sentence: inout Sentence) {
        guard !SentenceView.isTitleCase(sentence.tokens) else { return }
        for token in sentence.tokens.indices.dropLast() where isCapital(token, sentence) {
            joinCapitals(token, &sentence)
            joinWords(token, &sentence)
            joinVerb(token, &sentence)
            joinSiblings(token, &sentence)
            joinTrailing(token, &sentence)
            joinInitial(token, &sentence)
            joinBody(token, &sentence)
            partPeople(token, &sentence)
            partNational(token, &sentence)
        }
    }

    /// "Ada How", "Jan Black": a capital inside a sentence behind a given name is the surname, whatever else the word may be.
    private static func joinWords(_ token: Int, _ sentence: inout Sentence) {
        let next = token + 1
        guard isName(token, sentence), isCapital(next, sentence), Lexicon.givenName(sentence.tokens[token].form) != nil,
            ["ADV", "SCONJ", "ADJ", "NOUN", "PRON", "INTJ", "ADP", "X"].contains(sentence.tokens[next].upos),
            sentence.tokens[next].form.utf8.contains(where: { (0x61...0x7a).contains($0) }),
            Lexicon.demonym(sentence.tokens[next].form) == nil, Lexicon.title(sentence.tokens[next].form) == nil,
            sentence.tokens[next].head == token
                || sentence.tokens[next].head == sentence.tokens[token].head
                    && sentence.tokens[next].relation == sentence.tokens[token].relation,
            !sentence.tokens.contains(where: { $0.head == next && ["det", "nmod:poss"].contains($0.relation) })
        else { return }
        for other in sentence.tokens.indices where sentence.tokens[other].head == next {
            sentence.tokens[other].head = token
        }
        takeSurname(next, of: token, &sentence)
    }

    private static func takeSurname(_ surname: Int, of name: Int, _ sentence: inout Sentence) {
        sentence.tokens[surname].head = name
        sentence.tokens[surname].relation = "flat"
        sentence.tokens[surname].upos = "PROPN"
        sentence.tokens[surname].xpos = "NNP"
    }

    /// "Jan bin Al Said attended prayers.": "Said" with a capital behind a name and before a verb is a surname.
    private static func joinVerb(_ token: Int, _ sentence: inout Sentence) {
        let said = token + 1
        guard sentence.tokens[said].form == "Said", sentence.tokens[said].upos == "VERB", isName(token, sentence),
            let verb = sentence.dependents(of: said).first(where: {
                $0 > said && sentence.tokens[$0].upos == "VERB"
                    && ["ccomp", "parataxis"].contains(sentence.tokens[$0].relation)
            }),
            let subject = (sentence.dependents(of: said) + sentence.dependents(of: verb)).first(where: {
                $0 <= token && sentence.tokens[$0].relation == "nsubj" && sentence.dominates($0, token)
            })
        else { return }
        var name = token
        while sentence.tokens[name].relation == "flat", sentence.tokens[name].head < name {
            name = sentence.tokens[name].head
        }
        guard sentence.dominates(subject, name) else { return }
        sentence.tokens[verb].head = sentence.tokens[said].head
        sentence.tokens[verb].relation = sentence.tokens[said].relation
        for other in sentence.tokens.indices where sentence.tokens[other].head == said {
            sentence.tokens[other].head = verb
        }
        takeSurname(said, of: name, &sentence)
    }

    /// "the IF Metall union": a small word in capitals before a name word is part of the name.
    private static func joinCapitals(_ token: Int, _ sentence: inout Sentence) {
        let form = sentence.tokens[token].form
        let next = token + 1
        guard form.utf8.count >= 2, form.utf8.allSatisfy({ (0x41...0x5a).contains($0) }),
            ["ADP", "SCONJ", "CCONJ", "ADV", "PRON", "AUX", "PART", "DET"].contains(sentence.tokens[token].upos),
            isName(next, sentence), sentence.tokens[next].form.utf8.contains(where: { (0x61...0x7a).contains($0) }),
            token > 0, sentence.tokens[token].head >= 0, !sentence.tokens.contains(where: { $0.head == token }),
            sentence.tokens[token - 1].form != sentence.tokens[token - 1].form.uppercased()
        else { return }
        sentence.tokens[token].upos = "PROPN"
        sentence.tokens[token].xpos = "NNP"
        sentence.tokens[token].lemma = form
        sentence.tokens[token].head = next
        sentence.tokens[token].relation = "compound"
    }

    /// "Pale Okoro, Ada Holm and Eva Vos": two name words side by side that both hang on one word in the same way are one name.
    private static func joinSiblings(_ token: Int, _ sentence: inout Sentence) {
        let next = token + 1
        let (left, right) = (sentence.tokens[token], sentence.tokens[next])
        guard isName(token, sentence), isName(next, sentence), left.head == right.head, left.head >= 0,
            left.relation == right.relation, ["conj", "appos", "nsubj", "obj", "obl", "nmod"].contains(left.relation),
            Lexicon.country(named: left.form) == nil, Lexicon.country(named: right.form) == nil,
            Lexicon.demonym(left.form) == nil, Lexicon.calendarWord(left.form) == nil,
            Lexicon.calendarWord(right.form) == nil, Lexicon.title(left.form) == nil,
            token == 0 || !isName(token - 1, sentence),
            !sentence.tokens.contains(where: {
                $0.head == next && ["det", "case", "cc", "nmod:poss"].contains($0.relation)
            })
        else { return }
        sentence.tokens[next].head = token
        sentence.tokens[next].relation = "flat"
        for other in sentence.tokens.indices where other != token && sentence.tokens[other].head == next {
            sentence.tokens[other].head = token
        }
    }

    /// "Peter Lund and Sir Jan Vos | Holm, adviser to the king,": a name word right behind a person's name is its last.
    private static func joinTrailing(_ token: Int, _ sentence: inout Sentence) {
        let next = token + 1
        let name = sentence.tokens[token].relation == "flat" ? sentence.tokens[token].head : token
        guard isName(token, sentence), isName(next, sentence), name != token, name >= 0, name < token,
            Lexicon.givenName(sentence.tokens[name].form) != nil,
            (name...token).allSatisfy({ isName($0, sentence) }),
            ["conj", "appos"].contains(sentence.tokens[next].relation),
            sentence.tokens[next].head == sentence.tokens[name].head || sentence.tokens[next].head == name,
            Lexicon.country(named: sentence.tokens[next].form) == nil,
            Lexicon.demonym(sentence.tokens[next].form) == nil, Lexicon.title(sentence.tokens[next].form) == nil,
            Lexicon.calendarWord(sentence.tokens[next].form) == nil,
            !sentence.tokens.contains(where: {
                $0.head == next
                    && ["det", "case", "cc", "nmod:poss", "flat", "compound", "nmod:desc"].contains($0.relation)
            })
        else { return }
        for other in sentence.dependents(of: next) { sentence.tokens[other].head = name }
        sentence.tokens[next].head = name
        sentence.tokens[next].relation = "flat"
    }

    /// "O | Jong Vos, 55, fled.": a letter that is a surname.
    private static func joinInitial(_ token: Int, _ sentence: inout Sentence) {
        let next = token + 1
        guard sentence.tokens[token].form == "O", sentence.tokens[token].upos != "PROPN", isName(next, sentence),
            sentence.tokens[token].head == next || sentence.tokens[next].head == token,
            next + 1 < sentence.tokens.count,
            isName(next + 1, sentence), sentence.tokens[next + 1].head == next,
            !sentence.tokens.contains(where: { $0.head == token })
        else { return }
        sentence.tokens[token].upos = "PROPN"
        sentence.tokens[token].xpos = "NNP"
        sentence.tokens[token].lemma = "O"
        sentence.tokens[token].relation = "compound"
    }

    /// "Spaniard Jan Vos", "German Ada Okoro": one of a people before a person's name tells where the person is from.
    private static func partNational(_ token: Int, _ sentence: inout Sentence) {
        let name = token + 1
        let form = sentence.tokens[token].form
        guard !form.hasSuffix("s"), Lexicon.demonym(form) != nil, isName(name, sentence),
            name + 1 < sentence.tokens.count,
            isName(name + 1, sentence), Lexicon.givenName(sentence.tokens[name].form) != nil,
            Lexicon.demonym(sentence.tokens[name].form) == nil, Lexicon.country(named: form) == nil,
            Lexicon.nameKeywords(sentence.tokens[name + 1].form).isEmpty,
            Lexicon.title(sentence.tokens[name].form) == nil, Lexicon.givenName(form) == nil,
            token == 0 || !isName(token - 1, sentence)
        else { return }
        let (left, right) = (sentence.tokens[token], sentence.tokens[name])
        let isAbove = right.head == token
        guard isAbove || left.head == name || left.head == right.head && left.head >= 0 else { return }
        for other in sentence.tokens.indices where other != name && sentence.tokens[other].head == token {
            sentence.tokens[other].head = name
        }
        if isAbove {
            sentence.tokens[name].head = left.head
            sentence.tokens[name].relation = left.relation
        } else if left.head != name, ["flat", "compound", "appos"].contains(right.relation) {
            sentence.tokens[name].relation = left.relation
        }
        var last = name + 1
        while last < sentence.tokens.count, isName(last, sentence) {
            if sentence.tokens[last].head == name || sentence.tokens[last].head == token {
                sentence.tokens[last].head = name
                sentence.tokens[last].relation = "flat"
            }
            last += 1
        }
        sentence.tokens[token].head = name
        sentence.tokens[token].relation = "amod"
        sentence.tokens[token].upos = "ADJ"
        sentence.tokens[token].xpos = "JJ"
    }

    /// "Harbour Lines director Ada Okoro": two name words side by side before a noun for a person are one body's name.
    private static func joinBody(_ token: Int, _ sentence: inout Sentence) {
        let next = token + 1
        let noun = sentence.tokens[token].head
        guard isName(token, sentence), isCapital(next, sentence),
            mayEndName(next, sentence), noun == next + 1, sentence.tokens[next].head == noun,
            ["compound", "amod"].contains(sentence.tokens[token].relation),
            ["compound", "amod"].contains(sentence.tokens[next].relation),
            sentence.tokens[noun].upos == "NOUN", !isCapital(noun, sentence),
            Lexicon.isPersonNoun(sentence.tokens[noun].lemma), token == 0 || !isName(token - 1, sentence),
            ![sentence.tokens[token].form, sentence.tokens[next].form].contains(where: {
                Lexicon.country(named: $0) != nil || Lexicon.demonym($0) != nil || Lexicon.title($0) != nil
                    || Lexicon.calendarWord($0) != nil
            })
        else { return }
        // "Harbour Blue spokesman Jan Vos": what looks like an adjective is one of its words.
        for part in [token, next] {
            sentence.tokens[part].upos = "PROPN"
            sentence.tokens[part].xpos = "NNP"
            sentence.tokens[part].relation = "compound"
        }
        sentence.tokens[token].head = next
    }

    /// "Harbour Blue": an adjective that is a noun too, and no word for people.
    private static func mayEndName(_ token: Int, _ sentence: Sentence) -> Bool {
        if sentence.tokens[token].upos == "PROPN" { return true }
        let classes = Lexicon.nounClasses(sentence.tokens[token].form.lowercased())
        return sentence.tokens[token].upos == "ADJ" && !classes.isEmpty && !classes.contains(.person)
            && !classes.contains(.people)
    }

    /// "the Harlanders Ada Okoro and Eva Vos": a people's plural before a person's name tells where they are from.
    private static func partPeople(_ token: Int, _ sentence: inout Sentence) {
        let form = sentence.tokens[token].form
        let name = token + 1
        guard form.hasSuffix("s"), Lexicon.demonym(form) != nil, Lexicon.country(named: form) == nil,
            isName(name, sentence), name + 1 < sentence.tokens.count, isName(name + 1, sentence),
            Lexicon.demonym(sentence.tokens[name].form) == nil, sentence.tokens[name].head == token,
            ["flat", "compound", "appos"].contains(sentence.tokens[name].relation)
        else { return }
        let outer = sentence.tokens[token]
        for other in sentence.tokens.indices where other != name && sentence.tokens[other].head == token {
            let belongsToPeople = other < token && ["det", "amod", "nummod"].contains(sentence.tokens[other].relation)
            if !belongsToPeople { sentence.tokens[other].head = name }
        }
        sentence.tokens[name].head = outer.head
        sentence.tokens[name].relation = outer.relation
        sentence.tokens[token].head = name
        sentence.tokens[token].relation = "nmod:desc"
    }

    private static func isCapital(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    private static func isName(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "PROPN" && isCapital(token, sentence)
    }
}
