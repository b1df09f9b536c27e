import English

/// "Israeli Prime Minister", "NASA administrator", "Secretary of State": the words of a role as text.
enum RoleText {
    /// The role that a noun heads, in lower case, without article, names beside it, numbers and further clauses.
    static func text(_ head: Int, in context: SentenceContext) -> String {
        let tree = context.tree
        let kept = tree.subtree(head) { child in
            switch tree.labels[child] {
            case .conjunct, .coordinator:
                // "civil and environmental engineering professor": modifiers joined by "and" are one role's.
                return tree.heads[child] == head || child > head
            case .possessor:
                // "opponent of Harland's war": of whose, what the role is of needs.
                return child < head || tree.heads[child] == head
            case .determiner, .relativeClause, .adnominalClause, .apposition, .punctuation, .copula, .subject,
                .numeralModifier, .parataxis, .adverb, .auxiliary, .preconjunction, .marker,
                .adverbialClause,
                .oblique, .unmarkedModifier, .flat:
                return true
            case .preposition: return tree.heads[child] == head
            case .nominalModifier:
                return tree.prepositionWord(child) != "of" || !isTitleOf(child, head, context)
            case .adjectivalModifier
            where passing.contains(tree.words[child])
                || child > head && tree.children(child).contains { tree.labels[$0] == .oblique }:
                // "the commissioner responsible for defence": cut off, it says nothing.
                return true
            case .compound, .adjectivalModifier:
                // "Song of the Harbour director": a name of several words beside a role in small letters.
                if tree.has(child, .flat), tree.tokens[child].upos == "PROPN", tree.tokens[head].upos == "NOUN" {
                    return true
                }
                // "founder of Lund-based consultancy": below the of-phrase nothing is left out.
                return (child < head || tree.heads[child] == head)
                    && !(isContest(head, tree) && isContestName(child, context))
                    && isOwnEntity(child, beside: head, context)
            default: return false
            }
        }
        // "Presidents Vos and Holm": each is one.
        let isTitle = tree.labels[head] == .title && ["NNS", "NNPS"].contains(tree.tokens[head].xpos)
        // "Earning a doctorate in Lund, she was a pioneer": what stands before a comma and has a noun of its own is no
        // part of the role.
        let comma = (0..<head).last { tree.words[$0] == "," } ?? -1
        let hasPhrase = kept.contains { $0 < comma && tree.isNominal($0) }
        let words = kept.filter {
            (!hasPhrase || $0 > comma) && !isAge($0, tree) && tree.tokens[$0].upos != "PRON"
                && DateReader.weekdays[tree.words[$0]] == nil
        }
        let title = oneOfTwo(withLesser(withoutPlace(whole(words, head, tree), head, tree), tree), head, tree)
        if let needed = complement(of: head, in: tree), let first = title.first,
            title.count > 1 || !isEmpty(tree.words[head])
        {
            return Spans.text(first..<needed, in: tree)
        }
        return joined(title, tree) {
            $0 == head && isTitle ? singular(tree.words[$0]) : tree.words[$0]
        }
    }

    /// "US | president", "New Jersey | governor", "Harlander | mayor": the role without the country or body before it; a U.S.
    /// attorney is one.
    private static func withoutPlace(_ words: [Int], _ head: Int, _ tree: DependencyTree) -> [Int] {
        var words = words
        // "ex-Maltese | mayor"; the prime minister of "ex-prime minister" stays one.
        if let first = words.first, first < head, tree.words[first].hasPrefix("ex-"),
            Lexicon.title(
                ([tree.words[first].dropFirst(3)] + words.dropFirst().map { tree.words[$0][...] }).joined(
                    separator: " "))
                == nil
        {
            words.removeFirst()
        }
        if words.count > 2, tree.words[words[0]] == "ex", tree.words[words[0] + 1] == "-" { words.removeFirst() }
        words = withoutNames(words, head, tree)
        for length in stride(from: min(3, words.count - 1), through: 1, by: -1) {
            let place = words[..<length]
            guard place.last.map({ $0 - words[0] == length - 1 }) ?? false else { continue }
            let forms = place.map { tree.tokens[$0].form }.joined(separator: " ")
            let rest = tree.words[words[length]]
            let isBeforeRole =
                words.count == length + 1 || tree.tokens[words[length]].upos != "PROPN"
                || Lexicon.title(words[length...].map { tree.tokens[$0].form }.joined(separator: " ")) != nil
            if Lexicon.country(named: forms) != nil, tree.tokens[words[0]].form.first?.isUppercase ?? false,
                !["attorney", "marshal", "-"].contains(rest), isBeforeRole
            {
                return Array(words[length...])
            }
        }
        return words
    }

