import English

/// "Former adviser and retired general Jan Vos spoke.": titles joined by "and" before one name are that one person's.
///
/// Parsers make the first title a person of its own. With an article before the first ("the president and Prime Minister
/// Jan Vos") there are two.
enum CoordinatedTitleRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices.dropLast() { joinRights(token, &sentence) }
        for title in sentence.tokens.indices where sentence.tokens[title].relation == "nmod:desc" {
            part(title, &sentence)
        }
        for name in sentence.tokens.indices where sentence.tokens[name].relation == "appos" {
            describe(name, &sentence)
        }
        for noun in sentence.tokens.indices where sentence.tokens[noun].relation == "conj" {
            joinDescription(noun, &sentence)
        }
        for name in sentence.tokens.indices
        where sentence.tokens[name].relation == "conj" && sentence.tokens[name].upos == "PROPN" {
            let first = sentence.tokens[name].head
            guard first >= 0, first < name, isTitle(first, sentence),
                let last = sentence.dependents(of: name).first(where: {
                    sentence.tokens[$0].relation == "nmod:desc" && $0 < name
                }),
                last > first, !hasArticle(last, sentence), !hasArticle(first, sentence),
                !sentence.dependents(of: first).contains(where: {
                    // "children's author and poet Jan Vos": whose readers they are; "Holm's lawyer and actor Jan Vos" may be two.
                    ["flat", "appos"].contains(sentence.tokens[$0].relation) && $0 != name
                        || sentence.tokens[$0].relation == "nmod:poss" && sentence.tokens[$0].upos == "PROPN"
                }),
                !sentence.dominates(name, sentence.tokens[first].head),
                (first + 1..<last).allSatisfy({ token in
                    ["PUNCT", "CCONJ", "NOUN", "PROPN", "ADJ", "VERB"].contains(sentence.tokens[token].upos)
                })
            else { continue }
            let outer = sentence.tokens[first]
            for token in sentence.dependents(of: first) where token != name {
                // What was said of the first title as a phrase is said of the person; other titles are titles.
                if sentence.tokens[token].relation == "conj" {
                    sentence.tokens[token].head = name
                    sentence.tokens[token].relation = "nmod:desc"
                } else if token > name || ["case", "cc", "punct"].contains(sentence.tokens[token].relation) {
                    sentence.tokens[token].head = name
                }
            }
            for token in sentence.dependents(of: name) where sentence.tokens[token].relation == "cc" {
                sentence.tokens[token].head = last
            }
            sentence.tokens[name].head = outer.head
            sentence.tokens[name].relation = outer.relation
            sentence.tokens[first].head = name
            sentence.tokens[first].relation = "nmod:desc"
        }
    }

    /// "Transport Secretary and deputy party leader Ana Holm": two titles that the tree takes for one.
    private static func part(_ title: Int, _ sentence: inout Sentence) {
        let name = sentence.tokens[title].head
        guard name == title + 1, sentence.tokens[title].xpos != "NNS" else { return }
        let start = sentence.start(of: title)
        guard let and = (start..<title).last(where: { sentence.tokens[$0].form == "and" }), and > start,
            and + 1 < title || isTitle(title, sentence)
        else { return }
        let first = and - 1
        guard isTitle(first, sentence), sentence.dominates(title, first), sentence.dominates(title, and),
            !(start..<and).contains(where: {
                sentence.tokens[$0].upos == "DET" || sentence.tokens[$0].relation == "case"
            }),
            (start..<and).allSatisfy({ sentence.dominates(title, $0) })
        else { return }
        for token in start..<title where token != first && token != and {
            let isFirsts = token < and
            let head = sentence.tokens[token].head
            let isAtHome = isFirsts ? head >= start && head < and : head > and && head <= title
            if !isAtHome {
                sentence.tokens[token].head = isFirsts ? first : title
                if !["compound", "amod", "nmod:poss"].contains(sentence.tokens[token].relation) {
                    sentence.tokens[token].relation = "compound"
                }
            }
        }
        sentence.tokens[first].head = name
        sentence.tokens[first].relation = "nmod:desc"
        sentence.tokens[and].head = title
        sentence.tokens[and].relation = "cc"
    }

    /// "Jan Vos, an analyst and founder of the bank, says": the second noun tells of him, and is nobody beside him.
    private static func joinDescription(_ noun: Int, _ sentence: inout Sentence) {
        let name = sentence.tokens[noun].head
        guard name >= 0, name < noun, sentence.tokens[name].upos == "PROPN", sentence.tokens[noun].upos == "NOUN",
            isTitle(noun, sentence), !hasArticle(noun, sentence),
            !sentence.dependents(of: noun).contains(where: { sentence.tokens[$0].upos == "PROPN" && $0 < noun }),
            let first = sentence.dependents(of: name).last(where: {
                sentence.tokens[$0].relation == "appos" && $0 > name && $0 < noun
            }),
            sentence.tokens[first].upos == "NOUN", isTitle(first, sentence),
            let and = sentence.dependents(of: noun).first(where: { sentence.tokens[$0].relation == "cc" }),
            and > first, sentence.tokens[and].form == "and",
            !(first + 1..<noun).contains(where: {
                [",", "PROPN"].contains(sentence.tokens[$0].upos) || sentence.tokens[$0].form == ","
            }),
            sentence.end(of: noun) + 1 < sentence.tokens.count, sentence.tokens[sentence.end(of: noun) + 1].form == ","
        else { return }
        sentence.tokens[noun].head = first
    }

    /// "singer, actor and campaigner | Ana Holm": the name right behind the last of several titles is their bearer's.
    private static func describe(_ name: Int, _ sentence: inout Sentence) {
        let last = sentence.tokens[name].head
        guard last >= 0, last < name, sentence.tokens[last].relation == "conj", isTitle(last, sentence),
            (last + 1...name).allSatisfy({ sentence.tokens[$0].upos == "PROPN" }), !hasArticle(last, sentence)
        else { return }
        let first = sentence.tokens[last].head
        guard first >= 0, first < last, isTitle(first, sentence) else { return }
        sentence.tokens[name].head = first
        sentence.tokens[name].relation = "conj"
        sentence.tokens[last].head = name
        sentence.tokens[last].relation = "nmod:desc"
    }

    /// "singer and animal | rights | advocate Ana Holm": nouns side by side are no list.
    private static func joinRights(_ noun: Int, _ sentence: inout Sentence) {
        let title = noun + 1
        guard sentence.tokens[noun].relation == "conj", sentence.tokens[noun].upos == "NOUN",
            sentence.tokens[title].upos == "NOUN"
        else { return }
        let head = sentence.tokens[title].head
        let first = sentence.tokens[noun].head
        guard
            sentence.tokens[title].relation == "conj" && head == first
                || sentence.tokens[title].relation == "nmod:desc" && head == title + 1
                    && sentence.tokens[head].relation == "conj" && sentence.tokens[head].head == first
        else { return }
        for token in sentence.dependents(of: noun) where ["cc", "punct"].contains(sentence.tokens[token].relation) {
            sentence.tokens[token].head = title
        }
        sentence.tokens[noun].head = title
        sentence.tokens[noun].relation = "compound"
    }

    private static func isTitle(_ token: Int, _ sentence: Sentence) -> Bool {
        guard ["NN", "NNP"].contains(sentence.tokens[token].xpos) else { return false }
        let word = sentence.tokens[token].form.lowercased()
        return Lexicon.nounClasses(word).contains(.person) || Lexicon.title(word)?.isRole ?? false
    }

    private static func hasArticle(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.dependents(of: token).contains { sentence.tokens[$0].relation == "det" }
    }
}
