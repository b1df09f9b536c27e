import English

/// "A gunman opened fire in Lund."; "The talks took place in Oslo."; "Vos took office in May."
///
/// A verb and a bare noun that are one predicate: the noun is no object that anything is done to.
enum Idioms {
    /// The noun of an idiom, or nil.
    static func noun(of clause: Clause, in tree: DependencyTree) -> Int? {
        guard clause.objects.count == 1, let noun = clause.objects.first, noun > clause.head,
            tree.children(noun).allSatisfy({ tree.labels[$0] == .punctuation || tree.labels[$0] == .nominalModifier }),
            Lexicon.contains("\(tree.lemmas[clause.head]) \(tree.words[noun])", in: .idiom)
        else { return nil }
        return noun
    }

    /// Whether a clause's verb and object are an idiom.
    static func isIdiom(_ clause: Clause, in tree: DependencyTree) -> Bool { noun(of: clause, in: tree) != nil }
}
