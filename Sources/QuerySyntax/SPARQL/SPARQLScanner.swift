/// Finds the ends of things in SPARQL text without parsing it.
enum SPARQLScanner {
    /// The index after the brace that closes the one at `start`, minding strings, IRIs and comments; nil if none does.
    static func endOfBraces(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < scalars.count {
            switch scalars[index] {
            case "{": depth += 1
            case "}":
                depth -= 1
                if depth == 0 { return index + 1 }
            case "#":
                while index < scalars.count, scalars[index] != "\n", scalars[index] != "\r" { index += 1 }
                continue
            case "\"", "'":
                guard let end = endOfString(scalars, from: index) else { return nil }
                index = end
                continue
            case "<":
                if let end = endOfIRI(scalars, from: index) {
                    index = end
                    continue
                }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The index after a string literal, long or short, that begins at `start`; nil if it is not closed.
    static func endOfString(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        let quote = scalars[start]
        let isLong = start + 2 < scalars.count && scalars[start + 1] == quote && scalars[start + 2] == quote
        var index = start + (isLong ? 3 : 1)
        while index < scalars.count {
            if scalars[index] == "\\" {
                index += 2
                continue
            }
            if scalars[index] == quote {
                if !isLong { return index + 1 }
                if index + 2 < scalars.count, scalars[index + 1] == quote, scalars[index + 2] == quote {
                    return index + 3
                }
            } else if !isLong, scalars[index] == "\n" || scalars[index] == "\r" {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// The index after an IRI in angle brackets that begins at `start`; nil if `<` is a comparison there.
    static func endOfIRI(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var index = start + 1
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == ">" { return index + 1 }
            if !scalar.isAllowedInIRI, scalar != "\\" { return nil }
            index += 1
        }
        return nil
    }
}
