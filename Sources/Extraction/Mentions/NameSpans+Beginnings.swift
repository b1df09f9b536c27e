import English

/// Words before what hangs on a name's head that belong to the name all the same.
extension NameSpans {
    /// "People's | Liberation Army", "King's | College": the possessor is a common noun or a ruler, and a part of the name.
    func possessorStart(_ left: Int, _ head: Int) -> Int? {
        let owner = left - 2
        // "St Ada's | Hospital"
        if owner > 0, tree.isPossessiveMark(left - 1), ["st", "st.", "saint"].contains(tree.words[owner - 1]),
            view.isCapitalized(owner), view.isCapitalized(left), !Lexicon.nameKeywords(tree.words[head]).isEmpty
        {
            return owner - 1
        }
        guard owner >= 0, tree.isPossessiveMark(left - 1), view.isCapitalized(owner), view.isCapitalized(left),
            !view.isTitleCase,
            view.titleStart[owner] < 0, Lexicon.calendarWord(tree.tokens[owner].form) == nil,
            Lexicon.country(named: tree.tokens[owner].form) == nil,
            !Lexicon.nameKeywords(tree.words[head]).isEmpty || Lexicon.nounClass(tree.words[head]) != nil
        else { return nil }
        if owner > 0 ? ["the", "a"].contains(tree.words[owner - 1]) && tree.tokens[owner].xpos == "NNP" : true {
            return nil
        }
        switch tree.words[owner] {
        case "king", "queen", "prince", "lord", "mother", "father", "saint": return owner
        // "International | Women's Day"
        case "women", "children", "workers", "people", "teachers", "veterans":
            // "the Royal Harbour | Children's Hospital"
            var first = owner
            while first > 1, view.isCapitalized(first - 1), tree.heads[first - 1] == owner,
                [.compound, .adjectivalModifier, .flat].contains(tree.labels[first - 1])
            {
                first -= 1
            }
            return first
        case _ where ["office", "department"].contains(tree.words[head]): return officeStart(owner)
        default:
            // "Kurdistan Workers' Party": a name's word keeps its plural as lemma.
            let lemma =
                tree.tokens[owner].xpos == "NNPS"
                ? Lemmatizer().lemma(form: tree.words[owner], upos: "NOUN", xpos: "NNS") : tree.lemmas[owner]
            // "Ada's | Hospital": founded by or named for somebody.
            if left == head, Self.foundations.contains(tree.words[head]), tree.tokens[owner].upos == "PROPN",
                tree.children(owner).allSatisfy({ tree.labels[$0] == .preposition }),
                Lexicon.city(named: tree.tokens[owner].form) == nil,
                Lexicon.instanceClasses(tree.tokens[owner].form).first != .place
            {
                return owner
            }
            guard Lexicon.givenName(tree.tokens[owner].form) == nil else { return nil }
            return Lexicon.nounClass(lemma) == .people
                || tree.tokens[owner].xpos.hasSuffix("S")
                    && Lexicon.nounClass(lemma) == .person
                ? owner : nil
        }
    }

    private static let foundations: Set<String> = [
        "hospital", "cathedral", "church", "college", "infirmary", "hospice",
    ]

    /// "the Sheriff's | Office", "the Harland County District Attorney's | Office".
    private func officeStart(_ owner: Int) -> Int? {
        for start in [owner - 1, owner] where start >= 0 && view.isCapitalized(start) {
            guard let title = Lexicon.title(view.words(start..<owner + 1)), title.isRole else { continue }
            var first = start
            while first > 0, view.isCapitalized(first - 1), tree.tokens[first - 1].upos == "PROPN",
                hangs(first - 1, on: owner), [.compound, .flat].contains(tree.labels[first - 1])
            {
                first -= 1
            }
            return first
        }
        return nil
    }

    /// "the African | Union", "the Philippine | Coast Guard": a nationality before words that alone name no single thing.
    func nationalityStart(_ left: Int, _ head: Int) -> Int? {
        let nationality = left - 1
        guard nationality >= 0, view.isCapitalized(nationality), !view.isTitleCase, view.titleStart[left] < 0,
            view.titleStart[nationality] < 0, tree.heads[nationality] == head || tree.heads[nationality] == left,
            [.adjectivalModifier, .compound].contains(tree.labels[nationality]),
            Lexicon.demonym(tree.tokens[nationality].form) != nil, head == tree.heads[nationality] || left <= head,
            tree.tokens[head].upos == "PROPN" || view.isCapitalized(head), isBody(head)
        else { return nil }
        guard (left...head).allSatisfy({ isGenericWord($0) }) else { return nil }
        // "Native American Rights Fund"
        let isTwoWords =
            nationality > 0 && view.isCapitalized(nationality - 1)
            && ["native", "african", "asian"].contains(tree.words[nationality - 1])
        return isTwoWords ? nationality - 1 : nationality
    }

    /// "British | Columbia", "Northern | Ireland": a word that makes another place's name of it.
    func placeStart(_ left: Int, _ head: Int) -> Int? {
        guard left > 0, view.isCapitalized(left - 1), tree.tokens[left - 1].upos != "PUNCT" else { return nil }
        let words = view.words(left - 1..<head + 1)
        return Lexicon.country(named: words) != nil || Lexicon.city(named: words) != nil ? left - 1 : nil
    }

