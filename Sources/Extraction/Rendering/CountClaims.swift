import English

/// "Japan sent two helicopters."; "At least 27 people died."; "Vos, 61, resigned."
///
/// How many a counted phrase of a claim counts, and how old somebody is: claims beside the one that names the phrase.
struct CountClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    /// The counts of the phrases that some claims name, each phrase once, as sure as the first claim that names it.
    func claims(beside claims: [Claim]) -> [Claim] {
        var done: Set<Int> = []
        for claim in claims {
            if case .quantity(_, let counted) = claim.object, let counted, claim.subject != nil {
                done.insert(counted.head.token)
            }
        }
        var found: [Claim] = []
        for claim in claims where claim.polarity == .affirmed {
            var phrases = [claim.subject]
            if case .phrase(let object) = claim.object, !isHoping(claim), !isRate(claim) { phrases.append(object) }
            if case .text(_, let words) = claim.object, !isReporting(claim), !isHoping(claim) {
                // "left 90,000 homes without power": the phrase that the words begin with.
                phrases.append(
                    words.first {
                        tree.labels[$0] == .object && Spans.phrase($0, in: tree).lowerBound == words.lowerBound
                    }
                    .map(context.argument))
            }
            for phrase in phrases.compactMap({ $0 }) where phrase.head.sentence == context.index {
                let head = phrase.head.token
                guard !done.contains(head), tree.tokens[head].xpos == "NNS", !context.quantities.isMeasure(head),
                    !context.dates.isTime(head), let quantity = context.quantities.quantity(at: head),
                    quantity.unit != nil, quantity.unit != "share", quantity.value != "1"
                else { continue }
                done.insert(head)
                var status = Status()
                status.certainty = claim.certainty
                status.isFuture = claim.tense == .future
                var count = context.claim(
                    predicate: numerals(of: head), relation: "hasCount", isNamed: true, subject: head,
                    object: .quantity(quantity, nil), status: status, tense: claim.tense)
                count.attribution = claim.attribution
                if let speaker = claim.subject, speaker != phrase, isReporting(claim) {
                    // "The ministry reported 12 cases": so many are the ministry's figure.
                    count.attribution.insert(speaker, at: 0)
                }
                found.append(count)
            }
        }
        return found + ages()
    }

    /// "expects hundreds of people to come", "wants 500 troops": nobody says that there are so many.
    private func isHoping(_ claim: Claim) -> Bool {
        claim.predicate.contains { CountClaims.hoping.contains(tree.lemmas[$0]) && tree.isVerb($0) }
    }

    /// "sells 120,000 units a month": no number of things that there are.
    private func isRate(_ claim: Claim) -> Bool { claim.qualifiers.contains { $0.kind == .other("per") } }

    private static let hoping: Set<String> = [
        "expect", "want", "hope", "plan", "predict", "forecast", "await", "anticipate", "intend", "wish", "project",
    ]

    private func isReporting(_ claim: Claim) -> Bool {
        claim.predicate.contains { tree.isVerb($0) && Lexicon.contains(tree.lemmas[$0], in: .sayingVerb) }
    }

    private func numerals(of head: Int) -> [Int] {
        let numerals = tree.children(head, .numeralModifier)
        return numerals.isEmpty ? [head] : numerals
    }

    // MARK: - Ages

    /// "Vos, 61, resigned", "61-year-old Vos", "aged nine"
    private func ages() -> [Claim] {
        (0..<tree.count).compactMap { token in
            guard let (person, age) = age(at: token), (1...125).contains(age),
                tree.isNominal(person), isPerson(person)
            else { return nil }
            return context.claim(
                predicate: [token], relation: "hasAge", isNamed: true, subject: person,
                object: .quantity(Quantity(value: String(age), unit: "years"), nil),
                status: context.modifierStatus(token), tense: .present)
        }
    }

    private func isPerson(_ token: Int) -> Bool {
        EntityTypes.isPerson(context.type(token)) || context.type(token) == "Group"
    }

    private func age(at token: Int) -> (person: Int, age: Int)? {
        let head = tree.heads[token]
        guard head >= 0 else { return nil }
        // "61-year-old": the number, "year" and "old" joined by hyphens.
        if tree.words[token] == "old" {
            guard token >= 4, tree.words[token - 1] == "-", tree.words[token - 2].hasPrefix("year"),
                let age = hyphened(token - 4)
            else { return nil }
            return (head, age)
        }
        guard let age = whole(tree.words[token]), tree.tokens[token].upos == "NUM" else { return nil }
        // "Vos, 61,": a bare number between commas behind a name.
        let isBetweenCommas =
            token > 0 && token + 1 < tree.count && tree.words[token - 1] == ","
            && [",", ".", ")", "and", ";"].contains(tree.words[token + 1])
        if isBetweenCommas, context.isName(head), head < token,
            tree.children(token).allSatisfy({
                tree.labels[$0] == .punctuation
            }),
            [.apposition, .unmarkedModifier, .nominalModifier, .numeralModifier, .parataxis, .adnominalClause].contains(
                tree.labels[token])
        {
            return (head, age)
        }
        // "aged nine", "age 29"
        if token > 0, tree.words[token - 1] == "aged" || tree.words[token - 1] == "age" {
            var at = head
            while at >= 0, at >= token - 1 || !tree.isNominal(at) { at = tree.heads[at] }
            return at >= 0 ? (at, age) : nil
        }
        return nil
    }

    /// "Thirty-one-year-old": the number that ends at a token, with the tens before its hyphen.
    private func hyphened(_ token: Int) -> Int? {
        guard let last = whole(tree.words[token]) else { return nil }
        guard last < 10, token > 1, tree.words[token - 1] == "-", let tens = NumberWords.small(tree.words[token - 2]),
            tens >= 20, tens % 10 == 0
        else { return last }
        return tens + last
    }

    private func whole(_ word: String) -> Int? {
        if let small = NumberWords.small(word) { return small }
        return word.utf8.count <= 3 ? Int(word) : nil
    }
}
