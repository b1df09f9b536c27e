/// What is said, asked or meant, as a text with its ends where the saying ends.
extension VerbClaims {
    /// What is said: all of its quotation, and whatever of it stands right behind the verb of saying.
    func contentSpan(_ content: Int, of clause: Clause) -> Range<Int> {
        var span = contentRun(content, of: clause)
        // "says it is not surprised the rate | is twice theirs": where the tree parts what is said in two, both are.
        for other in clause.contents where other != content && other > clause.head && content > clause.head {
            let rest = Spans.content(other, in: tree)
            if rest.lowerBound == span.upperBound, !context.quotation.isInside[content] {
                span = span.lowerBound..<rest.upperBound
            }
        }
        // "said she was glad and"
        while span.count > 1, ["and", "but", "or", ",", ";", "—", "–"].contains(tree.words[span.upperBound - 1]) {
            span = span.lowerBound..<span.upperBound - 1
        }
        while span.count > 1,
            [",", ";", ":"].contains(tree.words[span.lowerBound])
                || tree.words[span.lowerBound] == "that" && tree.tokens[span.lowerBound].xpos == "IN"
        {
            span = span.lowerBound + 1..<span.upperBound
        }
        // "According to the Red Cross, ten died, it said": who says it is no part of what is said.
        if tree.words[span.lowerBound] == "according", let comma = span.first(where: { tree.words[$0] == "," }),
            comma + 1 < span.upperBound
        {
            span = comma + 1..<span.upperBound
        }
        return QuotedSpans.balanced(span, in: tree)
    }

    /// What is said, as one text: '"We won," she said, "and they lost."' is both halves.
    func contentObject(_ content: Int, of clause: Clause) -> ClaimObject {
        let span = contentSpan(content, of: clause)
        if let antecedent = antecedent(of: content, clause) {
            // "the flight, which they said might be late": the flight might be late.
            let phrase = Spans.text(Spans.phrase(antecedent, in: tree), in: tree)
            return .text(phrase + " " + contentText(content, span), span)
        }
        guard let rest = otherHalf(of: content, beside: span, clause) ?? quotedRest(behind: span, content, clause)
        else {
            return .text(contentText(content, span), span)
        }
        let halves = span.lowerBound < rest.lowerBound ? [span, rest] : [rest, span]
        // "At noon, officials said, fuel spilled."
        let isFronted = rest.lowerBound < span.lowerBound && !hasSubject(content, in: rest)
        let text = halves.map { Spans.text($0, in: tree) }.joined(separator: isFronted ? ", " : " ")
        return .text(text, halves[0].lowerBound..<halves[1].upperBound)
    }

    /// The noun that the relative word stands for which is the subject of what is said.
    private func antecedent(of content: Int, _ clause: Clause) -> Int? {
        guard content > clause.head, hasRelativeSubject(content),
            let said = context.analysis.clause(headedBy: content), let subject = said.subjects.first,
            subject < clause.head, subject == said.antecedent, !tree.dominates(clause.head, subject)
        else { return nil }
        return subject
    }

    /// "which they said might be late": its subject stands before the verb of saying.
    private func hasRelativeSubject(_ content: Int) -> Bool {
        let subjects = tree.children(content).filter { tree.labels[$0].isSubject }
        if subjects.isEmpty, context.analysis.clause(headedBy: content)?.subjectOrigin == .relative { return true }
        return tree.children(content).contains { tree.labels[$0].isSubject && tree.isRelativeWord($0) && $0 < content }
    }

    private func hasSubject(_ content: Int, in range: Range<Int>) -> Bool {
        tree.children(content).contains { tree.labels[$0].isSubject && range.contains($0) }
    }

