import English

/// Sieves that join names: the same words, a part of a name, an acronym.
enum NameSieves {
    static func sameName(_ chains: inout ChainSet) {
        var last: [[String]: Int] = [:]
        for (index, one) in chains.features.enumerated() where one.isNamed && !one.nameWords.isEmpty {
            if let before = last[one.nameWords] { chains.join(before, index) }
            last[one.nameWords] = index
        }
    }

    /// A surname, a known given name or a short form of an organization goes to the latest holder of the full name before it,
    /// else to the first after it (a headline goes before the text).
    static func partOfName(_ chains: inout ChainSet, views: [SentenceView]) {
        let features = chains.features
        let names = features.indices.filter { features[$0].isNamed && !features[$0].nameWords.isEmpty }
        for (place, index) in names.enumerated() {
            let short = features[index]
            guard short.mention.canonicalName == nil, short.mention.type != "Date",
                !isIntroduced(short, views[short.sentence].tree)
            else { continue }
            var before: Int?
            var after: Int?
            var first: Int?
            for other in names[window(place, in: names)] where features[other].nameWords.count > short.nameWords.count {
                let full = features[other]
                guard !chains.areJoined(index, other), isPart(short, of: full),
                    !isEarlierBody(index, short, of: other, full, chains),
                    !isOtherPresident(short, other, chains, views)
                else { continue }
                if other < index { before = other } else if after == nil { after = other }
            }
            if before == nil, after == nil {
                first = names[window(place, in: names)].first { isSurnameFirst(short, of: features[$0]) }
            }
            if let holder = mainHolder(before, features[index], features, names, chains) ?? after ?? first {
                chains.join(holder, index)
            }
        }
    }

    /// "his brother Luis", "her daughter, Ada,": who is introduced by the given name alone is somebody new.
    private static func isIntroduced(_ short: MentionFeatures, _ tree: DependencyTree) -> Bool {
        guard short.nameWords.count == 1, short.mention.type == "Person",
            Lexicon.givenName(capitalized(short.nameWords[0])) != nil
        else { return false }
        let head = short.mention.head.token
        var nouns = tree.children(head, .title)
        if tree.labels[head] == .apposition, tree.heads[head] >= 0 { nouns.append(tree.heads[head]) }
        return nouns.contains { noun in
            Lexicon.isPersonNoun(tree.lemmas[noun])
                && tree.children(noun, .possessor).contains { tree.tokens[$0].upos == "PRON" }
        }
    }

    /// "First Lady Eva Vos was there. President Vos spoke.": a woman whom nothing calls a president is not the one of her surname.
    private static func isOtherPresident(
        _ short: MentionFeatures, _ other: Int, _ chains: ChainSet, _ views: [SentenceView]
    ) -> Bool {
        guard chains.summary(other).gender == .female, isPresident(short, views) else { return false }
        return !chains.summary(other).members.contains { isPresident(chains.features[$0], views) }
    }

    private static func isPresident(_ one: MentionFeatures, _ views: [SentenceView]) -> Bool {
        let tree = views[one.sentence].tree
        let head = one.mention.head.token
        let name = one.mention.nameSpan ?? one.mention.span
        return (one.mention.span.lowerBound..<max(one.mention.span.lowerBound, name.lowerBound)).contains {
            tree.words[$0] == "president"
        } || tree.children(head).contains { tree.lemmas[$0].lowercased() == "president" }
            || tree.labels[head] == .apposition && tree.lemmas[tree.heads[head]].lowercased() == "president"
            || tree.labels[head].isSubject && tree.lemmas[tree.heads[head]].lowercased() == "president"
    }

    /// "The Senate confirmed her. … the U.S. Senate": what is called by the bare name first is no short form of a country's body
    /// that comes later; whose it is the report's places tell.
    private static func isEarlierBody(
        _ index: Int, _ short: MentionFeatures, of other: Int, _ full: MentionFeatures, _ chains: ChainSet
    ) -> Bool {
        chains.first(index) < other && full.body?.country != nil && short.body.map { $0.country == nil } ?? false
    }

    /// "Jan Vos met Eva Vos. Vos said": of two people with one surname who was named more often, else last, is meant by
    /// it alone.
    private static func mainHolder(
        _ latest: Int?, _ short: MentionFeatures, _ features: [MentionFeatures], _ names: [Int], _ chains: ChainSet
    ) -> Int? {
        guard let latest, features[latest].mention.type == "Person" else { return latest }
        var counts: [Int: Int] = [:]
        for other in names {
            if other >= latest + 1 { break }
            guard features[other].mention.type == "Person", features[other].nameWords.count > short.nameWords.count,
                features[other].nameWords.suffix(short.nameWords.count).elementsEqual(short.nameWords)
            else { continue }
            counts[chains.first(other), default: 0] += 1
        }
        let own = counts[chains.first(latest)] ?? 0
        return counts.filter { $0.value > own }.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? latest
    }

    /// Where the longer form of a name is looked for: as far as any report goes, so that a file of a whole year stays linear.
    private static func window(_ place: Int, in names: [Int]) -> Range<Int> {
        max(0, place - farthest)..<min(names.count, place + farthest)
    }

    private static let farthest = 500

