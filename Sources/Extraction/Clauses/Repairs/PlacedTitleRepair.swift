import English

/// "Senator from Malta Ana Holm spoke.": a title with its place before a name is the name's title.
///
/// Parsers make the title a person of its own, or hang the name on the place.
enum PlacedTitleRepair {
    static func apply(to sentence: inout Sentence) {
        for name in sentence.tokens.indices.dropFirst(3) {
            guard let title = title(before: name, in: sentence) else { continue }
            let outer = sentence.tokens[title]
            guard outer.head < 0 || !sentence.dominates(name, outer.head), !sentence.dominates(name, title) else {
                continue
            }
            for token in sentence.dependents(of: title) {
                let belongsToTitle =
                    token < name
                    && ["amod", "det", "compound", "nmod:poss", "nmod", "nummod", "nmod:desc"].contains(
                        sentence.tokens[token].relation)
                if !belongsToTitle, token != name { sentence.tokens[token].head = name }
            }
            sentence.tokens[name].head = outer.head
            sentence.tokens[name].relation = outer.relation
            sentence.tokens[title].head = name
            sentence.tokens[title].relation = "nmod:desc"
        }
    }

    /// The title that "of" or "from" and a place part from a person's name.
    private static func title(before name: Int, in sentence: Sentence) -> Int? {
        let place = name - 1
        guard sentence.tokens[name].upos == "PROPN", sentence.tokens[place].upos == "PROPN",
            Lexicon.givenName(sentence.tokens[name].form) != nil, name + 1 < sentence.tokens.count,
            sentence.tokens[name + 1].upos == "PROPN", sentence.tokens[name + 1].head == name,
            ["appos", "nmod", "flat", "compound", "nmod:unmarked", "dep"].contains(sentence.tokens[name].relation),
            Lexicon.country(named: sentence.tokens[place].form) != nil
                || Lexicon.city(named: sentence.tokens[place].form) != nil
        else { return nil }
        let preposition = place - 1
        guard ["of", "from"].contains(sentence.tokens[preposition].form), preposition > 0 else { return nil }
        let title = preposition - 1
        let word = sentence.tokens[title].form
        guard ["NN", "NNP"].contains(sentence.tokens[title].xpos),
            Lexicon.title(word)?.isRole ?? false || Lexicon.isPersonNoun(word.lowercased()),
            sentence.tokens[place].head == title
        else { return nil }
        return title
    }
}