    /// The words of what is said on the other side of the clause that tells who says it: "Fuel, officials said, spilled".
    private func otherHalf(of content: Int, beside span: Range<Int>, _ clause: Clause) -> Range<Int>? {
        guard !span.contains(clause.head) else { return nil }
        let inside = context.quotation.isInside
        let isBefore = span.upperBound <= clause.head
        let own = tree.subtree(content) { child in
            tree.heads[child] == content && (tree.labels[child] == .parataxis || tree.labels[child] == .marker)
        }.filter {
            tree.tokens[$0].upos != "PUNCT" && (isBefore ? $0 > clause.head : $0 < clause.head)
                && inside[$0] == inside[content]
        }
        guard var low = own.first, var high = own.last, tree.labels[content] != .adverbialClause,
            !(low...high).contains(where: { isCue($0, clause, content) }),
            inside[content] || !(low...high).contains(where: { isPronounAtEdge($0, low...high) }),
            inside[content] || !isStatement(low, own, content)
        else { return nil }
        if inside[content] {
            while low > 0, inside[low - 1] { low -= 1 }
            while high + 1 < tree.count, inside[high + 1] { high += 1 }
            while high > low, [",", "."].contains(tree.words[high]) { high -= 1 }
        }
        if tree.words[low...high].contains("("), high + 1 < tree.count, tree.words[high + 1] == ")" { high += 1 }
        return low..<high + 1
    }

    /// '"What is sad", Vos said, "is not the vote."': words in marks behind the cue that begin small go on with those before it.
    private func quotedRest(behind span: Range<Int>, _ content: Int, _ clause: Clause) -> Range<Int>? {
        let inside = context.quotation.isInside
        guard inside[content], span.upperBound <= clause.head,
            let rest = clause.contents.first(where: { $0 > clause.head && inside[$0] }),
            !tree.children(rest).contains(where: { tree.labels[$0].isSubject }),
            let begin = (clause.head..<rest).first(where: { inside[$0] }), !isCapital(begin),
            tree.tokens[begin].upos == "AUX" || tree.tokens[begin].upos == "VERB"
        else { return nil }
        var end = begin
        while end < tree.count, inside[end] { end += 1 }
        while end > begin + 1, [",", "."].contains(tree.words[end - 1]) { end -= 1 }
        return begin..<end
    }

    /// "a law which, he said, failed", "to which on Monday he said they agreed": the noun before has it.
    private func isPronounAtEdge(_ token: Int, _ words: ClosedRange<Int>) -> Bool {
        tree.isRelativeWord(token) && (token < words.lowerBound + 3 || token == words.upperBound)
    }

    /// "He has admitted it, prosecutors said, but the law forbids a trial": what begins with a subject of its own is a
    /// statement of its own.
    private func isStatement(_ first: Int, _ own: [Int], _ content: Int) -> Bool {
        let isJoined = tree.labels[first] == .coordinator
        return own.contains { token in
            guard !own.contains(tree.heads[token]), context.analysis.clauseIndices[token] >= 0 else { return false }
            switch tree.labels[token] {
            case .conjunct, .parataxis, .clausalComplement: break
            case .adverbialClause where isContrast(token): return true
            default: return false
            }
            let isMarked = tree.children(token, .marker).contains { own.contains($0) }
            return (isJoined || !isMarked) && tree.children(token).contains { tree.labels[$0].isSubject }
        }
    }

    /// Whether a token tells who says it, and is not what is said.
    private func isCue(_ token: Int, _ clause: Clause, _ content: Int) -> Bool {
        tree.dominates(clause.head, token)
            && (!tree.dominates(content, token) || tree.dominates(content, clause.head))
    }

