import GraphStore
import RDF

/// Figures over time, each with its bound, its report and who gave it: competing figures stay side by side.
struct Timeline {
    /// A figure.
    struct Point: Hashable {
        /// The day, month or year it is of, in ISO 8601; nil where no report tells.
        var date: String?
        /// The figure.
        var value: Double
        /// The figure as it is written.
        var text: String
        /// `over`, `atLeast`, `under` …; empty for an exact figure.
        var bound: String
        /// Who gives it: somebody named, or the report.
        var speaker: String
        /// The report's file.
        var source: String

        /// The mark in a chart: an arrow towards where the true figure may lie.
        var mark: String {
            switch bound {
            case "over", "atLeast": "▲"
            case "under", "atMost": "▼"
            case "about", "between": "◆"
            default: "●"
            }
        }

        /// The bound in words.
        var boundWords: String {
            switch bound {
            case "": "exactly"
            case "atLeast": "at least"
            case "atMost": "at most"
            default: bound
            }
        }
    }

    /// The figures, in the order of their days, those without a day last.
    let points: [Point]

    /// A timeline of figures.
    init(_ points: [Point]) {
        var seen: Set<Point> = []
        self.points = points.filter { seen.insert($0).inserted }.sorted {
            ($0.date ?? "~", $0.value, $0.source, $0.speaker) < ($1.date ?? "~", $1.value, $1.source, $1.speaker)
        }
    }

    /// The days that have figures, in order.
    private var days: [String] {
        var days: [String] = []
        for point in points { if let date = point.date, days.last != date { days.append(date) } }
        return days
    }

    /// The chart as text: the figures at the left, the days below, a mark a figure.
    func chart(columns: Int, style: Style) -> String {
        let days = days
        let dated = points.filter { $0.date != nil }
        guard !dated.isEmpty else { return "" }
        var values = Array(Set(dated.map(\.value))).sorted()
        let height = 12
        // Where there are few figures each has a line of its own; where there are many, lines stand at even distances.
        if values.count > height, let low = values.first, let high = values.last {
            values = (0..<height).map { low + (high - low) * Double($0) / Double(height - 1) }
        }
        let labels = values.map(Self.figure)
        let margin = (labels.map(\.count).max() ?? 0) + 1
        let room = max(days.count, min(columns - margin - 4, max(days.count * 11, 20)))
        let step = max(1, room / max(1, days.count))
        var text = ""
        for index in values.indices.reversed() {
            var cells = [String](repeating: " ", count: days.count * step)
            for point in dated where Self.nearest(point.value, values) == index {
                let day = days.firstIndex(of: point.date ?? "") ?? 0
                cells[min(day * step + step / 2, cells.count - 1)] = style(.number, point.mark)
            }
            var line = cells.joined()
            while line.last == " " { line.removeLast() }
            text +=
                String(repeating: " ", count: margin - labels[index].count) + labels[index] + style(.dim, " ┤") + line
                + "\n"
        }
        text +=
            String(repeating: " ", count: margin) + style(.dim, " └" + String(repeating: "─", count: days.count * step))
        return text + "\n" + dayLine(days, step: step, margin: margin + 2)
    }

    private func dayLine(_ days: [String], step: Int, margin: Int) -> String {
        var line = String(repeating: " ", count: margin)
        var end = 0
        for (index, day) in days.enumerated() {
            let start = max(0, index * step + step / 2 - day.count / 2)
            guard start >= end + (end == 0 ? 0 : 1) else { continue }
            line += String(repeating: " ", count: start - end) + day
            end = start + day.count
        }
        return line + "\n"
    }

    /// The chart as one SVG picture, with the figures' sources as tooltips and a description for those who cannot see it.
    ///
    /// Source: Scalable Vector Graphics 1.1.
    func svg(title: String) -> String {
        let days = days
        let dated = points.filter { $0.date != nil }
        let width = 720.0
        let height = 360.0
        let left = 80.0
        let bottom = 50.0
        let high = max(dated.map(\.value).max() ?? 1, 1)
        func x(_ date: String) -> Double {
            let index = Double(days.firstIndex(of: date) ?? 0)
            return left + (width - left - 40) * (index + 0.5) / Double(max(1, days.count))
        }
        func y(_ value: Double) -> Double { height - bottom - (height - bottom - 40) * value / high }
        var parts: [String] = []
        for step in 0...4 {
            let value = high * Double(step) / 4
            parts.append(
                "<line x1=\"\(left)\" x2=\"\(width - 20)\" y1=\"\(y(value))\" y2=\"\(y(value))\" stroke=\"#ddd\"/>"
                    + "<text x=\"\(left - 8)\" y=\"\(y(value) + 4)\" text-anchor=\"end\">\(Self.figure(value.rounded()))</text>"
            )
        }
        for day in days {
            parts.append(
                "<text x=\"\(x(day))\" y=\"\(height - bottom + 20)\" text-anchor=\"middle\">\(Markup.escaped(day))</text>"
            )
        }
        for point in dated {
            let (px, py) = (x(point.date ?? ""), y(point.value))
            let tip = "\(point.boundWords) \(point.text), \(point.speaker), \(point.source)"
            let bar =
                switch point.mark {
                case "▲": "<line x1=\"\(px)\" x2=\"\(px)\" y1=\"\(py)\" y2=\"\(py - 18)\" class=\"bar\"/>"
                case "▼": "<line x1=\"\(px)\" x2=\"\(px)\" y1=\"\(py)\" y2=\"\(py + 18)\" class=\"bar\"/>"
                case "◆": "<line x1=\"\(px)\" x2=\"\(px)\" y1=\"\(py - 10)\" y2=\"\(py + 10)\" class=\"bar\"/>"
                default: ""
                }
            parts.append(
                "<g><title>\(Markup.escaped(tip))</title>\(bar)<circle cx=\"\(px)\" cy=\"\(py)\" r=\"5\"/></g>")
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(height))" role="img" \
            aria-label="\(Markup.escaped(title))">
            <style>text{font:12px sans-serif;fill:#333}circle{fill:#2a6db0}.bar{stroke:#2a6db0;stroke-width:2}</style>
            <rect width="100%" height="100%" fill="white"/>
            <text x="\(left)" y="22" style="font-weight:bold">\(Markup.escaped(title))</text>
            \(parts.joined(separator: "\n"))
            </svg>

            """
    }

    private static func nearest(_ value: Double, _ values: [Double]) -> Int {
        values.indices.min { abs(values[$0] - value) < abs(values[$1] - value) } ?? 0
    }

    /// `40,000`; with a decimal where it has one.
    static func figure(_ value: Double) -> String {
        guard value == value.rounded(), abs(value) < 1e15 else { return String(value) }
        return Numbers.grouped(Int(value))
    }
}

/// Text in XML and HTML.
enum Markup {
    /// The text with the signs of markup as entities; what XML cannot hold is left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default:
                if scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" { escaped.unicodeScalars.append(scalar) }
            }
        }
        return escaped
    }
}
