/// "At least 27 people were killed in a crash."; "Vos was arrested on Friday."
///
/// A passive that names no actor says something of who undergoes it, all the same.
struct PassiveClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    /// The claims of a passive clause whose verb was read as a relation; whoever was killed has died.
    func claims(of index: Int, predicate: [Int], relation: String) -> [Claim] {
        let clause = context.analysis.clauses[index]
        var status = context.statuses.statuses[index]
        if !status.isNegated, context.isAlleged(clause) { status.weaken(.hedged) }
        // A participle on a noun ("the law passed in May") only tells which one is meant, but that it does.
        let heads = context.members(of: clause.subjects, in: clause).filter {
            tree.isNominal($0) && !tree.isRelativeWord($0) && tree.labels[$0] != .expletive
                && !["WDT", "WP", "EX"].contains(tree.tokens[$0].xpos)
        }
        let lemma = tree.lemmas[clause.head]
        let isDeath = relation == "killed"
        guard !heads.isEmpty, clause.openComplements.isEmpty || isDeath, clause.contents.isEmpty,
            !PassiveRule.names.contains(lemma)
        else { return [] }
        let tense = context.tense(of: clause)
        var used = Set(clause.subjects)
        var words = predicate
        var behind: [String] = []
        var name = "died"
        var objects: [ClaimObject] = [.none]
        if !isDeath {
            let object = clause.objects.first
            let phrase = object == nil ? clause.obliques.first { isObject($0, clause) } : nil
            if let object {
                objects = [context.object(object, for: nil)]
                used.insert(object)
            } else if let phrase {
                let members = context.members(phrase.head)
                objects = members.map { context.object($0, for: nil) }
                if members.count > 1, phrase.preposition == "as",
                    let high = members.map({ Spans.phrase($0, in: tree).upperBound }).max()
                {
                    // "were listed as Vos, Holm and Lind": one of them is not all.
                    let words = Spans.phrase(phrase.head, in: tree).lowerBound..<high
                    objects = [.text(Spans.text(words, in: tree), words)]
                }
                words += phrase.prepositionTokens
                used.insert(phrase.head)
            } else if let deed = deed(of: clause) {
                objects = [.text(Spans.text(deed.words, in: tree), deed.words)]
                words.append(deed.preposition)
                behind = [tree.words[deed.preposition]]
            }
            let parts =
                ["was", tree.words[clause.head]] + clause.particles.map { tree.words[$0] }
                + (phrase?.preposition?.split(separator: "_").map(String.init) ?? behind)
            name = OpenRelationName.camelCase(parts)
        }
        let qualifiers = Qualifiers.read(clause, except: used, status: status, in: context)
        if objects == [.none], !isDeath {
            // "a fair launched in 1997", but "the law passed" only tells which one is meant.
            let isDated = qualifiers.contains { $0.kind == .date }
            if clause.link == .adnominalClause && !isDated || PassiveClaims.needingMore.contains(lemma) { return [] }
        }
        return heads.flatMap { head in
            objects.map { object in
                context.claim(
                    predicate: words, relation: name, isNamed: isDeath, subject: head, object: object, status: status,
                    tense: tense, qualifiers: qualifiers)
            }
        }
    }

    /// "was sentenced to nine years", "was charged with murder": what stands right behind the verb and is no time or place.
    private func isObject(_ phrase: Oblique, _ clause: Clause) -> Bool {
        guard let preposition = phrase.preposition,
            VerbClaims.passivePrepositions.contains(preposition)
                || PassiveClaims.needingMore.contains(tree.lemmas[clause.head])
                    && !VerbClaims.asides.contains(preposition)
                || PassiveClaims.placed.contains(tree.lemmas[clause.head]) && ["in", "at", "on"].contains(preposition)
                || preposition == "with" && PassiveClaims.withVerbs.contains(tree.lemmas[clause.head]),
            phrase.head > clause.head, !context.dates.isTime(phrase.head) || context.quantities.isMeasure(phrase.head),
            // "diagnosed as obese"
            tree.isNominal(phrase.head) || preposition == "as" && tree.tokens[phrase.head].upos == "ADJ",
            // "was married in turn to Holm"
            !VerbClaims.relational.contains(tree.words[phrase.head]) || tree.has(phrase.head, .determiner),
            phrase.prepositionTokens.first == (clause.particles.last ?? clause.head) + 1
        else { return false }
        return true
    }

    /// "was charged with making false statements", "was accused of lying", "focused on rebuilding homes": the deed is what
    /// the charge, or the talk, is of.
    func deed(of clause: Clause) -> (words: Range<Int>, preposition: Int)? {
        for deed in clause.adverbials + clause.contents + clause.openComplements where deed > clause.head {
            // "was pressed on whether he knew"
            let isAsked = tree.children(deed, .marker).contains { tree.words[$0] == "whether" }
            guard tree.tokens[deed].xpos == "VBG" || isAsked,
                let preposition = (tree.children(deed, .marker) + tree.children(deed, .preposition)).first(where: {
                    ["with", "of", "for", "from"].contains(tree.words[$0])
                        || (!clause.isPassive || isAsked)
                            && ["on", "about", "against", "in", "at", "to", "into", "over"].contains(tree.words[$0])
                }),
                preposition == (clause.particles.last ?? clause.head) + 1
            else { continue }
            let span = Spans.content(deed, in: tree)
            let begin = isAsked ? preposition + 1 : max(span.lowerBound, preposition + 1)
            return (begin..<span.upperBound, preposition)
        }
        return nil
    }

    private static let withVerbs: Set<String> = [
        "charge", "diagnose", "infect", "award", "replace", "reward", "present", "credit", "tax", "hit", "provide",
        "treat", "threaten", "link", "associate", "compare", "equip",
    ]

    /// Verbs whose passive says nothing without what it is as, where, or to do.
    static let needingMore: Set<String> = [
        "consider", "deem", "regard", "think", "believe", "say", "see", "find", "make", "use", "locate", "situate",
        "mean", "base", "need", "require", "keep", "leave", "put", "set", "give", "tell", "know", "call", "do", "have",
        "involve", "associate", "show", "meet", "prohibit", "bar", "decide", "relate", "link", "connect", "engage",
        "interest", "compare", "subject", "expose", "confine", "dedicate", "devote", "attribute", "deprive", "rob",
        "entitle", "oblige", "force", "allow", "permit", "enable", "ask", "urge", "order", "instruct", "encourage",
        "forbid", "limit", "restrict", "equip", "credit", "describe", "characterize", "classify", "portray", "depict",
        "treat", "define", "list", "place", "position", "pin", "turn", "transform", "convert", "hail", "brand",
        "follow", "slate", "schedule", "expect", "intend", "design", "aim", "tie", "separate", "prevent", "exempt",
        "award", "own", "cite", "plan", "intimate", "focus", "account", "diagnose", "round", "rule", "marry",
        "earmark", "comprise", "compose", "fear",
    ]

    /// Verbs whose passive says where as much as what ("was identified in Samoa", "was banned in schools").
    private static let placed: Set<String> = ["identify", "detect", "record", "confirm", "ban", "outlaw", "observe"]
}
