import English

/// "the Organisation for Economic Co-operation and Development", "Harland Fire and Rescue", "Doctors Without Borders", "Islamic
/// State of Iraq and the Levant": names of bodies that hold small words.
enum BodyNameRepair {
    static func apply(to sentence: inout Sentence) {
        guard !SentenceView.isTitleCase(sentence.tokens) else { return }
        for token in sentence.tokens.indices.dropFirst().dropLast() {
            joinPurposes(token, &sentence)
            joinPeople(token, &sentence)
            joinKnown(token, &sentence)
            joinServices(token, &sentence)
            joinPartners(token, &sentence)
            joinOffice(token, &sentence)
            joinCommittee(token, &sentence)
        }
        for token in sentence.tokens.indices.dropLast(2) { joinNationality(token, &sentence) }
    }

    /// "Centers for Disease Control and Prevention": what is joined by "and" to what a body is for is a part of its name.
    private static func joinPurposes(_ preposition: Int, _ sentence: inout Sentence) {
        guard ["for", "of", "on"].contains(sentence.tokens[preposition].form), isCapital(preposition - 1, sentence),
            isKeyword(sentence.tokens[preposition - 1].form), isCapital(preposition + 1, sentence)
        else { return }
        var end = preposition + 1
        while end + 1 < sentence.tokens.count, isPart(end + 1, sentence) { end += 1 }
        guard end + 2 < sentence.tokens.count, ["and", "&"].contains(sentence.tokens[end + 1].form),
            isPart(end + 2, sentence), isCommon(end, sentence), isCommon(end + 2, sentence)
        else { return }
        var last = end + 2
        while last + 1 < sentence.tokens.count, isPart(last + 1, sentence),
            Lexicon.title(sentence.tokens[last + 1].form) == nil
        {
            last += 1
        }
        joinPlace(behind: last, &sentence)
        guard !isKeyword(sentence.tokens[last].form), sentence.tokens[end + 2].form.last != "s" || last == end + 2,
            Lexicon.title(sentence.tokens[last].form) == nil
        else { return }
        let group = preposition + 1..<last + 1
        // The first part hangs on the keyword; the second on it or on the keyword.
        let keyword = preposition - 1
        guard let top = group.first(where: { !group.contains(sentence.tokens[$0].head) }), top <= end,
            group.allSatisfy({
                group.contains(sentence.tokens[$0].head) || sentence.dominates(keyword, $0) || $0 == top
            })
        else { return }
        let outer = sentence.tokens[top]
        guard outer.head >= 0, !group.contains(outer.head), outer.head != preposition else { return }
        for token in sentence.tokens.indices where !group.contains(token) && group.contains(sentence.tokens[token].head)
        {
            sentence.tokens[token].head = last
        }
        sentence.tokens[last].head = outer.head
        sentence.tokens[last].relation = outer.relation
        makeName(last, &sentence)
        for token in group where token != last {
            sentence.tokens[token].head = last
            sentence.tokens[token].relation = "compound"
        }
    }

