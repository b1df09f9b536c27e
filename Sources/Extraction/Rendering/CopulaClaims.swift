import English

/// "The fate of the crew is uncertain."; "Vos is the leader of the party."; "The camp is in Jordan."; "There is hope."
///
/// Claims of clauses with a copula: a role, a state, a place, a number, a description.
struct CopulaClaims {
    let context: SentenceContext
    private var tree: DependencyTree { context.tree }

    func claims(of index: Int) -> [Claim] {
        let clause = context.analysis.clauses[index]
        switch clause.kind {
        case .copula: return copula(clause, index)
        case .existential: return existential(clause, index)
        case .verbless where clause.subjectOrigin == .own || clause.subjectOrigin == .shared:
            return copula(clause, index)
        default: return []
        }
    }

    /// "She was 22 at the time", "when it was written": no age that she has.
    private func isPastAge(_ head: Int) -> Bool {
        let next = Array(tree.words.dropFirst(head + 1).prefix(4))
        return next.starts(with: ["at", "the", "time"]) || next.first == "when" || next.first == "then"
            || next.starts(with: ["years", "old", "when"]) || next == ["years", "old", "at", "the"]
    }

    private func copula(_ clause: Clause, _ index: Int) -> [Claim] {
        let status = context.statuses.statuses[index]
        let subjects = context.members(of: clause.subjects, in: clause).filter {
            tree.labels[$0] != .expletive && !tree.isVerb($0) && tree.isNominal($0)
                && !["WP", "WDT"].contains(tree.tokens[$0].xpos) && !isMistaken($0, for: clause.head)
                // "the last time they won was in 2008"
                && tree.words[$0] != "time"
        }
        let head = clause.head
        // "'…' was how Vos put it": what was so is the clause before.
        if tree.isVerb(head), tree.children(head).contains(where: { tree.tokens[$0].xpos == "WRB" }) { return [] }
        // "Vos, as is his habit, spoke": it is the speaking that is so.
        if clause.marks.contains(where: { tree.words[$0] == "as" }), clause.subjectOrigin != .own { return [] }
        guard !subjects.isEmpty else { return impersonal(clause, index) }
        // "the countries where betting is legal": there, and nowhere else.
        if clause.link == .relativeClause, clause.adverbs.contains(where: { tree.words[$0] == "where" }) { return [] }
        let qualifiers = Qualifiers.read(clause, except: [], status: status, in: context)
        let predicate =
            clause.auxiliaries + clause.copulas + clause.adverbs.filter { OwnMarks.negators.contains(tree.words[$0]) }
        let tense = context.tense(of: clause)
        func make(_ relation: String, _ object: ClaimObject, named: Bool, words: [Int], except used: Int? = nil)
            -> [Claim]
        {
            subjects.map { subject in
                context.claim(
                    predicate: predicate + words, relation: relation, isNamed: named, subject: subject, object: object,
                    status: status, tense: tense,
                    qualifiers: qualifiers.filter { $0.argument?.head.token != used || used == nil })
            }
        }
        // "Turnout was above 80 percent": before a number the preposition bounds it.
        let quantity = context.isBareNumber(head) ? context.quantities.quantity(at: head) : nil
        let isBounded = quantity?.bound != nil
        if let preposition = tree.prepositionWord(head), tree.isNominal(head), !isBounded {
            if preposition == "according_to" { return [] }
            let words = tree.prepositionTokens(head)
            // "is in the midst of a reform", "was on the verge of tears": no place, and of what tells all.
            if let first = words.first, CopulaClaims.stages.contains(tree.lemmas[head]) {
                guard tree.has(head, .nominalModifier) else { return [] }
                let span = first..<Spans.phrase(head, in: tree).upperBound
                return make("is", .text(Spans.text(span, in: tree), span), named: false, words: [head])
            }
            let object = ClaimObject.phrase(context.argument(head))
            if let named = placed(preposition, subjects[0], head) {
                return make(named, object, named: true, words: words)
            }
            if let first = words.first, isBareState(preposition, head) {
                let span = first..<Spans.phrase(head, in: tree).upperBound
                return make("is", .text(Spans.text(span, in: tree), span), named: false, words: [head])
            }
            let name = OpenRelationName.camelCase(["is"] + preposition.split(separator: "_").map(String.init))
            return make(name, object, named: false, words: words)
        }
        if tree.words[head] == "dead", clause.openComplements.isEmpty,
            let count = subjects.first.flatMap({ context.quantities.quantity(at: $0) })
        {
            // "27 dead after ferry sinks"
            return make("died", .quantity(count, context.argument(subjects[0])), named: true, words: [head])
        }
        // "the first African American to serve": an adjective with an article is a noun; "amongst the longest" is no longest.
        // "was the longest in Europe" says in what.
        if tree.tokens[head].upos == "ADJ",
            tree.prepositionWord(head) != nil
                || tree.has(head, .determiner)
                    && !(tree.tokens[head].xpos == "JJS" && clause.obliques.contains { $0.head > head })
        {
            let first = Spans.phrase(head, in: tree).lowerBound
            let infinitives = tree.children(head).filter {
                $0 > head && tree.children($0, .marker).contains { tree.words[$0] == "to" }
            }
            guard tree.prepositionWord(head) == nil, let last = infinitives.compactMap({ tree.subtree($0).last }).max(),
                tree.labels[first] == .determiner
            else { return [] }
            let words = first + 1..<last + 1
            return make("is", .text(Spans.text(words, in: tree), words), named: false, words: [head])
        }
        // "The airline was Iran's first in private hands."
        if tree.words[head] == "first", tree.has(head, .possessor) { return [] }
        if tree.tokens[head].upos == "ADJ" || (tree.tokens[head].upos == "VERB" && clause.kind == .copula) {
            // "is likely to", "is able to": the infinitive says what there is to say.
            let complement =
                clause.openComplements.first { tree.isVerb($0) }
                ?? clause.contents.first { content in
                    tree.children(content, .marker).allSatisfy { ["that", "to"].contains(tree.words[$0]) }
                }
            if let complement {
                switch ComplementTable.adjective[tree.lemmas[head]] {
                case .asGovernor where tree.lemmas[head] == "able", .future, .hedged, .negated: return []
                default: break
                }
                let isInfinitive = tree.children(complement, .marker).contains { tree.words[$0] == "to" }
                let span = Spans.content(complement, in: tree)
                let name =
                    named(tree.lemmas[head], nil, isInfinitive ? .infinitive : .that, subjects[0], nil)
                    ?? OpenRelationName.camelCase(["is", tree.words[head], isInfinitive ? "to" : "that"])
                return make(name, .text(Spans.text(span, in: tree), span), named: false, words: [head])
            }
            if let phrase = clause.obliques.first(where: {
                $0.preposition != nil && !context.dates.isTime($0.head) && $0.head > head
            }),
                let preposition = phrase.preposition, tree.isNominal(phrase.head), preposition != "according_to"
            {
                // "is responsible for reportedly upwards of 100 deaths"
                let words = phrase.prepositionTokens
                if let first = words.first, let last = words.last, last - first + 1 != words.count { return [] }
                let name =
                    named(tree.lemmas[head], preposition, .none, subjects[0], phrase.head)
                    ?? OpenRelationName.camelCase(["is", tree.words[head], preposition])
                return make(
                    name, context.object(phrase.head, for: nil, of: clause), named: false,
                    words: [head] + phrase.prepositionTokens,
                    except: phrase.head)
            }
            // "is close to being decided", "is confident of winning"
            if let gerund = clause.adverbials.first(where: { tree.subtree($0).first == head + 1 }),
                tree.tokens[gerund].xpos == "VBG" || tree.has(gerund, .passiveAuxiliary),
                let preposition = tree.children(gerund, .marker).first(where: {
                    ["to", "of", "from", "for", "about", "at"].contains(tree.words[$0])
                })
            {
                let span = Spans.content(gerund, in: tree)
                let name = OpenRelationName.camelCase(["is", tree.words[head], tree.words[preposition]])
                return make(name, .text(Spans.text(span, in: tree), span), named: false, words: [head, preposition])
            }
            // "is worth 7,000 dollars": such a word says nothing without what the tree has lost.
            if CopulaClaims.needingMore.contains(tree.lemmas[head]) { return [] }
            // "was amongst the longest": alone it says something else.
            if tree.tokens[head].xpos == "JJS" { return [] }
            return make("is", .text(stateText(head), head..<head + 1), named: false, words: [head])
        }
        if context.dates.isTime(head), let time = context.dates.time(at: head, isFuture: status.isFuture) {
            // "The deadline is October 31."
            guard time.isResolved else { return [] }
            return make("occurredOn", .text(time.text, Spans.phrase(head, in: tree)), named: true, words: [])
        }
        // "is 160 km east of the capital": how far says nothing without from where.
        if context.quantities.isMeasure(head),
            tree.children(head).contains(where: {
                $0 > head && tree.labels[$0] == .adverb && CopulaClaims.directions.contains(tree.words[$0])
            })
        {
            return []
        }
        if let quantity {
            // "were up $1.10": by so much, and not so much.
            if tree.children(head).contains(where: {
                $0 < head && ["up", "down", "off", "ahead", "behind"].contains(tree.words[$0])
            }) {
                return []
            }
            // "are 2 for 17": a score counts nothing.
            if tree.children(head).contains(where: {
                $0 > head && tree.tokens[$0].upos == "NUM" && tree.has($0, .preposition)
            }) {
                return []
            }
            let isAge = quantity.unit == nil && subjects.allSatisfy { EntityTypes.isPerson(context.type($0)) }
            if isAge, isPastAge(head) { return [] }
            return make(isAge ? "hasAge" : "hasCount", .quantity(quantity, nil), named: true, words: [])
        }
        guard tree.isNominal(head), tree.tokens[head].upos != "PRON" else { return [] }
        // "It has been this way for years": as it was told.
        if ["way", "case"].contains(tree.words[head]),
            tree.children(head, .determiner).contains(where: { ["this", "that"].contains(tree.words[$0]) })
        {
            return []
        }
        // "The aim is to win" says what the aim is; "the first woman to serve" is who she is.
        if ComplementTable.noun[tree.lemmas[head]] == .unrealised,
            clause.openComplements.contains(where: { tree.isVerb($0) })
        {
            return []
        }
        let isPerson = subjects.contains {
            EntityTypes.isPerson(context.type($0)) || EntityTypes.isPerson(context.type(head))
        }
        var span = Spans.phrase(head, in: tree)
        // "The states are Utah, Ohio and Texas": one of a list is not all of it.
        if let last = context.members(head).last, last != head {
            span = span.lowerBound..<max(span.upperBound, Spans.phrase(last, in: tree).upperBound)
        }
        if let whole = context.ranked(head) {
            return make("is", .text(Spans.text(whole, in: tree), whole), named: false, words: [head])
        }
        if let whole = completed(head, clause, span) {
            return make("is", .text(Spans.text(whole, in: tree), whole), named: false, words: [head])
        }
        if CopulaClaims.nounsNeedingMore.contains(tree.lemmas[head]) { return [] }
        // "Vos is her brother": whose, only another sentence tells.
        if RoleText.isRelational(head, in: tree),
            tree.children(head, .possessor).contains(where: { tree.tokens[$0].upos == "PRON" })
        {
            return []
        }
        if isPerson, namesRole(head), subjects.allSatisfy(mayHaveRole), !RoleText.isRelational(head, in: tree),
            !RoleText.isEmpty(RoleText.text(head, in: context))
        {
            return make(
                context.isOver(clause) ? "hadRole" : "hasRole", .text(RoleText.text(head, in: context), span),
                named: true,
                words: [head])
        }
        // "are artists, as well as the owners"
        if let more = (clause.obliques.map(\.head) + tree.children(head).filter { tree.labels[$0].isNominalModifier })
            .first(where: { tree.prepositionWord($0) == "as_well_as" && $0 > head })
        {
            span = span.lowerBound..<max(span.upperBound, Spans.phrase(more, in: tree).upperBound)
        }
        // "was home to a large population": what follows tells to what.
        if let phrase = clause.obliques.first(where: { $0.prepositionTokens.first == span.upperBound }),
            ["to", "of", "for", "with", "against", "from"].contains(phrase.preposition ?? ""),
            !context.dates.isTime(phrase.head), let last = context.members(phrase.head).last
        {
            span = span.lowerBound..<max(span.upperBound, Spans.phrase(last, in: tree).upperBound)
        }
        // "Vos and Holm are members of the board": each is one.
        if ["members", "citizens", "nationals", "residents"].contains(tree.words[head]),
            subjects.contains(where: { tree.tokens[$0].xpos == "NNP" })
        {
            return []
        }
        var kept = span
        while kept.count > 1, kept.lowerBound < head,
            tree.labels[kept.lowerBound] == .determiner
                || tree.labels[kept.lowerBound] == .adverb
                    && CopulaClaims.loose.contains(tree.words[kept.lowerBound])
        {
            kept = kept.dropFirst()
        }
        // "only 5% of the air is oxygen" with its share lost.
        if subjects.contains(where: { Spans.text(Spans.phrase($0, in: tree), in: tree) == Spans.text(kept, in: tree) })
        {
            return []
        }
        return make("is", .text(Spans.text(kept, in: tree), span), named: false, words: [head])
    }

