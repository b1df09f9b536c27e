import RDF

/// A small table that a command prints: aligned at a terminal, tab-separated elsewhere.
struct Listing {
    /// A column.
    struct Column {
        var title: String
        /// Whether its cells stand at the right, as numbers do.
        var isNumber = false
    }

    let columns: [Column]
    var rows: [[String]] = []

    /// A table without rows.
    init(_ columns: Column...) { self.columns = columns }

    /// Prints it; `empty` is said where there are no rows.
    func print(on console: Console, empty: String) {
        guard console.isTerminal else {
            console.results.write(columns.map(\.title).joined(separator: "\t") + "\n")
            for row in rows { console.results.write(row.map(Self.escaped).joined(separator: "\t") + "\n") }
            return
        }
        guard !rows.isEmpty else {
            console.note(empty)
            return
        }
        let style = console.resultStyle
        let natural = columns.indices.map { column in
            max(
                DisplayWidth.columns(columns[column].title),
                rows.map { DisplayWidth.columns($0[column]) }.max() ?? 0)
        }
        let widths = console.columns.map { fitted(natural, to: $0) } ?? natural
        var text = line(columns.map(\.title), widths) { style(.heading, $0) }
        for row in rows { text += line(row, widths) { $0 } }
        if widths != natural { text += style(.dim, "some cells are cut; a wider terminal shows all of them") + "\n" }
        console.present(Array(text.utf8))
    }

    /// Widths that fit: the widest columns give way, numbers never.
    private func fitted(_ natural: [Int], to room: Int) -> [Int] {
        var widths = natural
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - room
        while excess > 0 {
            let wide = columns.indices.filter { !columns[$0].isNumber && widths[$0] > Self.narrowest }
            guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private static let narrowest = 8

    private func line(_ cells: [String], _ widths: [Int], _ render: (String) -> String) -> String {
        var text = ""
        for (index, whole) in cells.enumerated() {
            let cell = DisplayWidth.cut(whole, to: widths[index])
            let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.columns(cell)))
            let shown = render(String(String.UnicodeScalarView(cell.unicodeScalars.map(DisplayWidth.shown))))
            let isLast = index == cells.count - 1
            text += columns[index].isNumber ? padding + shown : shown + (isLast ? "" : padding)
            text += isLast ? "\n" : "  "
        }
        return text
    }

    private static func escaped(_ cell: String) -> String {
        String(String.UnicodeScalarView(cell.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }
}
