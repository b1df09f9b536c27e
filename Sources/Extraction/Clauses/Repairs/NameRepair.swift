import English

/// "welcomed by Transparency International", "the American Civil Liberties Union of Harland": a name is one phrase.
///
/// Parsers hang the parts of an unknown name on different words. Mended is what the words themselves decide: a given name and the
/// surname behind it, name words of which one hangs loosely on the other, a keyword of bodies behind the words that it belongs to,
/// and "of" with a name behind such a keyword.
enum NameRepair {
    static func apply(to sentence: inout Sentence) {
        guard !SentenceView.isTitleCase(sentence.tokens) else { return }
        joinHyphenated(&sentence)
        joinHyphenatedKeyword(&sentence)
        joinNeighbours(&sentence)
        joinKeywords(&sentence)
        joinCoordinated(&sentence)
        joinOfCompounds(&sentence)
        joinOfPhrases(&sentence)
    }

    /// "Unity Party of America nominee", "Bank of Malta governor": the name behind "of" belongs to the keyword before it, and
    /// not to the noun behind it.
    private static func joinOfCompounds(_ sentence: inout Sentence) {
        for of in sentence.tokens.indices.dropFirst().dropLast(2) where sentence.tokens[of].form == "of" {
            let (keyword, name) = (of - 1, of + 1)
            guard isNameWord(keyword, sentence), isNameWord(name, sentence),
                sentence.tokens[name].relation == "compound", sentence.tokens[name].head > name,
                ["NOUN", "ADJ"].contains(sentence.tokens[name + 1].upos),
                isBodyKeyword(sentence.tokens[keyword].form), sentence.tokens[of].head != keyword,
                sentence.end(of: name) == name, !sentence.dominates(name, keyword)
            else { continue }
            sentence.tokens[name].head = keyword
            sentence.tokens[name].relation = "nmod"
            sentence.tokens[of].head = name
            sentence.tokens[of].relation = "case"
        }
    }

    /// "Park Won-soon": a capital and a small part with a hyphen behind a name word; no "Harland-based", no "Holm-led".
    private static func joinHyphenated(_ sentence: inout Sentence) {
        for hyphen in sentence.tokens.indices where sentence.tokens[hyphen].form == "-" {
            if joinGivenName(hyphen, &sentence) { continue }
            guard hyphen > 1, hyphen + 1 < sentence.tokens.count, isNameWord(hyphen - 2, sentence),
                isCapitalised(hyphen - 1, sentence), isGlued(hyphen, sentence), isGlued(hyphen + 1, sentence)
            else { continue }
            let (first, second) = (sentence.tokens[hyphen - 1].form, sentence.tokens[hyphen + 1].form)
            guard first.utf8.count <= 6, second.utf8.count <= 6, second.first?.isLowercase == true,
                isNoSuffix(second) || surnames.contains(sentence.tokens[hyphen - 2].form),
                sentence.tokens[hyphen - 2].range.upperBound < sentence.tokens[hyphen - 1].range.lowerBound
            else { continue }
            let parts = hyphen - 1..<hyphen + 2
            let head = hyphen - 2
            let tops = parts.filter { !parts.contains(sentence.tokens[$0].head) }
            // A verb made of the given name may have become the sentence's root: then the surname takes its place.
            let top = tops.first { sentence.dominates($0, head) } ?? tops.first
            guard let top else { continue }
            let outer = sentence.tokens[top]
            for token in sentence.tokens.indices
            where !parts.contains(token) && parts.contains(sentence.tokens[token].head) {
                sentence.tokens[token].head = head
            }
            if sentence.tokens[head].head == head || parts.contains(sentence.tokens[head].head) || outer.head < 0 {
                sentence.tokens[head].head = outer.head
                sentence.tokens[head].relation = outer.relation
            }
            for part in parts {
                sentence.tokens[part].head = head
                sentence.tokens[part].relation = part == hyphen ? "punct" : "flat"
                if part != hyphen {
                    sentence.tokens[part].upos = "PROPN"
                    sentence.tokens[part].xpos = "NNP"
                }
            }
        }
    }

