/// "The WHO said", "WHO guidelines": capitals that spell a pronoun are a name where the sentence is not all in capitals.
///
/// The parser knows words without regard to case, so that it reads the acronym as any other while these are hidden. It knows no
/// general sign of a currency either.
struct PronounAcronyms {
    private var hidden: [(sentence: Int, token: Int, form: String)] = []

    /// Puts a name that parsers know in the place of each.
    init(hiddenIn sentences: inout [Sentence]) {
        for sentence in sentences.indices {
            for token in sentences[sentence].tokens.indices
            where Self.forms.contains(sentences[sentence].tokens[token].form) {
                let form = sentences[sentence].tokens[token].form
                guard form == "¤" || Self.isMixed(sentences[sentence]) else { continue }
                hidden.append((sentence, token, form))
                sentences[sentence].tokens[token].form = form == "¤" ? "$" : "NATO"
            }
        }
    }

    /// Gives the words back.
    func restore(in sentences: inout [Sentence]) {
        for entry in hidden { sentences[entry.sentence].tokens[entry.token].form = entry.form }
    }

    /// Whether a sentence has words in small letters.
    private static func isMixed(_ sentence: Sentence) -> Bool {
        sentence.tokens.contains { token in
            token.form.utf8.count > 2 && token.form.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        }
    }

    private static let forms: Set<String> = ["WHO", "¤"]
}
