/// "The dam had burst, the ministry said on Friday."; "Fuel, officials said, spilled."
///
/// Who says it, set off by commas behind what is said or in the middle of it, in a sentence without quotation marks.
struct ReportingClause {
    /// The words of the clause, without the commas around it.
    let range: Range<Int>
    /// The commas around it.
    let commas: [Int]
    /// The verb of saying.
    let verb: Int

    init?(_ tokens: [Token], lemmatizer: Lemmatizer) {
        guard tokens.count >= 7, tokens.count < 200 else { return nil }
        var commas = tokens.indices.filter { tokens[$0].form == "," }
        // "…, police reported on Friday, local time (UTC+9).": no more than which clock is meant.
        let clock = commas.last.flatMap { Self.tellsTime(behind: $0, tokens) ? $0 : nil }
        if clock != nil { commas.removeLast() }
        guard let last = commas.last else { return nil }
        for (place, comma) in commas.enumerated() {
            let isLast = comma == last
            // "Dam near collapse, police report", "Dam near collapse, say police"
            let isHeadline = isLast && tokens[tokens.count - 1].form.contains(where: \.isLetter)
            let last = isHeadline ? tokens.count : tokens.count - 1
            let end = isLast ? clock ?? last : commas[place + 1]
            guard end > comma else { continue }
            let segment = comma + 1..<end
            guard segment.count >= 2, segment.count <= 12, Self.words(0..<comma, tokens) >= (isLast ? 4 : 1),
                let verb = Self.verb(segment, tokens, lemmatizer, isAtEnd: isLast)
            else { continue }
            if isLast {
                guard [".", "!", "?"].contains(tokens[tokens.count - 1].form) || isHeadline else { continue }
            } else if Self.words(end..<tokens.count, tokens) < 2 || !Self.goesOn(end + 1, tokens) {
                continue
            }
            range = isLast ? comma + 1..<last : segment
            self.verb = verb
            self.commas = isLast ? [comma] : [comma, end]
            return
        }
        return nil
    }

    private static func tellsTime(behind comma: Int, _ tokens: [Token]) -> Bool {
        comma + 2 < tokens.count && tokens[comma + 1].form == "local" && tokens[comma + 2].form == "time"
            && tokens.count - comma <= 8
    }

    private static func words(_ range: Range<Int>, _ tokens: [Token]) -> Int {
        range.count { tokens[$0].form.contains(where: \.isLetter) }
    }

    /// The verb of a short noun phrase and a verb of saying; at the sentence's end also when, where and to whom.
    private static func verb(
        _ segment: Range<Int>, _ tokens: [Token], _ lemmatizer: Lemmatizer, isAtEnd: Bool
    ) -> Int? {
        guard let first = segment.first, isPhraseStart(tokens[first].form) else { return nil }
        // "Fish defend reefs, say scientists"
        if isAtEnd, segment.upperBound == tokens.count, ["say", "says"].contains(tokens[first].form), segment.count <= 4
        {
            let isPhrase = segment.dropFirst().allSatisfy {
                !barred.contains(tokens[$0].form.lowercased()) || tokens[$0].form == "'s"
            }
            return isPhrase ? first : nil
        }
        guard
            let verb = segment.first(where: { index in
                index > first && isSaying(tokens[index].form, lemmatizer)
            }), verb - first <= 6
        else { return nil }
        // Nothing in the phrase but words of a name or a noun.
        guard (first..<verb).allSatisfy({ !barred.contains(tokens[$0].form.lowercased()) }) else { return nil }
        let rest = verb + 1..<segment.upperBound
        // "The company had cut jobs, Smith told the BBC on Sunday."
        let isTold = ["told"].contains(tokens[verb].form)
        if isTold {
            let isAddressee =
                (1...(isAtEnd ? 8 : 4)).contains(rest.count)
                && rest.allSatisfy { !["that", "to", "he", "she", "they", "it"].contains(tokens[$0].form) }
            return isAddressee ? verb : nil
        }
        if rest.isEmpty { return verb }
        let isSetting = isAtEnd && settings.contains(tokens[rest.lowerBound].form.lowercased()) && rest.count <= 6
        return isSetting ? verb : nil
    }

    private static func isPhraseStart(_ form: String) -> Bool { !barred.contains(form.lowercased()) }

    /// What goes on with the sentence behind a clause in its middle: no conjunction but "and" before a subject of its own, so that
    /// no second sentence begins.
    private static func goesOn(_ index: Int, _ tokens: [Token]) -> Bool {
        let word = tokens[index].form.lowercased()
        if word == "and", index + 1 < tokens.count {
            return starters.contains(tokens[index + 1].form.lowercased())
        }
        return !["and", "but", "or", "so", "yet", "which", "who", "adding", "citing"].contains(word)
    }

    private static let starters: Set<String> = [
        "the", "a", "an", "he", "she", "it", "they", "there", "its", "his", "her", "their", "no", "some", "this",
        "these",
    ]

    private static func isSaying(_ form: String, _ lemmatizer: Lemmatizer) -> Bool {
        guard form.utf8.first.map({ $0 >= 0x61 && $0 <= 0x7A }) ?? false else { return false }
        return pastForms.contains(form) || verbs.contains(lemmatizer.lemma(form: form, upos: "VERB", xpos: "VBD"))
            || verbs.contains(lemmatizer.lemma(form: form, upos: "VERB", xpos: "VBZ"))
    }

    /// Verbs that stand so, and hardly ever as a noun.
    private static let verbs: Set<String> = [
        "say", "add", "report", "announce", "explain", "argue", "write", "note", "tell", "tweet", "testify", "insist",
        "recall", "acknowledge", "warn", "predict", "suggest", "admit", "conclude", "declare", "concede", "believe",
    ]

    /// Past forms of verbs that are nouns too.
    private static let pastForms: Set<String> = [
        "alleged", "claimed", "stated", "confirmed", "described", "estimated", "remarked", "observed", "revealed",
        "commented", "indicated", "stressed", "maintained", "contended", "asserted", "cautioned", "disclosed",
        "lamented",
    ]

    /// What follows the verb at the sentence's end.
    private static let settings: Set<String> = [
        "on", "in", "at", "late", "early", "earlier", "yesterday", "today", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "last", "this", "during", "through", "via",
    ]

    /// Words that neither begin such a clause nor stand in its noun phrase.
    private static let barred: Set<String> = [
        "and", "but", "or", "nor", "so", "yet", "which", "who", "whom", "whose", "that", "as", "when", "while", "if",
        "though", "although", "because", "where", "than", "to", "by", "on", "for", "with", "after", "before", "since",
        "until", "from", "about", "into", "over", "under", "is", "are", "was", "were", "be", "been", "has", "have",
        "had", "will", "would", "not", "what", "how", "why", "also", "then", "later", "-", "(", ")", "\"", "'s",
        "including", "such", "like", "even", "once", "he's", "in", "at", "it's", "there",
    ]
}
