/// Gives tagged words their lemmas: by Penn tag, the longest ending of a learnt list says what to strip and to add.
///
/// Lemmas are in lower case, names and adjectives of names as they are written. Some ten binary searches a word.
/// Source: the list is learnt by `Training/lexicon/lemmas.py`.
public struct Lemmatizer: Sendable {
    /// A lemmatizer; its table is part of the program.
    public init() {}

    /// Fills the lemmas of a tagged sentence; where it is parsed too, `'s` of a perfect is `have`.
    public func lemmatize(_ sentence: inout Sentence) {
        let isShouted = Self.isShouted(sentence)
        for index in sentence.tokens.indices {
            let token = sentence.tokens[index]
            var lemma = lemma(form: token.form, upos: token.upos, xpos: token.xpos, isShouted: isShouted)
            // She's gone: an auxiliary of a participle that is not passive.
            if lemma == "be", token.relation == "aux", token.head >= 0, ["'s", "\u{2019}s", "s"].contains(token.form),
                sentence.tokens[token.head].xpos == "VBN"
            {
                lemma = "have"
            }
            sentence.tokens[index].lemma = lemma
        }
    }

    /// The lemma of a word by its universal and Penn tags; `isShouted` where the whole sentence is in capitals.
    public func lemma(form: String, upos: String, xpos: String, isShouted: Bool = false) -> String {
        switch upos {
        case "PUNCT", "SYM": return Self.plainPunctuation[form] ?? form
        case "X": return form
        case "NUM":
            if form.utf8.contains(UInt8(ascii: ",")) { return form.filter { $0 != "," } }
        default: break
        }
        let lower = Self.lowercased(form)
        if xpos == "NNP" || xpos == "ADD" || xpos == "FW" || upos == "PROPN" && xpos != "NNPS" { return form }
        if xpos == "NNPS" {
            let lemma = ruled(lower, xpos)
            return lower.hasPrefix(lemma)
                ? String(form.unicodeScalars.prefix(lemma.unicodeScalars.count)) : Self.capitalised(lemma)
        }
        if upos == "NOUN", let first = form.utf8.first {
            // The 1990s are no plural of 1990; L2, DNA and TVs keep their capitals.
            if first >= 0x30, first <= 0x39 { return form }
            if !isShouted, let initialism = Self.initialism(form, isPlural: xpos == "NNS") { return initialism }
        }
        if upos == "ADJ", xpos == "JJ", form.utf8.first != lower.utf8.first, Lexicon.demonym(form) != nil {
            return form
        }
        return ruled(lower, xpos)
    }

    /// Tags whose words have endings; of the others the list has whole words alone.
    private static let inflectedTags: Set<String> = [
        "NNS", "NNPS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS", "RBR", "RBS",
    ]

    /// The longest ending of the list, in bytes of ASCII letters.
    private static let longestEnding = 5

    /// Applies the rule of the longest ending.
    private func ruled(_ word: String, _ tag: String) -> String {
        let length = word.utf8.count
        guard length > 0, length <= 64 else { return word }
        // "^word TAG": every key that may hold for the word is an end of this text.
        var text = "^" + word + " " + tag
        return text.withUTF8 { key -> String in
            if let lemma = apply(key, to: word) { return lemma }
            guard Self.inflectedTags.contains(tag) else { return word }
            for start in max(1, 1 + length - Self.longestEnding)...(1 + length) {
                if let lemma = apply(UnsafeBufferPointer(rebasing: key[start...]), to: word) { return lemma }
            }
            return word
        }
    }

    /// The word by a key's rule, "strip add"; nil where the list lacks the key.
    private func apply(_ key: UnsafeBufferPointer<UInt8>, to word: String) -> String? {
        Lexicon.lemmas.withValue(of: key) { rule in
            var stripped = 0
            var rest = rule
            while let digit = rest.first, digit >= 0x30, digit <= 0x39 {
                stripped = 10 * stripped + Int(digit - 0x30)
                rest.removeFirst()
            }
            if rest.first == 0x20 { rest.removeFirst() }
            guard stripped > 0 || !rest.isEmpty else { return word }
            return String(word.unicodeScalars.dropLast(stripped)) + String(decoding: rest, as: UTF8.self)
        }
    }

    /// An initialism that stays in capitals, without its plural ending; nil for any other word.
    private static func initialism(_ form: String, isPlural: Bool) -> String? {
        var letters = Array(form.utf8)
        if isPlural, letters.last == UInt8(ascii: "s") { letters.removeLast() }
        guard (2...5).contains(letters.count), letters.contains(where: { $0 >= 0x41 && $0 <= 0x5a }),
            letters.allSatisfy({ $0 >= 0x41 && $0 <= 0x5a || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") })
        else { return nil }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Whether a sentence is written in capitals throughout.
    private static func isShouted(_ sentence: Sentence) -> Bool {
        var upper = 0
        var lower = 0
        for token in sentence.tokens {
            for byte in token.form.utf8 {
                if byte >= 0x41, byte <= 0x5a { upper += 1 } else if byte >= 0x61, byte <= 0x7a { lower += 1 }
            }
        }
        return upper > 2 * lower
    }

    private static func lowercased(_ form: String) -> String {
        let lower = form.lowercased()
        return lower.utf8.contains(0xe2) ? String(lower.map { $0 == "\u{2019}" ? "'" : $0 }) : lower
    }

    private static func capitalised(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    private static let plainPunctuation: [String: String] = [
        "\u{201c}": "\"", "\u{201d}": "\"", "\u{2018}": "'", "\u{2019}": "'", "\u{2013}": "-",
    ]
}