    private func contentRun(_ content: Int, of clause: Clause) -> Range<Int> {
        let span = Spans.content(content, in: tree)
        let inside = context.quotation.isInside
        if inside[content], !inside[clause.head] {
            // "said, in response, "…": what stands before the marks is no part of it, unless it is who does it: 'said
            // Vos had "heard them"'.
            var low = span.first { inside[$0] } ?? span.lowerBound
            let begin = ownBegin(content, of: clause)
            if let begin, begin < low { low = max(begin, span.lowerBound) }
            var high = span.upperBound
            if begin == nil, let end = quotationEnd(from: low), end < high, !goesOn(behind: end, in: span, content) {
                high = end
            }
            while low > 0, inside[low - 1] { low -= 1 }
            while high < tree.count, inside[high] { high += 1 }
            while high > low + 1, [",", "."].contains(tree.words[high - 1]) { high -= 1 }
            return low..<high
        }
        guard clause.head < span.lowerBound, tree.labels[content] == .clausalComplement else { return span }
        let high = closing(span, content)
        let cut = opening(span, content, of: clause)
        // "would be costly and time-consuming": where the tree has a gap, it begins with its subject all the same.
        if let begin = ownBegin(content, of: clause), begin > clause.head, begin < cut { return begin..<high }
        // With a subject of its own nothing of the content stands before its first word.
        if cut > span.lowerBound || tree.children(content).contains(where: { tree.labels[$0].isSubject }) {
            return cut..<high
        }
        var low = span.lowerBound
        let ends: Set<Dependency> = [
            .oblique, .indirectObject, .adverb, .unmarkedOblique, .agent, .particle, .marker, .punctuation,
        ]
        while low - 1 > clause.head {
            let child = below(clause.head, holding: low - 1)
            guard let child, !ends.contains(tree.labels[child]),
                child != low - 1 || !ends.contains(tree.labels[low - 1]),
                ![",", "that", "\"", "“", ":"].contains(tree.words[low - 1])
            else { break }
            low -= 1
        }
        return low..<high
    }

    /// 'said Vos had "heard them"': where what is said begins before its quotation marks, with its own subject.
    private func ownBegin(_ content: Int, of clause: Clause) -> Int? {
        let inside = context.quotation.isInside
        // 'told the court "The tests failed"': the court is told, though the parser lets it fail.
        if inside[content], let quoted = inside.firstIndex(of: true), isCapital(quoted) { return nil }
        return tree.children(content).first {
            (tree.labels[$0].isSubject || tree.labels[$0] == .expletive) && !inside[$0]
                && ($0 > clause.head) == (content > clause.head)
        }.flatMap { tree.subtree($0).first }
    }

    /// What introduces the act that somebody is urged to or accused of.
    private static let actMarks: [String: [String]] = [
        "urged": ["to"], "asked": ["to"], "encouraged": ["to"], "invited": ["to"], "requested": ["to"],
        "pressured": ["to"], "warned": ["to", "of", "about", "against"], "accused": ["of", "for"],
        "suspects": ["of"], "blamed": ["for"], "banned": ["from"], "charged": ["with"], "convicted": ["of"],
        "acquitted": ["of"], "criticized": ["for"], "praised": ["for"], "thanked": ["for"],
    ]

    /// "urged Malta to pay its debts", "accused the firm of hiding losses": what somebody is to do, or is said to have done.
    func act(_ relation: String, _ clause: Clause) -> Qualifier? {
        guard let words = VerbClaims.actMarks[relation] else { return nil }
        // "convicted Vos of fraud"
        for object in clause.objects + clause.indirectObjects where context.isName(object) {
            let ground = tree.children(object).first {
                $0 > object && tree.labels[$0].isNominalModifier
                    && ["of", "with"].contains(tree.prepositionWord($0) ?? "")
                    && words.contains(tree.prepositionWord($0) ?? "")
            }
            if let ground, let preposition = tree.prepositionWord(ground) {
                let argument = context.argument(ground)
                return Qualifier(.other(preposition), argument: argument, text: Spans.text(argument.span, in: tree))
            }
        }
        let acts =
            clause.openComplements + clause.adverbials + clause.contents
            + (clause.objects + clause.indirectObjects).flatMap { tree.children($0, .adnominalClause) }
        for act in acts where act > clause.head {
            guard let mark = tree.children(act).first(where: { $0 < act && words.contains(tree.words[$0]) }) else {
                continue
            }
            var words = Spans.content(act, in: tree)
            // "urged him to reconsider and spoke with Vos": a finite verb goes on with who urges.
            if let next = tree.children(act, .conjunct).first(where: { ["VBD", "VBZ"].contains(tree.tokens[$0].xpos) }),
                let end = tree.subtree(next).first, end > act
            {
                words = words.lowerBound..<end
            }
            let span = QuotedSpans.balanced(words, in: tree)
            return Qualifier(.other(tree.words[mark]), argument: nil, text: contentText(act, span))
        }
        return nil
    }

