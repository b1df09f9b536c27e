import English

/// "Talks failed, according to the ministry."; "Talks, she said, failed."; "As the ministry said, talks failed."
///
/// Who says a clause, where the saying is not the clause's governor.
enum AttributionRule {
    /// A speaker, and the clause that names it.
    struct Speaker {
        var head: Int
        var governor: Int?
        var isHedged: Bool
    }

    /// The speakers that phrases and clauses under a clause name for it.
    static func speakers(of index: Int, in analysis: ClauseAnalysis) -> [Speaker] {
        let tree = analysis.tree
        let clause = analysis.clauses[index]
        var found: [Speaker] = []
        for (phrase, source) in SourcePhrase.phrases(in: tree) {
            guard let holder = SourcePhrase.holder(of: phrase, in: analysis),
                analysis.clauseIndex(containing: holder) == index
            else { continue }
            found.append(Speaker(head: source, governor: nil, isHedged: false))
        }
        for child in tree.children(clause.head) {
            guard tree.labels[child] == .parataxis || tree.labels[child] == .adverbialClause,
                let cue = analysis.clause(headedBy: child), isCue(cue, in: tree) || putsIt(cue, in: tree),
                finiteContents(of: cue, in: tree).isEmpty,
                let speaker = speaker(of: cue, in: tree)
            else { continue }
            // A finite clause of saying without a mark only tells who says it, however the parser hung it.
            let isBeside = tree.labels[child] == .parataxis || (cue.marks.isEmpty && cue.subjectOrigin == .own)
            if isBeside {
                if isParatacticCue(cue, in: tree), !isParatacticContent(cue, of: clause, in: tree) {
                    found.append(
                        Speaker(
                            head: speaker, governor: analysis.clauseIndices[child], isHedged: isDistancing(cue, tree)))
                }
            } else if cue.marks.contains(where: { tree.words[$0] == "as" }),
                !["i", "we"].contains(tree.words[speaker]),
                cue.objects.allSatisfy({ tree.words[$0] == "it" })
            {
                found.append(Speaker(head: speaker, governor: nil, isHedged: isDistancing(cue, tree)))
            }
        }
        return found
    }

    /// The one who says the content of a verb: its subject, or the agent of a passive.
    static func speaker(of clause: Clause, in tree: DependencyTree) -> Int? {
        // '"It is over," the envoy was quoted as saying': who is quoted says it.
        let isQuoted =
            clause.isPassive && ["quote", "cite"].contains(tree.lemmas[clause.head])
            && clause.adverbials.contains { tree.words[$0] == "saying" }
        let head = clause.isPassive && !isQuoted ? clause.agent?.head : clause.subjects.first
        guard let head, !expletives(head, tree) else { return nil }
        return head
    }

    /// Whether a clause beside another only tells who says it.
    static func isParatacticCue(_ clause: Clause, in tree: DependencyTree) -> Bool {
        isCue(clause, in: tree) && !isOwnStatement(clause, in: tree) && finiteContents(of: clause, in: tree).isEmpty
            && clause.objects.allSatisfy { tree.tokens[$0].upos == "PRON" }
            && !clause.subjects.isEmpty
    }

    /// Content clauses that are no infinitives of purpose ("…, she said, to determine").
    private static func finiteContents(of clause: Clause, in tree: DependencyTree) -> [Int] {
        clause.contents.filter { content in
            !tree.children(content, .marker).contains { tree.words[$0] == "to" }
        }
    }

    /// The clause of the sentence that tells who says a quotation that no rule has given a speaker: the nearest verb of
    /// saying outside the quotation marks.
    static func cue(for quoted: Int, in analysis: ClauseAnalysis, quotation: Quotation) -> (clause: Int, speaker: Int)?
    {
        let tree = analysis.tree
        var best: (distance: Int, clause: Int, speaker: Int)?
        for (index, clause) in analysis.clauses.enumerated() where !quotation.isInside[clause.head] {
            // Words inside the marks are said, and nobody who says them: "…, as did others," wrote Vos.
            guard isCue(clause, in: tree), let speaker = speaker(of: clause, in: tree), !quotation.isInside[speaker]
            else { continue }
            let distance = abs(clause.head - quoted)
            if best.map({ distance < $0.distance }) ?? true { best = (distance, index, speaker) }
        }
        return best.map { ($0.clause, $0.speaker) } ?? announced(for: quoted, in: analysis, quotation: quotation)
    }

    /// 'Vos gave another account: "I offered to go."': behind a colon speaks the subject of the clause before it.
    private static func announced(for quoted: Int, in analysis: ClauseAnalysis, quotation: Quotation) -> (
        clause: Int, speaker: Int
    )? {
        let tree = analysis.tree
        var start = quoted
        while start > 0, quotation.isInside[start - 1] { start -= 1 }
        guard start >= 2, tree.words[start - 2] == ":" else { return nil }
        for (index, clause) in analysis.clauses.enumerated()
        where clause.link == .root && clause.head < start && !quotation.isInside[clause.head] {
            // "A spokesperson's account made the following announcement: …": whoever makes a statement makes it.
            let makesStatement = clause.objects.contains {
                Lexicon.contains(tree.lemmas[$0], in: .communicationNoun)
            }
            guard let speaker = clause.subjects.first, speaker < start, clause.subjectOrigin == .own,
                makesStatement || tree.tokens[speaker].upos == "PROPN"
                    || ["he", "she", "they"].contains(tree.words[speaker])
                    || Lexicon.isPersonNoun(tree.lemmas[speaker])
            else { continue }
            return (index, speaker)
        }
        return nil
    }

    /// Whether a clause beside a verb of saying is what is said.
    static func isParatacticContent(_ clause: Clause, of governor: Clause, in tree: DependencyTree) -> Bool {
        guard isCue(governor, in: tree), !isOwnStatement(governor, in: tree), governor.contents.isEmpty,
            governor.objects.isEmpty
        else { return false }
        return !isParatacticCue(clause, in: tree)
    }

    private static func isCue(_ clause: Clause, in tree: DependencyTree) -> Bool {
        guard clause.kind == .verb else { return false }
        switch ComplementTable.content[tree.lemmas[clause.head]] {
        case .attributed, .attributedHedged: return true
        default: return false
        }
    }

    /// "He doesn't know me, I never met him": who does not know, or does not say, says nothing of what stands beside it.
    private static func isOwnStatement(_ clause: Clause, in tree: DependencyTree) -> Bool {
        ["know", "see", "mean", "remember", "hold", "consider"].contains(tree.lemmas[clause.head])
            || clause.adverbs.contains { OwnMarks.negators.contains(tree.words[$0]) }
    }

    /// "As the mayor put it, …"
    private static func putsIt(_ clause: Clause, in tree: DependencyTree) -> Bool {
        tree.lemmas[clause.head] == "put" && clause.objects.count == 1 && tree.words[clause.objects[0]] == "it"
            && clause.marks.contains { tree.words[$0] == "as" }
    }

    private static func isDistancing(_ clause: Clause, _ tree: DependencyTree) -> Bool {
        ComplementTable.content[tree.lemmas[clause.head]] == .attributedHedged
    }

    private static func expletives(_ token: Int, _ tree: DependencyTree) -> Bool {
        tree.labels[token] == .expletive
    }
}
