import English

/// A sentence as the finding of mentions reads it: its tree, its words, whether it is a headline, what stands in quotes.
struct SentenceView {
    let tree: DependencyTree
    /// Whether nearly every longer word begins with a capital, so that a capital tells nothing.
    let isTitleCase: Bool
    /// For each token the number of the quotation that it stands in, or -1.
    let quotation: [Int]
    /// The tokens between the marks of each quotation.
    let quotations: [Range<Int>]

    /// For each token the first token of the title that it belongs to, before a name; -1 for none.
    let titleStart: [Int]

    /// Whether it begins a paragraph.
    let startsLine: Bool

    var tokens: [Token] { tree.tokens }

    init(_ sentence: Sentence) {
        startsLine = sentence.startsLine
        tree = DependencyTree(sentence)
        isTitleCase = Self.isTitleCase(sentence.tokens)
        (quotation, quotations) = Self.quotations(sentence.tokens)
        titleStart = Self.titles(sentence.tokens, isTitleCase: isTitleCase)
    }

    /// Titles right before a name, whatever the tree makes of them: "Secretary of State | Ada Okoro". A name that ends in a
    /// keyword of bodies or places has none ("General Motors").
    private static func titles(_ tokens: [Token], isTitleCase: Bool) -> [Int] {
        var starts = [Int](repeating: -1, count: tokens.count)
        var start = 0
        while start < tokens.count {
            var found: Int?
            for length in stride(from: min(4, tokens.count - start - 1), through: 1, by: -1) {
                let words = joined(tokens[start..<start + length])
                // "defense attorney Earl Gray": a title that is a given name, behind a noun for a person.
                if length == 1, start > 0, Lexicon.title(words)?.kind == .noble, Lexicon.givenName(words) != nil,
                    tokens[start - 1].upos == "NOUN", Lexicon.isPersonNoun(tokens[start - 1].lemma)
                {
                    continue
                }
                if let title = Lexicon.title(words), isPersonName(tokens, from: start + length),
                    title.kind != .rank && title.kind != .noble
                        || !ShipName.isShip(tokens, rank: start..<start + length)
                {
                    found = length
                    break
                }
            }
            guard let length = found else {
                start += 1
                continue
            }
            // "Vice" before "President", "US" before "Senator": the longest title began further left already.
            for index in start..<start + length { starts[index] = start }
            start += length
        }
        // Titles one after another ("Judge Advocate General", "Mr. Speaker") are one.
        for index in tokens.indices.dropFirst() where starts[index] >= 0 && starts[index - 1] >= 0 {
            starts[index] = starts[index - 1]
        }
        return starts
    }

    /// "Secretary-General": with no blank where the text has none.
    private static func joined(_ tokens: ArraySlice<Token>) -> String {
        var words = ""
        for (index, token) in zip(tokens.indices, tokens) {
            let isGlued = index > tokens.startIndex && token.range.lowerBound == tokens[index - 1].range.upperBound
            words += (words.isEmpty || isGlued ? "" : " ") + token.form
        }
        return words
    }

    /// Whether a person's name may begin at a token: a run of capitalised name words without a keyword at its end.
    private static func isPersonName(_ tokens: [Token], from start: Int) -> Bool {
        var end = start
        // "Mayor de Blasio", "Chancellor von Holm"
        if end + 1 < tokens.count, nameParticles.contains(tokens[end].form), tokens[end + 1].upos == "PROPN" {
            end += 1
        }
        while end < tokens.count, end - start < 5, tokens[end].upos == "PROPN",
            tokens[end].form.unicodeScalars.first.map({ $0.properties.isUppercase }) ?? false
        {
            end += 1
        }
        guard end > start, tokens[end - 1].form.count > 1 else { return false }
        // The next word may itself be a title; what follows that decides.
        let keywords = Lexicon.nameKeywords(tokens[end - 1].form).filter { $0 != .work && $0 != .law }
        if !keywords.isEmpty, keywords != [.event] || end - start < 2 || Lexicon.givenName(tokens[start].form) == nil {
            return false
        }
        let words = tokens[start..<end].map(\.form).joined(separator: " ")
        return Lexicon.country(named: words) == nil && Lexicon.demonym(words) == nil
    }

    /// Small words that a surname may begin with.
    static let nameParticles: Set<String> = [
        "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "al", "el", "bin", "ibn",
    ]

    static func isTitleCase(_ tokens: [Token]) -> Bool {
        guard let last = tokens.last, ![".", "!", "?", "\"", "”"].contains(last.form) else { return false }
        var capitals = 0
        var words = 0
        for token in tokens where token.form.utf8.count > 3 {
            guard let first = token.form.unicodeScalars.first, first.properties.isAlphabetic else { continue }
            words += 1
            if first.properties.isUppercase { capitals += 1 }
        }
        return words >= 4 && capitals * 10 >= words * 8
    }

    private static let opening: Set<String> = ["\"", "“", "``", "„", "«"]
    private static let closing: Set<String> = ["\"", "”", "''", "“", "»"]

    private static func quotations(_ tokens: [Token]) -> ([Int], [Range<Int>]) {
        var places = [Int](repeating: -1, count: tokens.count)
        var ranges: [Range<Int>] = []
        var start: Int?
        for (index, token) in tokens.enumerated() {
            if let begin = start, closing.contains(token.form) {
                if begin + 1 < index {
                    for place in begin + 1..<index { places[place] = ranges.count }
                    ranges.append(begin + 1..<index)
                }
                start = nil
            } else if start == nil, opening.contains(token.form) {
                start = index
            }
        }
        // A quotation that goes on past the sentence.
        if let begin = start, begin + 1 < tokens.count {
            for place in begin + 1..<tokens.count { places[place] = ranges.count }
            ranges.append(begin + 1..<tokens.count)
        }
        return (places, ranges)
    }

    func isCapitalized(_ token: Int) -> Bool {
        tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// The words of some tokens with one space between any two, as names are looked up.
    func words(_ span: Range<Int>) -> String {
        var words = ""
        for index in span {
            let glue = index == span.lowerBound || tokens[index].range.lowerBound == tokens[index - 1].range.upperBound
            words += (glue ? "" : " ") + tokens[index].form
        }
        return words
    }
}