    /// "It was the worst crash in years": what happened, and no airline that was spoken of before.
    private func isMistaken(_ subject: Int, for head: Int) -> Bool {
        ["it", "this", "that"].contains(tree.words[subject]) && context.type(head) == "Event"
            && tree.tokens[head].upos == "NOUN" && EntityTypes.isAgent(context.type(subject) ?? "Event")
    }

    private static let directions: Set<String> = [
        "east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest", "away", "off", "inland",
        "offshore", "above", "below", "ahead", "behind",
    ]

    private static let needingMore: Set<String> = [
        "able", "apt", "bound", "due", "eligible", "full", "fond", "keen", "liable", "like", "prone",
        "similar", "subject", "such", "unable", "unlike", "willing", "worth",
    ]

    /// Words that stand before a description and say nothing of the thing.
    private static let loose: Set<String> = [
        "also", "still", "now", "currently", "therefore", "thus", "instead", "however", "indeed", "actually", "simply",
        "already", "again", "then", "today",
    ]

    /// Nouns that say nothing without what follows them.
    private static let nounsNeedingMore: Set<String> = [
        "home", "host", "witness", "heir", "party", "threat", "response", "answer", "alternative", "key", "part",
        "result",
        "one", "kind", "sort", "type", "form", "example", "subject", "amongst",
    ]

