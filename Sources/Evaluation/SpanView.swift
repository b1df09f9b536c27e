import English
import Extraction

/// Look-ups in a report's analysis that marked spans need: the phrase at a span, its mentions, the claims between two phrases.
struct SpanView {
    /// A span's words: where they stand, and their head.
    struct Phrase {
        var head: TokenReference
        var span: Range<Int>
    }

    private let analysis: ReportAnalysis
    private let view: ReportView
    private var mentionsOfSentence: [Int: [Mention]] = [:]
    private var claimsOfSentence: [Int: [Claim]] = [:]

    init(_ analysis: ReportAnalysis) {
        self.analysis = analysis
        view = ReportView(analysis)
        for mention in analysis.mentions { mentionsOfSentence[mention.head.sentence, default: []].append(mention) }
        for claim in analysis.claims { claimsOfSentence[claim.sentence, default: []].append(claim) }
    }

    /// The words at a place of the text; nil where the text that is read leaves it out.
    func phrase(_ range: Range<Int>) -> Phrase? {
        for (index, sentence) in analysis.sentences.enumerated() where sentence.range.overlaps(range) {
            let tokens = sentence.tokens
            guard let first = tokens.firstIndex(where: { $0.range.overlaps(range) }),
                let last = tokens.lastIndex(where: { $0.range.overlaps(range) })
            else { continue }
            let span = first..<last + 1
            let top = span.filter {
                !span.contains(tokens[$0].head) && !["PUNCT", "DET", "ADP"].contains(tokens[$0].upos)
            }
            return Phrase(head: TokenReference(sentence: index, token: top.first ?? last), span: span)
        }
        return nil
    }

    /// The mentions with a phrase's head, or whose name it stands in.
    func mentions(of phrase: Phrase) -> [Mention] {
        let all = mentionsOfSentence[phrase.head.sentence] ?? []
        let same = all.filter { $0.head == phrase.head }
        return same + all.filter { $0.head != phrase.head && isName(of: $0, over: phrase.head) }
    }

    /// Whether a token stands in a mention's name.
    func isName(of mention: Mention, over token: TokenReference) -> Bool {
        mention.kind == .named && mention.head.sentence == token.sentence
            && mention.nameSpan?.contains(token.token) == true
    }

    /// Whether a mention has a phrase's words, article and closing marks apart, as its phrase or its name.
    func isExact(_ mention: Mention, _ phrase: Phrase) -> Bool {
        let tokens = analysis.sentences[phrase.head.sentence].tokens
        func bare(_ span: Range<Int>) -> Range<Int> {
            var span = span
            while let first = span.first, span.count > 1, tokens[first].upos == "DET" {
                span = first + 1..<span.upperBound
            }
            while let last = span.last, span.count > 1, tokens[last].upos == "PUNCT" || tokens[last].xpos == "POS" {
                span = span.lowerBound..<last
            }
            return span
        }
        let wanted = bare(phrase.span)
        return bare(mention.span) == wanted || mention.nameSpan.map(bare) == wanted
    }

    /// Whether a phrase is read as a time: a mention of class `Date`, or the time of a claim.
    func isTime(_ phrase: Phrase) -> Bool {
        if mentions(of: phrase).contains(where: { $0.type == "Date" }) { return true }
        return (claimsOfSentence[phrase.head.sentence] ?? []).contains { claim in
            claim.qualifiers.contains { $0.kind == .date && $0.argument.map { overlaps($0, phrase) } == true }
        }
    }

    /// Whether a phrase is read as a number: it stands in the counted phrase of a claim's quantity.
    func isNumber(_ phrase: Phrase) -> Bool {
        (claimsOfSentence[phrase.head.sentence] ?? []).contains { claim in
            guard case .quantity(_, let argument) = claim.object else { return false }
            let places = [argument, claim.subject].compactMap { $0 }
            return places.contains { overlaps($0, phrase) }
        }
    }

    private func overlaps(_ argument: Argument, _ phrase: Phrase) -> Bool {
        argument.head.sentence == phrase.head.sentence
            && (argument.span.overlaps(phrase.span) || phrase.span.contains(argument.head.token))
    }

    /// Whether two phrases are mentions of one entity.
    func areOne(_ one: Phrase, _ other: Phrase) -> Bool {
        let chains = Set(mentions(of: one).map(\.chain))
        return mentions(of: other).contains { chains.contains($0.chain) }
    }

    /// The relations of the claims of a sentence that link two phrases, in either direction; a third argument links by its kind.
    func relations(between one: Phrase, and other: Phrase) -> [String] {
        var names: [String] = []
        for claim in claimsOfSentence[one.head.sentence] ?? [] {
            var places: [(name: String, holds: (Phrase) -> Bool)] = []
            if let subject = claim.subject { places.append((claim.relation, { isOf(subject, $0) })) }
            switch claim.object {
            case .phrase(let argument): places.append((claim.relation, { isOf(argument, $0) }))
            case .quantity(_, let argument):
                if let argument {
                    places.append((claim.relation, { isOf(argument, $0) }))
                    places.append(("number", { isCount(argument, $0) }))
                }
            case .text(_, let span):
                if span.count <= 8 {
                    places.append(
                        (claim.relation, { $0.head.sentence == claim.sentence && span.contains($0.head.token) }))
                }
            case .none: break
            }
            for qualifier in claim.qualifiers {
                guard let argument = qualifier.argument else { continue }
                places.append((qualifier.kind.name, { isOf(argument, $0) }))
            }
            for (index, left) in places.enumerated() {
                for (second, right) in places.enumerated() where index != second {
                    guard left.holds(one), right.holds(other) else { continue }
                    names.append(claim.relation)
                    names.append(left.name)
                    names.append(right.name)
                }
            }
        }
        return Set(names).sorted()
    }

    /// Whether an argument is a phrase, or means the entity that the phrase does.
    private func isOf(_ argument: Argument, _ phrase: Phrase) -> Bool {
        if argument.head == phrase.head { return true }
        if argument.head.sentence == phrase.head.sentence, phrase.span.contains(argument.head.token) { return true }
        let chains = Set(
            (mentionsOfSentence[argument.head.sentence] ?? []).filter { $0.head == argument.head }.map(\.chain))
        return mentions(of: phrase).contains { chains.contains($0.chain) }
    }

    /// Whether a phrase is the number inside a counted phrase.
    private func isCount(_ argument: Argument, _ phrase: Phrase) -> Bool {
        argument.head.sentence == phrase.head.sentence && argument.span.contains(phrase.head.token)
    }

    func describe(_ phrase: Phrase) -> String { view.words(phrase.span, in: phrase.head.sentence) }

    func describe(_ mention: Mention) -> String {
        view.words(mention.span, in: mention.head.sentence)
            + (mention.nameSpan.map { " [\(view.words($0, in: mention.head.sentence))]" } ?? "")
    }

    func sentence(_ phrase: Phrase) -> String {
        view.words(0..<analysis.sentences[phrase.head.sentence].tokens.count, in: phrase.head.sentence)
    }
}
