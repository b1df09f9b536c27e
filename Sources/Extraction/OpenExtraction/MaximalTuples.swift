/// One tuple per subject and verb, with all that belongs to it: the long rendering.
struct MaximalTuples {
    let analysis: ClauseAnalysis
    let spans: TupleSpans
    private var tree: DependencyTree { analysis.tree }

    /// A tuple as tokens; -1 stands for the copula that the sentence lacks, written "be".
    struct Draft: Hashable {
        var relation: [Int]
        var arguments: [[Int]]
        var clause: Int?
    }

    init(_ analysis: ClauseAnalysis, style: TupleSpans.Style = .maximal) {
        self.analysis = analysis
        spans = TupleSpans(tree: analysis.tree, style: style)
    }

    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        var continued: Set<Int> = []
        for clause in analysis.clauses { continued.formUnion(PredicateChain(clause, in: analysis).heads.dropFirst()) }
        for (index, clause) in analysis.clauses.enumerated() where !continued.contains(clause.head) {
            drafts += tuples(of: clause, index)
        }
        drafts += clausalPredicates() + nounTuples()
        var seen: Set<Draft> = []
        return drafts.filter { draft in
            var key = draft
            key.clause = nil
            return seen.insert(key).inserted
        }
    }

    private func tuples(of clause: Clause, _ index: Int) -> [Draft] {
        guard !clause.subjects.isEmpty || clause.kind == .existential, isRendered(clause) else { return [] }
        if clause.kind == .existential { return [] }
        if clause.kind == .verbless, clause.subjectOrigin != .own, clause.subjectOrigin != .shared { return [] }
        let chain = PredicateChain(clause, in: analysis)
        var relation = chain.relation
        relation += clause.sharedAuxiliaries
        if clause.kind == .verbless { relation = sharedCopula(clause) }
        let isParticiple =
            (clause.subjectOrigin == .participle || clause.subjectOrigin == .adverbial)
            && clause.copulas.isEmpty && clause.auxiliaries.isEmpty
        if isParticiple { relation.insert(-1, at: 0) }
        var parts = chain.parts
        parts += analysis.sharedFronted(clause)
        var drafts: [Draft] = []
        for subject in clause.subjects where isSubject(subject) {
            let subjectWords =
                tree.isVerb(subject) && tree.heads[subject] == clause.head
                ? spans.clause(subject, withMark: true)
                : spans.phrase(subject, excluding: Set(chain.heads).union([clause.head]), isSubject: true)
            for arguments in arguments(clause, chain, parts, &relation) {
                var relation = ordered(relation)
                var slots = arguments
                if let moved = slots.first?.moved { relation += moved.filter { !relation.contains($0) } }
                guard !slots.isEmpty else { continue }
                slots.removeAll { $0.words.isEmpty }
                guard !slots.isEmpty, !relation.isEmpty else { continue }
                drafts.append(
                    Draft(relation: relation, arguments: [subjectWords] + slots.map(\.words), clause: index))
            }
        }
        return drafts
    }

    /// "The fear is that banks will close": The fear | is that | banks will close.
    func clausalPredicates() -> [Draft] {
        analysis.clauses.enumerated().compactMap { index, clause in
            guard clause.isClausalPredicate(in: tree), let outer = tree.child(clause.head, .outerSubject) else {
                return nil
            }
            let marks = clause.marks.filter { tree.words[$0] == "that" }
            let excluded = Set([outer] + clause.copulas + marks)
            return Draft(
                relation: clause.copulas + marks,
                arguments: [spans.phrase(outer), spans.clause(clause.head, excluding: excluded, withMark: false)],
                clause: index)
        }
    }

    private struct Slot {
        var words: [Int]
        var moved: [Int] = []
    }

    /// The argument slots of a clause; several lists where short conjoined objects are told apart.
    private func arguments(
        _ clause: Clause, _ chain: PredicateChain, _ parts: [PredicateChain.Part], _ relation: inout [Int]
    ) -> [[Slot]] {
        let chainHeads = Set(chain.heads)
        var slots: [[Slot]] = []
        let last = chain.heads[chain.heads.count - 1]
        var predicate: Slot?
        if let clauseAtEnd = analysis.clause(headedBy: last), clauseAtEnd.kind != .verb,
            clauseAtEnd.kind != .existential
        {
            predicate = predicateSlot(clauseAtEnd, parts, &relation)
        }
        if let predicate { slots.append([predicate]) }
        let after = parts.filter { $0.head > last || $0.verb != last && $0.head > clause.head }
        let before = parts.filter { part in !after.contains { $0.head == part.head } }
        for part in after + before {
            if predicate?.moved.isEmpty == false, let head = movedPhrase, part.head == head { continue }
            let isFirst = slots.isEmpty
            slots.append(slot(part, isFirst: isFirst && part.head > clause.head, excluding: chainHeads))
        }
        // One tuple for each way to choose from the conjoined.
        var lists: [[Slot]] = [[]]
        for choices in slots where !choices.isEmpty {
            lists = lists.flatMap { list in choices.map { list + [$0] } }
            if lists.count > 8 { lists = Array(lists.prefix(8)) }
        }
        return lists
    }

    private var movedPhrase: Int? { nil }

    /// The predicate word of a copula as an argument, or in the relation with its preposition ("was proud of").
    private func predicateSlot(_ clause: Clause, _ parts: [PredicateChain.Part], _ relation: inout [Int]) -> Slot? {
        let head = clause.head
        if tree.tokens[head].upos == "ADJ" || tree.isVerb(head) {
            let first = parts.first { $0.head > head }
            if let first, first.kind == .oblique, first.verb == head, !first.prepositionTokens.isEmpty {
                relation += adjectiveWords(head)
                return nil
            }
            return Slot(words: spans.trimmed(adjectiveWords(head) + conjoinedWords(head)))
        }
        let prepositions = tree.prepositionTokens(head)
        relation += prepositions.filter { $0 < head }
        let own = Set(
            clause.obliques.map(\.head) + clause.adverbials + clause.contents + clause.openComplements + clause.adverbs)
        return Slot(words: spans.phrase(head, excluding: own.union(clauseConjuncts(head))))
    }

    private func clauseConjuncts(_ head: Int) -> [Int] {
        tree.children(head, .conjunct).filter { analysis.clauseIndices[$0] >= 0 }
    }

    private func conjoinedWords(_ head: Int) -> [Int] {
        tree.children(head, .conjunct).filter { analysis.clauseIndices[$0] < 0 }.flatMap { tree.subtree($0) }
    }

    private func adjectiveWords(_ head: Int) -> [Int] {
        var words = [head]
        for child in tree.children(head) {
            switch tree.labels[child] {
            case .adverb
            where child < head && !OwnMarks.negators.contains(tree.words[child])
                && !PredicateChain.connectives.contains(tree.words[child]) && tree.tokens[child].xpos != "WRB":
                words += tree.subtree(child)
            case .unmarkedOblique where child < head: words += tree.subtree(child)
            default: break
            }
        }
        return words.sorted()
    }

    private func slot(_ part: PredicateChain.Part, isFirst: Bool, excluding: Set<Int>) -> [Slot] {
        switch part.kind {
        case .object: return members(part.head, excluding).map { Slot(words: $0) }
        case .oblique:
            let choices = members(part.head, excluding)
            let words = part.prepositionTokens
            return choices.map { choice in
                isFirst ? Slot(words: choice, moved: words) : Slot(words: spans.trimmed((words + choice).sorted()))
            }
        case .complement:
            return [Slot(words: spans.clause(part.head, excluding: excluding, withMark: true))]
        case .infinitive: return [Slot(words: spans.clause(part.head, excluding: excluding, withMark: true))]
        case .content:
            let mark = tree.children(part.head, .marker).filter { tree.words[$0] == "that" }
            let words = spans.clause(part.head, excluding: excluding, withMark: !isFirst || mark.isEmpty)
            return [isFirst ? Slot(words: words, moved: mark) : Slot(words: words)]
        case .adverbial: return [Slot(words: spans.clause(part.head, excluding: excluding, withMark: true))]
        case .adverb: return [Slot(words: spans.trimmed(tree.subtree(part.head)))]
        }
    }

    /// A phrase, or its conjuncts one by one when all are short.
    private func members(_ head: Int, _ excluding: Set<Int>) -> [[Int]] {
        let conjuncts = tree.conjuncts(head).filter { $0 == head || analysis.clauseIndices[$0] < 0 }
        if conjuncts.count > 1 {
            let each = conjuncts.map { spans.phrase($0, excluding: excluding, alone: true) }
            if each.allSatisfy({ $0.count <= 4 && !$0.isEmpty }) { return each }
        }
        return [spans.phrase(head, excluding: excluding)]
    }

    private func sharedCopula(_ clause: Clause) -> [Int] {
        guard clause.link == .conjunct, let first = analysis.clause(headedBy: tree.heads[clause.head]) else {
            return [-1]
        }
        return first.copulas.isEmpty ? [-1] : first.auxiliaries + first.copulas
    }

    private func isSubject(_ head: Int) -> Bool {
        if tree.labels[head] == .expletive { return false }
        return !["EX", "WDT", "WP"].contains(tree.tokens[head].xpos)
    }

    /// Clauses that give no tuple of their own: under if, unless, whether; infinitives; bare prepositional participles.
    private func isRendered(_ clause: Clause) -> Bool {
        let marks = clause.marks.map { tree.words[$0] }
        if marks.contains(where: { ["if", "unless", "whether"].contains($0) }) { return false }
        switch clause.subjectOrigin {
        case .controlled: return false
        case .adverbial:
            return clause.marks.isEmpty && !tree.has(clause.head, .preposition) && clause.kind == .verb
                && ["VBG", "VBN"].contains(tree.tokens[clause.head].xpos)
        case .shared:
            // A conjunct of a clause that is not rendered is none either.
            return !marks.contains("to")
        default: return true
        }
    }

    /// Sorts tokens; the copula that is added stays in front.
    private func ordered(_ tokens: [Int]) -> [Int] { Array(Set(tokens)).sorted() }

    // MARK: - Noun phrases

    /// "Eva Holm, a judge from Turku": be; "Finance Minister Jan Vos": be; "the embassy in Rabat": be in.
    private func nounTuples() -> [Draft] {
        var drafts: [Draft] = []
        for token in 0..<tree.count where tree.isNominal(token) {
            for child in tree.children(token) {
                switch tree.labels[child] {
                case .apposition where tree.isNominal(child):
                    let isCommonThenName = tree.tokens[token].upos == "NOUN" && tree.tokens[child].upos == "PROPN"
                    guard !isCommonThenName else { continue }
                    drafts.append(
                        Draft(
                            relation: [-1],
                            arguments: [spans.phrase(token, excluding: [child], alone: true), spans.phrase(child)],
                            clause: nil))
                case .title where tree.tokens[child].upos != "PROPN" || tree.words[child].count > 3:
                    drafts.append(
                        Draft(
                            relation: [-1],
                            arguments: [name(token), spans.phrase(child)], clause: nil))
                case .nominalModifier
                where tree.prepositionWord(child) == "in" && tree.tokens[child].upos == "PROPN"
                    && tree.tokens[token].upos == "NOUN"
                    || ["between", "along", "such_as"].contains(tree.prepositionWord(child) ?? ""):
                    drafts.append(
                        Draft(
                            relation: [-1] + tree.prepositionTokens(child),
                            arguments: [spans.phrase(token, excluding: [child], alone: true), spans.phrase(child)],
                            clause: nil))
                default: break
                }
            }
        }
        return drafts.filter { !$0.arguments.contains(where: \.isEmpty) }
    }

    /// A name without its title.
    private func name(_ head: Int) -> [Int] {
        spans.phrase(
            head,
            excluding: Set(tree.children(head).filter { tree.labels[$0] != .flat && tree.labels[$0] != .compound }))
    }
}