    /// "was home to many", "was one of six states that had waited": the description with the phrase or the clause that it needs.
    private func completed(_ head: Int, _ clause: Clause, _ span: Range<Int>) -> Range<Int>? {
        var low = span.lowerBound
        while low < head, tree.labels[low] == .determiner { low += 1 }
        if CopulaClaims.nounsNeedingMore.contains(tree.lemmas[head]),
            let phrase = clause.obliques.first(where: { $0.prepositionTokens.first == head + 1 })
        {
            let end = Spans.phrase(phrase.head, in: tree).upperBound
            return end > head ? low..<end : nil
        }
        guard
            tree.words[head] == "one"
                || ["part", "kind", "sort", "type", "form", "example"].contains(tree.lemmas[head])
        else { return nil }
        guard let whole = tree.children(head).first(where: { tree.labels[$0].isNominalModifier && $0 > head }) else {
            return nil
        }
        let last =
            tree.subtree(whole) { child in
                tree.labels[child] == .conjunct && tree.isVerb(child)
                    || tree.labels[child] == .relativeClause
                        && (tree.subtree(child).first.map {
                            $0 > 0 && [",", "–"].contains(tree.words[$0 - 1]) || tree.words[$0] == ","
                        }
                            ?? false)
            }.last { tree.labels[$0] != .punctuation } ?? whole
        return last > head ? low..<max(last + 1, span.upperBound) : nil
    }