    /// "Boeing | chair", "Grateful Dead | drummer": names before a role that are no common words, up to the longest title.
    private static func withoutNames(_ words: [Int], _ head: Int, _ tree: DependencyTree) -> [Int] {
        guard let place = words.firstIndex(of: head), place > 0 else { return words }
        var title = place
        for start in stride(from: place - 1, through: max(0, place - 4), by: -1) {
            let forms = words[start...place].map { tree.tokens[$0].form }
            if Lexicon.title(forms.joined(separator: " ")) != nil || Lexicon.title(forms.joined(separator: "-")) != nil
            {
                title = start
            }
        }
        // Common words right before the title are part of the role.
        while title > 0, !(tree.tokens[words[title - 1]].form.first?.isUppercase ?? false) { title -= 1 }
        let names = words[..<title]
        // "Harland Observer | editor", of which the place was left out before.
        if let first = names.first, first > 0, tree.tokens[first].upos == "PROPN",
            tree.tokens[first - 1].upos == "PROPN",
            tree.labels[first - 1] == .compound || tree.labels[first - 1] == .flat,
            !(tree.tokens[words[title]].form.first?.isUppercase ?? false)
        {
            return Array(words[title...])
        }
        let isName = names.contains { word in
            Lexicon.city(named: tree.tokens[word].form) != nil
                || Lexicon.instanceClasses(tree.tokens[word].form).first == .place
                    && tree.tokens[word].upos == "PROPN"
                || tree.tokens[word].upos == "PROPN" && Lexicon.nounClass(tree.words[word]) == nil
                    && Lexicon.nounClass(String(tree.words[word].dropLast())) == nil
                    && !(tree.words[word].hasSuffix("ies")
                        && Lexicon.nounClass(tree.words[word].dropLast(3) + "y") != nil)
                    && Lexicon.title(tree.tokens[word].form) == nil
                    && !["deputy", "vice", "ex"].contains(tree.words[word])
                    && tree.words[word] != "-"
        }
        return isName ? Array(words[title...]) : words
    }

    /// "spokeswoman Baroness Holm", "regular visitor Prime Minister Vos": of two roles side by side the second, which is that of
    /// rank alone where the first is a post.
    private static func oneOfTwo(_ words: [Int], _ head: Int, _ tree: DependencyTree) -> [Int] {
        guard words.last == head, words.count > 1 else { return words }
        for place in words.indices.dropLast().reversed() {
            let word = words[place]
            let rest = words[(place + 1)...]
            guard tree.tokens[word].upos == "NOUN", Lexicon.isPersonNoun(tree.lemmas[word]),
                rest.first == word + 1, tree.tokens[rest[rest.startIndex]].form.first?.isUppercase ?? false,
                !(tree.tokens[word].form.first?.isUppercase ?? false),
                Lexicon.title(rest.map { tree.tokens[$0].form }.joined(separator: " ")) != nil
            else { continue }
            let kind = Lexicon.title(tree.tokens[head].form)?.kind
            let isRank = kind == .noble || kind == .rank || kind == .honorific
            return isRank && !relational.contains(tree.lemmas[word]) ? Array(words[...place]) : Array(rest)
        }
        return words
    }

