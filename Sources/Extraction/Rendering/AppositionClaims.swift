import English

/// "Harbour Week, an annual fair in Lund, opened."; "The plane, a small jet, crashed."; "Vos, a leading figure in the party"
///
/// What an apposition behind a comma tells of a thing or a body, and of a person where it names no role.
struct AppositionClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of noun: Int) -> [Claim] {
        let described = tree.heads[noun]
        guard tree.labels[noun] == .apposition, described >= 0, noun > described, isDescription(noun),
            isDescribed(described, by: noun), !isListed(noun)
        else { return [] }
        let phrase = Spans.phrase(noun, in: tree)
        guard phrase.lowerBound > 0, tree.words[phrase.lowerBound - 1] == ",", closes(behind: phrase) else { return [] }
        var words = phrase
        while words.count > 1, tree.labels[words.lowerBound] == .determiner { words = words.dropFirst() }
        // "the first of its kind to fly": without what follows it is the first of all.
        if let whole = context.ranked(noun) { words = whole }
        let former = words.contains {
            ["former", "then", "ex", "alleged", "suspected", "late"].contains(tree.words[$0])
        }
        guard !former, words.upperBound <= phrase.upperBound || context.ranked(noun) != nil else { return [] }
        return [
            context.claim(
                predicate: [noun], relation: "is", isNamed: true, subject: described,
                object: .text(Spans.text(words, in: tree), phrase), status: context.modifierStatus(noun),
                tense: .present)
        ]
    }

    /// A common noun with an article or an owner: "a fair", "Lund's oldest club".
    private func isDescription(_ noun: Int) -> Bool {
        guard tree.tokens[noun].xpos == "NN", !context.dates.isTime(noun), !context.quantities.isMeasure(noun),
            context.quantities.quantity(at: noun) == nil || tree.child(noun, .numeralModifier) == nil
        else { return false }
        let article = tree.children(noun).first {
            tree.labels[$0] == .determiner && $0 < noun || tree.labels[$0] == .possessor
        }
        guard let article else { return false }
        return tree.labels[article] == .possessor
            ? tree.tokens[article].upos == "PROPN" : ["a", "an", "the"].contains(tree.words[article])
    }

    /// A person by a noun for people, a name by any other, a thing without a name by what has an "a"; no time, and not several
    /// by one.
    private func isDescribed(_ described: Int, by noun: Int) -> Bool {
        guard ["NN", "NNP", "NNPS"].contains(tree.tokens[described].xpos), !context.dates.isTime(described),
            !context.quantities.isMeasure(described)
        else { return false }
        // "Okar was the old capital of Malta, a trading hub": which of the two, the words do not say.
        let whole = tree.heads[described]
        if tree.labels[described].isNominalModifier, tree.prepositionWord(described) == "of", whole >= 0,
            tree.has(whole, .copula), AppositionClaims.places.contains(tree.lemmas[whole])
        {
            return false
        }
        if EntityTypes.isPerson(context.type(described)), !AppositionClaims.figures.contains(tree.lemmas[noun]),
            !Lexicon.nounClasses(tree.lemmas[noun]).contains(.person)
        {
            return false
        }
        // "on all flights by May, a move which worries pilots": what is told is the move.
        if AppositionClaims.acts.contains(tree.lemmas[noun]), !EntityTypes.isEvent(context.type(described)) {
            return false
        }
        return context.isName(described)
            || tree.children(noun, .determiner).contains { ["a", "an"].contains(tree.words[$0]) }
    }

    /// "dances, drawing of animals, a review": one of a list.
    private func isListed(_ noun: Int) -> Bool {
        var at = noun
        while at >= 0, tree.isNominal(at) {
            if tree.labels[at] == .conjunct || tree.has(at, .conjunct) { return true }
            at = tree.heads[at]
        }
        return false
    }

    private static let places: Set<String> = [
        "capital", "city", "town", "village", "port", "part", "region", "province", "state", "district", "suburb",
        "centre", "center", "birthplace", "home", "hub", "island",
    ]

    private static let figures: Set<String> = ["figure", "voice", "star", "legend", "icon", "face", "force"]

    private static let acts: Set<String> = [
        "move", "step", "decision", "act", "development", "claim", "charge", "allegation", "feat", "figure", "rise",
        "increase", "drop", "fall", "sign", "change", "situation", "technique", "result", "loophole", "fact",
        "reference",
        "number", "record", "practice", "policy", "time", "first", "way", "term", "word", "idea", "view", "stance",
        "blow",
        "victory", "task", "rate", "level", "margin", "total", "amount", "process", "condition",
    ]

    /// The description ends with a comma, a full stop, or the relative clause that goes on with it.
    private func closes(behind phrase: Range<Int>) -> Bool {
        guard phrase.upperBound < tree.count else { return true }
        return [",", ".", ";", ")", "who", "which", "that"].contains(tree.words[phrase.upperBound])
    }
}
