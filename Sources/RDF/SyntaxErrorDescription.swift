extension SyntaxError: CustomStringConvertible {
    /// The error for people: the message, the line with a caret run under what is at fault, and the hint.
    ///
    /// ```
    /// error: no relation is called "hold hostges"
    ///   Hamas hold hostges ?n
    ///         ^~~~~~~~~~~~
    ///   did you mean "holds hostages"?
    /// ```
    /// An error in a file begins in `file:line:column: `. A long line is cut around the caret, tabs and control
    /// characters become one space, and wide characters have a caret of two columns.
    public var description: String {
        let place = source.map { "\($0):\(line):\(column): " } ?? ""
        let (shown, underline) = CaretLine(text: lineText, column: column, length: length).render()
        var text = "\(place)error: \(message)\n  \(shown)\n  \(underline)"
        if let hint { text += "\n  \(hint)" }
        return text
    }
}

/// A line and the caret run under a part of it.
private struct CaretLine {
    /// How many columns of the line are shown at most.
    static let width = 100
    /// How many columns are shown before the caret when the line is cut there.
    static let context = 30

    var text: String
    var column: Int
    var length: Int

    func render() -> (String, String) {
        // Only what may be shown is looked at, so that a line of ten megabytes costs nothing here.
        let scalars = text.unicodeScalars
        let fault = max(0, column - 1)
        let first = max(0, fault - CaretLine.width)
        var index = scalars.index(scalars.startIndex, offsetBy: first, limitedBy: scalars.endIndex) ?? scalars.endIndex
        var cells: [(scalar: UnicodeScalar, width: Int)] = []
        while index < scalars.endIndex, cells.count < 3 * CaretLine.width {
            let scalar = scalars[index]
            cells.append((DisplayWidth.shown(scalar), DisplayWidth.columns(scalar)))
            scalars.formIndex(after: &index)
        }
        let isCutBehind = index < scalars.endIndex
        let caret = min(fault - first, cells.count)
        let start = cutStart(cells.map(\.width), caret: caret, isCutBefore: first > 0, isCutBehind: isCutBehind)

        var shown = start > 0 || first > 0 ? "…" : ""
        var used = shown.isEmpty ? 0 : 1
        var underline = String(repeating: " ", count: used)
        var run = 0
        var position = start
        while position < cells.count {
            let cell = cells[position]
            let isLast = position == cells.count - 1 && !isCutBehind
            if used + cell.width > CaretLine.width - (isLast ? 0 : 1) {
                shown += "…"
                break
            }
            shown.unicodeScalars.append(cell.scalar)
            used += cell.width
            if position < caret {
                underline += String(repeating: " ", count: cell.width)
            } else if position < caret + length {
                run += cell.width
            }
            position += 1
        }
        return (shown, underline + "^" + String(repeating: "~", count: max(0, run - 1)))
    }

    /// The first cell to show: 0 when the whole line fits, else so that the caret has some context before it.
    private func cutStart(_ widths: [Int], caret: Int, isCutBefore: Bool, isCutBehind: Bool) -> Int {
        let before = widths[..<caret].reduce(0, +)
        let all = widths.reduce(0, +)
        if !isCutBefore, !isCutBehind, all <= CaretLine.width { return 0 }
        let fault = widths[caret...].prefix(length).reduce(0, +)
        if !isCutBefore, before + min(fault, CaretLine.context) < CaretLine.width { return 0 }
        // The end of the line is shown as far left as it fills the width.
        let wanted = isCutBehind ? CaretLine.context : max(CaretLine.context, CaretLine.width - 1 - (all - before))
        var start = caret
        var columns = 0
        while start > 0, columns + widths[start - 1] <= wanted {
            start -= 1
            columns += widths[start]
        }
        return start
    }
}