    /// "an advocate for peace", "a prominent member of the party": the end of the phrase without which the word says little.
    private static func complement(of head: Int, in tree: DependencyTree) -> Int? {
        guard needy.contains(tree.lemmas[head]), !tree.has(head, .compound), !tree.has(head, .possessor) else {
            return nil
        }
        let first = tree.children(head).first { child in
            child > head && tree.labels[child].isNominalModifier
                && ["of", "for", "to"].contains(tree.prepositionWord(child) ?? "")
        }
        guard let first else { return nil }
        let kept = tree.subtree(first) { child in
            switch tree.labels[child] {
            case .relativeClause, .apposition, .parataxis, .adverbialClause: true
            // "an advocate of Malta leaving": what is advocated is the leaving.
            case .adnominalClause:
                (tree.subtree(child).first ?? child) > 0 && tree.words[(tree.subtree(child).first ?? child) - 1] == ","
            default: false
            }
        }
        guard let last = kept.last(where: { tree.labels[$0] != .punctuation }) else { return nil }
        // What the parser hung on the head instead.
        let gerund = tree.children(head, .adnominalClause).first { tree.subtree($0).first == last + 1 }
        return (gerund.flatMap { tree.subtree($0).last } ?? last) + 1
    }

    private static let needy: Set<String> = [
        "member", "advocate", "supporter", "opponent", "critic", "proponent", "survivor", "victim", "veteran",
    ]

    /// Titles that are written short, in full.
    static let short: [String: String] = [
        "sen.": "senator", "gen.": "general", "rep.": "representative", "gov.": "governor", "lt.": "lieutenant",
        "col.": "colonel", "sgt.": "sergeant", "capt.": "captain", "maj.": "major", "adm.": "admiral",
        "prof.": "professor", "pres.": "president", "cmdr.": "commander", "cpl.": "corporal", "brig.": "brigadier",
        "rev.": "reverend", "det.": "detective", "supt.": "superintendent", "insp.": "inspector", "atty.": "attorney",
        "min.": "minister", "dep.": "deputy", "asst.": "assistant", "sens.": "senator", "reps.": "representative",
        "cllr": "councillor", "cllr.": "councillor", "amb.": "ambassador", "vice-adm.": "vice-admiral",
    ]

    /// The words with a blank between any two, or the hyphen that joins them in the text: "secretary-general".
    private static func joined(_ words: [Int], _ tree: DependencyTree, _ word: (Int) -> String) -> String {
        var text = ""
        var previous: Int?
        for index in words {
            if let previous {
                let isHyphen =
                    index - previous == 2 && ["-", "–"].contains(tree.words[previous + 1])
                    && tree.tokens[previous + 1].range.lowerBound == tree.tokens[previous].range.upperBound
                let isGlued =
                    index - previous == 1
                    && tree.tokens[index].range.lowerBound == tree.tokens[previous].range.upperBound
                text += isHyphen ? "-" : isGlued ? "" : " "
            }
            let plain = word(index)
            text +=
                short[plain]
                ?? (text.isEmpty && plain.hasPrefix("ex-") && !plain.hasSuffix("wife") && !plain.hasSuffix("husband")
                    ? String(plain.dropFirst(3)) : plain)
            previous = index
        }
        return text
    }

    /// "Harland Cup | winner": of what, the word needs.
    private static func isContest(_ head: Int, _ tree: DependencyTree) -> Bool { contests.contains(tree.lemmas[head]) }

    private static func isContestName(_ modifier: Int, _ context: SentenceContext) -> Bool {
        context.type(modifier).map { !EntityTypes.isPlace($0) && !EntityTypes.isPerson($0) } ?? true
    }

    private static let contests: Set<String> = [
        "winner", "champion", "finalist", "medalist", "medallist", "runner-up", "laureate", "contestant",
        "survivor",
    ]