    /// "Organization for Security and Co-operation | in Europe": where the members are.
    private static func joinPlace(behind last: Int, _ sentence: inout Sentence) {
        guard last + 2 < sentence.tokens.count, sentence.tokens[last + 1].form == "in", isCapital(last + 2, sentence),
            ["Cooperation", "Co-operation"].contains(sentence.tokens[last].form)
        else { return }
        let place = last + 2
        guard !sentence.dominates(place, last) else { return }
        // What is joined to the place is joined to the whole.
        for token in sentence.dependents(of: place) where sentence.tokens[token].relation == "conj" {
            var top = last
            while sentence.tokens[top].head >= 0, sentence.tokens[top].head < top { top = sentence.tokens[top].head }
            sentence.tokens[token].head = top
        }
        for token in [last + 1, place] {
            sentence.tokens[token].head = last
            sentence.tokens[token].relation = "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
    }

    /// "Doctors Without Borders", "Women for Harland First": a people's plural with a capital, a small word and more capitals.
    private static func joinPeople(_ preposition: Int, _ sentence: inout Sentence) {
        let people = preposition - 1
        let word = sentence.tokens[people].form
        guard ["for", "without", "against"].contains(sentence.tokens[preposition].form.lowercased()),
            isCapital(people, sentence), isCapital(preposition + 1, sentence),
            ["NNS", "NNPS"].contains(sentence.tokens[people].xpos),
            [.person, .people].contains(Lexicon.nounClass(sentence.tokens[people].lemma.lowercased())),
            Lexicon.demonym(word) == nil, !isStart(people, sentence) || isCapital(preposition, sentence),
            people == 0 || !isCapital(people - 1, sentence) || isStart(people - 1, sentence)
        else { return }
        var last = preposition + 1
        while last + 1 < sentence.tokens.count, isCapital(last + 1, sentence),
            ["PROPN", "NOUN", "ADJ", "ADV", "NUM"].contains(sentence.tokens[last + 1].upos)
        {
            last += 1
        }
        let group = people..<last + 1
        let tops = group.filter { !group.contains(sentence.tokens[$0].head) }
        guard tops.contains(people) else { return }
        guard !tops.contains(where: { $0 != people && sentence.dominates($0, sentence.tokens[people].head) }) else {
            return
        }
        for token in sentence.tokens.indices where !group.contains(token) && group.contains(sentence.tokens[token].head)
        {
            sentence.tokens[token].head = people
        }
        makeName(people, &sentence)
        for token in group where token != people {
            sentence.tokens[token].head = people
            sentence.tokens[token].relation = "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
    }

    /// "Islamic State of Iraq and the Levant", "Bosnia and Herzegovina": a table knows the whole as one name.
    private static func joinKnown(_ and: Int, _ sentence: inout Sentence) {
        guard sentence.tokens[and].form == "and" else { return }
        let next = sentence.tokens[and + 1].form.lowercased() == "the" ? and + 2 : and + 1
        guard next < sentence.tokens.count, isCapital(next, sentence), isCapital(and - 1, sentence) else { return }
        for end in next..<min(next + 3, sentence.tokens.count) {
            for start in stride(from: and - 1, through: max(0, and - 6), by: -1)
            where isCapital(start, sentence) && sentence.tokens[start].form.lowercased() != "the" {
                let words = sentence.tokens[start..<end + 1].map(\.form).joined(separator: " ")
                guard
                    Lexicon.country(named: words) != nil || Lexicon.instanceClasses(words).first == .organization
                        || Lexicon.instanceClasses(words.replacing(" and ", with: " & ")).first == .organization
                else { continue }
                let group = and - 1..<end + 1
                let (first, last) = (and - 1, end)
                guard sentence.tokens[last].relation == "conj" || sentence.tokens[next].relation == "conj",
                    !sentence.dominates(last, first)
                else { return }
                for token in sentence.tokens.indices
                where !group.contains(token) && group.contains(sentence.tokens[token].head) && token > end {
                    sentence.tokens[token].head = first
                }
                for token in group where token != first {
                    sentence.tokens[token].head = first
                    sentence.tokens[token].relation = "flat"
                    sentence.tokens[token].upos = "PROPN"
                    sentence.tokens[token].xpos = "NNP"
                }
                return
            }
        }
    }

    /// "European | Central Bank chief", "Philippine | Red Cross chair": the adjective is the body's, not its chief's.
    private static func joinNationality(_ token: Int, _ sentence: inout Sentence) {
        let noun = sentence.tokens[token].head
        guard sentence.tokens[token].relation == "amod", Lexicon.demonym(sentence.tokens[token].form) != nil,
            noun > token + 1, noun <= token + 5, isCapital(token, sentence)
        else { return }
        // A run of capitals that ends in a keyword before the noun.
        var last = token
        while last + 1 < noun, isCapital(last + 1, sentence),
            ["PROPN", "NOUN", "ADJ"].contains(sentence.tokens[last + 1].upos),
            Lexicon.title(sentence.tokens[last + 1].form) == nil
        {
            last += 1
        }
        guard last > token, sentence.tokens[last].head == noun, sentence.tokens[last].relation == "compound",
            (token + 1...last).allSatisfy({ isCommon($0, sentence) || sentence.tokens[$0].upos == "ADJ" })
        else { return }
        let two = last > token + 1 ? sentence.tokens[last - 1].form + " " + sentence.tokens[last].form : ""
        guard isKeyword(sentence.tokens[last].form) || !Lexicon.nameKeywords(two).isEmpty else { return }
        for part in token..<last where sentence.tokens[part].head == noun { sentence.tokens[part].head = last }
    }

    /// "Harland Fire and Rescue", "Holm Parks and Recreation": two common words with capitals behind a name word, and no article.
    private static func joinServices(_ and: Int, _ sentence: inout Sentence) {
        guard sentence.tokens[and].form == "and", and > 1, isCapital(and - 2, sentence),
            services[sentence.tokens[and - 1].form] == sentence.tokens[and + 1].form,
            sentence.tokens[and + 1].relation == "conj"
        else { return }
        let first = and - 1
        for token in sentence.tokens.indices where sentence.tokens[token].head == and + 1 && token != and {
            sentence.tokens[token].head = first
        }
        for token in [and, and + 1] {
            sentence.tokens[token].head = first
            sentence.tokens[token].relation = "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
    }

    /// "Holm and Partners", "Vos and Sons": what firms are called.
    private static func joinPartners(_ and: Int, _ sentence: inout Sentence) {
        let (first, last) = (and - 1, and + 1)
        guard ["and", "&"].contains(sentence.tokens[and].form), isCapital(first, sentence),
            ["Partners", "Sons", "Co", "Co.", "Company", "Associates", "Brothers", "Daughters"].contains(
                sentence.tokens[last].form),
            sentence.tokens[first].upos == "PROPN", ["conj", "flat"].contains(sentence.tokens[last].relation),
            sentence.tokens[last].head <= first
        else { return }
        for token in sentence.dependents(of: last) where token != and { sentence.tokens[token].head = first }
        for token in [and, last] {
            sentence.tokens[token].head = first
            sentence.tokens[token].relation = "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
    }

    /// "Office of Works and Trade director | Ana Holm": the noun behind the body's name is joined to no part of it.
    private static func joinOffice(_ of: Int, _ sentence: inout Sentence) {
        let (keyword, noun) = (of - 1, of + 4)
        guard sentence.tokens[of].form == "of", noun < sentence.tokens.count, isCapital(keyword, sentence),
            isKeyword(sentence.tokens[keyword].form), ["and", "&"].contains(sentence.tokens[of + 2].form),
            isCapital(of + 1, sentence), isCapital(of + 3, sentence), isCommon(of + 1, sentence),
            isCommon(of + 3, sentence), sentence.tokens[noun].upos == "NOUN", !isCapital(noun, sentence),
            Lexicon.isPersonNoun(sentence.tokens[noun].lemma), sentence.tokens[noun].head == keyword
        else { return }
        let outer = sentence.tokens[keyword]
        for token in sentence.dependents(of: keyword) where token > noun || sentence.tokens[token].relation == "cc" {
            sentence.tokens[token].head = noun
        }
        sentence.tokens[noun].head = outer.head
        sentence.tokens[noun].relation = outer.relation
        sentence.tokens[keyword].head = noun
        sentence.tokens[keyword].relation = "compound"
        sentence.tokens[keyword].upos = "PROPN"
        sentence.tokens[keyword].xpos = "NNP"
        for token in of..<noun {
            sentence.tokens[token].head = keyword
            sentence.tokens[token].relation = "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
    }

    /// "the House of Representatives | Permanent Select Committee on Trade": a committee of the house.
    private static func joinCommittee(_ of: Int, _ sentence: inout Sentence) {
        let (house, members) = (of - 1, of + 1)
        guard sentence.tokens[of].form == "of", sentence.tokens[house].form == "House",
            members + 1 < sentence.tokens.count,
            ["Representatives", "Commons", "Lords", "Delegates"].contains(sentence.tokens[members].form)
        else { return }
        var last = members
        while last + 1 < sentence.tokens.count, isPart(last + 1, sentence), last < members + 5,
            !["Committee", "Subcommittee"].contains(sentence.tokens[last].form)
        {
            last += 1
        }
        guard last > members, ["Committee", "Subcommittee"].contains(sentence.tokens[last].form),
            !sentence.dominates(last, house)
        else { return }
        for token in members + 1...last {
            sentence.tokens[token].head = house
            sentence.tokens[token].relation = "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
    }

    private static let services: [String: String] = [
        "Fire": "Rescue", "Parks": "Recreation", "Search": "Rescue", "Health": "Safety", "Arts": "Culture",
        "Water": "Power", "Gas": "Electric",
    ]

    private static func makeName(_ token: Int, _ sentence: inout Sentence) {
        guard sentence.tokens[token].upos != "PROPN" else { return }
        sentence.tokens[token].upos = "PROPN"
        sentence.tokens[token].xpos = sentence.tokens[token].xpos == "NNS" ? "NNPS" : "NNP"
    }

    private static func isKeyword(_ form: String) -> Bool {
        let word = form.lowercased()
        let forms = word.hasSuffix("s") ? [word, String(word.dropLast())] : [word]
        return forms.contains {
            Lexicon.contains($0, in: .nameBeforeOf)
                || Lexicon.nameKeywords($0).contains { ![.product, .award, .work, .event].contains($0) }
        }
    }

    /// A word of a name that is a common word as well.
    private static func isCommon(_ token: Int, _ sentence: Sentence) -> Bool {
        let form = sentence.tokens[token].form
        let word = form.lowercased()
        let forms = word.hasSuffix("s") ? [word, String(word.dropLast())] : [word]
        return forms.contains { Lexicon.nounClass($0) != nil } && Lexicon.country(named: form) == nil
            && Lexicon.city(named: form) == nil && Lexicon.givenName(form) == nil && Lexicon.title(form) == nil
    }

    private static func isPart(_ token: Int, _ sentence: Sentence) -> Bool {
        isCapital(token, sentence) && ["PROPN", "NOUN", "ADJ"].contains(sentence.tokens[token].upos)
            && Lexicon.calendarWord(sentence.tokens[token].form) == nil
            && Lexicon.demonym(sentence.tokens[token].form) == nil
    }

    private static func isStart(_ token: Int, _ sentence: Sentence) -> Bool {
        !sentence.tokens[..<token].contains { $0.form.contains { $0.isLetter } }
    }

    private static func isCapital(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }
}