    /// "The sanctions were the subject of talks": only people hold a role.
    private func mayHaveRole(_ subject: Int) -> Bool {
        guard let type = context.type(subject) else { return true }
        return EntityTypes.isPerson(type) || ["Group", "Thing", "Organization"].contains(type)
    }

    /// "Vos is a judge": a noun for people, an office or a name; "Vos is a disgrace" is a description.
    private func namesRole(_ head: Int) -> Bool {
        if Lexicon.title(tree.tokens[head].form)?.isRole ?? false { return true }
        return tree.tokens[head].upos == "NOUN" && Lexicon.isPersonNoun(tree.lemmas[head])
    }

    /// "It is apparent that talks failed.": said of no thing, so never a fact, but somebody's words all the same.
    private func impersonal(_ clause: Clause, _ index: Int) -> [Claim] {
        guard !clause.copulas.isEmpty, tree.prepositionWord(clause.head) == nil else { return [] }
        if tree.tokens[clause.head].upos == "NOUN", !clause.isClausalPredicate(in: tree) {
            let span = Spans.phrase(clause.head, in: tree)
            return [
                context.claim(
                    predicate: clause.auxiliaries + clause.copulas + [clause.head], relation: "is", isNamed: false,
                    subject: nil, object: .text(Spans.text(span, in: tree), span),
                    status: context.statuses.statuses[index], tense: context.tense(of: clause))
            ]
        }
        guard tree.tokens[clause.head].upos == "ADJ" else { return [] }
        return [
            context.claim(
                predicate: clause.auxiliaries + clause.copulas + [clause.head], relation: "is", isNamed: false,
                subject: nil,
                object: .text(stateText(clause.head), clause.head..<clause.head + 1),
                status: context.statuses.statuses[index], tense: context.tense(of: clause))
        ]
    }

