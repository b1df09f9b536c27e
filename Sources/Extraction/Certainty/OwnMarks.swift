/// "Nobody's pay was cut."; "He may resign."; "They never met."
///
/// What the words of a clause themselves say of its polarity, certainty and time: auxiliaries, adverbs, and the
/// determiners of its subject and objects.
struct OwnMarks {
    var isNegated = false
    var certainty = Certainty.stated
    var isFuture = false
    /// Whether it is a would that only a past verb of saying turns into plain future.
    var isWould = false
    /// Whether an adverb, and no auxiliary, makes it uncertain.
    var isHedgedByAdverb = false

    init(_ clause: Clause, in tree: DependencyTree) {
        readAdverbs(clause, tree)
        readAuxiliaries(clause, tree)
        readArguments(clause, tree)
        if tree.children(clause.head, .coordinator).contains(where: { tree.words[$0] == "nor" })
            || tree.children(clause.head, .preconjunction).contains(where: { tree.words[$0] == "neither" })
        {
            isNegated = true
        }
    }

    private mutating func weaken(_ other: Certainty) {
        var status = Status()
        status.certainty = certainty
        status.weaken(other)
        certainty = status.certainty
    }

    /// "did not respond until Friday", "Not until Friday did it respond": it did.
    private static func isAffirmedUntil(_ clause: Clause, _ tree: DependencyTree) -> Bool {
        clause.kind == .verb && AdverbialStatusRule.isPast(clause, in: tree)
            && clause.obliques.contains { ["until", "till"].contains($0.preposition ?? "") }
    }

    private mutating func readAdverbs(_ clause: Clause, _ tree: DependencyTree) {
        let fillers = tree.children(clause.head, .discourse)
        for adverb in clause.adverbs + fillers {
            // "never once in its history": beneath another adverb it denies all the same.
            if !OwnMarks.negators.contains(tree.words[adverb]), adverb < clause.head,
                tree.children(adverb, .adverb).contains(where: {
                    tree.words[$0] == "never" || tree.words[$0] == "longer" && $0 > 0 && tree.words[$0 - 1] == "no"
                })
            {
                isNegated.toggle()
            }
            let word = tree.words[adverb]
            if OwnMarks.negators.contains(word) {
                let next = adverb + 1 < tree.count ? tree.words[adverb + 1] : ""
                let isReversed = word != "never" && OwnMarks.isAffirmedUntil(clause, tree)
                if !OwnMarks.additive.contains(next), !isReversed { isNegated.toggle() }
            } else if word == "longer" || word == "more" {
                if tree.children(adverb).contains(where: { tree.words[$0] == "no" }) { isNegated.toggle() }
            } else if OwnMarks.minimizers.contains(word), !tree.has(clause.head, .numeralModifier) {
                isNegated.toggle()
                weaken(.hedged)
            } else if OwnMarks.approximators.contains(word), clause.kind == .verb, adverb < clause.head {
                isNegated.toggle()
            } else if OwnMarks.hedges.contains(word) {
                weaken(.hedged)
                isHedgedByAdverb = true
            }
        }
        // "There are reportedly 1.3 billion people": the adverb before a number hedges the clause.
        for argument in clause.subjects + clause.objects + (clause.kind == .verb ? [] : [clause.head]) {
            for token in [argument] + tree.children(argument, .numeralModifier)
            where tree.children(token, .adverb).contains(where: { OwnMarks.hedges.contains(tree.words[$0]) }) {
                weaken(.hedged)
            }
        }
        if clause.kind == .existential || clause.kind == .copula {
            // "Not far from over": a negation under the predicate word counts as the clause's.
            if clause.adverbs.isEmpty,
                tree.children(clause.head, .determiner).contains(where: { tree.words[$0] == "no" })
            {
                isNegated.toggle()
            }
        }
    }

    private mutating func readAuxiliaries(_ clause: Clause, _ tree: DependencyTree) {
        let auxiliaries = clause.auxiliaries
        let hasHave = auxiliaries.contains { tree.lemmas[$0] == "have" }
        for auxiliary in auxiliaries {
            switch tree.words[auxiliary] {
            case "may", "might", "could", "can", "ca":
                let word = tree.words[auxiliary]
                let isDenial = isNegated && word != "may" && word != "might"
                if !isDenial { weaken(.hedged) }
            case "must": weaken(hasHave ? .hedged : .unrealised)
            case "should", "ought", "need": weaken(.unrealised)
            case "would": isWould = true
            case "'d", "’d": if tree.tokens[auxiliary].xpos == "MD" { isWould = true }
            case "will", "'ll", "’ll", "shall", "wo": isFuture = true
            default: break
            }
        }
        let isInfinitive = clause.marks.contains { tree.words[$0] == "to" }
        let isMain = clause.link == .root || clause.link == .clausalComplement || clause.link == .parataxis
        let isScheduled = auxiliaries.contains { tree.lemmas[$0] == "be" && tree.labels[$0] == .copula }
        if isInfinitive, isMain || isScheduled, !clause.subjects.isEmpty { isFuture = true }
    }

