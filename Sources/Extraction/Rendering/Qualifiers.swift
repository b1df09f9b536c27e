import English

/// "on Monday in Lund", "with axes", "because of the storm": what a clause's further phrases tell of its claim.
enum Qualifiers {
    static func read(_ clause: Clause, except used: Set<Int>, status: Status, in context: SentenceContext)
        -> [Qualifier]
    {
        let tree = context.tree
        var found: [Qualifier] = []
        func add(_ kind: Qualifier.Kind, _ head: Int, text: String? = nil) {
            let argument = context.argument(head)
            found.append(Qualifier(kind, argument: argument, text: text ?? Spans.text(argument.span, in: tree)))
        }
        for phrase in clause.obliques where !used.contains(phrase.head) {
            guard !tree.isRelativeWord(phrase.head), phrase.preposition != "according_to" else { continue }
            if let rate = rate(phrase, tree) {
                add(.other("per"), phrase.head, text: rate)
                continue
            }
            if let time = context.dates.time(at: phrase.head, isFuture: status.isFuture) {
                let isPoint =
                    phrase.preposition == nil || points.contains(phrase.preposition ?? "")
                    || phrase.preposition == "until"
                        && clause.adverbs.contains { OwnMarks.negators.contains(tree.words[$0]) }
                if isPoint {
                    add(.date, phrase.head, text: time.text)
                } else {
                    add(.other(phrase.preposition ?? ""), phrase.head, text: time.text)
                }
                continue
            }
            for member in context.members(phrase.head) { add(kind(phrase, member, context), member) }
        }
        for adverb in clause.adverbs where context.dates.isTime(adverb) {
            if let time = context.dates.time(at: adverb, isFuture: status.isFuture) {
                add(.date, adverb, text: time.text)
            }
        }
        // "called the law a mistake": what the object is held to be.
        if !clause.objects.isEmpty || clause.isPassive {
            for complement in clause.openComplements where !used.contains(complement) {
                guard !tree.isVerb(complement), tree.prepositionWord(complement) == nil,
                    !tree.children(complement, .marker).contains(where: { tree.words[$0] == "to" })
                else { continue }
                add(.other("as"), complement)
            }
        }
        for recipient in clause.indirectObjects where !used.contains(recipient) { add(.recipient, recipient) }
        return found.sorted { ($0.argument?.head.token ?? 0) < ($1.argument?.head.token ?? 0) }
    }

    private static func kind(_ phrase: Oblique, _ head: Int, _ context: SentenceContext) -> Qualifier.Kind {
        switch phrase.preposition {
        case "in", "at", "near", "inside", "outside", "across", "within", "on", "along", "around", "throughout":
            return context.type(head).map(EntityTypes.isPlace) ?? false ? .place : .other(phrase.preposition ?? "")
        case "about", "over", "regarding", "concerning", "on_behalf_of": return .topic
        case "to": return context.quantities.quantity(at: head) == nil ? .recipient : .other("to")
        // "With talks due to close, he left", "with two others": what goes along is nothing that it was done with.
        case "with" where context.isActor(head) || context.tree.heads[phrase.head] > phrase.head: return .other("with")
        // "with a 41 percent share", "with wealth of $81 billion"
        case "with" where isFigure(head, context): return .other("with")
        case "with", "using": return .instrument
        // "sued for $250 million": a sum is no reason.
        // "suspended for four games"
        case "for" where context.quantities.isMeasure(head) || isRepeated(head, context): return .other("for")
        case "because_of", "due_to", "for", "thanks_to": return .reason
        default: return .other(phrase.preposition ?? "")
        }
    }

    /// "makes 38 billion pens every year", "sells 120,000 a month", "costs $3 per day"
    private static func rate(_ phrase: Oblique, _ tree: DependencyTree) -> String? {
        guard Lexicon.unit(tree.words[phrase.head])?.kind == .time, !tree.has(phrase.head, .numeralModifier) else {
            return nil
        }
        let isEach =
            phrase.preposition == nil
            && tree.children(phrase.head, .determiner).contains {
                ["a", "an", "each", "every"].contains(tree.words[$0])
            }
        return isEach && !tree.has(phrase.head, .adjectivalModifier) || phrase.preposition == "per"
            ? tree.words[phrase.head] : nil
    }

    /// A phrase that holds a sum or a share, or counts.
    private static func isFigure(_ head: Int, _ context: SentenceContext) -> Bool {
        let quantities = context.quantities
        return quantities.quantity(at: head) != nil
            || context.tree.children(head).contains { quantities.isMeasure($0) && quantities.quantity(at: $0) != nil }
    }

    /// Matches, seasons and the like, which count a time as years do.
    private static func isRepeated(_ head: Int, _ context: SentenceContext) -> Bool {
        ["game", "match", "race", "round", "season", "term", "session", "episode", "quarter"].contains(
            context.tree.lemmas[head])
            && context.quantities.quantity(at: head) != nil
    }

    private static let points: Set<String> = ["on", "in", "at", "during", "since", "of"]
}