    private func existential(_ clause: Clause, _ index: Int) -> [Claim] {
        let things = clause.head == clause.copulas.first || !clause.copulas.isEmpty ? [clause.head] : clause.subjects
        let status = context.statuses.statuses[index]
        return things.flatMap(context.members).compactMap { thing in
            // "There is little indication that …" states the clause that hangs on the noun, not the noun.
            if NounScopeRule.effect(of: thing, in: tree) != nil { return nil }
            // "there was shouting", "there have been clashes": somewhere, at some time.
            let named = isBareThing(thing, clause) ? nil : thing
            return context.claim(
                predicate: [clause.copulas.first ?? clause.head], relation: "exists", isNamed: false, subject: named,
                object: .none, status: status, tense: context.tense(of: clause),
                qualifiers: Qualifiers.read(clause, except: [], status: status, in: context))
        }
    }

    /// A common noun alone, said to be there with no word of where: that such things are says nothing.
    private func isBareThing(_ thing: Int, _ clause: Clause) -> Bool {
        guard !context.isName(thing) else { return false }
        // "there are groups involved in it", "people who need food", "hints that they left": what is said stands in the clause.
        let says = tree.children(thing).contains { inner in
            guard inner > thing, tree.words[max(0, (tree.subtree(inner).first ?? inner) - 1)] != "," else {
                return false
            }
            switch tree.labels[inner] {
            case .relativeClause, .clausalComplement: return true
            case .adnominalClause:
                return !tree.children(inner, .marker).contains { ["to", "of", "for", "in"].contains(tree.words[$0]) }
            default: return false
            }
        }
        if says || ["number", "kind", "sort", "series", "line", "sense", "question"].contains(tree.lemmas[thing]) {
            return true
        }
        let first = tree.firstConjunct(thing)
        let isTold = [thing, first].contains { noun in
            tree.children(noun).contains {
                ![
                    .determiner, .conjunct, .coordinator, .punctuation, .copula, .subject, .expletive, .auxiliary,
                    .adverb, .marker,
                    .adverbialClause, .parataxis,
                ].contains(tree.labels[$0]) && $0 != clause.copulas.first
            }
        }
        return !isTold && !clause.obliques.contains { $0.preposition != nil && !context.dates.isTime($0.head) }
    }

