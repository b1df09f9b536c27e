import English

/// "Secretary of State Jan Vos": the name is the head, and the title describes it.
///
/// Parsers make the title the head, the name an apposition or a modifier of it, or leave both as one compound.
enum TitleRepair {
    static func apply(to sentence: inout Sentence) {
        var index = 0
        while index < sentence.tokens.count {
            joinShip(index, &sentence)
            if let title = title(at: index, in: sentence) {
                mend(&sentence, title: title, name: title.upperBound)
                index = title.upperBound
            }
            index += 1
        }
    }

    /// "the aircraft carrier | Admiral Okoro": a rank that is a part of a ship's name.
    private static func joinShip(_ rank: Int, _ sentence: inout Sentence) {
        guard sentence.tokens[rank].relation == "nmod:desc", sentence.tokens[rank].upos == "PROPN",
            let title = Lexicon.title(sentence.tokens[rank].form), title.kind == .rank || title.kind == .noble,
            ShipName.isShip(sentence.tokens, rank: rank..<rank + 1)
        else { return }
        sentence.tokens[rank].relation = "compound"
    }

    /// The longest title at a token that a name follows.
    private static func title(at start: Int, in sentence: Sentence) -> Range<Int>? {
        for length in stride(from: min(5, sentence.tokens.count - start - 1), through: 1, by: -1) {
            let end = start + length
            guard isNamePart(sentence.tokens[end]), sentence.tokens[end].form != "No.",
                let title = Lexicon.title(words(start..<end, sentence)),
                title.isRole,
                Lexicon.title(sentence.tokens[end].form) == nil,
                isName(from: end, in: sentence), !isInside(start, title, in: sentence),
                // "the aircraft carrier Admiral Okoro"
                title.kind != .rank && title.kind != .noble || !ShipName.isShip(sentence.tokens, rank: start..<end)
            else { continue }
            return start..<end
        }
        return personNoun(at: start, in: sentence)
    }

    /// "Jan Shah Okoro", "Ana King Holm": behind a given name a ruler's title is one more name.
    private static func isInside(_ token: Int, _ title: Title, in sentence: Sentence) -> Bool {
        guard token > 0, sentence.tokens[token].relation == "flat", isNamePart(sentence.tokens[token - 1]) else {
            return false
        }
        return title.kind == .noble || Lexicon.givenName(sentence.tokens[token - 1].form) != nil
    }

    /// "eyewitness Ana Holm", "fashion designer Jan Vos": a noun for a person right before a name that the parser hung on it.
    private static func personNoun(at noun: Int, in sentence: Sentence) -> Range<Int>? {
        guard noun + 1 < sentence.tokens.count,
            sentence.tokens[noun].xpos == "NN"
                || sentence.tokens[noun].xpos == "NNS" && hasSecond(noun + 1, in: sentence),
            Lexicon.isPersonNoun(sentence.tokens[noun].lemma), isNamePart(sentence.tokens[noun + 1]),
            Lexicon.calendarWord(sentence.tokens[noun + 1].form) == nil, isName(from: noun + 1, in: sentence),
            sentence.tokens[noun + 1].head == noun
                || sentence.tokens[noun + 1].relation == "appos"
                    && sentence.dominates(sentence.tokens[noun + 1].head, noun),
            ["appos", "flat", "nmod", "compound", "nmod:unmarked", "dep"].contains(sentence.tokens[noun + 1].relation)
        else { return nil }
        return noun..<noun + 1
    }

    /// "members Ana Holm and Jan Vos": a second name behind "and".
    private static func hasSecond(_ name: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[name].relation == "appos"
            && sentence.dependents(of: name).contains {
                sentence.tokens[$0].relation == "conj" && sentence.tokens[$0].upos == "PROPN"
            }
    }

    private static func words(_ range: Range<Int>, _ sentence: Sentence) -> String {
        var text = ""
        for token in range {
            let form = sentence.tokens[token].form
            text += text.isEmpty || form == "-" || text.hasSuffix("-") ? form : " " + form
        }
        return text
    }

    private static func isCapitalised(_ form: String) -> Bool { form.first?.isUppercase ?? false }