    private mutating func readArguments(_ clause: Clause, _ tree: DependencyTree) {
        var arguments = clause.subjects + clause.objects
        if clause.subjectOrigin == .relative || clause.subjectOrigin == .participle
            || clause.subjectOrigin == .controlled
        {
            // An antecedent's determiner belongs to the clause that the antecedent stands in.
            arguments.removeAll { clause.subjects.contains($0) && !tree.dominates(clause.head, $0) }
        }
        for oblique in clause.obliques where OwnMarks.negatedAdverbials.contains(tree.lemmas[oblique.head]) {
            if tree.children(oblique.head, .determiner).contains(where: { tree.words[$0] == "no" }) {
                isNegated.toggle()
            }
        }
        // "In most cases the crew has landed the plane.": in others it has not.
        for oblique in clause.obliques where ["case", "instance"].contains(tree.lemmas[oblique.head]) {
            if tree.children(oblique.head).contains(where: { OwnMarks.partial.contains(tree.words[$0]) }) {
                weaken(.hedged)
            }
        }
        for argument in arguments where argument != clause.antecedent {
            switch OwnMarks.quantifier(of: argument, in: tree) {
            case .zero: isNegated = true
            case .few:
                isNegated = true
                weaken(.hedged)
            case nil: break
            }
        }
    }

    /// How a noun phrase is quantified when it denies or nearly denies what is said of it.
    enum Quantifier { case zero, few }

    static func quantifier(of head: Int, in tree: DependencyTree) -> Quantifier? {
        if nobody.contains(tree.words[head]) { return Quantifier.zero }
        if isNotEvenOne(head, tree) { return Quantifier.zero }
        var hasArticle = false
        var few = few.contains(tree.words[head]) && tree.tokens[head].xpos != "NNS"
        for child in tree.children(head) where child < head || few {
            switch tree.labels[child] {
            case .determiner:
                // "no fewer than 12 ships" are some.
                let isBound = child + 1 < tree.count && ["fewer", "less", "more"].contains(tree.words[child + 1])
                if tree.words[child] == "no" && !isBound || tree.words[child] == "neither" { return Quantifier.zero }
                hasArticle = hasArticle || !OwnMarks.few.contains(tree.words[child])
                if OwnMarks.few.contains(tree.words[child]) { few = true }
            case .adjectivalModifier:
                if OwnMarks.few.contains(tree.words[child]), !tree.tokens[head].upos.hasPrefix("PROPN"),
                    isMeasure(child, of: head, in: tree)
                {
                    few = true
                }
            case .possessor:
                if let found = quantifier(of: child, in: tree), found == Quantifier.zero { return found }
                hasArticle = true
            default: break
            }
        }
        return few && !hasArticle ? .few : nil
    }

    /// "not one ship", "not even one ship", "not a single ship"
    private static func isNotEvenOne(_ head: Int, _ tree: DependencyTree) -> Bool {
        guard
            let one = tree.children(head).first(where: {
                $0 < head && (tree.words[$0] == "one" || tree.words[$0] == "single")
            })
        else { return false }
        return (max(0, one - 2)..<one).contains {
            tree.words[$0] == "not" && tree.labels[$0] == .adverb
                && ($0 + 1 == one || ["even", "a"].contains(tree.words[$0 + 1]))
        }
    }

    /// "little hope" and "few ships", but not "little children".
    private static func isMeasure(_ adjective: Int, of head: Int, in tree: DependencyTree) -> Bool {
        if tree.words[adjective] == "little" { return tree.tokens[head].xpos == "NN" }
        return true
    }

    private static let partial: Set<String> = ["most", "many", "some", "certain", "several", "rare"]
    static let negators: Set<String> = ["not", "n't", "n’t", "never", "nt"]
    private static let additive: Set<String> = ["only", "just", "merely", "simply", "solely"]
    private static let minimizers: Set<String> = ["hardly", "rarely", "barely", "scarcely", "seldom"]
    private static let approximators: Set<String> = ["almost", "nearly"]
    private static let nobody: Set<String> = ["nobody", "none", "nothing", "no-one", "neither", "nowhere"]
    private static let few: Set<String> = ["few", "little", "fewer"]
    private static let negatedAdverbials: Set<String> = [
        "circumstance", "time", "way", "means", "mean", "point", "case", "condition",
    ]
    static let hedges: Set<String> = [
        "perhaps", "probably", "likely", "apparently", "possibly", "allegedly", "reportedly", "maybe", "supposedly",
        "seemingly", "purportedly", "presumably", "potentially", "tentatively", "conceivably", "ostensibly", "arguably",
        "rumoredly", "evidently",
    ]
}
