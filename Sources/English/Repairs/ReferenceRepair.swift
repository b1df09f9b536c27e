/// "as others found [17], [18], [21]": numbers in brackets side by side are a list; and "(Okoro, 2010)" is a source and
/// no other name for the noun before it.
enum ReferenceRepair {
    static func apply(to sentence: inout Sentence) {
        var index = 0
        while index + 2 < sentence.tokens.count {
            guard isReference(at: index, sentence) else {
                index += 1
                continue
            }
            let first = index + 1
            index += 3
            while sentence.isComma(index) || sentence.form(index) == ";", isReference(at: index + 1, sentence) {
                if !sentence.dominates(index + 2, first) {
                    sentence.tokens[index + 2].head = first
                    sentence.tokens[index + 2].relation = "conj"
                }
                index += 4
            }
        }
        for name in sentence.tokens.indices
        where sentence.tokens[name].relation == "appos" && sentence.tokens[name].upos == "PROPN"
            && sentence.form(name - 1) == "(" && isAuthor(name, sentence)
        {
            sentence.tokens[name].relation = "dep"
        }
        for maker in sentence.tokens.indices where sentence.tokens[maker].relation == "appos" {
            let picture = sentence.tokens[maker].head
            guard picture >= 0, picture < maker, pictures.contains(sentence.form(picture).lowercased()),
                sentence.form(picture + 1) == ":"
            else { continue }
            sentence.tokens[maker].relation = "dep"
        }
    }

    /// "Image: Ada Okoro": who made it, and no other name for it.
    private static let pictures: Set<String> = ["image", "images", "credit", "photo", "photograph", "picture", "video"]

    private static func isReference(at token: Int, _ sentence: Sentence) -> Bool {
        sentence.form(token) == "[" && sentence.form(token + 2) == "]" && sentence.tokens[token + 1].upos == "NUM"
    }

    /// Whether a comma and a year follow a name before its bracket closes.
    private static func isAuthor(_ name: Int, _ sentence: Sentence) -> Bool {
        for token in name + 1..<min(name + 9, sentence.tokens.count) {
            let form = sentence.form(token)
            if form == ")" { return false }
            let year = form.utf8.prefix(4)
            let isYear =
                year.count == 4 && year.allSatisfy { (0x30...0x39).contains($0) } && "12".contains(form.first ?? " ")
            if isYear, form.utf8.count <= 5, sentence.isComma(token - 1) || sentence.form(token - 1) == "." {
                return true
            }
        }
        return false
    }
}