    /// "Vos's friend Jan Lund", "a neighbour": a word that says nothing without whose.
    static func isRelational(_ noun: Int, in tree: DependencyTree) -> Bool { relational.contains(tree.lemmas[noun]) }

    private static let relational: Set<String> = [
        "friend", "colleague", "ally", "neighbour", "neighbor", "classmate", "schoolmate", "roommate", "flatmate",
        "housemate",
        "teammate", "team-mate", "partner", "girlfriend", "boyfriend", "fiance", "fiancee", "fiancé", "fiancée",
        "husband",
        "wife",
        "spouse", "son", "daughter", "brother", "sister", "father", "mother", "dad", "mum", "mom", "uncle", "aunt",
        "cousin",
        "nephew", "niece", "grandfather", "grandmother", "grandson", "granddaughter", "grandchild", "great-grandson",
        "great-granddaughter", "stepfather", "stepmother", "stepson", "stepdaughter", "half-brother", "half-sister",
        "father-in-law", "mother-in-law", "son-in-law", "daughter-in-law", "brother-in-law", "sister-in-law",
        "predecessor",
        "successor", "widow", "widower", "twin", "sibling", "parent", "companion", "confidant", "namesake",
    ]

    /// Whether a role's text says nothing without of whom or what: "man", "countryman", "member".
    static func isEmpty(_ role: String) -> Bool {
        if role.isEmpty || empty.contains(role) { return true }
        // "black man", "local resident"
        return role.split(separator: " ").last.map { people.contains(String($0)) } ?? false
    }

    private static let people: Set<String> = [
        "man", "woman", "boy", "girl", "person", "people", "men", "women", "resident", "residents",
    ]

    private static let empty: Set<String> = [
        "man", "woman", "boy", "girl", "person", "people", "men", "women", "countryman", "countrywoman", "compatriot",
        "client", "clients", "member", "members", "national", "nationals", "citizen", "citizens", "native", "resident",
        "residents", "child", "children", "one", "figure", "fan", "fans", "first", "second", "other", "others",
        "namesake",
        "guest", "guests", "counterpart", "character", "subject", "st", "st.", "saint",
    ]

    /// "Saudi | Deputy Foreign Minister": whoever stands in for another is not that other, wherever the word hangs.
    private static func withLesser(_ words: [Int], _ tree: DependencyTree) -> [Int] {
        guard let first = words.first, first > 0 else { return words }
        let isLesser = ["deputy", "vice", "assistant", "acting", "interim", "caretaker"].contains(tree.words[first - 1])
        return isLesser ? [first - 1] + words : words
    }

    private static let directions: Set<String> = [
        "west", "western", "east", "eastern", "north", "northern", "south", "southern", "central",
    ]

