/// "according to the ministry"; "per the ministry"; "by most accounts"; "in the words of Vos"; "by the ministry's count"
///
/// A prepositional phrase that names who says the clause it hangs on.
enum SourcePhrase {
    /// The head of the source that a phrase names, or nil where it names none.
    static func source(_ head: Int, in tree: DependencyTree) -> Int? {
        switch tree.prepositionWord(head) {
        case "according_to", "as_per": return head
        case "per": return isSource(head, in: tree) ? head : nil
        case "by" where accounts.contains(tree.lemmas[head]):
            return tree.child(head, .possessor) ?? (isQuantified(head, in: tree) ? head : nil)
        case "in" where views.contains(tree.lemmas[head]):
            let owner = tree.child(head, .possessor) ?? tree.children(head).first { tree.prepositionWord($0) == "of" }
            guard let owner, tree.tokens[owner].upos != "NUM" else { return nil }
            return owner
        default: return nil
        }
    }

    /// "per the ministry", "per officials"; "per day", "per head" and "per cent" measure.
    private static func isSource(_ head: Int, in tree: DependencyTree) -> Bool {
        if tree.tokens[head].upos == "PROPN" { return true }
        return tree.tokens[head].upos == "NOUN"
            && (tree.tokens[head].xpos == "NNS" || tree.has(head, .determiner) || tree.has(head, .possessor))
    }

    /// "by all accounts", "by reports"; "by report" names a way.
    private static func isQuantified(_ head: Int, in tree: DependencyTree) -> Bool {
        tree.tokens[head].xpos == "NNS" || tree.has(head, .determiner)
    }

    private static let accounts: Set<String> = [
        "account", "report", "estimate", "reckoning", "admission", "count", "tally",
    ]
    private static let views: Set<String> = ["word", "view", "opinion", "judgment", "judgement", "eye", "estimation"]
}