    private static func isNamePart(_ token: Token) -> Bool { token.upos == "PROPN" && isCapitalised(token.form) }

    /// Whether a run of capitalised words may be a person's name: "Prime Minister Office" and "President Street" are none.
    private static func isName(from start: Int, in sentence: Sentence) -> Bool {
        let end = nameEnd(from: start, in: sentence)
        let last = sentence.tokens[end - 1].form
        // "Jan Lane", "Ana Day": behind a given name what says event or street is a surname.
        let isSurname =
            end - start == 2 && Lexicon.givenName(sentence.tokens[start].form) != nil
            && !Lexicon.nameKeywords(last).contains { [.organization, .government, .armedGroup].contains($0) }
        if !isSurname, !Lexicon.nameKeywords(last).isEmpty { return false }
        if Lexicon.country(named: last) != nil { return false }
        if Lexicon.country(named: sentence.tokens[start..<end].map(\.form).joined(separator: " ")) != nil {
            return false
        }
        // "Secretary of State for Health", "President of Malta" have no name behind them; a possessive has its owner's.
        // "Deputy | Emergency Situations Minister Jan Vos": another title inside is no name's.
        if (start..<max(start, end - 1)).contains(where: {
            Lexicon.title(sentence.tokens[$0].form)?.isRole ?? false
                && Lexicon.givenName(sentence.tokens[$0].form) == nil
        }) {
            return false
        }
        return (start..<end).filter { isNamePart(sentence.tokens[$0]) }.count <= 4
    }

