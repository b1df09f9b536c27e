import English

/// "Jan "Jo" Vos", "Jan (Jo) Vos", "Holm et al found", "Secretary-General": what stands between the words of a name, or joins
/// them, parts them not.
enum NickNameRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices.dropFirst() {
            joinNickname(token, &sentence)
            joinOthers(token, &sentence)
            joinHyphen(token, &sentence)
        }
    }

    /// "Jan "Jo" Vos", "Jan (Jo) Vos": one or two words in marks between two words of a name.
    private static func joinNickname(_ mark: Int, _ sentence: inout Sentence) {
        guard let close = closing[sentence.tokens[mark].form],
            let end = (mark + 2..<mark + 4).first(where: {
                $0 + 1 < sentence.tokens.count && close.contains(sentence.tokens[$0].form)
            }),
            isName(mark - 1, sentence), (mark + 1..<end).allSatisfy({ isCapital($0, sentence) }),
            isCapital(end + 1, sentence), ["PROPN", "NOUN"].contains(sentence.tokens[end + 1].upos),
            Lexicon.givenName(sentence.tokens[mark - 1].form) != nil
                || sentence.tokens[end + 1].head == mark - 1 && sentence.tokens[end + 1].relation == "flat"
        else { return }
        var first = mark - 1
        while sentence.tokens[first].relation == "flat", sentence.tokens[first].head < first,
            sentence.tokens[first].head >= 0
        {
            first = sentence.tokens[first].head
        }
        var last = end + 1
        while last + 1 < sentence.tokens.count, isName(last + 1, sentence),
            sentence.tokens[last + 1].head == end + 1 || sentence.tokens[last + 1].head == first
        {
            last += 1
        }
        let parts = Array(mark + 1..<end) + Array(end + 1...last)
        let group = Set(Array(first..<mark) + parts)
        guard !parts.contains(where: { sentence.dominates($0, first) }) else { return }
        for part in parts {
            for token in sentence.tokens.indices where sentence.tokens[token].head == part && !group.contains(token) {
                if token != mark, token != end { sentence.tokens[token].head = first }
            }
            sentence.tokens[part].head = first
            sentence.tokens[part].relation = "flat"
            sentence.tokens[part].upos = "PROPN"
            sentence.tokens[part].xpos = "NNP"
        }
        for token in [mark, end] {
            sentence.tokens[token].head = first
            sentence.tokens[token].relation = "punct"
        }
    }

    private static let closing: [String: Set<String>] = [
        "\"": ["\""], "“": ["”"], "(": [")"], "‘": ["’"], "'": ["'"],
    ]

    /// "Holm et al found": the words for the other authors are no name.
    private static func joinOthers(_ et: Int, _ sentence: inout Sentence) {
        guard sentence.tokens[et].form == "et", et + 1 < sentence.tokens.count,
            ["al", "al."].contains(sentence.tokens[et + 1].form), isName(et - 1, sentence)
        else { return }
        let name = et - 1
        let group = [name, et, et + 1]
        guard let top = group.first(where: { !group.contains(sentence.tokens[$0].head) }) else { return }
        let outer = sentence.tokens[top]
        if outer.head >= 0, sentence.dominates(name, outer.head) { return }
        for token in sentence.tokens.indices where !group.contains(token) && group.contains(sentence.tokens[token].head)
        {
            sentence.tokens[token].head = name
        }
        sentence.tokens[name].head = outer.head
        sentence.tokens[name].relation = outer.relation
        for token in [et, et + 1] {
            sentence.tokens[token].head = name
            sentence.tokens[token].relation = "dep"
            sentence.tokens[token].upos = "X"
            sentence.tokens[token].xpos = "FW"
        }
    }

    /// "Secretary-General", "the Harland Review-Journal": two capitals with a hyphen between them that hang on one word.
    private static func joinHyphen(_ hyphen: Int, _ sentence: inout Sentence) {
        guard ["-", "–"].contains(sentence.tokens[hyphen].form), hyphen + 1 < sentence.tokens.count,
            isCapital(hyphen - 1, sentence) && isCapital(hyphen + 1, sentence) || isRolePair(hyphen, sentence),
            ["PROPN", "NOUN"].contains(sentence.tokens[hyphen - 1].upos),
            ["PROPN", "NOUN"].contains(sentence.tokens[hyphen + 1].upos),
            sentence.tokens[hyphen - 1].range.upperBound == sentence.tokens[hyphen].range.lowerBound,
            sentence.tokens[hyphen].range.upperBound == sentence.tokens[hyphen + 1].range.lowerBound
        else { return }
        let (left, right) = (hyphen - 1, hyphen + 1)
        guard sentence.tokens[left].head == sentence.tokens[right].head, sentence.tokens[left].head >= 0,
            !["flat", "compound", "punct"].contains(sentence.tokens[left].relation)
                || sentence.tokens[left].relation == "nmod:desc"
        else { return }
        // "Vos and Ana-Lena met": the parser hung the second part on the first of the list.
        if sentence.tokens[right].relation == "flat" {
            sentence.tokens[right].head = left
            sentence.tokens[hyphen].head = left
            return
        }
        for token in sentence.tokens.indices where sentence.tokens[token].head == left {
            sentence.tokens[token].head = right
        }
        sentence.tokens[left].head = right
        sentence.tokens[left].relation = "compound"
        sentence.tokens[hyphen].head = left
        sentence.tokens[hyphen].relation = "punct"
    }

    /// "commissioner-general": small words that together are a title.
    private static func isRolePair(_ hyphen: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[hyphen - 1].relation == "appos" && sentence.tokens[hyphen + 1].relation == "appos"
            && Lexicon.isPersonNoun(sentence.tokens[hyphen - 1].lemma)
    }

    private static func isCapital(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    private static func isName(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "PROPN" && isCapital(token, sentence)
    }
}
