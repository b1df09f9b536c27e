/// "The council sold the harbour to a bank on Monday."; "The fate of the crew is uncertain."; "There is hope."
///
/// A verb, or a word with a copula or a subject of its own, is a predicate; what hangs on it fills its places.
enum PredicateRule {
    static func clause(at token: Int, in tree: DependencyTree) -> Clause? {
        guard let kind = kind(of: token, in: tree) else { return nil }
        var clause = Clause(head: token, kind: kind, link: tree.labels[token])
        for child in tree.children(token) { fill(&clause, with: child, in: tree) }
        if !clause.subjects.isEmpty { clause.subjectOrigin = .own }
        // "granted Vos a pardon": of two objects the first receives.
        if clause.objects.count == 2, clause.indirectObjects.isEmpty, !clause.isPassive,
            PassiveRule.keepsObject.contains(tree.lemmas[token])
        {
            clause.indirectObjects = [clause.objects.removeFirst()]
        }
        // "considered this a conclusion", "called it a crime": of two objects the second is what the first is held to be.
        if clause.objects.count == 2, judging.contains(tree.lemmas[token]) {
            clause.openComplements.append(clause.objects.removeLast())
        }
        // "called the move a grab": what the tree takes for another name of it.
        if clause.objects.count == 1, clause.openComplements.isEmpty, judging.contains(tree.lemmas[token]),
            tree.lemmas[token] != "make", let object = clause.objects.first,
            let label = tree.child(object, .apposition),
            let first = tree.subtree(label).first(where: {
                tree.labels[$0] != .punctuation
            }), ["a", "an"].contains(tree.words[first]), first > 0, tree.words[first - 1] != ","
        {
            clause.openComplements.append(label)
        }
        return clause
    }

    private static let judging: Set<String> = [
        "call", "consider", "deem", "declare", "name", "dub", "label", "term", "elect", "appoint", "rule", "think",
        "believe", "find", "make", "pronounce", "proclaim", "designate", "nickname", "title",
    ]

    private static let existential: Set<String> = [
        "be", "exist", "remain", "come", "appear", "emerge", "arise", "follow", "occur", "stand", "lie", "seem",
        "happen",
        "live", "need", "have", "use", "tend", "continue", "begin", "start", "cease",
    ]

    private static func kind(of token: Int, in tree: DependencyTree) -> Clause.Kind? {
        switch tree.labels[token] {
        case .adjectivalModifier, .compound, .preposition, .marker, .fixed, .flat, .auxiliary, .passiveAuxiliary,
            .copula, .determiner, .punctuation, .coordinator, .numeralModifier, .title, .discourse, .goesWith,
            .reparandum, .particle:
            return nil
        default: break
        }
        if isNoPredicate(token, in: tree) { return nil }
        // "Residents there told the press": only some verbs say that there is something.
        let hasExpletive =
            (existential.contains(tree.lemmas[token]) || tree.has(token, .copula))
            && tree.children(token).contains { tree.labels[$0] == .expletive && tree.words[$0] == "there" }
        if tree.has(token, .copula), !isScheduled(token, in: tree) { return hasExpletive ? .existential : .copula }
        if tree.isVerb(token) { return hasExpletive ? .existential : .verb }
        let hasSubject = tree.children(token).contains { tree.labels[$0].isSubject }
        return hasSubject ? .verbless : nil
    }

    /// "owing to their jobs", "regarding the plan": prepositions; "the accused": a noun.
    private static func isNoPredicate(_ token: Int, in tree: DependencyTree) -> Bool {
        // "Qaboos bin Said, the sultan": a name.
        if tree.tokens[token].form == "Said", token > 0, tree.tokens[token - 1].upos == "PROPN" { return true }
        switch tree.words[token] {
        case "owing": return token + 1 < tree.count && tree.words[token + 1] == "to"
        case "regarding", "concerning", "barring", "excluding", "pending", "notwithstanding":
            return tree.labels[token] != .root && tree.children(token).allSatisfy { !tree.labels[$0].isSubject }
                && !tree.has(token, .auxiliary)
        default: break
        }
        return ["VBN", "VBD"].contains(tree.tokens[token].xpos)
            && tree.children(token, .determiner).contains { $0 + 1 == token && tree.words[$0] == "the" }
            && tree.labels[token].isNominalPlace
    }

    /// "Envoys are to meet": a verb under a form of "be" and "to"; but "the aim is to win" says what the aim is.
    private static func isScheduled(_ token: Int, in tree: DependencyTree) -> Bool {
        guard tree.isVerb(token), tree.tokens[token].xpos == "VB",
            tree.children(token, .marker).contains(where: { tree.words[$0] == "to" })
        else { return false }
        return tree.children(token).contains {
            tree.labels[$0] == .subject && ComplementTable.noun[tree.lemmas[$0]] == nil
                && (tree.tokens[$0].upos == "PROPN" || tree.tokens[$0].upos == "PRON" || tree.tokens[$0].upos == "NOUN")
        }
    }

    /// "dispatched around 30 vehicles", "kill at least 34": before a number it bounds the number and is no preposition.
    private static func isBound(_ phrase: Int, in tree: DependencyTree) -> Bool {
        if let first = tree.subtree(phrase).first, first > 0, first + 1 < phrase, tree.words[first] == "at",
            ["least", "most"].contains(tree.words[first + 1]), tree.heads[phrase] == first - 1
        {
            return tree.tokens[first - 1].upos == "VERB"
        }
        guard let word = tree.child(phrase, .preposition),
            ["around", "about", "over", "under", "between"].contains(tree.words[word])
        else {
            return false
        }
        let next = word + 1
        return next < tree.count && tree.tokens[next].upos == "NUM" && tree.heads[next] == phrase
            && tree.tokens[tree.heads[phrase]].upos == "VERB"
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
        case .copula where clause.kind == .verb: clause.auxiliaries.append(child)
        case .copula: clause.copulas.append(child)
        case .particle: clause.particles.append(child)
        case .adverb: clause.adverbs.append(child)
        case .marker: clause.marks += ([child] + tree.children(child, .fixed)).sorted()
        case .object: clause.objects.append(child)
        case .indirectObject: clause.indirectObjects.append(child)
        case .oblique where isBound(child, in: tree) && !tree.has(clause.head, .object): clause.objects.append(child)
        case .oblique, .agent, .unmarkedOblique:
            clause.obliques.append(
                Oblique(
                    head: child, preposition: tree.prepositionWord(child),
                    prepositionTokens: tree.prepositionTokens(child),
                    isExtent: ExtentRule.isExtent(child, in: tree)))
        case .clausalComplement: clause.contents.append(child)
        case .openComplement: clause.openComplements.append(child)
        case .adverbialClause, .clauseRelative: clause.adverbials.append(child)
        default: break
        }
    }
}
