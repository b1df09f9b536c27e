/// "Police tried to clear the square."; "The fund is likely to buy shares."
///
/// A verb with the infinitives and participles that continue it, joined into one relation, their arguments pooled.
struct PredicateChain {
    /// What an argument is to the verb.
    enum Kind { case object, oblique, complement, infinitive, content, adverbial, adverb }

    /// An argument: its head, and the preposition or mark that comes with it.
    struct Part {
        var kind: Kind
        var head: Int
        var prepositionTokens: [Int] = []
        /// The verb of the chain that it belongs to.
        var verb: Int
    }

    /// The clause that it begins with.
    let clause: Clause
    /// Clauses of the chain, by the tokens that head them.
    private(set) var heads: [Int]
    /// The tokens of the relation, in order, adverbs before the verb too.
    private(set) var relation: [Int] = []
    /// Adverbs among them that a short relation leaves out.
    private(set) var adverbs: Set<Int> = []
    /// Arguments after the subject, in the order of the text.
    private(set) var parts: [Part] = []

    init(_ first: Clause, in analysis: ClauseAnalysis) {
        clause = first
        heads = [first.head]
        let tree = analysis.tree
        var current = first
        while true {
            takeWords(of: current, isFirst: current.head == first.head, analysis)
            guard let next = PredicateChain.continuation(of: current, in: analysis) else { break }
            takeParts(of: current, except: next.head, tree, analysis)
            heads.append(next.head)
            current = next
        }
        takeParts(of: current, except: nil, tree, analysis)
        relation = Array(Set(relation)).sorted()
        parts.sort { $0.head < $1.head }
    }

    /// The clause that continues a verb or adjective without an object in between, or nil.
    static func continuation(of clause: Clause, in analysis: ClauseAnalysis) -> Clause? {
        let tree = analysis.tree
        guard clause.objects.isEmpty, clause.indirectObjects.isEmpty, clause.kind != .existential,
            let head = clause.openComplements.first(where: { $0 > clause.head }),
            let next = analysis.clause(headedBy: head)
        else { return nil }
        if clause.kind == .copula, tree.tokens[clause.head].upos != "ADJ" { return nil }
        if clause.kind == .verbless { return nil }
        let isInfinitive = next.marks.contains { tree.words[$0] == "to" }
        let isVerbal = next.kind == .verb && ["VB", "VBG", "VBN"].contains(tree.tokens[head].xpos)
        guard isVerbal || (next.kind == .copula && isInfinitive) else { return nil }
        // "is happy that": only words between that belong to the relation.
        return next
    }

    private mutating func takeWords(of clause: Clause, isFirst: Bool, _ analysis: ClauseAnalysis) {
        let tree = analysis.tree
        let continues = PredicateChain.continuation(of: clause, in: analysis) != nil
        switch clause.kind {
        case .verb: relation.append(clause.head)
        case .copula, .verbless:
            relation += clause.copulas
            // "is likely to buy": the adjective stays in the relation when an infinitive continues it.
            if continues { relation.append(clause.head) }
            if isClausal(clause, tree) { relation = relation.filter { !clause.copulas.contains($0) } + [clause.head] }
        case .existential: relation += clause.copulas.isEmpty ? [clause.head] : clause.copulas
        }
        relation += clause.auxiliaries + clause.particles
        relation += clause.marks.filter { !isFirst && tree.words[$0] == "to" }
        for adverb in clause.adverbs {
            let isNegation = OwnMarks.negators.contains(tree.words[adverb])
            if isNegation {
                relation.append(adverb)
            } else if adverb < clause.head, !PredicateChain.connectives.contains(tree.words[adverb]),
                tree.tokens[adverb].xpos != "WRB", isBeforeVerb(adverb, clause, tree)
            {
                let words = tree.subtree(adverb)
                if words.count <= 2 {
                    relation += words
                    adverbs.formUnion(words)
                }
            }
        }
    }