    /// The words without what a tree took for more of them: "by | Coast Guard commandant", "edging | attorney", "two-time | artist"
    /// without its number; an adverb or adjective between two of them stays.
    private static func whole(_ words: [Int], _ head: Int, _ tree: DependencyTree) -> [Int] {
        var words = words
        while let first = words.first, first < head, isNoPart(first, tree) { words.removeFirst() }
        // "two-time artist": half of a compound.
        let found = Set(words)
        // "Puerto | Rican delegate": a people of two words.
        words.removeAll { word in
            word > 0 && word < head && !found.contains(word - 1)
                && Lexicon.demonym(tree.tokens[word - 1].form + " " + tree.tokens[word].form) != nil
        }
        // "West | Australian senator", where the people's name went to the nationality.
        words.removeAll { word in
            word + 1 < head && !found.contains(word + 1) && Self.directions.contains(tree.words[word])
                && Lexicon.demonym(tree.tokens[word + 1].form) != nil
        }
        // "the Free | French leader": what the people's name is not said without goes with it.
        words.removeAll { word in
            word > 0 && word + 1 < head && !found.contains(word + 1) && tree.tokens[word].upos == "ADJ"
                && tree.tokens[word].form.first?.isUppercase ?? false
                && Lexicon.demonym(tree.tokens[word + 1].form) != nil && Lexicon.title(tree.tokens[word].form) == nil
        }
        // "the "Harbour" actor": what stands in marks of its own is a name.
        words.removeAll { word in
            word > 0 && word + 1 < head && ["\"", "“", "``"].contains(tree.words[word - 1])
                && ["\"", "”", "''"].contains(tree.words[word + 1])
        }
        // "New | Jersey governor": no part of a name without the rest.
        words.removeAll { word in
            word + 1 < head && word > 0
                && (tree.tokens[word].xpos == "NNP" || tree.tokens[word].form.first?.isUppercase ?? false)
                && Lexicon.demonym(tree.tokens[word].form) == nil && !found.contains(word + 1)
                && tree.tokens[word + 1].upos == "PROPN" && tree.labels[word + 1] == .compound
                && (tree.heads[word] == word + 1 || tree.tokens[word].upos == "ADJ" && tree.heads[word] == head)
        }
        words.removeAll { word in
            word > 1 && word < head && tree.words[word - 1] == "-" && !found.contains(word - 2)
                && tree.tokens[word].range.lowerBound == tree.tokens[word - 1].range.upperBound
                && tree.words[word - 2] != "ex" && tree.words[word - 2] != "then"
        }
        // "Early Career Professor"
        let gaps = words.indices.dropFirst().flatMap { index in
            words[index] - words[index - 1] == 2 && words[index] <= head ? [words[index] - 1] : []
        }
        let adverbs = gaps.filter { tree.labels[$0] == .adverb && tree.tokens[$0].form.first?.isUppercase ?? false }
        return (words + adverbs).sorted()
    }

    private static func isNoPart(_ token: Int, _ tree: DependencyTree) -> Bool {
        switch tree.tokens[token].upos {
        case "ADP", "CCONJ", "SCONJ", "PUNCT": true
        case "VERB": !participles.contains(tree.words[token])
        default: false
        }
    }

    /// Participles that are part of what a role is called.
    private static let participles: Set<String> = [
        "acting", "sitting", "presiding", "managing", "founding", "leading", "visiting", "retired", "serving", "ruling",
        "governing", "voting", "contributing", "consulting", "supervising", "commanding", "reigning", "defending",
        "convicted", "appointed", "disgraced", "jailed", "imprisoned", "ousted", "deposed", "exiled", "renowned",
        "acclaimed", "decorated", "celebrated", "wanted", "self-proclaimed", "self-declared", "self-styled", "aspiring",
        "practicing", "practising", "accredited", "experienced", "respected", "qualified", "trained",
        "certified", "licensed", "registered", "married", "missing", "widowed", "adopted", "estranged", "distinguished",
        "award-winning", "prize-winning", "well-known", "self-described", "non-voting", "operating", "investigating",
        "running", "attending", "starting", "winning", "losing", "opposing", "promising", "struggling", "working",
        "surviving",
    ]

