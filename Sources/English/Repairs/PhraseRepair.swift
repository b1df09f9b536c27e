/// Mends what a parser that scores each arc by itself gets wrong in noun phrases side by side, where the words and
/// commas around decide.
///
/// Each step asks for a few tokens with a certain relation, so that most sentences cost one pass over their tokens.
enum PhraseRepair {
    static func apply(to sentence: inout Sentence) {
        ReferenceRepair.apply(to: &sentence)
        DoubtfulSubjectRepair.apply(to: &sentence)
        NamedNounRepair.apply(to: &sentence)
        CommaAppositionRepair.apply(to: &sentence)
        AppositionBearerRepair.apply(to: &sentence)
        NamePieceRepair.apply(to: &sentence)
        PunctuationRepair.apply(to: &sentence)
    }
}

extension Sentence {
    /// The word at a place, or an empty one outside the sentence.
    func form(_ token: Int) -> String { tokens.indices.contains(token) ? tokens[token].form : "" }

    /// Whether a noun or a name stands at a place.
    func isNoun(_ token: Int) -> Bool {
        tokens.indices.contains(token) && (tokens[token].upos == "NOUN" || tokens[token].upos == "PROPN")
    }

    /// Whether a comma or a dash stands at a place.
    func isComma(_ token: Int) -> Bool { [",", "—", "–"].contains(form(token)) }

    /// The head of the noun or name whose last word stands at a place: up its compounds and flat parts.
    func nameHead(endingAt token: Int) -> Int {
        var at = token
        while isNoun(tokens[at].head), tokens[at].head <= token || tokens[at].relation == "compound",
            tokens[at].relation == "flat" || tokens[at].relation == "compound"
        { at = tokens[at].head }
        return at
    }
}