    /// "The fear is that banks will close": the verb under the copula has a clause of its own.
    private func isClausal(_ clause: Clause, _ tree: DependencyTree) -> Bool { clause.isClausalPredicate(in: tree) }

    /// Whether an adverb stands between the subject and the verb.
    private func isBeforeVerb(_ adverb: Int, _ clause: Clause, _ tree: DependencyTree) -> Bool {
        let subject = clause.subjects.filter { tree.heads[$0] == clause.head }.max() ?? -1
        if subject > adverb { return false }
        // Nothing but auxiliaries, adverbs, marks and copulas stands between it and the predicate.
        return (adverb + 1..<max(clause.head, adverb + 1)).allSatisfy { token in
            switch tree.labels[token] {
            case .auxiliary, .passiveAuxiliary, .adverb, .copula, .marker: true
            default: false
            }
        }
    }

    private mutating func takeParts(
        of clause: Clause, except next: Int?, _ tree: DependencyTree, _ analysis: ClauseAnalysis
    ) {
        func add(_ kind: Kind, _ head: Int, _ words: [Int] = []) {
            parts.append(Part(kind: kind, head: head, prepositionTokens: words, verb: clause.head))
        }
        for object in clause.indirectObjects + clause.objects where !tree.isRelativeWord(object) {
            add(.object, object)
        }
        for phrase in clause.obliques where !tree.isRelativeWord(phrase.head) {
            if PredicateChain.asides.contains(phrase.preposition ?? "") { continue }
            add(.oblique, phrase.head, phrase.prepositionTokens)
        }
        for complement in clause.openComplements where complement != next {
            let isInfinitive = tree.children(complement, .marker).contains { tree.words[$0] == "to" }
            add(isInfinitive ? .infinitive : .complement, complement)
        }
        for content in clause.contents { add(.content, content) }
        for adverbial in clause.adverbials where PredicateChain.isArgument(adverbial, tree) {
            add(.adverbial, adverbial)
        }
        for adverb in clause.adverbs where !relation.contains(adverb) {
            // "several years later" before the subject is an argument, "however" is none.
            guard adverb > clause.head || tree.children(adverb).contains(where: { tree.isNominal($0) }) else {
                continue
            }
            if !PredicateChain.connectives.contains(tree.words[adverb]), tree.tokens[adverb].xpos != "WRB" {
                add(.adverb, adverb)
            }
        }
    }

    /// "after losing the vote", "to join", "when he left": adverbial clauses that are arguments; finite others are not.
    static func isArgument(_ head: Int, _ tree: DependencyTree) -> Bool {
        let marks = tree.children(head, .marker)
        let isFinite = tree.children(head).contains { tree.labels[$0].isSubject }
        if isFinite { return tree.children(head, .adverb).contains { tree.words[$0] == "when" } }
        return !marks.isEmpty || tree.has(head, .preposition)
    }

    static let connectives: Set<String> = [
        "however", "moreover", "furthermore", "therefore", "thus", "meanwhile", "nevertheless", "nonetheless", "hence",
        "consequently", "instead", "though", "otherwise", "besides", "accordingly", "likewise", "so", "too", "for",
        "as",
    ]
    private static let asides: Set<String> = ["for_example", "as_a_result", "for_instance", "in_fact"]
}

extension ClauseAnalysis {
    /// "In May the minister resigned and left": a phrase before the subject goes for both verbs.
    func sharedFronted(_ clause: Clause) -> [PredicateChain.Part] {
        guard clause.link == .conjunct, clause.subjectOrigin == .shared,
            let first = self.clause(headedBy: tree.heads[clause.head]), let subject = first.subjects.first
        else { return [] }
        return first.obliques.filter { $0.head < subject && $0.head < first.head }.map {
            PredicateChain.Part(
                kind: .oblique, head: $0.head, prepositionTokens: $0.prepositionTokens, verb: clause.head)
        }
    }
}
