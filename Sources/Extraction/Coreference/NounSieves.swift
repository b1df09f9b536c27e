import English

/// Sieves that join descriptions: apposition, predicate nominal, the same phrase, the same head.
enum NounSieves {
    /// "Ada Okoro, an engineer": only across a comma, bracket or dash, or a name right behind its noun ("the company
    /// Acme"), and of types that agree.
    static func apposition(_ chains: inout ChainSet, views: [SentenceView]) {
        let byHead = index(chains.features)
        for (index, one) in chains.features.enumerated() {
            let tree = views[one.sentence].tree
            let head = one.mention.head.token
            guard tree.labels[head] == .apposition, tree.heads[head] >= 0, one.mention.span.lowerBound > 0,
                let other = byHead[TokenReference(sentence: one.sentence, token: tree.heads[head])],
                [",", "(", "—", "–", "-", "--", "["].contains(tree.words[one.mention.span.lowerBound - 1])
                    || one.mention.span.lowerBound > 1 && tree.labels[one.mention.span.lowerBound - 1] == .determiner
                    || one.isNamed
                        && [tree.heads[head] + 1, chains.features[other].mention.span.upperBound].contains(
                            one.mention.span.lowerBound),
                agree(chains, index, other) || isBodyByRole(chains.features[other], chains.features[index])
            else { continue }
            let antecedent = chains.features[other]
            // "Two brothers, Jan Vos and Per Vos": several are no one of them.
            let words = [one.mention.head.token, antecedent.mention.head.token].map { tree.tokens[$0].xpos }
            if words.contains("NNS"), words.contains("NNP"), one.isNamed != antecedent.isNamed,
                one.mention.type == "Person" || antecedent.mention.type == "Person"
            {
                continue
            }
            // Two names are one thing only where a bracket gives the second form.
            if one.isNamed, antecedent.isNamed, one.mention.type == "Person" || one.isPlace || !isShort(one, tree) {
                continue
            }
            chains.join(other, index)
        }
    }

    /// "the Union of Rowers (Harbour Union)": two names with no bracket between are a list.
    private static func isShort(_ one: MentionFeatures, _ tree: DependencyTree) -> Bool {
        ["(", "["].contains(tree.words[one.mention.span.lowerBound - 1])
    }

    /// "The owner, Harbour Lines,": a role that bodies have too.
    private static func isBodyByRole(_ one: MentionFeatures, _ other: MentionFeatures) -> Bool {
        let (role, name) = one.isNamed ? (other, one) : (one, other)
        return role.mention.kind == .common && name.isNamed && roles.contains(role.lemma)
            && ["Organization", "GovernmentOrganization", "Company", "NewsMedia"].contains(name.mention.type)
    }

    private static let roles: Set<String> = [
        "owner", "operator", "maker", "manufacturer", "producer", "organizer", "organiser", "sponsor", "partner",
        "rival",
        "supplier", "employer", "developer", "publisher", "distributor", "provider", "carrier", "buyer", "seller",
        "lender",
        "member", "contractor", "builder", "competitor", "winner", "client", "customer", "shareholder", "investor",
    ]

    /// "Ada Okoro is an engineer", without negation, modal or condition.
    static func predicate(_ chains: inout ChainSet, views: [SentenceView]) {
        let byHead = index(chains.features)
        for (index, one) in chains.features.enumerated() where one.mention.kind == .common {
            let tree = views[one.sentence].tree
            let head = one.mention.head.token
            guard tree.has(head, .copula), let subject = tree.child(head, .subject),
                tree.prepositionTokens(head).isEmpty,
                isAsserted(head, tree),
                let other = byHead[TokenReference(sentence: one.sentence, token: subject)],
                !["no", "any", "every", "each"].contains(one.determiner), agree(chains, index, other)
            else { continue }
            let subjectWord = chains.features[other].word
            guard !["it", "this", "that", "there", "what", "which"].contains(subjectWord) else { continue }
            chains.join(other, index)
        }
    }

