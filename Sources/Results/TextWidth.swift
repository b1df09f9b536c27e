import RDF

/// Texts on a terminal: their width in columns, cutting and padding.
///
/// What a terminal draws as one sign (a letter with its marks, an emoji with its joiners, a flag) is measured as one.
enum TextWidth {
    /// The columns that a text takes.
    static func columns(_ text: String) -> Int {
        // Texts of one byte a character are as wide as they are long.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns($1) }
    }

    /// The columns that a sign takes.
    static func columns(_ character: Character) -> Int {
        var total = 0
        var isEmoji = false
        for scalar in character.unicodeScalars {
            total = max(total, DisplayWidth.columns(scalar))
            // The emoji selector and the second half of a flag make the whole sign two columns wide.
            if scalar.value == 0xFE0F || (0x1F1E6...0x1F1FF).contains(scalar.value) { isEmoji = true }
        }
        return isEmoji && character.unicodeScalars.count > 1 ? 2 : total
    }

    /// A text on one line: line ends and tabs as `↵` and a space, other control characters as their pictures, bidirectional
    /// controls left out, so that nothing in a cell can move the cursor.
    static func singleLine(_ text: String) -> String {
        var isPlain = true
        for byte in text.utf8 where byte < 0x20 || byte >= 0x7F {
            isPlain = false
            break
        }
        if isPlain { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: result.append("↵")
            case 0x0D: continue
            case 0x09: result.append(" ")
            case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
            case 0x7F: result.append("\u{2421}")
            case 0x80...0x9F: result.append("\u{FFFD}")
            case 0x2028, 0x2029: result.append("↵")
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A text cut to a number of columns, with `…` at its end when something was cut.
    static func cut(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        guard width > 0 else { return "" }
        var result = ""
        var used = 0
        for character in text {
            let next = columns(character)
            if used + next > width - 1 { break }
            result.append(character)
            used += next
        }
        return result + "…"
    }

    /// Whether a text holds letters that run from right to left, which the terminal reorders.
    static func isRightToLeft(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }
}
