/// "The council sold the harbour to a bank on Monday."; "The fate of the crew is uncertain."; "There is hope."
///
/// A verb, or a word with a copula or a subject of its own, is a predicate; what hangs on it fills its places.
enum PredicateRule {
    static func clause(at token: Int, in tree: DependencyTree) -> Clause? {
        guard let kind = kind(of: token, in: tree) else { return nil }
        var clause = Clause(head: token, kind: kind, link: tree.labels[token])
        for child in tree.children(token) { fill(&clause, with: child, in: tree) }
        if !clause.subjects.isEmpty { clause.subjectOrigin = .own }
        return clause
    }

    private static func kind(of token: Int, in tree: DependencyTree) -> Clause.Kind? {
        switch tree.labels[token] {
        case .adjectivalModifier, .compound, .preposition, .marker, .fixed, .flat, .auxiliary, .passiveAuxiliary,
            .copula, .determiner, .punctuation, .coordinator, .numeralModifier, .title, .discourse, .goesWith,
            .reparandum, .particle:
            return nil
        default: break
        }
        let hasExpletive = tree.children(token).contains { tree.labels[$0] == .expletive && tree.words[$0] == "there" }
        if tree.has(token, .copula) { return hasExpletive ? .existential : .copula }
        if tree.isVerb(token) { return hasExpletive ? .existential : .verb }
        let hasSubject = tree.children(token).contains { tree.labels[$0].isSubject }
        return hasSubject ? .verbless : nil
    }

    private static func fill(_ clause: inout Clause, with child: Int, in tree: DependencyTree) {
        switch tree.labels[child] {
        case .subject, .clausalSubject: clause.subjects.append(child)
        case .outerSubject:
            // "The fear is that banks will close": the outer subject belongs to "is", the inner clause is its content.
            if !tree.children(clause.head).contains(where: { tree.labels[$0] == .subject }) {
                clause.subjects.append(child)
            }
        case .passiveSubject:
            clause.subjects.append(child)
            clause.isPassive = true
        case .passiveAuxiliary:
            clause.auxiliaries.append(child)
            clause.isPassive = true
        case .auxiliary: clause.auxiliaries.append(child)
        case .copula: clause.copulas.append(child)
        case .particle: clause.particles.append(child)
        case .adverb: clause.adverbs.append(child)
        case .marker: clause.marks += ([child] + tree.children(child, .fixed)).sorted()
        case .object: clause.objects.append(child)
        case .indirectObject: clause.indirectObjects.append(child)
        case .oblique, .agent, .unmarkedOblique:
            clause.obliques.append(
                Oblique(
                    head: child, preposition: tree.prepositionWord(child),
                    prepositionTokens: tree.prepositionTokens(child)))
        case .clausalComplement: clause.contents.append(child)
        case .openComplement: clause.openComplements.append(child)
        case .adverbialClause, .clauseRelative: clause.adverbials.append(child)
        default: break
        }
    }
}