    /// Where a name ends that begins at a token: small words that surnames begin with go on ("Jan de Vos").
    private static func nameEnd(from start: Int, in sentence: Sentence) -> Int {
        var end = start
        while end < sentence.tokens.count {
            if isNamePart(sentence.tokens[end]) {
                end += 1
            } else if end > start, SentenceView.nameParticles.contains(sentence.tokens[end].form),
                end + 1 < sentence.tokens.count, isNamePart(sentence.tokens[end + 1]),
                sentence.tokens[end].upos == "PROPN" || sentence.tokens[end].relation == "flat"
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private static func mend(_ sentence: inout Sentence, title: Range<Int>, name: Int) {
        // The title's head is its first noun before "of", else its last word.
        let titleHead =
            title.first { $0 + 1 < title.upperBound && sentence.tokens[$0 + 1].form.lowercased() == "of" }
            ?? title.upperBound - 1
        // "chief executive Jan Vos": no adjective.
        if sentence.tokens[titleHead].upos == "ADJ", sentence.tokens[titleHead].form.lowercased() == "executive" {
            sentence.tokens[titleHead].upos = "NOUN"
            sentence.tokens[titleHead].xpos = "NN"
        }
        let end = nameEnd(from: name, in: sentence)
        let nameTokens = name..<end
        let group = title.lowerBound..<end
        // The group's place in the sentence: where its name hangs, else its title, unless that hangs below the group.
        let tops = group.filter { token in
            let head = sentence.tokens[token].head
            return !group.contains(head) && !group.contains { sentence.dominates($0, head) && $0 != token && head >= 0 }
        }
        // "the death of pioneer Ana Holm": where the name hangs above its own title, the title's place is right.
        let isAstray =
            sentence.tokens[name].relation == "appos" && sentence.tokens[titleHead].head != name
            && sentence.tokens[name].head != titleHead && sentence.dominates(sentence.tokens[name].head, titleHead)
        let ordered = isAstray ? [titleHead] : [name, titleHead].filter(tops.contains) + tops
        guard let top = ordered.first else { return }
        if tops.count == 1, top == name, sentence.tokens[titleHead].head == name,
            sentence.tokens[titleHead].relation == "nmod:desc",
            title.allSatisfy({ $0 == titleHead || sentence.dominates(titleHead, $0) }),
            !isRest(of: title, in: sentence)
        {
            return
        }
        var outer = (sentence.tokens[top].head, sentence.tokens[top].relation)
        joinBody(&sentence, before: title, titleHead: titleHead, outer: &outer)
        // What hangs on the group from outside: words before it belong to the title, the rest to the name.
        for token in sentence.tokens.indices where !group.contains(token) && group.contains(sentence.tokens[token].head)
        {
            let relation = sentence.tokens[token].relation
            let isTitles =
                token < title.lowerBound
                && ["amod", "det", "compound", "nmod:poss", "nmod", "nummod"].contains(relation)
            sentence.tokens[token].head = isTitles ? titleHead : name
        }
        sentence.tokens[name].head = outer.0
        sentence.tokens[name].relation = outer.1
        for token in nameTokens.dropFirst() {
            sentence.tokens[token].head = name
            sentence.tokens[token].relation = "flat"
        }
        sentence.tokens[titleHead].head = name
        sentence.tokens[titleHead].relation = "nmod:desc"
        for token in title where token != titleHead {
            if token < titleHead {
                sentence.tokens[token].head = titleHead
                sentence.tokens[token].relation = sentence.tokens[token].upos == "ADJ" ? "amod" : "compound"
            } else if sentence.tokens[token].form.lowercased() == "of" {
                sentence.tokens[token].head = title.upperBound - 1
                sentence.tokens[token].relation = "case"
            } else if token == title.upperBound - 1 {
                sentence.tokens[token].head = titleHead
                sentence.tokens[token].relation = "nmod"
            } else {
                sentence.tokens[token].head = title.upperBound - 1
                sentence.tokens[token].relation = "compound"
            }
        }
    }

    /// Whether the word before a title hangs on what the name hangs on: the body that the title is of.
    private static func isRest(of title: Range<Int>, in sentence: Sentence) -> Bool {
        let before = title.lowerBound - 1
        guard before >= 0, sentence.tokens[before].upos == "PROPN" else { return false }
        return sentence.tokens[before].head == sentence.tokens[title.upperBound].head
            && (sentence.tokens[before].relation == sentence.tokens[title.upperBound].relation
                || sentence.tokens[title.upperBound].relation == "appos")
    }

    /// "Harbour Research Institute Director Ana Holm": the body before the title belongs to the title.
    private static func joinBody(
        _ sentence: inout Sentence, before title: Range<Int>, titleHead: Int, outer: inout (Int, String)
    ) {
        var body = title.lowerBound - 1
        // "House of Commons Speaker Ana Holm": the whole name of the body.
        while body > 1, sentence.tokens[body].upos == "PROPN", sentence.tokens[body - 1].form == "of",
            sentence.tokens[body].relation == "nmod" && sentence.tokens[body].head == body - 2
                || sentence.tokens[body].relation == "compound" && sentence.tokens[body].head == titleHead
                    && outer.0 == body - 2,
            sentence.tokens[body - 2].upos == "PROPN"
        {
            // "Bank of Harland | Governor Ana Holm"
            sentence.tokens[body].head = body - 2
            sentence.tokens[body].relation = "nmod"
            body -= 2
        }
        // "Sao Paulo Governor Jan Vos": the name's first word is its head.
        while body > 0, sentence.tokens[body].relation == "flat", sentence.tokens[body].head == body - 1,
            isNamePart(sentence.tokens[body - 1])
        { body -= 1 }
        guard body >= 0, sentence.tokens[body].upos == "PROPN" || sentence.tokens[body].upos == "NOUN",
            Lexicon.calendarWord(sentence.tokens[body].form) == nil
        else { return }
        if outer.0 == body {
            outer = (sentence.tokens[body].head, sentence.tokens[body].relation)
        } else if sentence.tokens[body].head == outer.0, outer.1 == "appos",
            ["conj", "nsubj", "obj", "obl", "nmod"].contains(sentence.tokens[body].relation)
        {
            // "Ana Holm and | World Food Programme | chief Eva Borg": the body has the place of the whole.
            outer.1 = sentence.tokens[body].relation
            for token in sentence.dependents(of: body)
            where ["cc", "case", "punct"].contains(sentence.tokens[token].relation) {
                sentence.tokens[token].head = titleHead
            }
        } else if sentence.tokens[body].head != outer.0 || sentence.tokens[body].relation != outer.1 {
            return
        }
        sentence.tokens[body].head = titleHead
        sentence.tokens[body].relation = "compound"
    }
}
