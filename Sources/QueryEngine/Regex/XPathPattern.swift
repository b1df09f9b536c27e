import CPCRE2

/// Translation of XPath's regular expressions to PCRE2's, which differ in a few places: `.`, `\w`, `\i`, `\c`, class
/// subtraction, `[` within a class, the flags `x` and `q`.
///
/// Source: XML Schema Datatypes, appendix F; XPath functions, section 5.6.1.
enum XPathPattern {
    /// The pattern and the options in PCRE2's terms, or nil for an unknown flag or a construct outside XPath.
    static func translate(_ pattern: String, flags: String) -> (pattern: String, options: UInt32)? {
        var options: UInt32 = 0
        var ignoresSpace = false
        var isQuoted = false
        var dotMatchesAll = false
        var isMultiline = false
        for flag in flags.unicodeScalars {
            switch flag {
            case "i": options |= UInt32(PCRE2_CASELESS)
            case "s": dotMatchesAll = true
            case "m": isMultiline = true
            case "x": ignoresSpace = true
            case "q": isQuoted = true
            default: return nil
            }
        }
        if isQuoted {
            let text = pattern.unicodeScalars.map { scalar -> String in
                let isMark = scalar.isASCII && !scalar.properties.isAlphabetic && !(48...57).contains(scalar.value)
                return isMark && scalar.value > 0x20 ? "\\" + String(scalar) : String(scalar)
            }
            return (text.joined(), options)
        }
        options |= isMultiline ? UInt32(PCRE2_MULTILINE) : UInt32(PCRE2_DOLLAR_ENDONLY)
        var translator = Translator(
            scalars: Array(pattern.unicodeScalars), ignoresSpace: ignoresSpace,
            dot: dotMatchesAll ? "(?s:.)" : "[^\\n\\r]")
        guard let text = translator.translate() else { return nil }
        return (text, options)
    }

    private struct Translator {
        let scalars: [Unicode.Scalar]
        let ignoresSpace: Bool
        let dot: String
        var position = 0
        var output = ""

        mutating func translate() -> String? {
            while position < scalars.count {
                let scalar = scalars[position]
                switch scalar {
                case "\\":
                    guard let escape = escape(inClass: false) else { return nil }
                    output += escape
                case ".":
                    output += dot
                    position += 1
                case "[":
                    guard let text = characterClass(depth: 0) else { return nil }
                    output += text
                case "(":
                    // PCRE2's verbs and options; groups without capture are XPath 3's.
                    let next = position + 1 < scalars.count ? scalars[position + 1] : " "
                    if next == "*" { return nil }
                    if next == "?" {
                        guard position + 2 < scalars.count, scalars[position + 2] == ":" else { return nil }
                    }
                    output.unicodeScalars.append(scalar)
                    position += 1
                case " ", "\t", "\n", "\r":
                    if !ignoresSpace { output.unicodeScalars.append(scalar) }
                    position += 1
                default:
                    output.unicodeScalars.append(scalar)
                    position += 1
                }
            }
            return output
        }

        /// The escape at the position, which moves past it.
        private mutating func escape(inClass: Bool) -> String? {
            guard position + 1 < scalars.count else { return nil }
            let letter = scalars[position + 1]
            position += 2
            switch letter {
            case "n", "r", "t", "s", "S", "d", "D": return "\\" + String(letter)
            case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$", "/", "#", "\"", "'", ",",
                "=", ":", "<", ">", "@", "!", "%", "&", "~", "`", ";", "_", " ":
                // XPath names only some of these; other engines take all, and the meaning is plain.
                return letter == "_" ? "_" : "\\" + String(letter)
            case "i": return inClass ? "\\p{L}_:" : "[\\p{L}_:]"
            case "I": return inClass ? nil : "[^\\p{L}_:]"
            case "c": return inClass ? "\\p{L}\\p{M}\\p{N}_:.\\-·" : "[\\p{L}\\p{M}\\p{N}_:.\\-·]"
            case "C": return inClass ? nil : "[^\\p{L}\\p{M}\\p{N}_:.\\-·]"
            case "w": return inClass ? "\\p{L}\\p{M}\\p{N}\\p{S}" : "[\\p{L}\\p{M}\\p{N}\\p{S}]"
            case "W": return inClass ? "\\p{P}\\p{Z}\\p{C}" : "[\\p{P}\\p{Z}\\p{C}]"
            case "b", "B": return inClass ? nil : "\\" + String(letter)
            case "p", "P":
                guard position < scalars.count, scalars[position] == "{",
                    let end = scalars[position...].firstIndex(of: "}")
                else { return nil }
                var name = String.UnicodeScalarView()
                name.append(contentsOf: scalars[(position + 1)..<end])
                position = end + 1
                // XML Schema's blocks (\p{IsGreek}) become scripts where there is one of that name.
                let text = String(name)
                let script = text.hasPrefix("Is") ? String(text.dropFirst(2)) : text
                if script == "BasicLatin" { return inClass ? "\\x00-\\x7F" : "[\\x00-\\x7F]" }
                return "\\\(letter){\(script)}"
            case "0"..."9":
                guard !inClass, letter != "0" else { return nil }
                return "\\" + String(letter)
            default: return nil
            }
        }

        /// The class at the position, with subtraction (`[a-z-[aeiou]]`) as a look-ahead.
        private mutating func characterClass(depth: Int) -> String? {
            guard depth < 50 else { return nil }
            position += 1
            var text = "["
            var subtracted: String?
            if position < scalars.count, scalars[position] == "^" {
                text += "^"
                position += 1
            }
            var isEmpty = true
            while position < scalars.count {
                let scalar = scalars[position]
                switch scalar {
                case "]":
                    guard !isEmpty else { return nil }
                    position += 1
                    return (subtracted.map { "(?!\($0))" } ?? "") + text + "]"
                case "-" where position + 1 < scalars.count && scalars[position + 1] == "[":
                    position += 1
                    guard let inner = characterClass(depth: depth + 1) else { return nil }
                    subtracted = inner
                    guard position < scalars.count, scalars[position] == "]" else { return nil }
                case "\\":
                    guard let escape = escape(inClass: true) else { return nil }
                    text += escape
                    isEmpty = false
                case "[":
                    text += "\\["
                    position += 1
                    isEmpty = false
                case " ", "\t", "\n", "\r":
                    text.unicodeScalars.append(scalar)
                    position += 1
                    isEmpty = false
                default:
                    text.unicodeScalars.append(scalar)
                    position += 1
                    isEmpty = false
                }
            }
            return nil
        }
    }
}
