import English

/// "The move came after Ana Holm cited claims made on television."; "The visit comes amid fierce criticism."
///
/// An event that comes after, before or as something happens: of what it comes with, a clause or a phrase, "come" says all it says.
extension VerbClaims {
    func coming(_ clause: Clause, _ index: Int, _ predicate: [Int]) -> Claim? {
        guard tree.lemmas[clause.head] == "come", !clause.isPassive, clause.particles.isEmpty, clause.objects.isEmpty,
            clause.openComplements.isEmpty, clause.subjects.count == 1, let subject = clause.subjects.first,
            tree.tokens[subject].upos == "NOUN", !context.isActor(subject), isArgument(subject),
            // "came to light after": another sense.
            !clause.obliques.contains(where: { ["to", "into", "from", "under"].contains($0.preposition ?? "") })
        else { return nil }
        for event in clause.adverbials where event > clause.head {
            let introduction = AdverbialStatusRule.introduction(
                of: context.analysis.clause(headedBy: event) ?? clause, in: tree)
            guard let mark = introduction.first(where: { VerbClaims.coincidences[$0] != nil }),
                let relation = VerbClaims.coincidences[mark],
                tree.children(event).contains(where: { tree.labels[$0].isSubject })
            else { continue }
            let words = closed(Spans.content(event, in: tree))
            return claim(of: subject, relation, .text(Spans.text(words, in: tree), words), clause, index, predicate)
        }
        guard let phrase = clause.obliques.first(where: { $0.preposition == "amid" && $0.head > clause.head }) else {
            return nil
        }
        return claim(
            of: subject, "comesAmid", context.object(phrase.head, for: nil, of: clause), clause, index,
            predicate + phrase.prepositionTokens)
    }

    private func claim(
        of subject: Int, _ relation: String, _ object: ClaimObject, _ clause: Clause, _ index: Int, _ predicate: [Int]
    ) -> Claim {
        let status = context.statuses.statuses[index]
        return context.claim(
            predicate: predicate, relation: relation, isNamed: false, subject: subject, object: object, status: status,
            tense: context.tense(of: clause))
    }

    private static let coincidences: [String: String] = [
        "after": "followed", "before": "comesBefore", "as": "comesAs", "while": "comesAs",
    ]
}