    /// "Islamic State of Iraq | and Syria": the longest name that a table knows.
    func knownEnd(_ left: Int, _ right: Int) -> Int? {
        guard right + 1 < tree.count, Self.linkWords.contains(tree.words[right + 1]) else { return nil }
        for end in stride(from: min(right + 6, tree.count - 1), to: right + 1, by: -1)
        where view.isCapitalized(end) && Lexicon.country(named: view.words(left..<end + 1)) != nil {
            return end
        }
        return nil
    }

    /// "Royal | Canadian Mounted Police", "All | India Union", "Six | Flags", "Saint | Francis Hospital", "USS | Ada Okoro": capitals
    /// inside a sentence right before a name that hang on it and are no title of a person.
    func capitalStart(_ left: Int, _ head: Int) -> Int? {
        let before = left - 1
        guard before >= 0, view.isCapitalized(before), !view.isTitleCase else { return nil }
        if ShipName.isPrefix(tree.tokens[before].form), tree.tokens[left].upos == "PROPN" { return before }
        guard before > 0, hangs(before, on: head) else { return nil }
        switch tree.labels[before] {
        case .title:
            return isBody(head) && view.titleStart[before] < 0 && ["saint", "st.", "st"].contains(tree.words[before])
                ? before : nil
        case .determiner: return tree.words[before] == "all" && tree.tokens[left].upos != "NOUN" ? before : nil
        case .numeralModifier:
            return tree.tokens[head].xpos == "NNPS" && tree.words[before].allSatisfy(\.isLetter) ? before : nil
        case .adjectivalModifier, .compound:
            // "Royal | Saudi Air Force", "British | American Drama Academy"
            if Lexicon.demonym(tree.tokens[left].form) != nil, left < head, isBody(head),
                isNameWord(before, head: head) || Lexicon.demonym(tree.tokens[before].form) != nil
            {
                return before
            }
            // A nationality between two capitals of one name.
            guard Lexicon.demonym(tree.tokens[before].form) != nil, before > 1, view.isCapitalized(before - 1),
                isBody(head), hangs(before - 1, on: head), isNameWord(before - 1, head: head)
            else { return nil }
            return before - 1
        default: return nil
        }
    }

    private func hangs(_ token: Int, on head: Int) -> Bool {
        tree.heads[token] == head || tree.heads[token] > token && tree.heads[token] < head
    }

    /// "Turkish | Cypriots": a nationality before a nationality.
    func peopleStart(_ left: Int, _ head: Int) -> Int? {
        guard left == head, left > 0, view.isCapitalized(left - 1), !view.isTitleCase,
            Lexicon.demonym(tree.tokens[head].form) != nil, Lexicon.demonym(tree.tokens[left - 1].form) != nil
        else { return nil }
        return left - 1
    }

    /// "3rd | Battalion", "the 82nd | Airborne Division": which of the bodies of its kind.
    func ordinalStart(_ left: Int, _ head: Int) -> Int? {
        guard left > 0, tree.tokens[left].upos == "PROPN" || view.isCapitalized(left) && !view.isTitleCase,
            Self.numbered.contains(tree.words[head]), Self.isOrdinal(tree.words[left - 1])
        else { return nil }
        return left - 1
    }

    /// What is told from its like by a number.
    private static let numbered: Set<String> = [
        "battalion", "regiment", "brigade", "division", "squadron", "fleet", "corps", "infantry", "wing", "army",
        "circuit", "marines", "cavalry", "battery", "platoon", "amendment",
    ]

    private static func isOrdinal(_ word: String) -> Bool {
        guard let first = word.first, first.isASCII, first.isNumber else { return false }
        let digits = word.prefix { $0.isNumber }
        return ["st", "nd", "rd", "th", "d"].contains(String(word.dropFirst(digits.count)))
    }

    private func isBody(_ head: Int) -> Bool {
        var keywords = Lexicon.nameKeywords(tree.words[head])
        if head > 0 { keywords += Lexicon.nameKeywords(view.words(head - 1..<head + 1)) }
        if keywords.contains(where: { $0 != .work && $0 != .product && $0 != .award }) { return true }
        switch Lexicon.nounClass(tree.words[head]) ?? Lexicon.nounClass(tree.lemmas[head]) {
        case .organization, .government, .armedGroup: return true
        default: return false
        }
    }

    /// A word of a name that is also a common word: "Coast", "National", "Federal".
    private func isGenericWord(_ token: Int) -> Bool {
        let word = tree.words[token]
        if ["of", "and", "the", "for", "&", "-"].contains(word) { return true }
        return Lexicon.nounClass(word) != nil || Lexicon.nounClass(tree.lemmas[token]) != nil
            || word.hasSuffix("s") && Lexicon.nounClass(String(word.dropLast())) != nil
            || !Lexicon.nameKeywords(word).isEmpty || tree.tokens[token].upos == "ADJ"
            || Self.genericAdjectives.contains(word)
    }

    static let genericAdjectives: Set<String> = [
        "national", "federal", "royal", "central", "supreme", "high", "foreign", "public", "air", "armed", "civil",
        "social",
        "democratic", "republican", "revolutionary", "international", "general", "united", "free", "islamic", "red",
        "new",
        "olympic", "military", "naval", "medical", "american", "constitutional", "electoral", "human", "atomic",
        "nuclear", "tropical",
    ]
}
