import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// A table drawn with lines, for a terminal.
///
/// ```
/// ┌───────┬──────┐
/// │ who   │    n │
/// ├───────┼──────┤
/// │ Hamas │  105 │
/// └───────┴──────┘
/// ```
/// Numbers stand right, everything else left. A cell that the row doesn't bind shows `·`, an empty text nothing. What
/// doesn't fit the width is cut with `…`, and rows beyond the limit are announced below.
public struct BoxTable: ResultFormat {
    /// The texts of terms.
    public var labels: Labels
    /// The columns of the terminal; nil for as wide as needed.
    public var width: Int?
    /// How many rows are shown; nil for all.
    public var rowLimit: Int?
    /// What to type to see what was left out, such as `.last`; nil where there is no way.
    public var wayToSeeAll: String?
    /// Escapes around the head and around what is not data; empty without colour.
    public var style: TableStyle

    /// The variables of objects: there, `true` stands for a fact that has none (`the crisis deepens`).
    public var objectColumns: Set<Variable> = []

    /// A table.
    public init(
        labels: Labels, width: Int? = nil, rowLimit: Int? = nil, wayToSeeAll: String? = nil,
        style: TableStyle = TableStyle()
    ) {
        self.labels = labels
        self.width = width
        self.rowLimit = rowLimit
        self.wayToSeeAll = wayToSeeAll
        self.style = style
    }

    static let unbound = "·"
    static let noObject = "(no object)"
    private static let narrowest = 6

    /// Writes the table, and below it what was left out.
    public func write(_ solutions: Solutions, to output: Output) {
        guard !solutions.variables.isEmpty else {
            output.write(solutions.count == 1 ? "1 row without columns\n" : "\(solutions.count) rows without columns\n")
            return
        }
        let shown = min(solutions.count, rowLimit ?? .max)
        let names = solutions.variables.map { TextWidth.singleLine($0.name) }
        var natural = names.map { max(1, TextWidth.columns($0)) }
        for row in 0..<shown {
            for column in names.indices {
                natural[column] = max(natural[column], TextWidth.columns(cell(solutions, row, column)))
            }
            if row & 255 == 255, !output.mayGoOn() { return }
        }
        let widths = fitted(natural)
        let isNumeric = names.indices.map { solutions.isNumeric($0, rows: shown, output) }
        rule("┌", "┬", "┐", widths, to: output)
        line(names, widths, isNumeric, around: style.head, to: output)
        rule("├", "┼", "┤", widths, to: output)
        var wasCut = false
        for row in 0..<shown {
            let cells = names.indices.map { cell(solutions, row, $0) }
            wasCut = wasCut || zip(cells, widths).contains { TextWidth.columns($0) > $1 }
            line(cells, widths, isNumeric, around: nil, to: output)
            if output.hasFailed { return }
        }
        rule("└", "┴", "┘", widths, to: output)
        announce(hidden: solutions.count - shown, isTruncated: solutions.isTruncated, wasCut: wasCut, to: output)
    }

    /// Writes triples as a table of subject, predicate and object.
    public func write(_ triples: [Triple], to output: Output) {
        TripleTable(table: self).write(triples, to: output)
    }

    private func announce(hidden: Int, isTruncated: Bool, wasCut: Bool, to output: Output) {
        var notes: [String] = []
        if hidden > 0 || isTruncated {
            let count = isTruncated ? "more rows" : hidden == 1 ? "1 more row" : "\(hidden) more rows"
            notes.append("… \(count) not shown")
        }
        if wasCut { notes.append("some cells are cut") }
        guard !notes.isEmpty else { return }
        let way = wayToSeeAll.map { " (\($0) shows everything)" } ?? ""
        output.write(style.faint.open + notes.joined(separator: "; ") + way + style.faint.close + "\n")
    }

    /// Widths that fit the terminal: the widest columns give way first.
    func fitted(_ natural: [Int]) -> [Int] {
        guard let width else { return natural }
        let room = width - 3 * natural.count - 1
        guard natural.reduce(0, +) > room else { return natural }
        // The largest cap with which all columns fit; columns below it keep their width.
        var low = Self.narrowest
        var high = natural.max() ?? low
        while low < high {
            let middle = (low + high + 1) / 2
            if natural.reduce(0, { $0 + min($1, middle) }) <= room { low = middle } else { high = middle - 1 }
        }
        var widths = natural.map { min($0, low) }
        var rest = room - widths.reduce(0, +)
        for column in widths.indices where rest > 0 && widths[column] < natural[column] {
            widths[column] += 1
            rest -= 1
        }
        return widths
    }

