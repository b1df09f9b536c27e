import English

/// "Doctors who treated the crew spoke."; "The bridge the army built fell."; "The town in which he died is small."
///
/// The noun before a relative clause fills the place of the relative word; without one, of the missing object.
enum RelativeClauseRule {
    static func apply(to index: Int, in analysis: inout ClauseAnalysis) {
        let tree = analysis.tree
        var clause = analysis.clauses[index]
        guard let antecedent = antecedent(of: clause, in: tree) else { return }
        clause.antecedent = antecedent
        if let place = clause.subjects.firstIndex(where: { tree.isRelativeWord($0) }) {
            clause.subjectOrigin = .relative
            if isResult(clause, of: antecedent, in: tree) {
                clause.subjects.remove(at: place)
            } else if let agreeing = Antecedent.agreeing(with: antecedent, clause: clause, in: tree) {
                clause.subjects[place] = agreeing
                clause.antecedent = agreeing
            } else {
                clause.subjects.remove(at: place)
            }
        } else if let place = clause.objects.firstIndex(where: { tree.isRelativeWord($0) }) {
            // "was accused of fraud in some way, which he denied": what he denied is the clause.
            let which = clause.objects[place]
            if tree.words[which] == "which", which > 0, tree.words[which - 1] == ",",
                ComplementTable.content[tree.lemmas[clause.head]] != nil, clause.contents.isEmpty,
                clause.openComplements.isEmpty, !takingThings.contains(tree.lemmas[clause.head])
            {
                clause.objects.remove(at: place)
            } else {
                clause.objects[place] = antecedent
            }
        } else if let place = clause.obliques.firstIndex(where: { tree.isRelativeWord($0.head) }) {
            clause.obliques[place].head = antecedent
        } else if tree.tokens[antecedent].upos == "PROPN" || isHome(antecedent, of: clause, in: tree),
            let adverb = clause.adverbs.first(where: { tree.words[$0] == "where" })
        {
            // "They met in Lund, where he studied.": he studied in Lund.
            let preposition = tree.prepositionWord(antecedent).flatMap { ["at", "on", "near"].contains($0) ? $0 : nil }
            clause.adverbs.removeAll { $0 == adverb }
            clause.obliques.append(
                Oblique(head: antecedent, preposition: preposition ?? "in", prepositionTokens: []))
        } else if clause.kind == .verb, clause.objects.isEmpty, !clause.subjects.isEmpty, !clause.isPassive,
            clause.contents.isEmpty, !hasOwnGap(clause, in: tree)
        {
            clause.objects.append(antecedent)
        }
        analysis.clauses[index] = clause
    }

    /// "a town where many painters live": a place, and a verb that says little without one.
    private static func isHome(_ antecedent: Int, of clause: Clause, in tree: DependencyTree) -> Bool {
        guard clause.kind == .verb, clause.objects.isEmpty, let kind = Lexicon.nounClass(tree.lemmas[antecedent]),
            [.place, .building].contains(kind) || tree.lemmas[antecedent] == "area"
        else { return false }
        return ["live", "work", "reside", "stay", "study", "serve", "dwell"].contains(tree.lemmas[clause.head])
    }

    /// Verbs of saying that are as often said of a thing: "a plan, which they rejected".
    private static let takingThings: Set<String> = [
        "reject", "describe", "discover", "find", "see", "read", "write", "show", "order", "propose", "announce",
        "recognize", "recognise", "recommend", "demand", "request", "reveal", "hold", "learn",
    ]

    /// The noun that a relative clause, or a clause conjoined with one, is said of.
    private static func antecedent(of clause: Clause, in tree: DependencyTree) -> Int? {
        guard clause.link == .relativeClause || clause.link == .conjunct else { return nil }
        let first = tree.firstConjunct(clause.head)
        guard tree.labels[first] == .relativeClause, tree.heads[first] >= 0 else { return nil }
        if clause.link == .conjunct {
            let hasRelativeWord = tree.children(clause.head).contains { tree.isRelativeWord($0) }
            guard hasRelativeWord else { return nil }
        }
        let noun = tree.heads[first]
        return tree.isNominal(noun) ? noun : nil
    }

    /// "It dried on the surface, which made it smooth.": what did so may be all that stands before the comma.
    private static func isResult(_ clause: Clause, of antecedent: Int, in tree: DependencyTree) -> Bool {
        guard let which = clause.subjects.first(where: { tree.words[$0] == "which" }), which > 0,
            tree.words[which - 1] == ",", AdverbialSubjectRule.resulting.contains(tree.lemmas[clause.head])
        else { return false }
        guard tree.tokens[antecedent].upos != "PROPN" else { return false }
        return tree.labels[antecedent].isOblique || tree.labels[antecedent].isNominalModifier
    }

    /// Whether the clause's missing place is not its object: a relative adverb, or an infinitive that may hold the gap.
    private static func hasOwnGap(_ clause: Clause, in tree: DependencyTree) -> Bool {
        let adverbs = clause.adverbs.contains { tree.tokens[$0].xpos == "WRB" }
        let infinitive = clause.openComplements.contains { tree.isVerb($0) }
        let possessive = tree.subtree(clause.head).contains { tree.tokens[$0].xpos == "WP$" }
        return adverbs || infinitive || possessive
    }
}
