import RDF

/// What a text at the prompt is: something to run, the beginning of something, or a mistake.
public enum PromptState: Hashable, Sendable {
    /// Nothing but space, comments and semicolons.
    case empty
    /// Statements that run.
    case complete
    /// The beginning of a statement; the word or mark that waits for more: `(`, `[`, `"`, `,`, `where` …
    case open(String)
    /// A mistake that more text does not mend.
    case wrong(SyntaxError)

    /// What a `.q` text is. Linear in the text.
    public init(ofQ text: String) {
        let source = SourceText(text)
        let tokens: [QToken]
        do {
            tokens = try QLexer.tokens(of: source)
        } catch {
            self = error.open.map { .open($0) } ?? .wrong(error.error)
            return
        }
        guard let end = tokens.last, tokens.contains(where: { $0.kind != .end && !$0.isSymbol(";") }) else {
            self = .empty
            return
        }
        do {
            _ = try QParser.parse(source)
            self = .complete
        } catch {
            let atEnd = source.error("", at: end.range)
            let isAtEnd = error.line == atEnd.line && error.column == atEnd.column
            self = isAtEnd ? Self.waiting(tokens).map { .open($0) } ?? .wrong(error) : .wrong(error)
        }
    }

    /// What the end of a text waits for, if anything.
    private static func waiting(_ tokens: [QToken]) -> String? {
        var brackets: [String] = []
        var awaitsWhere: String?
        var isFirst = true
        for token in tokens where token.kind != .end {
            if token.isSymbol(";") {
                isFirst = true
                awaitsWhere = nil
                continue
            }
            if isFirst, ["find", "count", "build"].contains(token.value.lowercased()) {
                awaitsWhere = token.value.lowercased()
            }
            if token.isWord("where") { awaitsWhere = nil }
            isFirst = token.isSymbol(":")
            guard token.kind == .symbol else { continue }
            switch token.value {
            case "(", "[", "{": brackets.append(token.value)
            case ")", "]", "}": _ = brackets.popLast()
            default: break
            }
        }
        if let bracket = brackets.last { return bracket }
        guard let last = tokens.dropLast().last else { return nil }
        switch last.kind {
        case .symbol where ![")", "]", "}", ";", ".", "?", "%"].contains(last.value): return last.value
        case .word, .capital:
            let word = last.value.lowercased()
            if connectives.contains(word) { return word }
        default: break
        }
        return awaitsWhere
    }

    /// The words after which a statement goes on.
    private static let connectives: Set<String> = [
        "and", "or", "not", "maybe", "where", "if", "let", "having", "by", "order", "limit", "offset", "find",
        "distinct",
        "ask", "count", "about", "why", "build", "explain", "expect", "param", "define", "add", "remove", "alias",
        "include", "output", "as", "in", "is", "a", "an", "said", "since", "before", "on", "published", "the", "sparql",
    ]
}
