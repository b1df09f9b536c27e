import English

/// "Song of the Harbour director Ana Holm", "the Lund to Malmo yacht race": a name of several words before a noun is one part of
/// its phrase.
///
/// Parsers hang the words before the small one on the verb, and those behind it on the noun.
enum InnerNameRepair {
    static func apply(to sentence: inout Sentence) {
        guard !SentenceView.isTitleCase(sentence.tokens) else { return }
        for token in sentence.tokens.indices.dropFirst().dropLast(2) {
            switch sentence.tokens[token].form {
            case "of": joinWork(token, &sentence)
            case "to": joinRoute(token, &sentence)
            default: break
            }
        }
    }

    /// "Song of the Harbour | director Ana Holm": capitals on both sides of "of", then a noun for a person and a person.
    private static func joinWork(_ of: Int, _ sentence: inout Sentence) {
        guard
            isName(of - 1, sentence) || of > 1 && isCapital(of - 1, sentence) && sentence.tokens[of - 1].upos == "NOUN"
        else { return }
        let behind = sentence.tokens[of + 1].form == "the" ? of + 2 : of + 1
        var end = behind
        while end < sentence.tokens.count, isCapital(end, sentence), sentence.tokens[end].upos != "PUNCT" { end += 1 }
        var noun = end
        while noun + 1 < sentence.tokens.count, noun < end + 3, isDescribing(noun, sentence),
            !isCapital(noun + 1, sentence)
        {
            noun += 1
        }
        let name = noun + 1
        guard end > behind, name < sentence.tokens.count,
            isCommon(noun, sentence) || sentence.tokens[noun].upos == "ADJ",
            isDescribing(noun, sentence), isCapital(name, sentence), sentence.tokens[name].upos == "PROPN",
            Lexicon.title(sentence.tokens[noun].form)?.isRole ?? Lexicon.isPersonNoun(sentence.tokens[noun].lemma)
                || sentence.tokens[noun].form == "executive"
        else { return }
        var first = of - 1
        while first > 0, isName(first - 1, sentence) { first -= 1 }
        // "the President of Harland captain Ana Holm": a title is somebody's.
        guard Lexicon.title(sentence.tokens[of - 1].form).map({ $0.kind == .noble }) ?? true,
            Lexicon.demonym(sentence.tokens[end - 1].form) == nil || sentence.tokens[of + 1].form == "the"
        else { return }
        let group = first..<name + 1
        guard let top = group.first(where: { !group.contains(sentence.tokens[$0].head) }),
            sentence.tokens[noun].relation != "nmod:desc" || sentence.tokens[first].head != noun
        else { return }
        let outer = sentence.tokens[top]
        guard !group.contains(where: { outer.head >= 0 && sentence.dominates($0, outer.head) }) else { return }
        for token in sentence.tokens.indices where !group.contains(token) && group.contains(sentence.tokens[token].head)
        {
            let isDescription =
                token < first && ["amod", "nummod", "nmod:poss"].contains(sentence.tokens[token].relation)
            sentence.tokens[token].head = isDescription ? noun : name
        }
        sentence.tokens[name].head = outer.head
        sentence.tokens[name].relation = outer.relation
        sentence.tokens[noun].head = name
        sentence.tokens[noun].relation = "nmod:desc"
        if sentence.tokens[noun].upos == "ADJ" {
            sentence.tokens[noun].upos = "NOUN"
            sentence.tokens[noun].xpos = "NN"
        }
        for token in end..<noun {
            sentence.tokens[token].head = noun
            sentence.tokens[token].relation = sentence.tokens[token].upos == "ADJ" ? "amod" : "compound"
        }
        makeName(first..<end, on: noun, &sentence)
    }

    /// A word of a role in small letters.
    private static func isDescribing(_ token: Int, _ sentence: Sentence) -> Bool {
        ["NOUN", "ADJ"].contains(sentence.tokens[token].upos) && !isCapital(token, sentence)
            && sentence.tokens[token].form.contains { $0.isLetter }
    }

    /// "the Lund to Malmo | yacht race": two places between an article and a noun for a way or a race.
    private static func joinRoute(_ to: Int, _ sentence: inout Sentence) {
        guard isName(to - 1, sentence), let noun = nounBehind(to, sentence),
            routes.contains(sentence.tokens[noun].lemma)
        else { return }
        var first = to - 1
        while first > 0, isName(first - 1, sentence) { first -= 1 }
        var before = first - 1
        while before >= 0, ["ADJ", "NUM"].contains(sentence.tokens[before].upos) { before -= 1 }
        guard before >= 0, ["DET", "PART", "PRON"].contains(sentence.tokens[before].upos) else { return }
        hang(first..<noun, to, on: noun, &sentence)
    }

    private static let routes: Set<String> = [
        "race", "marathon", "rally", "regatta", "railway", "line", "highway", "motorway", "road", "ferry", "train",
        "flight", "pipeline", "route", "link", "corridor", "walk", "ride", "service", "bus",
    ]

    /// The common noun behind the capitals that follow a small word, at most one other common noun between.
    private static func nounBehind(_ small: Int, _ sentence: Sentence) -> Int? {
        var at = small + 1
        if sentence.tokens[at].form == "the" { at += 1 }
        let start = at
        while at < sentence.tokens.count, isName(at, sentence) { at += 1 }
        guard at > start, at < sentence.tokens.count, isCommon(at, sentence) else { return nil }
        if at + 1 < sentence.tokens.count, isCommon(at + 1, sentence), sentence.tokens[at].head == at + 1 { at += 1 }
        return at
    }

    /// Makes the words before a noun parts of it; the noun takes the place that the first of them had.
    private static func hang(_ words: Range<Int>, _ to: Int, on noun: Int, _ sentence: inout Sentence) {
        let group = words.lowerBound..<noun + 1
        guard let top = group.first(where: { !group.contains(sentence.tokens[$0].head) }) else { return }
        let outer = sentence.tokens[top]
        guard !group.contains(where: { outer.head >= 0 && sentence.dominates($0, outer.head) }) else { return }
        for token in sentence.tokens.indices where !group.contains(token) && words.contains(sentence.tokens[token].head)
        {
            sentence.tokens[token].head = noun
        }
        sentence.tokens[noun].head = outer.head
        sentence.tokens[noun].relation = outer.relation
        var end = words.upperBound
        while end > words.lowerBound, isCommon(end - 1, sentence) { end -= 1 }
        for token in end..<words.upperBound {
            sentence.tokens[token].head = noun
            sentence.tokens[token].relation = "compound"
        }
        // Two names, each of its own.
        for token in words.lowerBound..<to {
            sentence.tokens[token].head = token == to - 1 ? noun : to - 1
            sentence.tokens[token].relation = "compound"
        }
        for token in to..<end {
            sentence.tokens[token].head = token == end - 1 ? to - 1 : end - 1
            sentence.tokens[token].relation = token == end - 1 ? "nmod" : token == to ? "case" : "compound"
        }
    }

    /// One name that hangs on a noun behind it, small words and all.
    private static func makeName(_ words: Range<Int>, on noun: Int, _ sentence: inout Sentence) {
        for token in words {
            sentence.tokens[token].head = token == words.lowerBound ? noun : words.lowerBound
            sentence.tokens[token].relation = token == words.lowerBound ? "compound" : "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
    }

    private static func isCapital(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    private static func isCommon(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "NOUN" && sentence.tokens[token].form.first?.isLowercase ?? false
    }

    private static func isName(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "PROPN"
            && isCapital(token, sentence)
            && Lexicon.calendarWord(sentence.tokens[token].form) == nil
    }
}
