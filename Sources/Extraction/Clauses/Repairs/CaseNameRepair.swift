import English

/// "Holm v. United States", "Lakeside Council vs. Vos": the parties of a case, or of a match, are one name.
enum CaseNameRepair {
    static func apply(to sentence: inout Sentence) {
        for versus in sentence.tokens.indices.dropFirst()
        where ["v.", "v", "vs.", "vs"].contains(sentence.tokens[versus].form) {
            guard let start = start(before: versus, sentence), let end = end(behind: versus, sentence) else { continue }
            join(start..<end, versus, &sentence)
        }
    }

    private static func isName(_ token: Int, _ sentence: Sentence) -> Bool {
        guard sentence.tokens.indices.contains(token) else { return false }
        let word = sentence.tokens[token]
        return word.upos == "PROPN" && word.form.unicodeScalars.first?.properties.isUppercase == true
    }

    private static func start(before versus: Int, _ sentence: Sentence) -> Int? {
        var start = versus
        while isName(start - 1, sentence), versus - start < 5 { start -= 1 }
        return start < versus ? start : nil
    }

    /// Name words, and "of" with more of them ("v. Board of Education").
    private static func end(behind versus: Int, _ sentence: Sentence) -> Int? {
        var end = versus + 1
        while end < sentence.tokens.count, end - versus < 8 {
            if isName(end, sentence) {
                end += 1
            } else if end > versus + 1, ["of", "&"].contains(sentence.tokens[end].form), isName(end + 1, sentence) {
                end += 2
            } else {
                break
            }
        }
        return end > versus + 1 ? end : nil
    }

    private static func join(_ name: Range<Int>, _ versus: Int, _ sentence: inout Sentence) {
        let tokens = sentence.tokens
        // What the whole hangs on is what its topmost word hangs on: one that no other word of the name stands above.
        let tops = name.filter { top in !name.contains { $0 != top && sentence.dominates($0, top) } }
        guard let top = tops.first else { return }
        let first = name.lowerBound
        for token in tokens.indices where !name.contains(token) && name.contains(tokens[token].head) {
            sentence.tokens[token].head = first
        }
        for token in name.dropFirst() {
            sentence.tokens[token].head = first
            sentence.tokens[token].relation = "flat"
            sentence.tokens[token].upos = "PROPN"
            sentence.tokens[token].xpos = "NNP"
        }
        sentence.tokens[first].head = tokens[top].head
        sentence.tokens[first].relation = tokens[top].relation
    }
}