    /// "Man-kei Okoro": a capital, a hyphen and a small part before a surname.
    private static func joinGivenName(_ hyphen: Int, _ sentence: inout Sentence) -> Bool {
        guard hyphen > 0, hyphen + 2 < sentence.tokens.count, isNameWord(hyphen - 1, sentence),
            hyphen == 1 || !isNameWord(hyphen - 2, sentence) || isApart(hyphen - 2, hyphen - 1, sentence)
                || !Lexicon.nameKeywords(sentence.tokens[hyphen - 2].form).isEmpty,
            isGlued(hyphen, sentence), isGlued(hyphen + 1, sentence), isNameWord(hyphen + 2, sentence),
            sentence.tokens[hyphen + 2].range.lowerBound > sentence.tokens[hyphen + 1].range.upperBound
        else { return false }
        let (first, second) = (sentence.tokens[hyphen - 1].form, sentence.tokens[hyphen + 1].form)
        guard first.utf8.count <= 6, second.utf8.count <= 6, second.first?.isLowercase == true, isNoSuffix(second),
            Lexicon.nounClass(second) == nil, Lexicon.nameKeywords(sentence.tokens[hyphen + 2].form).isEmpty,
            Lexicon.country(named: first) == nil, Lexicon.demonym(first) == nil
        else { return false }
        let group = hyphen - 1..<hyphen + 3
        makeOne(group, last: hyphen - 1, &sentence)
        for part in group {
            if part > hyphen - 1 { sentence.tokens[part].relation = part == hyphen ? "punct" : "flat" }
            if part != hyphen {
                sentence.tokens[part].upos = "PROPN"
                sentence.tokens[part].xpos = "NNP"
            }
        }
        return true
    }

    /// "Export–Import Bank": words with a hyphen between them before a keyword are parts of its name.
    private static func joinHyphenatedKeyword(_ sentence: inout Sentence) {
        for hyphen in sentence.tokens.indices where ["-", "–"].contains(sentence.tokens[hyphen].form) {
            let keyword = hyphen + 2
            guard hyphen > 0, keyword < sentence.tokens.count, isNameWord(hyphen - 1, sentence),
                isNameWord(hyphen + 1, sentence), isNameWord(keyword, sentence), isGlued(hyphen, sentence),
                isGlued(hyphen + 1, sentence), isBodyKeyword(sentence.tokens[keyword].form),
                isCommonWord(hyphen - 1, sentence), isCommonWord(hyphen + 1, sentence)
            else { continue }
            let group = start(ofRunEndingAt: hyphen - 1, sentence)..<keyword + 1
            makeOne(group, last: keyword, &sentence)
        }
    }

    /// Makes the words of a group parts of the name that ends in its last; the group's place is its highest word's.
    private static func makeOne(_ group: Range<Int>, last: Int, _ sentence: inout Sentence) {
        let tops = group.filter { !group.contains(sentence.tokens[$0].head) }
        guard let top = tops.first(where: { sentence.tokens[$0].relation != "cc" }) else { return }
        let outer = sentence.tokens[top]
        guard !tops.contains(where: { outer.head >= 0 && sentence.dominates($0, outer.head) }) else { return }
        for token in sentence.tokens.indices
        where !group.contains(token) && group.contains(sentence.tokens[token].head) {
            sentence.tokens[token].head = last
        }
        sentence.tokens[last].head = outer.head
        sentence.tokens[last].relation = outer.relation
        for token in group where token != last {
            sentence.tokens[token].head = last
            sentence.tokens[token].relation = "compound"
        }
    }

    /// Small words behind a hyphen that describe the name before it.
    private static let suffixes: Set<String> = [
        "led", "born", "made", "run", "held", "wide", "long", "style", "era", "free", "like", "only", "old", "grown",
        "sent", "hit",
        "won", "elect", "bound", "built", "area", "time", "class", "level", "type", "wing", "side", "day", "year",
        "in-law", "turned",
    ]

