import English

/// What stands around a name tells its type.
extension MentionTypes {
    /// A noun for a person beside the name: "the engineer Ada Okoro", "Okoro, an engineer," "Okoro is an engineer".
    func role(_ head: Int) -> TypeGuess? {
        for child in tree.children(head) where tree.labels[child] == .apposition || tree.labels[child] == .title {
            if isPersonNoun(child) { return TypeGuess("Person", .sure) }
        }
        if tree.labels[head] == .apposition, tree.heads[head] >= 0,
            isPersonNoun(tree.heads[head]) || isOffice(tree.heads[head])
        {
            return TypeGuess("Person", .sure)
        }
        if tree.labels[head] == .subject, tree.heads[head] >= 0 {
            let predicate = tree.heads[head]
            if tree.has(predicate, .copula), isPersonNoun(predicate) { return TypeGuess("Person", .lexical) }
        }
        return nil
    }

    /// "the Defence Minister, Ana Hill,": an office with a capital and an article.
    private func isOffice(_ head: Int) -> Bool {
        tree.tokens[head].xpos == "NNP" && Lexicon.title(tree.tokens[head].form)?.isRole ?? false
            && (tree.has(head, .determiner) || tree.has(head, .possessor))
    }

    /// What only places stand beside: "Bradford, England", "the city of Husaybah", "eastern Aleppo", "Idlib province".
    func placed(_ head: Int, name: Range<Int>) -> TypeGuess? {
        let next = name.upperBound
        if next + 1 < tree.count, tree.words[next] == ",", tree.labels[next + 1] != .conjunct,
            Lexicon.givenName(tree.tokens[name.lowerBound].form) == nil || name.count == 1,
            tree.tokens[next + 1].upos == "PROPN", regionEnd(next + 1).map({ isEndOfPlace($0) }) ?? false
        {
            return TypeGuess("Place", .sure)
        }
        let up = tree.heads[head]
        if tree.labels[head] == .nominalModifier, tree.prepositionWord(head) == "of", up >= 0,
            tree.tokens[up].upos == "NOUN", Self.settlements.contains(tree.lemmas[up])
        {
            return TypeGuess("Place", .sure)
        }
        if tree.labels[head] == .compound, up == name.upperBound, tree.tokens[up].upos == "NOUN",
            Self.settlements.contains(tree.lemmas[up]), tree.lemmas[up] != "city"
        {
            return TypeGuess("Place", .lexical)
        }
        if name.count == 1, name.lowerBound > 0, Self.directions.contains(tree.words[name.lowerBound - 1]),
            !view.isCapitalized(name.lowerBound - 1), tree.heads[name.lowerBound - 1] == head
        {
            return TypeGuess("Place", .lexical)
        }
        return nil
    }

    /// Where a country or state that begins at a token ends.
    private func regionEnd(_ start: Int) -> Int? {
        for length in stride(from: min(3, tree.count - start), through: 1, by: -1) {
            if let place = Lexicon.country(named: view.words(start..<start + length)) {
                return [.country, .state, .territory].contains(place.kind) ? start + length : nil
            }
        }
        return nil
    }

    /// Whether a list of countries cannot go on at a token: "Bradford, England, said", but not "Okoro, France and Italy".
    private func isEndOfPlace(_ end: Int) -> Bool {
        guard end < tree.count else { return true }
        if ["and", "or", "'s", "’s", "&"].contains(tree.words[end]) { return false }
        return tree.words[end] != "," || end + 1 >= tree.count || tree.tokens[end + 1].upos != "PROPN"
    }

    /// What places are called before "of" or behind their name.
    private static let settlements: Set<String> = [
        "city", "town", "village", "province", "district", "suburb", "municipality", "governorate", "hamlet", "island",
        "port", "county", "neighborhood", "neighbourhood", "township", "region", "prefecture", "oblast",
    ]

    private static let directions: Set<String> = [
        "northern", "southern", "eastern", "western", "central", "downtown", "northeastern", "northwestern",
        "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "nearby",
        "rural", "suburban", "mainland",
    ]

    /// A noun for anything else beside the name: "the company, Harbour Lines,", "Patria, a newspaper", "Patria is a party".
    func description(_ head: Int) -> TypeGuess? {
        var nouns = tree.children(head).filter { tree.labels[$0] == .apposition || tree.labels[$0] == .title }
        if [.apposition, .title].contains(tree.labels[head]), tree.heads[head] >= 0 { nouns.append(tree.heads[head]) }
        if tree.labels[head] == .subject, tree.heads[head] >= 0, tree.has(tree.heads[head], .copula) {
            nouns.append(tree.heads[head])
        }
        for noun in nouns where tree.tokens[noun].upos == "NOUN" && tree.tokens[noun].xpos == "NN" {
            switch Lexicon.nounClass(tree.lemmas[noun]) {
            case .organization, .government, .armedGroup, .place, .building, .event, .vehicle, .artifact, .work,
                .communication:
                return TypeGuess(common(noun), .lexical)
            default: continue
            }
        }
        return nil
    }

    private func isPersonNoun(_ token: Int) -> Bool {
        tree.tokens[token].upos == "NOUN" && tree.tokens[token].xpos != "NNS"
            && Lexicon.isPersonNoun(tree.lemmas[token])
    }

    /// What stands around the name.
    func context(_ head: Int, name: Range<Int>) -> TypeGuess {
        let form = tree.tokens[head].form
        let letters = form.unicodeScalars.filter { $0.properties.isAlphabetic }
        let isShouting = letters.count >= 2 && letters.allSatisfy { $0.properties.isUppercase }
        let up = tree.heads[head]
        if name.count == 1, isShouting, !isAllCapitals { return TypeGuess("Organization", .context) }
        if tree.children(head).contains(where: { tree.labels[$0] == .relativeClause && hasWho($0) }) {
            return TypeGuess("Person", .context)
        }
        if up >= 0, tree.labels[head].isSubject, Lexicon.contains(tree.lemmas[up], in: .sayingVerb) {
            return TypeGuess("Person", .context)
        }
        if up >= 0, isStaff(up), [.compound, .possessor, .nominalModifier].contains(tree.labels[head]) {
            return TypeGuess("Organization", .context)
        }
        if let preposition = tree.prepositionWord(head) {
            if ["in", "at", "near", "from", "into", "across", "throughout"].contains(preposition),
                tree.labels[head] == .oblique || tree.labels[head] == .nominalModifier
            {
                return TypeGuess("Place", .context)
            }
        }
        return TypeGuess("Person", .fallback)
    }

    private var isAllCapitals: Bool {
        !tree.tokens.contains { token in token.form.unicodeScalars.contains { $0.properties.isLowercase } }
    }

    private func hasWho(_ clause: Int) -> Bool {
        tree.children(clause).contains { tree.words[$0] == "who" && tree.labels[$0].isSubject }
    }

    private func isStaff(_ token: Int) -> Bool {
        let lemma = tree.lemmas[token]
        return Lexicon.contains(lemma, in: .staffNoun) || ["member", "employee", "staff"].contains(lemma)
    }
}
