import English

/// "Vos's father, Jan Vos,"; "Vos and Eva Vos": mentions that cannot be one, whatever their words say.
enum ApartSieve {
    static func run(_ chains: inout ChainSet, views: [SentenceView]) {
        let byHead = NounSieves.index(chains.features)
        for (index, one) in chains.features.enumerated() where one.mention.kind != .pronoun {
            let tree = views[one.sentence].tree
            let head = one.mention.head.token
            func mention(_ token: Int) -> Int? { byHead[TokenReference(sentence: one.sentence, token: token)] }
            for child in tree.children(head) {
                guard let other = mention(child), other != index else { continue }
                switch tree.labels[child] {
                case .conjunct where one.isNamed && chains.features[other].isNamed:
                    chains.part(index, other)
                case .possessor where Lexicon.isPersonNoun(tree.lemmas[head]):
                    chains.part(index, other)
                    // Nor is the owner who the noun stands for.
                    for name in tree.children(head, .apposition) {
                        if let name = mention(name) { chains.part(other, name) }
                    }
                    if tree.labels[head] == .apposition, let name = mention(tree.heads[head]) {
                        chains.part(other, name)
                    }
                default: break
                }
            }
            // "his mother Ana Holm": the noun is a title, and no mention.
            for title in tree.children(head, .title) where Lexicon.isPersonNoun(tree.lemmas[title]) {
                for owner in tree.children(title, .possessor) {
                    if let owner = mention(owner) { chains.part(index, owner) }
                }
            }
        }
    }
}
