import QuerySyntax

/// Colours the words of a query, in either language, where it is shown to people.
struct Highlighter {
    let style: Style

    private static let keywords: Set<String> = [
        "ask", "find", "distinct", "count", "about", "why", "not", "maybe", "where", "and", "or", "if", "let", "having",
        "order", "by", "asc", "desc", "limit", "offset", "build", "explain", "expect", "param", "define", "add",
        "remove", "alias", "include", "output", "sparql", "any", "said", "who", "whom", "what", "select", "construct",
        "describe", "prefix", "base", "filter", "optional", "union", "minus", "exists", "bind", "as", "values", "group",
        "in", "graph", "service", "insert", "delete", "data", "with", "using", "from", "named", "reduced", "true",
        "false",
    ]

    /// The text with its words coloured; as it is where nothing is coloured.
    func callAsFunction(_ text: String) -> String {
        guard style.isEnabled else { return text }
        let scalars = Array(text.unicodeScalars)
        var shown = ""
        var index = 0
        func take(until isEnd: (Int) -> Bool) -> String {
            let start = index
            index += 1
            while index < scalars.count, !isEnd(index) { index += 1 }
            var piece = ""
            piece.unicodeScalars.append(contentsOf: scalars[start..<index])
            return piece
        }
        while index < scalars.count {
            let scalar = scalars[index]
            switch scalar {
            case "\"", "'", "“":
                let closing: Unicode.Scalar = scalar == "“" ? "”" : scalar
                var piece = take { scalars[$0] == closing }
                if index < scalars.count {
                    piece.unicodeScalars.append(closing)
                    index += 1
                }
                shown += style(.string, piece)
            case "?", "$":
                let piece = take { !Self.isWord(scalars[$0]) }
                shown += piece.unicodeScalars.count > 1 ? style(.number, piece) : piece
            case "<":
                let end = scalars[index...].firstIndex { $0 == ">" || $0.properties.isWhitespace }
                if let end, scalars[end] == ">", end > index + 1 {
                    shown += style(.dim, take { $0 > end })
                } else {
                    shown += take { _ in true }
                }
            case "#" where index == 0 || scalars[index - 1].properties.isWhitespace:
                shown += style(.dim, take { scalars[$0] == "\n" })
            case _ where Self.isWord(scalar):
                let word = take { !Self.isWord(scalars[$0]) }
                let isNumber = word.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
                let isKeyword =
                    Self.keywords.contains(word)
                    || Self.keywords.contains(word.lowercased()) && word == word.uppercased()
                shown += isNumber ? style(.number, word) : isKeyword ? style(.keyword, word) : word
            default:
                shown += take { _ in true }
            }
        }
        return shown
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
    }
}
