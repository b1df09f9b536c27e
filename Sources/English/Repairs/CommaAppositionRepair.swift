/// "The town saw another boom, a fishing boom.": two noun phrases joined by a comma alone are one thing, for a list of two
/// has an "and". And "Jan Vos, 42, left": a number between commas behind a name is an age.
enum CommaAppositionRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices {
            if sentence.tokens[token].relation == "conj" {
                if isSecondOfTwo(token, sentence) { sentence.tokens[token].relation = "appos" }
            } else if sentence.tokens[token].upos == "NUM" {
                age(token, &sentence)
            }
        }
    }

    private static func isSecondOfTwo(_ token: Int, _ sentence: Sentence) -> Bool {
        let first = sentence.tokens[token].head
        guard first >= 0, first < token, sentence.isNoun(token),
            ["NOUN", "PROPN", "PRON", "NUM"].contains(sentence.tokens[first].upos)
        else { return false }
        var start = token
        for other in sentence.tokens.indices {
            let head = sentence.tokens[other].head
            let relation = sentence.tokens[other].relation
            if head == first, other != token, relation == "conj" { return false }
            if head == token, relation == "conj" || relation == "cc" { return false }
            if head == token, other < token, sentence.form(other).lowercased() == "not" { return false }
            if other > first, other < start, relation != "punct", sentence.dominates(token, other) { start = other }
        }
        return sentence.isComma(start - 1) && isClause(sentence) && isDescription(token, of: first, start, sentence)
    }

    /// "a ship, the Okar", "people, particularly women": no two bare nouns and no two of one kind ("no shoes, no shorts").
    private static func isDescription(_ token: Int, of first: Int, _ start: Int, _ sentence: Sentence) -> Bool {
        func determiner(_ noun: Int) -> String? {
            sentence.tokens.indices.first {
                sentence.tokens[$0].head == noun && ["det", "nmod:poss"].contains(sentence.tokens[$0].relation)
            }.map { sentence.form($0).lowercased() }
        }
        if sentence.tokens[token].upos == "PROPN" { return sentence.tokens[first].upos != "PROPN" }
        // "love, desperate love", "atheists, people who believe that"
        if sentence.tokens[token].lemma == sentence.tokens[first].lemma
            || ["who", "which", "whose", "where"].contains(sentence.form(token + 1).lowercased())
            || sentence.tokens.contains(where: { $0.head == token && $0.relation == "acl:relcl" })
        {
            return true
        }
        if ["ADV", "ADP"].contains(sentence.tokens[start].upos) { return true }
        guard let own = determiner(token) else { return sentence.tokens[first].upos == "PROPN" }
        return ["a", "an"].contains(own) || own != determiner(first)
    }

    /// Whether the sentence has a predicate: lists stand in headings and captions.
    private static func isClause(_ sentence: Sentence) -> Bool {
        guard let root = sentence.tokens.firstIndex(where: { $0.head < 0 }) else { return false }
        return ["VERB", "AUX"].contains(sentence.tokens[root].upos)
            || sentence.tokens.contains { $0.head == root && ["cop", "nsubj", "nsubj:pass"].contains($0.relation) }
    }

    private static func age(_ token: Int, _ sentence: inout Sentence) {
        let form = sentence.form(token).utf8
        guard form.count <= 2, form.allSatisfy({ (0x30...0x39).contains($0) }), sentence.form(token - 1) == ",",
            [",", ".", ";", ")"].contains(sentence.form(token + 1)), token >= 2,
            sentence.tokens[token - 2].upos == "PROPN",
            ["list", "flat", "nummod", "appos", "dep", "conj", "nmod:unmarked", "parataxis"].contains(
                sentence.tokens[token].relation)
        else { return }
        let name = sentence.nameHead(endingAt: token - 2)
        guard !sentence.dominates(token, name) else { return }
        sentence.tokens[token].head = name
        sentence.tokens[token].relation = "appos"
    }
}
