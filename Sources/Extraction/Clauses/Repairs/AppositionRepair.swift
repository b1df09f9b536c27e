import English

/// "encouraged Ana Holm to investigate Jan Vos, the son of Eva Vos": the apposition belongs to the name right before it.
///
/// Parsers hang it on an earlier name. Between a noun and its apposition stand only the noun's own words; where others
/// do, the nearest name whose words end at the comma bears it.
enum AppositionRepair {
    /// "Jan Vos, a minister and a poet, died": what is joined to the apposition is no second subject.
    private static func role(before token: Int, in sentence: Sentence) -> Int? {
        let name = sentence.tokens[token].head
        guard name >= 0, name < token, sentence.tokens[name].upos == "PROPN", sentence.tokens[token].upos == "NOUN",
            let and = sentence.dependents(of: token).first(where: { sentence.tokens[$0].relation == "cc" }),
            let role = sentence.dependents(of: name).last(where: {
                $0 < and && sentence.tokens[$0].relation == "appos" && sentence.tokens[$0].upos == "NOUN"
            }),
            sentence.end(of: role) == and - 1
        else { return nil }
        let end = sentence.end(of: token) + 1
        return end < sentence.tokens.count && sentence.tokens[end].form == "," ? role : nil
    }

    /// "The owner, Harbour Lines, denied it.": two noun phrases and no "and" are no list.
    private static func isNameBetweenCommas(_ name: Int, in sentence: Sentence) -> Bool {
        let noun = sentence.tokens[name].head
        guard noun >= 0, noun < name, sentence.tokens[name].upos == "PROPN", sentence.tokens[noun].upos == "NOUN",
            sentence.tokens[noun].relation.hasPrefix("nsubj") || sentence.tokens[noun].relation == "obj",
            !sentence.dependents(of: name).contains(where: { ["cc", "conj"].contains(sentence.tokens[$0].relation) }),
            !sentence.dependents(of: noun).contains(where: { $0 != name && sentence.tokens[$0].relation == "conj" })
        else { return false }
        let first = sentence.start(of: name)
        let start = sentence.tokens[first].upos == "PUNCT" ? first : first - 1
        let end = sentence.end(of: name) + 1
        return start > 0 && sentence.tokens[start].form == "," && end < sentence.tokens.count
            && sentence.tokens[end].form == ","
    }

    /// "Ana Holm and the head of the fund, Jan Vos, met": behind "and" and its role a name between commas is who holds it.
    private static func holder(_ name: Int, in sentence: Sentence) -> Int? {
        let first = sentence.tokens[name].head
        if first >= 0, isOffice(first, in: sentence, before: name) { return first }
        guard first >= 0, first < name, sentence.tokens[name].upos == "PROPN",
            !sentence.dependents(of: name).contains(where: {
                ["cc", "conj", "det"].contains(sentence.tokens[$0].relation)
            }),
            let role = sentence.dependents(of: first).last(where: {
                sentence.tokens[$0].relation == "conj" && $0 > first && $0 < name
            }),
            sentence.dependents(of: role).contains(where: { sentence.tokens[$0].relation == "cc" }),
            sentence.dependents(of: role).contains(where: { sentence.tokens[$0].relation == "det" }),
            Lexicon.title(sentence.tokens[role].form)?.isRole ?? Lexicon.isPersonNoun(sentence.tokens[role].lemma)
        else { return nil }
        let start = sentence.start(of: name)
        let comma = sentence.tokens[start].upos == "PUNCT" ? start : start - 1
        let end = sentence.end(of: name) + 1
        guard comma > role, sentence.tokens[comma].form == ",", sentence.end(of: role) <= comma,
            end < sentence.tokens.count, [",", "."].contains(sentence.tokens[end].form)
        else { return nil }
        return role
    }

    /// "The Foreign Minister, Ana Holm, and her aide met": an office with a capital and an article is its holder's.
    private static func isOffice(_ noun: Int, in sentence: Sentence, before name: Int) -> Bool {
        guard noun < name, sentence.tokens[noun].xpos == "NNP", sentence.tokens[name].upos == "PROPN",
            Lexicon.title(sentence.tokens[noun].form)?.isRole ?? false,
            Lexicon.givenName(sentence.tokens[name].form) != nil,
            sentence.dependents(of: noun).contains(where: { sentence.tokens[$0].relation == "det" && $0 < noun }),
            !sentence.dependents(of: noun).contains(where: {
                $0 > noun && $0 < name && sentence.tokens[$0].relation == "flat"
            }),
            !sentence.dependents(of: name).contains(where: {
                ["cc", "conj", "det"].contains(sentence.tokens[$0].relation)
            })
        else { return false }
        let start = sentence.start(of: name)
        let comma = sentence.tokens[start].upos == "PUNCT" ? start : start - 1
        let end = sentence.end(of: name) + 1
        return comma > noun && sentence.tokens[comma].form == "," && end < sentence.tokens.count
            && sentence.tokens[end].form == ","
            && sentence.dependents(of: noun).allSatisfy {
                $0 == name || $0 < noun || $0 > name || sentence.end(of: $0) < comma
                    || sentence.tokens[$0].relation == "punct"
            }
    }

    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices where sentence.tokens[token].relation == "conj" {
            if let role = holder(token, in: sentence) {
                sentence.tokens[token].head = role
                sentence.tokens[token].relation = "appos"
                continue
            }
            if let role = role(before: token, in: sentence) { sentence.tokens[token].head = role }
            if isNameBetweenCommas(token, in: sentence) { sentence.tokens[token].relation = "appos" }
        }
        for token in sentence.tokens.indices where sentence.tokens[token].relation == "appos" {
            let bearer = sentence.tokens[token].head
            let start = sentence.start(of: token)
            guard bearer >= 0, bearer < token, start > 1, bearer + 1 < start,
                [",", "(", "—", "–", "-", ":"].contains(sentence.tokens[start].form)
                    || sentence.tokens[start - 1].upos == "PUNCT"
            else { continue }
            var end = sentence.tokens[start].upos == "PUNCT" ? start - 1 : start - 2
            while end > bearer, sentence.tokens[end].upos == "PUNCT" { end -= 1 }
            // "Ana Holm and Eva Borg, widow of …": the last of a list bears it, too.
            let isInList = sentence.tokens.indices.contains {
                $0 > bearer && $0 <= end && sentence.tokens[$0].head == bearer && sentence.tokens[$0].relation == "conj"
                    && sentence.tokens[$0].upos == "PROPN" && sentence.tokens[bearer].upos == "PROPN"
                    && sentence.dominates($0, end) && sentence.end(of: $0) <= end
            }
            guard end > bearer, isInList || !sentence.dominates(bearer, end), sentence.tokens[end].upos == "PROPN",
                !sentence.dominates(token, end)
            else { continue }
            // Up to the head of the name that ends here.
            var head = end
            while let above = sentence.tokens.indices.contains(sentence.tokens[head].head)
                ? sentence.tokens[head].head : nil,
                ["flat", "compound", "nmod:desc"].contains(sentence.tokens[head].relation) || above > head,
                sentence.tokens[above].upos == "PROPN", above <= end, above > bearer
            { head = above }
            guard sentence.tokens[head].upos == "PROPN", sentence.end(of: head) <= end || head == end,
                !sentence.dominates(token, head)
            else { continue }
            sentence.tokens[token].head = head
        }
    }
}