    /// "in": an event is held somewhere, a place lies somewhere; a person's whereabouts are an open relation.
    private func placed(_ preposition: String, _ subject: Int, _ head: Int) -> String? {
        if let name = named(tree.lemmas[head], preposition, .none, subject, nil) ?? related(preposition, subject, head)
        {
            return name
        }
        guard let type = context.type(subject) else { return nil }
        for pattern in context.vocabulary.verbPatterns["be"] ?? []
        where pattern.preposition == preposition && pattern.restriction.isEmpty {
            let relation = context.vocabulary.relations[pattern.relation]
            // "The children were from Lund": a town gives no nationality.
            if relation.name == "nationality", context.type(head) != "Country" { continue }
            if EntityTypes.fits(type, relation.domain), EntityTypes.isPlace(context.type(head)) { return relation.name }
        }
        guard EntityTypes.isPlace(context.type(head)), context.isName(head) else { return nil }
        return EntityTypes.isPlace(type) && preposition == "in" ? "locatedIn" : nil
    }

    /// "be[responsible]~for", "be[eligible]:to", "be~in[office]": the relation of a pattern with this word, or nil.
    private func named(
        _ word: String, _ preposition: String?, _ complement: RelationPattern.Complement, _ subject: Int, _ object: Int?
    ) -> String? {
        for pattern in context.vocabulary.verbPatterns["be"] ?? []
        where pattern.restriction.contains(word) && pattern.preposition == preposition
            && pattern.complement == complement
        {
            let relation = context.vocabulary.relations[pattern.relation]
            if EntityTypes.fits(context.type(subject), relation.domain),
                object.map({ EntityTypes.fits(context.type($0), relation.range) }) ?? true
            {
                return relation.name
            }
        }
        return nil
    }

    /// "be~among", "be~behind": the relation of a preposition that is no place nor time, or nil.
    private func related(_ preposition: String, _ subject: Int, _ object: Int) -> String? {
        for pattern in context.vocabulary.verbPatterns["be"] ?? []
        where pattern.restriction.isEmpty && pattern.preposition == preposition {
            let relation = context.vocabulary.relations[pattern.relation]
            if relation.range.allSatisfy({ !["Place", "Country", "Date", "Role"].contains($0) }),
                EntityTypes.fits(context.type(subject), relation.domain),
                EntityTypes.fits(context.type(object), relation.range), !context.dates.isTime(object),
                // "is slightly behind the conservatives", "was behind Vos": where one stands
                preposition != "behind" || !tree.has(object, .adverb) && !EntityTypes.isAgent(context.type(object))
            {
                return relation.name
            }
        }
        return nil
    }

    /// "is in critical condition", "was on fire", "are at risk": a preposition and a bare noun are a state, no place or thing.
    private func isBareState(_ preposition: String, _ head: Int) -> Bool {
        guard CopulaClaims.statePrepositions.contains(preposition), tree.tokens[head].upos == "NOUN",
            !context.isName(head), !EntityTypes.isPlace(context.type(head)), !EntityTypes.isPerson(context.type(head))
        else { return false }
        return !tree.children(head).contains {
            [.determiner, .possessor, .numeralModifier, .conjunct].contains(tree.labels[$0])
        }
    }

    private static let stages: Set<String> = ["midst", "throes", "process", "verge", "brink", "grip", "course", "way"]

    private static let statePrepositions: Set<String> = [
        "in", "on", "at", "under", "out_of", "of", "without", "off", "above", "below", "beyond",
    ]

    private func stateText(_ head: Int) -> String {
        let words = tree.children(head).filter {
            tree.labels[$0] == .adverb && $0 < head && !OwnMarks.negators.contains(tree.words[$0])
                && !OwnMarks.hedges.contains(tree.words[$0]) && !PredicateChain.connectives.contains(tree.words[$0])
                && tree.words[$0] != "meanwhile" && tree.tokens[$0].xpos != "WRB"
        }
        // "1,200 metres long"
        let measures = tree.children(head).filter {
            $0 < head && tree.labels[$0] == .unmarkedOblique && QuantityReader(tree).isMeasure($0)
        }
        return (measures.flatMap { tree.subtree($0) } + words + [head]).map { tree.words[$0] }.joined(separator: " ")
    }
}