    private static func isAsserted(_ head: Int, _ tree: DependencyTree) -> Bool {
        !tree.children(head).contains { child in
            switch tree.labels[child] {
            case .auxiliary:
                ["can", "could", "may", "might", "would", "will", "should", "must"].contains(tree.lemmas[child])
            case .adverb: ["not", "n't", "never", "almost", "nearly", "n’t"].contains(tree.words[child])
            case .marker: ["if", "unless", "whether"].contains(tree.words[child])
            default: false
            }
        }
    }

    /// Whether number and kind of two mentions agree.
    private static func agree(_ chains: ChainSet, _ left: Int, _ right: Int) -> Bool {
        let (a, b) = (chains.features[left], chains.features[right])
        // "One of the ministers, Ana Holm,": as many as the name, and of its kind.
        if a.word == "one" && b.isNamed || b.word == "one" && a.isNamed { return true }
        if a.number != .unknown, b.number != .unknown, a.number != b.number,
            a.mention.type != "Group", b.mention.type != "Group"
        {
            return false
        }
        let (one, other) = (chains.family(a.mention.type), chains.family(b.mention.type))
        if one == other { return true }
        if a.isPronoun || b.isPronoun { return one != "time" && other != "time" }
        // A country is described as a state, a party as a movement, a thing in any way; a person only as one.
        let pair = Set([one, other])
        if pair.contains("person") || pair.contains("time") { return false }
        return pair == ["place", "organization"] || pair.contains("thing")
    }

    /// The same words, article apart, not after "a" or "some".
    static func samePhrase(_ chains: inout ChainSet, views: [SentenceView]) {
        var last: [String: Int] = [:]
        // The last of each head that "a" or "another" tells of as new.
        var latest: [String: Int] = [:]
        for (index, one) in chains.features.enumerated() where one.mention.kind == .common && one.mention.type != "Date"
        {
            guard !one.phraseKey.isEmpty, !one.phraseKey.allSatisfy({ !$0.isLetter }) else { continue }
            let key = one.phraseKey + (one.number == .plural ? "+" : "")
            let isNew = MentionFeatures.indefinite.contains(one.determiner) || startsWithQuantifier(one)
            if startsWithPronoun(one, views) { continue }
            // "the final … in another final … the final": the one told of last.
            let headKey = one.lemma + (one.number == .plural ? "+" : "")
            let isOlder = last[key].map { one.phraseKey == one.lemma && latest[headKey, default: -1] > $0 } ?? false
            if let before = last[key], !isNew, !isNested(one, chains.features[before]), !isGeneric(one, views), !isOlder
            {
                chains.join(before, index)
            }
            last[key] = index
            if ["a", "an", "another"].contains(one.determiner) { latest[headKey] = index }
        }
    }

    /// "People", "two men", "home": said anew each time, and of others.
    private static func isGeneric(_ one: MentionFeatures, _ views: [SentenceView]) -> Bool {
        guard one.determiner.isEmpty else { return false }
        let tree = views[one.sentence].tree
        let first = one.mention.span.lowerBound
        if one.mention.span.count > 1 { return first < one.mention.head.token && tree.tokens[first].upos == "NUM" }
        let isPlural = tree.tokens[first].xpos == "NNS" || one.word == "people"
        return isPlural && one.mention.type == "Group" || genericNouns.contains(one.lemma)
    }

    private static let genericNouns: Set<String> = [
        "one", "home", "life", "thing", "kind", "way", "half", "instance", "example",
    ]

    /// "his career", "their own plan": whose it is, the pronoun's antecedent tells.
    private static func startsWithPronoun(_ one: MentionFeatures, _ views: [SentenceView]) -> Bool {
        let tree = views[one.sentence].tree
        let first = one.mention.span.lowerBound
        return first < one.mention.head.token && tree.tokens[first].xpos == "PRP$"
            && tree.heads[first] == one.mention.head.token
    }

