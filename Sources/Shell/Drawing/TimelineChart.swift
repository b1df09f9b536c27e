import RDF

/// Figures over time in a terminal: numbers at the left, days below, a sign a source; what bounds a figure is drawn as a
/// bar towards where the true number may lie.
struct TimelineChart {
    let table: FigureTable
    let columns: Int
    let style: Style

    private static let height = 13
    private static let signs: [Character] = ["●", "■", "◆", "▲", "○", "□", "◇", "△"]
    private static let roles: [Style.Role] = [
        .number, .entity, .string, .keyword, .relation, .warning, .emphasis, .dim,
    ]

    /// The chart; empty where no figure has a day.
    func text() -> String {
        let dated = table.dated
        guard let first = dated.compactMap(\.day).min(), let last = dated.compactMap(\.day).max() else { return "" }
        let scale = ValueScale(
            dated.flatMap { figure in
                [figure.value] + (figure.upper.map { [$0] } ?? [])
                    + (figure.bound.reachesUp ? [figure.value * 1.12] : [])
            })
        let labels = scale.ticks.map(ValueScale.figure)
        let margin = (labels.map(\.count).max() ?? 0) + 1
        let days = Array(Set(dated.compactMap(\.date))).sorted {
            (DayNumber.of($0) ?? 0, $0) < (DayNumber.of($1) ?? 0, $1)
        }
        let width = max(24, min(columns - margin - 4, max(last - first + 1, days.count * 13)))
        var grid = Grid(width: width, height: Self.height)
        func column(_ day: Int) -> Int {
            // A few cells at each side are for the signs of one day beside each other, and for its label.
            let room = width - 11
            return 5 + (last > first ? (day - first) * room / (last - first) : room / 2)
        }
        func row(_ value: Double) -> Int { Int((scale.share(value) * Double(Self.height - 1)).rounded()) }
        for day in Set(dated.compactMap(\.day)).sorted() {
            let figures = dated.filter { $0.day == day }
            for (place, figure) in figures.enumerated() {
                // Competing figures of one day stand side by side.
                let x = min(width - 1, max(0, column(day) + 2 * place - (figures.count - 1)))
                draw(figure, x: x, row: row, in: &grid)
            }
        }
        var text = ""
        let marks = Dictionary(zip(scale.ticks.map(row), labels), uniquingKeysWith: { first, _ in first })
        for line in (0..<Self.height).reversed() {
            let label = marks[line] ?? ""
            let axis = style(.dim, marks[line] == nil ? " │" : " ┤")
            text += String(repeating: " ", count: margin - label.count) + label + axis + grid.text(line) + "\n"
        }
        text += String(repeating: " ", count: margin) + style(.dim, " └" + String(repeating: "─", count: width)) + "\n"
        text += dayLine(days, margin: margin + 2) { column(DayNumber.of($0) ?? first) }
        return text + legend(margin: margin + 2)
    }

    private func draw(_ figure: Figure, x: Int, row: (Double) -> Int, in grid: inout Grid) {
        let series = table.series(figure)
        let role = Self.roles[series]
        let y = row(figure.value)
        func bar(_ range: ClosedRange<Int>, end: Int, _ tip: Character) {
            for line in range where line != y { grid.put(style(role, line == end ? String(tip) : "│"), x, line) }
        }
        if let upper = figure.upper {
            let top = row(upper)
            if top > y { bar(y...top, end: top, "┬") }
        } else if figure.bound == .about {
            bar(y...min(y + 1, grid.height - 1), end: y + 1, "┬")
            bar(max(y - 1, 0)...y, end: y - 1, "┴")
        } else if figure.bound.reachesUp {
            bar(y...min(y + 2, grid.height - 1), end: min(y + 2, grid.height - 1), "↑")
        } else if figure.bound.reachesDown {
            bar(max(y - 2, 0)...y, end: max(y - 2, 0), "↓")
        }
        grid.put(style(role, String(Self.signs[series])), x, y)
    }

    private func dayLine(_ days: [String], margin: Int, column: (String) -> Int) -> String {
        var line = String(repeating: " ", count: margin)
        var end = 0
        for day in days {
            let start = max(0, column(day) - day.count / 2)
            guard end == 0 || start > end else { continue }
            line += String(repeating: " ", count: start - end) + day
            end = start + day.count
        }
        return line + "\n"
    }

    private func legend(margin: Int) -> String {
        var entries = table.seriesNames.enumerated().map { index, name in
            (style(Self.roles[index], String(Self.signs[index])) + " " + name, 2 + DisplayWidth.columns(name))
        }
        let bounds = Set(table.dated.map(\.bound))
        for (shown, bound) in [("│↑", "at least, over"), ("│↓", "at most, under"), ("┬┴", "about, or a range")]
        where bounds.contains(where: { $0.legend == shown }) {
            entries.append((style(.dim, "\(shown) \(bound)"), 3 + bound.count))
        }
        var text = ""
        var line = String(repeating: " ", count: margin)
        var used = margin
        for (entry, width) in entries {
            if used + width > columns, used > margin {
                text += line + "\n"
                line = String(repeating: " ", count: margin)
                used = margin
            }
            line += (used > margin ? "   " : "") + entry
            used += width + 3
        }
        return text + line + "\n"
    }

    /// Cells, each with what stands in it, escapes and all; row 0 is the lowest.
    private struct Grid {
        let width: Int
        let height: Int
        private var cells: [Int: String] = [:]

        init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }

        mutating func put(_ text: String, _ x: Int, _ y: Int) { cells[y * width + x] = text }

        func text(_ y: Int) -> String {
            guard let last = (0..<width).last(where: { cells[y * width + $0] != nil }) else { return "" }
            return (0...last).map { cells[y * width + $0] ?? " " }.joined()
        }
    }
}

extension Figure.Bound {
    /// What the legend shows for it; empty for an exact figure.
    fileprivate var legend: String {
        switch self {
        case .exactly: ""
        case .over, .atLeast: "│↑"
        case .under, .atMost: "│↓"
        case .about, .between: "┬┴"
        }
    }
}