    /// "called for the ban to be lifted": what is called for is that it be lifted.
    func wholeAppeal(_ objects: [Int]) -> ClaimObject? {
        guard objects.count == 1, let object = objects.first,
            let act = tree.children(object, .adnominalClause).first(where: { act in
                act > object && tree.children(act, .marker).contains { tree.words[$0] == "to" }
            }), let end = tree.subtree(act).last(where: { tree.tokens[$0].upos != "PUNCT" })
        else { return nil }
        let span = Spans.phrase(object, in: tree).lowerBound..<end + 1
        return .text(Spans.text(span, in: tree), span)
    }

    private func isCapital(_ token: Int) -> Bool {
        tree.tokens[token].upos != "PROPN"
            && tree.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// 'said "we must get both sides", Malta and Norway, "back to the table"': phrases of the quoted words' own clause behind
    /// the mark.
    private func goesOn(behind end: Int, in span: Range<Int>, _ content: Int) -> Bool {
        let inside = context.quotation.isInside
        return span.contains { token in
            token > end && !inside[token] && tree.heads[token] != content && tree.heads[token] >= 0
                && inside[tree.heads[token]]
                && (tree.labels[token].isOblique || [.object, .openComplement].contains(tree.labels[token]))
        }
    }

    /// '"We lost," and the flag is at half-mast': a quotation that is a sentence ends with its mark.
    private func quotationEnd(from begin: Int) -> Int? {
        let inside = context.quotation.isInside
        guard inside[begin], begin == 0 || !inside[begin - 1],
            let end = (begin..<tree.count).first(where: { !inside[$0] })
        else { return nil }
        let next = end + 1 < tree.count ? tree.words[end + 1] : "."
        return isCapital(begin) || [",", ".", ";", "(", "and", "but"].contains(next) && tree.words[end - 1] != ","
            ? end : nil
    }

    /// "said in May the pact might …", "said publicly the ban would end", 'told the BBC after the verdict "…': what stands before the
    /// quotation mark, and a phrase without a comma right behind the verb, belong to the saying.
    func opening(_ span: Range<Int>, _ content: Int, of clause: Clause) -> Int {
        let inside = context.quotation.isInside
        if let quoted = span.first(where: { inside[$0] }), quoted < content,
            (clause.head..<quoted).allSatisfy({ !inside[$0] }), (ownBegin(content, of: clause) ?? quoted) >= quoted,
            !span.contains(where: { $0 > content && !inside[$0] })
        {
            return quoted
        }
        guard clause.head + 1 == span.lowerBound,
            let subject = tree.children(content).first(where: { tree.labels[$0].isSubject }), subject > clause.head,
            let begin = tree.subtree(subject).first, begin > span.lowerBound
        else { return span.lowerBound }
        let isPhrase = (span.lowerBound..<begin).allSatisfy { token in
            tree.words[token] != ","
                && tree.children(content).contains {
                    (tree.labels[$0] == .oblique || VerbClaims.mannersOfSaying.contains(tree.words[$0]))
                        && $0 < begin && tree.dominates($0, token)
                }
        }
        return isPhrase ? begin : span.lowerBound
    }

    /// How and how often somebody says a thing.
    private static let mannersOfSaying: Set<String> = [
        "again", "bluntly", "clearly", "earlier", "explicitly", "falsely", "flatly", "formally", "jokingly",
        "officially",
        "openly", "previously", "privately", "publicly", "recently", "repeatedly",
    ]

    /// "officers indicated they would appeal; Vos wept", "said he had erred, while his aide was freed": behind a semicolon begins
    /// another statement, and behind a comma and "while" at least none that is surely theirs.
    private func closing(_ span: Range<Int>, _ content: Int) -> Int {
        let contrast = span.first { token in
            token > content && tree.labels[token] == .adverbialClause && isContrast(token)
        }.flatMap { tree.subtree($0).first { tree.tokens[$0].upos != "PUNCT" } }
        let end = min(contrast ?? span.upperBound, span.upperBound)
        return span.first { $0 > content && $0 < end && tree.words[$0] == ";" } ?? end
    }

    /// ", while his aide was freed": with a subject of its own that is named.
    private func isContrast(_ clause: Int) -> Bool {
        guard
            let mark = tree.children(clause, .marker).first(where: { ["while", "whereas"].contains(tree.words[$0]) }),
            mark > 0, tree.words[mark - 1] == ",", !context.quotation.isInside[mark]
        else { return false }
        return tree.children(clause).contains {
            tree.labels[$0].isSubject && tree.tokens[$0].upos != "PRON" && $0 > mark
        }
    }

    /// The child of a head that a token stands under.
    private func below(_ head: Int, holding token: Int) -> Int? {
        var at = token
        while at >= 0, tree.heads[at] != head { at = tree.heads[at] }
        return at >= 0 ? at : nil
    }

    func contentText(_ content: Int, _ span: Range<Int>) -> String {
        let text = Spans.text(span, in: tree)
        let isInfinitive = tree.children(content, .marker).contains { tree.words[$0] == "to" }
        // "insisted that it was not to blame" begins with its subject.
        guard isInfinitive, !text.hasPrefix("not"),
            !tree.children(content).contains(where: { tree.labels[$0].isSubject })
        else { return text }
        let isNegated = tree.children(content, .adverb).contains {
            OwnMarks.negators.contains(tree.words[$0]) && $0 < content
        }
        return isNegated ? "not " + text : text
    }

    /// "The centre said, tied for the strongest": a finite clause or a participle without a subject is what is left of
    /// what was said, and so is a noun alone.
    func hasLostSubject(_ content: Int, of clause: Clause) -> Bool {
        guard [.clausalComplement, .parataxis].contains(tree.labels[content]) else { return false }
        if content > clause.head, hasRelativeSubject(content),
            tree.children(content).allSatisfy({ !tree.labels[$0].isSubject || $0 < clause.head })
        {
            return antecedent(of: content, clause) == nil
        }
        // "one of the factors | was that it did not plan": the tree has lost what was so.
        if let copula = tree.child(content, .copula),
            let that = tree.children(content, .marker).first(where: { tree.words[$0] == "that" }), copula < that,
            !tree.has(content, .outerSubject)
        {
            return true
        }
        let inside = context.quotation.isInside
        let hasSubject = tree.children(content).contains {
            tree.labels[$0].isSubject || tree.labels[$0] == .expletive
                || tree.labels[$0] == .object && $0 < content && !tree.isRelativeWord($0)
        }
        guard let clause = context.analysis.clause(headedBy: content) else {
            return !inside[content] && tree.isNominal(content) && !hasSubject
        }
        if inside[content] {
            // '"If countries test enough," he said.': half a sentence.
            let introduction = AdverbialStatusRule.introduction(of: clause, in: tree)
            if ["if", "unless", "although", "while", "whenever", "because"].contains(where: introduction.contains) {
                return true
            }
            // 'said "has the votes"'
            let begin = tree.subtree(content).first { inside[$0] } ?? content
            if isCapital(begin) || tree.tokens[begin].upos == "PROPN" { return false }
        }
        guard [.verb, .copula].contains(clause.kind) || inside[content], !hasSubject,
            !clause.marks.contains(where: { tree.words[$0] == "to" })
        else { return false }
        let finite = [content] + clause.auxiliaries + clause.copulas
        return finite.contains { ["VBD", "VBZ", "VBP", "MD"].contains(tree.tokens[$0].xpos) }
    }
}
