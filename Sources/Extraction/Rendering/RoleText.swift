/// "Israeli Prime Minister", "NASA administrator", "Secretary of State": the words of a role as text.
enum RoleText {
    /// The role that a noun heads, in lower case, without article, names beside it, numbers and further clauses.
    static func text(_ head: Int, in context: SentenceContext) -> String {
        let tree = context.tree
        let kept = tree.subtree(head) { child in
            switch tree.labels[child] {
            case .determiner, .relativeClause, .adnominalClause, .apposition, .conjunct, .coordinator, .punctuation,
                .possessor,
                .copula, .subject, .numeralModifier, .parataxis, .adverb, .auxiliary, .preconjunction, .marker,
                .adverbialClause,
                .oblique, .unmarkedModifier, .flat:
                return true
            case .preposition: return tree.heads[child] == head
            case .nominalModifier:
                return tree.prepositionWord(child) != "of" || !isTitleOf(child, head, context)
            case .adjectivalModifier where passing.contains(tree.words[child]): return true
            case .compound, .adjectivalModifier:
                return isOwnEntity(child, beside: head, context)
            default: return false
            }
        }
        // "Presidents Vos and Holm": each is one.
        let isTitle = tree.labels[head] == .title && ["NNS", "NNPS"].contains(tree.tokens[head].xpos)
        // "Earning a doctorate in Lund, she was a pioneer": what stands before a comma and has a noun of its own is no
        // part of the role.
        let comma = (0..<head).last { tree.words[$0] == "," } ?? -1
        let hasPhrase = kept.contains { $0 < comma && tree.isNominal($0) }
        return kept.filter {
            (!hasPhrase || $0 > comma) && !isAge($0, tree) && tree.tokens[$0].upos != "PRON"
                && DateReader.weekdays[tree.words[$0]] == nil
        }
        .map { $0 == head && isTitle ? singular(tree.words[$0]) : tree.words[$0] }.joined(separator: " ")
        .replacingHyphens()
    }

    private static func singular(_ word: String) -> String {
        word.hasSuffix("ies")
            ? word.dropLast(3) + "y" : word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    /// "a 44-year-old worker": how old somebody is, is none of the role.
    private static func isAge(_ token: Int, _ tree: DependencyTree) -> Bool {
        switch tree.words[token] {
        case "old": token > 1 && tree.words[token - 2].hasPrefix("year") || token > 0 && tree.words[token - 1] == "year"
        case "year", "years": token + 2 < tree.count && tree.words[token + 2] == "old"
        default: tree.words[token].hasSuffix("-year-old")
        }
    }

    /// Words that say when the role is held, and are none of its name.
    private static let passing: Set<String> = [
        "former", "ex", "late", "then", "onetime", "incoming", "outgoing", "current", "alleged",
    ]

    /// "Secretary of State": the of-phrase belongs to the title unless it names an entity of its own.
    private static func isTitleOf(_ modifier: Int, _ head: Int, _ context: SentenceContext) -> Bool {
        guard let type = context.type(modifier) else { return true }
        return !(EntityTypes.isPlace(type) || EntityTypes.isAgent(type)) || context.tree.lemmas[modifier] == "state"
    }

    /// "NASA administrator", "Israeli Prime Minister": a name or demonym of an entity of its own.
    private static func isOwnEntity(_ modifier: Int, beside head: Int, _ context: SentenceContext) -> Bool {
        guard let type = context.type(modifier) else { return false }
        return EntityTypes.isPlace(type) || EntityTypes.isAgent(type)
    }
}

extension String {
    /// "vice - president" as it stands in the text: no blanks around hyphens.
    fileprivate func replacingHyphens() -> String {
        var parts = split(separator: " ").map(String.init)
        var index = 1
        while index + 1 < parts.count {
            if parts[index] == "-" {
                parts[index - 1] += "-" + parts[index + 1]
                parts.removeSubrange(index...index + 1)
            } else {
                index += 1
            }
        }
        return parts.joined(separator: " ")
    }
}
