import English

/// "A bill to Congress in the next ten days which aims to end it."; "The leader of the rebels who live there."
///
/// The noun that a relative word stands for, where the tree's choice contradicts the verb's number or the relative word.
enum Antecedent {
    /// The tree's noun when it agrees, else the nearest noun beside it that does, else nil.
    static func agreeing(with noun: Int, clause: Clause, in tree: DependencyTree) -> Int? {
        guard let relative = clause.subjects.first(where: { tree.isRelativeWord($0) }) else { return noun }
        // "Vos and Holm, who is the envoy": a verb in the singular is said of the nearest name.
        if tree.words[relative] == "who", number(of: clause, in: tree) == false,
            let nearest = tree.conjuncts(noun).last(where: { $0 > noun && $0 < relative }),
            tree.tokens[nearest].upos == "PROPN", fits(nearest, relative, clause, tree)
        {
            return nearest
        }
        guard !fits(noun, relative, clause, tree) else { return noun }
        // The noun above it, and the nouns inside its phrase, the one nearest to the relative word first.
        var candidates = tree.subtree(noun) { tree.labels[$0] == .relativeClause || $0 > relative }.filter {
            $0 != noun && $0 < relative && (tree.labels[$0].isNominalModifier || tree.labels[$0] == .apposition)
        }
        candidates.sort(by: >)
        var above = tree.heads[noun]
        while above >= 0, tree.isNominal(above), above < noun {
            candidates.append(above)
            above = tree.heads[above]
        }
        return candidates.first { fits($0, relative, clause, tree) }
    }

    private static func fits(_ noun: Int, _ relative: Int, _ clause: Clause, _ tree: DependencyTree) -> Bool {
        if tree.words[relative] == "who", tree.tokens[noun].upos == "NOUN", isThing(noun, tree) { return false }
        // "the inquiry into Jan Vos which led to it": a person is no which.
        if tree.words[relative] == "which", tree.tokens[noun].upos == "PROPN", tree.has(noun, .flat),
            Lexicon.givenName(tree.tokens[noun].form) != nil
        {
            return false
        }
        // "Vos from Malta, who won": a country or a town is no who.
        if tree.words[relative] == "who", tree.tokens[noun].upos == "PROPN", tree.labels[noun].isNominalModifier,
            ["from", "in", "at"].contains(tree.prepositionWord(noun) ?? "")
        {
            return false
        }
        if isCalendarTime(noun, tree), !clause.isPassive, clause.kind == .verb,
            !Lexicon.contains(tree.lemmas[clause.head], in: .timelyVerb)
        {
            return false
        }
        guard let isPlural = number(of: clause, in: tree) else { return true }
        if tree.has(noun, .conjunct) || tree.tokens[noun].upos != "NOUN" { return true }
        if Lexicon.contains(tree.lemmas[noun], in: .collectiveNoun) { return true }
        return (tree.tokens[noun].xpos == "NNS") == isPlural
    }

    /// Whether the clause's verb is plural, or nil where its form does not tell.
    private static func number(of clause: Clause, in tree: DependencyTree) -> Bool? {
        guard let verb = (clause.auxiliaries + clause.copulas + [clause.head]).min() else { return nil }
        switch tree.words[verb] {
        case "is", "was", "has", "does", "'s": return false
        case "are", "were", "have", "do", "'re": return true
        default: break
        }
        guard verb == clause.head else { return nil }
        switch tree.tokens[verb].xpos {
        case "VBZ": return false
        case "VBP": return true
        default: return nil
        }
    }

    private static func isThing(_ noun: Int, _ tree: DependencyTree) -> Bool {
        let word = tree.words[noun]
        return DateReader.months[word] != nil || DateReader.weekdays[word] != nil
            || ["year", "years", "day", "days", "place", "percent", "number", "age"].contains(word)
    }

    private static func isCalendarTime(_ noun: Int, _ tree: DependencyTree) -> Bool {
        DateReader(tree, publication: nil).isTime(noun)
    }
}
