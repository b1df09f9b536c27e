import RDF

/// Numbers as bars, one a line, with the bound of each.
struct BarChart {
    /// A bar.
    struct Bar: Hashable {
        var label: String
        var value: Double
        var upper: Double?
        /// The number as it is written, with its bound.
        var words: String
        var bound: Figure.Bound = .exactly
    }

    let bars: [Bar]

    private static let labelLimit = 36

    /// The bars in a terminal: eighths of a cell are drawn.
    func text(columns: Int, style: Style) -> String {
        let scale = ValueScale(bars.flatMap { [$0.value] + ($0.upper.map { [$0] } ?? []) } + [0])
        let labels = bars.map { DisplayWidth.cut($0.label, to: Self.labelLimit) }
        let margin = labels.map(DisplayWidth.columns).max() ?? 0
        let tail = (bars.map { $0.words.count }.max() ?? 0) + 3
        let room = max(10, columns - margin - tail - 3)
        let zero = Int((scale.share(0) * Double(room)).rounded())
        var text = ""
        for (bar, label) in zip(bars, labels) {
            let shown = cells(bar, scale, room, zero)
            text += DisplayWidth.padded(label, to: margin) + style(.dim, " │") + style(.number, shown)
            text += " " + bar.words + "\n"
        }
        text += String(repeating: " ", count: margin) + style(.dim, " └" + String(repeating: "─", count: room)) + "\n"
        return text + axis(scale, room, margin: margin + 2)
    }

    private func cells(_ bar: Bar, _ scale: ValueScale, _ room: Int, _ zero: Int) -> String {
        let eighths = Int((scale.share(bar.value) * Double(room * 8)).rounded())
        if bar.value < 0 {
            let start = eighths / 8
            return String(repeating: " ", count: start) + String(repeating: "█", count: max(0, zero - start))
        }
        let whole = max(0, eighths / 8 - zero)
        let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        var text = String(repeating: " ", count: zero) + String(repeating: "█", count: whole) + partial
        if let upper = bar.upper {
            let end = Int((scale.share(upper) * Double(room)).rounded())
            text += String(repeating: "░", count: max(0, end - zero - whole - (partial.isEmpty ? 0 : 1)))
        } else if bar.bound == .about {
            text += "╌"
        } else if bar.bound.reachesUp {
            text += "╌→"
        } else if bar.bound.reachesDown {
            text += "←"
        }
        return text
    }

    private func axis(_ scale: ValueScale, _ room: Int, margin: Int) -> String {
        var line = String(repeating: " ", count: margin)
        var end = 0
        for tick in scale.ticks {
            let label = ValueScale.figure(tick)
            let start = min(max(0, Int(scale.share(tick) * Double(room)) - label.count / 2), max(0, room - label.count))
            guard end == 0 || start > end else { continue }
            line += String(repeating: " ", count: start - end) + label
            end = start + label.count
        }
        return line + "\n"
    }

    /// The bars as an SVG picture.
    func svg(title: String) -> String {
        let scale = ValueScale(bars.flatMap { [$0.value] + ($0.upper.map { [$0] } ?? []) } + [0])
        let left = 30.0 + 7 * Double(bars.map { min(Self.labelLimit, DisplayWidth.columns($0.label)) }.max() ?? 0)
        let width = max(600, left + 420)
        let room = width - left - 150
        func x(_ value: Double) -> Double { left + room * scale.share(value) }
        let height = 70 + 24 * bars.count
        var parts = scale.ticks.map { tick in
            "<line x1=\"\(SVG.number(x(tick)))\" x2=\"\(SVG.number(x(tick)))\" y1=\"40\" y2=\"\(height - 26)\" class=\"grid\"/>"
                + "<text x=\"\(SVG.number(x(tick)))\" y=\"\(height - 10)\" text-anchor=\"middle\">\(ValueScale.figure(tick))</text>"
        }
        for (index, bar) in bars.enumerated() {
            let top = 44 + 24 * index
            let (from, to) = (min(x(0), x(bar.value)), max(x(0), x(bar.value)))
            var part =
                "<g><title>\(Markup.escaped("\(bar.label): \(bar.words)"))</title>"
                + "<text x=\"\(SVG.number(left - 8))\" y=\"\(top + 13)\" text-anchor=\"end\">"
                + "\(Markup.escaped(DisplayWidth.cut(bar.label, to: Self.labelLimit)))</text>"
                + "<rect x=\"\(SVG.number(from))\" y=\"\(top)\" width=\"\(SVG.number(max(1, to - from)))\" height=\"17\" fill=\"#0072b2\"/>"
            if let upper = bar.upper {
                part +=
                    "<rect x=\"\(SVG.number(to))\" y=\"\(top)\" width=\"\(SVG.number(max(0, x(upper) - to)))\" height=\"17\" fill=\"#0072b2\" fill-opacity=\"0.35\"/>"
            } else if bar.bound.reachesUp || bar.bound.reachesDown {
                let end = bar.bound.reachesUp ? to + 18 : max(left, to - 18)
                part +=
                    "<path d=\"M\(SVG.number(to)) \(top + 8)L\(SVG.number(end)) \(top + 8)m0 -5v10\" class=\"bar\" stroke=\"#d55e00\"/>"
            }
            part +=
                "<text x=\"\(SVG.number(max(to, bar.upper.map(x) ?? to) + 24))\" y=\"\(top + 13)\">\(Markup.escaped(bar.words))</text></g>"
            parts.append(part)
        }
        let description = bars.map { "\($0.label): \($0.words)" }.joined(separator: "; ")
        return SVG.document(width: Int(width), height: height, title: title, description: description, parts)
    }
}
