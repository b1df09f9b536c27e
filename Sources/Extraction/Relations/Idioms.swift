/// "A gunman opened fire in Lund."; "The talks took place in Oslo."; "Vos took office in May."
///
/// A verb and a bare noun that are one predicate: the noun is no object that anything is done to.
enum Idioms {
    /// The noun of an idiom, or nil.
    static func noun(of clause: Clause, in tree: DependencyTree) -> Int? {
        guard let nouns = table[tree.lemmas[clause.head]], clause.objects.count == 1, let noun = clause.objects.first,
            nouns.contains(tree.words[noun]), noun > clause.head,
            tree.children(noun).allSatisfy({ tree.labels[$0] == .punctuation || tree.labels[$0] == .nominalModifier })
        else { return nil }
        return noun
    }

    /// Whether a clause's verb and object are an idiom.
    static func isIdiom(_ clause: Clause, in tree: DependencyTree) -> Bool { noun(of: clause, in: tree) != nil }

    private static let table: [String: Set<String>] = [
        "open": ["fire"], "return": ["fire"], "catch": ["fire", "sight"], "set": ["fire", "sail", "foot"],
        "take": [
            "place", "part", "effect", "office", "action", "steps", "care", "note", "advantage", "shelter", "refuge",
            "control", "power", "shape", "root", "aim", "turns", "issue", "responsibility", "precautions", "off",
        ],
        "make": ["landfall", "sense", "headlines", "history", "way", "progress", "contact", "use"],
        "hold": ["office", "power"], "come": ["ashore"], "give": ["birth", "rise", "way", "notice", "evidence"],
        "pay": ["attention", "tribute", "homage", "heed"], "play": ["host"], "lose": ["control", "power", "contact"],
        "gain": ["control", "access", "independence", "momentum"], "bear": ["fruit", "witness"], "run": ["aground"],
        "cast": ["doubt"], "have": ["access"], "stand": ["trial"], "plead": ["guilty"], "do": ["business"],
    ]
}