    /// Surnames that stand before given names with a hyphen, whose second part may look like a word: "Park Ji-young".
    private static let surnames: Set<String> = [
        "Kim", "Lee", "Park", "Choi", "Jung", "Jeong", "Kang", "Cho", "Yoon", "Jang", "Lim", "Han", "Shin", "Seo",
        "Kwon",
        "Hwang", "Ahn", "Song", "Hong", "Moon", "Oh", "Bae", "Baek", "Nam", "Noh", "Roh", "Ryu", "Yang", "Son", "Ko",
        "Rhee", "Yi", "Chung", "Chang", "Yoo", "Woo", "Ha", "Heo", "Huh", "Kwak", "Sung", "Cha", "Min", "Jin", "Ma",
    ]

    private static func isNoSuffix(_ word: String) -> Bool {
        !suffixes.contains(word) && !word.hasSuffix("ed") && !word.hasSuffix("ing")
            && (word.utf8.count <= 4 || Lexicon.nounClass(word) == nil)
    }

    private static func isGlued(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].range.lowerBound == sentence.tokens[token - 1].range.upperBound
    }

    /// "Cyclone Okoro": the second hangs on the first as an apposition without a comma, or the first on the second as anything but
    /// a part of its name; "Ada | Okoro": a given name and a name word that hang on different words.
    private static func joinNeighbours(_ sentence: inout Sentence) {
        let loose: Set<String> = [
            "appos", "nmod", "nmod:unmarked", "dep", "list", "parataxis", "obl:unmarked", "orphan",
        ]
        for right in sentence.tokens.indices.dropFirst() {
            let left = right - 1
            guard isNameWord(left, sentence), isNameWord(right, sentence), !isApart(left, right, sentence) else {
                continue
            }
            if sentence.tokens[right].head == left {
                guard loose.contains(sentence.tokens[right].relation), !hasOwnPhrase(right, sentence) else { continue }
                sentence.tokens[right].relation = "flat"
            } else if sentence.tokens[left].head == right {
                guard loose.contains(sentence.tokens[left].relation), !hasOwnPhrase(left, sentence) else { continue }
                sentence.tokens[left].relation = "compound"
            } else if Lexicon.givenName(sentence.tokens[left].form) != nil,
                Lexicon.nameKeywords(sentence.tokens[right].form).isEmpty,
                left == 0 || !isNameWord(left - 1, sentence), !hasOwnPhrase(right, sentence)
            {
                join(left..<left + 1, with: right, head: left, &sentence)
            }
        }
    }

    /// "Civil Liberties | Union", "Transparency | International": the run's last word says what the whole is.
    private static func joinKeywords(_ sentence: inout Sentence) {
        for right in sentence.tokens.indices.dropFirst() {
            let left = right - 1
            guard isNameWord(left, sentence), isNameWord(right, sentence), !isApart(left, right, sentence),
                isBodyKeyword(sentence.tokens[right].form),
                right + 1 == sentence.tokens.count || !isNameWord(right + 1, sentence)
                    || Lexicon.title(sentence.tokens[right + 1].form)?.isRole ?? false
            else { continue }
            guard sentence.tokens[left].head != right, sentence.tokens[right].head != left,
                !hasOwnPhrase(right, sentence)
            else {
                continue
            }
            let run = start(ofRunEndingAt: left, sentence)..<right
            // A place or a person by itself needs no keyword of another's.
            let words = sentence.tokens[run].map(\.form).joined(separator: " ")
            guard Lexicon.country(named: words) == nil, Lexicon.city(named: words) == nil else { continue }
            join(run, with: right, head: right, &sentence)
        }
    }

    /// "the Securities and Exchange Commission", "the Oversight and Reform Committee": words joined by "and" before one keyword.
    private static func joinCoordinated(_ sentence: inout Sentence) {
        for and in sentence.tokens.indices where ["and", "&"].contains(sentence.tokens[and].form) && and > 0 {
            guard isNamePart(and - 1, sentence), isCommonWord(and - 1, sentence), and + 2 < sentence.tokens.count,
                isNamePart(and + 1, sentence), isCommonWord(and + 1, sentence)
            else { continue }
            var last = and + 1
            while last + 1 < sentence.tokens.count, isNamePart(last + 1, sentence), !isApart(last, last + 1, sentence) {
                last += 1
            }
            var begin = start(ofRunEndingAt: and - 1, sentence)
            // "Educational, Scientific and Cultural Organization"
            if begin > 2, begin == and - 1, sentence.tokens[begin - 1].form == ",", isNamePart(begin - 2, sentence),
                isCommonWord(begin - 2, sentence), !isBodyKeyword(sentence.tokens[begin - 2].form)
            {
                begin -= 2
            }
            let before = sentence.tokens[and - 1].form
            // "Police and Crime Commissioner Ana Holm": the words before a title that a name follows.
            let title = last + 1
            if title + 1 < sentence.tokens.count, isNameWord(title, sentence),
                Lexicon.title(sentence.tokens[title].form)?.isRole ?? false,
                Lexicon.givenName(sentence.tokens[title + 1].form) != nil, begin == and - 1,
                Lexicon.title(before) == nil, Lexicon.givenName(before) == nil
            {
                makeOne(begin..<title + 1, last: title, &sentence)
                continue
            }
            // "the Ministry of Health and Social Affairs": behind "of" and a keyword, words joined by "and".
            if begin > 1, sentence.tokens[begin - 1].form == "of", isNameWord(begin - 2, sentence),
                Lexicon.contains(sentence.tokens[begin - 2].form.lowercased(), in: .nameBeforeOf)
                    || isBodyKeyword(sentence.tokens[begin - 2].form),
                !isBodyKeyword(sentence.tokens[last].form), (and + 1...last).allSatisfy({ isCommonWord($0, sentence) })
            {
                makeOne(begin..<last + 1, last: last, &sentence)
                if sentence.tokens[last].upos == "NOUN" {
                    sentence.tokens[last].upos = "PROPN"
                    sentence.tokens[last].xpos = sentence.tokens[last].xpos == "NNS" ? "NNPS" : "NNP"
                }
                continue
            }
            guard last > and + 1, isBodyKeyword(sentence.tokens[last].form) else { continue }
            // "the Ministry and Reform Commission" are two.
            let isBody = Lexicon.nameKeywords(before).contains { [.organization, .government].contains($0) }
            guard !isBody || before.hasSuffix("s") else { continue }
            makeOne(begin..<last + 1, last: last, &sentence)
        }
    }

    /// "the University | of Leeds": a word that stands before "of" in names, and a name behind it.
    private static func joinOfPhrases(_ sentence: inout Sentence) {
        for of in sentence.tokens.indices
        where of > 0 && ["of", "on"].contains(sentence.tokens[of].form) && sentence.tokens[of].relation == "case" {
            let keyword = of - 1
            let name = sentence.tokens[of].head
            // "the Commission on Civil Rights", but "met the Commission on Monday".
            guard
                sentence.tokens[of].form == "of"
                    || NameSpans.isWithTopic(sentence.tokens[keyword].form)
                        && Lexicon.calendarWord(sentence.tokens[name].form) == nil
            else { continue }
            guard isNameWord(keyword, sentence), name > of, sentence.tokens[name].upos == "PROPN",
                isCapitalised(name, sentence),
                Lexicon.contains(sentence.tokens[keyword].form.lowercased(), in: .nameBeforeOf)
                    || isBodyKeyword(sentence.tokens[keyword].form)
            else { continue }
            // The head of the keyword's name: up while a name word modifies a name word.
            var top = keyword
            while sentence.tokens[top].head >= 0, isNameWord(sentence.tokens[top].head, sentence),
                ["compound", "flat", "amod"].contains(sentence.tokens[top].relation)
            {
                top = sentence.tokens[top].head
            }
            let head = sentence.tokens[name].head
            guard top <= keyword, head != top && head != keyword || sentence.tokens[name].relation == "conj",
                !sentence.dominates(name, top)
            else { continue }
            // Nothing but the name's own words between "of" and it.
            guard (of + 1..<name).allSatisfy({ sentence.dominates(name, $0) }),
                ["obl", "nmod", "obl:agent", "dep", "advcl", "conj"].contains(sentence.tokens[name].relation)
            else { continue }
            sentence.tokens[name].head = top
            sentence.tokens[name].relation = "nmod"
        }
    }

    /// Makes one name of a run and the word behind it; the whole takes the place of whichever stood higher.
    private static func join(_ run: Range<Int>, with right: Int, head: Int, _ sentence: inout Sentence) {
        let tops = run.filter { !run.contains(sentence.tokens[$0].head) }
        guard let top = tops.first, tops.count == 1 else { return }
        let isRightAbove = sentence.dominates(right, top)
        // Two places in the sentence at once: the first one's counts, unless it hangs below the second.
        let outer = isRightAbove ? sentence.tokens[right] : sentence.tokens[top]
        guard outer.head < 0 || !run.contains(outer.head) && outer.head != right else { return }
        let other = head == right ? top : right
        guard outer.head < 0 || !sentence.dominates(other, outer.head) && !sentence.dominates(head, outer.head) else {
            return
        }
        for token in sentence.tokens.indices
        where sentence.tokens[token].head == other && !run.contains(token) && token != right {
            sentence.tokens[token].head = head
        }
        sentence.tokens[head].head = outer.head
        sentence.tokens[head].relation = outer.relation
        sentence.tokens[other].head = head
        sentence.tokens[other].relation = head == right ? "compound" : "flat"
    }

    private static func start(ofRunEndingAt end: Int, _ sentence: Sentence) -> Int {
        var start = end
        while start > 0, isNameWord(start - 1, sentence), !isApart(start - 1, start, sentence) { start -= 1 }
        return start
    }

    private static func isCapitalised(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    private static func isNameWord(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "PROPN" && isCapitalised(token, sentence)
            && Lexicon.calendarWord(sentence.tokens[token].form) == nil
    }

    /// A word with a capital inside a sentence that may be a part of a name, whatever its tag.
    private static func isNamePart(_ token: Int, _ sentence: Sentence) -> Bool {
        guard !isNameWord(token, sentence) else { return true }
        return token > 0 && isCapitalised(token, sentence) && ["ADJ", "NOUN"].contains(sentence.tokens[token].upos)
            && Lexicon.calendarWord(sentence.tokens[token].form) == nil
            && Lexicon.demonym(sentence.tokens[token].form) == nil
    }

    /// A word of a name that is a common word as well, and nobody's given name and no place.
    private static func isCommonWord(_ token: Int, _ sentence: Sentence) -> Bool {
        let form = sentence.tokens[token].form
        let word = form.lowercased()
        var forms = [word]
        if word.hasSuffix("ies") {
            forms.append(word.dropLast(3) + "y")
        } else if word.hasSuffix("s") {
            forms.append(String(word.dropLast()))
        }
        guard
            forms.contains(where: { Lexicon.nounClass($0) != nil })
                || ["ic", "al", "ous", "ive"].contains(where: { word.hasSuffix($0) })
        else {
            return false
        }
        return Lexicon.country(named: form) == nil && Lexicon.city(named: form) == nil
    }

    /// Two name words of two names: a country or a nationality before, or a title before or behind.
    private static func isApart(_ left: Int, _ right: Int, _ sentence: Sentence) -> Bool {
        let (one, other) = (sentence.tokens[left].form, sentence.tokens[right].form)
        return Lexicon.country(named: one) != nil || Lexicon.demonym(one) != nil || Lexicon.title(one) != nil
            || Lexicon.title(other) != nil || Lexicon.country(named: other) != nil
            || sentence.tokens[left].relation == "nmod:desc" || sentence.tokens[right].relation == "nmod:desc"
    }

    /// Whether a word has an article, a preposition or a possessive ending of its own.
    private static func hasOwnPhrase(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens.contains {
            $0.head == token && ["det", "case", "nmod:poss", "cop", "cc"].contains($0.relation)
        }
    }

    private static func isBodyKeyword(_ form: String) -> Bool {
        Lexicon.nameKeywords(form).contains { ![.product, .award, .work].contains($0) }
    }
}
