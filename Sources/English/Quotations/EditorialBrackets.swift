/// "[T]he talks [between the two] failed [...]": what an editor has put into a quotation.
///
/// The words in square brackets are read as the speaker's; the brackets, and what stands for left-out words, are not read.
struct EditorialBrackets {
    /// The tokens that are not read.
    private(set) var dropped: Set<Int> = []
    /// What is read in the place of a token: "The" for "he" behind "[T]".
    private(set) var forms: [Int: String] = [:]

    init(_ tokens: [Token]) {
        var open: Int?
        for index in tokens.indices {
            switch tokens[index].form {
            case "[": open = index
            case "]":
                if let begin = open { close(begin, index, tokens) }
                open = nil
            case "[...]", "[…]", "[....]", "[sic]": dropped.insert(index)
            default: break
            }
        }
    }

    var isEmpty: Bool { dropped.isEmpty }

    private mutating func close(_ begin: Int, _ end: Int, _ tokens: [Token]) {
        let inner = begin + 1..<end
        guard !inner.isEmpty, inner.count <= 12 else { return }
        let hasLetters = inner.contains { tokens[$0].form.contains(where: \.isLetter) }
        let isLeftOut = inner.allSatisfy { tokens[$0].form.allSatisfy { $0 == "." || $0 == "…" } }
        let isRemark = inner.count == 1 && tokens[begin + 1].form.lowercased() == "sic"
        guard hasLetters || isLeftOut else { return }
        dropped.formUnion([begin, end])
        if isLeftOut || isRemark {
            dropped.formUnion(inner)
        } else if inner.count == 1, end + 1 < tokens.count, tokens[begin + 1].form.count <= 2,
            tokens[end].range.upperBound == tokens[end + 1].range.lowerBound,
            tokens[end + 1].form.unicodeScalars.first?.properties.isLowercase ?? false
        {
            dropped.insert(begin + 1)
            forms[end + 1] = tokens[begin + 1].form + tokens[end + 1].form
        }
    }
}