    private static func singular(_ word: String) -> String {
        word.hasSuffix("ies")
            ? word.dropLast(3) + "y" : word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    /// "a 44-year-old worker": how old somebody is, is none of the role.
    private static func isAge(_ token: Int, _ tree: DependencyTree) -> Bool {
        switch tree.words[token] {
        case "old": token > 1 && tree.words[token - 2].hasPrefix("year") || token > 0 && tree.words[token - 1] == "year"
        case "year", "years": token + 2 < tree.count && tree.words[token + 2] == "old"
        default: tree.words[token].hasSuffix("-year-old")
        }
    }

    /// Words that say when the role is held, and are none of its name.
    private static let passing: Set<String> = [
        "former", "ex", "late", "then", "onetime", "incoming", "outgoing", "exiting", "departing", "current", "alleged",
        "deceased", "fellow", "another", "other",
    ]

    /// "Secretary of State": the of-phrase belongs to the title unless it names an entity of its own.
    private static func isTitleOf(_ modifier: Int, _ head: Int, _ context: SentenceContext) -> Bool {
        guard let type = context.type(modifier) else { return true }
        return !(EntityTypes.isPlace(type) || EntityTypes.isAgent(type))
            || ["state", "staff", "family"].contains(context.tree.lemmas[modifier])
    }

    /// "NASA administrator", "Israeli Prime Minister": a name or demonym of an entity of its own.
    private static func isOwnEntity(_ modifier: Int, beside head: Int, _ context: SentenceContext) -> Bool {
        guard let type = context.type(modifier) else { return false }
        let tree = context.tree
        let form = tree.tokens[modifier].form
        if Lexicon.title(form)?.isRole ?? false || ["deputy", "vice", "assistant"].contains(form.lowercased()) {
            return false
        }
        // "committee member", "emergencies minister": a common noun is part of what the role is called; "ministry spokesman" is a
        // spokesman.
        guard context.isName(modifier) || tree.tokens[modifier].upos == "ADJ" || staff.contains(tree.lemmas[head])
        else {
            return false
        }
        if isPortfolio(modifier, of: head, in: context) { return false }
        // "Commerce Secretary", "Senate president", "Supreme Court Justice": a common word with a capital.
        let name = context.mentions.mention(at: TokenReference(sentence: context.index, token: modifier))?.nameSpan
        if tree.tokens[modifier].upos == "PROPN", modifier < head {
            let isTitle = tree.tokens[head].form.first?.isUppercase ?? false
            let isCommon = (name ?? modifier..<modifier + 1).allSatisfy { word in
                Lexicon.nounClass(tree.words[word]) != nil && Lexicon.country(named: tree.tokens[word].form) == nil
                    && Lexicon.city(named: tree.tokens[word].form) == nil || tree.tokens[word].upos == "CCONJ"
            }
            if isTitle, isCommon { return false }
            let words = ((name?.lowerBound ?? modifier)...head).map { tree.tokens[$0].form }.joined(separator: " ")
            if Lexicon.title(words)?.isRole ?? false { return false }
        }
        return EntityTypes.isPlace(type) || EntityTypes.isAgent(type)
    }

    /// "Foreign Affairs Minister", "the trade commissioner": what somebody is in charge of, and no body that he or she works for.
    static func isPortfolio(_ modifier: Int, of head: Int, in context: SentenceContext) -> Bool {
        let tree = context.tree
        guard modifier < head,
            ["minister", "secretary", "commissioner", "undersecretary", "tsar"].contains(tree.lemmas[head])
        else { return false }
        let name = context.mentions.mention(at: TokenReference(sentence: context.index, token: modifier))?.nameSpan
        let words = name ?? modifier..<modifier + 1
        guard Lexicon.country(named: words.map { tree.tokens[$0].form }.joined(separator: " ")) == nil else {
            return false
        }
        return words.allSatisfy { word in
            ["NOUN", "ADJ", "PROPN"].contains(tree.tokens[word].upos) && isPlainWord(tree.words[word])
                && Lexicon.country(named: tree.tokens[word].form) == nil
                && Lexicon.demonym(tree.tokens[word].form) == nil
                && Lexicon.city(named: tree.tokens[word].form) == nil || tree.tokens[word].upos == "CCONJ"
        } && Lexicon.nameKeywords(tree.words[modifier]).allSatisfy { ![.organization, .government].contains($0) }
    }

    private static func isPlainWord(_ word: String) -> Bool {
        Lexicon.nounClass(word) != nil || word.hasSuffix("s") && Lexicon.nounClass(String(word.dropLast())) != nil
            || NameSpans.genericAdjectives.contains(word)
    }

    private static let staff: Set<String> = [
        "spokesman", "spokeswoman", "spokesperson", "official", "source", "aide", "spokespeople", "employee", "staffer",
    ]
}
