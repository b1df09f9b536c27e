/// "If talks fail, war returns."; "He left to join the army."; "Without asking, they cut pay."; "They met before leaving."
///
/// What an adverbial clause stands under, by the word that introduces it.
enum AdverbialStatusRule {
    static func context(
        of clause: Clause, in analysis: ClauseAnalysis, governor: Status, above: Status, parent: Int,
        sentence: Int = 0
    ) -> Status {
        let tree = analysis.tree
        let main = analysis.clauses[parent]
        var status = Status()
        status.speakers = above.speakers
        let words = introduction(of: clause, in: tree)
        if makesConditional(clause, main: main, in: tree) || isEvenIf(words) {
            status.weaken(.conditional)
            return status
        }
        if words.contains("whether") {
            status.weaken(.hedged)
            return status
        }
        if words.contains("without") || (words.contains("instead") && words.contains("of"))
            || (words.contains("rather") && words.contains("than"))
        {
            status.isNegated = true
            status.weaken(as: governor)
            return status
        }
        if words.contains("from"),
            ComplementTable.infinitive[tree.lemmas[main.head]] == .negated
                || ["save", "rescue", "protect"].contains(tree.lemmas[main.head])
        {
            // "prevented the firm from closing the plant": it did not.
            status.weaken(as: governor)
            status.isNegated = !governor.isNegated
            return status
        }
        if words.contains("at"), ["aim", "target", "direct"].contains(tree.lemmas[main.head]) {
            status.weaken(.unrealised)
            return status
        }
        if talking.contains(tree.lemmas[main.head]),
            ([clause.head] + clause.auxiliaries).contains(where: { tree.tokens[$0].xpos == "VBG" }),
            words.contains("of") || words.contains("about"), let speaker = AttributionRule.speaker(of: main, in: tree)
        {
            // "Vos talked of being robbed": by her own account.
            return ComplementRule.status(
                .attributed, under: governor, speaker: TokenReference(sentence: sentence, token: speaker))
        }
        if words == ["in"], tree.tokens[clause.head].xpos == "VBG", let mark = clause.marks.first, mark > 0,
            ["assistance", "help", "aid", "support", "interest"].contains(tree.lemmas[mark - 1])
        {
            // "asked for help in raising funds": nobody has raised any.
            status.weaken(.unrealised)
            return status
        }
        if judging.contains(tree.lemmas[main.head]), tree.tokens[clause.head].xpos == "VBG",
            ["of", "with", "for", "over", "on"].contains(where: words.contains)
        {
            // "was charged with making false statements": that he made them is the charge.
            status.weaken(as: governor)
            status.weaken(.hedged)
            return status
        }
        if isTopic(clause, of: main, in: tree) || words.contains("when") && words[0] != "when" {
            // "insisted on paying", "talked about leaving", "depends on when he leaves": nobody says that it came to be.
            status.weaken(as: governor)
            status.weaken(.hedged)
            return status
        }
        let isInfinitive = words.contains("to") || (words.isEmpty && tree.tokens[clause.head].xpos == "VB")
        if isInfinitive, tree.lemmas[main.head] == "use", !main.objects.isEmpty, clause.head > main.head {
            // "used gliders to study the water": they did study it.
            status.weaken(as: governor)
            return status
        }
        if isInfinitive || (words.contains("so") && words.contains("that")) || words.contains("lest") {
            status.weaken(.unrealised)
            return status
        }
        if words == ["as"], ["quote", "cite", "record"].contains(tree.lemmas[main.head]),
            ComplementTable.content[tree.lemmas[clause.head]] != nil
        {
            // "was quoted as saying", "Reuters quoted him as saying": it was said, by the word of whoever quotes it.
            if let quoting = main.isPassive ? main.agent?.head : main.subjects.first {
                status.speakers.insert(TokenReference(sentence: sentence, token: quoting), at: 0)
            }
            status.weaken(as: governor)
            return status
        }
        if words == ["as"], tree.tokens[clause.head].xpos == "VBG" {
            // "was described as belonging to": somebody's view.
            status.weaken(as: governor)
            status.weaken(.hedged)
            return status
        }
        if words.isEmpty || words == ["with"] || words == ["by"] || words == ["while"] || words == ["in"] {
            // "…, choosing a site": a participle shares its governor's status, but not the governor's denial.
            let isParticiple = clause.subjectOrigin != .own || words == ["with"]
            if isParticiple {
                status.weaken(as: governor)
                if governor.isNegated { status.weaken(.hedged) }
            }
            return status
        }
        if isTimeless(clause, words, in: tree) {
            // "when banks are at risk", "After the ship leaves, divers will search it": whenever it is so, or once it will be.
            status.weaken(as: governor)
            status.weaken(.conditional)
            return status
        }
        if clause.subjectOrigin != .own {
            // "before leaving", "after meeting": as real as the main clause, unless that never came to be.
            status.weaken(as: governor)
            if governor.isNegated { status.weaken(.hedged) }
            if words.contains("against") || words.contains("from") || words.contains("for") {
                status.weaken(.hedged)
            }
        } else if governor.certainty == .unrealised, !isPast(clause, in: tree), !words.isEmpty,
            ["when", "before", "after", "as_soon_as", "while", "once", "until"].contains(where: words.contains)
        {
            // "plans to ask when he meets her": he has not yet.
            status.weaken(.unrealised)
        } else if governor.isFuture || main.auxiliaries.contains(where: { tree.tokens[$0].xpos == "MD" }) {
            // "will meet when he arrives".
            if ["when", "before", "after", "as_soon_as", "while", "once", "until"].contains(where: words.contains) {
                status.isFuture = true
            }
        }
        return status
    }

