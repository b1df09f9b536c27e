/// A clause as the patterns of verbs see it: who acts and who undergoes, whatever the voice.
struct VerbFrame {
    let clause: Clause
    let tree: DependencyTree
    /// Heads of those who act.
    let agents: [Int]
    /// Heads of what undergoes the act.
    let patients: [Int]
    /// The finite clause, or the words in quotation marks, that are the verb's content.
    let content: Int?
    /// The infinitive that complements it.
    let infinitive: Int?

    init(_ clause: Clause, in analysis: ClauseAnalysis, paratacticContent: Int?) {
        self.clause = clause
        tree = analysis.tree
        let tree = analysis.tree
        agents = clause.isPassive ? (clause.agent.map { [$0.head] } ?? []) : clause.subjects
        if clause.isPassive {
            // "was given a medal": an object that stays is what is given; the subject receives it.
            let keepsObject = PassiveRule.keepsObject.contains(tree.lemmas[clause.head])
            patients = clause.objects.isEmpty || !keepsObject ? clause.subjects : clause.objects
        } else if clause.objects.isEmpty, clause.indirectObjects.isEmpty {
            // "became a judge", "remained president": a noun in the object's place.
            let nouns = clause.openComplements.filter { tree.isNominal($0) && !tree.has($0, .preposition) }
            // "found Jan Vos guilty": who is said to be so, hung on what he is.
            let described = clause.openComplements.compactMap { tree.child($0, .subject) }
            patients = nouns.isEmpty && tree.lemmas[clause.head] == "find" ? described : nouns
        } else {
            // "fined the bank two million euros": the sum is what the fine is, not whom it is laid on.
            let isFine = tree.lemmas[clause.head] == "fine" && !clause.indirectObjects.isEmpty
            patients = clause.objects.isEmpty || isFine ? clause.indirectObjects : clause.objects
        }
        // "insisted that Malta was to blame" says so, "asked to leave" does not.
        let contents = clause.contents.filter { content in
            let marks = tree.children(content, .marker).map { tree.words[$0] }
            return !marks.contains("to") || marks.contains("that")
                || tree.children(content, .copula).contains { ["VBD", "VBZ", "VBP"].contains(tree.tokens[$0].xpos) }
        }
        // "Asked about the dam, the mayor said it had burst.": what is said has a subject, if anything has.
        content =
            contents.first { content in tree.children(content).contains { tree.labels[$0].isSubject } }
            ?? contents.first ?? paratacticContent
        infinitive = (clause.openComplements + clause.adverbials + clause.contents).first { complement in
            tree.children(complement, .marker).contains { tree.words[$0] == "to" }
                && tree.tokens[complement].upos != "ADJ"
                // "To ease the shortage, Vos ordered more": a purpose.
                && (complement > clause.head || tree.labels[complement] != .adverbialClause)
        }
    }

    /// What a pattern found in a clause.
    struct Match {
        var relation: Int
        var subjects: [Int]
        var objects: [Int]
        /// The object is a content clause or an infinitive with this head.
        var content: Int?
        /// The object is an adjective or a participle with this head.
        var state: Int?
        /// Tokens of the relation besides the verb.
        var predicate: [Int]
        /// Heads of phrases that the pattern used up.
        var used: [Int]
        /// Whether what is joined to the object stands for itself ("left 12 dead and 30 wounded").
        var isAlone = false
    }

