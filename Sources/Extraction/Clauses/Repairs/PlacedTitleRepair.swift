import English

/// "Senator from Malta Ana Holm spoke.": a title with its place before a name is the name's title.
///
/// Parsers make the title a person of its own, or hang the name on the place.
enum PlacedTitleRepair {
    static func apply(to sentence: inout Sentence) {
        for name in sentence.tokens.indices.dropFirst(3) {
            guard let (title, place) = title(before: name, in: sentence) else { continue }
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
            // The rest of the name may have been taken for more words of the place.
            var rest = name + 1
            while rest < sentence.tokens.count, sentence.tokens[rest].upos == "PROPN",
                place.contains(sentence.tokens[rest].head)
            {
                sentence.tokens[rest].head = name
                sentence.tokens[rest].relation = "flat"
                rest += 1
            }
            sentence.tokens[name].head = outer.head
            sentence.tokens[name].relation = outer.relation
            sentence.tokens[title].head = name
            sentence.tokens[title].relation = "nmod:desc"
        }
    }

    /// "President of Malta Ana Holm spoke": both hang on the verb.
    private static func isSecondSubject(_ name: Int, of title: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[name].head >= 0 && sentence.tokens[title].head == sentence.tokens[name].head
            && sentence.tokens[title].relation == sentence.tokens[name].relation
    }

    /// The title that "of" or "from" and a place part from a person's name, and where the place begins.
    private static func title(before name: Int, in sentence: Sentence) -> (title: Int, place: Range<Int>)? {
        guard sentence.tokens[name].upos == "PROPN", sentence.tokens[name - 1].upos == "PROPN",
            Lexicon.givenName(sentence.tokens[name].form) != nil, name + 1 < sentence.tokens.count,
            sentence.tokens[name + 1].upos == "PROPN"
        else { return nil }
        for length in 1...min(3, name - 2) {
            let place = name - length..<name
            let words = sentence.tokens[place].map(\.form).joined(separator: " ")
            guard Lexicon.country(named: words) != nil || Lexicon.city(named: words) != nil else { continue }
            let of = sentence.tokens[place.lowerBound - 1].form == "the" ? place.lowerBound - 2 : place.lowerBound - 1
            guard of > 0, ["of", "from"].contains(sentence.tokens[of].form) else { continue }
            let title = of - 1
            let word = sentence.tokens[title].form
            guard ["NN", "NNP"].contains(sentence.tokens[title].xpos),
                Lexicon.title(word)?.isRole ?? false || Lexicon.isPersonNoun(word.lowercased()),
                place.contains(where: { sentence.tokens[$0].head == title }),
                isLoose(name, place, sentence) || isSecondSubject(name, of: title, sentence)
            else { continue }
            return (title, place)
        }
        return nil
    }

    /// Whether the name hangs on its title or on the place as no person's name does.
    private static func isLoose(_ name: Int, _ place: Range<Int>, _ sentence: Sentence) -> Bool {
        let relation = sentence.tokens[name].relation
        return place.contains(sentence.tokens[name].head)
            || ["appos", "nmod", "flat", "compound", "nmod:unmarked", "dep"].contains(relation)
    }
}
