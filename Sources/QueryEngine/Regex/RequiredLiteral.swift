/// A text that every match of a regular expression holds, so that most texts are told apart without matching.
enum RequiredLiteral {
    /// A search for the longest text that the pattern requires on its outermost level; nil where there is none.
    static func search(_ pattern: String, flags: String) -> LiteralSearch? {
        // Spaces mean nothing under `x`, and all else is said by the pattern itself.
        guard !flags.contains("x") else { return nil }
        let ignoresCase = flags.contains("i")
        var best: [UInt8] = []
        var current: [UInt8] = []
        func close() {
            if current.count > best.count { best = current }
            current = []
        }
        let scalars = Array(pattern.unicodeScalars)
        var position = 0
        var depth = 0
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            var literal: Unicode.Scalar?
            if flags.contains("q") {
                literal = scalar
            } else {
                switch scalar {
                // An alternative requires nothing of its neighbours.
                case "|": if depth == 0 { return nil }
                case "(": depth += 1
                case ")": depth -= 1
                case "[": position = endOfClass(scalars, position)
                case "\\":
                    if position < scalars.count {
                        let escaped = scalars[position]
                        position += 1
                        if escaped == "p" || escaped == "P" {
                            while position < scalars.count, scalars[position - 1] != "}" { position += 1 }
                        } else if escaped.isASCII, !escaped.properties.isAlphabetic, !(48...57).contains(escaped.value)
                        {
                            literal = escaped
                        }
                    }
                case ".", "^", "$", "?", "*", "+", "{", "}", "]": break
                default: literal = scalar
                }
            }
            guard let literal, depth == 0, isUsable(literal, ignoresCase: ignoresCase) else {
                close()
                continue
            }
            let next = position < scalars.count && !flags.contains("q") ? scalars[position] : " "
            switch next {
            case "?", "*", "{":
                // The character may be absent.
                close()
            case "+":
                current += String(literal).utf8
                close()
            default: current += String(literal).utf8
            }
        }
        close()
        return best.count >= 2 ? LiteralSearch(best, ignoresCase: ignoresCase) : nil
    }

    /// Without regard to case, only letters that no letter outside of ASCII equals: not k (the Kelvin sign) or s (ſ).
    private static func isUsable(_ scalar: Unicode.Scalar, ignoresCase: Bool) -> Bool {
        if !ignoresCase { return true }
        switch scalar {
        case "k", "K", "s", "S": return false
        default: return scalar.isASCII
        }
    }

    /// The position behind a character class, which may hold others.
    private static func endOfClass(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var position = start
        var depth = 1
        while position < scalars.count, depth > 0 {
            switch scalars[position] {
            case "\\": position += 1
            case "[": depth += 1
            case "]": depth -= 1
            default: break
            }
            position += 1
        }
        return min(position, scalars.count)
    }
}