    /// "Yoon" of "Yoon Suk Yeol": a first word that is no given name, where nobody bears it as a surname.
    private static func isSurnameFirst(_ short: MentionFeatures, of full: MentionFeatures) -> Bool {
        guard full.mention.type == "Person", full.mention.isTypeSure || short.mention.type == "Person",
            short.nameWords.count == 1, (2...4).contains(full.nameWords.count), full.nameWords[0] == short.nameWords[0],
            short.number != .plural,
            short.mention.type == "Person" || !short.mention.isTypeSure, short.nameWords[0].count > 1,
            short.mention.nameSpan?.count == 1, short.mention.canonicalName == nil
        else { return false }
        return Lexicon.givenName(capitalized(short.nameWords[0])) == nil
            && !Lexicon.isPersonNoun(full.nameWords[full.nameWords.count - 1])
            && full.nameWords.allSatisfy { word in
                Lexicon.nameKeywords(word).allSatisfy { ![.place, .organization, .government].contains($0) }
            }
    }

    private static func isPart(_ short: MentionFeatures, of full: MentionFeatures) -> Bool {
        guard !full.isPlace, full.mention.canonicalName == nil else { return false }
        let (part, whole) = (short.nameWords, full.nameWords)
        if full.mention.type == "Person" {
            guard short.mention.type == "Person" || !short.mention.isTypeSure, short.number != .plural else {
                return false
            }
            // "Queen Ada" is not Ada Okoro, "Uncle John" not Ben John, "Mr. A" nobody's surname.
            if short.isTitledByGivenName && !full.isTitledByGivenName || part == [part[0].prefix(1)].map(String.init) {
                return false
            }
            if whole.suffix(part.count).elementsEqual(part) { return true }
            // "Ana Maria" of "Ana Maria Holm".
            if part.count > 1, whole.prefix(part.count).elementsEqual(part),
                Lexicon.givenName(capitalized(part[0])) != nil, Lexicon.nameKeywords(whole[whole.count - 1]).isEmpty
            {
                return true
            }
            guard part.count == 1, part[0] == whole[0], let span = short.mention.nameSpan, span.count == 1 else {
                return false
            }
            return Lexicon.givenName(capitalized(part[0])) != nil
        }
        if isStorm(full) {
            return !(short.mention.isTypeSure && short.mention.type == "Person")
                && (part == whole.suffix(part.count) || isStorm(short) && part.last == whole.last)
        }
        guard isBody(full.mention.type), !short.isPlace, !(short.mention.type == "Person" && short.mention.isTypeSure)
        else {
            return false
        }
        // "Acme" of "Acme Holdings"; "the Ministry" of "Ministry of Health".
        if part.count > 1, part == full.bareWords { return true }
        if whole.prefix(part.count).elementsEqual(part) {
            // "Acme Ireland Limited": a country's branch is a body of its own.
            let isBranch = whole.indices.dropFirst(part.count).contains {
                Lexicon.country(named: capitalized(whole[$0]))?.kind == .country
                    && !["of", "for", "in"].contains(whole[$0 - 1])
            }
            if isBranch, ["Organization", "Company"].contains(full.mention.type) { return false }
            if part.count == 1, isPartByAcronym(short, full) { return false }
            return part.count > 1 || Lexicon.nameKeywords(part[0]).isEmpty || short.determiner == "the"
        }
        return part.count == 1 && whole.last == part[0] && short.determiner == "the"
            && !Lexicon.nameKeywords(part[0]).isEmpty
    }

    /// "BBC Breakfast", "NHS Providers": an acronym before other words names another body than the whole.
    private static func isPartByAcronym(_ short: MentionFeatures, _ full: MentionFeatures) -> Bool {
        guard short.isAcronym, let last = full.nameWords.last else { return false }
        return ![
            "group", "holdings", "holding", "ltd", "limited", "inc", "corp", "corporation", "plc", "co", "company",
            "news", "bank",
            "ag", "sa", "se", "llc", "motors", "airlines", "airways", "energy", "union", "party", "industries",
        ].contains(last)
    }

    /// "Hurricane Ada", "Tropical Storm Ada": named like a person, and then called so.
    private static func isStorm(_ one: MentionFeatures) -> Bool {
        guard one.nameWords.count > 1 else { return false }
        let kind = ["tropical", "subtropical"].contains(one.nameWords[0]) ? one.nameWords[1] : one.nameWords[0]
        return ["hurricane", "storm", "cyclone", "typhoon"].contains(kind)
    }

    private static func isBody(_ type: String) -> Bool {
        ["Organization", "GovernmentOrganization", "ArmedGroup", "PoliticalParty", "Company", "NewsMedia"].contains(
            type)
    }

    private static func capitalized(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    static func acronym(_ chains: inout ChainSet, views: [SentenceView]) {
        let features = chains.features
        let names = features.indices.filter { features[$0].isNamed && !features[$0].nameWords.isEmpty }
        for (place, index) in names.enumerated() where features[index].nameWords.count == 1 {
            let short = features[index]
            guard let span = short.mention.nameSpan,
                NameForms.looksLikeAcronym(views[short.sentence].words(span))
            else { continue }
            let word = short.nameWords[0].replacing("&", with: "")
            for other in names[window(place, in: names)] where features[other].nameWords.count > 1 {
                let full = features[other]
                guard NameForms.acronyms(of: full.nameWords).contains(where: { $0 == word || $0 == short.nameWords[0] })
                else {
                    continue
                }
                if chains.join(other, index) { break }
            }
        }
    }
}