    /// Matches a pattern, or nil.
    func match(_ pattern: RelationPattern, relation: Relation) -> Match? {
        var match = Match(
            relation: pattern.relation, subjects: pattern.isPassive ? clause.subjects : agents, objects: [],
            content: nil, predicate: [], used: [])
        let patients = pattern.isPassive ? kept : patients
        var objectOfWord: Int?
        for (index, word) in pattern.words.enumerated() {
            guard let found = find(word, isLast: index == pattern.words.count - 1) else { return nil }
            match.predicate.append(found.token)
            if let head = found.phrase {
                match.used.append(head)
                objectOfWord = head
            }
        }
        var restricted: Int?
        if !pattern.restriction.isEmpty {
            guard let found = restriction(pattern.restriction) else { return nil }
            restricted = found
        }
        switch pattern.complement {
        case .that, .quote:
            guard let content else { return nil }
            match.content = content
            if let preposition = pattern.preposition, oblique(preposition) == nil { return nil }
            return swapped(match, pattern)
        case .infinitive:
            guard let infinitive else { return nil }
            if !pattern.restriction.isEmpty, !pattern.restriction.contains(tree.lemmas[infinitive]) { return nil }
            if let preposition = pattern.preposition {
                guard let phrase = oblique(preposition) else { return nil }
                match.objects = [phrase.head]
                match.used.append(phrase.head)
                match.predicate += phrase.prepositionTokens
            } else if !relation.takesClaim, !relation.range.contains("Thing"), let patient = patients.first {
                match.objects = [patient]
            } else if relation.takesClaim || relation.range.contains("Thing") || patients.isEmpty {
                match.content = infinitive
            }
            return swapped(match, pattern)
        case .state:
            guard let state else { return nil }
            if !pattern.restriction.isEmpty, !pattern.restriction.contains(tree.lemmas[state]) { return nil }
            match.state = state
            return match
        case .alone:
            return isAlone(pattern, match) ? match : nil
        case .none: break
        }
        if let preposition = pattern.preposition {
            let agent = pattern.isPassive && preposition == "by" ? clause.agent : nil
            guard let phrase = agent ?? oblique(preposition) ?? modifier(of: restricted ?? objectOfWord, preposition)
            else { return nil }
            match.objects = [phrase.head]
            match.used.append(phrase.head)
            if let restricted { match.used.append(restricted) }
            if let restricted { match.predicate.append(restricted) }
            match.predicate += phrase.prepositionTokens
            // "accused of": the one accused is the object and the ground a qualifier.
            if restricted == nil, pattern.words.isEmpty, !patients.isEmpty, !pattern.isPassive,
                clause.objects.isEmpty == false || clause.isPassive
            {
                match.objects = patients
                match.used.removeAll { $0 == phrase.head }
                match.predicate.removeAll { phrase.prepositionTokens.contains($0) }
                if !patternTakesPatient(relation, phrase: phrase) { match.objects = [phrase.head] }
            }
            return swapped(match, pattern)
        }
        if let restricted, let object = beside(restricted, relation) {
            match.objects = object
            match.isAlone = object == [restricted]
            match.predicate.append(restricted)
        } else if !patients.isEmpty, patients != match.used {
            match.objects = patients
        } else if let objectOfWord {
            match.objects = [objectOfWord]
        }
        // "Biden and Xi met": those who act together are each other's object.
        let isMutual =
            relation.isSymmetric && match.used.isEmpty && pattern.restriction.isEmpty
            && agents.contains { tree.has($0, .conjunct) }
        guard !match.objects.isEmpty || isMutual || takesNoObject(pattern, relation) else { return nil }
        return swapped(match, pattern)
    }

    private func swapped(_ match: Match, _ pattern: RelationPattern) -> Match? {
        guard pattern.isSwapped else { return match }
        var match = match
        swap(&match.subjects, &match.objects)
        return match.objects.isEmpty ? nil : match
    }

    /// "convict~of", "charge~with", "accuse~of", "blame~for": the person is the object; "withdraw troops from Syria": not.
    private func patternTakesPatient(_ relation: Relation, phrase: Oblique) -> Bool {
        let grounds: Set<String> = ["of", "with", "for", "as"]
        // "provided the town with water": what is given stands behind the preposition, and the town gets it.
        return grounds.contains(phrase.preposition ?? "") && !relation.range.contains("Thing")
    }

    private func takesNoObject(_ pattern: RelationPattern, _ relation: Relation) -> Bool {
        guard pattern.preposition == nil, pattern.restriction.isEmpty, !clause.isPassive else { return false }
        // "Three people burned to death"
        return pattern.words == ["death"]
            || pattern.words.isEmpty && VerbFrame.intransitives.contains(pattern.head)
    }

    /// "was named minister", "was given a medal": what stays in the object's place of a passive.
    private var kept: [Int] {
        clause.objects.isEmpty
            ? clause.openComplements.filter { tree.isNominal($0) && !tree.has($0, .preposition) } : clause.objects
    }

    /// "became angry", "remained closed": the adjective that the verb says of its subject.
    private var state: Int? {
        guard !clause.isPassive, clause.objects.isEmpty, let state = clause.openComplements.first,
            tree.tokens[state].upos == "ADJ" || tree.tokens[state].xpos == "VBN",
            !tree.has(state, .marker), !tree.has(state, .preposition), state > clause.head
        else { return nil }
        return state
    }