    private func cell(_ solutions: Solutions, _ row: Int, _ column: Int) -> String {
        let id = solutions.id(row: row, column: column)
        guard id.isBound else { return Self.unbound }
        let text = TextWidth.singleLine(labels.text(id, solutions.terms))
        guard text == "true", objectColumns.contains(solutions.variables[column]),
            solutions.terms.term(id) == .literal(Literal("true", datatype: XSD.boolean))
        else { return text }
        return Self.noObject
    }

    func rule(_ left: String, _ middle: String, _ right: String, _ widths: [Int], to output: Output) {
        let bars = widths.map { String(repeating: "─", count: $0 + 2) }
        output.write(style.faint.open + left + bars.joined(separator: middle) + right + style.faint.close + "\n")
    }

    func line(
        _ cells: [String], _ widths: [Int], _ isRight: [Bool], around: TableStyle.Pair?, to output: Output
    ) {
        let bar = style.faint.open + "│" + style.faint.close
        var text = bar
        for (column, cell) in cells.enumerated() {
            var shown = TextWidth.cut(cell, to: widths[column])
            let padding = String(repeating: " ", count: max(0, widths[column] - TextWidth.columns(shown)))
            // Isolated, so that a cell from right to left doesn't draw its neighbours into its own order.
            if TextWidth.isRightToLeft(shown) { shown = "\u{2068}" + shown + "\u{2069}" }
            if cell == Self.unbound || cell == Self.noObject { shown = style.faint.open + shown + style.faint.close }
            if let around { shown = around.open + shown + around.close }
            text += " " + (isRight[column] ? padding + shown : shown + padding) + " " + bar
        }
        output.write(text + "\n")
    }
}

extension Solutions {
    /// Whether a column holds numbers and nothing else in the first rows, or in all; work that is stopped gives no.
    func isNumeric(_ column: Int, rows: Int? = nil, _ output: Output) -> Bool {
        var hasNumber = false
        for row in 0..<(rows ?? count) {
            if row & 0xFFF == 0xFFF, !output.mayGoOn() { return false }
            let id = id(row: row, column: column)
            guard id.isBound else { continue }
            guard terms.isNumeric(id) else { return false }
            hasNumber = true
        }
        return hasNumber
    }
}

/// Escapes for a table's parts; empty unless told.
public struct TableStyle: Hashable, Sendable {
    /// What begins and what ends a part.
    public struct Pair: Hashable, Sendable {
        /// The escape before.
        public var open: String
        /// The escape after.
        public var close: String

        /// A pair of escapes.
        public init(_ open: String = "", _ close: String = "") {
            self.open = open
            self.close = close
        }
    }
    /// The names of the columns.
    public var head: Pair
    /// Lines, unbound cells and notes.
    public var faint: Pair

    /// A style.
    public init(head: Pair = Pair(), faint: Pair = Pair()) {
        self.head = head
        self.faint = faint
    }

    /// Bold names and faint lines.
    public static let coloured = TableStyle(
        head: Pair("\u{1B}[1m", "\u{1B}[0m"), faint: Pair("\u{1B}[2m", "\u{1B}[0m"))
}

/// Triples as a table.
private struct TripleTable {
    let table: BoxTable

    func write(_ triples: [Triple], to output: Output) {
        let shown = triples.prefix(table.rowLimit ?? .max)
        let names = ["subject", "predicate", "object"]
        var natural = names.map(\.count)
        for (row, triple) in shown.enumerated() {
            natural = zip(natural, cells(triple)).map { max($0, TextWidth.columns($1)) }
            if row & 255 == 255, !output.mayGoOn() { return }
        }
        let widths = table.fitted(natural)
        let isRight = [false, false, false]
        table.rule("┌", "┬", "┐", widths, to: output)
        table.line(names, widths, isRight, around: table.style.head, to: output)
        table.rule("├", "┼", "┤", widths, to: output)
        for triple in shown {
            table.line(cells(triple), widths, isRight, around: nil, to: output)
            if output.hasFailed { return }
        }
        table.rule("└", "┴", "┘", widths, to: output)
        if triples.count > shown.count { output.write("… \(triples.count - shown.count) more triples not shown\n") }
    }

    private func cells(_ triple: Triple) -> [String] {
        [triple.subject, triple.predicate, triple.object].map { TextWidth.singleLine(Labels.text($0)) }
    }
}
