/// Makes of a text as stored the text that the analyser reads, code point by code point as long.
///
/// List marks, Markdown's signs, control characters and lines that are no prose become spaces; a line break inside a paragraph that was wrapped by an
/// editor becomes a space too, since every other line break ends a sentence.
struct ReadableText {
    private var scalars: [Unicode.Scalar]
    private let isMarkdown: Bool
    /// The lines' ranges in `scalars`, without their line ends.
    private var lines: [Range<Int>] = []

    /// The readable form of a text.
    static func make(of text: StoredText, isMarkdown: Bool) -> String {
        var readable = ReadableText(scalars: Array(text.string.unicodeScalars), isMarkdown: isMarkdown)
        readable.blankControls()
        readable.markLostCurrencies()
        readable.findLines()
        readable.blankListings()
        for line in readable.lines { readable.blankMarks(of: line) }
        readable.blankDatelines()
        readable.joinWrappedLines()
        var string = String.UnicodeScalarView()
        string.append(contentsOf: readable.scalars)
        return String(string)
    }

    private init(scalars: [Unicode.Scalar], isMarkdown: Bool) {
        self.scalars = scalars
        self.isMarkdown = isMarkdown
    }

    private mutating func blankControls() {
        for index in scalars.indices {
            let value = scalars[index].value
            if value == 0xFEFF || value == 0x7F || (value < 0x20 && value != 0x0A && value != 0x0D && value != 0x09) {
                scalars[index] = " "
            }
        }
    }

    /// "an extra ?100m": where an encoding lost a currency's sign, a mark that no question ends with stands before a digit.
    private mutating func markLostCurrencies() {
        for index in scalars.indices.dropLast() where scalars[index] == "?" && ("0"..."9").contains(scalars[index + 1])
        {
            let isInside = index > 0 && !scalars[index - 1].properties.isWhitespace && scalars[index - 1] != "("
            if !isInside { scalars[index] = "¤" }
        }
    }

    private mutating func findLines() {
        var start = 0
        for index in scalars.indices where scalars[index] == "\n" || scalars[index] == "\r" {
            lines.append(start..<index)
            start = index + 1
        }
        if start < scalars.count { lines.append(start..<scalars.count) }
    }

    /// Rows of tables and lists of web addresses tell nothing.
    private mutating func blankListings() {
        for line in lines where ListingLine.matches(scalars[line], isMarkdown: isMarkdown) {
            for index in line { scalars[index] = " " }
        }
    }

    /// Where a report was filed stands before its first words and is no part of them.
    private mutating func blankDatelines() {
        var seen = 0
        for line in lines where seen < 10 {
            guard let start = firstVisible(line) else { continue }
            seen += 1
            guard let dateline = Dateline(scalars[start..<line.upperBound]) else {
                continue
            }
            for index in start..<start + dateline.length { scalars[index] = " " }
        }
    }

    private func firstVisible(_ line: Range<Int>) -> Int? {
        line.first { !scalars[$0].properties.isWhitespace }
    }

    private mutating func blankMarks(of line: Range<Int>) {
        guard var index = firstVisible(line) else { return }
        if isMarkdown {
            let start = index
            while index < line.upperBound, scalars[index] == "#" || scalars[index] == ">" { index += 1 }
            if index > start, index == line.upperBound || scalars[index] == " " {
                for mark in start..<index { scalars[mark] = " " }
            }
            blankInlineMarks(of: line)
            guard let next = firstVisible(line) else { return }
            index = next
        }
        let bullets: Set<Unicode.Scalar> = ["-", "*", "+", "•", "‣", "◦", "·", "–", "—"]
        if bullets.contains(scalars[index]), index + 1 < line.upperBound, scalars[index + 1].properties.isWhitespace {
            scalars[index] = " "
        }
    }

    /// Emphasis, code and links: `**word**`, `[text](target)`, `![text](target)`.
    private mutating func blankInlineMarks(of line: Range<Int>) {
        var index = line.lowerBound
        while index < line.upperBound {
            switch scalars[index] {
            case "*", "`": scalars[index] = " "
            case "_":
                // Inside a word it is no emphasis (file_name).
                let before = index > line.lowerBound && scalars[index - 1].properties.isAlphabetic
                let after = index + 1 < line.upperBound && scalars[index + 1].properties.isAlphabetic
                if !(before && after) { scalars[index] = " " }
            case "]" where index + 1 < line.upperBound && scalars[index + 1] == "(":
                guard let close = (index..<line.upperBound).first(where: { scalars[$0] == ")" }),
                    let open = (line.lowerBound..<index).last(where: { scalars[$0] == "[" })
                else { break }
                scalars[open] = " "
                if open > line.lowerBound, scalars[open - 1] == "!" { scalars[open - 1] = " " }
                for mark in index...close { scalars[mark] = " " }
                index = close
            default: break
            }
            index += 1
        }
    }

    /// Joins the lines of a paragraph that an editor wrapped: in Markdown any two lines of text without a blank line between;
    /// elsewhere only where the next line begins in lower case, or where nearly all lines of the text stop at one width.
    private mutating func joinWrappedLines() {
        guard lines.count > 1 else { return }
        let width = wrappingWidth()
        for (line, next) in zip(lines, lines.dropFirst()) {
            guard let start = firstVisible(line), let begin = firstVisible(next),
                let end = line.last(where: { !scalars[$0].properties.isWhitespace }),
                // Two blanked marks or a heading before the text say that a new item begins.
                begin == next.lowerBound, start - line.lowerBound <= 2
            else { continue }
            let length = end + 1 - line.lowerBound
            let wrapped: Bool
            if isMarkdown {
                wrapped = start == line.lowerBound
            } else if scalars[begin].properties.isLowercase, length > 40 {
                wrapped = true
            } else if let width {
                let firstWord = next[begin..<next.upperBound].prefix { !scalars[$0].properties.isWhitespace }.count
                wrapped = length <= width && length + 1 + firstWord > width - 4
            } else {
                wrapped = false
            }
            guard wrapped else { continue }
            for index in line.upperBound..<next.lowerBound { scalars[index] = " " }
        }
    }

    /// The width at which an editor wrapped this text, or nil when it did not: then at least four lines run up to it, none
    /// beyond, and most lines that are followed by another one stop within fifteen code points of it.
    private func wrappingWidth() -> Int? {
        var lengths: [Int] = []
        for (line, next) in zip(lines, lines.dropFirst()) where firstVisible(line) != nil && firstVisible(next) != nil {
            lengths.append(line.count)
        }
        guard let width = lines.map(\.count).max(), (50...100).contains(width), lengths.count >= 4 else { return nil }
        let long = lengths.count { $0 > width - 15 }
        return long * 10 >= lengths.count * 8 ? width : nil
    }
}