    /// "The talks began on Monday.": nothing that the verb would be said of stands beside it.
    private func isAlone(_ pattern: RelationPattern, _ match: Match) -> Bool {
        guard clause.isPassive == pattern.isPassive, content == nil, infinitive == nil, clause.indirectObjects.isEmpty,
            clause.objects.allSatisfy(match.used.contains),
            clause.openComplements.allSatisfy({
                // "left smiling", but "began singing": the act tells what began.
                match.predicate.contains($0)
                    || tree.tokens[$0].xpos == "VBG" && ComplementTable.infinitive[tree.lemmas[clause.head]] == nil
            })
        else { return false }
        return clause.contents.isEmpty
    }

    /// "was handed in", but "was handed over in May": at its end a pattern's particle is no preposition of a phrase.
    private func find(_ word: String, isLast: Bool) -> (token: Int, phrase: Int?)? {
        for child in tree.children(clause.head) where child > clause.head {
            if tree.lemmas[child] == word || tree.words[child] == word {
                switch tree.labels[child] {
                case .object, .oblique, .openComplement, .particle, .adverb, .preposition, .unmarkedOblique:
                    return (child, tree.labels[child] == .object ? child : nil)
                default: break
                }
            }
            // "found Jan Vos, 53, guilty": wherever the tree hangs it.
            if tree.labels[child] == .object,
                let inner = tree.children(child).first(where: {
                    $0 > child && tree.words[$0] == word
                        && [.adjectivalModifier, .adnominalClause, .apposition, .conjunct].contains(tree.labels[$0])
                })
            {
                return (inner, nil)
            }
            if tree.labels[child].isOblique || tree.labels[child] == .object,
                !isLast || !VerbFrame.particles.contains(word)
            {
                for inner in tree.prepositionTokens(child) where tree.words[inner] == word { return (inner, child) }
            }
        }
        return nil
    }

    private func restriction(_ words: Set<String>) -> Int? {
        for object in clause.objects where words.contains(tree.lemmas[object]) { return object }
        if clause.isPassive {
            for subject in clause.subjects where words.contains(tree.lemmas[subject]) { return subject }
        }
        for complement in clause.openComplements where words.contains(tree.lemmas[complement]) { return complement }
        // "left thousands of people homeless"
        for object in clause.objects where object > clause.head {
            if let label = tree.subtree(object).last, tree.labels[label] == .adjectivalModifier, label > object,
                words.contains(tree.lemmas[label])
            {
                return label
            }
        }
        for adverb in clause.adverbs where words.contains(tree.lemmas[adverb]) { return adverb }
        // "met their demands for peace": the restriction may stand under a number ("report 12 of the deaths").
        return nil
    }

    private func oblique(_ preposition: String) -> Oblique? {
        clause.obliques.first { phrase in
            // "In addition to the storm, two died.": nobody dies in an addition.
            phrase.preposition == preposition && !(clause.isPassive && phrase.preposition == "by")
                && !(phrase.head < clause.head && VerbClaims.relational.contains(tree.words[phrase.head])
                    && !tree.has(phrase.head, .determiner))
        }
    }

    private func modifier(of noun: Int?, _ preposition: String) -> Oblique? {
        guard let noun else { return nil }
        for child in tree.children(noun) where tree.labels[child].isNominalModifier {
            if tree.prepositionWord(child) == preposition {
                return Oblique(head: child, preposition: preposition, prepositionTokens: tree.prepositionTokens(child))
            }
        }
        return nil
    }

    /// The object beside a restricted word: "expressed doubt about the plan", "deem a goal unrealistic"; nil when the
    /// restricted word is itself the object ("hold talks", "reported 12 deaths").
    private func beside(_ restricted: Int, _ relation: Relation) -> [Int]? {
        if !clause.objects.contains(restricted), !(clause.isPassive && clause.subjects.contains(restricted)) {
            // "left 12 dead"
            if patients.isEmpty { return tree.has(restricted, .numeralModifier) ? [restricted] : nil }
            return patients
        }
        guard relation.isSpeech, relation.takesClaim else { return nil }
        let inner = tree.children(restricted).filter {
            tree.labels[$0].isNominalModifier
                && ["about", "over", "on", "of", "in"].contains(tree.prepositionWord($0) ?? "")
        }
        return inner.isEmpty ? nil : [inner[0]]
    }

    private static let particles: Set<String> = [
        "in", "on", "off", "up", "over", "by", "down", "out", "about", "through", "along", "around",
    ]

    /// Verbs of the vocabulary that say all without an object.
    private static let intransitives: Set<String> = [
        "resign", "step", "relent", "protest", "quit", "die", "drown", "perish", "wed", "marry", "withdraw", "testify",
    ]
}
