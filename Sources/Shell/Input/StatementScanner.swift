/// Splits text into statements and dot-commands without parsing them: at `;` outside quotes, brackets and comments, and
/// at the end of a line that begins, where a statement may begin, with a dot.
///
/// It knows as much of the two languages as that takes: text in single and double quotes (an apostrophe inside a word is
/// none), IRIs between angle brackets, `#` comments, and the three kinds of brackets.
package struct StatementScanner: Sendable {
    /// What is still open at the end of the text, for the prompt that asks for the rest.
    package enum Open: Hashable, Sendable {
        case nothing
        /// A quote or a bracket, by the character that opened it.
        case delimiter(Character)
    }

    /// A statement or a dot-command.
    package struct Item: Hashable, Sendable {
        /// Its text, without the `;` that ends it and without white space around it.
        package var text: String
        /// Whether it is a dot-command.
        package var isCommand: Bool
        /// Whether a `;` or, for a command, a line's end closed it.
        package var isClosed: Bool
        /// The line on which it begins, counted from 0.
        package var line: Int
        /// The column at which it begins, counted from 0 in code points.
        package var column: Int
        /// What is open at its end; `.nothing` where it is closed.
        package var open: Open

        /// The text behind as many spaces as put it at its column, for the place in an error.
        package var indented: String { String(repeating: " ", count: column) + text }
    }

    /// Splits a text. The last item may be open; items of nothing but comments and white space are left out.
    ///
    /// - Complexity: O(length of the text).
    package static func items(in text: String) -> [Item] {
        var scanner = StatementScanner(text)
        return scanner.scan()
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 0
    private var items: [Item] = []
    private var start: Int?
    private var startLine = 0
    private var startColumn = 0
    private var lineStart = 0
    private var brackets: [Unicode.Scalar] = []

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    private mutating func scan() -> [Item] {
        while position < scalars.count {
            let scalar = scalars[position]
            if start == nil, scalar == "." {
                scanCommand()
                continue
            }
            switch scalar {
            case "\n":
                line += 1
                lineStart = position + 1
            case "#":
                while position < scalars.count, scalars[position] != "\n" { position += 1 }
                continue
            case " ", "\t", "\r", "\u{FEFF}":
                break
            case ";" where brackets.isEmpty:
                close(isClosed: true, open: .nothing)
            default:
                if start == nil {
                    start = position
                    startLine = line
                    startColumn = position - lineStart
                }
                if let end = closingQuote(of: scalar) {
                    guard scanQuote(from: scalar, to: end) else { return items }
                    continue
                }
                if scalar == "<", let end = endOfIRI() {
                    position = end
                    continue
                }
                scanBracket(scalar)
            }
            position += 1
        }
        close(isClosed: false, open: brackets.last.map { .delimiter(Character($0)) } ?? .nothing)
        return items
    }

    private mutating func scanCommand() {
        let first = position
        while position < scalars.count, scalars[position] != "\n" { position += 1 }
        items.append(
            Item(
                text: trimmed(first..<position), isCommand: true, isClosed: true, line: line,
                column: first - lineStart, open: .nothing))
    }

    private mutating func close(isClosed: Bool, open: Open) {
        guard let first = start else { return }
        let text = trimmed(first..<position)
        if !text.isEmpty {
            items.append(
                Item(
                    text: text, isCommand: false, isClosed: isClosed, line: startLine, column: startColumn, open: open))
        }
        start = nil
        brackets = []
    }

    private func closingQuote(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\"": return "\""
        case "“": return "”"
        case "'":
            // An apostrophe inside a word (O'Brien, Netanyahu's) opens nothing.
            guard position > 0 else { return "'" }
            let previous = scalars[position - 1].properties
            return previous.isAlphabetic || previous.numericType != nil ? nil : "'"
        default: return nil
        }
    }

    /// Moves behind a quoted text; false, with the last item appended, where it does not end.
    private mutating func scanQuote(from opening: Unicode.Scalar, to closing: Unicode.Scalar) -> Bool {
        position += 1
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            if scalar == "\n" {
                line += 1
                lineStart = position
            }
            if scalar == "\\", position < scalars.count, closing != "”" {
                position += 1
            } else if scalar == closing {
                return true
            }
        }
        close(isClosed: false, open: .delimiter(Character(opening)))
        return false
    }

    /// Where an IRI that begins here ends, or nil where the sign only compares.
    private func endOfIRI() -> Int? {
        var index = position + 1
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == ">" { return index + 1 }
            if scalar.value <= 0x20 || scalar == "<" || scalar == "\"" || scalar == "{" { return nil }
            index += 1
        }
        return nil
    }

    private mutating func scanBracket(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "(", "[", "{":
            brackets.append(scalar)
        case ")", "]", "}":
            // A closing bracket without its partner is the parser's to report.
            if !brackets.isEmpty { brackets.removeLast() }
        default:
            break
        }
    }

    private func trimmed(_ range: Range<Int>) -> String {
        var range = range
        while let first = range.first, scalars[first].properties.isWhitespace { range.removeFirst() }
        while let last = range.last, scalars[last].properties.isWhitespace { range.removeLast() }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[range])
        return text
    }
}