    /// Whether an adverbial clause makes its main clause conditional.
    static func makesConditional(_ clause: Clause, main: Clause, in tree: DependencyTree) -> Bool {
        guard clause.link == .adverbialClause || clause.link == .clauseRelative else { return false }
        let words = introduction(of: clause, in: tree)
        if isEvenIf(words) { return false }
        if words.contains("if") || words.contains("unless") || words.contains("provided") || words.contains("providing")
            || words.contains("assuming")
        {
            // "as if", "what if" say nothing of a condition.
            return !words.contains("as")
        }
        if words.contains("as"), words.contains("long") { return true }
        if words.contains("once") || words.contains("until") || words.contains("till") {
            return !isPast(clause, in: tree) || !isPast(main, in: tree)
        }
        // "Had he known, he would …"
        if words.isEmpty, clause.subjectOrigin == .own, let first = clause.auxiliaries.first,
            let subject = clause.subjects.first, first < subject, ["had", "were", "should"].contains(tree.words[first])
        {
            return true
        }
        return false
    }

    /// The words that introduce a clause: its marks, and the adverb or preposition in their place.
    static func introduction(of clause: Clause, in tree: DependencyTree) -> [String] {
        var tokens = clause.marks
        for child in tree.children(clause.head) where child < clause.head {
            switch tree.labels[child] {
            case .preposition: tokens += [child] + tree.children(child, .fixed)
            case .adverb:
                let isOpening = tree.tokens[child].xpos == "WRB" || opening.contains(tree.words[child])
                if isOpening { tokens += [child] + tree.children(child) }
            default: break
            }
        }
        return tokens.sorted().map { tree.words[$0] }
    }

    /// Whether a clause of time has the plain present, which tells of no time that has been; a headline has no other.
    private static func isTimeless(_ clause: Clause, _ words: [String], in tree: DependencyTree) -> Bool {
        guard clause.subjectOrigin == .own, let word = words.first, timeless.contains(word),
            let last = tree.words.last, [".", "?", "!", "\"", "”", "''"].contains(last)
        else { return false }
        // "has sued a bar after he says he was hit": who says so has said it.
        if word == "after", ComplementTable.content[tree.lemmas[clause.head]] != nil { return false }
        let verbs = (clause.auxiliaries + clause.copulas + [clause.head]).filter { tree.labels[$0] != .marker }
        return verbs.contains { ["VBZ", "VBP"].contains(tree.tokens[$0].xpos) }
            && !verbs.contains { ["VBD", "MD"].contains(tree.tokens[$0].xpos) }
    }

    private static let timeless: Set<String> = ["when", "whenever", "after", "before", "once", "until", "till"]

    /// Whether a clause's verb is past.
    static func isPast(_ clause: Clause, in tree: DependencyTree) -> Bool {
        let verbs = clause.auxiliaries + clause.copulas + [clause.head]
        return verbs.contains { tree.tokens[$0].xpos == "VBD" }
    }

    /// Verbs that tell of something with "of" or "about".
    static let talking: Set<String> = [
        "talk", "speak", "tell", "boast", "brag", "complain", "joke", "reminisce", "rave", "warn", "testify",
    ]

    private static let judging: Set<String> = [
        "charge", "accuse", "suspect", "indict", "investigate", "sue", "arrest", "detain", "blame", "criticise",
        "criticize",
        "convict", "prosecute", "try", "question", "fault", "denounce", "impeach", "credit", "praise", "condemn",
        "thank",
    ]

    /// Whether a gerund right behind a verb and its preposition is what the verb is about.
    private static func isTopic(_ clause: Clause, of main: Clause, in tree: DependencyTree) -> Bool {
        guard tree.tokens[clause.head].xpos == "VBG", !main.isPassive, let mark = clause.marks.first else {
            return false
        }
        return mark == (main.particles.last ?? main.head) + 1
            && ["on", "about", "against", "of", "over", "toward", "towards"].contains(tree.words[mark])
    }

    private static func isEvenIf(_ words: [String]) -> Bool { words.contains("even") && words.contains("if") }

    private static let opening: Set<String> = ["once", "even", "instead", "rather", "long", "soon"]
}
