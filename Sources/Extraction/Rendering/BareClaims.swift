/// '"Deeply saddened by the loss of lives," Holm wrote.'; "She said that wearing masks would become compulsory."
///
/// What somebody says, doubts or hopes in a clause that no other rendering takes, since its subject or what its verb needs is
/// lost: a claim without a subject, and so never a fact, but somebody's words all the same.
struct BareClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claim(of index: Int) -> Claim? {
        let clause = context.analysis.clauses[index]
        let status = context.statuses.statuses[index]
        let isPlain = status.certainty == .stated && !status.isNegated && !status.isFuture && status.speakers.isEmpty
        guard !isPlain, clause.kind != .existential, !isPassedOn(clause), !isStandIn(clause),
            !AttributionRule.isParatacticCue(clause, in: tree)
        else { return nil }
        let negations = clause.adverbs.filter { OwnMarks.negators.contains(tree.words[$0]) }
        let predicate = clause.auxiliaries + clause.copulas + negations + clause.particles + [clause.head]
        let isVerb = clause.kind == .verb && tree.isVerb(clause.head)
        // A description that only stands beside another one is no statement.
        guard isVerb || clause.kind == .copula || clause.link == .root || clause.link == .clausalComplement else {
            return nil
        }
        let name: String
        let object: ClaimObject
        if isVerb {
            name = OpenRelationName.verb(
                lemma: tree.lemmas[clause.head], participle: clause.isPassive ? tree.words[clause.head] : nil,
                particles: clause.particles.map { tree.words[$0] }, preposition: nil)
            object = clause.objects.first.map { context.object($0, for: nil) } ?? .none
        } else {
            name = "is"
            let span = Spans.phrase(clause.head, in: tree)
            object = .text(Spans.text(span, in: tree), span)
        }
        return context.claim(
            predicate: predicate, relation: name, isNamed: false, subject: nil, object: object, status: status,
            tense: context.tense(of: clause))
    }

    /// "as they did in May": the verb stands for another one.
    private func isStandIn(_ clause: Clause) -> Bool {
        tree.lemmas[clause.head] == "do" && clause.objects.isEmpty
    }

    /// "began to leave", "was able to leave": the verb of the infinitive states it.
    private func isPassedOn(_ clause: Clause) -> Bool {
        let verbs = VerbClaims(context: context)
        return verbs.isTransparent(clause) || verbs.isTransparentAdjective(clause)
    }
}
