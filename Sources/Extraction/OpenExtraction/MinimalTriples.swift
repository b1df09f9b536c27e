/// Short triples, one for each argument of a verb: the rendering that fits into a graph.
struct MinimalTriples {
    let analysis: ClauseAnalysis
    let spans: TupleSpans
    private var tree: DependencyTree { analysis.tree }
    typealias Draft = MaximalTuples.Draft

    init(_ analysis: ClauseAnalysis) {
        self.analysis = analysis
        spans = TupleSpans(tree: analysis.tree, style: .minimal)
    }

    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        var continued: Set<Int> = []
        for clause in analysis.clauses { continued.formUnion(PredicateChain(clause, in: analysis).heads.dropFirst()) }
        for (index, clause) in analysis.clauses.enumerated() where !continued.contains(clause.head) {
            drafts += triples(of: clause, index)
        }
        drafts += MaximalTuples(analysis, style: .minimal).clausalPredicates()
        return drafts.filter { $0.arguments.allSatisfy { !$0.isEmpty } && !$0.relation.isEmpty }
    }

    private func triples(of clause: Clause, _ index: Int) -> [Draft] {
        if clause.kind == .existential { return existential(clause, index) }
        guard !clause.subjects.isEmpty, isRendered(clause) else { return [] }
        let chain = PredicateChain(clause, in: analysis)
        let subjects = clause.subjects.filter(isSubject).flatMap { subjectWords($0, clause, chain) }
        guard !subjects.isEmpty else { return [] }
        let verb = (chain.relation.filter { !chain.adverbs.contains($0) } + clause.sharedAuxiliaries).sorted()
        var pairs: [(relation: [Int], object: [Int])] = []
        let last = chain.heads[chain.heads.count - 1]
        var stem = verb
        if let end = analysis.clause(headedBy: last), end.kind == .copula || end.kind == .verbless,
            !end.isClausalPredicate(in: tree)
        {
            if end.kind == .verbless { stem += sharedCopula(end) }
            guard !stem.isEmpty else { return [] }
            pairs += predicatePairs(end, &stem)
        }
        pairs += argumentPairs(clause, chain, stem)
        return subjects.flatMap { subject in
            pairs.map { Draft(relation: ordered($0.relation), arguments: [subject, $0.object], clause: index) }
        }
    }

    // MARK: - Predicates of copulas

    private func predicatePairs(_ clause: Clause, _ stem: inout [Int]) -> [(relation: [Int], object: [Int])] {
        var pairs: [(relation: [Int], object: [Int])] = []
        let head = clause.head
        if tree.isNominal(head) {
            let prepositions = tree.prepositionTokens(head).filter { $0 < head }
            let base = stem + prepositions
            pairs += nominalPairs(base, head, depth: 2)
            stem = base + spans.phrase(head, alone: true)
        } else {
            let words = predicateWords(head)
            let hasPhrase = clause.obliques.contains { $0.head > head && !$0.prepositionTokens.isEmpty }
            if !hasPhrase { pairs.append((stem, words)) }
            stem += words
        }
        return pairs
    }

    private func predicateWords(_ head: Int) -> [Int] {
        let adverbs = tree.children(head, .adverb).filter {
            $0 < head && !OwnMarks.negators.contains(tree.words[$0])
                && !PredicateChain.connectives.contains(tree.words[$0])
                && tree.tokens[$0].xpos != "WRB" && $0 == head - 1
        }
        return adverbs + [head]
    }

    private func sharedCopula(_ clause: Clause) -> [Int] {
        guard clause.link == .conjunct, let first = analysis.clause(headedBy: tree.heads[clause.head]) else {
            return []
        }
        return first.auxiliaries + first.copulas
    }

    // MARK: - Arguments

    private func argumentPairs(_ clause: Clause, _ chain: PredicateChain, _ stem: [Int])
        -> [(relation: [Int], object: [Int])]
    {
        var pairs: [(relation: [Int], object: [Int])] = []
        var stem = stem
        let parts = chain.parts + analysis.sharedFronted(clause)
        let objects = parts.filter { $0.kind == .object }
        for part in objects {
            pairs += nominalPairs(stem, part.head, depth: 2)
            stem += spans.phrase(part.head, alone: true)
        }
        for part in parts {
            switch part.kind {
            case .object: break
            case .oblique:
                for (offset, member) in members(part.head).enumerated() {
                    let words = offset == 0 ? part.prepositionTokens : prepositions(member, orOf: part)
                    if words.isEmpty {
                        pairs.append((stem, spans.phrase(member, alone: true)))
                    } else {
                        pairs += nominalPairs(stem + words, member, depth: 2, single: true)
                    }
                }
                if objects.isEmpty, part.head > clause.head, chain.heads.count == 1 || part.verb == chain.heads.last {
                    stem += part.prepositionTokens + spans.phrase(part.head, alone: true)
                }
            case .complement:
                if tree.isNominal(part.head), !tree.isVerb(part.head) {
                    pairs += nominalPairs(stem + tree.prepositionTokens(part.head), part.head, depth: 2)
                } else if let inner = analysis.clause(headedBy: part.head), inner.kind == .verb {
                    pairs += continued(stem, inner)
                } else {
                    pairs.append((stem, predicateWords(part.head)))
                }
            case .infinitive:
                if let inner = analysis.clause(headedBy: part.head) { pairs += continued(stem, inner) }
            case .content:
                pairs.append((stem, spans.clause(part.head, withMark: true)))
            case .adverbial:
                if let inner = analysis.clause(headedBy: part.head), inner.subjectOrigin != .own {
                    pairs += continued(stem, inner)
                }
            case .adverb:
                if parts.count == 1 { pairs.append((stem, tree.subtree(part.head))) }
            }
        }
        return pairs
    }

    /// "asked Malta to pay | a fine", "left the party after losing | the vote": the relation goes on into the inner verb.
    private func continued(_ stem: [Int], _ inner: Clause) -> [(relation: [Int], object: [Int])] {
        let chain = PredicateChain(inner, in: analysis)
        let introduction = inner.marks + tree.prepositionTokens(inner.head)
        let stem = stem + introduction + chain.relation.filter { !chain.adverbs.contains($0) }
        return argumentPairs(inner, chain, stem)
    }

    /// "led | a group of doctors", "led a group of | doctors", "led a group of doctors from | Kenya".
    private func nominalPairs(_ stem: [Int], _ head: Int, depth: Int, single: Bool = false)
        -> [(relation: [Int], object: [Int])]
    {
        var pairs: [(relation: [Int], object: [Int])] = []
        for member in single ? [head] : members(head) {
            let words = spans.phrase(member, alone: true)
            if !isLight(member) { pairs.append((stem, words)) }
            guard depth > 0 else { continue }
            let outer = stem + bare(member)
            for child in tree.children(member) where tree.labels[child].isNominalModifier && child > member {
                let preposition = tree.prepositionTokens(child)
                guard !preposition.isEmpty else { continue }
                let isOf = tree.prepositionWord(child) == "of"
                let base = isOf ? outer : stem + words
                for inner in members(child) {
                    pairs += nominalPairs(base + preposition, inner, depth: depth - 1, single: true)
                }
            }
            for child in tree.children(member, .adnominalClause) {
                guard let inner = analysis.clause(headedBy: child), inner.kind == .verb,
                    inner.subjectOrigin != .participle
                else { continue }
                pairs += continued(stem + words, inner)
            }
        }
        return pairs
    }

    /// "in relation to taxes", "in respect of music": a bare noun that only makes a preposition says nothing by itself.
    private func isLight(_ noun: Int) -> Bool {
        MinimalTriples.light.contains(tree.words[noun])
            && tree.children(noun).contains { tree.labels[$0].isNominalModifier && $0 > noun }
            && !tree.has(noun, .determiner) && tree.has(noun, .preposition)
    }

    private static let light: Set<String> = [
        "relation", "respect", "regard", "terms", "case", "view", "light", "front", "favor", "favour", "lieu", "charge",
        "spite",
        "addition", "accordance", "search", "behalf", "part", "response", "regards", "means", "place",
    ]

    /// A noun phrase without any phrase behind it.
    private func bare(_ head: Int) -> [Int] {
        spans.phrase(
            head, excluding: Set(tree.children(head).filter { tree.labels[$0].isNominalModifier && $0 > head }),
            alone: true)
    }

    private func prepositions(_ member: Int, orOf part: PredicateChain.Part) -> [Int] {
        let own = tree.prepositionTokens(member)
        return own.isEmpty ? part.prepositionTokens : own
    }

    private func members(_ head: Int) -> [Int] {
        tree.conjuncts(head).filter { member in
            member == head
                || (analysis.clauseIndices[member] < 0
                    && !tree.children(member, .coordinator).contains { tree.words[$0] == "&" })
        }
    }

    // MARK: - Subjects

    private func subjectWords(_ head: Int, _ clause: Clause, _ chain: PredicateChain) -> [[Int]] {
        let excluding = Set(chain.heads)
        if tree.isVerb(head), tree.heads[head] == clause.head { return [spans.clause(head, withMark: true)] }
        return members(head).map { spans.phrase($0, excluding: excluding, isSubject: true, alone: true) }
    }

    private func isSubject(_ head: Int) -> Bool {
        tree.labels[head] != .expletive && !["EX", "WDT", "WP"].contains(tree.tokens[head].xpos)
    }

    private func isRendered(_ clause: Clause) -> Bool {
        switch clause.subjectOrigin {
        case .controlled: return false
        case .adverbial:
            return clause.marks.isEmpty && !tree.has(clause.head, .preposition) && clause.kind == .verb
                && ["VBG", "VBN"].contains(tree.tokens[clause.head].xpos)
        case .shared: return !clause.marks.contains { tree.words[$0] == "to" }
        default: return true
        }
    }

    private func existential(_ clause: Clause, _ index: Int) -> [Draft] {
        guard let there = tree.children(clause.head).first(where: { tree.labels[$0] == .expletive }) else { return [] }
        let things = clause.copulas.isEmpty ? clause.subjects : [clause.head]
        let verb = clause.auxiliaries + (clause.copulas.isEmpty ? [clause.head] : clause.copulas)
        return things.flatMap(members).map { thing in
            Draft(relation: ordered(verb), arguments: [[there], spans.phrase(thing, alone: true)], clause: index)
        }
    }

    /// The verb's words come in the order of the text, then what was added, in the order of adding; none twice.
    private func ordered(_ tokens: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return tokens.filter { seen.insert($0).inserted }
    }
}