    /// "Vos's career … his career": one noun of one owner.
    static func ownedPhrase(_ chains: inout ChainSet, views: [SentenceView]) {
        let byHead = index(chains.features)
        var last: [String: Int] = [:]
        for (index, one) in chains.features.enumerated() where one.mention.kind == .common && one.mention.type != "Date"
        {
            let tree = views[one.sentence].tree
            let head = one.mention.head.token
            guard let owner = tree.child(head, .possessor), owner < head,
                let mention = byHead[TokenReference(sentence: one.sentence, token: owner)]
            else { continue }
            let start = (tree.subtree(owner).last ?? owner) + 1
            guard start <= head, one.mention.span.upperBound > head else { continue }
            let words = (start..<one.mention.span.upperBound).map { $0 == head ? tree.lemmas[$0] : tree.words[$0] }
            let key = "\(chains.root(mention)) \(one.number == .plural) " + words.joined(separator: " ")
            if let before = last[key], !isNested(one, chains.features[before]) { chains.join(before, index) }
            last[key] = index
        }
    }

    private static func startsWithQuantifier(_ one: MentionFeatures) -> Bool {
        guard let first = one.phraseKey.split(separator: " ").first else { return false }
        return Lexicon.contains(String(first), in: .quantifier) || Lexicon.contains(String(first), in: .negator)
    }

    private static func isNested(_ inner: MentionFeatures, _ outer: MentionFeatures) -> Bool {
        inner.sentence == outer.sentence && inner.mention.span.overlaps(outer.mention.span)
    }

    /// "the plan", "this plan", "its plan", "his plan" of a plan before, when it brings no modifier that the earlier one lacks.
    static func sameHead(_ chains: inout ChainSet) {
        let features = chains.features
        for (index, one) in features.enumerated() where one.mention.kind == .common && one.mention.type != "Date" {
            // "He contributed to this report": the one that is being read.
            if one.determiner == "this", ["report", "article", "story"].contains(one.lemma) { continue }
            let isOwned = ["its", "their", "his", "her", "our", "my"].contains(one.determiner)
            guard isOwned || pointing.contains(one.determiner) else { continue }
            // After "this" what follows the head rarely tells one from another, and often belongs to the verb.
            let isPointing = one.determiner == "this" || one.determiner == "these"
            for other in stride(from: index - 1, through: 0, by: -1) {
                let before = features[other]
                guard one.sentence - before.sentence <= (isPointing ? 4 : 12) else { break }
                // "Three children died. … She and her children"
                if isOwned, before.modifiers.contains(where: { !Lexicon.numberWords($0).isEmpty }) { continue }
                guard
                    before.mention.kind == .common
                        || before.isNamed && before.mention.nameSpan.map({ !$0.isEmpty }) == true,
                    !before.isPronoun, before.lemma == one.lemma, before.number == one.number,
                    (isPointing ? one.premodifiers : one.modifiers).isSubset(of: before.modifiers),
                    !isNested(one, before),
                    // "his wife … his wife": whose both are, the pronouns tell later (`ownedPhrase`).
                    !isOwned || unowned.contains(before.determiner),
                    !(before.isNamed && before.mention.type == "Person")
                else { continue }
                chains.join(other, index)
                break
            }
        }
    }

    private static let pointing: Set<String> = ["the", "this", "that", "these", "those"]
    private static let unowned = pointing.union(["", "a", "an"])

    /// "1947" and "1947", "Monday" and "Monday", "last year" and "last year": one time.
    static func sameDate(_ chains: inout ChainSet) {
        var last: [String: Int] = [:]
        for (index, one) in chains.features.enumerated()
        where one.mention.type == "Date" && one.mention.kind != .pronoun {
            guard !one.phraseKey.isEmpty else { continue }
            let key = String(one.phraseKey.filter { $0 != "," })
            if let before = last[key] { chains.join(before, index) }
            last[key] = index
        }
    }

