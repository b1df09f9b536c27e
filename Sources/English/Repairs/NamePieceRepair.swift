/// "Food Standards Australia New Zealand": words of names side by side, with no comma between them, are one name.
enum NamePieceRepair {
    static func apply(to sentence: inout Sentence) {
        for token in sentence.tokens.indices.dropFirst()
        where sentence.tokens[token].relation == "appos" && sentence.tokens[token].upos == "PROPN"
            && sentence.tokens[token - 1].upos == "PROPN"
        {
            let head = sentence.tokens[token].head
            if sentence.tokens[token - 1].relation == "appos", sentence.tokens[token - 1].head == head {
                sentence.tokens[token].head = token - 1
                sentence.tokens[token].relation = "flat"
            } else if head >= 0, head < token, (head..<token).allSatisfy({ sentence.tokens[$0].upos == "PROPN" }) {
                sentence.tokens[token].relation = "compound"
            }
        }
    }
}