    /// "this country", "the city": the one country or city spoken of in the sentences just before.
    static func placeNoun(_ chains: inout ChainSet) {
        let features = chains.features
        for (index, one) in features.enumerated()
        where one.mention.kind == .common && one.number == .singular && one.modifiers.isEmpty {
            guard ["the", "this", "that"].contains(one.determiner), chains.first(index) == index else { continue }
            let types: Set<String>
            switch one.lemma {
            case "country", "nation": types = ["Country"]
            case "city", "town", "capital": types = ["City"]
            default: continue
            }
            var found: Int?
            for other in stride(from: index - 1, through: 0, by: -1) {
                let before = features[other]
                guard one.sentence - before.sentence <= 2 else { break }
                guard before.isNamed, types.contains(before.mention.type), !isNested(one, before) else { continue }
                if let known = found, !chains.areJoined(known, other) {
                    found = nil
                    break
                }
                if found == nil { found = other }
            }
            if let found { chains.join(found, index) }
        }
    }

    /// "the mayor" after "Mayor Ada Okoro", where nobody else in the report bears the title.
    static func titleHolder(_ chains: inout ChainSet, views: [SentenceView]) {
        let features = chains.features
        var holders: [String: [Int]] = [:]
        for (index, one) in features.enumerated() where one.isNamed && one.mention.type == "Person" {
            guard let name = one.mention.nameSpan, name.lowerBound > one.mention.span.lowerBound else { continue }
            let tree = views[one.sentence].tree
            let title = one.mention.span.lowerBound..<name.lowerBound
            guard let last = title.last, tree.tokens[last].upos == "NOUN" || tree.tokens[last].upos == "PROPN" else {
                continue
            }
            holders[tree.lemmas[last], default: []].append(index)
        }
        // Nobody else may bear the title; chains of bearers are few, so that this is linear.
        let single = holders.filter { all in Set(all.value.map { chains.root($0) }).count == 1 }
        var next: [String: Int] = [:]
        for (index, one) in features.enumerated()
        where one.mention.kind == .common && one.mention.type == "Person" && one.number == .singular {
            guard ["the", "this"].contains(one.determiner), chains.first(index) == index else { continue }
            if !one.modifiers.isEmpty {
                joinOffice(index, holders[one.lemma] ?? [], &chains, views)
                continue
            }
            guard let all = single[one.lemma] else { continue }
            var place = next[one.lemma] ?? 0
            while place < all.count, all[place] < index { place += 1 }
            next[one.lemma] = place
            guard place > 0, one.sentence - features[all[place - 1]].sentence <= 12 else { continue }
            chains.join(all[place - 1], index)
        }
    }

    /// "Transport Secretary Ana Holm resigned. The Transport Secretary said": the one before it with all words of the office.
    private static func joinOffice(
        _ index: Int, _ holders: [Int], _ chains: inout ChainSet, _ views: [SentenceView]
    ) {
        let office = chains.features[index]
        guard office.modifiers == office.premodifiers else { return }
        let found = holders.filter { holder in
            let one = chains.features[holder]
            guard let name = one.mention.nameSpan else { return false }
            let tree = views[one.sentence].tree
            let title = Set((one.mention.span.lowerBound..<name.lowerBound).map { tree.lemmas[$0] })
            return office.modifiers.isSubset(of: title) && title.isDisjoint(with: ["former", "deputy", "vice", "ex"])
        }
        guard Set(found.map { chains.root($0) }).count == 1, let last = found.last(where: { $0 < index }),
            office.sentence - chains.features[last].sentence <= 12
        else { return }
        chains.join(last, index)
    }

    static func index(_ features: [MentionFeatures]) -> [TokenReference: Int] {
        Dictionary(features.enumerated().map { ($1.mention.head, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
